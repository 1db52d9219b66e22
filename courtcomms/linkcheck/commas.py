"""A comma typed for a dot within a host: ``https://court.gov,ua/press/``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from courtcomms.cells.link_hosts import is_known_host

_HOST = re.compile(r"https?://((?:[A-Za-z0-9-]{1,63}[.,])+[A-Za-z0-9-]{2,24})(?=[/?#\s]|$)", re.IGNORECASE)

COMMA = "В імені сайту кома замість крапки: посилання не відкриється."


class Slip(NamedTuple):
    """``text[start:end]`` is a host with a comma in it; ``meant`` has dots."""

    start: int
    end: int
    meant: str


def comma_slips(text: str) -> Iterator[Slip]:
    """Hosts that a comma cuts, where some piece is no host by itself; a list «a.ua,b.ua» has none."""
    if "," not in text:
        return
    for found in _HOST.finditer(text):
        halves, meant = found[1].split(","), found[1].replace(",", ".")
        if len(halves) > 1 and not all(map(is_known_host, halves)) and is_known_host(meant):
            yield Slip(*found.span(1), meant)


def without_commas(text: str) -> str:
    """The text with dots in all such hosts; nothing else changes, nor its length."""
    for slip in comma_slips(text):
        text = text[: slip.start] + slip.meant + text[slip.end :]
    return text

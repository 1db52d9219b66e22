"""Archived copies: what to ask of the Wayback Machine, and what its answer says.

https://archive.org/help/wayback_api.php: the copy nearest to a day, as JSON. It is asked only with the user's
consent; nothing is stored there.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from courtcomms.linkcheck.answers import Answer

#: Where the archive answers.
ARCHIVE = "https://archive.org"
_ASK = "{archive}/wayback/available?url={url}&timestamp={day}"
_COPY = re.compile(
    r"https?://web\.archive\.org/web/(\d{4})(\d{2})(\d{2})\d{0,6}(?:[a-z]{2}_)?/\S+", re.IGNORECASE
)
#: Copies of pages that were there; of a redirect the copy shows where it led.
_GOOD = re.compile(r"2\d\d|3\d\d|-|")


@dataclass(frozen=True, slots=True)
class ArchivedCopy:
    """A copy of a page: its address, always https, and the day on which it was taken."""

    url: str
    taken_on: date


def snapshot_request(url: str, day: date, archive: str = ARCHIVE) -> str:
    """The address that tells the copy nearest to a day; ``archive`` is where it is asked."""
    return _ASK.format(archive=archive, url=quote(url, safe="", errors="replace"), day=f"{day:%Y%m%d}")


def read_snapshot(answer: Answer) -> ArchivedCopy | None:
    """The copy that an answer names; ``None`` where there is none, or the answer is none. Never raises."""
    if answer.status != 200:
        return None
    try:
        told = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    closest = _inside(told, "archived_snapshots", "closest")
    address, status = _inside(closest, "url"), _inside(closest, "status")
    if not isinstance(address, str) or _inside(closest, "available") is False:
        return None
    return _copy(address) if _GOOD.fullmatch(str(status or "")) else None


def _copy(address: str) -> ArchivedCopy | None:
    match = _COPY.fullmatch(address.strip())
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return ArchivedCopy(re.sub("^http:", "https:", match[0], flags=re.IGNORECASE), day)


def _inside(told: Any, *names: str) -> Any:
    """What lies in objects within objects; ``None`` where one of them is missing or something else."""
    for name in names:
        told = told.get(name) if isinstance(told, dict) else None
    return told

"""One row under review: its cells, their links and their prose, each read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import zip_longest
from types import MappingProxyType

from courtcomms.cells.links import read_links
from courtcomms.linkcheck.commas import Slip, comma_slips
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import (
    Cells,
    Column,
    Court,
    Event,
    Finding,
    Link,
    LinkFlaw,
    LinkStatus,
    Repair,
    Severity,
)
from courtcomms.period import Period

#: The columns that the author writes; the number is the row's place.
WRITTEN: tuple[Column, ...] = tuple(column for column in Column if column is not Column.NUMBER)

#: Where nobody has looked at any link.
NOTHING_KNOWN: Mapping[str, LinkStatus] = MappingProxyType({})

#: Stands for each sign of an address, so that places stay what they are.
HIDDEN = "\ue000"

_MAIL_OR_FILE = re.compile(
    r"[\w.+-]{1,64}@[\w.-]{1,200}|(?<![\w.])[\w-][\w.()-]{0,100}\.(?:docx?|xlsx?|pptx?|pdf|rtf|odt|ods|jpe?g|png|zip|rar)(?!\w)",
    re.IGNORECASE,
)
_LONGEST_EXCERPT = 80

#: What does not change which site is meant.
_BARE = re.compile(r"^https?://(?:www\.)?|/+$", re.IGNORECASE)

#: The columns whose links are judged.
LINKED = (Column.SITE_LINKS, Column.MEDIA)

_CELLS_KEPT, _LONGEST_KEPT = 4_000, 2_000
_read = lru_cache(maxsize=_CELLS_KEPT)(read_links)


class Row:
    """An event with what the rules ask of its cells; ``period`` is the report's, if there is one.

    ``statuses`` is what is known of addresses, by :attr:`Address.url`; ``link_settings`` the user's words
    about hosts.
    """

    def __init__(
        self,
        event: Event,
        period: Period | None = None,
        court: Court | None = None,
        statuses: Mapping[str, LinkStatus] = NOTHING_KNOWN,
        link_settings: LinkSettings = DEFAULT,
    ) -> None:
        self.event = event
        self.link_settings = link_settings
        self.statuses = statuses
        self.period = period
        self.court = court
        self._links: dict[Column, tuple[Link, ...]] = {}
        self._slips: dict[Column, tuple[Slip, ...]] = {}
        self._prose: dict[Column, str] = {}

    def text(self, column: Column) -> str:
        """A cell as it was typed."""
        return self.event.cells[column]

    def links(self, column: Column) -> tuple[Link, ...]:
        """The links of a cell."""
        if column not in self._links:
            self._links[column] = links_of(self.event.cells, column)
        return self._links[column]

    def slips(self, column: Column) -> tuple[Slip, ...]:
        """Hosts of a cell that a comma cuts in two."""
        if column not in self._slips:
            self._slips[column] = tuple(comma_slips(self.text(column)))
        return self._slips[column]

    def prose(self, column: Column) -> str:
        """The cell with links, e-mail addresses and names of files hidden, sign by sign."""
        if column not in self._prose:
            text = self.text(column)
            for link in self.links(column):
                text = text[: link.start] + HIDDEN * len(link.text) + text[link.end :]
            if "." in text:
                text = _MAIL_OR_FILE.sub(lambda match: HIDDEN * len(match[0]), text)
            self._prose[column] = text
        return self._prose[column]

    def find(
        self,
        severity: Severity,
        code: str,
        column: Column,
        message: str,
        place: tuple[int, int] | None = None,
        repair: Repair | None = None,
    ) -> Finding:
        """A finding in this row, by default of the whole cell."""
        return finding(self.event, severity, code, column, message, place, repair)


def links_of(cells: Cells, column: Column) -> tuple[Link, ...]:
    """The links of a cell; short ones are remembered, since a report is reviewed after each change."""
    text = cells[column]
    anchors = cells.anchors_of(column) if cells.anchors else ()
    return _read(text, anchors) if len(text) <= _LONGEST_KEPT else read_links(text, anchors)


def names_the_next(text: str, link: Link, later: Link | None) -> bool:
    """«1kr.ua – https://1kr.ua/news-65763.html»: the first is only the outlet's name."""
    if later is None or link.flaw is not LinkFlaw.NO_SCHEME or "/" in link.text:
        return False
    between = text[link.end : later.start]
    near = len(between) <= 5 and not any(sign.isalnum() for sign in between)
    site, page = (_BARE.sub("", each.target).lower() for each in (link, later))
    return near and (page == site or page.startswith(f"{site}/"))


def pages_of(cells: Cells, column: Column) -> list[Link]:
    """The links of a cell that lead to pages: names of sites before their pages' addresses are none."""
    links = links_of(cells, column)
    return [
        link
        for link, later in zip_longest(links, links[1:])
        if link.flaw is not LinkFlaw.OTHER_SCHEME and not names_the_next(cells[column], link, later)
    ]


def finding(
    event: Event,
    severity: Severity,
    code: str,
    column: Column,
    message: str,
    place: tuple[int, int] | None = None,
    repair: Repair | None = None,
) -> Finding:
    """A finding of an event, by default of the whole cell, with the words at its place."""
    text = event.cells[column]
    start, end = place if place is not None else (0, len(text))
    return Finding(severity, code, event.id, column, message, start, end, repair, excerpt(text, start, end))


def excerpt(text: str, start: int, end: int) -> str:
    """The words that a place touches, at most 80 signs."""
    if end - start >= _LONGEST_EXCERPT:
        return text[start : start + _LONGEST_EXCERPT - 1] + "…"
    left, right = start, end
    while left > 0 and not text[left - 1].isspace() and start - left < _LONGEST_EXCERPT:
        left -= 1
    while right < len(text) and not text[right].isspace() and right - end < _LONGEST_EXCERPT:
        right += 1
    words = text[left:right]
    if len(words) <= _LONGEST_EXCERPT:
        return words
    left = max(left, end - _LONGEST_EXCERPT + 1)
    return text[left : left + _LONGEST_EXCERPT]

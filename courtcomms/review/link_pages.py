"""The same page twice: in a cell, in a row, in the report, whatever its spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from courtcomms.linkcheck.same_page import page_key
from courtcomms.model import Column, Event, Finding, Link, Repair, Severity
from courtcomms.review.link_repairs import second_removed
from courtcomms.review.row import LINKED, Row, finding, names_the_next, pages_of

_TWICE = "Те саме посилання вдруге в цій клітинці."
_RESPELLED = "Та сама сторінка вдруге в цій клітинці, лише записана інакше."
_GRAPHS = {Column.SITE_LINKS: "графі 5", Column.MEDIA: "графі 6"}

#: A site as such, not a page of it: many rows may name it.
_ROOT = re.compile(r"https://[^/?]+(?:/sud\d{4,5})?")
_SPELLED_ALIKE = re.compile(r"^https?://(?:www\.)?|/+$", re.IGNORECASE)


def same_link_twice(row: Row) -> Iterator[Finding]:
    """The same page a second time in one cell."""
    for column in LINKED:
        links, text = row.links(column), row.text(column)
        seen: dict[str, Link] = {}
        for index, link in enumerate(links):
            later = links[index + 1] if index + 1 < len(links) else None
            if names_the_next(text, link, later):
                continue
            first = seen.setdefault(page_key(link.target), link)
            if first is not link:
                repair = _without_second(row, column, links, index)
                message = _TWICE if _alike(first, link) else _RESPELLED
                yield row.find(Severity.WARN, "link_twice", column, message, (link.start, link.end), repair)


def _alike(one: Link, other: Link) -> bool:
    first, second = (_SPELLED_ALIKE.sub("", link.target) for link in (one, other))
    return first == second


def _without_second(row: Row, column: Column, links: Sequence[Link], index: int) -> Repair | None:
    if not index or row.event.cells.anchors_of(column):
        return None
    return second_removed(row.text(column), links[index - 1], links[index])


def same_page_in_rows(events: Sequence[Event]) -> Iterator[Finding]:
    """A page that another row, or the other column of the same row, names already.

    A site as such may stand in many rows. Twice in one cell is `same_link_twice`'s affair.
    """
    seen: dict[str, tuple[int, Column]] = {}
    for index, event in enumerate(events):
        for column in LINKED:
            for link in pages_of(event.cells, column):
                key = page_key(link.target)
                first = seen.setdefault(key, (index, column))
                if first != (index, column) and _ROOT.fullmatch(key) is None:
                    place = (link.start, link.end)
                    message = _told(first, index)
                    yield finding(event, Severity.HINT, "link_in_rows", column, message, place)


def _told(first: tuple[int, Column], index: int) -> str:
    if first[0] == index:
        return f"Це посилання вже є в {_GRAPHS[first[1]]} цього рядка: чи треба його тут?"
    return f"Це посилання вже є в рядку {first[0] + 1}: чи не скопійоване воно звідти?"

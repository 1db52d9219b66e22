"""What a search for replacing finds, worked out in the register's thread; no Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from courtcomms.cells.replacing import Span, find_spans, replace_spans
from courtcomms.model import Column
from ui.places import TableQuery
from ui.register import queries
from ui.register.desk import CellText

if TYPE_CHECKING:
    from courtcomms.model import Event
    from courtcomms.store import Register

#: More occurrences than this are neither shown nor replaced at a time: nobody could look them through.
MOST = 1000
_PAGE = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for and where; ``only`` narrows to some events."""

    query: TableQuery
    needle: str
    columns: tuple[Column, ...]
    match_case: bool = False
    whole_words: bool = False
    only: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One occurrence: ``text`` is the whole cell as read at ``version``."""

    event_id: int
    version: int
    column: Column
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Hits:
    """Occurrences in the table's order; ``more``: there are further ones than are listed."""

    wanted: Wanted
    hits: tuple[Hit, ...] = ()
    more: bool = False


def find(register: Register, wanted: Wanted) -> Hits:
    """Look through the cells of a place."""
    ids = register.find_text(
        queries.event_query(wanted.query),
        wanted.columns,
        wanted.needle,
        match_case=wanted.match_case,
        whole_words=wanted.whole_words,
    )
    ids = tuple(id_ for id_ in ids if wanted.only is None or id_ in wanted.only)
    found: list[Hit] = []
    for first in range(0, len(ids), _PAGE):
        events = register.events(ids[first : first + _PAGE])
        found += [hit for event in events for hit in _in_event(event, wanted)]
        if len(found) > MOST:
            return Hits(wanted, tuple(found[:MOST]), more=True)
    return Hits(wanted, tuple(found))


def _in_event(event: Event, wanted: Wanted) -> Iterator[Hit]:
    for column in wanted.columns:
        text = event.cells[column]
        spans = find_spans(text, wanted.needle, match_case=wanted.match_case, whole_words=wanted.whole_words)
        for span in spans:
            yield Hit(event.id, event.version, column, text, span)


def replaced(hits: Iterable[Hit], replacement: str) -> list[CellText]:
    """The cells with their chosen occurrences replaced; all else in them stays byte for byte."""
    cells: dict[tuple[int, Column], list[Hit]] = {}
    for hit in hits:
        cells.setdefault((hit.event_id, hit.column), []).append(hit)
    return [
        CellText(
            event_id,
            column,
            replace_spans(some[0].text, [hit.span for hit in some], replacement),
            some[0].version,
        )
        for (event_id, column), some in cells.items()
    ]

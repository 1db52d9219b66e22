"""A table cut where a heading stands again or a title names another period.

One sheet may hold the reports of a year one below another, each with its title and heading, or one long
table in which a row «за ІІ квартал 2021 року» begins the next of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from courtcomms.importing.finding.double_headings import divided
from courtcomms.importing.finding.found import Line
from courtcomms.importing.finding.table_head import Head, find_head, head_at
from courtcomms.importing.finding.title import is_title_line
from courtcomms.importing.finding.title_words import names_events_of_period
from courtcomms.importing.finding.unnamed_number import with_number
from courtcomms.importing.grid import GridRow, GridTable

#: Stems of headings; a row far below the first heading is looked at only if it has three of them.
_STEMS = re.compile(
    r"назв|найменув|захо?д|дат[аи]|термін|строк|посилан|змі\b|публікац|аудитор|відповідал|виконав|учасник"
    r"|к-ть|кільк|ціль\b|мета\b"
)
_FEWEST_STEMS = 3
_LONGEST_HEAD = 1500
_TITLE_STEMS = re.compile(r"звіт|таблиц|суд|кв|півр|рік|рок|20\d\d|місяц|продовж|додаток", re.IGNORECASE)
_LONGEST_TITLE = 250
_MOST_TITLE_CELLS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows of a table under one heading: title from ``start`` on, data ``first <= row < last``.

    ``head`` is ``None`` where the table has none; ``own_head`` is false where the rows above the data are
    a title alone and the heading is that of the piece before. ``place`` names the table.
    """

    table: GridTable
    place: str
    head: Head | None
    start: int
    first: int
    last: int
    own_head: bool = True

    def above(self) -> list[Line]:
        """The lines over the heading, or those of the title without one."""
        stop = self.head.first if self.own_head and self.head is not None else self.first
        return lines_of(self.table.rows[self.start : stop], self.place)


def pieces_of(table: GridTable, place: str, *, thorough: bool = True) -> list[Piece]:
    """The pieces of a table in order, at least one. Unless ``thorough``, its first rows are not read
    letter by letter (for a table after very many others)."""
    rows = table.rows
    head = find_head(table) if thorough else None
    head = head if head is not None else next(_further_heads(rows, 0), None)
    if head is None:
        return [Piece(table, place, None, 0, 0, len(rows))]
    head = _understood(head, rows)
    pieces = [Piece(table, place, head, 0, head.stop, len(rows))]
    for start, first, again in _cuts(rows, head):
        pieces[-1] = replace(pieces[-1], last=start)
        pieces.append(
            Piece(table, place, again or pieces[-1].head, start, first, len(rows), again is not None)
        )
    return pieces


def _understood(head: Head, rows: Sequence[GridRow]) -> Head:
    """The heading with what only the rows below it tell."""
    below = rows[head.stop :]
    return with_number(divided(head, below), below)


def _further_heads(rows: Sequence[GridRow], start: int) -> Iterator[Head]:
    for at in range(start, len(rows)):
        if _may_be_head(rows[at]) and (head := head_at(rows, at)) is not None:
            yield head


def _cuts(rows: Sequence[GridRow], head: Head) -> Iterator[tuple[int, int, Head | None]]:
    """Where a further piece begins, where its data begin, and its heading if it has one."""
    title: int | None = None
    at = head.stop
    while at < len(rows):
        row = rows[at]
        if _is_title(row):
            title = at if title is None else title
        elif _may_be_head(row) and (again := head_at(rows, at)) is not None:
            yield title if title is not None else at, again.stop, _understood(again, rows)
            title, at = None, again.stop - 1
        elif title is not None and any(cell.text.strip() for cell in row.cells):
            if any(names_events_of_period(line) for line in _words(rows[title:at])):
                yield title, at, None
            title = None
        at += 1


def _words(rows: Sequence[GridRow]) -> Iterator[str]:
    """The words of rows that have one cell alone: several without a heading below may be an event."""
    for row in rows:
        told = [cell.text for cell in row.cells if cell.text.strip()]
        if len(told) == 1:
            yield told[0]


def _is_title(row: GridRow) -> bool:
    told = [cell.text for cell in row.cells if cell.text.strip()]
    if not 0 < len(told) <= _MOST_TITLE_CELLS or any(text.strip().isdigit() for text in told):
        return False
    joined = " ".join(told)
    if len(joined) > _LONGEST_TITLE or _TITLE_STEMS.search(joined) is None:
        return False
    return all(is_title_line(line) for line in joined.split("\n") if line.strip()) or names_events_of_period(
        joined
    )


def _may_be_head(row: GridRow) -> bool:
    if len(row.cells) < _FEWEST_STEMS:
        return False
    joined = "\n".join(cell.text for cell in row.cells)
    if len(joined) > _LONGEST_HEAD or "://" in joined:
        return False
    return len(set(_STEMS.findall(joined.lower()))) >= _FEWEST_STEMS


def lines_of(rows: Sequence[GridRow], place: str) -> list[Line]:
    """The lines of cells one after another, each with its row's place."""
    return [
        Line(line, f"{place}, рядок {row.index}" if place else f"рядок {row.index}")
        for row in rows
        for cell in row.cells
        for line in cell.text.split("\n")
        if line.strip()
    ]

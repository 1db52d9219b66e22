"""Tables that stand on their side: the headings in the first column, an event in each further one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from courtcomms.cells.headings import Heading, read_heading
from courtcomms.importing.finding.columns import column_of
from courtcomms.importing.grid import Block, GridCell, GridRow, GridTable

#: Different headings that must stand in the first column: fewer may be any list of particulars.
_FEWEST = 6
_TALLEST = 40
_WIDEST = 60
_CERTAIN = frozenset({Heading.TITLE, Heading.DATE})

_read = lru_cache(maxsize=1024)(read_heading)


def turned_upright(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks with tables on their side turned; those of one event each are put together."""
    out: list[Block] = []
    for block in blocks:
        turned = _turned(block) if isinstance(block, GridTable) else None
        if turned is None:
            out.append(block)
            continue
        before = out[-1] if out else None
        if isinstance(before, GridTable) and before.turned and _same_head(before, turned):
            out[-1] = replace(before, rows=(*before.rows, *_numbered_on(before, turned)))
        else:
            out.append(turned)
    return tuple(out)


def _turned(table: GridTable) -> GridTable | None:
    """The table upright, ``None`` where its first column is no heading for certain."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    if not _FEWEST <= len(rows) <= _TALLEST or any(len(row.cells) < 1 for row in rows):
        return None
    above, rows = _without_title(rows)
    keys = [_read(row.cells[0].text) for row in rows]
    told = {column_of(key) for key in keys if key is not None}
    width = max(cell.end for row in rows for cell in row.cells)
    if len(told) < _FEWEST or len(told) < len([key for key in keys if key]) or not set(keys) >= _CERTAIN:
        return None
    if not 1 < width <= _WIDEST or any(key is None for key in keys[: len(told)]):
        return None
    columns = range(rows[0].cells[0].end, width)
    heads = GridRow(tuple(replace(row.cells[0], column=at, span=1) for at, row in enumerate(rows)), 1)
    events = tuple(
        GridRow(tuple(_at(row, at, column) for at, row in enumerate(rows)), column + 1) for column in columns
    )
    return replace(table, rows=(*above, heads, *events), turned=True)


def _without_title(rows: list[GridRow]) -> tuple[tuple[GridRow, ...], list[GridRow]]:
    """Rows of one wide cell over the headings are the title."""
    count = next((at for at, row in enumerate(rows) if _read(row.cells[0].text) is not None), 0)
    return tuple(rows[:count]), rows[count:]


def _at(row: GridRow, at: int, column: int) -> GridCell:
    cell = next((cell for cell in row.cells[1:] if cell.column <= column < cell.end), None)
    if cell is None:
        return GridCell(at)
    return replace(cell, column=at, span=1, continues=False)


def _same_head(one: GridTable, other: GridTable) -> bool:
    wanted = _texts(other.rows[0])
    return any(_texts(row) == wanted for row in one.rows[:_TALLEST])


def _texts(row: GridRow) -> list[str]:
    return [cell.text for cell in row.cells]


def _numbered_on(before: GridTable, table: GridTable) -> list[GridRow]:
    last = before.rows[-1].index
    return [replace(row, index=last + at) for at, row in enumerate(table.rows[1:], 1)]

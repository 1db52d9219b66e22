"""The rows in what was copied: the report's own table, or any table whose columns can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from courtcomms.cells.headings import Heading, read_heading
from courtcomms.importing.clips.clipboard import Copied, tables_of
from courtcomms.importing.clips.guess import guess_columns
from courtcomms.importing.clips.rows import CopiedRows
from courtcomms.importing.files.refusal import Refusal
from courtcomms.importing.finding.found import FoundReport, Line, Part
from courtcomms.importing.finding.table_finder import find_report
from courtcomms.importing.finding.table_head import Head, Leaf
from courtcomms.importing.finding.title import is_title_line
from courtcomms.importing.grid import Grid, GridCell, GridLink, GridRow, GridTable
from courtcomms.model import Column

#: Rows in which a heading that is no report's is looked for.
_LOOKED_AT = 5
_FEWEST_HEADINGS = 2
#: Rows below which the layout of a table is not looked at any more.
_SAMPLE = 200
#: Fewer columns than these are cells for a range and no rows of a report.
_FEWEST_COLUMNS = 3
_POSITIONAL = len(Column) - 1


def copied_rows(copied: Copied) -> CopiedRows | None:
    """The rows of what was copied, ``None`` for nothing. Mere words are names, one in each line."""
    if not copied.rows:
        return None
    if copied.table is None:
        return rows_from([[line] for line in _line_cells(copied.rows[0][0])], (Column.TITLE,))
    notes = copied.grid.notes
    try:
        return CopiedRows(find_report(copied.grid), notes, headed=True)
    except Refusal:
        pass
    table = max(tables_of(copied.grid.blocks), key=lambda one: _heading_row(one) is not None, default=None)
    table = table if table is not None and _heading_row(table) is not None else copied.table
    return _plain_rows(table, copied.grid, notes)


def rows_from(rows: Sequence[Sequence[GridCell]], columns: Sequence[Column | None]) -> CopiedRows:
    """Rows whose columns are known already: those of a range that reached below the table."""
    table = GridTable(tuple(GridRow(tuple(row), at) for at, row in enumerate(rows, 1)))
    leaves = tuple(
        Leaf(at, at + 1, f"стовпець {at + 1}", Heading(column.value) if column is not None else None)
        for at, column in enumerate(columns)
    )
    found = FoundReport([Part(table, Head("report", 0, 0, leaves), 0)], [])
    return CopiedRows(found, (), headed=False)


def _line_cells(cell: GridCell) -> Iterator[GridCell]:
    """The lines of a cell that say something, each with its links."""
    at = 0
    for line in cell.text.split("\n"):
        end = at + len(line)
        links = tuple(
            GridLink(link.target, max(link.start, at) - at, min(link.end, end) - at)
            for link in cell.links
            if link.start < end and at < link.end
        )
        if line.strip():
            yield GridCell(0, line, links=links)
        at = end + 1


def looks_like_rows(copied: Copied, rows: CopiedRows) -> bool:
    """Whether whole rows were meant and not a range of cells: a heading tells it, as many columns as the
    form has, or a name and a date in every row among three columns."""
    if copied.own or copied.table is None or len(rows.columns) < _FEWEST_COLUMNS:
        return copied.whole_rows
    if rows.headed or len(rows.columns) >= _POSITIONAL:
        return True
    return {Column.TITLE, Column.DATE} <= set(rows.guess) and all(
        cells.title.strip() for cells in rows.plan().rows
    )


def _plain_rows(table: GridTable, grid: Grid, notes: Sequence[str]) -> CopiedRows:
    """Rows of a table that is no whole report."""
    at = _heading_row(table)
    leaves = _layout(table)
    first = at + 1 if at is not None else _title_rows(table)
    if at is not None:
        leaves = tuple(_named(leaf, table.rows[at]) for leaf in leaves)
    else:
        guessed = guess_columns([_cells_under(leaf, table.rows[first:]) for leaf in leaves])
        keys = [Heading(column.value) if column is not None else None for column in guessed]
        leaves = tuple(replace(leaf, key=key) for leaf, key in zip(leaves, keys, strict=True))
    found = FoundReport([Part(table, Head("report", first, first, leaves), first)], [])
    found.above += [
        Line(cell.text) for row in table.rows[: at if at is not None else first] for cell in row.cells
    ]
    found.around += [Line(block.text) for block in grid.blocks if not isinstance(block, GridTable)]
    return CopiedRows(found, notes, headed=at is not None)


def _heading_row(table: GridTable) -> int | None:
    """The row that heads a few columns: at least two of its cells are headings, and most of them."""
    for at, row in enumerate(table.rows[:_LOOKED_AT]):
        told = [cell.text for cell in row.cells if cell.text.strip()]
        keys = {key for text in told if (key := read_heading(text)) is not None}
        if len(keys) >= _FEWEST_HEADINGS and 2 * len(keys) > len(told):
            return at
    return None


def _title_rows(table: GridTable) -> int:
    """How many rows at the top are lines of a title in a single cell."""
    for at, row in enumerate(table.rows):
        told = [cell.text for cell in row.cells if cell.text.strip()]
        if len(told) > 1 or not all(is_title_line(line) for text in told for line in text.split("\n")):
            return at
    return 0


def _layout(table: GridTable) -> tuple[Leaf, ...]:
    """The columns that most rows have."""
    layouts = [tuple((cell.column, cell.end) for cell in row.cells) for row in table.rows[:_SAMPLE]]
    usual = max(layouts, key=lambda edges: (layouts.count(edges), len(edges)), default=())
    return tuple(Leaf(start, end, f"стовпець {at}", None) for at, (start, end) in enumerate(usual, 1))


def _named(leaf: Leaf, row: GridRow) -> Leaf:
    text = next((cell.text for cell in row.cells if cell.column <= leaf.start < cell.end), "")
    return replace(leaf, text=" ".join(text.split()), key=read_heading(text))


def _cells_under(leaf: Leaf, rows: Sequence[GridRow]) -> list[GridCell]:
    return [cell for row in rows[:_SAMPLE] for cell in row.cells if leaf.start <= cell.column < leaf.end]

"""Tables of Word as grid rows: spans, merges, ragged grids, rows deleted under tracked changes."""

from __future__ import annotations

from dataclasses import replace

from courtcomms.importing.docx_names import attribute, child, inside, number_of, switched_on, value_of
from courtcomms.importing.docx_runs import Context
from courtcomms.importing.docx_text import TextReader
from courtcomms.importing.grid import MOST_COLUMNS, GridCell, GridRow, GridTable
from courtcomms.importing.xml_safe import Element

#: Word's own limit of columns.
_WIDEST_SPAN = 63


def read_row(element: Element, index: int, context: Context) -> GridRow | None:
    """A ``w:tr``; ``None`` for one that was deleted under tracked changes."""
    properties = child(element, "trPr")
    if properties is not None and child(properties, "del") is not None:
        context.seen.revisions = True
        return None
    column = _span(value_of(properties, "gridBefore"), 0)
    cells: list[GridCell] = []
    for item in inside(element, "tc"):
        cell = _read_cell(item, column, context)
        if cells and _merged_left(item):
            cells[-1] = replace(cells[-1], span=cells[-1].span + cell.span)
        elif column < MOST_COLUMNS:
            cells.append(cell)
        column += cell.span
    return GridRow(tuple(cells), index, bool(switched_on(properties, "hidden")))


def read_table(element: Element, context: Context) -> GridTable:
    """A whole ``w:tbl``; used for tables inside cells."""
    rows = (read_row(item, index, context) for index, item in enumerate(inside(element, "tr"), 1))
    return GridTable(tuple(row for row in rows if row is not None))


def _read_cell(element: Element, column: int, context: Context) -> GridCell:
    properties = child(element, "tcPr")
    span = _span(value_of(properties, "gridSpan"), 1)
    if _continues(properties):
        return GridCell(column, span=span, continues=True)
    reader = TextReader(context, read_table)
    reader.read(element)
    return reader.builder.cell(column, span)


def _continues(properties: Element | None) -> bool:
    merge = child(properties, "vMerge") if properties is not None else None
    return merge is not None and attribute(merge, "val") != "restart"


def _merged_left(element: Element) -> bool:
    """The old horizontal merge: the cell is a part of the one before it."""
    merge = child(element, "tcPr")
    merge = child(merge, "hMerge") if merge is not None else None
    return merge is not None and attribute(merge, "val") != "restart"


def _span(text: str | None, least: int) -> int:
    return max(least, min(number_of(text, least), _WIDEST_SPAN))

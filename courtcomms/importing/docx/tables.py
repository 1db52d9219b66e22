"""Tables of Word as grid rows: merges of every kind, cells and rows deleted under tracked changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from courtcomms.importing.docx.context import Context
from courtcomms.importing.docx.names import attribute, child, inside, name_of, switched_on, tags
from courtcomms.importing.docx.plain import plain_cell
from courtcomms.importing.docx.rows import Place, TableState
from courtcomms.importing.docx.runs import is_prompt
from courtcomms.importing.docx.text import TextReader
from courtcomms.importing.files.xml_safe import Element
from courtcomms.importing.grid import MOST_COLUMNS, GridCell, GridRow, GridTable
from courtcomms.importing.text_builder import shortened

_WORDS = tags("t")


def read_row(element: Element, index: int, context: Context, table: TableState) -> GridRow | None:
    """A ``w:tr``; ``None`` for one that was deleted under tracked changes."""
    properties = child(element, "trPr")
    if properties is not None:
        context.seen.revisions |= any(child(properties, name) is not None for name in ("ins", "del"))
        if child(properties, "del") is not None:
            return None
    places, deleted = table.places(element, properties)
    context.seen.revisions |= deleted
    if deleted and not places:
        return None
    return GridRow(_cells(places, context, table), index, bool(switched_on(properties, "hidden")))


def read_table(element: Element, context: Context) -> GridTable:
    """A whole ``w:tbl``; used for tables inside cells."""
    state = TableState()
    rows = (read_row(item, index, context, state) for index, item in enumerate(inside(element, "tr"), 1))
    return GridTable(tuple(row for row in rows if row is not None))


def _cells(places: list[Place], context: Context, table: TableState) -> tuple[GridCell, ...]:
    cells: list[GridCell] = []
    merged: set[int] = set()
    row = context.place
    for number, place in enumerate(places, 1):
        context.place = f"{row}, клітинка {number}"
        cell = _read_cell(place, context, table, merged)
        if cells and _merged_left(place.properties):
            cells[-1] = _with_left(cells[-1], cell)
        elif place.column < MOST_COLUMNS:
            cells.append(cell)
    context.place = row
    table.merged = merged
    return tuple(cells)


def _read_cell(place: Place, context: Context, table: TableState, merged: set[int]) -> GridCell:
    """One cell; ``merged`` takes its column where it may be merged with the next row."""
    merge = _merge(place.properties, context)
    if merge:
        merged.add(place.column)
    if merge == "continue" and _is_continued(place, table):
        under = _words_of(place.element)
        notes = (f"текст під об'єднаною клітинкою не взято: «{shortened(under)}»",) if under else ()
        return GridCell(place.column, span=place.span, continues=True, notes=notes)
    if _in_prompt(place.element):
        return GridCell(place.column, span=place.span)
    plain = plain_cell(place.element, place.column, place.span, context)
    if plain is not None:
        return plain
    reader = TextReader(context, read_table)
    reader.read(place.element)
    return reader.builder.cell(place.column, place.span)


def _is_continued(place: Place, table: TableState) -> bool:
    """A lower part with nothing above it shows its own words; empty, it goes on from the table before."""
    return place.column in table.merged or (table.rows == 1 and not _words_of(place.element))


def _merge(marks: Mapping[str, Element], context: Context) -> str:
    """«restart», «continue» or ``""``; a merge made under tracked changes holds."""
    tracked = marks.get("w:cellMerge")
    context.seen.revisions |= tracked is not None or "w:cellIns" in marks
    if tracked is not None:
        return {"cont": "continue", "rest": "restart"}.get(attribute(tracked, "vMerge") or "", "")
    return _state(marks.get("w:vMerge"))


def _state(merge: Element | None) -> str:
    if merge is None:
        return ""
    return "restart" if attribute(merge, "val") == "restart" else "continue"


def _merged_left(marks: Mapping[str, Element]) -> bool:
    """The old horizontal merge: the cell is a part of the one before it."""
    return _state(marks.get("w:hMerge")) == "continue"


def _with_left(before: GridCell, cell: GridCell) -> GridCell:
    """The cell before with this one as a part of it, whose own words are not shown."""
    under = shortened(cell.text)
    told = (f"текст під об'єднаною клітинкою не взято: «{under}»",) if under else ()
    return replace(before, span=before.span + cell.span, notes=before.notes + told)


def _words_of(element: Element) -> str:
    return " ".join(item.text.strip() for item in element.iter(*_WORDS) if item.text and item.text.strip())


def _in_prompt(cell: Element) -> bool:
    """Whether a content control around the cell shows nothing but its prompt."""
    node = cell.getparent()
    while node is not None and name_of(node.tag) != "w:tr":
        if name_of(node.tag) == "w:sdt" and is_prompt(node):
            return True
        node = node.getparent()
    return False

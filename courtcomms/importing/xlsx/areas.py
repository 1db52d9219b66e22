"""Merged areas and hyperlinks of a sheet laid over its cells; both may name more cells than exist."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from courtcomms.cells.typography import trim_layout
from courtcomms.importing.grid import MOST_COLUMNS, MOST_ROWS, GridCell, GridLink
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.xlsx.names import Area

#: Cells with something in them, by row (from 1) and column (from 0).
Cells = dict[int, dict[int, GridCell]]

#: Cells touched by all areas together; a real report needs a few thousand.
_MOST_STEPS = 300_000
#: Lost links that are told one by one.
_MOST_TOLD = 20


def lay_merges(cells: Cells, areas: Iterable[Area]) -> list[str]:
    """Turn merged areas into spans and continued cells, in place; what was left out, in Ukrainian."""
    walker = _Walker(cells)
    told: list[str] = []
    for area in areas:
        if area.single:
            continue
        if area.bottom - area.top >= MOST_ROWS or area.right - area.left >= MOST_COLUMNS:
            told = ["Об'єднання клітинок на весь аркуш не враховано."]
            continue
        for row, columns in walker.inside(area):
            _merge_row(cells[row], columns, area, first=row == area.top)
    return told + walker.told()


def _merge_row(row: dict[int, GridCell], columns: list[int], area: Area, *, first: bool) -> None:
    """Only the top left cell of a merged area is seen; words under it are told of."""
    width = min(area.right, MOST_COLUMNS - 1) - area.left + 1
    covered = [row.pop(column) for column in columns]
    head = covered[0] if first and covered and covered[0].column == area.left else GridCell(area.left)
    under = [cell.text for cell in covered if cell is not head and cell.text]
    notes = (*head.notes, *(f"текст під об'єднаною клітинкою не взято: «{text[:60]}»" for text in under[:3]))
    row[area.left] = replace(head, span=width, continues=not first, notes=notes)


def lay_links(cells: Cells, links: Iterable[tuple[Area, str]]) -> list[str]:
    """Give each cell under a hyperlink's area its link, in place; what was left out, in Ukrainian.

    A sheet's hyperlink belongs to the whole cell, so its place is all of the cell's text.
    """
    walker = _Walker(cells)
    lost: list[str] = []
    for area, target in links:
        found = False
        for row, columns in walker.inside(area):
            for column in columns:
                cells[row][column] = _linked(cells[row][column], target)
                found = found or bool(cells[row][column].links)
        if not found and not target.startswith("#"):
            lost.append(f"Посилання порожньої клітинки {area.first} не взято: {shortened(target)}.")
    return lost[:_MOST_TOLD] + walker.told()


def _linked(cell: GridCell, target: str) -> GridCell:
    text = trim_layout(cell.text)
    if not text or any(link.target == target for link in cell.links):
        return cell
    start = cell.text.index(text)
    return replace(cell, links=(*cell.links, GridLink(target, start, start + len(text))))


class _Walker:
    """Visits existing cells inside areas, up to a number of steps that no real sheet needs."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._rows = sorted(cells)
        self._left = _MOST_STEPS

    def inside(self, area: Area) -> Iterator[tuple[int, list[int]]]:
        """Existing rows of an area with their existing columns in it."""
        first, last = bisect_left(self._rows, area.top), bisect_right(self._rows, area.bottom)
        for row in self._rows[first:last]:
            columns = [column for column in sorted(self._cells[row]) if area.left <= column <= area.right]
            self._left -= 1 + len(columns)
            if self._left < 0:
                return
            yield row, columns

    def told(self) -> list[str]:
        """A warning where the steps did not suffice."""
        return ["Частину об'єднань чи посилань не враховано: їх забагато."] if self._left < 0 else []

"""From the columns of a table to the nine of the form, for one row at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from courtcomms.cells.headings import Heading
from courtcomms.cells.typography import is_blank, trim_layout
from courtcomms.importing.finding.table_head import Leaf
from courtcomms.importing.grid import GridCell, GridLink
from courtcomms.importing.text_builder import shortened
from courtcomms.model import Column

_MEDIA = frozenset({Heading.MEDIA, Heading.MEDIA_COUNT, Heading.MEDIA_LINKS})

#: The source cells under each column of a table's heading, in its order.
RowCells = list[list[GridCell]]


class ColumnPlan:
    """Which columns of a table make up each column of the form; several are joined line by line.

    ``columns`` has for each of them the column of the form, ``dropped`` those that are not taken.
    """

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.leaves = leaves
        self.columns = [None if leaf.key is None else column_of(leaf.key) for leaf in leaves]
        self._sources: dict[Column, list[int]] = {column: [] for column in Column}
        self.dropped: list[int] = []
        for at, column in enumerate(self.columns):
            target = self.dropped if column is None else self._sources[column]
            target.append(at)
        self.names = {column: shortened(self._heading(at)) for column, at in self._sources.items()}

    def _heading(self, sources: Sequence[int]) -> str:
        return self.leaves[sources[0]].text if sources else ""

    def combined(self, column: Column, row: RowCells) -> GridCell:
        """All source cells that belong to one column of the form, as one cell without blank lines around.

        Of several columns (publications counted in one and linked in another) those with a mere dash say
        nothing beside one with words.
        """
        sources = self._sources[column]
        if len(sources) == 1 and len(only := row[sources[0]]) == 1 and only[0].text.strip():
            return trimmed(only[0])
        cells = [cell for at in sources for cell in row[at]]
        told = [cell for cell in cells if cell.text.strip()]
        if len(sources) > 1:
            told = [cell for cell in told if not is_blank(cell.text)] or told[:1]
        joined = _joined(told) if told else GridCell(0, self._label(column, cells))
        notes = tuple(note for cell in cells for note in cell.notes)
        return replace(joined, notes=notes) if notes else joined

    def _label(self, column: Column, cells: Sequence[GridCell]) -> str:
        """An automatic number is the text of the № column and of no other."""
        return next((cell.label for cell in cells if cell.label), "") if column is Column.NUMBER else ""

    def is_only_numbered(self, row: RowCells) -> bool:
        """Whether nothing but the № is filled in."""
        return not any(cell.text.strip() for cell in self._beside_number(row))

    def says_nothing(self, row: RowCells) -> bool:
        """Whether every cell but the № is blank or a dash: so the form marks a quarter without events."""
        return all(is_blank(cell.text) for cell in self._beside_number(row))

    def _beside_number(self, row: RowCells) -> list[GridCell]:
        numbers = self._sources[Column.NUMBER]
        return [cell for at, cells in enumerate(row) if at not in numbers for cell in cells]

    def row_name(self, row: RowCells, number: int) -> str:
        """How a warning calls a row: by its own №, else by its place among the events."""
        return row_name(self.combined(Column.NUMBER, row).text, number)


def row_name(own_number: str, number: int) -> str:
    """How a warning calls the event ``number`` whose № cell says ``own_number``."""
    own = shortened(own_number).strip(" .)")
    return f"Рядок № {own}" if own.isdigit() else f"Рядок {number}"


def column_of(key: Heading) -> Column:
    """The column of the form that a heading means."""
    return Column.MEDIA if key in _MEDIA else Column(key.value)


def trimmed(cell: GridCell) -> GridCell:
    """The cell without blank lines around its text, its links at their places."""
    text = trim_layout(cell.text)
    return cell if text == cell.text else replace(cell, text=text, links=_joined([cell]).links)


def _joined(cells: Sequence[GridCell]) -> GridCell:
    text, links = "", []
    for cell in cells:
        trimmed = trim_layout(cell.text)
        text += "\n" if text else ""
        shift = len(text) - cell.text.index(trimmed)
        links += [_shifted(link, shift, len(text), len(text) + len(trimmed)) for link in cell.links]
        text += trimmed
    return GridCell(0, text, links=tuple(links))


def _shifted(link: GridLink, by: int, least: int, most: int) -> GridLink:
    start, end = (min(max(at + by, least), most) for at in (link.start, link.end))
    return GridLink(link.target, start, end)

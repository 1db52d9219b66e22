"""Tables of HTML as grid rows: spans, merges, ragged rows, what the page hides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from courtcomms.importing.files.xml_safe import Element
from courtcomms.importing.finding.columns import trimmed
from courtcomms.importing.grid import MOST_COLUMNS, MOST_ROWS, GridCell, GridRow, GridTable
from courtcomms.importing.html.source import Maker, Source, too_much
from courtcomms.importing.html.text import HtmlText, Seen, inner_text, is_hidden, name_of

_CELLS = frozenset({"td", "th"})
#: Twenty columns in as many rows as a table may have.
_MOST_CELLS = 20 * MOST_ROWS
#: What never holds rows of the table it stands in.
_NO_ROWS = frozenset({"table", "caption", "colgroup", "col"})


@dataclass(slots=True)
class Page:
    """A page being read: its source, what was met, how many rows and cells its tables have so far."""

    source: Source
    seen: Seen = field(default_factory=Seen)
    rows: int = 0
    cells: int = 0

    def stretch(self, table: Callable[[HtmlText, Element], None]) -> HtmlText:
        """A reader of words outside cells; ``table`` takes the tables there."""
        return HtmlText(self.source, self.seen, table)

    def cell(self, element: Element, column: int, span: int) -> GridCell:
        """A ``td`` or ``th``. In our own clips every blank line is the user's."""
        text = HtmlText(self.source, self.seen, self._nested)
        if not text.is_layout(element):
            text.read(element, exact=self._blanks_count(element))
        cell = text.builder.cell(column, span)
        return cell if self.source.maker is Maker.OWN else trimmed(cell)

    def _blanks_count(self, element: Element) -> bool:
        """LibreOffice Calc writes a cell on one line of the markup, all its blanks as they are."""
        if self.source.maker is not Maker.LIBRE_OFFICE or element.find(".//p") is not None:
            return False
        return "\n" not in inner_text(element)

    def count_row(self) -> None:
        """One more row.

        Raises:
            Refusal: more than any report has.
        """
        self.rows += 1
        if self.rows > MOST_ROWS:
            raise too_much(f"понад {MOST_ROWS} рядків")

    def count_cells(self, number: int) -> None:
        """More cells, those included that merged ones reach into.

        Raises:
            Refusal: more than any report has.
        """
        self.cells += number
        if self.cells > _MOST_CELLS:
            raise too_much("забагато клітинок")

    def _nested(self, text: HtmlText, element: Element) -> None:
        """A table inside a cell: kept as a table, its words also as lines of the cell."""
        table = read_table(self, element)
        text.builder.tables.append(table)
        for row in table.rows:
            text.lines.begin_line()
            for number, cell in enumerate(row.cells):
                if number:
                    text.builder.add("\t")
                text.builder.add_cell(cell)
        text.lines.block()


def read_table(page: Page, element: Element) -> GridTable:
    """The rows of a table, or of any element that holds rows or cells.

    Raises:
        Refusal: more rows than any report has.
    """
    hidden = _hidden_columns(element)
    merged: dict[int, list[int]] = {}
    rows = []
    for row, cells in _rows(element):
        page.count_row()
        built = _Row(page, merged)
        for cell in cells:
            built.add(cell, hidden)
        concealed = row is not None and is_hidden(row)
        # Excel ends with a hidden row that only tells the widths.
        if not concealed or any(cell.text.strip() for cell in built.cells):
            rows.append(GridRow(built.finish(), page.rows, concealed))
    return GridTable(tuple(rows), hidden_columns=frozenset(hidden))


class _Row:
    """A row being put together. ``merged``: columns that cells above reach down into, each with its span
    and the number of rows left."""

    def __init__(self, page: Page, merged: dict[int, list[int]]) -> None:
        self._page = page
        self._merged = merged
        self._new: dict[int, list[int]] = {}
        self._column = 0
        self.cells: list[GridCell] = []

    def add(self, element: Element, hidden: set[int]) -> None:
        self._pass_merged()
        if self._column >= MOST_COLUMNS:
            return
        if is_hidden(element):
            if self._page.source.maker is not Maker.EXCEL:
                return
            hidden.add(self._column)
        span = min(_number(element, "colspan"), MOST_COLUMNS - self._column)
        down = _number(element, "rowspan")
        self.cells.append(self._page.cell(element, self._column, span))
        if down > 1:
            self._new[self._column] = [span, down - 1]
        self._column += span

    def finish(self) -> tuple[GridCell, ...]:
        """All cells of the row, the merged ones to its right included."""
        for column in sorted(column for column in self._merged if column >= self._column):
            if column >= self._column:
                self._column = column
                self._pass_merged()
        self._merged.update(self._new)
        self._page.count_cells(len(self.cells))
        return tuple(self.cells)

    def _pass_merged(self) -> None:
        while self._column in self._merged:
            span, left = self._merged[self._column]
            self.cells.append(GridCell(self._column, span=span, continues=True))
            if left > 1:
                self._merged[self._column][1] -= 1
            else:
                del self._merged[self._column]
            self._column += span


def _rows(element: Element) -> Iterator[tuple[Element | None, list[Element]]]:
    """The rows of a table with their cells; cells that stand in no row make one."""
    loose: list[Element] = []
    for item in element:
        name = name_of(item)
        if name in _CELLS:
            loose.append(item)
            continue
        if loose:
            yield None, loose
            loose = []
        if name == "tr":
            yield item, [cell for cell in item if name_of(cell) in _CELLS]
        elif name not in _NO_ROWS:
            yield from _rows(item)
    if loose:
        yield None, loose


def _hidden_columns(element: Element) -> set[int]:
    """Columns that Excel hides."""
    hidden: set[int] = set()
    column = 0
    for item in element.iter("col"):
        if column >= MOST_COLUMNS or next(item.iterancestors("table"), None) is not element:
            break
        span = min(_number(item, "span"), MOST_COLUMNS)
        if is_hidden(item):
            hidden |= set(range(column, column + span))
        column += span
    return hidden


def _number(element: Element, name: str) -> int:
    """A span; what is no sensible number is one."""
    text = (element.get(name) or "").strip()
    return max(1, min(int(text), MOST_ROWS)) if text.isdecimal() and len(text) < 6 else 1

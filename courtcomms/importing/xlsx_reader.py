"""An Excel workbook as a grid: each sheet one table, read row by row within limits."""

from __future__ import annotations

from dataclasses import dataclass, field

from courtcomms.importing.docx_fields import joined
from courtcomms.importing.docx_names import number_of, relation_id
from courtcomms.importing.grid import MOST_COLUMNS, MOST_ROWS, Grid, GridCell, GridRow, GridTable
from courtcomms.importing.link_list import SHEET_NAME
from courtcomms.importing.package import Package, Relation
from courtcomms.importing.refusal import damaged, too_large
from courtcomms.importing.xlsx_areas import Cells, lay_links, lay_merges
from courtcomms.importing.xlsx_cells import read_cell
from courtcomms.importing.xlsx_names import Area, local, read_address, read_area, switched, tags
from courtcomms.importing.xlsx_workbook import Sheet, Workbook, read_workbook
from courtcomms.importing.xml_safe import Element, XmlStream

_UNITS = tags("row", "mergeCell", "hyperlink", "col", "worksheet")
#: Excel's own limits.
_LAST_ROW = 1_048_576
_MOST_LINKS = 65_530
#: Rows may all be there and empty; so may all links and merges.
_MOST_ELEMENTS = _LAST_ROW + 2 * _MOST_LINKS
#: Cells of a sheet with those that are empty: fifty styled columns in 20,000 rows.
_MOST_CELLS = 1_000_000


def read_xlsx(package: Package, main: str) -> Grid:
    """The workbook whose main part is ``main``.

    Raises:
        Refusal: damaged, hostile, or no workbook.
    """
    workbook = read_workbook(package, main)
    tables: list[GridTable] = []
    notes: list[str] = []
    rows_left = MOST_ROWS
    for sheet in workbook.sheets:
        lists_links = sheet.name == SHEET_NAME  # it has a row for each link, several for a row of the report
        most = _MOST_LINKS + 1 if lists_links else rows_left
        reader = _SheetReader(workbook, sheet, package.relations(sheet.part), most)
        reader.read(package)
        rows_left -= 0 if lists_links else len(reader.cells)
        tables.append(reader.table())
        notes += reader.notes()
    return Grid(tuple(tables), tuple(notes))


@dataclass(slots=True)
class _SheetReader:
    """Collects one sheet: cells as they come, merges and links that follow them."""

    workbook: Workbook
    sheet: Sheet
    relations: dict[str, Relation]
    rows_left: int
    cells: Cells = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Area] = field(default_factory=list)
    links: list[tuple[Area, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    _row: int = 0
    _cells_left: int = _MOST_CELLS
    _is_sheet: bool = False

    def read(self, package: Package) -> None:
        """Read the sheet's part."""
        takers = {"row": self._take_row, "mergeCell": self._take_merge, "hyperlink": self._take_link}
        stream = XmlStream(package.chunks(self.sheet.part), _UNITS, _MOST_ELEMENTS)
        for element in stream:
            name = local(element)
            if name == "worksheet":
                self._is_sheet = True
            elif name == "col":
                self._take_column(element)
            else:
                takers[name](element)
                stream.release(element)
        if not self._is_sheet:
            raise damaged()
        self.told += lay_merges(self.cells, self.merges)
        self.told += lay_links(self.cells, self.links)

    def _take_row(self, element: Element) -> None:
        number = number_of(element.get("r"), self._row + 1)
        self._row = number if 0 < number <= _LAST_ROW else self._row + 1
        found = self._row_cells(element)
        if not found:
            return
        if self._row not in self.cells and len(self.cells) >= self.rows_left:
            raise too_large(f"понад {max(self.rows_left, MOST_ROWS)} рядків")
        known = self.cells.setdefault(self._row, {})
        for column, cell in found.items():
            known.setdefault(column, cell)
        if switched(element, "hidden"):
            self.hidden_rows.add(self._row)

    def _row_cells(self, element: Element) -> dict[int, GridCell]:
        found: dict[int, GridCell] = {}
        column = -1
        self._cells_left -= len(element)
        if self._cells_left < 0:
            raise too_large("забагато клітинок")
        for item in element:
            address = read_address(item.get("r", ""))
            column = address[1] if address is not None else column + 1
            if len(item) == 0 or local(item) != "c":
                continue
            if column >= MOST_COLUMNS:
                self._tell_far(item)
                continue
            cell = read_cell(item, column, self.workbook)
            if cell.text or cell.notes:
                found.setdefault(column, cell)
        return found

    def _tell_far(self, element: Element) -> None:
        text = f"Клітинки правіше {MOST_COLUMNS}-го стовпця не взято."
        if text not in self.told and read_cell(element, 0, self.workbook).text:
            self.told.append(text)

    def _take_merge(self, element: Element) -> None:
        area = read_area(element.get("ref", ""))
        if area is not None and len(self.merges) < _MOST_LINKS:
            self.merges.append(area)

    def _take_link(self, element: Element) -> None:
        area = read_area(element.get("ref", ""))
        relation = self.relations.get(relation_id(element) or "")
        address, place = (relation.target if relation else ""), element.get("location", "")
        target = (
            place if place.lower().startswith(("http:", "https:")) and not address else joined(address, place)
        )
        if area is not None and target.strip() and len(self.links) < _MOST_LINKS:
            self.links.append((area, target.strip()))

    def _take_column(self, element: Element) -> None:
        if switched(element, "hidden"):
            first = max(number_of(element.get("min"), 1), 1)
            last = min(number_of(element.get("max"), first), MOST_COLUMNS)
            self.hidden_columns.update(range(first - 1, last))

    def table(self) -> GridTable:
        """The sheet as a table."""
        rows = tuple(
            GridRow(
                tuple(self.cells[number][at] for at in sorted(self.cells[number])),
                number,
                number in self.hidden_rows,
            )
            for number in sorted(self.cells)
        )
        return GridTable(rows, self.sheet.name, self.sheet.hidden, frozenset(self.hidden_columns))

    def notes(self) -> list[str]:
        """What is to be told of the sheet."""
        if any(relation.type in ("comments", "threadedComment") for relation in self.relations.values()):
            self.told.append("Примітки до клітинок не взято.")
        return [f"Аркуш «{self.sheet.name}»: {text[0].lower()}{text[1:]}" for text in self.told]

"""One sheet of Excel: its cells as they come, then the merges, links and totals laid over them."""

from __future__ import annotations

from dataclasses import dataclass, field

from courtcomms.importing.docx.fields import joined
from courtcomms.importing.docx.names import number_of, relation_id
from courtcomms.importing.files.package import Package, Relation
from courtcomms.importing.files.refusal import damaged, too_large
from courtcomms.importing.files.xml_safe import Element, XmlStream
from courtcomms.importing.grid import MOST_COLUMNS, MOST_ROWS, GridCell, GridRow, GridTable
from courtcomms.importing.xlsx.areas import Cells, lay_links, lay_merges
from courtcomms.importing.xlsx.cells import read_cell
from courtcomms.importing.xlsx.formulas import Formulas
from courtcomms.importing.xlsx.left import SheetLeft
from courtcomms.importing.xlsx.names import Area, local, read_address, read_area, switched, tags
from courtcomms.importing.xlsx.totals import drop_totals
from courtcomms.importing.xlsx.workbook import Sheet, Workbook
from courtcomms.plural import counted

_MARGINS = tuple(f"{page}{kind}" for page in ("odd", "even", "first") for kind in ("Header", "Footer"))
#: Links that newer programs keep in the sheet's extensions.
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_UNITS = (
    *tags("row", "mergeCell", "hyperlink", "col", "filterColumn", "worksheet", *_MARGINS),
    f"{{{_X14}}}hyperlink",
)
#: Excel's own limits.
_LAST_ROW = 1_048_576
MOST_LINKS = 65_530
#: Rows may all be there and empty; so may all links and merges.
_MOST_ELEMENTS = _LAST_ROW + 2 * MOST_LINKS
#: Cells of a sheet with those that are empty: fifty styled columns in 20,000 rows.
_MOST_CELLS = 1_000_000


@dataclass(slots=True)
class SheetReader:
    """Collects one sheet of at most ``rows_left`` rows.

    Raises:
        Refusal: damaged, too large, or no sheet.
    """

    workbook: Workbook
    sheet: Sheet
    relations: dict[str, Relation]
    rows_left: int
    cells: Cells = field(default_factory=dict)
    formulas: Formulas = field(default_factory=Formulas)
    told: list[str] = field(default_factory=list)
    left: SheetLeft = field(init=False)
    _hidden_rows: set[int] = field(default_factory=set)
    _hidden_columns: set[int] = field(default_factory=set)
    _merges: list[Area] = field(default_factory=list)
    _links: list[tuple[Area, str]] = field(default_factory=list)
    _row: int = 0
    _cells_left: int = _MOST_CELLS
    _is_sheet: bool = False

    def __post_init__(self) -> None:
        self.left = SheetLeft(self.sheet.name)

    def read(self, package: Package) -> None:
        """Read the sheet's part and what belongs to it."""
        takers = {"row": self._take_row, "mergeCell": self._take_merge, "hyperlink": self._take_link}
        takers |= {"filterColumn": self._take_filter} | dict.fromkeys(_MARGINS, self.left.take_margin)
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
        self.told += drop_totals(self.cells, package, self.relations)
        self.told += lay_merges(self.cells, self._merges)
        self.left.read(package, self.relations)

    def finish(self) -> None:
        """Lay the links over the cells, after those of formulas."""
        self.told += lay_links(self.cells, self._links)

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
            if known.setdefault(column, cell) is not cell:
                self._tell(f"Повторені клітинки рядка {self._row} не взято.")
        if switched(element, "hidden") or _is_zero(element, "ht"):
            self._hidden_rows.add(self._row)

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
            cell = read_cell(item, self._row, column, self.workbook, self.formulas)
            if column >= MOST_COLUMNS:
                if cell.text:
                    self._tell(f"Клітинки правіше {MOST_COLUMNS}-го стовпця не взято.")
            elif (cell.text or cell.notes) and found.setdefault(column, cell) is not cell:
                self._tell(f"Повторені клітинки рядка {self._row} не взято.")
        return found

    def _tell(self, text: str) -> None:
        if text not in self.told:
            self.told.append(text)

    def _take_merge(self, element: Element) -> None:
        area = read_area(element.get("ref", ""))
        if area is not None and len(self._merges) < MOST_LINKS:
            self._merges.append(area)

    def _take_link(self, element: Element) -> None:
        area = read_area(element.get("ref") or _words_under(element))
        key = relation_id(element) or ""
        relation = self.relations.get(key)
        if key and relation is None:
            self._tell(
                f"Посилання клітинки {element.get('ref', '')} не має адреси у файлі: лишився тільки текст."
            )
        address, place = (relation.target if relation else ""), element.get("location", "")
        web = place.lower().startswith(("http:", "https:")) and not address
        target = place if web else joined(address, place)
        if area is not None and target.strip() and len(self._links) < MOST_LINKS:
            self._links.append((area, target.strip()))

    def _take_filter(self, _element: Element) -> None:
        self._tell("Увімкнено фільтр: рядки, які він приховав, теж прочитано.")

    def _take_column(self, element: Element) -> None:
        if switched(element, "hidden") or _is_zero(element, "width"):
            first = max(number_of(element.get("min"), 1), 1)
            last = min(number_of(element.get("max"), first), MOST_COLUMNS)
            self._hidden_columns.update(range(first - 1, last))

    def table(self) -> GridTable:
        """The sheet as a table."""
        rows = tuple(
            GridRow(
                tuple(self.cells[number][at] for at in sorted(self.cells[number])),
                number,
                number in self._hidden_rows,
            )
            for number in sorted(self.cells)
        )
        return GridTable(rows, self.sheet.name, self.sheet.hidden, frozenset(self._hidden_columns))

    def notes(self) -> list[str]:
        """What is to be told of the sheet."""
        told = list(self.told)
        if any(relation.type in ("comments", "threadedComment") for relation in self.relations.values()):
            told.append("Примітки до клітинок не взято.")
        if self.left.pictures:
            pictures = counted(self.left.pictures, "зображення", "зображення", "зображень")
            told.append(f"Не взято {pictures}.")
        told += [f"Посилання зображення не взято: {target}." for target in self.left.addresses[:MOST_COLUMNS]]
        return [f"Аркуш «{self.sheet.name}»: {text[0].lower()}{text[1:]}" for text in told]


def _is_zero(element: Element, name: str) -> bool:
    """Whether a height or width of nothing is stated."""
    value = element.get(name)
    return value is not None and not value.strip("0.")


def _words_under(element: Element) -> str:
    return next((item.text.strip() for item in element.iter() if item.text and item.text.strip()), "")

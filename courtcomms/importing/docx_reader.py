"""A Word document as a grid, read piece by piece: memory holds one row of it at a time."""

from __future__ import annotations

from courtcomms.importing.docx_names import name_of, tags
from courtcomms.importing.docx_numbering import read_numbering
from courtcomms.importing.docx_runs import Context, Seen
from courtcomms.importing.docx_styles import read_styles
from courtcomms.importing.docx_tables import read_row, read_table
from courtcomms.importing.docx_text import TextReader
from courtcomms.importing.grid import MOST_ROWS, Block, Grid, GridLine, GridRow, GridTable
from courtcomms.importing.package import Package
from courtcomms.importing.refusal import damaged, too_large
from courtcomms.importing.xml_safe import Element, XmlStream, parse_small
from courtcomms.plural import plural

_UNITS = tags("p", "tr", "altChunk", "document")
#: What makes a unit a part of another one that is read as a whole.
_OUTER = frozenset({"w:p", "w:tr"})


def read_docx(package: Package, main: str) -> Grid:
    """The document whose main part is ``main``.

    Raises:
        Refusal: the part is damaged, hostile, or no Word document.
    """
    reader = _DocumentReader(_context(package, main))
    stream = XmlStream(package.chunks(main), _UNITS)
    for element in stream:
        if reader.take(element):
            stream.release(element)
    return reader.grid()


def _context(package: Package, main: str) -> Context:
    return Context(
        relations=package.relations(main),
        styles=read_styles(_part(package, main, "styles")),
        numbering=read_numbering(_part(package, main, "numbering")),
    )


def _part(package: Package, main: str, kind: str) -> Element | None:
    name = package.related(main, kind)
    return parse_small(package.chunks(name)) if name is not None else None


class _DocumentReader:
    """Puts the outermost paragraphs and table rows into blocks as they come."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._blocks: list[Block] = []
        self._rows: list[GridRow] = []
        self._table: Element | None = None
        self._row_number = 0
        self._all_rows = 0
        self._is_document = False

    def take(self, element: Element) -> bool:
        """Read a unit if it is an outermost one; whether it was read and can be freed."""
        name = name_of(element.tag)
        outer = [name_of(item.tag) for item in element.iterancestors()]
        if name == "w:document":
            self._is_document = not outer
            return False
        if not _OUTER.isdisjoint(outer) or "mc:Fallback" in outer or "w:del" in outer:
            return False
        if name == "w:tr":
            self._take_row(element)
        elif name == "w:p":
            self._take_paragraph(element)
        else:
            self._context.seen.foreign_parts += 1
        return True

    def _take_row(self, element: Element) -> None:
        table = next((item for item in element.iterancestors() if name_of(item.tag) == "w:tbl"), None)
        if table is not self._table:
            self._end_table()
            self._table = table
        self._row_number += 1
        self._all_rows += 1
        if self._all_rows > MOST_ROWS:
            raise too_large(f"понад {MOST_ROWS} рядків")
        row = read_row(element, self._row_number, self._context)
        if row is not None:
            self._rows.append(row)

    def _take_paragraph(self, element: Element) -> None:
        self._end_table()
        reader = TextReader(self._context, read_table)
        reader.read_paragraph(element)
        self._blocks += [GridLine(line) for line in reader.builder.text().split("\n") if line.strip()]
        self._blocks += reader.builder.tables

    def _end_table(self) -> None:
        if self._rows:
            self._blocks.append(GridTable(tuple(self._rows)))
        self._rows, self._table, self._row_number = [], None, 0

    def grid(self) -> Grid:
        """The document read to its end."""
        if not self._is_document:
            raise damaged()
        self._end_table()
        return Grid(tuple(self._blocks), _notes(self._context.seen))


def _notes(seen: Seen) -> tuple[str, ...]:
    notes = []
    if seen.revisions:
        notes.append("У документі є незатверджені виправлення: вставлене взято, вилучене — ні.")
    if seen.footnotes:
        notes.append(f"Не взято {_counted(seen.footnotes, 'виноску', 'виноски', 'виносок')} документа.")
    if seen.comments:
        notes.append(f"Не взято {_counted(seen.comments, 'примітку', 'примітки', 'приміток')} на полях.")
    if seen.pictures:
        notes.append(f"Не взято {_counted(seen.pictures, 'зображення', 'зображення', 'зображень')}.")
    if seen.foreign_parts:
        notes.append("Не взято вкладені в документ частини іншого формату.")
    return tuple(notes)


def _counted(number: int, one: str, few: str, many: str) -> str:
    return f"{number} {plural(number, one, few, many)}"

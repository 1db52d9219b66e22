"""A Word document as a grid, read piece by piece: memory holds one row of it at a time."""

from __future__ import annotations

from courtcomms.importing.docx.context import Context, Seen
from courtcomms.importing.docx.names import name_of, tags
from courtcomms.importing.docx.notes import read_margins, read_notes
from courtcomms.importing.docx.numbering import read_numbering
from courtcomms.importing.docx.rows import TableState
from courtcomms.importing.docx.runs import is_prompt
from courtcomms.importing.docx.styles import read_styles
from courtcomms.importing.docx.tables import read_row, read_table
from courtcomms.importing.docx.text import TextReader
from courtcomms.importing.files.package import Package
from courtcomms.importing.files.refusal import damaged, too_large
from courtcomms.importing.files.xml_safe import Element, XmlStream, parse_small
from courtcomms.importing.grid import MOST_ROWS, Block, Grid, GridLeft, GridLine, GridRow, GridTable
from courtcomms.importing.left_words import REVISIONS, left_sentences
from courtcomms.plural import counted

_UNITS = tags("p", "tr", "altChunk", "document")
#: What makes a unit a part of another one that is read as a whole, and what stands around a unit that is not
#: there for a reader of the page.
_NOT_APART = frozenset({"w:p", "w:tr", "mc:Fallback", "w:del", "w:moveFrom"})
#: Notes on lines outside tables that are told.
_MOST_NOTES = 20


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
    return reader.grid(read_margins(package, main, reader.context.styles))


def _context(package: Package, main: str) -> Context:
    styles = read_styles(_part(package, main, "styles"))
    return Context(
        relations=package.relations(main),
        styles=styles,
        numbering=read_numbering(_part(package, main, "numbering"), styles),
        notes=read_notes(package, main, styles),
    )


def _part(package: Package, main: str, kind: str) -> Element | None:
    name = package.related(main, kind)
    return parse_small(package.chunks(name)) if name is not None else None


class _DocumentReader:
    """Puts the outermost paragraphs and table rows into blocks as they come."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._blocks: list[Block] = []
        self._rows: list[GridRow] = []
        self._table: Element | None = None
        self._state = TableState()
        self._tables = 0
        self._row_number = 0
        self._all_rows = 0
        self._is_document = False
        self._notes: list[str] = []

    def take(self, element: Element) -> bool:
        """Read a unit if it is an outermost one; whether it was read and can be freed."""
        name = name_of(element.tag)
        if name == "w:document":
            self._is_document = element.getparent() is None
            return False
        if any(name_of(item.tag) in _NOT_APART for item in element.iterancestors()):
            return False
        if name == "w:tr":
            self._take_row(element)
        elif name == "w:p":
            if not _in_prompt(element):
                self._take_paragraph(element)
        else:
            self._take_foreign(element)
        return True

    def _take_row(self, element: Element) -> None:
        table = next((item for item in element.iterancestors() if name_of(item.tag) == "w:tbl"), None)
        if table is not self._table:
            self._end_table()
            self._table = table
        self._all_rows += 1
        if self._all_rows > MOST_ROWS:
            raise too_large(f"понад {MOST_ROWS} рядків")
        number = self._row_number + 1  # a row that was deleted is not counted, as in Word once it is accepted
        self.context.place = f"таблиця {self._tables + 1}, рядок {number}"
        row = read_row(element, number, self.context, self._state)
        if row is not None:
            self._rows.append(row)
            self._row_number = number

    def _take_paragraph(self, element: Element) -> None:
        self._end_table()
        reader = self._beside()
        reader.read_paragraph(element)
        builder = reader.builder
        self._blocks += [GridLine(line) for line in builder.text().split("\n") if line.strip()]
        self._blocks += builder.tables
        self._tables += len(builder.tables)
        room = _MOST_NOTES - len(self._notes)
        self._notes += [f"Поза таблицею: {note}." for note in builder.notes()[:room]]

    def _take_foreign(self, element: Element) -> None:
        self._end_table()
        self._beside().foreign(element)

    def _beside(self) -> TextReader:
        """A reader of what stands outside tables."""
        number = self._tables
        self.context.place = f"після таблиці {number}" if number else "перед таблицею"
        return TextReader(self.context, read_table)

    def _end_table(self) -> None:
        if self._rows:
            self._blocks.append(GridTable(tuple(self._rows)))
            self._tables += 1
        self._rows, self._table, self._row_number = [], None, 0
        self._state = TableState()

    def grid(self, margins: list[GridLeft]) -> Grid:
        """The document read to its end; ``margins`` are its headers and footers."""
        if not self._is_document:
            raise damaged()
        self._end_table()
        context = self.context
        loose = [
            GridLeft("comment", words) for (kind, _), words in context.notes.items() if kind == "comment"
        ]
        context.seen.comments += len(loose)
        told = _notes(context.seen) + _odd_numbers(context.numbering.odd)
        return Grid(tuple(self._blocks), (*told, *self._notes), (*context.left, *margins, *loose))


def _in_prompt(element: Element) -> bool:
    return any(name_of(item.tag) == "w:sdt" and is_prompt(item) for item in element.iterancestors())


def _odd_numbers(formats: set[str]) -> tuple[str, ...]:
    shown = ", ".join(f"«{name}»" for name in sorted(formats))
    return (f"Автоматичні номери особливого вигляду ({shown}) записано цифрами.",) if shown else ()


def _notes(seen: Seen) -> tuple[str, ...]:
    notes = [f"У документі є {REVISIONS}"] if seen.revisions else []
    notes += left_sentences(seen.footnotes, seen.comments, seen.pictures, whose=" документа")
    if seen.objects:
        objects = counted(seen.objects, "об'єкт", "об'єкти", "об'єктів")
        notes.append(f"Не взято {objects} інших програм.")
    if seen.foreign_parts:
        notes.append("Не взято вкладені в документ частини іншого формату.")
    return tuple(notes)

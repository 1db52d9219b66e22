"""The content of a Word cell or paragraph: paragraphs, tables and text boxes inside it."""

from __future__ import annotations

from collections.abc import Callable

from courtcomms.importing.docx.context import Context
from courtcomms.importing.docx.left import LeftReader
from courtcomms.importing.docx.names import child, number_of, switched_on, value_of
from courtcomms.importing.files.xml_safe import Element
from courtcomms.importing.grid import GridTable

TableReader = Callable[[Element, Context], GridTable]

#: What the end of a paragraph is marked with under tracked changes.
_TRACKED = ("ins", "del", "moveFrom", "moveTo")


_SILENT = ("w:rPr", "w:pPr", "w:tblPr", "w:tcPr", "w:sectPr", "w:delText", "w:sdtPr", "w:rt", "w:fldData")
_EMBEDDED = ("w:object", "c:chart", "dgm:relIds")
_SHAPES = ("v:shape", "v:rect", "v:oval", "v:line", "v:roundrect")

_HANDLERS = {
    "w:t": "words",
    "m:t": "words",
    "m:f": "fraction",
    "m:oMath": "formula",
    "w:r": "run",
    "w:p": "paragraph",
    "w:tbl": "table",
    "w:txbxContent": "box",
    "w:tab": "tab",
    "w:ptab": "tab",
    "w:br": "line_break",
    "w:cr": "line_break",
    "w:noBreakHyphen": "hyphen",
    "w:softHyphen": "soft_hyphen",
    "w:sym": "symbol",
    "w:hyperlink": "hyperlink",
    "w:fldSimple": "simple_field",
    "w:fldChar": "field_mark",
    "w:instrText": "instruction",
    "w:sdt": "content_control",
    "w:del": "deleted",
    "w:moveFrom": "deleted",
    "w:ins": "inserted",
    "w:moveTo": "inserted",
    "mc:AlternateContent": "alternative",
    "w:footnoteReference": "footnote",
    "w:endnoteReference": "endnote",
    "w:commentReference": "comment",
    "w:altChunk": "foreign",
    "w:subDoc": "foreign",
    "pic:pic": "picture",
    "v:imagedata": "picture",
    "v:textpath": "word_art",
    "a:hlinkClick": "picture_link",
    **dict.fromkeys(_EMBEDDED, "embedded"),
    **dict.fromkeys(_SHAPES, "shape"),
    **dict.fromkeys(_SILENT, "skip"),
}


class TextReader(LeftReader):
    """Reads one cell, or one paragraph outside tables, into its builder.

    ``read_table`` reads a table inside the cell; it is handed in because tables read cells.
    """

    handlers = _HANDLERS

    def __init__(self, context: Context, read_table: TableReader) -> None:
        super().__init__(context)
        self._read_table = read_table
        self._boxes: list[Element] = []
        self._paragraph_open = False
        self._tables_apart = False

    def read(self, element: Element) -> None:
        """Take in all content of a cell."""
        self.walk(element)
        self._finish_boxes()
        self.end_fields()

    def read_paragraph(self, element: Element) -> None:
        """Take in one paragraph that stands outside tables; a table in its text box stays apart from it."""
        self._tables_apart = True
        self.paragraph(element)
        self.end_fields()

    def paragraph(self, element: Element) -> None:
        """``w:p``: a line of its own, with the automatic number where it has no other text."""
        if self._paragraph_open:
            self.builder.add("\n")
        start = self.builder.position
        properties = child(element, "pPr")
        label = self._label(properties)
        before, self._hidden = self._hidden, self._hidden or self._hides(properties)
        self.walk(element)
        self._hidden = before
        if label:
            self._take_label(label, start)
        self._paragraph_open = not self._runs_on(properties)
        self._finish_boxes()

    def _take_label(self, label: str, start: int) -> None:
        """An automatic number stands for the text of an empty paragraph; before words it is only told."""
        if self.builder.text()[start:].strip():
            self.builder.note("автоматичні номери списку не взято")
        elif not self.builder.label:
            self.builder.label = label

    def _hides(self, properties: Element | None) -> bool:
        return properties is not None and self._context.styles.hides(value_of(properties, "pStyle"))

    def _runs_on(self, properties: Element | None) -> bool:
        """A paragraph whose end was deleted under tracked changes, or is hidden, goes on in the next one."""
        mark = child(properties, "rPr") if properties is not None else None
        if mark is None:
            return False
        self._context.seen.revisions |= any(child(mark, name) is not None for name in _TRACKED)
        deleted = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        return deleted or bool(switched_on(mark, "vanish"))

    def _label(self, properties: Element | None) -> str:
        if properties is None or not self._context.numbering.lists:
            return ""
        own = child(properties, "numPr")
        style = value_of(properties, "pStyle")
        inherited = self._context.styles.list_of(style)
        list_id = value_of(own, "numId") or (inherited[0] if inherited else None)
        if list_id is None or list_id == "0":
            return ""
        stated = value_of(own, "ilvl")
        level = number_of(stated, 0) if stated is not None else self._style_level(list_id, style, inherited)
        return self._context.numbering.next_label(list_id, level)

    def _style_level(self, list_id: str, style: str | None, inherited: tuple[str, int | None] | None) -> int:
        """The level that a style states, else the one that names the style."""
        stated = inherited[1] if inherited else None
        return stated if stated is not None else self._context.numbering.level_of_style(list_id, style)

    def box(self, element: Element) -> None:
        """``w:txbxContent``: a text box stands beside its paragraph, its words follow it."""
        self._boxes.append(element)

    def _finish_boxes(self) -> None:
        while self._boxes:
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                self.walk(box)

    def table(self, element: Element) -> None:
        """``w:tbl`` inside the cell: kept as a table, its words also as lines of the cell."""
        with self._context.at(f"{self._context.place}, вкладена таблиця"):
            table = self._read_table(element, self._context)
        self.builder.tables.append(table)
        for row in () if self._tables_apart else table.rows:
            if self._paragraph_open:
                self.builder.add("\n")
            for number, cell in enumerate(row.cells):
                if number:
                    self.builder.add("\t")
                self.builder.add_cell(cell)
            self._paragraph_open = True

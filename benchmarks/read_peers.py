"""The same files read by others, as their users write it: every cell, and links where they give them."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import mammoth
import openpyxl
import python_calamine
from docx import Document
from docx.oxml.ns import qn
from lxml import html

from benchmarks import ours, xlsx_peers

#: Rows of texts, and the targets of all links, in the order of the document.
Reading = tuple[list[list[str]], list[str]]
Job = Callable[[], Reading]


def python_docx(size: int) -> Job:
    """python-docx: ``row.cells`` once a row, ``cell.text``, each paragraph's ``hyperlinks``."""
    data = ours.docx(size)()

    def job() -> Reading:
        links: list[str] = []
        rows = [
            [_word_cell(cell, links) for cell in row.cells] for row in Document(_file(data)).tables[0].rows
        ]
        return rows[1:], links

    return job


def _word_cell(cell: Any, links: list[str]) -> str:
    for paragraph in cell.paragraphs:
        links += [link.url for link in paragraph.hyperlinks]
    return str(cell.text)


def python_docx_elements(size: int) -> Job:
    """python-docx opens the file, its user walks the elements: the fast way of those who know."""
    data = ours.docx(size)()

    def job() -> Reading:
        document = Document(_file(data))
        relations = document.part.rels
        rows, links = [], []
        for row in document.element.body.find(qn("w:tbl")).iterchildren(qn("w:tr")):
            rows.append([_element_text(cell) for cell in row.iterchildren(qn("w:tc"))])
            links += [relations[link.get(qn("r:id"))].target_ref for link in row.iter(qn("w:hyperlink"))]
        return rows[1:], links

    return job


def _element_text(cell: Any) -> str:
    paragraphs = ("".join(text.text or "" for text in part.iter(qn("w:t"))) for part in cell.iter(qn("w:p")))
    return "\n".join(paragraphs)


def mammoth_html(size: int) -> Job:
    """mammoth makes HTML, lxml reads the table in it."""
    data = ours.docx(size)()

    def job() -> Reading:
        page = html.fromstring(mammoth.convert_to_html(_file(data)).value)
        rows = [["\n".join(part.text_content() for part in cell) for cell in row] for row in page.iter("tr")]
        return rows[1:], [str(link.get("href")) for link in page.iter("a") if link.get("href")]

    return job


def openpyxl_sheet(size: int) -> Job:
    """openpyxl: values and each cell's hyperlink."""
    data = xlsx_peers.xlsx_writer(size)()

    def job() -> Reading:
        sheet: Any = openpyxl.load_workbook(_file(data)).worksheets[0]
        rows, links = [], []
        for row in sheet.iter_rows(max_col=9):
            rows.append([_text(cell.value) for cell in row])
            links += [cell.hyperlink.target for cell in row if cell.hyperlink and cell.hyperlink.target]
        return _under_heading(rows), links

    return job


def openpyxl_read_only(size: int) -> Job:
    """openpyxl's ``read_only`` mode: quicker, without hyperlinks."""
    data = xlsx_peers.xlsx_writer(size)()

    def job() -> Reading:
        sheet: Any = openpyxl.load_workbook(_file(data), read_only=True).worksheets[0]
        rows = [[_text(value) for value in row[:9]] for row in sheet.iter_rows(values_only=True)]
        return _under_heading(rows), []

    return job


def calamine(size: int) -> Job:
    """python-calamine: values without hyperlinks."""
    data = xlsx_peers.xlsx_writer(size)()

    def job() -> Reading:
        book = python_calamine.CalamineWorkbook.from_filelike(_file(data))
        rows = [[_text(value) for value in row[:9]] for row in book.get_sheet_by_index(0).to_python()]
        return _under_heading(rows), []

    return job


def _under_heading(rows: list[list[str]]) -> list[list[str]]:
    first = next(place for place, row in enumerate(rows) if row[0] == "№")
    return [row for row in rows[first + 1 :] if any(row)]


def _text(value: object) -> str:
    """A number of the № column as it is shown."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def _file(data: bytes) -> io.BytesIO:
    return io.BytesIO(data)

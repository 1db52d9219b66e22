"""The same report in Word by other ways: python-docx as its users write it, and docxtpl."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, RichText

from benchmarks.rows import HEADINGS, TITLES, BenchCell, BenchRow, bench_rows

Job = Callable[[], bytes]


def plain(size: int) -> Job:
    """python-docx: all rows made at once, ``row.cells`` once a row, ``part.relate_to`` for each link."""
    rows = bench_rows(size)

    def job() -> bytes:
        document = _titled()
        table = document.add_table(rows=len(rows) + 1, cols=len(HEADINGS), style="Table Grid")
        for row, content in zip(table.rows, (_heading_row(), *rows), strict=True):
            for cell, bench in zip(row.cells, content, strict=True):
                _fill(cell.paragraphs[0], bench)
        return _saved(document)

    return job


def by_cell(size: int) -> Job:
    """python-docx in its manual's first way: ``table.cell(i, j)`` for each cell."""
    rows = bench_rows(size)

    def job() -> bytes:
        document = _titled()
        table = document.add_table(rows=len(rows) + 1, cols=len(HEADINGS), style="Table Grid")
        for i, content in enumerate((_heading_row(), *rows)):
            for j, bench in enumerate(content):
                _fill(table.cell(i, j).paragraphs[0], bench)
        return _saved(document)

    return job


def template(size: int) -> Job:
    """docxtpl: a template with one repeated row, links as rich text."""
    rows = bench_rows(size)

    def job() -> bytes:
        document = DocxTemplate(io.BytesIO(_template_bytes()))
        table = [{f"c{place}": _rich(document, cell) for place, cell in enumerate(row)} for row in rows]
        document.render({"rows": table}, autoescape=True)
        return _saved(document)

    return job


def _titled() -> Any:
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    for line in TITLES:
        document.add_paragraph(line)
    return document


def _heading_row() -> BenchRow:
    return tuple(BenchCell(text) for text in HEADINGS)


def _fill(paragraph: Any, cell: BenchCell) -> None:
    paragraph.add_run(cell.before_link)
    if cell.link:
        _add_link(paragraph, cell.link)


def _add_link(paragraph: Any, address: str) -> None:
    """What every answer on the web tells python-docx users to write."""
    hyperlink = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    hyperlink.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = address
    run.append(text)
    hyperlink.append(run)
    paragraph._p.append(hyperlink)


def _rich(document: DocxTemplate, cell: BenchCell) -> RichText:
    rich = RichText(cell.before_link)
    if cell.link:
        rich.add(cell.link, url_id=document.build_url_id(cell.link))
    return rich


@cache
def _template_bytes() -> bytes:
    document = _titled()
    table = document.add_table(rows=4, cols=len(HEADINGS), style="Table Grid")
    for place, heading in enumerate(HEADINGS):
        table.cell(0, place).text = heading
        table.cell(2, place).text = f"{{{{r row.c{place} }}}}"
    table.cell(1, 0).text = "{%tr for row in rows %}"
    table.cell(3, 0).text = "{%tr endfor %}"
    return _saved(document)


def _saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()

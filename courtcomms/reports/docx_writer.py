"""The report in Word."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx.oxml import parse_xml

from courtcomms.progress import SILENT, Progress
from courtcomms.reports.docx_parts import base_document
from courtcomms.reports.docx_rows import add_table
from courtcomms.reports.docx_tail import tail_paragraphs
from courtcomms.reports.docx_xml import NAMESPACES, LinkTable, paragraph, text_run
from courtcomms.reports.form_model import TitleLine
from courtcomms.reports.package import pack, unpack
from courtcomms.reports.properties import properties_of
from courtcomms.reports.snapshot import ReportSnapshot

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"
#: Room between the title and the table, twentieths of a point.
_AFTER_TITLE = 160


def render_docx(snapshot: ReportSnapshot, progress: Progress = SILENT) -> bytes:
    """The report as a .docx file; the same snapshot gives the same bytes."""
    form = snapshot.form
    document = base_document(form.page, form.font, properties_of(snapshot), snapshot.letterhead)
    section = document.element.body.sectPr
    links = LinkTable(document.part.rels)
    _add_paragraphs(section, _titles(snapshot.titles, under_head=snapshot.letterhead is not None))
    add_table(section, snapshot, links, progress)
    _add_paragraphs(section, tail_paragraphs(form, own_styles=snapshot.letterhead is None))
    out = io.BytesIO()
    document.save(out)
    return pack(unpack(out.getvalue()))


def _titles(titles: tuple[TitleLine, ...], *, under_head: bool) -> list[str]:
    lines = [(title, text) for title in titles for text in title.text.split("\n")]
    last = len(lines) - 1
    room = f'="{_AFTER_TITLE}"'
    rooms = [
        (f" w:before{room}" if under_head and place == 0 else "")
        + (f" w:after{room}" if place == last else "")
        for place in range(len(lines))
    ]
    return [
        _title(title, text, f"<w:spacing{room}/>" if room else "")
        for (title, text), room in zip(lines, rooms, strict=True)
    ]


def _title(title: TitleLine, text: str, room: str) -> str:
    look = f'<w:pStyle w:val="Title"/>{room}<w:jc w:val="{title.align.value}"/>'
    return paragraph(look, text_run(text, _BOLD if title.bold else ""))


def _add_paragraphs(before: BaseOxmlElement, paragraphs: list[str]) -> None:
    for element in [*parse_xml(f"<w:body {NAMESPACES}>{''.join(paragraphs)}</w:body>").iterchildren()]:
        before.addprevious(element)

"""The table of the report in Word: its frame, its heading row and the rows of events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml

from courtcomms.progress import SILENT, Progress
from courtcomms.reports.docx_xml import NAMESPACES, LinkTable, line_runs, paragraph, text_run
from courtcomms.reports.form import Align, ReportForm
from courtcomms.reports.measures import CELL_MARGIN_DXA, DXA_PER_POINT, POINTS_PER_MM, column_dxa
from courtcomms.reports.snapshot import CellContent, ReportSnapshot, Row
from courtcomms.reports.tail import signature_lines
from courtcomms.reports.text_metrics import LINE_HEIGHT, count_lines

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

#: Estimates are rough: a row this near to a whole page is let break, or LibreOffice would cut it off.
_SURELY_FITS = 0.9


def add_table(
    before: BaseOxmlElement, snapshot: ReportSnapshot, links: LinkTable, progress: Progress = SILENT
) -> None:
    """Put the table before an element of the body: a heading row that repeats on every page, and all rows.

    Rows go into a table that is in its place already: lxml moves a whole table from one document to another
    in a time that grows faster than its rows.
    """
    widths = column_dxa([column.width_mm for column in snapshot.form.columns])
    table = parse_xml(_frame(snapshot, widths))
    before.addprevious(table)
    table.append(parse_xml(_heading_row(snapshot.header, widths)))
    sections = snapshot.sections_by_place()
    for number, row in enumerate(_rows(snapshot, widths, links)):
        progress.tell(number, len(snapshot.rows))
        for text in sections.get(number, ()):
            table.append(parse_xml(_section_row(text, widths)))
        table.append(parse_xml(row))
    for text in sections.get(len(snapshot.rows), ()):
        table.append(parse_xml(_section_row(text, widths)))


def _frame(snapshot: ReportSnapshot, widths: Sequence[int]) -> str:
    title = " ".join(line.text for line in snapshot.titles)
    columns = "; ".join(snapshot.header)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="0" w:noVBand="1"/>'
        f"<w:tblCaption w:val={_attribute(title)}/><w:tblDescription w:val={_attribute(columns)}/>"
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid></w:tbl>"
    )


def _attribute(text: str) -> str:
    return quoteattr(" ".join(text.split()))


def _heading_row(header: Sequence[str], widths: Sequence[int]) -> str:
    style = '<w:pStyle w:val="TableHeading"/>'
    cells = []
    for heading, width in zip(header, widths, strict=True):
        lines = "".join(paragraph(style, text_run(line)) for line in heading.split("\n"))
        size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        cells.append(f'<w:tc><w:tcPr>{size}<w:vAlign w:val="center"/></w:tcPr>{lines}</w:tc>')
    return f"<w:tr {NAMESPACES}><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _section_row(text: str, widths: Sequence[int]) -> str:
    """A line over the whole width; it never stands alone at the foot of a page."""
    look = '<w:pStyle w:val="TableHeading"/><w:keepNext/>'
    lines = "".join(paragraph(look, text_run(line)) for line in text.split("\n"))
    size = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>'
    cell = f"<w:tc><w:tcPr>{size}</w:tcPr>{lines}</w:tc>"
    return f"<w:tr {NAMESPACES}><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _rows(snapshot: ReportSnapshot, widths: Sequence[int], links: LinkTable) -> Iterator[str]:
    form = snapshot.form
    starts = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]
    page = _PageFit(form, snapshot.header, widths)
    last = len(snapshot.rows) - 1
    for place, row in enumerate(snapshot.rows):
        fits = page.holds(row)
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if fits and not form.rows_break else ""
        # A signature must not stand on a sheet of its own.
        looks = _looks(form, with_next=place == last and fits and bool(signature_lines(form.signatory)))
        cells = [
            start + _cell(content, look, links) + "</w:tc>"
            for start, look, content in zip(starts, looks, row, strict=True)
        ]
        yield f"<w:tr {NAMESPACES}>{whole}{''.join(cells)}</w:tr>"


def _looks(form: ReportForm, *, with_next: bool) -> list[str]:
    keep = "<w:keepNext/>" if with_next else ""
    sides = {Align.LEFT: "", Align.CENTER: '<w:jc w:val="center"/>', Align.RIGHT: '<w:jc w:val="right"/>'}
    return [f'<w:pStyle w:val="TableText"/>{keep}{sides[column.align]}' for column in form.columns]


def _cell(content: CellContent, look: str, links: LinkTable) -> str:
    return "".join([paragraph(look, line_runs(line, links)) for line in content.lines])


class _PageFit:
    """Whether a row fits a page under the repeated heading."""

    def __init__(self, form: ReportForm, header: Sequence[str], widths: Sequence[int]) -> None:
        self._size = form.font.table_pt
        self._rooms = [(width - 2 * CELL_MARGIN_DXA) / DXA_PER_POINT for width in widths]
        heading = max(
            count_lines(text, room, self._size, bold=True)
            for text, room in zip(header, self._rooms, strict=True)
        )
        page = form.page.height_mm * POINTS_PER_MM * _SURELY_FITS
        self._lines = int(page / (self._size * LINE_HEIGHT)) - heading

    def holds(self, row: Row) -> bool:
        """An estimate that leans to «no»."""
        return all(self._short(cell, room) for cell, room in zip(row, self._rooms, strict=True))

    def _short(self, content: CellContent, room: float) -> bool:
        text = content.text
        # No letter is wider than the font's size, and wrapping wastes less than half a line.
        at_worst = len(content.lines) + 2 * len(text) * self._size / room
        return at_worst <= self._lines or count_lines(text, room, self._size) <= self._lines

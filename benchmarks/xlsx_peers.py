"""The same report in Excel by other ways: openpyxl as its users write it, and XlsxWriter."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from benchmarks.rows import HEADINGS, TITLES, WIDTHS_MM, BenchCell, bench_rows

Job = Callable[[], bytes]
_HEADING_ROW = len(TITLES) + 1
_SIGNS_PER_MM = 0.5


def plain(size: int) -> Job:
    """openpyxl: a style object of its own for each cell, one hyperlink in a cell that has a link."""
    rows = bench_rows(size)

    def job() -> bytes:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        _lay_out(sheet)
        for number, row in enumerate(rows, _HEADING_ROW + 1):
            for place, content in enumerate(row, 1):
                _fill(sheet.cell(number, place), content)
        target = io.BytesIO()
        book.save(target)
        return target.getvalue()

    return job


def _lay_out(sheet: Any) -> None:
    for number, line in enumerate(TITLES, 1):
        sheet.cell(number, 1, line)
    for place, (heading, width) in enumerate(zip(HEADINGS, WIDTHS_MM, strict=True), 1):
        cell = sheet.cell(_HEADING_ROW, place)
        _fill(cell, BenchCell(heading))
        sheet.column_dimensions[cell.column_letter].width = width * _SIGNS_PER_MM
    sheet.freeze_panes = sheet.cell(_HEADING_ROW + 1, 1)


def _fill(cell: Any, content: BenchCell) -> None:
    cell.value = content.text
    cell.font = Font(name="Times New Roman", size=10)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    thin = Side(style="thin")
    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    if content.link:
        cell.hyperlink = content.link


def xlsx_writer(size: int) -> Job:
    """XlsxWriter with one shared format, its own fast way."""
    rows = bench_rows(size)

    def job() -> bytes:
        target = io.BytesIO()
        book = xlsxwriter.Workbook(target, {"in_memory": True})
        shape = {"font_name": "Times New Roman", "font_size": 10, "text_wrap": True, "border": 1}
        style = book.add_format({**shape, "valign": "top"})
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, TITLES)
        sheet.write_row(_HEADING_ROW - 1, 0, HEADINGS, style)
        for place, width in enumerate(WIDTHS_MM):
            sheet.set_column(place, place, width * _SIGNS_PER_MM)
        sheet.freeze_panes(_HEADING_ROW, 0)
        for number, row in enumerate(rows, _HEADING_ROW):
            for place, content in enumerate(row):
                _write(sheet, number, place, content, style)
        book.close()
        return target.getvalue()

    return job


def _write(sheet: Any, number: int, place: int, content: BenchCell, style: Any) -> None:
    if content.link:
        sheet.write_url(number, place, content.link, style, content.text)
    else:
        sheet.write_string(number, place, content.text, style)

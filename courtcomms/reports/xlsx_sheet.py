"""One sheet for print: A4 landscape, one page wide, rows added one under another with their heights."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.cell import Cell
from openpyxl.styles import NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins

from courtcomms.reports.form import Page, ReportForm
from courtcomms.reports.measures import POINTS_PER_MM
from courtcomms.reports.text_metrics import text_width
from courtcomms.reports.xlsx_heights import capped, column_width, letters_size, room_points, row_height
from courtcomms.reports.xlsx_limits import LinkBudget, cell_text

_A4 = 9
_MM_PER_INCH = 25.4
_PAGE_NUMBER_PT = 12


class Sheet:
    """A sheet being filled; columns count from 1.

    ``rooms`` is the width for text in each column and ``width`` in all of them, in points; ``budget`` counts
    the links.
    """

    def __init__(self, workbook: Workbook, name: str, form: ReportForm, widths_mm: Sequence[float]) -> None:
        self.rooms = [room_points(width) for width in widths_mm]
        self.width = sum(self.rooms)
        self.budget = LinkBudget()
        self._sheet = workbook.create_sheet(name)
        self._row = 0
        self._font = form.font
        for place, width in enumerate(widths_mm, 1):
            self._sheet.column_dimensions[get_column_letter(place)].width = column_width(width)
        self._set_page(form.page)
        if form.page.page_numbers:
            self._number_pages(form.font.name)

    def next_row(self, height: float) -> None:
        """Go to a new row of this height in points."""
        self._row += 1
        self._sheet.row_dimensions[self._row].height = capped(height)

    def fitting_row(self, texts: Sequence[str], *, bold: bool = False) -> float:
        """Go to a new row as high as these cells need; returns that height, which may be over the limit."""
        height = row_height(texts, self.rooms, self._font, bold=bold)
        self.next_row(height)
        return height

    def fits_line(self, column: int, text: str) -> bool:
        """Whether a text of the table's size stands in a column on one line."""
        return "\n" not in text and text_width(text, letters_size(self._font)) <= self.rooms[column - 1]

    def put(self, column: int, text: str, style: NamedStyle, target: str | None = None) -> None:
        """Put a text into the current row; whatever it begins with, it is never a formula."""
        cell = self._styled(column, style)
        if text:
            cell.value = cell_text(text)
            cell.data_type = "s"
        if target is not None and self.budget.take(target):
            cell.hyperlink = target

    def put_number(self, column: int, value: int, style: NamedStyle) -> None:
        """Put a number into the current row."""
        self._styled(column, style).value = value

    def lead(self, column: int, place: str, hint: str) -> None:
        """Make a cell of the current row lead to a place of the workbook."""
        cell = self._sheet.cell(self._row, column)
        if isinstance(cell, Cell) and self.budget.take(place):
            cell.hyperlink = Hyperlink(cell.coordinate, location=place, tooltip=hint)

    def put_merged(self, text: str, style: NamedStyle, columns: int, height: float) -> None:
        """A new row of one text over the first ``columns`` columns."""
        self.next_row(height)
        self.put(1, text, style)
        self._sheet.merge_cells(start_row=self._row, end_row=self._row, start_column=1, end_column=columns)

    def freeze_heading(self) -> None:
        """Keep everything down to the current row in view, and repeat that row on every printed page."""
        self._sheet.freeze_panes = f"A{self._row + 1}"
        self._sheet.print_title_rows = f"{self._row}:{self._row}"

    def count_pages_anew(self) -> None:
        """Begin the printed pages of this sheet with 1, whatever was printed before it."""
        self._sheet.page_setup.firstPageNumber = 1
        self._sheet.page_setup.useFirstPageNumber = True

    def _styled(self, column: int, style: NamedStyle) -> Cell:
        cell = self._sheet.cell(self._row, column)
        assert isinstance(cell, Cell)  # nothing is put into the covered part of a merged title
        # What ``cell.style = style.name`` comes to, without its search for the name: a fifth of all the time.
        cell._style = style.as_tuple()  # type: ignore[attr-defined]
        return cell

    def _set_page(self, page: Page) -> None:
        number_line = page.top_mm * POINTS_PER_MM / 2 - _PAGE_NUMBER_PT / 2
        self._sheet.page_margins = PageMargins(
            left=page.left_mm / _MM_PER_INCH,
            right=page.right_mm / _MM_PER_INCH,
            top=page.top_mm / _MM_PER_INCH,
            bottom=page.bottom_mm / _MM_PER_INCH,
            header=round(max(number_line, 0) / 72, 3),
            footer=0.3,
        )
        setup = self._sheet.page_setup
        setup.orientation, setup.paperSize = "landscape", _A4
        setup.fitToWidth, setup.fitToHeight = 1, 0
        self._sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def _number_pages(self, font: str) -> None:
        """In the middle of the top margin, from the second page on."""
        self._sheet.HeaderFooter.differentFirst = True
        number = self._sheet.HeaderFooter.oddHeader.center
        number.text, number.font, number.size = "&P", f"{font},Regular", _PAGE_NUMBER_PT

"""The sheet «Посилання»: every link of the report, because a cell in Excel leads to one address only."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.workbook import Workbook

from courtcomms.model import Column
from courtcomms.reports.form import Align
from courtcomms.reports.snapshot import CellContent, ReportSnapshot
from courtcomms.reports.xlsx_limits import LINK_LIMIT
from courtcomms.reports.xlsx_sheet import Sheet
from courtcomms.reports.xlsx_styles import Styles

SHEET_NAME = "Посилання"
_HEADER = ("№", "Графа", "Захід", "Посилання", "Перейти")
_WIDTHS_MM = (12.0, 40.0, 65.0, 120.0, 20.0)
#: What is clicked is a short word beside the address, for the reason that :class:`CellLinks` tells.
_CLICK = "відкрити"
_TITLE = list(Column).index(Column.TITLE)


class CellLinks:
    """Which address, if any, a cell of the report leads to by itself.

    LibreOffice turns a cell that is a link into one unbroken line and cuts it off at the cell's edge, so by
    default only a cell of one link that stands on one line is a link; the others are reached through the
    sheet «Посилання», to which the row's № leads. A form may ask for a link in every cell, as suits Excel.
    """

    def __init__(self, every_cell: bool, sheet: Sheet) -> None:
        self._every_cell = every_cell
        self._sheet = sheet

    def target_of(self, column: int, cell: CellContent) -> str | None:
        """The cell's own link; ``column`` counts from 1."""
        targets = [target for target in cell.targets if len(target) <= LINK_LIMIT]
        if self._every_cell or (len(cell.targets) == 1 and self._sheet.fits_line(column, cell.text)):
            return targets[0] if targets else None
        return None

    def reach_all(self, snapshot: ReportSnapshot) -> bool:
        """Whether no link of the report needs the sheet «Посилання»."""
        cells = (
            (column, cell) for row in snapshot.rows for column, cell in enumerate(row, 1) if cell.targets
        )
        return all(cell.targets == (self.target_of(column, cell),) for column, cell in cells)


def link_rows(snapshot: ReportSnapshot) -> Iterator[tuple[int, str, str, str]]:
    """The sheet's rows: number of the report's row, column, event, address; each address of a cell once."""
    for number, row in enumerate(snapshot.rows, 1):
        for heading, cell in zip(snapshot.header, row, strict=True):
            for target in cell.targets:
                yield number, heading, row[_TITLE].text, target


def link_places(snapshot: ReportSnapshot) -> dict[int, str]:
    """For each row of the report that has links, where on the sheet «Посилання» they begin."""
    places: dict[int, str] = {}
    for place, (number, *_rest) in enumerate(link_rows(snapshot), 2):
        places.setdefault(number, f"'{SHEET_NAME}'!A{place}")
    return places


def add_links_sheet(workbook: Workbook, snapshot: ReportSnapshot, styles: Styles) -> Sheet:
    """Add the sheet."""
    sheet = Sheet(workbook, SHEET_NAME, snapshot.form, _WIDTHS_MM)
    sheet.fitting_row(_HEADER, bold=True)
    for place, heading in enumerate(_HEADER, 1):
        sheet.put(place, heading, styles.heading())
    sheet.freeze_heading()
    for number, heading, event, target in link_rows(snapshot):
        sheet.fitting_row((str(number), heading, event, target, _CLICK))
        sheet.put_number(1, number, styles.number(Align.CENTER))
        for place, text in enumerate((heading, event, target), 2):
            sheet.put(place, text, styles.text(Align.LEFT, len(text)))
        sheet.put(5, _CLICK, styles.link(Align.CENTER), target)
    return sheet

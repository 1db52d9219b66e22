"""Measures of a sheet.

A unit is a quarter of a point: type of 10 pt is 40 units high, small enough for Qt to keep its glyphs between
texts, and fine enough (1/64 of a unit) that lines break where Word breaks them, whatever the device.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from PySide6.QtCore import QSizeF

from courtcomms.reports.form_model import PAGE_HEIGHT_MM, PAGE_WIDTH_MM, ReportForm
from courtcomms.reports.measures import CELL_MARGIN_DXA, DXA_PER_POINT, POINTS_PER_MM

PER_POINT = 4
#: Units in an inch: the resolution of a device on which a unit is a dot.
PER_INCH = 72 * PER_POINT
CELL_MARGIN = CELL_MARGIN_DXA / DXA_PER_POINT * PER_POINT
#: Lines of the table, as Word's of half a point.
BORDER = PER_POINT / 2
#: Room under the titles, over the signature, over the date: as in the Word document.
AFTER_TITLES, BEFORE_SIGNATURE, BEFORE_DATE = 8 * PER_POINT, 24 * PER_POINT, 12 * PER_POINT
PAGE_NUMBER_PT, EXECUTOR_PT = 12.0, 10.0
EXECUTOR_WIDTH_MM = 100.0


def units(millimetres: float) -> float:
    """Millimetres in units."""
    return millimetres * POINTS_PER_MM * PER_POINT


SHEET = QSizeF(units(PAGE_WIDTH_MM), units(PAGE_HEIGHT_MM))


@dataclass(frozen=True)
class Room:
    """Where things stand on a sheet of a form; all in units from the sheet's upper left corner."""

    form: ReportForm

    @cached_property
    def left(self) -> float:
        """The left margin."""
        return units(self.form.page.left_mm)

    @cached_property
    def top(self) -> float:
        """The top margin."""
        return units(self.form.page.top_mm)

    @cached_property
    def width(self) -> float:
        """Between the side margins."""
        return units(self.form.page.width_mm)

    @cached_property
    def height(self) -> float:
        """Between the top and bottom margins."""
        return units(self.form.page.height_mm)

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Left edges of the columns and the right edge of the last one."""
        widths = [column.width_mm for column in self.form.columns]
        return tuple(self.left + units(edge) for edge in accumulate(widths, initial=0.0))

    @property
    def table_width(self) -> float:
        """From the first edge to the last."""
        return self.edges[-1] - self.edges[0]

"""How high the rows must be in Excel for every line to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.reports.measures import POINTS_PER_MM
from courtcomms.reports.text_metrics import count_lines
from courtcomms.reports.xlsx_limits import ROW_LIMIT

#: Excel sets a line of Times New Roman 10 at 12.75 pt on screen; a little more covers its printing.
_LINE = 1.275
_PADDING = 1.5
#: Excel wraps by the pixels of the screen and the dots of the printer, never just where the font says.
_SURE_WIDTH = 0.97
_PIXELS_PER_INCH = 96
#: What Excel keeps free in a cell beside the text, and a digit of Times New Roman 12, in pixels.
_CELL_PADDING_PX = 5
_DIGIT_PX = 8


def column_width(millimetres: float) -> float:
    """A column's width as the file holds it: in digits of the workbook's standard font."""
    return round(_pixels(millimetres) / _DIGIT_PX * 256) / 256


def room_points(millimetres: float) -> float:
    """Room for letters in a column of this width, leaning to the low side."""
    inner = max(_pixels(millimetres) - _CELL_PADDING_PX, 1.0)
    return inner * 72 / _PIXELS_PER_INCH * _SURE_WIDTH


def row_height(texts: Sequence[str], rooms: Sequence[float], size: float, *, bold: bool = False) -> float:
    """Height in points of a row with these texts in columns with this room; it may be over Excel's limit."""
    pairs = zip(texts, rooms, strict=True)
    lines = max(count_lines(text, room, size, bold=bold) if text else 1 for text, room in pairs)
    return round(lines * size * _LINE + _PADDING, 2)


def capped(height: float) -> float:
    """The height that Excel accepts."""
    return min(height, ROW_LIMIT)


def _pixels(millimetres: float) -> float:
    return millimetres * POINTS_PER_MM * _PIXELS_PER_INCH / 72

"""How high the rows must be in Excel for every line to be seen, with little to spare.

Excel sets a line by the whole pixels of the screen: the font's ascent and its descent, each rounded up, one
pixel of leading and one of the grid. This gives the heights that Excel itself gives a row of Times New
Roman: 11.25 pt at size 8, 12 at 9, 12.75 at 10, 15 at 11, 15.75 at 12 on a screen of 96 dots an inch, and
13.2 at size 10 on one of 120 («125 %», usual on laptops). A wrapped cell takes that height as many times as
it has lines. LibreOffice sets the same lines at 11.2 pt and so has room left over.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import ceil

from courtcomms.reports.form import Font
from courtcomms.reports.measures import POINTS_PER_MM
from courtcomms.reports.text_metrics import count_lines
from courtcomms.reports.xlsx_limits import ROW_LIMIT

#: Of Times New Roman, over its size (``usWinAscent`` and ``usWinDescent`` of its OS/2 table).
_ASCENT, _DESCENT = 0.891, 0.216
_LEADING_AND_GRID_PX = 2
#: Dots an inch of screens at Windows' scales of 100 % and 125 %.
_SCREENS = (96, 120)
#: Letters that Excel rounds to whole pixels are up to so much wider than the font says.
_SURE_WIDTH = 0.985
_PIXELS_PER_INCH = 96
#: What Excel keeps free in a cell beside the text, and a digit of Times New Roman 12, in pixels.
_CELL_PADDING_PX = 5
_DIGIT_PX = 8
#: Only the letters of Times New Roman are known; other usual fonts are wider by less than this.
_KNOWN_FONTS = frozenset({"times new roman", "liberation serif", "tinos"})
_OTHER_FONT = 1.2


def column_width(millimetres: float) -> float:
    """A column's width as the file holds it: in digits of the workbook's standard font."""
    return round(_pixels(millimetres) / _DIGIT_PX * 256) / 256


def room_points(millimetres: float) -> float:
    """Room for letters in a column of this width, leaning to the low side."""
    inner = max(_pixels(millimetres) - _CELL_PADDING_PX, 1.0)
    return inner * 72 / _PIXELS_PER_INCH * _SURE_WIDTH


def letters_size(font: Font) -> float:
    """The size in points at which Times New Roman is surely as wide as the table's font."""
    return font.table_pt if font.name.lower() in _KNOWN_FONTS else font.table_pt * _OTHER_FONT


@cache
def line_height(size: float) -> float:
    """Height in points that Excel gives a line of text of this size, on whichever screen is the greater."""
    return max(_line_pixels(size * dots / 72) * 72 / dots for dots in _SCREENS)


def row_height(texts: Sequence[str], rooms: Sequence[float], font: Font, *, bold: bool = False) -> float:
    """Height in points of a row with these texts in columns with this room; it may be over Excel's limit."""
    size = letters_size(font)
    pairs = zip(texts, rooms, strict=True)
    lines = max(count_lines(text, room, size, bold=bold) if text else 1 for text, room in pairs)
    return round(lines * line_height(font.table_pt), 2)


def capped(height: float) -> float:
    """The height that Excel accepts."""
    return min(height, ROW_LIMIT)


def _line_pixels(letter_pixels: float) -> int:
    whole = round(letter_pixels)
    return ceil(_ASCENT * whole) + ceil(_DESCENT * whole) + _LEADING_AND_GRID_PX


def _pixels(millimetres: float) -> float:
    return millimetres * POINTS_PER_MM * _PIXELS_PER_INCH / 72

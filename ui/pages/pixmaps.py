"""Sheets drawn for the screen, as many as a bound in bytes allows."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.pages.layout import PagedReport
from ui.pages.measures import SHEET

_BOUND = 48 * 1024 * 1024
_BYTES_A_DOT = 4
#: Fewer than so many sheets in the bound: then they are drawn straight onto the window instead.
_FEWEST = 4

Key = tuple[int, int, int]


class Pixmaps:
    """The sheets of one report, by number and size in dots of the screen."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._size = 0

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        return self._size

    def clear(self) -> None:
        """Forget what was drawn: the report is another one, or another size is wanted."""
        self._kept.clear()
        self._size = 0

    def sheet(self, report: PagedReport, page: int, width: int, height: int, ratio: float) -> QPixmap | None:
        """A sheet ``width`` × ``height`` dots large; ``None`` where it is too large to be kept."""
        key = page, width, height
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known
        cost = width * height * _BYTES_A_DOT
        if cost * _FEWEST > _BOUND:
            return None
        while self._size + cost > _BOUND:
            _key, old = self._kept.popitem(last=False)
            self._size -= old.width() * old.height() * _BYTES_A_DOT
        made = _drawn(report, page, width, height)
        made.setDevicePixelRatio(ratio)
        self._kept[key] = made
        self._size += cost
        return made


def draw_sheet(painter: QPainter, report: PagedReport, page: int, width: float, height: float) -> None:
    """Draw a white sheet with its upper left corner at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(width / SHEET.width(), height / SHEET.height())
    painter.fillRect(0, 0, round(SHEET.width()) + 1, round(SHEET.height()) + 1, Qt.GlobalColor.white)
    report.paint(page, painter)


def _drawn(report: PagedReport, page: int, width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    draw_sheet(painter, report, page, width, height)
    painter.end()
    return pixmap

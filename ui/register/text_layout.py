"""Wrapped text of table cells: laid out once for a width, drawn many times."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

_KEPT = 4000


class Laid:
    """A text broken into lines for a width."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._font = font
        # A layout breaks lines at U+2028 only; the text keeps its length.
        self._text = text.replace("\n", "\u2028")
        self._layout = QTextLayout(self._text, font)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self.height = self._break_lines(width)
        self._width = width
        self._underlines: dict[tuple[int, int], tuple[QRectF, ...]] = {}

    def _break_lines(self, width: float) -> float:
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, y))
            y += line.height()
        self._layout.endLayout()
        return y

    @property
    def longest(self) -> float:
        """Width in pixels of the longest line."""
        lines = range(self._layout.lineCount())
        return max((self._layout.lineAt(number).naturalTextWidth() for number in lines), default=0.0)

    def fits(self, height: float) -> bool:
        """Whether all lines have room in a height in pixels."""
        return self.height <= height + 1.0

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw inside ``place``; what does not fit ends in «…» on the last line that does."""
        if self.fits(place.height()):
            self._layout.draw(painter, place.topLeft())
            return
        fitting = [n for n in range(self._layout.lineCount()) if self._bottom(n) <= place.height() + 1.0]
        for number in fitting[:-1]:
            self._layout.lineAt(number).draw(painter, place.topLeft())
        self._draw_last(painter, place, fitting[-1] if fitting else 0)

    def underlines(self, start: int, end: int, height: float, room: float) -> tuple[QRectF, ...]:
        """Where lines of a ``height`` in pixels lie under a stretch of the text, told in UTF-16 units.

        One for each line of the text that has ``room``, placed from the text's upper left corner.
        """
        key = (start, end)
        places = self._underlines.get(key)
        if places is None:
            places = self._underlines[key] = tuple(self._beneath(start, end, height))
        return places if self.fits(room) else tuple(one for one in places if one.bottom() <= room + 1.0)

    def _beneath(self, start: int, end: int, height: float) -> Iterator[QRectF]:
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if first < end and start < last:
                left, right = _x_of(line, max(start, first)), _x_of(line, min(end, last))
                top = min(line.y() + line.ascent() + 1.0, line.y() + line.height() - height)
                yield QRectF(round(left), round(top), round(right - left), height)

    def _bottom(self, number: int) -> float:
        line = self._layout.lineAt(number)
        return line.y() + line.height()

    def _draw_last(self, painter: QPainter, place: QRectF, number: int) -> None:
        line = self._layout.lineAt(number)
        words = self._text[line.textStart() : line.textStart() + line.textLength()].rstrip("\u2028 ")
        metrics = QFontMetricsF(self._font)
        while words and metrics.horizontalAdvance(words + "…") > self._width:
            words = words[:-1]
        painter.setFont(self._font)
        painter.drawText(QPointF(place.left(), place.top() + line.y() + line.ascent()), f"{words.rstrip()}…")


def _x_of(line: QTextLine, at: int) -> float:
    """Where a place of the text stands on its line; PySide hands out the place beside it."""
    found: Any = line.cursorToX(at)
    return float(found[0])


class Layouts:
    """Layouts by text, width and weight; the oldest make room."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._kept: OrderedDict[tuple[str, int], Laid] = OrderedDict()

    def laid(self, text: str, width: int) -> Laid:
        """The text broken for a width in pixels."""
        key = (text, width)
        laid = self._kept.get(key)
        if laid is None:
            laid = self._kept[key] = Laid(text, self._font, float(max(width, 8)))
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return laid

    @property
    def line_height(self) -> float:
        """Height of one line in pixels."""
        return QFontMetricsF(self._font).lineSpacing()

"""A text set in a width: its lines, where its links stand, and how it is drawn, whole or in part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from courtcomms.reports.form_model import Align
from courtcomms.reports.measures import DXA_PER_POINT
from courtcomms.reports.snapshot import Line, Run
from courtcomms.reports.text_metrics import LINE_HEIGHT
from ui.pages.measures import PER_POINT
from ui.utf16 import units_of

#: A line end inside one text, as Qt wants it.
_LINE_END = "\u2028"
_LINK_BLUE = QColor("#0000ff")
_TAB = 36.0 * PER_POINT
_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
#: Where a link begins and ends in a text, in UTF-16 units, and where it leads.
Span = tuple[int, int, str]


class Block:
    """Lines of a text; ``tops`` are their upper edges and the lower edge of the last one, in units from the
    block's own top. ``tab`` is a stop at which what follows a tab ends."""

    def __init__(
        self, lines: Sequence[Line], font: QFont, width: float, align: Align, *, tab: float = 0.0
    ) -> None:
        self.width = width
        text, self._spans = _joined(lines)
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(_option(align, tab))
        self._layout.setCacheEnabled(True)
        if self._spans:
            self._layout.setFormats([_linked(span) for span in self._spans])
        self.tops = self._wrap(_line_height(font))

    def _wrap(self, least: float) -> tuple[float, ...]:
        layout, width = self._layout, self.width
        tops, top = [0.0], 0.0
        layout.beginLayout()
        create, add = layout.createLine, tops.append
        while (line := create()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, top))
            # Signs of a fallback font may be higher than the report's own.
            high = line.ascent() + line.descent()
            top += high if high > least else least
            add(top)
        layout.endLayout()
        return tuple(tops)

    @property
    def count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self.tops) - 1

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.tops[-1]

    def lines_within(self, start: int, height: float) -> int:
        """The line up to which the lines from ``start`` on fit a height."""
        return max(bisect_right(self.tops, self.tops[start] + height + 1e-6) - 1, start)

    def draw(
        self, painter: QPainter, left: float, top: float, start: int = 0, stop: int | None = None
    ) -> None:
        """Draw the lines from ``start`` to ``stop`` with the first of them at ``top``."""
        if start == 0 and (stop is None or stop == self.count):
            self._layout.draw(painter, QPointF(left, top))
            return
        place = QPointF(left, top - self.tops[start])
        for number in range(start, self.count if stop is None else stop):
            self._layout.lineAt(number).draw(painter, place)

    def links(self, left: float, top: float, start: int, stop: int) -> Iterator[tuple[QRectF, str]]:
        """Where the links of these lines are seen, a rectangle a line, and where they lead."""
        for number in range(start, stop) if self._spans else ():
            line = self._layout.lineAt(number)
            for begins, ends, target in self._spans:
                seen = _seen(line, begins, ends)
                if seen is not None:
                    yield seen.translated(left, top - self.tops[start]), target

    def shown(self, start: int, stop: int) -> str:
        """The text of these lines."""
        raw = self._layout.text().encode("utf-16-le", "surrogatepass")
        pieces = []
        for number in range(start, stop):
            line = self._layout.lineAt(number)
            pieces.append(raw[2 * line.textStart() : 2 * (line.textStart() + line.textLength())])
        return b"".join(pieces).decode("utf-16-le", "surrogatepass").replace(_LINE_END, "\n")


def text_lines(text: str) -> tuple[Line, ...]:
    """A text without links as lines."""
    return tuple((Run(line),) for line in text.split("\n"))


def _joined(lines: Sequence[Line]) -> tuple[str, tuple[Span, ...]]:
    """The lines as one text, and its links."""
    pieces: list[str] = []
    spans: list[Span] = []
    place = 0
    for number, line in enumerate(lines):
        if number:
            pieces.append(_LINE_END)
            place += 1
        for run in line:
            size = len(run.text) if run.text.isascii() else units_of(run.text)
            pieces.append(run.text)
            if run.target is not None:
                spans.append((place, place + size, run.target))
            place += size
    return "".join(pieces), tuple(spans)


@cache
def _link_look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(_LINK_BLUE)
    look.setFontUnderline(True)
    return look


def _line_height(font: QFont) -> float:
    """As Word has it: in whole twentieths of a point."""
    step = PER_POINT / DXA_PER_POINT
    return round(font.pixelSize() * LINE_HEIGHT / step) * step


@cache
def _option(align: Align, tab: float) -> QTextOption:
    option = QTextOption(_SIDES[align])
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    option.setTabStopDistance(_TAB)
    if tab:
        option.setTabs([QTextOption.Tab(tab, QTextOption.TabType.RightTab)])
    return option


def _linked(span: Span) -> QTextLayout.FormatRange:
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length, stretch.format = span[0], span[1] - span[0], _link_look()
    return stretch


def _seen(line: QTextLine, begins: int, ends: int) -> QRectF | None:
    """What is seen of a stretch of the text on a line."""
    start = line.textStart()
    if ends <= start:
        return None
    stop = start + line.textLength()
    if begins >= stop:
        return None
    first, last = max(begins, start), min(ends, stop)
    x1, x2 = sorted((_x(line, first), _x(line, last)))
    natural = line.naturalTextRect()
    x1, x2 = max(x1, natural.left()), min(x2, natural.right())
    return QRectF(x1, line.y(), x2 - x1, line.ascent() + line.descent()) if x1 < x2 else None


def _x(line: QTextLine, place: int) -> float:
    return float(line.cursorToX(place)[0])  # type: ignore[index]

"""The forms of the marks: told apart without any colour, sharp at every scale because they are drawn."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen, QPolygonF

from courtcomms.model import Severity
from ui import theme
from ui.register.marks import RowMarks

#: Side of a mark and the blank after it, in device-independent pixels.
SIZE, GAP = 13.0, 3.0
#: Legs of the mark in a cell's corner.
_CORNER = 8.0
_LINE = 1.5

Role = QPalette.ColorRole


def draw_row_marks(
    painter: QPainter, rect: QRect, marks: RowMarks, palette: QPalette, number_size: tuple[float, float]
) -> None:
    """Draw a row's marks beneath its number, or beside it where the row is too low.

    ``number_size`` is the room that the number takes from the upper left corner of ``rect``, in pixels.
    """
    spots = _spots(rect, number_size, int(marks.standing) + int(marks.fresh))
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if marks.count:
        # The last spot: on a line of its own where there is one.
        spot = spots.pop()
        draw_severity(painter, spot, marks.severity, palette)
        _draw_count(painter, rect, spot, marks.count)
    for wanted, shape in ((marks.standing, _draw_turn), (marks.fresh, _draw_star)):
        if wanted and spots:
            shape(painter, spots.pop(0), palette.color(Role.Accent))
    painter.restore()


def _spots(rect: QRect, number_size: tuple[float, float], states: int) -> list[QRectF]:
    """Places for the marks of the states and, the last one, for that of the findings; fewer where there is
    no room for all."""
    width, height = number_size
    left, top = rect.left() + GAP + 1, rect.top() + height
    if top + SIZE > rect.bottom():
        beside = min(rect.left() + width + GAP, rect.right() - SIZE)
        return [QRectF(beside, rect.top() + (rect.height() - SIZE) / 2, SIZE, SIZE)]
    spots = [QRectF(left + place * (SIZE + GAP), top, SIZE, SIZE) for place in range(states + 1)]
    if states and top + 2 * SIZE + GAP <= rect.bottom():
        spots[-1] = QRectF(left, top + SIZE + GAP, SIZE, SIZE)
    elif spots[-1].right() > rect.right() and states > 1:
        spots.pop()
    return spots


def draw_severity(painter: QPainter, spot: QRectF, severity: Severity, palette: QPalette) -> None:
    """A filled disc with a cross, a triangle with «!», or a ring with «i»."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = palette.color(Role.Accent if severity is Severity.HINT else theme.DOUBT)
    box = spot.adjusted(0.5, 0.5, -0.5, -0.5)
    unit, middle = box.width() / 12.0, box.center()
    painter.setPen(QPen(colour, _LINE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    if severity is Severity.ERROR:
        painter.setBrush(colour)
        painter.drawEllipse(box)
        painter.setPen(QPen(palette.color(Role.Base), _LINE * 1.2, c=Qt.PenCapStyle.RoundCap))
        arm = 2.6 * unit
        painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
        painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))
    elif severity is Severity.WARN:
        top = QPointF(middle.x(), box.top())
        painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
        painter.drawLine(middle + QPointF(0, -1.0 * unit), middle + QPointF(0, 1.6 * unit))
        painter.drawPoint(middle + QPointF(0, 4.0 * unit))
    else:
        painter.drawEllipse(box)
        painter.drawPoint(middle + QPointF(0, -2.8 * unit))
        painter.drawLine(middle + QPointF(0, -0.4 * unit), middle + QPointF(0, 3.0 * unit))
    painter.restore()


def draw_corner(painter: QPainter, rect: QRect, severity: Severity, palette: QPalette) -> None:
    """The upper right corner of a cell: filled, outlined, or only a dot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    right, top = rect.right() - 0.5, rect.top() + 0.5
    colour = palette.color(Role.Accent if severity is Severity.HINT else theme.DOUBT)
    if severity is Severity.HINT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(right - 4.0, top + 4.0), 2.5, 2.5)
    else:
        painter.setPen(QPen(colour, 1.2, j=Qt.PenJoinStyle.MiterJoin))
        if severity is Severity.ERROR:
            painter.setBrush(colour)
        right, top = right - 1.0, top + 1.0
        corner = [QPointF(right - _CORNER, top), QPointF(right, top), QPointF(right, top + _CORNER)]
        painter.drawPolygon(QPolygonF(corner))
    painter.restore()


def _draw_count(painter: QPainter, rect: QRect, spot: QRectF, count: int) -> None:
    """The number of findings beside their form, where there is room for it."""
    if count < 2:
        return
    font = QFont(painter.font())
    text, left = str(count), spot.right() + GAP - 1
    if left + QFontMetricsF(font).horizontalAdvance(text) <= rect.right():
        room = QRectF(left, spot.top(), rect.right() - left, spot.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _draw_turn(painter: QPainter, spot: QRectF, colour: QColor) -> None:
    painter.save()
    _fit(painter, spot)
    painter.setPen(QPen(colour, _LINE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(_turn())
    painter.fillPath(_turn_head(), colour)
    painter.restore()


def _draw_star(painter: QPainter, spot: QRectF, colour: QColor) -> None:
    painter.save()
    _fit(painter, spot)
    painter.fillPath(_star(), colour)
    painter.restore()


def _fit(painter: QPainter, spot: QRectF) -> None:
    """Forms are made in a square of 12."""
    painter.translate(spot.topLeft())
    painter.scale(spot.width() / 12.0, spot.height() / 12.0)


@cache
def _turn() -> QPainterPath:
    """A circle that comes round again, open where its arrow points."""
    path = QPainterPath()
    box = QRectF(1.5, 1.8, 9.0, 9.0)
    path.arcMoveTo(box, 25.0)
    path.arcTo(box, 25.0, -285.0)
    return path


@cache
def _turn_head() -> QPainterPath:
    path = QPainterPath(QPointF(5.4, -0.9))
    path.lineTo(QPointF(9.4, 2.0))
    path.lineTo(QPointF(5.4, 4.9))
    path.closeSubpath()
    return path


@cache
def _star() -> QPainterPath:
    """A star of four points."""
    path = QPainterPath(QPointF(6.0, 0.0))
    for corner, waist in (
        ((12, 6), (7.4, 4.6)),
        ((6, 12), (7.4, 7.4)),
        ((0, 6), (4.6, 7.4)),
        ((6, 0), (4.6, 4.6)),
    ):
        path.lineTo(QPointF(*waist))
        path.lineTo(QPointF(*corner))
    path.closeSubpath()
    return path

"""The forms of the groups of links: told apart without any colour, beside the group's word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF

from courtcomms.model import LinkGroup, Severity
from ui import theme
from ui.register import mark_shapes

_LINE = 1.5
Role = QPalette.ColorRole


def draw_group(painter: QPainter, spot: QRectF, group: LinkGroup, palette: QPalette) -> None:
    """A filled disc with a cross (wrong), an arrow (moved), a triangle with «!» (look), a dotted ring
    (unchecked), a tick (fine)."""
    if group is LinkGroup.WRONG:
        mark_shapes.draw_severity(painter, spot, Severity.ERROR, palette)
    elif group is LinkGroup.LOOK:
        mark_shapes.draw_severity(painter, spot, Severity.WARN, palette)
    else:
        _draw_line(painter, spot, group, palette)


def _draw_line(painter: QPainter, spot: QRectF, group: LinkGroup, palette: QPalette) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(spot.topLeft())
    painter.scale(spot.width() / 12.0, spot.height() / 12.0)
    role = theme.QUIET if group is LinkGroup.UNCHECKED else Role.Accent
    pen = QPen(palette.color(role), _LINE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    if group is LinkGroup.UNCHECKED:
        pen.setDashPattern([1.2, 2.0])
    painter.setPen(pen)
    if group is LinkGroup.UNCHECKED:
        painter.drawEllipse(QRectF(1.5, 1.5, 9.0, 9.0))
    elif group is LinkGroup.MOVED:
        painter.drawLine(QPointF(1.0, 6.0), QPointF(10.6, 6.0))
        painter.drawPolyline(QPolygonF([QPointF(7.0, 2.4), QPointF(10.8, 6.0), QPointF(7.0, 9.6)]))
    else:
        painter.drawPolyline(QPolygonF([QPointF(1.6, 6.6), QPointF(4.8, 9.8), QPointF(10.6, 2.6)]))
    painter.restore()

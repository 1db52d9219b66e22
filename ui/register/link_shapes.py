"""The lines under links: each group has a form of its own, told apart without any colour.

Lines are filled with small tiles that are drawn once: a painted path of a long address costs far more.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap

from courtcomms.model import LinkGroup
from ui import theme

#: Height of a line with its form, and the room between it and the letters' foot, in pixels.
HEIGHT, DROP = 4, 1.0
#: After so many pixels a form begins again.
_PERIODS = {LinkGroup.WRONG: 6, LinkGroup.MOVED: 10, LinkGroup.LOOK: 5, LinkGroup.FINE: 8}
_TILES = 32

Role = QPalette.ColorRole
_ROLES = {
    LinkGroup.WRONG: theme.DOUBT,
    LinkGroup.MOVED: Role.Accent,
    LinkGroup.LOOK: theme.DOUBT,
    LinkGroup.FINE: theme.QUIET,
}


def draw_lines(
    painter: QPainter, group: LinkGroup, lines: Iterable[QRectF], palette: QPalette, *, selected: bool
) -> None:
    """Underline stretches of text, of which ``lines`` are the places, :data:`HEIGHT` high."""
    colour = palette.color(Role.HighlightedText if selected else _ROLES[group])
    tile = _tile(group, colour.rgba(), painter.device().devicePixelRatio())
    for line in lines:
        painter.drawTiledPixmap(line, tile)


@lru_cache(maxsize=64)
def _tile(group: LinkGroup, rgba: int, scale: float) -> QPixmap:
    """A stretch of a line in a colour, sharp on a screen of this scale."""
    width = _PERIODS[group] * _TILES
    pixmap = QPixmap(round(width * scale), round(HEIGHT * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _draw(painter, group, QColor.fromRgba(rgba), float(width))
    painter.end()
    return pixmap


def _draw(painter: QPainter, group: LinkGroup, colour: QColor, width: float) -> None:
    period, middle = float(_PERIODS[group]), HEIGHT / 2
    starts = [number * period for number in range(round(width / period))]
    if group == LinkGroup.WRONG:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.3))
        foot, half = HEIGHT - 0.6, period / 2
        for x in starts:
            painter.drawPolyline([QPointF(x, foot), QPointF(x + half, 0.6), QPointF(x + period, foot)])
    elif group == LinkGroup.FINE:
        painter.fillRect(QRectF(0.0, middle, width, 1.0), colour)
    else:
        long = period * 0.6 if group == LinkGroup.MOVED else 2.0
        for x in starts:
            painter.fillRect(QRectF(x, middle - 0.5, long, 2.0), colour)

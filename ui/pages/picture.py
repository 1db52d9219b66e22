"""A picture of the letterhead in a line of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from courtcomms.reports.form_model import Align, LetterheadLine
from ui.pages.measures import units

#: How much of the free width is left of a picture.
_SHARES = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}


class Picture:
    """Made smaller where it would not go between the margins; one that cannot be read leaves a blank."""

    def __init__(self, line: LetterheadLine, width: float, height: float) -> None:
        self._image = QImage.fromData(line.image)
        wide, high = units(line.width_mm), units(line.height_mm)
        scale = min(1.0, width / wide if wide else 1.0, height / high if high else 1.0)
        self._width, self.height = wide * scale, high * scale
        self._before = (width - self._width) * _SHARES[line.align]

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with the upper left corner of its line at a point."""
        if not self._image.isNull():
            target = QRectF(left + self._before, top, self._width, self.height)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._image)

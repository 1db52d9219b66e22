"""The program's own icons: SVG drawn in ``currentColor``, coloured by the palette."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from courtcomms.paths import resources_dir

_SIZES = (16, 20, 24, 32, 48, 64)
_MODES = (
    (QIcon.Mode.Normal, QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText),
    (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText),
    (QIcon.Mode.Selected, QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText),
)


def icon(name: str) -> QIcon:
    """The icon in the colours of the present palette, sharp from 16 to 64 px."""
    result = QIcon()
    palette = QGuiApplication.palette()
    for mode, group, role in _MODES:
        colour = palette.color(group, role)
        picture = _source(name).replace("currentColor", colour.name())
        renderer = QSvgRenderer(QByteArray(picture.encode()))
        for size in _SIZES:
            result.addPixmap(_drawn(renderer, size, colour.alphaF()), mode)
    return result


def app_icon() -> QIcon:
    """The program's mark, in its own colours."""
    renderer = QSvgRenderer(str(resources_dir() / "icons" / "courtcomms.svg"))
    result = QIcon()
    for size in (*_SIZES, 128, 256):
        result.addPixmap(_drawn(renderer, size, 1.0))
    return result


@cache
def _source(name: str) -> str:
    return (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _drawn(renderer: QSvgRenderer, size: int, opacity: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    renderer.render(painter)
    painter.end()
    return pixmap

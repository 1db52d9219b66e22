"""The program's own icons: SVG drawn in ``currentColor``, coloured by the palette.

Each is drawn when a widget first shows it, in the size that the screen asks for: drawing all of them at
the start would cost more than the window itself.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from courtcomms.paths import resources_dir

_APP_SIZES = (16, 24, 32, 48, 64, 128, 256)

_Key = tuple[int, int, int]
_clones: list[QIconEngine] = []


def icon(name: str) -> QIcon:
    """The icon in the colours of the palette at the time it is shown, sharp in every size."""
    return QIcon(_Engine(name))


def app_icon() -> QIcon:
    """The program's mark, in its own colours."""
    return QIcon(_AppEngine("courtcomms"))


class _Engine(QIconEngine):
    """Draws one SVG and keeps what it drew: by width, height and colour."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._drawn: dict[_Key, QPixmap] = {}

    def clone(self) -> QIconEngine:
        # Qt takes the copy without telling Python, which would let go of it at once.
        _clones.append(type(self)(self._name))
        return _clones[-1]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        colour = _colour(mode)
        painter.save()
        painter.setOpacity(painter.opacity() * colour.alphaF())
        _renderer(self._name, colour.name()).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        key = (size.width(), size.height(), _colour(mode).rgba())
        if key not in self._drawn:
            self._drawn[key] = self._draw(size, mode, state)
        return self._drawn[key]

    def _draw(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


class _AppEngine(_Engine):
    """The mark goes to the taskbar, which asks for the sizes there are."""

    def availableSizes(self, _mode: QIcon.Mode, _state: QIcon.State) -> list[QSize]:
        return [QSize(size, size) for size in _APP_SIZES]


def _colour(mode: QIcon.Mode) -> QColor:
    """The colour of the text that stands beside an icon."""
    palette = QGuiApplication.palette()
    if mode == QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    selected = mode == QIcon.Mode.Selected
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.WindowText
    return palette.color(QPalette.ColorGroup.Active, role)


@cache
def _folder() -> Path:
    return resources_dir() / "icons"


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = (_folder() / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))

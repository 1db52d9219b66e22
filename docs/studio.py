"""A studio for pictures: the real program over a real register, without a screen."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from courtcomms.paths import DataDir
from ui import theme
from ui.app import application, build
from ui.faults import log_qt
from ui.main_window import MainWindow

_QUIET = 250
_PATIENCE = 60.0
_COLOURS, _GROUNDS = 256, 48
#: What is left of red, green and blue where near colours are taken for one.
_NEAR = 0xE0E0E0
_DIM = QColor(0, 0, 0, 70)


class Studio:
    """One window, waited for and photographed with whatever stands open over it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def do(self, *actions: str) -> None:
        """Choose actions, each once the one before has had its effect."""
        for action in actions:
            self.window.actions_[action].trigger()
            self.wait()

    def wait(self) -> None:
        """Until nothing is under way any more and the window has been at rest for a while."""
        jobs, end = self.window.parts.jobs, monotonic() + _PATIENCE
        _rest(_QUIET)
        while jobs.busy and monotonic() < end:
            _rest(_QUIET)
        _rest(_QUIET)

    def until(self, condition: Callable[[], bool]) -> None:
        """Until something is so."""
        end = monotonic() + _PATIENCE
        while not condition() and monotonic() < end:
            _rest(20)
        self.wait()

    def choose(self, row: int, column: int = 1) -> None:
        """Make a cell the current one."""
        self.window.page.view.choose(self.window.table.ids[row], column)
        self.wait()

    def shoot(self, path: Path) -> None:
        """Draw the window, and what is open over it, into a PNG file."""
        self.wait()
        picture = self.window.grab()
        over = [widget for widget in QApplication.topLevelWidgets() if _stands_over(widget, self.window)]
        for widget in sorted(over, key=_depth):
            _lay_over(picture, widget, self.window)
        _with_few_colours(picture.toImage()).save(str(path), "PNG")

    def close_dialogs(self) -> None:
        """Close everything that stands open over the window."""
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        self.wait()


@contextmanager
def studio(folder: Path, size: tuple[int, int] = (1280, 720), *, dark: bool = False) -> Iterator[Studio]:
    """Open the program over the register of a folder; ``size`` in pixels."""
    before = qInstallMessageHandler(log_qt)
    theme.wear(application(), dark=dark)
    data = DataDir(folder)
    data.create()
    window, parts = build(data)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*size)
    window.show()
    opened: list[bool] = []
    window.ready.connect(lambda: opened.append(True))
    parts.service.open()
    made = Studio(window)
    made.until(lambda: bool(opened))
    try:
        yield made
    finally:
        # The offscreen clipboard outlives the interpreter and would then free what Python has freed.
        QGuiApplication.clipboard().clear()
        window.hide()
        parts.close()
        window.deleteLater()
        _rest(0)
        qInstallMessageHandler(before)


def _with_few_colours(image: QImage) -> QImage:
    """The picture in 256 of its own colours, near ones as one: a quarter of the size, and no eye sees the
    difference. The grounds stay as they are; of other near colours the most frequent stands for all."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    groups: dict[int, int] = {}
    frequent = [colour for colour, _ in Counter(memoryview(plain.constBits()).cast("I")).most_common()]
    for colour in frequent:
        groups.setdefault(colour & _NEAR, colour)
    table = list(dict.fromkeys([*frequent[:_GROUNDS], *groups.values()]))[:_COLOURS]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _stands_over(widget: QWidget, window: MainWindow) -> bool:
    return widget.isVisible() and widget is not window and widget.width() > 1


def _depth(widget: QWidget) -> int:
    """Dialogs beneath popups, parents beneath their children."""
    depth, parent = 100 * (not isinstance(widget, QDialog)), widget.parentWidget()
    while parent is not None:
        depth, parent = depth + 1, parent.parentWidget()
    return depth


def _lay_over(picture: QPixmap, widget: QWidget, window: MainWindow) -> None:
    """A dialog in the middle over the dimmed window, a popup where it is; both with a thin frame."""
    painter = QPainter(picture)
    place = QRect(QPoint(), widget.size())
    if isinstance(widget, QDialog):
        painter.fillRect(window.rect(), _DIM)
        place.moveCenter(window.rect().center())
    else:
        place.moveTopLeft(widget.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()))
    painter.drawPixmap(place.topLeft(), widget.grab())
    painter.setPen(window.palette().color(theme.Role.Dark))
    painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()

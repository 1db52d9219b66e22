"""Files and folders dropped onto the window, with a clear sign while they hang over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ui import theme, wording

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove)
#: How much of the window beneath the sign is covered.
_COVER = 0.9
_ENDS = (QEvent.Type.DragLeave, QEvent.Type.Drop)


class Drops(QObject):
    """``dropped`` tells the paths of what was let go over the window.

    It stands before all fields of the window: a text field would take the file's address for a text.
    Anything but files is left to them.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sign: DropSign | None = None

    def watch(self) -> None:
        """Begin; the window must have been shown."""
        handle = self._window.windowHandle()
        handle.removeEventFilter(self)
        handle.installEventFilter(self)

    @property
    def sign(self) -> DropSign | None:
        """What is shown while files hang over the window."""
        return self._sign

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (*_DRAGS, *_ENDS):
            return False
        if kind == QEvent.Type.DragLeave:
            self._hide()
            return False
        assert isinstance(event, QDropEvent)
        paths = local_paths(event.mimeData())
        if not paths or QApplication.activeModalWidget() is not None:
            return False
        if kind == QEvent.Type.Drop:
            self._take(event, paths)
        else:
            self._offer(event, paths)
        return True

    def _offer(self, event: QDropEvent, paths: list[Path]) -> None:
        if self._sign is None:
            self._sign = DropSign(self._window)
            self._sign.say(paths)
            self._sign.show()
            self._sign.raise_()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _take(self, event: QDropEvent, paths: list[Path]) -> None:
        self._hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(paths)

    def _hide(self) -> None:
        sign, self._sign = self._sign, None
        if sign is not None:
            sign.hide()
            sign.deleteLater()


class DropSign(QWidget):
    """Lies over the whole window: a frame, and what letting go will do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self._words = QLabel(self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        theme.headline(self._words)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, paths: list[Path]) -> None:
        """Name what hangs over the window."""
        what = (
            f"«{paths[0].name}»"
            if len(paths) == 1
            else wording.counted(len(paths), "файл", "файли", "файлів")
        )
        self._words.setText(f"⇩  Відпустіть, щоб прочитати {what}\nСпершу буде показано, що зробить імпорт.")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.palette().color(theme.Role.Base)
        ground.setAlphaF(_COVER)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(self.palette().color(theme.Role.Accent), 3, Qt.PenStyle.DashLine))
        inset = 2 * theme.GRID
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), 8, 8)
        painter.end()


def local_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this machine among what is dragged; none where it is a text."""
    if not data.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile()]

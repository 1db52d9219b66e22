"""Notices that the user tries to write into what can only be looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_ERASING = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ReadOnlyWatch(QObject):
    """``attempted`` comes when letters, F2, Delete, a paste or a double click go to a watched widget while
    it is ``locked``; the keystroke itself goes its usual way."""

    attempted = Signal()

    def __init__(self, locked: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locked = locked

    def watch(self, *widgets: QWidget) -> None:
        """Watch these from now on."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only look; Qt's own handling follows."""
        if _writes(event) and self._locked():
            self.attempted.emit()
        return super().eventFilter(watched, event)


def _writes(event: QEvent) -> bool:
    if event.type() == QEvent.Type.MouseButtonDblClick:
        return True
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Paste) or event.matches(QKeySequence.StandardKey.Cut):
        return True
    if event.key() in _ERASING:
        return not event.modifiers() & _COMMAND
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & _COMMAND

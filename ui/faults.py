"""Errors that nobody expected: all of them into the log, one sentence to the user."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from ui.messages import Messenger

log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Faults(QObject):
    """Takes the place of Python's and Qt's own hooks while installed.

    Errors of slots and of threads alike come here, a broken ``data()`` dozens of times a paint: the
    messenger shows one box only.
    """

    _seen = Signal()

    def __init__(self, messenger: Messenger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._old: Hook = sys.excepthook
        self._old_thread = threading.excepthook
        self._seen.connect(messenger.unexpected)

    def install(self) -> None:
        """Begin to catch."""
        self._old, self._old_thread = sys.excepthook, threading.excepthook
        sys.excepthook = self.catch
        threading.excepthook = self._catch_thread
        qInstallMessageHandler(log_qt)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._old, self._old_thread
        qInstallMessageHandler(None)

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an error and tell the user, in whatever thread it was raised."""
        if issubclass(kind, KeyboardInterrupt):
            self._old(kind, error, trace)
            return
        log.error("uncaught", exc_info=(kind, error, trace))
        self._seen.emit()

    def _catch_thread(self, arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value or arguments.exc_type()
        self.catch(arguments.exc_type, error, arguments.exc_traceback)


def log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own messages belong in the log, not on the user's terminal."""
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.ERROR), message)

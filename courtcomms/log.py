"""The program's log: what it did and what went wrong, never what the cells say."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s [%(process)d %(threadName)s] %(message)s"
_MOST_BYTES = 1_000_000
_OLDER_FILES = 3

#: Every module of the program logs below one of these: the core, the window, and Qt's own messages.
ROOTS = tuple(logging.getLogger(name) for name in ("courtcomms", "ui", "qt"))


def start_log(path: Path, level: int = logging.INFO) -> bool:
    """Write the log to a file from now on; older files stand beside it with a number.

    Called again it takes up the new file. A log that cannot be written never keeps the program from
    working: ``False`` then, and the log goes nowhere.
    """
    stop_log()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _Handler(path, maxBytes=_MOST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8")
    except OSError:
        return False
    handler.setFormatter(logging.Formatter(_FORMAT))
    for root in ROOTS:
        root.addHandler(handler)
        root.setLevel(level)
    return True


def stop_log() -> None:
    """Close the log's file; harmless when none is open."""
    for root in ROOTS:
        for handler in [handler for handler in root.handlers if isinstance(handler, _Handler)]:
            root.removeHandler(handler)
            handler.close()


class _Handler(RotatingFileHandler):
    """Keeps writing where a full disk or a second window keeps the file from being turned over."""

    def doRollover(self) -> None:
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:
                self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """A log that cannot be written is no reason to disturb anybody."""

"""The habit of copies: the register is copied by itself while its user works.

When a copy is due, the store knows; here it is asked at the right moments, in the register's thread, and
never while something is being written.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from ui.messages import sentence
from ui.register import queries
from ui.register.queries import CopyNews
from ui.register.service import RegisterService

#: How long after the register is opened, after a change, and where something is just being written, in
#: milliseconds.
AT_FIRST, BETWEEN, A_MOMENT = 3_000, 300_000, 3_000

log = logging.getLogger(__name__)


class Copies(QObject):
    """``newest`` tells the moment of the newest copy (``None``: there is none), ``failed`` in a sentence
    why none could be made, once until one can."""

    newest = Signal(object)
    failed = Signal(str)

    def __init__(self, service: RegisterService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._opened = False
        self._complained = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._ask)
        service.opened.connect(self._begin)

    def start(self) -> None:
        """Take up the habit; before the register is opened."""
        self._service.opened.connect(self._wait_at_first)
        self._service.changed.connect(self._wait)

    def finish(self) -> None:
        """One more copy at the end, if it is due; whoever closes the threads waits for it."""
        self._soon.stop()
        if self._opened:
            self._service.leave(queries.keep_last_copy)

    def look(self) -> None:
        """Find out when the newest copy was made."""
        self._service.ask(queries.newest_copy, done=self._tell)

    def _begin(self) -> None:
        self._opened = True
        self.look()

    def _wait_at_first(self) -> None:
        self._soon.start(AT_FIRST)

    def _wait(self) -> None:
        if not self._soon.isActive():
            self._soon.start(BETWEEN)

    def _ask(self) -> None:
        if self._service.writing:
            self._soon.start(A_MOMENT)
        else:
            self._service.ask(queries.keep_copy, done=self._take, failed=self._complain, key="copy")

    def _tell(self, news: CopyNews) -> None:
        self.newest.emit(news.newest)

    def _take(self, news: CopyNews) -> None:
        self._complained = False
        self.newest.emit(news.newest)
        if news.early:
            self._wait()

    def _complain(self, error: BaseException) -> None:
        log.warning("no copy was made: %r", error)
        self._wait()
        if not self._complained:
            self._complained = True
            self.failed.emit(sentence(error))

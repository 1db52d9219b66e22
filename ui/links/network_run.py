"""Something asked on the network's lane, whose results the window takes over in small portions."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from courtcomms.progress import Progress
from ui.jobs import Job, Jobs, Lane

log = logging.getLogger(__name__)

#: Results are taken over so often, in milliseconds.
PORTION = 150


class Outbox:
    """What the worker has told and the window has not yet taken; the only thing that both touch."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._fresh: list[Any] = []

    def tell(self, result: Any) -> None:
        """In the worker: put a result down."""
        with self._lock:
            self._fresh.append(result)

    def take(self) -> tuple[Any, ...]:
        """In the window: take what is there."""
        with self._lock:
            fresh, self._fresh = tuple(self._fresh), []
        return fresh


class NetworkRun(QObject):
    """``told`` carries fresh results; ``ended`` what the work gave, ``None`` where the user stopped it, or
    the error that ended it. It lives as long as ``jobs``.
    """

    told = Signal(object)
    ended = Signal(object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._outbox = Outbox()
        self._job: Job | None = None
        self._over = False
        self._often = QTimer(self, interval=PORTION)
        self._often.timeout.connect(self._collect)

    def _ask(self, work: Callable[[Progress], Any], label: str = "") -> None:
        """Begin; ``work`` runs in the worker and tells the outbox."""
        self._often.start()
        self._job = self._jobs.start(
            Lane.NETWORK, work, label=label, progress=True, done=self._finish, failed=self._finish
        )

    def stop(self) -> None:
        """Ask for nothing more; what was told stays told."""
        if self._job is not None:
            self._job.cancel()

    def _take(self, fresh: tuple[Any, ...]) -> None:
        """Fresh results, before anybody is told of them."""

    def _collect(self) -> None:
        fresh = self._outbox.take()
        if fresh:
            self._take(fresh)
            self.told.emit(fresh)

    def _finish(self, how: Any) -> None:
        if self._over:
            return
        self._over = True
        self._often.stop()
        self._collect()
        if isinstance(how, BaseException):
            log.error("what was asked of the network could not be finished", exc_info=how)
        self.ended.emit(how)
        self.deleteLater()

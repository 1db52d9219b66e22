"""One check of links on its way: asked on the network's lane, told to the window in small portions."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import LinkCheck
from courtcomms.progress import Progress
from ui.jobs import Job, Jobs, Lane

if TYPE_CHECKING:
    from courtcomms.linkcheck.checker import CheckRun, HostPace, LinkChecker

log = logging.getLogger(__name__)

#: Results are taken over so often, in milliseconds.
PORTION = 150
LABEL = "Перевіряю посилання…"


def make_checker(settings: LinkSettings) -> LinkChecker:
    """The checker that asks through the system's proxy; called in the worker, for what it needs is heavy."""
    from courtcomms.linkcheck.checker import LinkChecker
    from ui.links.system_proxy import proxy_for

    return LinkChecker(settings, proxy_for=proxy_for)


class LinkRun(QObject):
    """A check of addresses.

    ``told`` carries fresh results; ``moved``: it is further; ``ended`` carries the ``CheckRun``, ``None``
    where the user stopped it, or the error that ended it. It lives as long as ``jobs``.
    """

    told = Signal(object)
    moved = Signal()
    ended = Signal(object)

    def __init__(self, jobs: Jobs, urls: Sequence[str], make: Callable[[], LinkChecker]) -> None:
        super().__init__(jobs)
        self._jobs, self._make = jobs, make
        self._outbox = _Outbox()
        self._job: Job | None = None
        self._over = False
        self.urls = tuple(urls)
        self.waiting = set(urls)
        self._often = QTimer(self, interval=PORTION)
        self._often.timeout.connect(self._collect)

    def start(self) -> None:
        """Begin to ask."""
        self._often.start()
        work = partial(_check, self._make, self.urls, self._outbox)
        jobs = self._jobs
        self._job = jobs.start(
            Lane.NETWORK, work, label=LABEL, progress=True, done=self._finish, failed=self._finish
        )
        jobs.changed.connect(self._notice_end)

    @property
    def done(self) -> int:
        """How many addresses have their result."""
        return len(self.urls) - len(self.waiting)

    @property
    def paces(self) -> tuple[HostPace, ...]:
        """Where each host is."""
        return self._outbox.paces

    @property
    def stopping(self) -> bool:
        """Whether the user has stopped it, and its connections are being closed."""
        return self._job is not None and self._job.cancelled and not self._over

    def stop(self) -> None:
        """Ask for nothing more; what was told stays told."""
        if self._job is not None:
            self._job.cancel()
        self._collect()

    def _collect(self) -> None:
        fresh = self._outbox.take()
        if fresh:
            self.waiting.difference_update(check.url for check in fresh)
            self.told.emit(fresh)
        self.moved.emit()

    def _notice_end(self) -> None:
        """Of a stopped job nobody is told when it ends."""
        if self._job is not None and self._job.cancelled and self._job.ended:
            self._finish(None)

    def _finish(self, how: CheckRun | BaseException | None) -> None:
        if self._over:
            return
        self._over = True
        self._often.stop()
        self._collect()
        if isinstance(how, BaseException):
            log.error("the links could not be checked", exc_info=how)
        self.ended.emit(how)
        self.deleteLater()


class _Outbox:
    """What the worker has told and the window has not yet taken; the only thing that both touch."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._fresh: list[LinkCheck] = []
        self.paces: tuple[HostPace, ...] = ()

    def tell(self, check: LinkCheck) -> None:
        with self._lock:
            self._fresh.append(check)

    def pace(self, paces: Sequence[HostPace]) -> None:
        self.paces = tuple(paces)

    def take(self) -> tuple[LinkCheck, ...]:
        with self._lock:
            fresh, self._fresh = tuple(self._fresh), []
        return fresh


def _check(
    make: Callable[[], LinkChecker], urls: Sequence[str], outbox: _Outbox, progress: Progress
) -> CheckRun:
    return make().check(urls, outbox.tell, progress=progress, pace=outbox.pace)

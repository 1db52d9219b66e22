"""Pages of pasted addresses on their way: asked on the network's lane, told to the window as they come."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from courtcomms.progress import Progress
from ui.jobs import Job, Jobs, Lane

if TYPE_CHECKING:
    from courtcomms.linkcheck.answers import FailureKind, Fetched
    from courtcomms.linkcheck.checker import LinkChecker

log = logging.getLogger(__name__)

#: What came is taken over so often, in milliseconds.
PORTION = 150
_NAMELESS = "Сторінка не назвала себе: впишіть назву самі."


@dataclass(frozen=True, slots=True)
class PageRead:
    """What was read of an address: the page's words as plain text, and where it led in the end.

    ``trouble`` is one sentence where there is nothing to be read; the rest is empty then.
    """

    url: str
    title: str = ""
    day: date | None = None
    site_name: str = ""
    final_url: str = ""
    trouble: str = ""


def page_of(fetched: Fetched, now: datetime) -> PageRead:
    """What an address brought: only a page that was seen to be there is believed."""
    from courtcomms.linkcheck.page_facts import read_page
    from courtcomms.linkcheck.pages import folded
    from courtcomms.linkcheck.verdicts import judge

    check = judge(fetched, now)
    if not check.good or fetched.last is None:
        return PageRead(fetched.url, trouble=check.reason)
    facts = read_page(fetched.last)
    title = folded(facts.title)
    trouble = "" if title else _NAMELESS
    return PageRead(fetched.url, title, facts.day, folded(facts.site_name), fetched.last.url, trouble)


class PageReading(QObject):
    """Pages being read.

    ``told`` carries fresh :class:`PageRead`; ``ended`` why there is no network at all (a ``FailureKind``),
    the error that ended it, or ``None``. It lives as long as ``jobs``.
    """

    told = Signal(object)
    ended = Signal(object)

    def __init__(self, jobs: Jobs, urls: Sequence[str], make: Callable[[], LinkChecker]) -> None:
        super().__init__(jobs)
        self._jobs, self._make = jobs, make
        self._outbox = _Outbox()
        self._job: Job | None = None
        self._over = False
        self.urls, self.done = tuple(urls), 0
        self._often = QTimer(self, interval=PORTION)
        self._often.timeout.connect(self._collect)

    def start(self) -> None:
        """Begin to ask."""
        self._often.start()
        work = partial(_read, self._make, self.urls, self._outbox)
        self._job = self._jobs.start(
            Lane.NETWORK, work, progress=True, done=self._finish, failed=self._finish
        )

    def stop(self) -> None:
        """Ask for nothing more; what was told stays told."""
        if self._job is not None:
            self._job.cancel()
        self._finish(None)

    def _collect(self) -> None:
        fresh = self._outbox.take()
        self.done += len(fresh)
        if fresh:
            self.told.emit(fresh)

    def _finish(self, how: FailureKind | BaseException | None) -> None:
        if self._over:
            return
        self._over = True
        self._often.stop()
        self._collect()
        if isinstance(how, BaseException):
            log.error("the pages could not be read", exc_info=how)
        self.ended.emit(how)
        self.deleteLater()


class _Outbox:
    """What the worker has read and the window has not yet taken; the only thing that both touch."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._fresh: list[PageRead] = []

    def put(self, fetched: Fetched) -> None:
        page = page_of(fetched, datetime.now(UTC))
        with self._lock:
            self._fresh.append(page)

    def take(self) -> tuple[PageRead, ...]:
        with self._lock:
            fresh, self._fresh = tuple(self._fresh), []
        return fresh


def _read(
    make: Callable[[], LinkChecker], urls: Sequence[str], outbox: _Outbox, progress: Progress
) -> FailureKind | None:
    return make().fetch_each(urls, outbox.put, progress=progress)

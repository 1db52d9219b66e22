"""One check of links on its way: asked on the network's lane, told to the window in small portions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import LinkCheck
from courtcomms.progress import Progress
from ui.jobs import Jobs
from ui.links.network_run import NetworkRun, Outbox

if TYPE_CHECKING:
    from courtcomms.linkcheck.checker import CheckRun, HostPace, LinkChecker

LABEL = "Перевіряю посилання…"


def make_checker(settings: LinkSettings) -> LinkChecker:
    """The checker that asks through the system's proxy; called in the worker, for what it needs is heavy."""
    from courtcomms.linkcheck.checker import LinkChecker
    from ui.links.system_proxy import proxy_for

    return LinkChecker(settings, proxy_for=proxy_for)


class LinkRun(NetworkRun):
    """A check of addresses: it tells each ``LinkCheck`` and ends with the ``CheckRun``.

    ``moved``: it is further.
    """

    moved = Signal()

    def __init__(self, jobs: Jobs, urls: Sequence[str], make: Callable[[], LinkChecker]) -> None:
        super().__init__(jobs)
        self._make = make
        self._paces = _Paces()
        self.urls = tuple(urls)
        self.waiting = set(urls)

    def start(self) -> None:
        """Begin to ask."""
        self._ask(partial(_check, self._make, self.urls, self._outbox, self._paces), LABEL)
        self._jobs.changed.connect(self._notice_end)

    @property
    def done(self) -> int:
        """How many addresses have their result."""
        return len(self.urls) - len(self.waiting)

    @property
    def paces(self) -> tuple[HostPace, ...]:
        """Where each host is."""
        return self._paces.newest

    @property
    def stopping(self) -> bool:
        """Whether the user has stopped it, and its connections are being closed."""
        return self._job is not None and self._job.cancelled and not self._over

    def stop(self) -> None:
        """Ask for nothing more; what was told stays told. It ends once its connections are closed."""
        super().stop()
        self._collect()

    def _take(self, fresh: tuple[LinkCheck, ...]) -> None:
        self.waiting.difference_update(check.url for check in fresh)

    def _collect(self) -> None:
        super()._collect()
        self.moved.emit()

    def _notice_end(self) -> None:
        """Of a stopped job nobody is told when it ends."""
        if self._job is not None and self._job.cancelled and self._job.ended:
            self._finish(None)


class _Paces:
    """Where each host is, as the worker told last."""

    def __init__(self) -> None:
        self.newest: tuple[HostPace, ...] = ()

    def tell(self, paces: Sequence[HostPace]) -> None:
        self.newest = tuple(paces)


def _check(
    make: Callable[[], LinkChecker], urls: Sequence[str], outbox: Outbox, paces: _Paces, progress: Progress
) -> CheckRun:
    return make().check(urls, outbox.tell, progress=progress, pace=paces.tell)

"""What is known of the links of the place that is shown: gathered anew after every change."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from courtcomms.linkcheck.groups import group_of
from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import LinkStatus
from ui.jobs import Job, Jobs
from ui.links import queries
from ui.links.model import Shown
from ui.links.queries import Gathered
from ui.links.statuses import LinkStatuses
from ui.places import TRASH, Place
from ui.register.desk import Outcome
from ui.register.service import RegisterService
from ui.workspace import Workspace

if TYPE_CHECKING:
    from courtcomms.services.link_values import ReportLink

log = logging.getLogger(__name__)

#: The links are gathered so long after a place is shown or the last change, in milliseconds.
FIRST, PAUSE = 350, 500
#: While a check tells results they are painted at once; what else follows from them comes so much later.
LATER = 1500
#: The links of places with more events are gathered only when asked.
MOST = 3000


class Standing(Enum):
    """How the links stand: none are kept here, on their way, here, too many events to gather them unasked,
    stopped, or failed."""

    NOWHERE = auto()
    COMING = auto()
    HERE = auto()
    LARGE = auto()
    STOPPED = auto()
    FAILED = auto()


class LinkBook(QObject):
    """``changed``: something of what it tells is new; ``arrived``: the links were gathered."""

    changed = Signal()
    arrived = Signal()

    def __init__(
        self,
        service: RegisterService,
        jobs: Jobs,
        workspace: Workspace,
        folder: Path,
        statuses: LinkStatuses,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._statuses = statuses
        self._service, self._workspace, self._folder = service, workspace, folder
        self._place: Place | None = None
        self._job: Job | None = None
        self._asked = False
        self.standing = Standing.NOWHERE
        #: Something was changed since these links were gathered.
        self.aged = False
        self.gathered: Gathered | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._gather)
        workspace.moved.connect(self._move)
        workspace.refreshed.connect(self.look)
        service.changed.connect(self._follow)
        jobs.changed.connect(self._notice_stop)
        statuses.changed.connect(self.take_looks)

    @property
    def shown(self) -> Shown:
        """The links with what is needed to show them."""
        return self.gathered.shown if self.gathered is not None else Shown()

    @property
    def place(self) -> Place | None:
        """Whose links these are; ``None`` in the trash and where there is nothing."""
        return self._place

    def look(self) -> None:
        """Another place, perhaps; or a report was submitted or opened again."""
        place = self._workspace.place
        place = place if place != TRASH and self._workspace.overview.court is not None else None
        if place != self._place:
            self._cancel()
            self._place, self.gathered, self._asked, self.aged = place, None, False, False
            self.standing = Standing.COMING if place is not None else Standing.NOWHERE
            self.changed.emit()
            self._rest(FIRST)

    def gather_now(self) -> None:
        """Gather at once, however many there are."""
        self._asked = True
        self._gather()

    def gather_soon(self) -> None:
        """Something else is known of the addresses; it may be said many times in a second."""
        if not self._large and not self._soon.isActive():
            self._soon.start(LATER)

    def take_looks(self, urls: frozenset[str]) -> None:
        """Something else is known of these addresses: say so at once, however large the register is."""
        gathered = self.gathered
        if gathered is None or not any(link.url in urls for link in gathered.shown.links):
            return
        links = tuple(
            with_status(link, self._statuses.of(link.target), gathered.settings) if link.url in urls else link
            for link in gathered.shown.links
        )
        if links != gathered.shown.links:
            self.gathered = replace(gathered, shown=replace(gathered.shown, links=links))
            self.changed.emit()

    def _move(self, _place: Place | None) -> None:
        self.look()

    def _follow(self, _outcome: Outcome) -> None:
        """A change: of a large register only what the user asks for is gathered again."""
        if not self._large:
            self._rest(PAUSE)
        elif self.standing is Standing.HERE:
            self.aged = True
            self.changed.emit()

    @property
    def _large(self) -> bool:
        return self._place is not None and self._workspace.overview.size(self._place) > MOST

    def _cancel(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _rest(self, milliseconds: int) -> None:
        self._soon.stop()
        if self._place is not None:
            self._soon.start(milliseconds)

    def _gather(self) -> None:
        self._soon.stop()
        overview, place = self._workspace.overview, self._place
        if place is None or overview.court is None:
            return
        self._cancel()
        if self._large and not self._asked:
            self.standing = Standing.LARGE
            self.changed.emit()
            return
        self._job = self._service.ask(
            queries.gather,
            overview.court,
            place.period,
            self._folder,
            label="Збираю посилання…" if self._large else "",
            progress=True,
            done=self._take,
            failed=self._stumble,
            key="links",
        )

    def _take(self, gathered: Gathered) -> None:
        if self._place is None or gathered.period != self._place.period:
            return
        self._job, self.aged = None, False
        self.gathered, self.standing = gathered, Standing.HERE
        self.changed.emit()
        self.arrived.emit()

    def _notice_stop(self) -> None:
        """The user has stopped it in the status line, or something later has overtaken it."""
        if self._job is not None and self._job.cancelled:
            self._job, self._asked, self.standing = None, False, Standing.STOPPED
            self.changed.emit()

    def _stumble(self, error: BaseException) -> None:
        log.error("the links could not be gathered", exc_info=error)
        self._job, self.standing = None, Standing.FAILED
        self.changed.emit()


def with_status(link: ReportLink, status: LinkStatus | None, settings: LinkSettings) -> ReportLink:
    """The link as it is by what is known of it now."""
    said = [one.severity for one in link.said]
    group = group_of(said, status, datetime.now(UTC), settings, askable=link.askable)
    return replace(link, status=status, group=group)

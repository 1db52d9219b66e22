"""What is known of the links of the place that is shown: gathered anew after every change."""

from __future__ import annotations

import logging
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Job, Jobs
from ui.links import queries
from ui.links.model import Shown
from ui.links.queries import Gathered
from ui.places import TRASH, Place
from ui.register.desk import Outcome
from ui.register.service import RegisterService
from ui.workspace import Workspace

log = logging.getLogger(__name__)

#: The links are gathered so long after a place is shown or the last change, in milliseconds.
FIRST, PAUSE = 60, 500
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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
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
            self._soon.start(PAUSE)

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

"""The check that runs by itself: the findings of the report that is shown, fresh after every change."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from time import sleep

from PySide6.QtCore import QObject, QTimer, Signal

from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Column, Dismissal, Event, Finding, ReportState
from courtcomms.period import Period
from courtcomms.progress import Progress
from ui.findings import questions
from ui.findings.questions import Material
from ui.jobs import Job, Jobs, Lane
from ui.links.statuses import LinkStatuses
from ui.places import Place
from ui.register.desk import Outcome
from ui.register.service import RegisterService
from ui.workspace import Workspace

log = logging.getLogger(__name__)

#: A check begins so long after a report is shown or the last change, in milliseconds.
FIRST, PAUSE = 120, 700
#: Reports with more rows are checked only when asked.
MOST = 2000
#: From so many rows on a check that nobody asked for is named in the status line, and can be stopped there.
_TOLD = 300
#: After each row the worker sleeps so many seconds, so that the window's thread has its turn.
_TURN = 0.0003


class Standing(Enum):
    """How the findings stand: none are kept here, on their way, here, here but something changed since, too
    many rows to check unasked, stopped, or failed."""

    NOWHERE = auto()
    COMING = auto()
    HERE = auto()
    AGED = auto()
    LARGE = auto()
    STOPPED = auto()
    FAILED = auto()


class Checker(QObject):
    """Keeps the findings of the open report that is shown; ``hidden`` are those that the user has hidden.

    ``changed``: something of what it tells is new; ``answered``: a check that the user asked for is done.
    """

    changed = Signal()
    answered = Signal()

    def __init__(
        self, service: RegisterService, jobs: Jobs, workspace: Workspace, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service, self._jobs, self._workspace = service, jobs, workspace
        self._period: Period | None = None
        self._material: Material | None = None
        self._stale = True
        self.findings: tuple[Finding, ...] = ()
        self.hidden: tuple[Finding, ...] = ()
        #: The events as they were when the findings were made: their places are places in these texts.
        self.events: dict[int, Event] = {}
        self._asked = False
        self._links: LinkStatuses | None = None
        self._examining = False
        self._job: Job | None = None
        self.standing = Standing.NOWHERE
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._begin)
        workspace.moved.connect(self._move)
        workspace.refreshed.connect(self.look)
        service.changed.connect(self._follow)
        jobs.changed.connect(self._notice_stop)

    def heed(self, links: LinkStatuses) -> None:
        """From now on check anew, too, where something else is known of an address."""
        self._links = links
        links.changed.connect(self._learn)
        links.judged.connect(self.read_again)

    @property
    def rows(self) -> tuple[int, ...]:
        """Ids of the rows of the report, in its order."""
        return self._material.ids if self._material is not None else ()

    @property
    def fresh(self) -> frozenset[int]:
        """The rows that the report before did not have."""
        return self._material.fresh if self._material is not None else frozenset()

    @property
    def period(self) -> Period | None:
        """The period of the report that is checked."""
        return self._period

    def of(self, event_id: int) -> tuple[Finding, ...]:
        """The findings of one event."""
        return tuple(finding for finding in self.findings if finding.event_id == event_id)

    def check_now(self) -> None:
        """Check at once, however large the report is."""
        if self._period is not None:
            self._asked = self._stale = True
            self._begin()

    def read_again(self) -> None:
        """The events of the report are read otherwise: check them anew, soon."""
        self._stale = True
        if len(self.rows) <= MOST:
            self._rest(PAUSE)

    def put_aside(self, dismissals: Collection[Dismissal], *, hidden: bool) -> None:
        """Show at once what was just hidden or shown again; the register has it already."""
        if self._material is not None:
            known = self._material.dismissed
            now = known.union(dismissals) if hidden else known.difference(dismissals)
            self._material = replace(self._material, dismissed=now)
            self._part((*self.findings, *self.hidden))
            self.changed.emit()

    def let_go(self, findings: Collection[Finding]) -> None:
        """These findings are mended; the next check tells what is left."""
        gone = set(findings)
        self.findings = tuple(finding for finding in self.findings if finding not in gone)
        self.changed.emit()

    def _part(self, found: Iterable[Finding]) -> None:
        """Part the hidden findings from the others, in the order of the report."""
        places = {event_id: place for place, event_id in enumerate(self.rows)}
        dismissed = self._material.dismissed if self._material is not None else frozenset()
        ordered = sorted(found, key=lambda finding: places.get(finding.event_id, -1))
        self.findings = tuple(finding for finding in ordered if finding.dismissal not in dismissed)
        self.hidden = tuple(finding for finding in ordered if finding.dismissal in dismissed)

    def _move(self, _place: Place | None) -> None:
        self.look()

    def look(self) -> None:
        """Another place, or the report that is shown was submitted or opened again."""
        place, overview = self._workspace.place, self._workspace.overview
        report = overview.report(place.period) if place is not None else None
        checkable = report is not None and report.state is not ReportState.SUBMITTED
        period = report.period if report is not None and checkable else None
        if period != self._period:
            self._period = period
            self._drop()
            self.standing = Standing.COMING if period is not None else Standing.NOWHERE
            # Who goes from report to report does not wait for the reading of a large one behind her.
            self._rest(FIRST if report is None or report.rows < _TOLD else PAUSE)
            self.changed.emit()

    def _drop(self) -> None:
        self._cancel()
        self._material, self.findings, self.hidden, self.events = None, (), (), {}
        self._stale, self._asked = True, False

    def _cancel(self) -> None:
        job, self._job, self._examining = self._job, None, False
        if job is not None:
            job.cancel()

    def _follow(self, outcome: Outcome) -> None:
        """A change: texts typed into known rows are taken over, anything else is read anew."""
        if self._period is None:
            return
        moved = outcome.place is not None and outcome.place[1] is Column.DATE
        known = self._material is not None and self._material.fits(outcome.changed, outcome.events)
        if self._material is not None and known and outcome.cells_only and not moved:
            self._material = self._material.with_events(outcome.events)
        else:
            self._stale = True
        if len(self.rows) > MOST:
            self._age(outcome)
        else:
            self._rest(FIRST if self._asked else PAUSE)

    def _learn(self, urls: Collection[str]) -> None:
        """While links are being checked this comes again and again: the review waits for none of them."""
        if self._material is None or self._links is None:
            return
        now = self._material.with_statuses({url: self._links.known(url) for url in urls})
        if now is self._material:
            return
        self._material = now
        if len(self.rows) <= MOST and not self._examining and not self._soon.isActive():
            self._rest(PAUSE)

    def _age(self, outcome: Outcome) -> None:
        """A large report is not checked again by itself: what speaks of the changed rows goes."""
        gone = set(outcome.changed)
        self._cancel()
        if self.standing in (Standing.HERE, Standing.AGED):
            self._part(one for one in (*self.findings, *self.hidden) if one.event_id not in gone)
            self.standing = Standing.AGED
            self.changed.emit()
        elif self._asked:
            self._rest(PAUSE)

    def _rest(self, milliseconds: int) -> None:
        self._cancel()
        self._soon.stop()
        if self._period is not None:
            self._soon.start(milliseconds)

    def _begin(self) -> None:
        self._soon.stop()
        court = self._workspace.overview.court
        if self._period is None or court is None:
            return
        self._cancel()
        if self.standing is not Standing.HERE or self._asked:
            self.standing = Standing.COMING
            self.changed.emit()
        if not self._stale:
            self._examine()
            return
        if self._links is not None:
            self._links.ground()
        before = questions.period_before(
            self._period, [report.period for report in self._workspace.overview.reports]
        )
        question = (questions.material, court, self._period, before, None if self._asked else MOST)
        self._service.ask(*question, done=self._take, failed=self._stumble, key="findings")

    def _take(self, material: Material) -> None:
        if material.period != self._period or self._soon.isActive():
            return
        self._material, self._stale = material, False
        if material.events is None:
            self.findings, self.hidden, self.standing = (), (), Standing.LARGE
            self.changed.emit()
        else:
            self._examine()

    def _examine(self) -> None:
        material = self._material
        if material is None:
            return
        named = self._asked or len(material.ids) >= _TOLD
        self._examining = True
        self._job = self._jobs.start(
            Lane.DOCUMENTS,
            partial(_examine, material, self._links.grounds.settings if self._links is not None else DEFAULT),
            label="Перевіряю звіт…" if named else "",
            key="review",
            done=self._accept,
            failed=self._stumble,
            progress=True,
        )

    def _accept(self, checked: tuple[Material, tuple[Finding, ...]]) -> None:
        material, found = checked
        self._examining = False
        if self._material is None or material.events is not self._material.events:
            return
        self._part(found)
        self.events = {event.id: event for event in material.events or ()}
        self._job, self.standing = None, Standing.HERE
        self._answer()
        if material is not self._material:
            self._rest(PAUSE)

    def _notice_stop(self) -> None:
        """The user has stopped the check in the status line."""
        if self._job is not None and self._job.cancelled:
            self._job, self._asked, self.standing = None, False, Standing.STOPPED
            self._examining = False
            self.changed.emit()

    def _stumble(self, error: BaseException) -> None:
        log.error("the report could not be checked", exc_info=error)
        self._job, self._examining, self.standing = None, False, Standing.FAILED
        self._answer()

    def _answer(self) -> None:
        asked, self._asked = self._asked, False
        self.changed.emit()
        if asked:
            self.answered.emit()


def _examine(
    material: Material, settings: LinkSettings, progress: Progress
) -> tuple[Material, tuple[Finding, ...]]:
    def watch(done: int, total: int) -> None:
        sleep(_TURN)
        progress.tell(done, total)

    return material, questions.examine(material, settings, Progress(watch))

"""The way of a new quarter: what it gets is shown, the user agrees, and it begins as one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from courtcomms.model import Event
from courtcomms.period import Period, PeriodKind
from ui.places import Place, PlaceKind, next_period
from ui.register.desk import Outcome
from ui.report import quarter_words as words
from ui.report import queries
from ui.report.quarter_dialog import QuarterDialog
from ui.report.queries import QuarterPlan

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class QuarterFlow(QObject):
    """``finished`` tells in a sentence what was carried over."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._dialog: QuarterDialog | None = None
        self._said = ""
        self._parts.service.changed.connect(self._replan)

    def begin(self) -> None:
        """Offer the quarter after the newest report."""
        self._open(next_period(self._parts.workspace.overview, today()))

    def begin_longer(self) -> None:
        """Offer the half-year in which the newest report lies."""
        reports = self._parts.workspace.overview.reports
        last = reports[0].period.end if reports else today()
        self._open(Period(last.year, (last.month + 5) // 6, PeriodKind.HALF_YEAR))

    def _open(self, period: Period) -> None:
        self._window.panel.save()
        self._dialog = QuarterDialog(period, self._window)
        self._dialog.asked.connect(self._ask)
        self._dialog.ending.connect(self._end)
        self._dialog.agreed.connect(self._carry_out)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()
        self._ask(period)

    def _ask(self, period: Period) -> None:
        court = self._parts.workspace.overview.court
        if court is not None:
            question = (queries.plan_quarter, court.id, period)
            self._parts.service.ask(*question, done=self._show, failed=self._refuse, key="quarter")

    def _replan(self) -> None:
        """An event was ended right here: the plan is another one."""
        if self._dialog is not None:
            self._ask(self._dialog.period.period)

    def _show(self, plan: QuarterPlan) -> None:
        if self._dialog is not None:
            self._dialog.show_plan(plan)

    def _end(self, event: Event) -> None:
        if self._dialog is not None:
            last_day = self._dialog.period.period.shifted(-1).end
            self._window.commands.standing.ask(event, last_day, self._dialog)

    def _carry_out(self, plan: QuarterPlan, chosen: Sequence[int]) -> None:
        court, period = self._parts.workspace.overview.court, plan.carry.target
        self._parts.workspace.go(Place(PlaceKind.REPORT, period))
        # The closing window would give the keyboard back to whatever had it before.
        QTimer.singleShot(0, self._window.page.view.setFocus)
        if court is None or (plan.report is not None and not chosen):
            return
        self._said = words.told(plan, len(chosen))
        self._parts.service.act(
            queries.carry_over, court.id, period, chosen, done=self._tell, failed=self._refuse
        )

    def _tell(self, outcome: Outcome) -> None:
        if outcome:
            self.finished.emit(self._said)
        else:
            # Another window was faster: this one has yet to hear of the report.
            self._parts.workspace.refresh()
            self.finished.emit("Цей звіт уже почато в іншому вікні: усі позначені рядки в ньому є")

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)

    def _forget(self) -> None:
        self._dialog = None


def today() -> date:
    """The user's day."""
    return datetime.now().astimezone().date()

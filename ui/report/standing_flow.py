"""Ending a standing event in one step, and letting it go on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from courtcomms.model import Event
from courtcomms.period import Period
from ui import wording
from ui.register.desk import Outcome
from ui.report import queries
from ui.report.end_dialog import EndDialog
from ui.report.quarter_flow import today

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class StandingFlow(QObject):
    """``finished`` tells what was done. The day chosen last is offered again in the same quarter: standing
    events often end together."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._last: dict[Period, date] = {}
        self._quarter = Period.of(today())
        self._day = today()

    def end(self) -> None:
        """Ask for the last day of the chosen event."""
        self._window.panel.save()
        event, place = self._window.situation.event, self._parts.workspace.place
        if event is not None and event.is_standing:
            last_day = place.period.end if place is not None and place.period is not None else today()
            self.ask(event, last_day, self._window)

    def ask(self, event: Event, last_day: date, parent: QWidget) -> None:
        """Ask for an event's last day; ``last_day`` is that of the quarter the user works at."""
        self._quarter = Period.of(last_day)
        offered = self._last.get(self._quarter, min(last_day, today()))
        dialog = EndDialog(event, offered, parent)
        dialog.ended.connect(self._carry_out)
        dialog.open()

    def resume(self) -> None:
        """Let the chosen event go on."""
        self._window.panel.save()
        event = self._window.situation.event
        if event is not None:
            self._parts.service.act(
                queries.resume_event, event.id, done=self._tell_resumed, failed=self._refuse
            )

    def _carry_out(self, event_id: int, day: date) -> None:
        self._last[self._quarter] = self._day = day
        self._parts.service.act(queries.end_event, event_id, day, done=self._tell_ended, failed=self._refuse)

    def _tell_ended(self, _outcome: Outcome) -> None:
        self.finished.emit(f"Захід завершено {wording.digits(self._day)}: далі він не переноситиметься")

    def _tell_resumed(self, _outcome: Outcome) -> None:
        self.finished.emit("Захід знову триває: він переноситиметься до наступних кварталів")

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)

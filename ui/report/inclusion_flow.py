"""Taking rows out of a report and into it; the events stay in the register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courtcomms.model import Report
from ui import wording
from ui.register.desk import Outcome
from ui.report import queries
from ui.report.queries import Candidates

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.report.take_in_dialog import TakeInDialog


class InclusionFlow(QObject):
    """``finished`` tells how many rows came or went."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._dialog: TakeInDialog | None = None
        self._report: Report | None = None
        self._count = 0

    def leave_out(self) -> None:
        """The selected rows leave the report that is shown."""
        self._window.panel.save()
        report, ids = self._window.situation.shown, self._window.page.view.selected_ids
        if report is not None and ids:
            self._count = len(ids)
            self._parts.service.act(
                queries.leave_out, report.id, ids, done=self._tell_left, failed=self._refuse
            )

    def take_in(self) -> None:
        """Offer the register's events that the report shown lacks."""
        from ui.report.take_in_dialog import TakeInDialog

        self._window.panel.save()
        self._report = self._window.situation.shown
        if self._report is None:
            return
        self._dialog = TakeInDialog(self._report, self._window)
        self._dialog.searched.connect(self._search)
        self._dialog.agreed.connect(self._carry_out)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()
        self._search("")

    def _search(self, words: str) -> None:
        question = (queries.candidates, self._report, words)
        self._parts.service.ask(*question, done=self._show, failed=self._refuse, key="candidates")

    def _show(self, candidates: Candidates) -> None:
        if self._dialog is not None:
            self._dialog.show_candidates(candidates)

    def _carry_out(self, ids: Sequence[int]) -> None:
        if self._report is not None:
            self._count = len(ids)
            self._parts.service.act(
                queries.take_in, self._report.id, ids, done=self._tell_taken, failed=self._refuse
            )

    def _tell_left(self, _outcome: Outcome) -> None:
        self.finished.emit(f"До звіту не взято: {wording.rows(self._count)}. У реєстрі все лишилося")

    def _tell_taken(self, _outcome: Outcome) -> None:
        self.finished.emit(f"До звіту додано {wording.rows(self._count)}")

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)

    def _forget(self) -> None:
        self._dialog = None

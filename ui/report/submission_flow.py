"""The way of a report out: checked, submitted, compared, and taken back into work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from courtcomms.model import Column, Finding, Report, ReportState
from ui.findings import questions
from ui.findings.questions import Material
from ui.jobs import Lane
from ui.places import LOCKED, Place
from ui.register.desk import Outcome
from ui.report import queries
from ui.report.banner import SubmittedBanner
from ui.report.quarter_flow import today
from ui.report.queries import Comparison, Readiness
from ui.report.read_only import ReadOnlyWatch

if TYPE_CHECKING:
    from ui.main_window import MainWindow

#: From so many rows on the review before submitting is named in the status line.
_TOLD = 300


class SubmissionFlow(QObject):
    """``finished`` tells what became of the report."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._report: Report | None = None
        self._said = ""
        actions = tuple(window.actions_[name] for name in ("export", "compare", "reopen"))
        self.banner = SubmittedBanner(actions, window.page)
        layout = window.page.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(1, self.banner)
        self._watch = ReadOnlyWatch(self._locked, self)
        self._watch.watch(window.page.view, window.page.view.viewport())
        for field in window.panel.fields.values():
            self._watch.watch(field.edit)
        self._watch.attempted.connect(self._explain)
        self.follow()

    def follow(self) -> None:
        """Show the banner over a submitted report, and only there."""
        self.banner.setVisible(self._window.situation.submitted)

    def mark_checked(self) -> None:
        """Mark the report shown as checked."""
        report = self._begin()
        if report is not None:
            self._said = f"Звіт за {report.period.title} позначено як перевірений"
            self._parts.service.act(queries.mark_checked, report.id, done=self._tell, failed=self._refuse)

    def submit(self) -> None:
        """Show what is about to be submitted."""
        report, court = self._begin(), self._parts.workspace.overview.court
        if report is not None and court is not None:
            question = (questions.material, court, report.period, None, None)
            self._parts.service.ask(*question, done=self._review, failed=self._refuse, key="readiness")

    def reopen(self) -> None:
        """Take the report shown back into work; a submitted one after a question."""
        from ui.dialogs import Dialog

        report = self._begin()
        if report is None:
            return
        if report.state is not ReportState.SUBMITTED:
            self._reopen()
            return
        lead = (
            f"Звіт за {report.period.title} знову можна буде змінювати, і показуватиме він те, що є в "
            "реєстрі тепер. Подана копія лишиться в історії реєстру. Дію можна скасувати."
        )
        words = "Повернути до чернетки"
        dialog = Dialog(self._window, words, lead, words, topic="submit")
        dialog.setMinimumWidth(460)
        dialog.accepted.connect(self._reopen)
        dialog.open()

    def compare(self) -> None:
        """Show what changed since the report shown was submitted."""
        report = self._begin()
        if report is not None:
            question = (queries.compare, report)
            self._parts.service.ask(*question, done=self._show, failed=self._refuse, key="compare")

    def _begin(self) -> Report | None:
        """What was typed belongs to the report too."""
        self._window.panel.save()
        self._report = self._window.situation.shown
        return self._report

    def _review(self, material: Material) -> None:
        """A long report takes its time: it is told, and can be stopped."""
        if self._report is not None:
            self._parts.jobs.start(
                Lane.DOCUMENTS,
                partial(
                    queries.readiness,
                    self._report,
                    material,
                    settings=self._parts.links.grounds.settings,
                ),
                label="Перевіряю звіт перед поданням…" if len(material.ids) > _TOLD else "",
                key="readiness",
                progress=True,
                done=self._ask,
                failed=self._refuse,
            )

    def _ask(self, readiness: Readiness) -> None:
        from ui.report.submit_dialog import SubmitDialog

        self._report = readiness.report
        dialog = SubmitDialog(readiness, today(), self._window)
        dialog.agreed.connect(self._submit)
        dialog.wanted.connect(self._go_to)
        dialog.open()

    def _submit(self) -> None:
        report = self._report
        if report is not None:
            self._said = f"Звіт за {report.period.title} подано: копію збережено"
            self._parts.service.act(
                queries.submit,
                report,
                self._parts.forms,
                label="Зберігаю поданий звіт…",
                done=self._tell,
                failed=self._refuse,
            )

    def _reopen(self) -> None:
        report = self._report
        if report is not None:
            self._said = f"Звіт за {report.period.title} повернуто до чернетки"
            self._parts.service.act(queries.reopen, report, done=self._tell, failed=self._refuse)

    def _show(self, comparison: Comparison) -> None:
        from ui.report.compare_dialog import CompareDialog

        if not comparison.differences:
            self._window.messenger.inform(
                "Відмінностей немає.", "Відколи звіт подано, його заходи в реєстрі не змінилися."
            )
            return
        dialog = CompareDialog(comparison, self._window)
        dialog.wanted.connect(self._open)
        dialog.open()

    def _open(self, place: Place, event_id: int, column: Column | None) -> None:
        self._window.landing.go_to(place, event_id, column or Column.TITLE)

    def _go_to(self, finding: Finding) -> None:
        place = self._parts.workspace.place
        if place is not None:
            self._window.landing.go_to(place, finding.event_id, finding.column)

    def _locked(self) -> bool:
        return self._window.situation.submitted

    def _explain(self) -> None:
        self.finished.emit(LOCKED)

    def _tell(self, _outcome: Outcome) -> None:
        self.finished.emit(self._said)

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)

"""The findings in the window: from the check to the list, the marks and the cell, and what is done there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courtcomms.model import Changes, Dismissal, Finding, Severity
from courtcomms.period import Period
from ui import wording
from ui.findings import questions, words
from ui.findings.beneath import FindingsBeneath
from ui.findings.checker import Checker, Standing
from ui.findings.model import Found
from ui.findings.repairs import by_cell
from ui.findings.way import WayToCell
from ui.register.desk import Outcome
from ui.register.marks import WORDS

if TYPE_CHECKING:
    from ui.main_window import MainWindow

Action = Callable[..., Changes]
Done = Callable[[tuple[Finding, ...], Outcome], None]


class FindingsFlow(QObject):
    """``changed``: the findings are others; ``finished`` says what was done."""

    changed = Signal()
    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel = window.findings
        parts = window.parts
        self.service = parts.service
        self.checker = Checker(parts.service, parts.jobs, parts.workspace, self)
        self.checker.heed(parts.links)
        self._way = WayToCell(window)
        self._beneath = FindingsBeneath(window, self)
        self.checker.changed.connect(self._show)
        self.checker.answered.connect(self._tell)
        panel = self._panel
        panel.entered.connect(self._way.lead)
        panel.mended.connect(self.mend)
        panel.hidden_away.connect(self.hide)
        panel.brought_back.connect(self.bring_back)
        panel.shown.row_wanted.connect(self._narrow)
        window.page.view.chosen.connect(self._narrow)
        self._show()

    def look(self) -> None:
        """Take notice of the report that is shown."""
        self.checker.look()

    def of(self, event_id: int) -> tuple[Finding, ...]:
        """The findings of one event, without the hidden ones."""
        return self.checker.of(event_id)

    def check(self) -> None:
        """Check the report that is shown now, and show what is found."""
        self._window.panel.save()
        self._window.actions_["findings"].setChecked(True)
        self._panel.setFocus()
        self.checker.check_now()

    def mend(self, findings: tuple[Finding, ...]) -> None:
        """Make the certain repairs of these findings as one step."""
        self._window.panel.save()
        cells = by_cell(findings, self.checker.events)
        if cells:
            _Deed(self, findings).start(questions.repair, cells, words.step(findings), done=self.mended)

    def hide(self, findings: tuple[Finding, ...]) -> None:
        """Do not speak of these findings again."""
        if findings:
            _Deed(self, findings).start(questions.dismiss, _dismissals(findings), done=self.dismissed)

    def bring_back(self, findings: tuple[Finding, ...]) -> None:
        """Speak of hidden findings again."""
        if findings:
            _Deed(self, findings).start(questions.restore, _dismissals(findings), done=self.restored)

    def remark(self, period: Period) -> str:
        """What an export of a report has to say of its errors: «у звіті 2 помилки»; else nothing."""
        errors = [one for one in self.checker.findings if one.severity is Severity.ERROR]
        if period != self.checker.period or not errors:
            return ""
        return f"у звіті {wording.counted(len(errors), *WORDS[Severity.ERROR])}"

    def mended(self, findings: tuple[Finding, ...], outcome: Outcome) -> None:
        """Repairs are in the register."""
        self.checker.let_go(findings)
        self.finished.emit(f"{outcome.label}: {wording.rows(len(outcome.changed))}")

    def dismissed(self, findings: tuple[Finding, ...], _outcome: Outcome) -> None:
        """Findings are hidden."""
        self.checker.put_aside(_dismissals(findings), hidden=True)
        self.finished.emit(f"Приховано: {_number(findings)}")

    def restored(self, findings: tuple[Finding, ...], _outcome: Outcome) -> None:
        """Findings are shown again."""
        self.checker.put_aside(_dismissals(findings), hidden=False)
        self.finished.emit(f"Знову показано: {_number(findings)}")

    def refuse(self, error: BaseException) -> None:
        """Nothing was done."""
        self._window.messenger.refuse(error)

    def _narrow(self, _wanted: object = None) -> None:
        """List the findings of the chosen row alone, or of all rows."""
        chosen = self._window.page.view.current_id if self._panel.shown.one_row else 0
        if chosen != self._panel.model.choice.event_id:
            self._panel.model.choose(event_id=chosen)

    def _show(self) -> None:
        checker = self.checker
        numbers = {event_id: number for number, event_id in enumerate(checker.rows, 1)}
        self._window.panes.offer("findings", checker.standing is not Standing.NOWHERE)
        self._window.panes.foot.count("findings", len(checker.findings))
        self._window.table.marks.take(checker.fresh, checker.findings)
        self._panel.show_found(Found(checker.findings, checker.hidden, numbers, checker.events))
        self._panel.say(words.heading(checker), words.hint(checker))
        self.changed.emit()

    def _tell(self) -> None:
        self.finished.emit(words.answer(self.checker))


class _Deed(QObject):
    """One change on its way to the register, with the findings it is about."""

    def __init__(self, flow: FindingsFlow, findings: tuple[Finding, ...]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._findings = findings

    def start(self, action: Action, *arguments: object, done: Done) -> None:
        self._done = done
        self._flow.service.act(action, *arguments, done=self._succeed, failed=self._fail)

    def _succeed(self, outcome: Outcome) -> None:
        self._done(self._findings, outcome)
        self.deleteLater()

    def _fail(self, error: BaseException) -> None:
        self._flow.refuse(error)
        self.deleteLater()


def _dismissals(findings: tuple[Finding, ...]) -> tuple[Dismissal, ...]:
    return tuple(finding.dismissal for finding in findings)


def _number(findings: tuple[Finding, ...]) -> str:
    return wording.counted(len(findings), "зауваження", "зауваження", "зауважень")

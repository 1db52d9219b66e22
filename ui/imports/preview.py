"""What an import would do, shown before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QWidget

from courtcomms.period import Period
from courtcomms.services.import_model import Decision
from ui import theme
from ui.dialogs import Dialog
from ui.imports.batch import Batch, Key
from ui.imports.document_pane import DocumentPane
from ui.imports.proposals import Proposal, proposals
from ui.imports.summary_model import Line, SummaryModel, lines_of
from ui.imports.summary_table import SummaryTable
from ui.imports.words import deed, summary
from ui.report.period_edit import PeriodEdit

if TYPE_CHECKING:
    from courtcomms.services.import_model import ImportPlan, ReportPlan

_LARGEST, _LEAST, _MARGIN = QSize(1760, 980), QSize(1040, 620), 24
_LEAD = "Поки що нічого не записано. Перевірте, чим є кожен стовпець, і що буде зроблено з кожним рядком."


class PreviewDialog(Dialog):
    """Every document in a line where there are several, and beneath it the chosen one.

    ``wished``: something else is wanted, and the plan is to be made anew; ``rechosen`` tells a report whose
    columns are to be taken otherwise and for what, ``forgotten`` one whose columns are to be taken for what
    their headings say; ``agreed`` the plan to carry out.
    """

    TOPIC = "import"

    wished = Signal()
    rechosen = Signal(object, object)
    forgotten = Signal(object)
    agreed = Signal(object)

    def __init__(self, batch: Batch, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Імпорт звітів" if batch.several else "Імпорт звіту", _LEAD, "Імпортувати")
        self.batch = batch
        self.plan = plan
        self._key: Key | None = None
        self.lines = SummaryModel(self)
        self.table = SummaryTable(self.lines, self)
        self.pane = DocumentPane(self)
        self._said = QLabel(self)
        self._trouble = QLabel(self)
        self._build()
        self._connect()
        self.show_plan(plan)
        if any(one.on for one in self._proposals()):
            self.pane.tabs.setCurrentWidget(self.pane.proposals)
        self.pane.table.setFocus()

    def _build(self) -> None:
        for label in (self._said, self._trouble):
            label.setWordWrap(True)
        theme.strong(self._said)
        self._trouble.setForegroundRole(theme.DOUBT)
        self._trouble.hide()
        for widget in (self.table, self._trouble):
            self.body.addWidget(widget)
        self.body.addWidget(self.pane, 1)
        self.body.addWidget(self._said)
        self.action.setAutoDefault(True)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(_LARGEST.boundedTo(room - QSize(_MARGIN, 2 * _MARGIN)).expandedTo(_LEAST))

    def _connect(self) -> None:
        self.table.looked.connect(self._look)
        self.lines.taken.connect(self._take)
        self.lines.sent.connect(self._keep_as_sent)
        self.lines.moved.connect(self._move)
        self.pane.head.moved.connect(self._move_shown)
        self.pane.head.sent.connect(self._keep_shown_as_sent)
        self.pane.head.forgotten.connect(self._forget)
        self.pane.decided.connect(self._decide)
        self.pane.rechosen.connect(self._rechoose)
        self.pane.proposed.answered.connect(self._answer)
        self.pane.proposals.wanted.connect(self._go)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what the import would do, as it is wished now."""
        self.plan = plan
        self.table.setVisible(self.batch.several)
        refused = self.table.line is not None and self.table.line.refusal
        self.lines.fill(lines_of(self.batch, plan))
        if not refused:
            self.table.go(self._key)
        self.table.fit()
        self.pane.show_proposals(self._proposals())
        self._look()
        self._said.setText(summary(plan))
        self.action.setEnabled(any(not report.frozen and _does(report) for report in plan.reports))

    def tell(self, trouble: str) -> None:
        """Say what could not be done, and leave everything as it was."""
        self._trouble.setText(f"⚠ {trouble}")
        self._trouble.setVisible(bool(trouble))
        self.show_plan(self.plan)

    @property
    def summary(self) -> str:
        """What is said about the rows."""
        return self._said.text()

    @property
    def period(self) -> PeriodEdit:
        """The field of the shown document's period."""
        return self.pane.head.period

    def accept(self) -> None:
        """Close and tell the plan."""
        super().accept()
        self.agreed.emit(self.plan)

    def _proposals(self) -> tuple[Proposal, ...]:
        return proposals(self.plan)

    @property
    def _line(self) -> Line | None:
        return self.table.line or self.lines.line(0)

    def _look(self) -> None:
        line = self._line
        if line is not None:
            self._key = line.key
            remembered = line.document is not None and line.document.shape in self.batch.remembered
            self.pane.show_line(line, remembered=remembered)

    def _wish(self) -> None:
        self.action.setEnabled(False)
        self._trouble.hide()
        self.wished.emit()

    def _take(self, key: Key, on: bool) -> None:
        self.batch.take(key, on)
        self._wish()

    def _keep_as_sent(self, key: Key, on: bool) -> None:
        self.batch.keep_as_sent(key, on)
        self._wish()

    def _move(self, key: Key, period: Period) -> None:
        self.batch.choose_period(key, period)
        self._wish()

    def _move_shown(self, period: Period) -> None:
        if self._key is not None:
            self._move(self._key, period)

    def _keep_shown_as_sent(self, on: bool) -> None:
        if self._key is not None:
            self._keep_as_sent(self._key, on)

    def _forget(self) -> None:
        if self._key is not None:
            self.action.setEnabled(False)
            self.forgotten.emit(self._key)

    def _decide(self, rows: list[int], decision: Decision) -> None:
        if self._key is not None:
            self.batch.decide(self._key, rows, decision)
            self._wish()

    def _rechoose(self, keys: tuple[str | None, ...]) -> None:
        if self._key is not None:
            self.action.setEnabled(False)
            self.rechosen.emit(self._key, keys)

    def _answer(self, proposal: Proposal, on: bool) -> None:
        if proposal.key is None:
            return
        if proposal.row < 0:
            self.batch.keep_as_sent(proposal.key, on)
        else:
            self.batch.decide(proposal.key, [proposal.row], Decision.JOIN if on else Decision.ADD)
        self._wish()

    def _go(self, proposal: Proposal) -> None:
        """Show the row that a proposal is about."""
        self.table.go(proposal.key)
        self._look()
        self.pane.go(proposal.row)
        self.pane.tabs.setCurrentWidget(self.pane.details)


def _does(report: ReportPlan) -> bool:
    """Whether importing a report changes anything; one without rows is a report too."""
    return not report.rows or any(deed(row) != "skip" for row in report.rows)

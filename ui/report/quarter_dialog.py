"""«Новий квартал»: which report to begin, and what it will hold."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from courtcomms.model import ReportState
from courtcomms.period import Period
from ui import theme
from ui.dialogs import Dialog
from ui.icons import icon
from ui.report import quarter_words as words
from ui.report.period_edit import PeriodEdit
from ui.report.quarter_tree import QuarterTree
from ui.report.queries import QuarterPlan

_SIZE = (880, 620)


class QuarterDialog(Dialog):
    """A period, and beneath it what its report gets.

    ``asked`` wants the plan of a period, ``ending`` an event to be ended; ``agreed`` tells the plan and the
    ids of the standing events to carry over.
    """

    TOPIC = "quarter"

    asked = Signal(object)
    ending = Signal(object)
    agreed = Signal(object, object)

    def __init__(self, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Новий квартал", "", "Почати звіт")
        self._plan: QuarterPlan | None = None
        self.period = PeriodEdit(period, self)
        self.tree = QuarterTree(self)
        self._summary = QLabel(self)
        self._lead = QLabel(self)
        self._end = QPushButton("&Завершити захід…", self)
        self._all = QPushButton("&Усі", self)
        self._none = QPushButton("&Жодного", self)
        self._build()
        self.period.changed.connect(self._ask)
        self.tree.ticked.connect(self._count)
        self.tree.currentItemChanged.connect(self._look)
        self._end.clicked.connect(self._want_end)
        self._all.clicked.connect(self._tick_all)
        self._none.clicked.connect(self._tick_none)
        self.action.setEnabled(False)
        self.tree.setFocus()
        self.resize(*_SIZE)

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow("&Період:", self.period)
        theme.strong(self._summary)
        theme.quiet(self._lead)
        for label in (self._summary, self._lead):
            label.setWordWrap(True)
        self._all.setAccessibleName("Позначити всі постійні заходи")
        self._none.setAccessibleName("Зняти всі позначки")
        self._end.setIcon(icon("end"))
        self._end.setToolTip("Постійний захід скінчився: до наступних кварталів його не переносити")
        below = QHBoxLayout()
        below.setSpacing(theme.GRID)
        below.addWidget(QLabel("Позначити:", self))
        below.addWidget(self._all)
        below.addWidget(self._none)
        below.addStretch()
        below.addWidget(self._end)
        self.body.addLayout(form)
        self.body.addWidget(self._summary)
        self.body.addWidget(self._lead)
        self.body.addWidget(self.tree, 1)
        self.body.addLayout(below)

    @property
    def summary(self) -> str:
        """What is said of the numbers."""
        return self._summary.text()

    @property
    def lead(self) -> str:
        """What is said of where the rows come from."""
        return self._lead.text()

    def show_plan(self, plan: QuarterPlan) -> None:
        """Show what the report of the chosen period would get."""
        if plan.carry.target != self.period.period:
            return
        self._plan = plan
        self.tree.fill(plan)
        self._lead.setText(words.lead(plan))
        submitted = plan.report is not None and plan.report.state is ReportState.SUBMITTED
        offered = bool(plan.carry.carried) and not submitted
        self.tree.setEnabled(not submitted)
        self._all.setEnabled(offered)
        self._none.setEnabled(offered)
        self.action.setEnabled(True)
        self._count()
        self._look()

    def accept(self) -> None:
        """Tell the choice and close."""
        if self._plan is not None and self.action.isEnabled():
            self.agreed.emit(self._plan, self.tree.chosen if self.tree.isEnabled() else ())
            super().accept()

    def _ask(self, period: Period) -> None:
        self.action.setEnabled(False)
        self.asked.emit(period)

    def _count(self) -> None:
        if self._plan is not None:
            ticked = len(self.tree.chosen) if self.tree.isEnabled() else 0
            self._summary.setText(words.summary(self._plan, ticked))
            self.action.setText(words.button(self._plan, ticked))

    def _look(self) -> None:
        self._end.setEnabled(self.tree.isEnabled() and self.tree.current_event is not None)

    def _want_end(self) -> None:
        event = self.tree.current_event
        if event is not None:
            # Enter afterwards begins the report and does not end the next event.
            self.tree.setFocus()
            self.ending.emit(event)

    def _tick_all(self) -> None:
        self.tree.tick_all(True)

    def _tick_none(self) -> None:
        self.tree.tick_all(False)

"""«Зведена таблиця»: over which half-year or year, from which quarters, in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from courtcomms.model import Report, ReportState
from courtcomms.period import Period
from ui import theme, wording
from ui.dialogs import Dialog
from ui.report.summary_queries import SummaryChoice, SummaryCount

_LEAD = (
    "Таблиця за півріччя чи рік складається зі звітів за квартали: поданих — такими, якими їх надіслано, "
    "інших — такими, якими вони є зараз. У самих звітах нічого не зміниться."
)
_STATES = {
    ReportState.DRAFT: "чернетка, як зараз",
    ReportState.CHECKED: "перевірений, як зараз",
    ReportState.SUBMITTED: "як подано",
}
_QUARTER = Qt.ItemDataRole.UserRole
_WIDTH = 620
#: Room for the four quarters of a year.
_LIST_ROWS = 4.6


class SummaryDialog(Dialog):
    """``asked`` wants the numbers of a choice, ``agreed`` tells the choice to be written."""

    TOPIC = "submit"

    asked = Signal(object)
    agreed = Signal(object)

    def __init__(
        self, periods: Sequence[Period], reports: Sequence[Report], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, "Зведена таблиця", _LEAD, "Записати у файл…")
        self._periods = tuple(periods)
        self._reports: Mapping[Period, Report] = {report.period: report for report in reports}
        self.period = QComboBox(self)
        self.together = QRadioButton("Кожен захід &один раз: спершу постійні, далі інші за датою", self)
        self.by_quarters = QRadioButton("Рядки за &кварталами, з назвою кварталу над ними", self)
        self.list = QListWidget(self)
        self._said = QLabel(self)
        self._build()
        self.period.currentIndexChanged.connect(self._fill)
        self.list.itemChanged.connect(self._ask)
        self.together.toggled.connect(self._ask)
        self._fill()

    def _build(self) -> None:
        self.period.setAccessibleName("Період")
        self.period.view().setAccessibleName("Період")
        self.period.addItems([period.name for period in self._periods])
        self.together.setChecked(True)
        order = QVBoxLayout()
        group = QButtonGroup(self)
        for button in (self.together, self.by_quarters):
            group.addButton(button)
            order.addWidget(button)
        self.list.setAccessibleName("Квартали, які ввійдуть до таблиці")
        theme.strong(self._said)
        self._said.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(2 * theme.GRID)
        form.addRow("&Період:", self.period)
        form.addRow("Порядок:", order)
        form.addRow("К&вартали:", self.list)
        self.body.addLayout(form)
        self.body.addWidget(self._said)
        self.setMinimumWidth(_WIDTH)
        self.list.setFixedHeight(round(self.list.fontMetrics().height() * 1.4 * _LIST_ROWS))

    @property
    def choice(self) -> SummaryChoice:
        """What is chosen now."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [item.data(_QUARTER) for item in items if item.checkState() is Qt.CheckState.Checked]
        return SummaryChoice(self._chosen, tuple(map(Period.parse, ticked)), self.together.isChecked())

    @property
    def said(self) -> str:
        """What is said of the table."""
        return self._said.text()

    def show_count(self, count: SummaryCount) -> None:
        """Say how large the table will be, if that is still what is chosen."""
        if count.choice == self.choice:
            self._said.setText(_sentence(count))
            self.action.setEnabled(True)

    def accept(self) -> None:
        """Tell the choice and close."""
        if self.action.isEnabled():
            self.agreed.emit(self.choice)
            super().accept()

    @property
    def _chosen(self) -> Period:
        return self._periods[self.period.currentIndex()]

    def _fill(self) -> None:
        """The quarters of the period; those without a report cannot be ticked."""
        self.list.blockSignals(True)
        self.list.clear()
        for quarter in self._chosen.quarters:
            report = self._reports.get(quarter)
            state = _STATES[report.state] if report is not None else "звіту немає"
            item = QListWidgetItem(f"{quarter.name} — {state}", self.list)
            item.setData(_QUARTER, quarter.code)
            there = report is not None
            item.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
            if not there:
                item.setFlags(item.flags() & ~(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled))
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._ask()

    def _ask(self) -> None:
        choice = self.choice
        self.action.setEnabled(False)
        if choice.quarters:
            self.asked.emit(choice)
        else:
            self._said.setText("Позначте хоча б один квартал.")


def _sentence(count: SummaryCount) -> str:
    """«У таблиці буде 14 заходів із 23 рядків 2 звітів.»"""
    reports = wording.counted(len(count.choice.quarters), "звіту", "звітів", "звітів")
    if count.choice.together:
        rows = wording.counted(count.rows, "рядка", "рядків", "рядків")
        return f"У таблиці буде {wording.events(count.events)} із {rows} {reports}."
    return f"У таблиці буде {wording.rows(count.rows)} {reports}."

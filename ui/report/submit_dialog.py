"""«Позначити як поданий»: what is about to be kept, and what the review has to say of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QListWidget, QListWidgetItem, QWidget

from courtcomms.model import Finding, Severity
from ui import theme, wording
from ui.columns import short
from ui.dialogs import Dialog
from ui.report.queries import Readiness
from ui.report.two_lines import DETAIL, TwoLines

_WIDTH, _HEIGHT = 560, 460
_LEAD = (
    "Буде збережено копію звіту такою, якою її надсилають: рядки, назва суду, файли Word і Excel. "
    "Пізніші зміни в реєстрі її не зачеплять. Дію можна скасувати."
)
_MARKS = {Severity.ERROR: "✖ Помилка", Severity.WARN: "▲ Увага"}
_EVENT = Qt.ItemDataRole.UserRole


class SubmitDialog(Dialog):
    """``agreed`` comes when the report is to be submitted; ``wanted`` tells a finding that the user would
    rather look at first."""

    TOPIC = "submit"

    agreed = Signal()
    wanted = Signal(object)

    def __init__(self, readiness: Readiness, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Позначити як поданий", _LEAD, "Позначити як поданий")
        self._readiness = readiness
        report = readiness.report
        form = QFormLayout()
        form.addRow("Звіт:", QLabel(f"за {report.period.title}", self))
        form.addRow("Рядки:", QLabel(wording.rows(len(readiness.numbers)), self))
        form.addRow("Дата подання:", QLabel(wording.digits(today), self))
        self._findings = QLabel(findings_line(readiness.findings), self)
        form.addRow("Зауваження:", self._findings)
        self.body.addLayout(form)
        self.setMinimumWidth(_WIDTH)
        self._serious = [finding for finding in readiness.findings if finding.severity in _MARKS]
        if self._serious:
            self._add_findings()

    @property
    def findings(self) -> str:
        """What is said of the findings."""
        return self._findings.text()

    def accept(self) -> None:
        """Tell and close."""
        self.agreed.emit()
        super().accept()

    def _add_findings(self) -> None:
        advice = QLabel("Подати можна й так. Подвійне клацання (Enter) веде до клітинки.", self)
        theme.quiet(advice)
        rows = QListWidget(self)
        rows.setAccessibleName("Помилки й застереження")
        rows.setItemDelegate(TwoLines(rows))
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for finding in sorted(self._serious, key=lambda one: one.severity is not Severity.ERROR):
            self._add(rows, finding)
        rows.setCurrentRow(0)
        rows.itemActivated.connect(self._go)
        self.body.addWidget(rows, 1)
        self.body.addWidget(advice)
        self.resize(_WIDTH, _HEIGHT)
        self.action.setFocus()

    def _add(self, rows: QListWidget, finding: Finding) -> None:
        number = self._readiness.numbers.get(finding.event_id, 0)
        where = f"№ {number} · {short(finding.column)}"
        item = QListWidgetItem(finding.message, rows)
        item.setData(DETAIL, f"{_MARKS[finding.severity]} · {where}")
        item.setData(_EVENT, finding)
        item.setToolTip(finding.message)
        spoken = f"{_MARKS[finding.severity][2:]}, {where}: {finding.message}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(_EVENT))
        self.reject()


def findings_line(findings: tuple[Finding, ...]) -> str:
    """«2 помилки, 3 застереження, 1 порада»."""
    forms = {
        Severity.ERROR: ("помилка", "помилки", "помилок"),
        Severity.WARN: ("застереження", "застереження", "застережень"),
        Severity.HINT: ("порада", "поради", "порад"),
    }
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in forms}
    parts = [wording.counted(counts[severity], *forms[severity]) for severity in forms if counts[severity]]
    return wording.listed(parts) or "немає"

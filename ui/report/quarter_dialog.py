"""«Новий квартал»: which report to begin."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from courtcomms.period import Period
from ui import theme
from ui.dialogs import Dialog
from ui.places import Overview, next_period
from ui.report.period_edit import PeriodEdit


class QuarterDialog(Dialog):
    """``chosen`` tells the period of the report to begin."""

    chosen = Signal(object)

    def __init__(self, overview: Overview, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Новий квартал", "За який період почати новий звіт?", "Почати звіт")
        self._overview = overview
        self._period = PeriodEdit(next_period(overview, today), self)
        self._known = QLabel(self)
        theme.quiet(self._known)
        form = QFormLayout()
        form.addRow("&Період:", self._period)
        self.body.addLayout(form)
        self.body.addWidget(self._known)
        self.setMinimumWidth(360)
        self._period.changed.connect(self._look)
        self._look(self._period.period)

    def accept(self) -> None:
        """Tell the choice and close."""
        self.chosen.emit(self._period.period)
        super().accept()

    def _look(self, period: Period) -> None:
        known = self._overview.report(period) is not None
        self._known.setText(
            "Такий звіт уже є: він просто відкриється." if known else "Буде створено порожній звіт."
        )

"""What a document is and where it goes, in a line over its rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from courtcomms.period import Period
from ui import theme
from ui.elided_label import ElidedLabel
from ui.imports.summary_model import Line
from ui.imports.words import court_line, sent_tip
from ui.report.period_edit import PeriodEdit

_REMEMBERED = "Стовпці взято так, як вибрали Ви; так буде і з наступними такими файлами."


class DocumentHead(QWidget):
    """``moved`` tells another period, ``sent`` whether the report is kept as it was sent, ``forgotten`` that
    the columns are to be taken for what their headings say."""

    moved = Signal(object)
    sent = Signal(bool)
    forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(self)
        self.court = ElidedLabel(self)
        self.period = PeriodEdit(Period.quarter(2021, 1), self)
        self.as_sent = QCheckBox("Зберегти поданим, як у &файлі", self)
        self.remembered = QLabel(_REMEMBERED, self)
        self.forget = QPushButton("За&бути цей вибір", self)
        self._shown: Period | None = None
        self._build()
        self.period.changed.connect(self._move)
        self.as_sent.clicked.connect(self.sent)
        self.forget.clicked.connect(self.forgotten)

    def _build(self) -> None:
        theme.strong(self.name)
        theme.quiet(self.remembered)
        self.forget.setAutoDefault(False)
        label = QLabel("&Період звіту:", self)
        label.setBuddy(self.period)
        upper = QHBoxLayout()
        upper.setSpacing(2 * theme.GRID)
        upper.addWidget(self.name, 3)
        upper.addWidget(self.court, 4)
        upper.addWidget(label)
        upper.addWidget(self.period)
        upper.addWidget(self.as_sent)
        lower = QHBoxLayout()
        lower.addWidget(self.remembered)
        lower.addWidget(self.forget)
        lower.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addLayout(upper)
        layout.addLayout(lower)

    def show_line(self, line: Line, *, remembered: bool) -> None:
        """Show a document; ``remembered``: its columns were taken as the user had said before."""
        document, report = line.document, line.report
        part = f", звіт {document.part + 1} з {document.parts}" if document and document.parts > 1 else ""
        self.name.say(f"{line.name}{part}")
        named = document.court.nominative if document is not None and document.court is not None else ""
        unnamed = "" if line.refusal else "суд не названо"
        self.court.say(court_line(report) if report is not None else named or unnamed)
        self.period.setEnabled(not line.refusal)
        for widget in (self.remembered, self.forget):
            widget.setVisible(remembered)
        self.as_sent.setEnabled(report is not None and not report.frozen and not report.required)
        self.as_sent.setChecked(report is not None and report.sent)
        self.as_sent.setToolTip(sent_tip(report))
        if line.period is not None:
            self._show_period(line.period)

    def _show_period(self, period: Period) -> None:
        self._shown = period
        blocked = self.period.blockSignals(True)
        self.period.choose(period)
        self.period.blockSignals(blocked)

    def _move(self, period: Period) -> None:
        if period != self._shown:
            self._shown = period
            self.moved.emit(period)

"""The court's name as the report's title has it, and the first quarter of a clean start."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from courtcomms.model import Court, CourtName
from courtcomms.period import Period
from ui import theme
from ui.dialogs import Dialog
from ui.report.period_edit import PeriodEdit

_WIDTH = 560


class CourtDialog(Dialog):
    """``named`` tells the court; with a ``period`` given, the dialog asks for the first quarter too.

    The genitive is offered from the nominative until the user writes her own.
    """

    TOPIC = "first_steps"

    named = Signal(object, object)

    def __init__(
        self, court: Court | None, period: Period | None = None, parent: QWidget | None = None
    ) -> None:
        lead = "Повна назва суду стоятиме у заголовку звіту. Її можна змінити будь-коли."
        super().__init__(parent, "Назва суду", lead, "Почати" if period else "Зберегти")
        self._court = court
        name = court.names[-1] if court else CourtName("", "")
        self._nominative = QLineEdit(name.nominative, self)
        self._genitive = QLineEdit(name.genitive, self)
        self._own_genitive = bool(name.genitive)
        self._title = QLabel(self)
        self._period = PeriodEdit(period, self) if period else None
        self._build()
        self._nominative.textEdited.connect(self._offer)
        self._genitive.textEdited.connect(self._take_genitive)
        self._nominative.setFocus()
        self._show()

    def _build(self) -> None:
        self._nominative.setAccessibleName("Назва суду")
        self._nominative.setPlaceholderText("Вигаданий районний суд міста Зразкова")
        self._genitive.setAccessibleName("Назва суду в родовому відмінку")
        self._genitive.setPlaceholderText("Вигаданого районного суду міста Зразкова")
        self._title.setWordWrap(True)
        theme.quiet(self._title)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(theme.GRID)
        form.addRow("&Назва суду (хто?):", self._nominative)
        form.addRow("Назва у &заголовку звіту (кого?):", self._genitive)
        form.addRow(self._title)
        if self._period is not None:
            form.addRow("&Перший звіт за:", self._period)
        self.body.addLayout(form)
        self.setMinimumWidth(_WIDTH)

    def accept(self) -> None:
        """Tell the court and close."""
        name = CourtName(self._nominative.text().strip(), self._genitive.text().strip())
        old = self._court or Court(0, (name,))
        names = (*old.names[:-1], replace(name, valid_from=old.names[-1].valid_from))
        self.named.emit(replace(old, names=names), self._period.period if self._period else None)
        super().accept()

    def _offer(self, nominative: str) -> None:
        if not self._own_genitive:
            from courtcomms.cells.court_names import to_genitive

            self._genitive.setText(to_genitive(nominative.strip()) if nominative.strip() else "")
        self._show()

    def _take_genitive(self, text: str) -> None:
        self._own_genitive = bool(text.strip())
        self._show()

    def _show(self) -> None:
        genitive = self._genitive.text().strip()
        self._title.setText(
            f"У звіті: «Звіт {genitive} щодо комунікаційної діяльності суду»." if genitive else ""
        )
        self.action.setEnabled(bool(genitive and self._nominative.text().strip()))

"""«Завершити захід»: since which day a standing event does not return any more."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QFormLayout, QLabel, QWidget

from courtcomms.model import Event
from ui import theme
from ui.dialogs import Dialog
from ui.report import quarter_words as words

_WIDTH = 460
_LEAD = (
    "Захід лишиться в реєстрі та у звітах, де він уже є, але до кварталів після цієї дати його не "
    "перенесуть. Текст клітинок не зміниться. Дію можна скасувати."
)


class EndDialog(Dialog):
    """``ended`` tells the event's id and its last day."""

    TOPIC = "quarter"

    ended = Signal(int, object)

    def __init__(self, event: Event, offered: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Завершити захід", _LEAD, "Завершити")
        self._event_id = event.id
        title = QLabel(words.title(event), self)
        title.setWordWrap(True)
        theme.strong(title)
        self.day = QDateEdit(QDate(offered.year, offered.month, offered.day), self)
        self.day.setAccessibleName("Останній день заходу")
        self.day.setDisplayFormat("dd.MM.yyyy")
        self.day.setDateRange(QDate(1991, 1, 1), QDate(2199, 12, 31))
        self.day.setCalendarPopup(True)
        form = QFormLayout()
        form.addRow("&Останній день:", self.day)
        self.body.addWidget(title)
        self.body.addLayout(form)
        self.setMinimumWidth(_WIDTH)
        self.day.setFocus()

    def accept(self) -> None:
        """Tell the day and close."""
        chosen = self.day.date()
        self.ended.emit(self._event_id, date(chosen.year(), chosen.month(), chosen.day()))
        super().accept()

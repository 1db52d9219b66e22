"""Before the archive is asked: what is sent to whom; and afterwards: the copy that it has."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ui import wording
from ui.dialogs import Dialog

if TYPE_CHECKING:
    from courtcomms.linkcheck.archive import ArchivedCopy

_WIDTH = 560


class ArchiveConsentDialog(Dialog):
    """One calm sentence; accepted once and for all."""

    TOPIC = "links"

    def __init__(self, parent: QWidget | None = None) -> None:
        lead = (
            "Програма надішле архіву інтернету (archive.org, США) адресу зниклої сторінки і день заходу, "
            "щоб дізнатися про найближчу копію; більше нічого, і лише тоді, коли Ви самі цього попросите."
        )
        super().__init__(parent, "Копія в архіві", lead, "Запитати архів")
        self.setMinimumWidth(_WIDTH)
        self.action.setFocus()


class CopyDialog(Dialog):
    """A copy: ``agreed`` puts its address into the cells, ``opened`` shows it in the browser first."""

    TOPIC = "links"

    agreed = Signal()
    opened = Signal()

    def __init__(
        self, copy: ArchivedCopy, day: date | None, places: int, *, writable: bool, parent: QWidget | None
    ) -> None:
        super().__init__(parent, "Копія в архіві", "", "Поставити замість")
        self.said = QLabel(describe(copy.taken_on, day), self)
        self.address = QLineEdit(copy.url, self)
        self.look = QPushButton("&Відкрити копію", self)
        self._build(places, writable=writable)
        self.look.clicked.connect(self.opened)
        self.accepted.connect(self.agreed)

    def _build(self, places: int, *, writable: bool) -> None:
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.address.setReadOnly(True)
        self.address.setCursorPosition(0)
        self.address.setAccessibleName("Адреса копії")
        self.look.setAutoDefault(False)
        cells = wording.counted(places, "місці", "місцях", "місцях")
        below = QLabel(f"Адресу буде замінено в {cells} одним кроком (Ctrl+Z поверне).", self)
        if not writable:
            below.setText(
                "Тут адрес не змінюють: звіт подано. Копію можна відкрити або скопіювати її адресу."
            )
        below.setWordWrap(True)
        for widget in (self.said, self.address):
            self.body.addWidget(widget)
        self.body.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(below)
        self.action.setEnabled(writable)
        self.setMinimumWidth(_WIDTH)
        (self.action if writable else self.look).setFocus()


def describe(taken: date, day: date | None) -> str:
    """When a copy was taken, and how far that is from the event."""
    said = f"Найближча копія зроблена {wording.digits(taken)}."
    if day is None:
        return f"{said} День заходу невідомий: погляньте, чи це та сторінка."
    apart = (taken - day).days
    if not apart:
        return f"{said} Це день заходу."
    days = wording.counted(abs(apart), "день", "дні", "днів")
    return f"{said} Захід — {wording.digits(day)}: копія на {days} {'пізніша' if apart > 0 else 'раніша'}."

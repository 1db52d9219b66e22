"""The name of a form: of a new one, of a copy, or another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from courtcomms.reports.form_put import LONGEST_NAME
from ui import theme
from ui.dialogs import Dialog


class FormNameDialog(Dialog):
    """``named`` tells the name; one that is taken is said at once."""

    TOPIC = "forms"

    named = Signal(str)

    def __init__(self, parent: QWidget, title: str, action: str, name: str, taken: Sequence[str]) -> None:
        super().__init__(parent, title, "Назва може бути будь-якою, аби впізнати форму в переліку.", action)
        self._taken = {known.casefold() for known in taken}
        self.name = QLineEdit(name, self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName("Назва форми")
        self.name.selectAll()
        self.note = QLabel(self)
        theme.quiet(self.note)
        self.note.setForegroundRole(theme.DOUBT)
        self.body.addWidget(self.name)
        self.body.addWidget(self.note)
        self.setMinimumWidth(420)
        self.name.textChanged.connect(self._look)
        self._look()

    def accept(self) -> None:
        """Tell the name and close."""
        self.named.emit(self.name.text())
        super().accept()

    def _look(self) -> None:
        name = " ".join(self.name.text().split())
        taken = name.casefold() in self._taken
        self.note.setText("Така форма вже є: назвіть її інакше." if taken else "")
        self.action.setEnabled(bool(name) and not taken)


def free_name(name: str, taken: Sequence[str]) -> str:
    """A name that is free: the name itself, or with a number."""
    known = {one.casefold() for one in taken}
    number, offered = 1, name
    while offered.casefold() in known:
        number += 1
        offered = f"{name} {number}"
    return offered

"""«Звичні значення»: what each new event is given before anything is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from courtcomms.model import Changes, Column
from ui import theme
from ui.columns import full
from ui.dialogs import Dialog
from ui.editor.cell_edit import CellEdit
from ui.editor.helping import complete
from ui.editor.panel import DEFAULTED
from ui.register.service import RegisterService

if TYPE_CHECKING:
    from courtcomms.store import Register

_LEAD = (
    "Кожен новий захід матиме ці тексти одразу; їх завжди можна змінити в самому заході. "
    "Заходів, що вже є, це не стосується. Порожнє поле нічого не заповнює."
)
_WIDTH = 560


class DefaultsDialog(Dialog):
    """``agreed`` tells the texts by column, once the user has said so."""

    TOPIC = "event"

    agreed = Signal(object)

    def __init__(self, service: RegisterService, court_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Звичні значення", _LEAD, "Зберегти")
        self.fields = {column: CellEdit(self, most_lines=4) for column in DEFAULTED}
        for column, edit in self.fields.items():
            label = QLabel(full(column), self)
            label.setWordWrap(True)
            label.setBuddy(edit)
            edit.setAccessibleName(full(column))
            complete(edit, service, column, court_id)
            self.body.addWidget(label)
            self.body.addWidget(edit)
            self.body.addSpacing(theme.GRID)
        self.setMinimumWidth(_WIDTH)
        self.action.setEnabled(False)
        self.fields[DEFAULTED[0]].setFocus()
        service.ask(read_defaults, court_id, done=self._fill)

    def accept(self) -> None:
        """Tell the texts and close."""
        self.agreed.emit({column: edit.text().strip() for column, edit in self.fields.items()})
        super().accept()

    def _fill(self, known: Mapping[Column, str]) -> None:
        for column, edit in self.fields.items():
            edit.load(known.get(column, ""))
        self.action.setEnabled(True)


def read_defaults(register: Register, court_id: int) -> dict[Column, str]:
    """What new events of a court are given."""
    return register.defaults(court_id)


def set_defaults(register: Register, court_id: int, wanted: Mapping[Column, str]) -> tuple[Changes, ...]:
    """Change those usual values that differ; all of them are one action of the user."""
    known = register.defaults(court_id)
    return tuple(
        register.set_default(court_id, column, text)
        for column, text in wanted.items()
        if text != known.get(column, "")
    )

"""The history of one event: a list of changes, and what each changed, with a way back for that cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from courtcomms.model import Event, EventState
from ui import theme
from ui.columns import Part, short
from ui.dialogs import Dialog
from ui.editor.details import stored_text
from ui.history.diff import compare
from ui.history.model import HistoryModel
from ui.history.sides import Side
from ui.history.words import has_texts, part_of, told
from ui.messages import sentence
from ui.register.desk import CellText, Outcome
from ui.register.service import RegisterService

if TYPE_CHECKING:
    from courtcomms.store import HistoryEntry, Register
    from ui.undo import UndoHistory

_EVERYTHING = "усі зміни"
_TRASHED = "Захід у кошику: тексти можна переглядати й копіювати. Щоб повернути котрийсь, відновіть захід."
_FROZEN = "Звіт подано: тексти можна переглядати й копіювати. Повернути котрийсь можна у списку «Усі заходи»."
_WHOLE = "Цей запис — про захід загалом, а не про текст клітинки."
_BLANKS = "Змінилися лише пробіли або розриви рядків."


class HistoryDialog(Dialog):
    """``restored`` says which cell got which text back, ``origin_wanted`` asks for the files that the event
    came from, over this dialog. The list follows what is changed meanwhile."""

    TOPIC = "undo"

    restored = Signal(str)
    origin_wanted = Signal(object, object)

    def __init__(
        self,
        service: RegisterService,
        history: UndoHistory,
        event: Event,
        number: int,
        parent: QWidget | None = None,
    ) -> None:
        name = f"Історія заходу № {number}" if number else "Історія заходу"
        super().__init__(parent, name, "", "Закрити")
        self._service = service
        self._history = history
        self._event = event
        self._frozen = event.state.value == "frozen"
        self._restoring: Part | None = None
        self.entries = HistoryModel(self)
        self._list = QTableView(self)
        self._choice = QComboBox(self)
        self.origin = QPushButton("&Звідки цей захід…", self)
        self._said = QLabel(self)
        self.before = Side("Було", gone=True, parent=self)
        self.after = Side("Стало", gone=False, parent=self)
        self._build()
        self._choice.activated.connect(self._narrow)
        self._list.selectionModel().currentRowChanged.connect(self._look)
        for side in (self.before, self.after):
            side.wanted.connect(self._restore)
        service.changed.connect(self._follow)
        self._ask()

    def _build(self) -> None:
        self.cancel.hide()
        self.action.setDefault(False)
        self.action.setAutoDefault(False)
        self._choice.setAccessibleName("Які зміни показати")
        self._choice.view().setAccessibleName("Які зміни показати")
        self._said.setWordWrap(True)
        self._said.setForegroundRole(theme.QUIET)
        title = QLabel(" ".join(self._event.cells.title.split()) or "Захід без назви", self)
        title.setWordWrap(True)
        title.setMaximumHeight(2 * title.fontMetrics().lineSpacing() + 2)
        choosing = QHBoxLayout()
        label = QLabel("&Показати:", self)
        label.setBuddy(self._choice)
        choosing.addWidget(title, 1)
        choosing.addWidget(label)
        choosing.addWidget(self._choice)
        self.origin.setAutoDefault(False)
        self.origin.clicked.connect(self._ask_origin)
        choosing.addWidget(self.origin)
        self._set_list()
        texts = QWidget(self)
        sides = QHBoxLayout(texts)
        sides.setContentsMargins(0, theme.GRID, 0, 0)
        sides.addWidget(self.before, 1)
        sides.addWidget(self.after, 1)
        self._sides = texts
        lower = QWidget(self)
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(texts, 1)
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._list)
        halves.addWidget(lower)
        halves.setSizes([220, 280])
        halves.handle(1).setAccessibleName("Межа між списком і текстами")
        self.body.addLayout(choosing)
        self.body.addWidget(halves, 1)
        self.resize(900, 620)

    def _ask_origin(self) -> None:
        self.origin_wanted.emit(self._event, self)

    def _set_list(self) -> None:
        table = self._list
        table.setModel(self.entries)
        table.setAccessibleName("Зміни заходу")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.StyledPanel)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setAccessibleName("Заголовки списку змін")
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        mode = QHeaderView.ResizeMode
        for section, how in enumerate((mode.ResizeToContents, mode.ResizeToContents, mode.Stretch)):
            table.horizontalHeader().setSectionResizeMode(section, how)
        table.horizontalHeader().setSectionResizeMode(3, mode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; in the list it does not close by surprise."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), QPushButton):
            button.click()

    def show_only(self, part: Part | None) -> None:
        """Show the changes of one cell only, or all."""
        self.entries.show_only(part)
        self._offer_parts(part)
        self._choose_first()

    def _ask(self) -> None:
        self._service.ask(_read, self._event.id, done=self._take, key="history")

    def _take(self, answer: tuple[Event | None, tuple[HistoryEntry, ...]]) -> None:
        event, entries = answer
        if event is not None:
            self._event = event
        part = self._choice.currentData()
        self.entries.take(entries)
        self._offer_parts(part)
        self._choose_first()

    def _offer_parts(self, chosen: Part | None) -> None:
        """The cells that were ever changed, and the chosen one in any case."""
        parts = list(self.entries.parts)
        if chosen is not None and chosen not in parts:
            parts.append(chosen)
        self._choice.clear()
        self._choice.addItem(_EVERYTHING, None)
        for part in parts:
            self._choice.addItem(short(part), part)
        self._choice.setCurrentIndex(1 + parts.index(chosen) if chosen is not None else 0)

    def _narrow(self) -> None:
        self.entries.show_only(self._choice.currentData())
        self._choose_first()

    def _choose_first(self) -> None:
        if self.entries.rowCount():
            self._list.selectRow(0)
        self._look()

    def _look(self) -> None:
        """Show what the chosen entry changed."""
        entry = self.entries.entry(self._list.currentIndex().row())
        told_of = entry is not None and has_texts(entry)
        self._sides.setVisible(told_of)
        if entry is None or not told_of:
            self._say("Змін цієї клітинки ще не було." if entry is None else _WHOLE)
            return
        before, after = told(entry, entry.before), told(entry, entry.after)
        difference = compare(before, after)
        self.before.show_text(before, difference.before, restorable=self._restorable(entry, before))
        self.after.show_text(after, difference.after, restorable=self._restorable(entry, after))
        self._say(self._obstacle() or (_BLANKS if difference.blank else ""))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _obstacle(self) -> str:
        if self._event.state is EventState.TRASHED:
            return _TRASHED
        return _FROZEN if self._frozen else ""

    def _restorable(self, entry: HistoryEntry, text: str) -> bool:
        part = part_of(entry)
        return part is not None and not self._obstacle() and stored_text(self._event, part) != text

    def _restore(self, text: str) -> None:
        """Give one cell the text back: an undo step of its own."""
        entry = self.entries.entry(self._list.currentIndex().row())
        part = part_of(entry) if entry is not None else None
        if part is None:
            return
        self._restoring = part
        self._history.seal()
        cell = CellText(self._event.id, part, text, self._event.version)
        label = f"Повернення тексту: {short(part)}"
        self._service.write([cell], label=label, done=self._tell, failed=self._refuse)

    def _tell(self, outcome: Outcome) -> None:
        self._history.seal()
        if outcome and self._restoring is not None:
            self.restored.emit(f"Повернено текст клітинки «{short(self._restoring)}»")

    def _refuse(self, error: BaseException) -> None:
        self._say(sentence(error))
        self._ask()

    def _follow(self, outcome: Outcome) -> None:
        if self._event.id in outcome.changed:
            self._ask()


def _read(register: Register, event_id: int) -> tuple[Event | None, tuple[HistoryEntry, ...]]:
    """The event as it is now, and everything that changed it, oldest first."""
    found = register.events([event_id])
    return (found[0] if found else None), register.history(event_id)

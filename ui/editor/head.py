"""The head of the editor: which event this is, whether it stands, and why it cannot be written in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from courtcomms.model import Event, EventState
from ui import theme, wording
from ui.editor.field import FRAME

#: Why an event can only be looked at, by its state.
_CLOSED = {
    "trashed": "Захід у кошику: щоб змінити його, відновіть із кошика (меню «Правка»).",
    "frozen": "Звіт подано: захід показано таким, як його подано. Для нових кварталів змінюйте його "
    "у списку «Усі заходи».",
}
#: The user's word on whether an event returns each quarter, as the menu offers it.
_WORDS: tuple[tuple[bool | None, str], ...] = (
    (None, "За датою проведення"),
    (True, "Повертається щокварталу"),
    (False, "Не повертається"),
)


class EditorHead(QWidget):
    """``standing_chosen`` tells the user's word: True, False, or None for «by its date»."""

    standing_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event: Event | None = None
        self._title = QLabel(self)
        self._kind = QPushButton(self)
        self._reason = QLabel(self)
        self._menu = QMenu(self._kind)
        self._words = QActionGroup(self._menu)
        self._build()

    def _build(self) -> None:
        theme.strong(self._title)
        self._reason.setWordWrap(True)
        self._kind.setFlat(True)
        self._kind.setMenu(self._menu)
        self._kind.setToolTip("Чи повертається захід щокварталу")
        for value, text in _WORDS:
            action = self._words.addAction(text)
            action.setCheckable(True)
            action.setData(value)
        self._menu.addActions(self._words.actions())
        self._words.triggered.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(FRAME, 0, FRAME, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(self._title)
        layout.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._reason)

    @property
    def text(self) -> str:
        """Everything that the head says."""
        return " · ".join(filter(None, (self._title.text(), self._kind.text(), self._reason.text())))

    def offer(self, actions: list[QAction]) -> None:
        """Put what else can be done with a standing event into the menu of its kind."""
        self._menu.addSeparator()
        self._menu.addActions(actions)

    def describe(self, event: Event, number: int, total: int) -> None:
        """Say which event of how many this is; ``number`` 0 where it has none."""
        self._event = event
        self._title.setText(_title(number, total))
        self._kind.setText(kind(event))
        self._kind.setAccessibleName(f"Чи повертається щокварталу: {kind(event)}")
        self._kind.setEnabled(event.state is EventState.LIVE)
        for action in self._words.actions():
            action.setChecked(action.data() is event.standing)
            if action.data() is None:
                says = "повертається" if event.date_span.kind.standing else "не повертається"
                action.setText(f"За датою проведення ({says})")
        reason = _CLOSED.get(event.state.value, "")
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _choose(self, action: QAction) -> None:
        if self._event is not None and action.data() is not self._event.standing:
            self.standing_chosen.emit(action.data())


def kind(event: Event) -> str:
    """«постійний з 25.06.2018», «завершено 31.12.2021», «разовий»."""
    if event.closed_on is not None:
        return f"завершено {wording.digits(event.closed_on)}"
    if not event.is_standing:
        return "разовий"
    start = event.date_span.start if event.date_span.kind.standing else None
    return f"постійний з {wording.digits(start)}" if start else "постійний"


def _title(number: int, total: int) -> str:
    if not number:
        return "Захід"
    return f"Захід № {number} з {total}" if total >= number else f"Захід № {number}"

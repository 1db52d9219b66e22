"""What helps in the fields of the editor: completion, phrases of dates, names of outlets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from courtcomms.model import Anchor, Column, Event, EventState
from courtcomms.period import Period
from ui import theme
from ui.columns import LINKED, Part
from ui.editor.cell_edit import CellEdit
from ui.editor.date_helper import DateHelper
from ui.editor.field import CellField
from ui.register.service import RegisterService

if TYPE_CHECKING:
    from courtcomms.store import Register
    from ui.editor.completion import Completion
    from ui.editor.naming import Naming

#: The columns that repeat themselves from event to event.
COMPLETED = (Column.AUDIENCE, Column.RESPONSIBLE, Column.MEDIA)
#: Names of outlets are looked up so long after the last letter, in milliseconds.
PAUSE = 400


def complete(edit: CellEdit, service: RegisterService, column: Part, court_id: int) -> Completion | None:
    """Let a field of a column that repeats itself be completed; ``None`` for other columns."""
    if column not in COMPLETED or not isinstance(column, Column):
        return None
    from ui.editor.completion import Completion

    return Completion(edit, service, column, court_id)


def help_in_place(
    edit: CellEdit, service: RegisterService, event: Event, column: Column, period: Period | None
) -> None:
    """Give a field that lies over a cell of the table what the same column's field of the editor has."""
    edit.links = column in LINKED
    complete(edit, service, column, event.court_id)
    if column is Column.DATE:
        DateHelper(edit).period = period


class FieldHelp(QObject):
    """Equips the fields: the date's at once, the completed ones when they are entered first, and looks up
    the outlets' names for the addresses of the media."""

    def __init__(self, fields: Mapping[Column, CellField], service: RegisterService, parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields
        self._service = service
        self._event: Event | None = None
        self._ready = False
        self._offer: QPushButton | None = None
        self._naming: Naming | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look_up)
        self.completions: dict[Column, Completion] = {}
        self.dates = DateHelper(fields[Column.DATE].edit, self._date_button())

    @property
    def offer(self) -> str:
        """The name that is offered, as its button says it."""
        return self._offer.text() if self._offer is not None and not self._offer.isHidden() else ""

    def begin(self) -> None:
        """From now on look names up: what reads cells is here."""
        self._ready = True
        self._look_up()

    def show(self, event: Event, period: Period | None) -> None:
        """Help with this event, in this quarter. The same event shown again leaves the offer where it is:
        the keyboard may be on it."""
        if self._event is None or self._event.id != event.id:
            self._hide_offer()
        self._event = event
        self.dates.period = period
        self._dates_button.setVisible(event.state is EventState.LIVE)
        for completion in self.completions.values():
            completion.court_id = event.court_id
        self._look_up()

    def enter(self, column: Part) -> None:
        """A field was entered: complete it from now on."""
        if self._event is None or column in self.completions or not isinstance(column, Column):
            return
        made = complete(self._fields[column].edit, self._service, column, self._event.court_id)
        if made is not None:
            self.completions[column] = made

    def note_typing(self, column: Part) -> None:
        """Something was typed: what is offered may no longer hold."""
        if column is Column.MEDIA:
            self._hide_offer()
            self._pause.start()

    def _date_button(self) -> QToolButton:
        self._dates_button = button = QToolButton()
        button.setText("Вставити фразу…")
        theme.quiet(button)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName("Вставити звичний вислів дати")
        button.setToolTip("Звичні вислови дати і календар (Alt+↓)")
        self._fields[Column.DATE].put_beside_label(button)
        return button

    def _look_up(self) -> None:
        """Ask which names are known for the addresses as they stand in the field."""
        text, event = self._fields[Column.MEDIA].edit.text(), self._event
        if not self._ready or event is None or event.state is not EventState.LIVE or "." not in text:
            self._hide_offer()
            return
        anchors = event.cells.anchors_of(Column.MEDIA)
        self._service.ask(
            _names, event.court_id, text, anchors, done=self._show_offer, failed=self._pass, key="names"
        )

    def _show_offer(self, found: tuple[Naming, ...]) -> None:
        if not found or found[0].text != self._fields[Column.MEDIA].edit.text():
            self._hide_offer()
            return
        self._naming = found[0]
        if self._offer is None:
            self._offer = QPushButton()
            self._offer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._offer.clicked.connect(self._add_name)
            self._fields[Column.MEDIA].put_beneath(self._offer)
            QWidget.setTabOrder(self._fields[Column.MEDIA].edit, self._offer)
        words = f"Додати назву: {found[0].name}"
        self._offer.setText(words.replace("&", "&&"))
        self._offer.setAccessibleName(words)
        self._offer.setToolTip(f"Вписати «{found[0].name}» перед адресою цього видання")
        self._offer.show()

    def _add_name(self) -> None:
        naming, edit = self._naming, self._fields[Column.MEDIA].edit
        if naming is not None and edit.text() == naming.text:
            edit.put(naming.insertion, naming.at, naming.at)
            edit.setFocus()

    def _hide_offer(self) -> None:
        if self._offer is not None:
            self._offer.hide()

    def _pass(self, _error: BaseException) -> None:
        """No name is offered then; nobody waits for one."""


def _names(register: Register, court_id: int, text: str, anchors: tuple[Anchor, ...]) -> Any:
    """In the register's thread, where what reads cells is loaded already."""
    from ui.editor.naming import offer_names

    return offer_names(register, court_id, text, anchors)

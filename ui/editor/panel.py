"""The editor of the chosen event: a field for each written cell; they save themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from courtcomms.model import Column, Event, EventState
from courtcomms.period import Period
from ui import theme, wording
from ui.columns import WRITTEN, Detail, Part
from ui.editor.cell_edit import CellEdit
from ui.editor.details import same_text, set_standing, stored_text
from ui.editor.extras import Extras
from ui.editor.field import FRAME, CellField
from ui.editor.head import EditorHead
from ui.editor.helping import FieldHelp
from ui.editor.links_beneath import FieldLinks
from ui.editor.phrases import Phrase
from ui.editor.saver import CellSaver
from ui.editor.understood import UNDERSTOOD, understood
from ui.register.service import RegisterService

#: What is typed is saved at the latest so long after its key, in milliseconds; also while typing goes on.
PAUSE = 700
#: What new events can be given by themselves.
DEFAULTED = (Column.GOAL, Column.AUDIENCE, Column.RESPONSIBLE)
_INVITATION = "Виберіть захід у таблиці — тут з'являться його клітинки."


class EditorPanel(QWidget):
    """Shows one event and sends what is typed to the saver, shortly after it is and when a field is left.

    ``told`` says what was done in a sentence; ``history_wanted`` asks for a cell's history,
    ``default_wanted`` for a cell's text to be given to each new event.
    """

    cell_left = Signal()
    told = Signal(str)
    history_wanted = Signal(object)
    default_wanted = Signal(object, str)

    def __init__(self, service: RegisterService, saver: CellSaver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._saver = saver
        self._event: Event | None = None
        self._period: Period | None = None
        self._told: tuple[Event | None, int, Period | None, int] | None = None
        self._reading = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.save)
        self.fields = {column: CellField(column) for column in WRITTEN}
        self.details = {detail: CellField(detail) for detail in Detail}
        written = [*self.fields.values(), *self.details.values()]
        self._all: dict[Part, CellField] = {field.column: field for field in written}
        self.head = EditorHead(self)
        self.extras = Extras(list(self.details.values()), self)
        self.help = FieldHelp(self.fields, service, self)
        self.links = FieldLinks(self.fields, self)
        self._build()
        self._connect()
        self.show_event(None)

    def _connect(self) -> None:
        for field in self._all.values():
            field.edited.connect(self._typed)
            field.entered.connect(self.help.enter)
            field.left.connect(self._left)
            field.insisted.connect(self._insist)
            field.yielded.connect(self._yield)
            field.menu_wanted.connect(self._fill_menu)
            field.edit.listed.connect(self._tell_listed)
        self.head.standing_chosen.connect(self._set_standing)
        self.extras.opened.connect(self._show_extras)
        self._saver.settled.connect(self._settled)
        self._saver.refused.connect(self._refused)

    def _build(self) -> None:
        self._form = form = QWidget()
        self._rows = rows = QVBoxLayout(form)
        side = 2 * theme.GRID - FRAME
        rows.setContentsMargins(side, theme.GRID, side, theme.GRID)
        rows.setSpacing(theme.GRID // 2)
        rows.addWidget(self.head)
        rows.addSpacing(theme.GRID)
        for field in self.fields.values():
            rows.addWidget(field)
        rows.addWidget(self.extras)
        rows.addStretch()
        # Whatever a line of it would like, the form is as wide as the panel.
        form.setMinimumWidth(1)
        self._area = QScrollArea(self)
        self._area.setAccessibleName("Поля заходу")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(form)
        self._nothing = QLabel(_INVITATION)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(4 * theme.GRID)
        self._nothing.setForegroundRole(theme.QUIET)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._nothing)

    @property
    def event_shown(self) -> Event | None:
        """The event in the fields."""
        return self._event

    def show_event(
        self, event: Event | None, number: int = 0, period: Period | None = None, total: int = 0
    ) -> None:
        """Show an event; ``number`` is its place among ``total`` in the report of ``period`` (0: none).

        Fields with a text that is not saved yet keep it; the field with the keyboard keeps that too.
        """
        told = (event, number, period, total)
        if event is not None and told == self._told and self._at_rest(event):
            return
        self._told = told
        same = event is not None and self._event is not None and event.id == self._event.id
        if not same:
            self.save()
            self.cell_left.emit()
        self._event, self._period = event, period
        self._stack.setCurrentWidget(self._nothing if event is None else self._area)
        if event is None:
            return
        for field in self._all.values():
            self._fill(field, event, keep=same)
        self.head.describe(event, number, total)
        self.extras.describe(event)
        self.help.show(event, period)
        self.links.show(event)
        if not same:
            self._scroll_to_focus()

    def _at_rest(self, event: Event) -> bool:
        """Whether the fields hold what is stored: nothing typed, under way, or refused."""
        return not any(
            field.dirty
            or field.contested
            or self._saver.waiting(event.id, column)
            or self._saver.draft(event.id, column) is not None
            for column, field in self._all.items()
        )

    def offer(self, actions: list[QAction]) -> None:
        """Put what can be done with a standing event into the head's menu."""
        self.head.offer(actions)

    def _show_extras(self) -> None:
        """Unfolded, the form is longer at once, so that it can be scrolled."""
        self._rows.activate()
        self._form.adjustSize()
        self._area.ensureWidgetVisible(self.extras)

    def _scroll_to_focus(self) -> None:
        field = next((field for field in self._all.values() if field.edit.hasFocus()), None)
        if field is None:
            self._area.verticalScrollBar().setValue(0)
        else:
            self._area.ensureWidgetVisible(field)

    def begin_reading(self, _loaded: object = None) -> None:
        """From now on say what is understood: the readers of cells are here."""
        self._reading = True
        for field in self.fields.values():
            self._comment(field)
        self.help.begin()
        self.links.begin()

    def invite(self, rows: bool) -> None:
        """Without an event shown: say how to choose one where there are ``rows``."""
        self._nothing.setText(_INVITATION if rows else "")

    def focus_first(self) -> None:
        """Put the cursor into the event's name."""
        self.focus_column(Column.TITLE)

    def focus_column(self, column: Part) -> None:
        """Put the cursor into a cell's or a detail's field."""
        field = self._all[column]
        if column in self.details:
            self.extras.unfold()
            self._show_extras()
        self._area.ensureWidgetVisible(field)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Send every text that was typed and not yet sent; refused ones wait for the user's word."""
        self._pause.stop()
        event = self._event
        if event is None:
            return
        for column, field in self._all.items():
            if field.dirty and not field.contested:
                field.dirty = False
                self._saver.save(event, column, field.edit.text())

    def holds(self, widget: QWidget | None) -> bool:
        """Whether the keyboard is in one of the fields."""
        return isinstance(widget, CellEdit) and self.isAncestorOf(widget)

    def _fill(self, field: CellField, event: Event, *, keep: bool) -> None:
        column = field.column
        field.freeze(event.state is not EventState.LIVE)
        draft = self._saver.draft(event.id, column)
        if draft is not None:
            if not (keep and field.contested):
                field.dirty = False
                field.contest(*draft)
            return
        unsaved = keep and (field.dirty or self._saver.waiting(event.id, column))
        if not unsaved and (not keep or field.contested or not same_text(event, column, field.edit.text())):
            field.load(stored_text(event, column))
        self._comment(field)

    def _comment(self, field: CellField) -> None:
        event, column = self._event, field.column
        if event is None or field.contested:
            return
        if isinstance(column, Column) and column in UNDERSTOOD and self._reading:
            field.say(understood(column, field.edit.text(), event, self._period))
        else:
            field.say(Phrase())

    def _typed(self, column: Part) -> None:
        field = self._all[column]
        self.help.note_typing(column)
        if not field.contested:
            if not self._pause.isActive():
                self._pause.start()
            self._comment(field)
        elif self._event is not None:
            self._saver.redraft(self._event.id, column, field.edit.text())

    def _left(self, _column: Part) -> None:
        self.save()
        self.cell_left.emit()

    def _settled(self, event_id: int, column: Part) -> None:
        if self._event is not None and self._event.id == event_id:
            self._comment(self._all[column])

    def _refused(self, event_id: int, column: Part, reason: str) -> None:
        draft = self._saver.draft(event_id, column)
        if self._event is None or self._event.id != event_id or draft is None:
            return
        field = self._all[column]
        if field.dirty:
            self._saver.redraft(event_id, column, field.edit.text())
        field.contest(draft[0], reason)

    def _insist(self, column: Part) -> None:
        field, event = self._all[column], self._event
        if event is not None:
            text = field.edit.text()
            field.load(text)
            self._saver.save(event, column, text)

    def _yield(self, column: Part) -> None:
        event = self._event
        if event is not None:
            self._saver.drop(event.id, column)
            self._all[column].load(stored_text(event, column))
            self._comment(self._all[column])
            self.links.show(event)

    def _set_standing(self, standing: bool | None) -> None:
        if self._event is not None:
            self.save()
            self._service.act(set_standing, self._event.id, standing)

    def _tell_listed(self, count: int) -> None:
        addresses = wording.counted(count, "адресу", "адреси", "адрес")
        self.told.emit(f"Вставлено {addresses}, кожну в окремий рядок (Ctrl+Shift+V вставляє як є)")

    def _fill_menu(self, column: Part, menu: QMenu) -> None:
        """What belongs to this cell, beneath Qt's own copying and pasting."""
        field = self._all[column]
        menu.addSeparator()
        if field.edit.links and field.edit.canPaste():
            menu.addAction("Вставити як є\tCtrl+Shift+V", field.edit.paste_as_is)
        if column is Column.DATE and not field.edit.isReadOnly():
            self.help.dates.fill(menu.addMenu("Вставити фразу"))
        if column in DEFAULTED and field.edit.text().strip():
            default = menu.addAction("Зробити звичним для нових заходів")
            default.triggered.connect(lambda: self.default_wanted.emit(column, field.edit.text()))
        history = menu.addAction("Історія клітинки…")
        history.triggered.connect(lambda: self.history_wanted.emit(column))

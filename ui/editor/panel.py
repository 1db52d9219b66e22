"""The editor of the chosen event: a field for each written cell; they save themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from courtcomms.model import Column, Event, EventState
from courtcomms.period import Period
from ui import theme
from ui.columns import WRITTEN
from ui.editor.cell_edit import CellEdit
from ui.editor.field import CellField
from ui.editor.phrases import Phrase
from ui.editor.saver import CellSaver
from ui.editor.understood import UNDERSTOOD, understood

#: What is typed is saved at the latest so long after its key, in milliseconds; also while typing goes on.
PAUSE = 700
_INVITATION = "Виберіть захід у таблиці — тут з'являться його клітинки."


class EditorPanel(QWidget):
    """Shows one event and sends what is typed to the saver, shortly after it is and when a field is left."""

    cell_left = Signal()

    def __init__(self, saver: CellSaver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saver = saver
        self._event: Event | None = None
        self._period: Period | None = None
        self._reading = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.save)
        self._title = QLabel(self)
        self._kind = QLabel(self)
        self.fields = {column: CellField(column) for column in WRITTEN}
        self._build()
        for field in self.fields.values():
            field.edited.connect(self._typed)
            field.left.connect(self._left)
            field.insisted.connect(self._insist)
            field.yielded.connect(self._yield)
        saver.settled.connect(self._settled)
        saver.refused.connect(self._refused)
        self.show_event(None)

    def _build(self) -> None:
        theme.strong(self._title)
        theme.quiet(self._kind)
        form = QWidget()
        rows = QVBoxLayout(form)
        rows.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        rows.setSpacing(theme.GRID // 2)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._kind)
        rows.addLayout(head)
        rows.addSpacing(theme.GRID)
        for field in self.fields.values():
            rows.addWidget(field)
        rows.addStretch()
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

    def show_event(self, event: Event | None, number: int = 0, period: Period | None = None) -> None:
        """Show an event; ``number`` is its place in the report of ``period`` (0: none).

        Fields with a text that is not saved yet keep it.
        """
        same = event is not None and self._event is not None and event.id == self._event.id
        if not same:
            self.save()
            self.cell_left.emit()
        self._event, self._period = event, period
        self._stack.setCurrentWidget(self._nothing if event is None else self._area)
        if event is None:
            return
        for field in self.fields.values():
            self._fill(field, event, keep=same)
        self._head(event, number)
        if not same:
            self._area.verticalScrollBar().setValue(0)

    def begin_reading(self, _loaded: object = None) -> None:
        """From now on say what is understood: the readers of cells are here."""
        self._reading = True
        for field in self.fields.values():
            self._comment(field)

    def invite(self, rows: bool) -> None:
        """Without an event shown: say how to choose one where there are ``rows``."""
        self._nothing.setText(_INVITATION if rows else "")

    def focus_first(self) -> None:
        """Put the cursor into the event's name."""
        self.focus_column(Column.TITLE)

    def focus_column(self, column: Column) -> None:
        """Put the cursor into a cell's field."""
        field = self.fields[column]
        self._area.ensureWidgetVisible(field)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Send every text that was typed and not yet sent; refused ones wait for the user's word."""
        self._pause.stop()
        event = self._event
        if event is None:
            return
        for column, field in self.fields.items():
            if field.dirty and not field.contested:
                field.dirty = False
                self._saver.save(event, column, field.edit.text())

    def holds(self, widget: QWidget | None) -> bool:
        """Whether the keyboard is in one of the fields."""
        return isinstance(widget, CellEdit) and self.isAncestorOf(widget)

    def _head(self, event: Event, number: int) -> None:
        self._title.setText(f"Захід № {number}" if number else "Захід")
        trashed = event.state is EventState.TRASHED
        self._kind.setText("у кошику" if trashed else "постійний" if event.is_standing else "")

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
        if not unsaved and (not keep or field.contested or field.edit.text() != event.cells[column]):
            field.load(event.cells[column])
        self._comment(field)

    def _comment(self, field: CellField) -> None:
        event, column = self._event, field.column
        if event is None or field.contested:
            return
        if column in UNDERSTOOD and self._reading:
            field.say(understood(column, field.edit.text(), event, self._period))
        else:
            field.say(Phrase())

    def _typed(self, column: Column) -> None:
        field = self.fields[column]
        if not field.contested:
            if not self._pause.isActive():
                self._pause.start()
            self._comment(field)
        elif self._event is not None:
            self._saver.redraft(self._event.id, column, field.edit.text())

    def _left(self, _column: Column) -> None:
        self.save()
        self.cell_left.emit()

    def _settled(self, event_id: int, column: Column) -> None:
        if self._event is not None and self._event.id == event_id:
            self._comment(self.fields[column])

    def _refused(self, event_id: int, column: Column, reason: str) -> None:
        draft = self._saver.draft(event_id, column)
        if self._event is None or self._event.id != event_id or draft is None:
            return
        field = self.fields[column]
        if field.dirty:
            self._saver.redraft(event_id, column, field.edit.text())
        field.contest(draft[0], reason)

    def _insist(self, column: Column) -> None:
        field, event = self.fields[column], self._event
        if event is not None:
            text = field.edit.text()
            field.load(text)
            self._saver.save(event, column, text)

    def _yield(self, column: Column) -> None:
        event = self._event
        if event is not None:
            self._saver.drop(event.id, column)
            self.fields[column].load(event.cells[column])
            self._comment(self.fields[column])

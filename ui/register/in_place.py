"""A cell edited in place: the field that lies over it, and how the table hands it out."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from courtcomms.model import Column, Event
from ui.columns import COLUMNS, full
from ui.editor.cell_edit import CellEdit
from ui.register.habits import ARROWS, ENTERS, way_out
from ui.register.model import EventTable

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint

#: What is typed is saved at the latest so long after its key, in milliseconds; also while typing goes on.
PAUSE = 700
#: Narrower than so many digits a field would break most words.
_LEAST_DIGITS = 34
_MARGIN = 6
_NEW_LINE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class InPlaceEdit(CellEdit):
    """The field over a cell: it grows with its text over the neighbours, as far as the table is in sight.

    ``entering``: a letter began it, so an arrow leaves it, as in a spreadsheet; F2 changes that. ``typed``
    asks to save a text, ``gone`` tells that the user goes on in a direction, ``given_up`` (with whether
    anything was sent) that she wants the text that was there.
    """

    typed = Signal(object, object, str)
    gone = Signal(object)
    given_up = Signal(bool)

    def __init__(self, event: Event, column: Column, parent: QWidget) -> None:
        super().__init__(parent, most_lines=1000)
        self._event = event
        self._column = column
        self._cell = QRect()
        self._touched = self._tried = False
        self._sent = self._first = event.cells[column]
        self.entering = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        self.setFrameShape(CellEdit.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)
        self.setAccessibleName(full(column))
        self.edited.connect(self._touch)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def cell(self) -> tuple[Event, Column]:
        """The event as it was when the typing began, and the column."""
        return self._event, self._column

    def show_text(self, event: Event) -> None:
        """Show the cell as it is stored now, unless the user has begun to change it."""
        if not self._touched:
            self._event = event
            self._sent = self._first = event.cells[self._column]
            self.load(self._first)
            self._select()

    def _select(self) -> None:
        if self.entering:
            self.selectAll()
        else:
            self.moveCursor(self.textCursor().MoveOperation.End)

    def place(self, cell: QRect) -> None:
        """Lie over a cell of the table."""
        self._cell = QRect(cell)
        self._fit()

    def keep(self) -> None:
        """Send what was typed and not yet sent; it is saved upon the event as the user saw it."""
        self._pause.stop()
        text = self.text()
        if self._touched and text != self._sent:
            self._sent, self._tried = text, True
            self.typed.emit(self._event, self._column, text)

    def refuse(self) -> None:
        """The register would not take the text: say so once, and try again when the cell is left."""
        self._pause.stop()
        self._pause.setInterval(24 * 3_600_000)
        self._sent = self._first

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, way = event.key(), way_out(event.key(), event.modifiers())
        if way is None and self.entering and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            way = ARROWS.get(Qt.Key(key))
        if way is not None:
            self.gone.emit(way)
        elif key in ENTERS and event.modifiers() & _NEW_LINE:
            self.insertPlainText("\n")
        elif key == Qt.Key.Key_Escape:
            self._give_up()
        elif key == Qt.Key.Key_F2:
            self.entering = not self.entering
        else:
            super().keyPressEvent(event)
            # Nothing that the field does not want is for the table beneath it.
            event.accept()

    def event(self, event: QEvent) -> bool:
        """A key that may be a shortcut of the program finds the text saved."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape or event.key() in ENTERS:
                event.accept()
                return True
            done = super().event(event)
            if not event.isAccepted() and event.modifiers() & _NEW_LINE:
                self.keep()
            return done
        return super().event(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab leads through the table, not through the window."""
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keep()
        super().focusOutEvent(event)

    def _give_up(self) -> None:
        self._pause.stop()
        # From here on there is nothing to keep.
        self._touched = False
        self.given_up.emit(self._tried)

    def _touch(self) -> None:
        self._touched = True
        if not self._pause.isActive():
            self._pause.start()

    def _grow(self) -> None:
        """The height is the table's matter, not a layout's."""

    def _fit(self) -> None:
        """Take the room that the text wants, and stay in sight; what its own bar does to the text is none of
        its business again."""
        parent = self.parentWidget()
        if parent is None or self._cell.isNull() or self._growing:
            return
        self._growing = True
        self._lie(parent.rect())
        self._growing = False

    def _lie(self, room: QRect) -> None:
        least = self.fontMetrics().horizontalAdvance("0") * _LEAST_DIGITS
        width = min(max(self._cell.width(), least), room.width())
        left = max(min(self._cell.left(), room.right() + 1 - width), room.left())
        if width != self.width():
            self.resize(width, self.height())
        wanted = max(self._wanted_height(), self._cell.height())
        height = min(wanted, room.height())
        top = max(min(self._cell.top(), room.bottom() + 1 - height), room.top())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if wanted > height else policy.ScrollBarAlwaysOff
        )
        place = QRect(left, top, width, height)
        if place != self.geometry():
            self.setGeometry(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Framed as the current cell is, so that it is seen where the letters go."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
        painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()


class InPlaceDelegate(QStyledItemDelegate):
    """Hands out the field for a cell.

    In the field Enter and Tab keep the text and go on (``left`` tells in which direction, ``None``: stay),
    Alt+Enter and Ctrl+Enter break the line, Esc brings back the text that was there (``given_up``).
    """

    left = Signal(object)
    given_up = Signal(object, object)
    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.replacing = False
        self._editor: InPlaceEdit | None = None

    @property
    def editor(self) -> InPlaceEdit | None:
        """The field that is open now."""
        return self._editor

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget | None:
        table = index.model()
        event = table.event_at(index.row()) if isinstance(table, EventTable) else None
        if not isinstance(table, EventTable) or event is None:
            return None
        editor = InPlaceEdit(event, COLUMNS[index.column()], parent)
        editor.entering = self.replacing
        editor.setFont(option.font)
        editor.typed.connect(table.typed)
        editor.gone.connect(self._go_on)
        editor.given_up.connect(self._give_up)
        self._editor = editor
        self.opened.emit()
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        table = index.model()
        event = table.event_at(index.row()) if isinstance(table, EventTable) else None
        if isinstance(editor, InPlaceEdit) and event is not None and event.id == editor.cell[0].id:
            editor.show_text(event)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, InPlaceEdit):
            editor.keep()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        if isinstance(editor, InPlaceEdit):
            editor.place(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys are the field's own matter. Another program's window coming up does not close the field: the
        user copies a link there and comes back."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if isinstance(event, QFocusEvent) and event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            return False
        return super().eventFilter(watched, event)

    def finish(self) -> None:
        """Keep what was typed and close the field."""
        self._close()

    def _close(self) -> None:
        editor = self._editor
        if editor is not None:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, Hint.NoHint)

    def _go_on(self, way: object) -> None:
        self._close()
        self.left.emit(way)

    def _give_up(self, sent: bool) -> None:
        editor = self._editor
        if editor is None:
            return
        event, column = editor.cell
        self.closeEditor.emit(editor, Hint.RevertModelCache)
        if sent:
            self.given_up.emit(event, column)

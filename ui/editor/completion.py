"""Completion of a cell from what was typed before: a list beneath the cursor that never writes by itself."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QStringListModel, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from courtcomms.model import Column
from ui import theme, wording
from ui.columns import short
from ui.editor.cell_edit import CellEdit
from ui.editor.suggesting import Suggestion, Suggestions, suggest
from ui.register.service import RegisterService

#: The register is asked so long after the last letter, in milliseconds.
PAUSE = 150
#: At most so many letters at once are typing; more is a paste.
_TYPED = 2
_LEAST_WIDTH = 260
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Completion(QObject):
    """Offers, while letters are typed into a field, what was typed before in its column.

    ↓ and ↑ choose, Enter and Tab take what is chosen, Esc closes; without a choice Enter and Tab are the
    field's. What is taken is one edit of the field's own undo. The events of ``court_id`` are looked through.
    """

    def __init__(self, edit: CellEdit, service: RegisterService, column: Column, court_id: int = 0) -> None:
        super().__init__(edit)
        self.court_id = court_id
        self._edit = edit
        self._service = service
        self._column = column
        self._offered: tuple[Suggestion, ...] = ()
        self._grown = 0
        self._popup: SuggestionList | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        edit.help_with(self)
        edit.document().contentsChange.connect(self._note_change)
        edit.edited.connect(self._typed)
        edit.left.connect(self.close)

    @property
    def open(self) -> bool:
        """Whether something is offered now."""
        return self._popup is not None and self._popup.isVisible()

    @property
    def offered(self) -> tuple[str, ...]:
        """What is offered now, from the top."""
        return tuple(one.text for one in self._offered) if self.open else ()

    def close(self) -> None:
        """Offer nothing any more."""
        self._pause.stop()
        if self._popup is not None and not self._popup.isHidden():
            self._popup.hide()
            for widget in _around(self._edit):
                widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list follows its field where that is moved or scrolled, and goes with it out of sight."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.open and self._popup is not None:
            if self._edit.visibleRegion().isEmpty():
                self.close()
            else:
                self._popup.place(self._edit)
        return super().eventFilter(watched, event)

    def wants(self, event: QKeyEvent) -> bool:
        """The keys of the list, while it is there."""
        if not self.open or self._popup is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        chosen = self._popup.currentIndex().isValid()
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            return True
        return chosen and (key in _TAKING or key == Qt.Key.Key_Up)

    def take(self, event: QKeyEvent) -> None:
        """Choose, take or close."""
        if self._popup is None:
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in _TAKING:
            self._insert(self._popup.currentIndex())
        else:
            self._popup.step(1 if event.key() == Qt.Key.Key_Down else -1)

    def _note_change(self, _at: int, removed: int, added: int) -> None:
        self._grown = added if removed <= added else 0

    def _typed(self) -> None:
        """A letter asks anew; anything else, a paste or a deletion, closes the list."""
        if self.court_id and 0 < self._grown <= _TYPED and not self._edit.textCursor().hasSelection():
            self._pause.start()
        else:
            self.close()

    def _ask(self) -> None:
        text, cursor = self._edit.text(), self._edit.cursor_index
        self._service.ask(
            suggest, self.court_id, self._column, text, cursor, done=self._show, key="suggestions"
        )

    def _show(self, found: Suggestions) -> None:
        """Only an answer to what stands there now is shown."""
        as_asked = (found.typed, found.cursor) == (self._edit.text(), self._edit.cursor_index)
        if not as_asked or not found.items or not self._edit.hasFocus():
            self.close()
            return
        self._offered = found.items
        if self._popup is None:
            self._popup = SuggestionList(self._edit.window(), f"Пропозиції: {short(self._column)}")
            self._popup.clicked.connect(self._insert)
            self.destroyed.connect(self._popup.deleteLater)
        if not self.open:
            for widget in _around(self._edit):
                widget.installEventFilter(self)
        self._popup.offer([one.text for one in found.items], self._edit)

    def _insert(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        one = self._offered[index.row()]
        self.close()
        self._edit.put(one.text, one.start, one.end)
        self.close()


def _around(edit: CellEdit) -> Iterator[QWidget]:
    """The field and all that holds it inside its window."""
    widget: QWidget | None = edit
    while widget is not None and not widget.isWindow():
        yield widget
        widget = widget.parentWidget()


class SuggestionList(QListView):
    """The list itself: it lies over the window without ever taking the keyboard from the field."""

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self.hide()
        self.setModel(QStringListModel(self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.Box)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSpacing(theme.GRID // 4)

    def offer(self, texts: list[str], field: CellEdit) -> None:
        """Show texts by the cursor of a field; none is chosen yet."""
        model = self.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(texts)
        self.setCurrentIndex(QModelIndex())
        self.place(field)
        self.raise_()
        offers = wording.counted(len(texts), "пропозиція", "пропозиції", "пропозицій")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(field, offers))

    def step(self, by: int) -> None:
        """Choose the next one, or the one before; above the first none is chosen."""
        row = self.currentIndex().row() + by
        if row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0) if row >= 0 else QModelIndex())

    def place(self, field: CellEdit) -> None:
        """Lie beneath the cursor of a field, above it where there is no room."""
        window = field.window()
        cursor = field.cursorRect()
        below = field.viewport().mapTo(window, cursor.bottomLeft())
        above = field.viewport().mapTo(window, cursor.topLeft())
        left = field.mapTo(window, field.rect().topLeft()).x()
        width = min(max(field.width(), _LEAST_WIDTH), window.width())
        self.resize(width, window.height() // 3)
        self.show()
        self.executeDelayedItemsLayout()
        height = min(self.contentsSize().height() + 2 * self.frameWidth(), window.height() // 3)
        fits = below.y() + height < window.height()
        top = below.y() + 2 if fits else above.y() - height - 2
        self.setGeometry(QRect(min(left, window.width() - width), top, width, height))

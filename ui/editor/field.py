"""One labelled cell of the editor with its note beneath."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.columns import LINKED, Part, full
from ui.editor.cell_edit import CellEdit
from ui.editor.phrases import Phrase

#: The frame around the field that has the keyboard, in pixels; there is room for it on both sides.
FRAME = 2


class CellField(QWidget):
    """Label, text, and beneath it what was understood, or why the text is not saved.

    ``edited``, ``entered`` and ``left`` pass on the field's own with its column; ``insisted`` asks to write
    a refused text anyway, ``yielded`` to show the stored one instead; ``menu_wanted`` hands out the column
    and the menu that is about to open.
    """

    edited = Signal(object)
    entered = Signal(object)
    left = Signal(object)
    insisted = Signal(object)
    yielded = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, column: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.dirty = False
        self.edit = CellEdit(self, links=column in LINKED)
        self._label = QLabel(full(column), self)
        self._note = QLabel(self)
        self._choice: QWidget | None = None
        self._build()
        self.edit.edited.connect(self._touched)
        self.edit.left.connect(self._leave)
        self.edit.entered.connect(self._enter)
        self.edit.menu_wanted.connect(self._fill_menu)

    def _build(self) -> None:
        self._label.setBuddy(self.edit)
        self._label.setWordWrap(True)
        self._note.setWordWrap(True)
        theme.quiet(self._note)
        self.edit.setAccessibleName(full(self.column))
        self._head = QHBoxLayout()
        self._head.setSpacing(0)
        self._head.addWidget(self._label, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(FRAME, 0, FRAME, theme.GRID)
        layout.setSpacing(theme.GRID // 2)
        layout.addLayout(self._head)
        layout.addWidget(self.edit)
        layout.addWidget(self._note)
        self.say(Phrase())

    def put_beside_label(self, widget: QWidget) -> None:
        """Let something stand at the end of the label's line."""
        self._head.addWidget(widget)

    def put_beneath(self, widget: QWidget) -> None:
        """Let something stand beneath the note."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def put_under_note(self, widget: QWidget) -> None:
        """Let something stand between the note and whatever else is beneath it."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self._note) + 1, widget)

    @property
    def note(self) -> str:
        """What is said beneath the text."""
        return self._note.text()

    @property
    def contested(self) -> bool:
        """Whether the text was refused and waits for the user's word."""
        return self._choice is not None and not self._choice.isHidden()

    def load(self, text: str) -> None:
        """Show a stored text."""
        self.edit.load(text)
        self.dirty = False
        if self._choice is not None:
            self._choice.hide()

    def say(self, phrase: Phrase) -> None:
        """Say what was understood; a doubt begins with a sign of its own, not only a colour."""
        self._note.setText(f"⚠ {phrase.text}" if phrase.doubt and phrase.text else phrase.text)
        self._note.setForegroundRole(theme.DOUBT if phrase.doubt else theme.QUIET)
        self._note.setVisible(bool(phrase.text))
        self.edit.setAccessibleDescription(phrase.text)

    def contest(self, text: str, reason: str) -> None:
        """Keep a refused text in the field and say why, with the two ways out."""
        if self.edit.text() != text and not self.dirty:
            self.edit.load(text)
        self.dirty = True
        self.say(Phrase(reason, doubt=True))
        if self._choice is None:
            self._choice = self._make_choice()
        self._choice.show()

    def freeze(self, frozen: bool) -> None:
        """Allow looking and copying only; the ground then is the panel's, not a page to write on."""
        self.edit.setReadOnly(frozen)
        role = QPalette.ColorRole.Window if frozen else QPalette.ColorRole.Base
        self.edit.viewport().setBackgroundRole(role)

    def _make_choice(self) -> QWidget:
        choice = QWidget(self)
        column = QVBoxLayout(choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        self._insist = QPushButton("Записати мій текст", choice)
        self._yield = QPushButton("Показати збережений", choice)
        self._insist.clicked.connect(self._press_insist)
        self._yield.clicked.connect(self._press_yield)
        for button in (self._insist, self._yield):
            button.setAccessibleDescription(full(self.column))
            column.addWidget(button)
        self.put_beneath(choice)
        return choice

    def _touched(self) -> None:
        self.dirty = True
        self.edited.emit(self.column)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the field that has the keyboard, so that it is seen at a glance."""
        super().paintEvent(event)
        if self.edit.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), FRAME))
            painter.drawRect(self.edit.geometry().adjusted(-1, -1, 1, 1))
            painter.end()

    def _enter(self) -> None:
        self.update()
        self.entered.emit(self.column)

    def _leave(self) -> None:
        self.update()
        self.left.emit(self.column)

    def _fill_menu(self, menu: QMenu) -> None:
        self.menu_wanted.emit(self.column, menu)

    def _press_insist(self) -> None:
        self.insisted.emit(self.column)

    def _press_yield(self) -> None:
        self.yielded.emit(self.column)

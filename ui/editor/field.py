"""One labelled cell of the editor with its note beneath."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from courtcomms.model import Column
from ui import theme
from ui.columns import full
from ui.editor.cell_edit import CellEdit
from ui.editor.phrases import Phrase


class CellField(QWidget):
    """Label, text, and beneath it what was understood, or why the text is not saved.

    ``edited`` and ``left`` pass on the field's own; ``insisted`` asks to write a refused text anyway,
    ``yielded`` to show the stored one instead.
    """

    edited = Signal(object)
    left = Signal(object)
    insisted = Signal(object)
    yielded = Signal(object)

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.dirty = False
        self.edit = CellEdit(self)
        self._label = QLabel(full(column), self)
        self._note = QLabel(self)
        self._choice = QWidget(self)
        self._build()
        self.edit.edited.connect(self._touched)
        self.edit.left.connect(self._leave)
        self.edit.entered.connect(self.update)

    def _build(self) -> None:
        self._label.setBuddy(self.edit)
        self._label.setWordWrap(True)
        self._note.setWordWrap(True)
        theme.quiet(self._note)
        self.edit.setAccessibleName(full(self.column))
        self._insist = self._button("Записати мій текст")
        self._yield = self._button("Показати збережений")
        self._insist.clicked.connect(self._press_insist)
        self._yield.clicked.connect(self._press_yield)
        column = QVBoxLayout(self._choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        column.addWidget(self._insist)
        column.addWidget(self._yield)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.GRID)
        layout.setSpacing(theme.GRID // 2)
        for widget in (self._label, self.edit, self._note, self._choice):
            layout.addWidget(widget)
        self.say(Phrase())
        self._choice.hide()

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self._choice)
        button.setAccessibleDescription(full(self.column))
        return button

    @property
    def note(self) -> str:
        """What is said beneath the text."""
        return self._note.text()

    @property
    def contested(self) -> bool:
        """Whether the text was refused and waits for the user's word."""
        return not self._choice.isHidden()

    def load(self, text: str) -> None:
        """Show a stored text."""
        self.edit.load(text)
        self.dirty = False
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
        self._choice.show()

    def freeze(self, frozen: bool) -> None:
        """Allow looking and copying only."""
        self.edit.setReadOnly(frozen)

    def _touched(self) -> None:
        self.dirty = True
        self.edited.emit(self.column)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the field that has the keyboard, so that it is seen at a glance."""
        super().paintEvent(event)
        if self.edit.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
            painter.drawRect(self.edit.geometry())
            painter.end()

    def _leave(self) -> None:
        self.update()
        self.left.emit(self.column)

    def _press_insist(self) -> None:
        self.insisted.emit(self.column)

    def _press_yield(self) -> None:
        self.yielded.emit(self.column)

"""A text before or after a change, with what differs marked by more than colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.editor.cell_edit import CellEdit

_LINES = 14


class Side(QWidget):
    """One text with its name. What is gone is struck out, what has come is underlined, both half-bold.

    ``wanted`` tells the text that the cell is to get back.
    """

    wanted = Signal(str)

    def __init__(self, name: str, *, gone: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gone = gone
        self._shown = ""
        self._places: tuple[tuple[int, int], ...] = ()
        self._edit = CellEdit(self, most_lines=_LINES)
        self._copy = QPushButton("&Копіювати" if gone else "Ко&піювати", self)
        self._restore = QPushButton("Повернути цей текст", self)
        self._edit.setReadOnly(True)
        self._edit.setAccessibleName(name)
        self._edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        title = QLabel(name, self)
        theme.strong(title)
        for button in (self._copy, self._restore):
            button.setAutoDefault(False)
            button.setAccessibleDescription(name)
        self._copy.clicked.connect(self._copy_all)
        self._restore.clicked.connect(self._want)
        buttons = QHBoxLayout()
        buttons.addWidget(self._restore)
        buttons.addWidget(self._copy)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(title)
        layout.addWidget(self._edit, 1)
        layout.addLayout(buttons)

    @property
    def text(self) -> str:
        """The text shown."""
        return self._shown

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that are marked, from the top."""
        return tuple(self._shown[start:end] for start, end in self._places)

    @property
    def restoring(self) -> QPushButton:
        """The button that brings the text back."""
        return self._restore

    def show_text(self, text: str, places: Sequence[tuple[int, int]], *, restorable: bool) -> None:
        """Show a text with the places that differ marked."""
        self._shown, self._places = text, tuple(places)
        # Qt gives a new text the looks of the sign at the cursor.
        self._edit.setCurrentCharFormat(QTextCharFormat())
        self._edit.load(text)
        for start, end in places:
            self._mark(self._edit.position_of(start), self._edit.position_of(end))
        self._edit.setPlaceholderText("" if text else "порожньо")
        self._restore.setEnabled(restorable)
        self._copy.setEnabled(bool(text))

    def _mark(self, start: int, end: int) -> None:
        mark = theme.changed(gone=self._gone)
        mark.setBackground(self.palette().brush(QPalette.ColorRole.Highlight))
        mark.setForeground(self.palette().brush(QPalette.ColorRole.HighlightedText))
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(mark)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._shown)

    def _want(self) -> None:
        self.wanted.emit(self._shown)

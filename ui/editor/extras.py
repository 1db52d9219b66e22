"""The fields beside the form's nine: note and tags, folded away until they are wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from courtcomms.model import Event
from ui import theme
from ui.editor.field import CellField

_NAME = "Примітка і мітки"
_PREVIEW = 80


class Extras(QWidget):
    """A line that folds the fields away and back; folded, it says beneath how the note or the tags begin.

    ``opened`` tells that the fields were wanted.
    """

    opened = Signal()

    def __init__(self, fields: list[CellField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = QLabel(self)
        self._toggle = QToolButton(self)
        self._body = QWidget(self)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        for field in fields:
            body.addWidget(field)
        self._said.setWordWrap(True)
        theme.quiet(self._said)
        self._toggle.setText(_NAME)
        self._toggle.setCheckable(True)
        self._toggle.setAutoRaise(True)
        self._toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toggle.toggled.connect(self._fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.GRID)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._said)
        layout.addWidget(self._body)
        self._fold(False)

    @property
    def toggle(self) -> QToolButton:
        """The line that folds and unfolds."""
        return self._toggle

    def unfold(self) -> None:
        """Show the fields."""
        self._toggle.setChecked(True)

    def describe(self, event: Event) -> None:
        """Say on the folded line what there is."""
        said = event.note or ", ".join(event.tags)
        line = " ".join(said.split())
        self._said.setText(f"{line[:_PREVIEW].rstrip()}…" if len(line) > _PREVIEW else line)
        self._look()

    @property
    def said(self) -> str:
        """What is said beneath the folded line."""
        return "" if self._said.isHidden() else self._said.text()

    def _look(self) -> None:
        folded = not self._toggle.isChecked()
        self._said.setVisible(folded and bool(self._said.text()))
        self._toggle.setAccessibleName(f"{_NAME}, {'згорнуто' if folded else 'розгорнуто'}")

    def _fold(self, shown: bool) -> None:
        self._toggle.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._body.setVisible(shown)
        self._look()
        if shown:
            self.opened.emit()

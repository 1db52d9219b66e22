"""The field for one cell's text: several lines, nothing of the text changed by looking at it.

Qt's ``toPlainText`` turns a no-break space into a blank; ``toRawText`` does not. Copying and cutting
would lose it too, so the clipboard gets the raw text as well.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

_PARAGRAPH = "\u2029"


class CellEdit(QPlainTextEdit):
    """A growing plain-text field. ``edited`` comes for the user's own changes only, ``entered`` and ``left``
    as the keyboard comes and goes."""

    edited = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, most_lines: int = 9) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._loading = False
        self._loaded = ""
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.textChanged.connect(self._announce)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def load(self, text: str) -> None:
        """Show a text; its own undo begins anew."""
        self._loading = True
        self.setPlainText(text)
        self._loading = False
        self._loaded = text

    def text(self) -> str:
        """The text as it stands; untouched, it is the loaded one to the last sign."""
        if not self.document().isModified():
            return self._loaded
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width() // 2, self._wanted_height())

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(_PARAGRAPH, "\n"))
        return data

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the program once the field's own steps are used up; keep Ctrl+Del,
        which deletes a word here and an event in the table."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
            if event.matches(QKeySequence.StandardKey.DeleteEndOfWord):
                event.accept()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _announce(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _grow(self) -> None:
        policy = Qt.ScrollBarPolicy
        fits = self.document().size().height() <= self._most_lines
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)
        self.updateGeometry()

    def _wanted_height(self) -> int:
        """Room for the lines there are; documentSize counts lines here, not pixels."""
        lines = min(max(int(self.document().size().height()), 1), self._most_lines)
        margins = 2 * (self.document().documentMargin() + self.frameWidth())
        return round(lines * QFontMetricsF(self.font()).lineSpacing() + margins) + 4

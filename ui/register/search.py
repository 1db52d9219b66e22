"""The search field of the toolbar with the number of hits."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from ui import theme
from ui.icons import icon

#: A search begins with the key itself, in milliseconds; while one is under way, later keys wait and only the
#: last of them is answered.
PAUSE = 0
#: Who types on sooner than this has not begun to read what was found.
REST = 120


class SearchField(QWidget):
    """``searched`` tells what to look for with each key; Enter or ↓ goes to the hits.

    ``rested`` comes once the keys pause: what costs time and belongs to one hit waits for it.
    """

    searched = Signal(str)
    rested = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = QLabel(self)
        self._line = _SearchLine(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        theme.quiet(self._count)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._line.setPlaceholderText("Пошук в усіх колонках")
        self._line.setAccessibleName("Пошук в усіх колонках")
        self._line.setClearButtonEnabled(True)
        self._line.setMinimumWidth(150)
        self._line.setMaximumWidth(280)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        layout.addStretch()
        layout.addWidget(self._count)
        layout.addWidget(self._line, 1)
        self._line.textEdited.connect(self._rest.start)
        self._line.textChanged.connect(self._pause.start)
        self._rest.timeout.connect(self.rested)
        self._pause.timeout.connect(self._announce)
        self._line.gone.connect(self._finish)

    @property
    def text(self) -> str:
        """What is looked for, without blanks around it."""
        return self._line.text().strip()

    @property
    def typing(self) -> bool:
        """Whether the last key was a moment ago."""
        return self._rest.isActive()

    @property
    def count_text(self) -> str:
        """The number of hits as shown."""
        return self._count.text()

    def tell(self, hits: int | None, total: int) -> None:
        """Show «12 з 348» while something is looked for; before the number of hits is known «… з 348»."""
        self._count.setText(f"{'…' if hits is None else hits} з {total}" if self.text else "")

    def begin(self) -> None:
        """Put the cursor here, ready to type over the last search."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def clear(self) -> None:
        """Look for nothing."""
        self._line.clear()

    def _announce(self) -> None:
        self.searched.emit(self.text)

    def _finish(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._announce()
        if self.typing:
            self._rest.stop()
            self.rested.emit()
        self.finished.emit()


class _SearchLine(QLineEdit):
    """Esc clears; Enter and ↓ go on to the table."""

    gone = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.gone.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.gone.emit()
        else:
            super().keyPressEvent(event)

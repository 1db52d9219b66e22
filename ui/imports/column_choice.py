"""Over each column of a document a choice of what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from courtcomms.model import Column
from ui.columns import full
from ui.imports.words import KEYS, SKIPPED


class KeyChoice(QComboBox):
    """One of the form's nine columns, of two parts of media, or none. The wheel only scrolls past it;
    ``reached`` tells that it has the focus."""

    reached = Signal()

    def __init__(self, key: str | None, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem(SKIPPED, None)
        for known, words in KEYS.items():
            self.addItem(words, known)
            if known in tuple(Column):
                self.setItemData(self.count() - 1, full(Column(known)), Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(max(self.findData(key), 0) if key is not None else 0)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.view().setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)

    @property
    def key(self) -> str | None:
        """The chosen key, ``None`` for a column that is not taken."""
        key = self.currentData()
        return str(key) if key is not None else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

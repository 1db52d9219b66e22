"""The panel at the foot of the window: the findings of the report that is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class FindingsPanel(QWidget):
    """The list of findings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Зауваження")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

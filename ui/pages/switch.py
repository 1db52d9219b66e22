"""The two tabs over the middle of the window: the table, and the sheets as they will be printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.marked_tabs import MarkedTabs

TABLE, SHEETS = range(2)
_TITLES = ("Таблиця", "Аркуші")


class ViewSwitch(MarkedTabs):
    """Stands in the head of each of the two and always shows which one that is; ``asked``: for the other."""

    asked = Signal()

    def __init__(self, own: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._own = own
        self.setAccessibleName("Вигляд звіту")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for title in _TITLES:
            self.addTab(title)
        self.setTabToolTip(SHEETS, "Звіт таким, яким його буде надруковано (Ctrl+6)")
        self.setCurrentIndex(own)
        self.currentChanged.connect(self._turn)

    def _turn(self, number: int) -> None:
        if number != self._own:
            self.setCurrentIndex(self._own)
            self.asked.emit()

"""Which rows are shown by their mark, and one decision for all of these."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from ui import theme
from ui.imports.words import Shown

_EVERY = "Усі"


class MarkFilter(QWidget):
    """``chosen`` tells the mark whose rows are wanted, ``None`` for all."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Shown | None, QToolButton] = {}
        self.every = QPushButton("Для &всіх показаних", self)
        self.every.setToolTip("Одне рішення для всіх показаних рядків")
        self.every.setAutoDefault(False)
        self.menu = QMenu(self.every)
        self.every.setMenu(self.menu)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        for mark in (None, *Shown):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button)
            self.buttons[mark] = button
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.every)
        self.buttons[None].setChecked(True)
        self._group.buttonClicked.connect(self._choose)
        self.tell(Counter(), 0)

    @property
    def mark(self) -> Shown | None:
        """The mark whose rows are shown."""
        return next(mark for mark, button in self.buttons.items() if button.isChecked())

    def tell(self, counts: Counter[Shown], total: int) -> None:
        """Say how many rows there are of each mark."""
        for mark, button in self.buttons.items():
            count = total if mark is None else counts[mark]
            name = _EVERY if mark is None else f"{mark.sign} {mark.word}"
            button.setText(f"{name} ({count})")
            button.setAccessibleName(f"Показати: {_EVERY.lower() if mark is None else mark.word}, {count}")
            button.setEnabled(bool(count) or button.isChecked())

    def show_all(self) -> None:
        """Choose all marks."""
        self.buttons[None].setChecked(True)

    def _choose(self) -> None:
        self.chosen.emit(self.mark)

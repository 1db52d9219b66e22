"""The filters over the list of links: a button a group, with how many stand in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from courtcomms.model import LinkGroup
from ui import theme
from ui.links import words
from ui.register.filters_flow_layout import FlowLayout


class GroupFilters(QWidget):
    """``chosen`` carries the group that is wanted, ``None`` for all."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = FlowLayout(self, theme.GRID // 2)
        row.setContentsMargins(0, 0, 0, 0)
        self._buttons: dict[LinkGroup | None, QToolButton] = {}
        for group in (None, *words.ONE):
            button = self._buttons[group] = QToolButton(self)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setFont(theme.small_font())
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(self._tell)
        self._buttons[None].setChecked(True)
        self.count({})

    @property
    def wanted(self) -> LinkGroup | None:
        """The group that is listed."""
        return next(group for group, button in self._buttons.items() if button.isChecked())

    def button(self, group: LinkGroup | None) -> QToolButton:
        """The button of a group, or of all."""
        return self._buttons[group]

    def count(self, numbers: Mapping[LinkGroup, int]) -> None:
        """Say how many links each group has; an empty one cannot be chosen."""
        for group, button in self._buttons.items():
            number = sum(numbers.values()) if group is None else numbers.get(group, 0)
            name = "Усі" if group is None else words.MANY[group]
            button.setText(f"{name} {number}")
            button.setAccessibleName(f"Показати: {name.lower()}, {number}")
            button.setEnabled(group is None or number > 0 or button.isChecked())

    def choose(self, group: LinkGroup | None) -> None:
        """Turn to a group."""
        self._buttons[group].setEnabled(True)
        self._buttons[group].click()

    def _tell(self) -> None:
        self.chosen.emit(self.wanted)

"""The button that opens the menu of what can be done about the chosen link."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStyleOptionToolButton, QToolButton, QWidget


class MenuButton(QToolButton):
    """What can be done about the chosen link, also for who has no right button to press."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setToolTip("Що можна зробити з вибраним посиланням; те саме — у меню рядка (Shift+F10)")
        self.setAccessibleName("Дії з вибраним посиланням")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setArrowType(Qt.ArrowType.DownArrow)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._list = QMenu(self)
        self._list.setAccessibleName("Дії з вибраним посиланням")
        self.setMenu(self._list)

    def offer(self, actions: list[QAction]) -> None:
        """Fill the menu."""
        self._list.addActions(actions)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """One arrow is enough: the style would draw a second one into the corner."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu

"""Tabs that leave no doubt which of them is shown."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from ui import theme

_LINE = 3


class MarkedTabs(QTabBar):
    """A line in the accent colour stands under the current tab: on dark ground the style draws all alike."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tab = self.tabRect(self.currentIndex()).adjusted(1, 0, -1, 0)
        if tab.isValid():
            tab.setTop(tab.bottom() + 1 - _LINE)
            painter = QPainter(self)
            painter.fillRect(tab, self.palette().color(theme.Role.Accent))
            painter.end()

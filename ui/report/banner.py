"""Over the table of a submitted report: that it can only be looked at, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui import theme
from ui.icons import icon

WORDS = "Поданий звіт: лише для перегляду."
_PICTURE = 20


class SubmittedBanner(QFrame):
    """One calm line with the actions given."""

    def __init__(self, actions: tuple[QAction, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon("report_submitted")
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self.setAccessibleName(WORDS)
        words = QLabel(WORDS, self)
        words.setWordWrap(True)
        layout = QHBoxLayout(self)
        left = 3 * theme.GRID + _PICTURE
        layout.setContentsMargins(left, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(words, 1)
        for action in actions:
            layout.addWidget(_button(action, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, and a thin line that parts it from the table."""
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - _PICTURE) // 2
        self._icon.paint(painter, QRect(2 * theme.GRID, top, _PICTURE, _PICTURE))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.end()


def _button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(16, 16))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button

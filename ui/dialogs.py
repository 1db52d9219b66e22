"""What every dialog of the program has in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme


class Dialog(QDialog):
    """Opened, never executed; dies once closed. ``body`` holds its content above the buttons."""

    def __init__(self, parent: QWidget | None, title: str, lead: str, action: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        lead_label = QLabel(lead, self)
        lead_label.setWordWrap(True)
        lead_label.setVisible(bool(lead))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.GRID)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        for button in buttons.buttons():
            button.setIcon(QIcon())
        self.cancel: QPushButton = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.action: QPushButton = buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.action.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[3 * theme.GRID] * 4)
        layout.setSpacing(2 * theme.GRID)
        layout.addWidget(lead_label)
        layout.addLayout(self.body)
        layout.addWidget(buttons)

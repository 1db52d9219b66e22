"""The page in place of the table when the register cannot be opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme


class TroublePage(QWidget):
    """Says what is wrong and offers the two steps there are."""

    retried = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("Реєстр не відкрито")
        theme.headline(title)
        self._reason = QLabel(self)
        self._reason.setWordWrap(True)
        self._reason.setAccessibleName("Чому реєстр не відкрито")
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        retry, folder = QPushButton("Спробувати ще раз"), QPushButton("Показати теку з даними")
        retry.clicked.connect(self._retry)
        folder.clicked.connect(self._folder)
        row = QHBoxLayout()
        row.addWidget(retry)
        row.addWidget(folder)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[6 * theme.GRID] * 4)
        layout.setSpacing(2 * theme.GRID)
        layout.addStretch(1)
        layout.addWidget(title)
        layout.addWidget(self._reason)
        layout.addLayout(row)
        layout.addStretch(3)

    @property
    def reason(self) -> str:
        """What is said."""
        return self._reason.text()

    def say(self, reason: str) -> None:
        """Say what is wrong."""
        self._reason.setText(reason)

    def _retry(self) -> None:
        self.retried.emit()

    def _folder(self) -> None:
        self.folder_wanted.emit()

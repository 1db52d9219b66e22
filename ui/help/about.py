"""«Про програму»: versions, and where the data lie."""

from __future__ import annotations

from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from courtcomms.versions import versions
from ui import theme
from ui.dialogs import Dialog
from ui.icons import app_icon
from ui.status import show_folder

_MARK = 56


def facts(folder: Path) -> list[tuple[str, str]]:
    """What to tell somebody who helps: names and values."""
    program, *rest = versions()
    return [program, ("Дані", str(folder)), ("Qt · PySide6", f"{qVersion()} · {PySide6.__version__}"), *rest]


class AboutDialog(Dialog):
    """Says what the program is; the facts can be copied for whoever helps."""

    TOPIC = "data"

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Про програму", "", "Гаразд")
        self._folder = folder
        self.facts = facts(folder)
        self.body.addLayout(self._head())
        self.body.addLayout(self._table())
        self.body.addLayout(self._buttons())
        self.cancel.hide()

    def _head(self) -> QHBoxLayout:
        mark = QLabel(self)
        mark.setPixmap(app_icon().pixmap(_MARK, _MARK))
        name = QLabel("Комунікації суду", self)
        theme.headline(name)
        purpose = QLabel("Реєстр комунікаційних заходів суду і звіт «Таблиця 1». Ліцензія MIT.", self)
        purpose.setWordWrap(True)
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(purpose)
        head = QHBoxLayout()
        head.setSpacing(2 * theme.GRID)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _table(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.GRID)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, value in self.facts:
            label = QLabel(value, self)
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setAccessibleName(f"{name}: {value}")
            form.addRow(f"{name}:", label)
        return form

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, press in (("Показати теку з даними", self._show), ("Скопіювати відомості", self._copy)):
            button = QPushButton(text, self)
            button.clicked.connect(press)
            row.addWidget(button)
        row.addStretch()
        return row

    def _show(self) -> None:
        show_folder(self._folder)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in self.facts))

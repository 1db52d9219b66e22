"""The list of shortcuts."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ui import theme
from ui.dialogs import explain_by
from ui.help.keys import sections

_WIDTH, _HEIGHT = 560, 620


class KeysDialog(QDialog):
    """Two columns, key and deed, by menus; dies once closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Сполучення клавіш")
        explain_by(self, "window")
        self.text = QTextBrowser(self)
        self.text.setAccessibleName("Сполучення клавіш")
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(2 * theme.GRID)
        self.text.setHtml("".join(_section(title, keys) for title, keys in sections()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        self.resize(_WIDTH, _HEIGHT)


def _section(title: str, keys: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<tr><td width="38%"><b>{escape(key)}</b></td><td>{escape(deed)}</td></tr>' for key, deed in keys
    )
    return f'<h3>{escape(title)}</h3><table width="100%" cellpadding="3">{rows}</table>'

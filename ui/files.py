"""The platform's own file dialogs, opened and never executed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

REPORTS = "Звіти Word і Excel (*.docx *.xlsx)"
ANYTHING = "Усі файли (*)"
WORD = "Документ Word (*.docx)"
EXCEL = "Книга Excel (*.xlsx)"
_SUFFIXES = {WORD: "docx", EXCEL: "xlsx"}


def open_dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """Ask for a document to read; the answer comes by ``fileSelected``."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([REPORTS, ANYTHING])
    _name_labels(dialog)
    return dialog


def _name_labels(dialog: QFileDialog) -> None:
    """Where the platform has no dialog of its own, Qt's translation leaves these two in English."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, "Тека:")
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, "Тип файлів:")


class SaveDialog(QFileDialog):
    """Ask where to write a report; the suffix follows the chosen kind of document."""

    def __init__(self, parent: QWidget, title: str, folder: str, name: str) -> None:
        super().__init__(parent, title, folder)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters([WORD, EXCEL])
        _name_labels(self)
        self.selectFile(name)
        self._follow(WORD)
        self.filterSelected.connect(self._follow)

    def _follow(self, kind: str) -> None:
        suffix = _SUFFIXES.get(kind, "docx")
        self.setDefaultSuffix(suffix)
        chosen = self.selectedFiles()
        if chosen and Path(chosen[0]).suffix.lower().lstrip(".") in _SUFFIXES.values():
            self.selectFile(Path(chosen[0]).with_suffix(f".{suffix}").name)


class WorkbookDialog(QFileDialog):
    """Ask where to write a table of Excel."""

    def __init__(self, parent: QWidget, title: str, folder: str, name: str) -> None:
        super().__init__(parent, title, folder)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters([EXCEL])
        self.setDefaultSuffix("xlsx")
        _name_labels(self)
        self.selectFile(name)

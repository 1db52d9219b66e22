"""The platform's own file dialogs, opened and never executed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

WORD = "Документ Word (*.docx)"
EXCEL = "Книга Excel (*.xlsx)"
PDF = "Документ PDF (*.pdf)"
WEB = "Вебсторінка (*.html)"
_SUFFIXES = {WORD: "docx", EXCEL: "xlsx", PDF: "pdf", WEB: "html"}


def documents_dialog(parent: QWidget, title: str, folder: str, kinds: list[str]) -> QFileDialog:
    """Ask for documents to read, by ``kinds`` as lines of its filter; the answer comes by
    ``filesSelected``."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(kinds)
    _name_labels(dialog)
    return dialog


def folder_dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """Ask for a folder; the answer comes by ``fileSelected``."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _name_labels(dialog)
    return dialog


def _name_labels(dialog: QFileDialog) -> None:
    """Where the platform has no dialog of its own, Qt's translation leaves these two in English."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, "Тека:")
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, "Тип файлів:")


class SaveDialog(QFileDialog):
    """Ask where to write a report; the suffix follows the chosen kind of document, at first ``name``'s."""

    def __init__(self, parent: QWidget, title: str, folder: str, name: str) -> None:
        super().__init__(parent, title, folder)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(_SUFFIXES))
        _name_labels(self)
        self.selectFile(name)
        kind = next((kind for kind, suffix in _SUFFIXES.items() if name.endswith(f".{suffix}")), WORD)
        self.selectNameFilter(kind)
        self._follow(kind)
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

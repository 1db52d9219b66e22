"""Copy, cut and paste as in a spreadsheet; a text field with the focus keeps its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from ui.clipboard.copy_flow import CopyFlow
from ui.clipboard.paste_flow import PasteFlow

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class ClipboardFlow(QObject):
    """``finished`` says what was done."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.copying = CopyFlow(window)
        self.pasting = PasteFlow(window)
        self._waiting: bool | None = None
        self.copying.finished.connect(self.finished)
        self.pasting.finished.connect(self.finished)
        self.copying.settled.connect(self._paste_waiting)

    def copy(self) -> None:
        """Copy the chosen cells, or what is chosen in a text field."""
        field = _field()
        field.copy() if field is not None else self.copying.copy()

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        field = _field()
        field.cut() if field is not None else self.copying.copy(cut=True)

    def copy_rows(self) -> None:
        """Copy whole rows with the heading."""
        self.copying.copy_rows()

    def copy_table(self) -> None:
        """Copy the whole report with the heading."""
        self.copying.copy_table()

    def paste(self) -> None:
        """Paste into the chosen cells; whole rows are shown before they are added."""
        field = _field()
        if field is not None:
            field.paste()
        else:
            self._paste(rows_wanted=False)

    def paste_rows(self) -> None:
        """Add what was copied as new rows, after a look at them."""
        self._paste(rows_wanted=True)

    def _paste(self, *, rows_wanted: bool) -> None:
        """What is still being copied is pasted once the clipboard holds it."""
        if self.copying.busy:
            self._waiting = rows_wanted
        else:
            self.pasting.begin(rows_wanted=rows_wanted)

    def _paste_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.pasting.begin(rows_wanted=waiting)


def _field() -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """The text field that is typed in."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, _FIELDS) else None

"""The way from a finding or a link to its words: the row in the table, the field, the span in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from courtcomms.model import Finding, LinkPlace
from ui.columns import COLUMNS, WRITTEN
from ui.utf16 import units_of

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class WayToCell(QObject):
    """Leads to the place of a finding or of a link, as soon as the row and its event are here."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._aim: Finding | LinkPlace | None = None
        window.table.listed.connect(self._go_on)
        window.table.dataChanged.connect(self._go_on)

    def lead(self, finding: Finding | LinkPlace) -> None:
        """Go there; what is looked for must not hide the row."""
        window = self._window
        window.panel.save()
        self._aim = finding
        if window.table.row_of(finding.event_id) < 0:
            window.page.clear_filters()
            if window.search.text:
                window.search.clear()
                window.page.search("")
        self._go_on()

    def _go_on(self, *_signal: object) -> None:
        """The next step that can be made: the row, then its fields."""
        finding, window = self._aim, self._window
        if finding is None or not window.page.view.choose(finding.event_id, COLUMNS.index(finding.column)):
            return
        shown = window.panel.event_shown
        if shown is None or shown.id != finding.event_id:
            return
        self._aim = None
        if finding.column not in WRITTEN:
            window.page.view.setFocus()
            return
        window.actions_["editor"].setChecked(True)
        window.panel.focus_column(finding.column)
        select(window.panel.fields[finding.column].edit, finding.start, finding.end)


def select(edit: QPlainTextEdit, start: int, end: int) -> None:
    """Select letters of a field; positions count letters, Qt's count UTF-16 units."""
    text = edit.toPlainText()
    units = units_of(text[:start]), units_of(text[: max(end, start)])
    cursor = edit.textCursor()
    cursor.setPosition(units[0])
    cursor.setPosition(units[1], QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()

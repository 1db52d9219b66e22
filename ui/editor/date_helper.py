"""The helper of a date field: the usual phrases in a menu, and days from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton

from courtcomms.period import Period
from ui.editor.cell_edit import CellEdit
from ui.editor.usual_dates import usual_phrases

_CALENDAR = "Вибрати в календарі…"


class DateHelper(QObject):
    """Alt+↓ in the field, or its button, opens the menu; what is chosen is written at the cursor, over what
    is selected, and everything else stays. ``period`` is the quarter the phrases are made for."""

    def __init__(self, edit: CellEdit, button: QToolButton | None = None) -> None:
        super().__init__(edit)
        self.period: Period | None = None
        self._edit = edit
        self._button = button
        edit.help_with(self)
        if button is not None:
            button.clicked.connect(self.open_menu)

    def wants(self, event: QKeyEvent) -> bool:
        """Alt+↓, as drop-down lists have it."""
        return (
            event.key() == Qt.Key.Key_Down
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
            and not self._edit.isReadOnly()
        )

    def take(self, _event: QKeyEvent) -> None:
        """Open the menu."""
        self.open_menu()

    def open_menu(self) -> None:
        """Show the phrases beneath the button or the cursor."""
        if self._edit.isReadOnly():
            return
        self._edit.setFocus()
        menu = self.fill(QMenu("Звичні вислови дати", self._edit))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._corner())

    def fill(self, menu: QMenu) -> QMenu:
        """Put the phrases and the calendar into a menu."""
        menu.setAccessibleName("Звичні вислови дати")
        for group in usual_phrases(self.period, date.today()):  # noqa: DTZ011 - the user's own day
            for phrase in group:
                menu.addAction(phrase)
            menu.addSeparator()
        menu.addAction(_CALENDAR)
        menu.triggered.connect(self._choose)
        return menu

    def insert(self, phrase: str) -> None:
        """Write a phrase at the cursor; a blank keeps it off the words that it would grow together with."""
        text, cursor = self._edit.text(), self._edit.textCursor()
        at = self._edit.cursor_index
        glued = not cursor.hasSelection() and text[:at][-1:].isalnum()
        followed = not cursor.hasSelection() and text[at:][:1].isalnum()
        self._edit.put(f"{' ' if glued else ''}{phrase}{' ' if followed else ''}")
        self._edit.setFocus()

    def _choose(self, action: QAction) -> None:
        if action.text() == _CALENDAR:
            self._open_calendar()
        else:
            self.insert(action.text())

    def _open_calendar(self) -> None:
        from ui.editor.calendar import CalendarDialog

        dialog = CalendarDialog(self.period, self._edit.window())
        dialog.chosen.connect(self.insert)
        dialog.open()

    def _corner(self) -> QPoint:
        if self._button is not None:
            return self._button.mapToGlobal(self._button.rect().bottomLeft())
        return self._edit.viewport().mapToGlobal(self._edit.cursorRect().bottomLeft())

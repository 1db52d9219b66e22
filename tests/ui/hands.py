"""What a person's hands do to the window, and what her eyes read in it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from courtcomms.model import Column
from courtcomms.period import Period
from ui.columns import COLUMNS
from ui.editor.cell_edit import CellEdit
from ui.main_window import MainWindow

Shown = TypeVar("Shown", bound=QWidget)

Q3 = Period.quarter(2021, 3)
TITLE = COLUMNS.index(Column.TITLE)


def settle() -> None:
    """Let everything happen that is due, deferred deletions included."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    QCoreApplication.processEvents()


def type_text(widget: QWidget, text: str) -> None:
    """Type as a person does. pytest-qt's keyClicks aborts the interpreter on Cyrillic."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key.Key_Return if letter == "\n" else 0
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press one key that is no letter."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers))


def titles(window: MainWindow) -> list[str]:
    """The names in the table, from the top."""
    table = window.table
    return [table.index(row, TITLE).data() for row in range(table.rowCount())]


def edit_of(window: MainWindow, column: Column = Column.TITLE) -> CellEdit:
    """The editor's field of a column."""
    return window.panel.fields[column].edit


def type_over(window: MainWindow, text: str, column: Column = Column.TITLE) -> None:
    """Replace a field's text as a person does."""
    field = edit_of(window, column)
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def trigger(window: MainWindow, action: str) -> None:
    """Choose an action and wait for what follows from it."""
    window.actions_[action].trigger()
    settle()


def opened(window: QWidget, kind: type[Shown]) -> Shown:
    """The one dialog of a kind that is open."""
    (found,) = [child for child in window.findChildren(kind) if child.isVisible()]
    return found

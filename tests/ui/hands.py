"""What a person's hands do to the window, and what her eyes read in it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
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


def mouse(
    widget: QWidget,
    kind: QEvent.Type,
    place: QPoint,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """One event of the mouse's left button at a place of a widget."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    where = QPointF(widget.mapToGlobal(place))
    QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(place), where, button, held, modifiers))


def click(
    widget: QWidget, place: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and release the left button."""
    mouse(widget, QEvent.Type.MouseButtonPress, place, modifiers)
    mouse(widget, QEvent.Type.MouseButtonRelease, place, modifiers)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, move by way of the middle, and let go."""
    mouse(widget, QEvent.Type.MouseButtonPress, start)
    for place in ((start + end) / 2, end):
        mouse(widget, QEvent.Type.MouseMove, place)
    mouse(widget, QEvent.Type.MouseButtonRelease, end)

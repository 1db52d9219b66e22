"""Where a key leads in the table, as in a spreadsheet. No widgets here: keys in, cells out."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt

from ui.columns import COLUMNS, WRITTEN

Key = Qt.Key
Modifier = Qt.KeyboardModifier
#: A cell by its row and its column.
Spot = tuple[int, int]

#: The first and the last column in which the user writes.
FIRST, LAST = COLUMNS.index(WRITTEN[0]), COLUMNS.index(WRITTEN[-1])


class Go(Enum):
    """Ways from one cell to another. ``NEXT`` and ``BACK`` run on into the next and the last row."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    NEXT = auto()
    BACK = auto()
    ROW_START = auto()
    ROW_END = auto()
    TOP = auto()
    BOTTOM = auto()
    BEGINNING = auto()
    ENDING = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()


ARROWS = {Key.Key_Up: Go.UP, Key.Key_Down: Go.DOWN, Key.Key_Left: Go.LEFT, Key.Key_Right: Go.RIGHT}
_PLAIN = {
    **ARROWS,
    Key.Key_Home: Go.ROW_START,
    Key.Key_End: Go.ROW_END,
    Key.Key_PageUp: Go.PAGE_UP,
    Key.Key_PageDown: Go.PAGE_DOWN,
}
_CONTROL = {
    Key.Key_Up: Go.TOP,
    Key.Key_Down: Go.BOTTOM,
    Key.Key_Left: Go.ROW_START,
    Key.Key_Right: Go.ROW_END,
    Key.Key_Home: Go.BEGINNING,
    Key.Key_End: Go.ENDING,
}
ENTERS = (Key.Key_Return, Key.Key_Enter)
_TABS = (Key.Key_Tab, Key.Key_Backtab)


def way_of(key: int, modifiers: Qt.KeyboardModifier) -> Go | None:
    """Where a key leads that moves about; Shift only tells whether the selection grows with it."""
    held = modifiers & ~(Modifier.ShiftModifier | Modifier.KeypadModifier)
    if held == Modifier.ControlModifier:
        return _CONTROL.get(Key(key))
    return _PLAIN.get(Key(key)) if held == Modifier.NoModifier else None


def way_out(key: int, modifiers: Qt.KeyboardModifier) -> Go | None:
    """Where Enter and Tab lead: down and right, with Shift back."""
    held = modifiers & ~(Modifier.ShiftModifier | Modifier.KeypadModifier)
    if held != Modifier.NoModifier:
        return None
    back = bool(modifiers & Modifier.ShiftModifier) or key == Key.Key_Backtab
    if key in ENTERS:
        return Go.UP if back else Go.DOWN
    if key in _TABS:
        return Go.BACK if back else Go.NEXT
    return None


def target(go: Go, spot: Spot, rows: int) -> Spot:
    """The cell that a way leads to in a table of ``rows`` rows; pages are the view's own matter."""
    row, column = spot
    last = rows - 1
    row, column = {
        Go.UP: (row - 1, column),
        Go.DOWN: (row + 1, column),
        Go.LEFT: (row, column - 1),
        Go.RIGHT: (row, column + 1),
        Go.NEXT: (row, column + 1) if column < LAST else (row + 1, FIRST),
        Go.BACK: (row, column - 1) if column > FIRST else (row - 1, LAST),
        Go.ROW_START: (row, FIRST),
        Go.ROW_END: (row, LAST),
        Go.TOP: (0, column),
        Go.BOTTOM: (last, column),
        Go.BEGINNING: (0, FIRST),
        Go.ENDING: (last, LAST),
    }[go]
    if not 0 <= row <= last:
        return spot if go in (Go.NEXT, Go.BACK) else (min(max(row, 0), last), column)
    return row, min(max(column, 0), len(COLUMNS) - 1)

"""Rows taken by their number with the mouse and put between others.

Qt's own dragging runs a loop of its own and drops onto cells; this one draws a line between rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ui.register.view import EventView

#: Near the upper or lower edge the table scrolls by itself: so near, so often, so far.
_EDGE, _TICK, _SCROLL = 28, 40, 24


class RowDrag(QObject):
    """``lifting`` asks whether rows may be moved now (``let_go`` refuses); ``dropped`` tells their ids and
    the event behind which they are to stand (0: first)."""

    lifting = Signal()
    dropped = Signal(object, int)

    def __init__(self, view: EventView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        self._under = QPoint()
        self._ids: tuple[int, ...] = ()
        self._refused = False
        self._gap = -1
        self._ticking = QTimer(self, interval=_TICK)
        self._ticking.timeout.connect(self._scroll)

    @property
    def under_way(self) -> bool:
        """Whether rows are being carried."""
        return bool(self._ids)

    @property
    def gap(self) -> int:
        """The row above which the carried ones would be put; -1 while nothing is carried."""
        return self._gap

    def press(self, event: QMouseEvent) -> None:
        """The button went down on a row's number."""
        self._pressed, self._refused = event.position().toPoint(), False

    def move(self, event: QMouseEvent) -> bool:
        """The mouse moves; true while that is the matter of the row's number that it was pressed on."""
        self._under = event.position().toPoint()
        if self._pressed is None:
            return False
        if self._refused:
            self._stretch()
        elif not self.under_way:
            far = (self._under - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._lift()
        else:
            self._aim()
        return True

    def release(self) -> bool:
        """The button went up: put the rows down; false where it was not pressed on a row's number."""
        pressed, refused, ids, gap = self._pressed, self._refused, self._ids, self._gap
        self._pressed = None
        self.let_go()
        if pressed is None:
            return False
        if ids:
            self._put(frozenset(ids), gap)
        elif not refused:
            row = self._view.rowAt(pressed.y())
            self._view.keys.select_rows(row, row)
        return True

    def _put(self, ids: frozenset[int], gap: int) -> None:
        listed = self._view.table.ids
        above = next((listed[row] for row in range(gap - 1, -1, -1) if listed[row] not in ids), 0)
        self.dropped.emit(tuple(event for event in listed if event in ids), above)

    def let_go(self) -> None:
        """Carry nothing any more, until the button goes down again."""
        self._refused = self._pressed is not None
        self._ids, self._gap = (), -1
        self._ticking.stop()
        self._view.viewport().unsetCursor()
        self._view.viewport().update()

    def paint(self) -> None:
        """Draw the line where the rows would be put."""
        if self._gap < 0:
            return
        view = self._view
        last = self._gap >= view.table.rowCount()
        row = min(self._gap, view.table.rowCount() - 1)
        y = view.rowViewportPosition(row) + (view.rowHeight(row) if last else 0)
        y = min(max(y, 2), view.viewport().height() - 2)
        painter = QPainter(view.viewport())
        painter.setPen(QPen(view.palette().color(QPalette.ColorRole.Accent), 4))
        painter.drawLine(0, y, view.viewport().width(), y)
        painter.end()

    def _stretch(self) -> None:
        """Where rows cannot be carried, the mouse selects those that it goes over."""
        row, pressed = self._view.rowAt(self._under.y()), self._pressed
        if row >= 0 and pressed is not None:
            self._view.keys.select_rows(self._view.rowAt(pressed.y()), row)

    def _lift(self) -> None:
        self._ids = self._view.selected_ids
        self.lifting.emit()
        if self.under_way:
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._ticking.start()
            self._aim()

    def _aim(self) -> None:
        """The gap nearest to the mouse."""
        view, y = self._view, self._under.y()
        row = view.rowAt(y)
        if row < 0:
            gap = 0 if y < 0 else view.table.rowCount()
        else:
            lower_half = y > view.rowViewportPosition(row) + view.rowHeight(row) // 2
            gap = row + 1 if lower_half else row
        if gap != self._gap:
            self._gap = gap
            view.viewport().update()

    def _scroll(self) -> None:
        bar, y = self._view.verticalScrollBar(), self._under.y()
        if y < _EDGE:
            bar.setValue(bar.value() - _SCROLL)
        elif y > self._view.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _SCROLL)
        self._aim()

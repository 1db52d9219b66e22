"""Rows as high as their text, measured only where they are in sight, or all alike and compact."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTableView

from ui.columns import COLUMNS
from ui.register.delegate import PAD_Y, CellDelegate
from ui.register.model import EventTable

#: A row never takes more than this part of what is in sight, so that the next one is seen to follow.
_MOST_OF_SIGHT = 0.8
_FEWEST_LINES = 2
#: All that is shown of a text in compact rows.
_COMPACT_LINES = 2
#: The height of a row that was not yet measured.
_USUAL_LINES = 3
#: Heights and place settle in two or three rounds; more would be a quarrel between them.
_ROUNDS = 6


class RowHeights(QObject):
    """Sets the heights of the rows in sight, soon after anything changed that they depend on."""

    def __init__(self, view: QTableView, events: EventTable, delegate: CellDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._events = events
        self._delegate = delegate
        self._following = False
        self._compact = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)

    @property
    def usual(self) -> int:
        """The height of a row before its text was measured, of every row where they are compact."""
        return self._lines(_COMPACT_LINES if self._compact else _USUAL_LINES)

    def set_compact(self, on: bool) -> None:
        """Cut rows to two lines or give them their height; the current row stays in sight."""
        if on == self._compact:
            return
        self._compact = on
        self._view.verticalHeader().setDefaultSectionSize(self.usual)
        self.follow()

    def fit_soon(self) -> None:
        """Fit once, after everything that is happening now."""
        self._soon.start()

    def follow(self) -> None:
        """The user went to a row: it stays in sight however the rows grow, until all of them are here."""
        self._following = True
        self.fit_soon()

    def let_go(self) -> None:
        """The user scrolls herself."""
        self._following = False

    def fit(self) -> None:
        """Make every row in sight as high as its text."""
        for _ in range(_ROUNDS):
            changed = self._fit_downwards(keep_bottom=not self._following)
            if not (self._show_current() or changed):
                break
        if self._complete():
            self._following = False

    def _complete(self) -> bool:
        """Whether the events of all rows in sight are here."""
        first, last = self._view.rowAt(0), self._view.rowAt(self._view.viewport().height() - 1)
        last = self._events.rowCount() - 1 if last < 0 else last
        return all(self._events.event_at(row) is not None for row in range(max(first, 0), last + 1))

    def restore(self, row: int, offset: int) -> None:
        """Put a row where it was: its upper edge ``offset`` pixels below that of the table's sight."""
        self._following = False
        self._view.updateGeometries()
        self._view.verticalScrollBar().setValue(self._view.verticalHeader().sectionPosition(row) - offset)
        self._fit_downwards(keep_bottom=False)

    def _show_current(self) -> bool:
        """Bring the current row into sight where it was just gone to; whether that moved anything."""
        bar, index = self._view.verticalScrollBar(), self._view.currentIndex()
        before = bar.value()
        if self._following and index.isValid():
            self._view.scrollTo(index)
        return bar.value() != before

    def _fit_downwards(self, *, keep_bottom: bool) -> bool:
        """Set the heights from the first row in sight on; whether any changed.

        ``keep_bottom``: a first row that is cut off above grows upwards, as when scrolling up.
        """
        row, changed = max(self._view.rowAt(0), 0), False
        y, bottom = self._view.rowViewportPosition(row), self._view.viewport().height()
        while row < self._events.rowCount() and y < bottom:
            grown = self._fit_row(row)
            changed = changed or grown != 0
            if grown and keep_bottom and y < 0:
                self._scroll_by(grown)
                y -= grown
            y += self._view.rowHeight(row)
            row += 1
        if changed:
            # The scroll bar learns of the new heights now, not with the next paint.
            self._view.updateGeometries()
        return changed

    def _fit_row(self, row: int) -> int:
        """Set one row's height; by how many pixels it grew."""
        before = self._view.rowHeight(row)
        wanted = self._wanted(row)
        if wanted != before:
            self._view.setRowHeight(row, wanted)
        return wanted - before

    def _wanted(self, row: int) -> int:
        event, view = self._events.event_at(row), self._view
        if self._compact:
            return self.usual
        if event is None:
            return view.rowHeight(row)
        texts = (event.cells[column] for column in COLUMNS)
        tallest = max(self._delegate.text_height(text, view.columnWidth(n)) for n, text in enumerate(texts))
        return max(self._lines(_FEWEST_LINES), min(tallest, int(view.viewport().height() * _MOST_OF_SIGHT)))

    def _lines(self, number: int) -> int:
        return round(number * self._delegate.line_height) + 2 * PAD_Y

    def _scroll_by(self, pixels: int) -> None:
        self._view.updateGeometries()
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

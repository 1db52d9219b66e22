"""Widths of the table's columns: shared out by themselves until the user gives her own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from ui.columns import COLUMNS, LOOKS
from ui.memory import Memory

_KEY = "table"


class ColumnWidths(QObject):
    """Follows the table's width; ``changed`` tells that any column got another one."""

    changed = Signal()

    def __init__(self, view: QTableView, padding: int) -> None:
        super().__init__(view)
        self._view = view
        self._padding = padding
        self._own = False
        self._fitting = False

    def watch(self) -> None:
        """From now on notice what the user does to the headings."""
        self._view.horizontalHeader().sectionResized.connect(self._resized)
        self._view.model().modelReset.connect(self._fit_numbers)
        self._view.model().rowsInserted.connect(self._fit_numbers)

    def restore(self, memory: Memory) -> None:
        """Give the columns the widths the user gave them."""
        widths = memory.widths(_KEY)
        self._own = len(widths) == len(COLUMNS)
        if self._own:
            self._apply(widths)

    def keep(self, memory: Memory) -> None:
        """Remember widths that the user gave."""
        widths = [self._view.columnWidth(column) for column in range(len(COLUMNS))]
        memory.put_widths(_KEY, widths if self._own else [])

    def forget(self) -> None:
        """Back to widths that follow the window."""
        self._own = False
        self.spread()

    def spread(self) -> None:
        """Share the room among the columns; below a readable width the table scrolls instead."""
        if self._own:
            return
        view = self._view
        digit, room = view.fontMetrics().horizontalAdvance("0"), view.viewport().width()
        least = [LOOKS[column].least * digit + 2 * self._padding for column in COLUMNS]
        grown = max(self._number_width() - least[0], 0)
        # The name can spare it: the window of a small screen has no more room.
        least[0], least[1] = least[0] + grown, least[1] - grown
        wishes = [LOOKS[column].wished - LOOKS[column].least for column in COLUMNS]
        spare = max(room - sum(least), 0)
        widths = [width + spare * wish // sum(wishes) for width, wish in zip(least, wishes, strict=True)]
        widths[1] += max(room - sum(widths), 0)
        self._apply(widths)

    def _number_width(self) -> int:
        """Room for the highest number there is."""
        digits = len(str(self._view.model().rowCount()))
        return self._view.fontMetrics().horizontalAdvance("0" * digits) + 2 * self._padding + 1

    def _fit_numbers(self) -> None:
        """A number never breaks: its column grows with the rows."""
        if self._number_width() > self._view.columnWidth(0):
            if self._own:
                kept = [self._view.columnWidth(column) for column in range(1, len(COLUMNS))]
                self._apply([self._number_width(), *kept])
            else:
                self.spread()

    def _resized(self) -> None:
        if not self._fitting:
            self._own = True
            self.changed.emit()

    def _apply(self, widths: list[int]) -> None:
        self._fitting = True
        for column, width in enumerate(widths):
            self._view.setColumnWidth(column, width)
        self._fitting = False
        self.changed.emit()

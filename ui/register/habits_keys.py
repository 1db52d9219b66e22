"""The keys of the table, as in a spreadsheet: where they lead, and how the selection follows."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.columns import COLUMNS
from ui.register.habits import Go, target, way_of, way_out

if TYPE_CHECKING:
    from ui.register.view import EventView

Flag = QItemSelectionModel.SelectionFlag
_ONE = Flag.ClearAndSelect
_PAGES = {
    Go.PAGE_UP: QAbstractItemView.CursorAction.MovePageUp,
    Go.PAGE_DOWN: QAbstractItemView.CursorAction.MovePageDown,
}

#: Where the last row is depends on all of them.
_TO_THE_LAST = (Go.BOTTOM, Go.ENDING)


class TableKeys(QObject):
    """Goes about the table. After a run of Tabs, Enter leads beneath the cell where the run began."""

    def __init__(self, view: EventView) -> None:
        super().__init__(view)
        self._view = view
        self._run_from: int | None = None

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; false where it is not one of these."""
        key, held = event.key(), event.modifiers()
        leaving = way_out(key, held)
        if leaving is not None:
            self.go(leaving)
            return True
        way = way_of(key, held)
        if way is not None:
            follow = partial(self._follow, way, bool(held & Qt.KeyboardModifier.ShiftModifier))
            if way in _TO_THE_LAST:
                self._view.table.when_whole(follow)
            else:
                follow()
            return True
        if key == Qt.Key.Key_Space:
            return self._select_line(held)
        return False

    def _follow(self, way: Go, extending: bool) -> None:
        if extending:
            self.extend(self._target(way))
        else:
            self.go(way)

    def go(self, way: Go) -> None:
        """Leave the current cell in a direction."""
        index = self._view.currentIndex()
        if not index.isValid():
            return
        run = self._run_from
        if way in (Go.NEXT, Go.BACK):
            run = index.column() if run is None else run
            there = self._target(way)
        else:
            there = self._target(way)
            if way is Go.DOWN and run is not None:
                there = there.siblingAtColumn(run)
            run = None
        self.one(there)
        self._run_from = run

    def forget_run(self) -> None:
        """The user went elsewhere: the next Tab begins anew."""
        self._run_from = None

    def one(self, index: QModelIndex) -> None:
        """Make one cell the current and the only selected one. Qt's own way would add it to the selection
        while Ctrl of a shortcut is still held, and Delete would then empty both."""
        self._view.selectionModel().setCurrentIndex(index, _ONE)

    def extend(self, index: QModelIndex) -> None:
        """Select from where the selection began to a cell, which becomes the current one."""
        if not index.isValid():
            return
        anchor, model = self._anchor(), self._view.selectionModel()
        rows, columns = sorted((anchor.row(), index.row())), sorted((anchor.column(), index.column()))
        model.select(self._block(rows[0], columns[0], rows[1], columns[1]), _ONE)
        model.setCurrentIndex(index, Flag.NoUpdate)

    def select_rows(self, first: int, last: int) -> None:
        """Select whole rows, the last of them becoming the current one."""
        column = max(self._view.currentIndex().column(), 0)
        block = self._block(min(first, last), 0, max(first, last), len(COLUMNS) - 1)
        self._view.selectionModel().select(block, _ONE)
        current = self._view.table.index(last, column)
        self._view.selectionModel().setCurrentIndex(current, Flag.NoUpdate)

    def select_column(self, column: int) -> None:
        """Select a whole column, once all rows are here; the current row stays."""
        self._view.table.when_whole(partial(self._select_column, column))

    def _select_column(self, column: int) -> None:
        rows = self._view.table.rowCount()
        if rows:
            row = max(self._view.currentIndex().row(), 0)
            self._view.selectionModel().select(self._block(0, column, rows - 1, column), _ONE)
            self._view.selectionModel().setCurrentIndex(self._view.table.index(row, column), Flag.NoUpdate)

    def select_again(self, rows: tuple[tuple[int, int, int], ...]) -> None:
        """Select rows told by their events, each with its outer columns, where all of them are still here."""
        places = sorted((self._view.table.row_of(event_id), left, right) for event_id, left, right in rows)
        if not places or places[0][0] < 0:
            return
        chosen = QItemSelection()
        # Rows that follow each other and are equally wide are one block, from which Shift can go on.
        for _, group in groupby(enumerate(places), lambda place: (place[1][0] - place[0], place[1][1:])):
            block = [place for _, place in group]
            (top, left, right), bottom = block[0], block[-1][0]
            chosen.append(QItemSelectionRange(*self._corners_of(top, left, bottom, right)))
        self._view.selectionModel().select(chosen, _ONE)

    def _select_line(self, held: Qt.KeyboardModifier) -> bool:
        index = self._view.currentIndex()
        if held == Qt.KeyboardModifier.ShiftModifier and index.isValid():
            rows = [corner.row() for corner in self._corners() or (index,)]
            self.select_rows(min(rows), max(rows))
            return True
        if held == Qt.KeyboardModifier.ControlModifier and index.isValid():
            self.select_column(index.column())
            return True
        return False

    def _target(self, way: Go) -> QModelIndex:
        view, index = self._view, self._view.currentIndex()
        if not index.isValid():
            return view.table.index(0, 1)
        if way in _PAGES:
            return view.page_target(_PAGES[way])
        return view.table.index(*target(way, (index.row(), index.column()), view.table.rowCount()))

    def _anchor(self) -> QModelIndex:
        """Where the selection began: the corner opposite to the current cell."""
        current = self._view.currentIndex()
        corners = self._corners()
        if not corners or not current.isValid():
            return current if current.isValid() else self._view.table.index(0, 1)
        first, last = corners
        row = last.row() if current.row() == first.row() else first.row()
        column = last.column() if current.column() == first.column() else first.column()
        return self._view.table.index(row, column)

    def _corners(self) -> tuple[QModelIndex, QModelIndex] | None:
        """First and last cell of the one block that is selected, if it is one."""
        ranges = list(self._view.selectionModel().selection())
        return (ranges[0].topLeft(), ranges[0].bottomRight()) if len(ranges) == 1 else None

    def _block(self, top: int, left: int, bottom: int, right: int) -> QItemSelection:
        return QItemSelection(*self._corners_of(top, left, bottom, right))

    def _corners_of(self, top: int, left: int, bottom: int, right: int) -> tuple[QModelIndex, QModelIndex]:
        return self._view.table.index(top, left), self._view.table.index(bottom, right)

"""The table itself: rows as high as their text or compact, and the habits of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.columns import COLUMNS, LINKED, WRITTEN
from ui.register.delegate import PAD_X, CellDelegate
from ui.register.filters_header import FilterHeader
from ui.register.habits import FIRST, Go
from ui.register.habits_keys import TableKeys
from ui.register.habits_place import PlaceKeeper
from ui.register.model import EventTable
from ui.register.order_drag import RowDrag
from ui.register.row_heights import RowHeights
from ui.register.widths import ColumnWidths

Index = QModelIndex | QPersistentModelIndex


class EventView(QTableView):
    """``chosen`` tells the current event's id (0: none); ``wiped`` that Delete was pressed on cells;
    ``menu_wanted`` where on the screen the menu of the selected rows is to open."""

    chosen = Signal(int)
    wiped = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: EventTable, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font)
        self.table = model
        self._delegate = CellDelegate(font, self)
        self._delegate.marked = model
        model.marks.changed.connect(self.viewport().update)
        model.marks.links_changed.connect(self._draw_links)
        self.keys = TableKeys(self)
        self.drag = RowDrag(self)
        self.heading = FilterHeader(self)
        self.setHorizontalHeader(self.heading)
        self.widths = ColumnWidths(self, PAD_X)
        self._heights = RowHeights(self, model, self._delegate)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self._place = PlaceKeeper(self, self._heights)
        model.sight = self._place.sight
        self._set_habits()
        self._set_headers()
        self._connect(model)

    def _connect(self, model: EventTable) -> None:
        self._delegate.left.connect(self._go)
        model.dataChanged.connect(self._heights.fit_soon)
        model.rowsInserted.connect(self._heights.fit_soon)
        self.widths.changed.connect(self._heights.fit_soon)
        self.widths.watch()
        self.verticalScrollBar().valueChanged.connect(self._heights.fit_soon)
        self.verticalScrollBar().actionTriggered.connect(self._heights.let_go)

    def _set_habits(self) -> None:
        self.setAccessibleName("Таблиця заходів")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)

    def _set_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.heading
        # Qt would select a column whose heading is pressed to order by it.
        columns.sectionPressed.disconnect()
        columns.sectionEntered.disconnect()
        columns.sectionPressed.connect(self._press_heading)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(8)
        rows.setDefaultSectionSize(self._heights.usual)
        columns.setFont(self.font())
        columns.fit()

    @property
    def delegate(self) -> CellDelegate:
        """What draws the cells and hands out the field in place."""
        return self._delegate

    @property
    def current_id(self) -> int:
        """The current event's id, 0 for none."""
        row = self.currentIndex().row()
        return self.table.ids[row] if 0 <= row < len(self.table.ids) else 0

    @property
    def typing(self) -> bool:
        """Whether a cell is being edited in place."""
        return self.state() == QAbstractItemView.State.EditingState

    def finish_typing(self) -> None:
        """Keep what is being typed in place and close the field."""
        self._delegate.finish()

    @property
    def selected_rows(self) -> tuple[int, ...]:
        """Rows with a selected cell, in order."""
        ranges = list(self.selectionModel().selection())
        if len(ranges) == 1:
            return tuple(range(ranges[0].top(), ranges[0].bottom() + 1))
        rows: set[int] = set()
        for block in ranges:
            rows.update(range(block.top(), block.bottom() + 1))
        return tuple(sorted(rows))

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """Ids of the rows with a selected cell, in order; else the current one."""
        ids = tuple(self.table.ids[row] for row in self.selected_rows)
        return ids or ((self.current_id,) if self.current_id else ())

    @property
    def selected_cells(self) -> tuple[tuple[int, int], ...]:
        """Row and column of the selected cells in which the user writes, in order of rows."""
        cells = {
            (row, column)
            for block in self.selectionModel().selection()
            for row in range(block.top(), block.bottom() + 1)
            for column in range(block.left(), block.right() + 1)
            if COLUMNS[column] in WRITTEN
        }
        return tuple(sorted(cells))

    def set_compact(self, on: bool) -> None:
        """Cut rows to two lines, or show the whole text."""
        self._heights.set_compact(on)

    def choose(self, event_id: int, column: int | None = None) -> bool:
        """Make an event the current one and bring it into sight; false where it is not shown."""
        row = self.table.row_of(event_id)
        if row < 0:
            return False
        kept = self.currentIndex().column() if column is None else column
        self.keys.one(self.table.index(row, max(kept, 1)))
        self.scrollTo(self.currentIndex())
        return True

    def selectAll(self) -> None:
        """All rows, once all are here."""
        self.table.when_whole(super().selectAll)

    def _draw_links(self) -> None:
        """Draw the columns of links anew, and nothing else: a paint of all cells is felt while scrolling."""
        for column in map(COLUMNS.index, LINKED):
            left, width = self.columnViewportPosition(column), self.columnWidth(column)
            self.viewport().update(left, 0, width, self.viewport().height())

    def page_target(self, way: QAbstractItemView.CursorAction) -> QModelIndex:
        """The cell a page away."""
        return self.moveCursor(way, Qt.KeyboardModifier.NoModifier)

    def edit(self, *arguments: object) -> bool:
        """Remember whether a letter began the editing: it then replaces the text, as in a spreadsheet."""
        if len(arguments) == 3:
            self._delegate.replacing = arguments[1] == QAbstractItemView.EditTrigger.AnyKeyPressed
        return super().edit(*arguments)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if self.typing:
            event.accept()
        elif key == Qt.Key.Key_Escape and self.drag.under_way:
            self.drag.let_go()
        elif key == Qt.Key.Key_Delete and held in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.wiped.emit()
        elif key == Qt.Key.Key_F10 and held == Qt.KeyboardModifier.ShiftModifier:
            self._offer_menu()
        elif key == Qt.Key.Key_Backspace:
            self.edit(self.currentIndex(), QAbstractItemView.EditTrigger.AnyKeyPressed, event)
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """A letter on a cell that cannot be edited does nothing: Qt would read every row to find it."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.keys.forget_run()
        index, held = self.indexAt(event.position().toPoint()), event.modifiers()
        left = event.button() == Qt.MouseButton.LeftButton and index.isValid()
        if left and held == Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(index)
        elif left and held == Qt.KeyboardModifier.NoModifier and index.column() < FIRST:
            self._press_number(event, index)
        else:
            super().mousePressEvent(event)

    def _extend_to(self, index: QModelIndex) -> None:
        if index.column() < FIRST:
            self.keys.select_rows(self.currentIndex().row(), index.row())
        else:
            self.keys.extend(index)

    def _press_number(self, event: QMouseEvent, index: QModelIndex) -> None:
        """A row's number takes the whole row, and from there it can be carried elsewhere."""
        whole = self.selectionModel().isRowSelected(index.row(), QModelIndex())
        if not whole:
            self.keys.select_rows(index.row(), index.row())
        self.drag.press(event)

    def _press_heading(self, section: int) -> None:
        """A heading takes the whole column where it does not order the rows."""
        if not self.heading.filtering:
            self.keys.select_column(section)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.drag.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.drag.release():
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.drag.paint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            self._offer_menu()
        event.accept()

    def _offer_menu(self) -> None:
        """The menu at the current cell, as far as that is in sight."""
        rect = self.visualRect(self.currentIndex()).intersected(self.viewport().rect())
        self.menu_wanted.emit(self.viewport().mapToGlobal(rect.center()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._heights.let_go()
        super().wheelEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != self._delegate.current_row:
            self._delegate.current_row = current.row()
            self.viewport().update()
            self._heights.follow()
            self.chosen.emit(self.current_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths.spread()
        self._heights.fit_soon()

    def _go(self, way: object) -> None:
        self.setFocus()
        if isinstance(way, Go):
            self.keys.go(way)

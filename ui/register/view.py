"""The table itself: wrapped rows as high as their text, where they are in sight."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.columns import COLUMNS, LOOKS
from ui.memory import Memory
from ui.register.delegate import PAD_X, PAD_Y, CellDelegate
from ui.register.model import EventTable
from ui.register.row_heights import RowHeights

_WIDTHS = "table"


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the user was, told by ids."""

    current: int
    row: int
    column: int
    top: int
    offset: int


class EventView(QTableView):
    """``chosen`` tells the current event's id (0: none); ``wiped`` that Delete was pressed on cells."""

    chosen = Signal(int)
    wiped = Signal()

    def __init__(self, model: EventTable, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font)
        self._delegate = CellDelegate(font, self)
        self._delegate.marked = model
        model.marks.changed.connect(self.viewport().update)
        self._events = model
        self._spot = _Spot(0, 0, 0, 0, 0)
        self._own_widths = False
        self._fitting_widths = False
        self._heights = RowHeights(self, model, self._delegate)
        self.setItemDelegate(self._delegate)
        self._delegate.finished.connect(self._step_down)
        self.setModel(model)
        self._set_habits()
        self._set_headers()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        model.dataChanged.connect(self._heights.fit_soon)
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
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(8)
        rows.setDefaultSectionSize(round(3 * self._delegate.line_height) + 2 * PAD_Y)
        columns.setAccessibleName("Заголовки колонок")
        columns.setMinimumSectionSize(36)
        columns.setHighlightSections(False)
        columns.setTextElideMode(Qt.TextElideMode.ElideNone)
        columns.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 2 * PAD_Y)
        columns.sectionResized.connect(self._widths_changed)

    @property
    def current_id(self) -> int:
        """The current event's id, 0 for none."""
        row = self.currentIndex().row()
        return self._events.ids[row] if 0 <= row < len(self._events.ids) else 0

    @property
    def typing(self) -> bool:
        """Whether a cell is being edited in place."""
        return self.state() == QAbstractItemView.State.EditingState

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """Ids of the rows with a selected cell, in order; else the current one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        ids = tuple(self._events.ids[row] for row in rows)
        return ids or ((self.current_id,) if self.current_id else ())

    def choose(self, event_id: int, column: int | None = None) -> bool:
        """Make an event the current one and bring it into sight; false where it is not shown."""
        row = self._events.row_of(event_id)
        if row < 0:
            return False
        kept = self.currentIndex().column() if column is None else column
        self._go(self._events.index(row, max(kept, 1)))
        self.scrollTo(self.currentIndex())
        return True

    def _go(self, index: QModelIndex) -> None:
        """Make one cell the current and the only selected one. Qt's own way would add it to the selection
        while Ctrl of a shortcut is still held, and Delete would then empty both."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def restore_widths(self, memory: Memory) -> None:
        """Give the columns the widths the user gave them."""
        widths = memory.widths(_WIDTHS)
        self._own_widths = len(widths) == len(COLUMNS)
        if self._own_widths:
            self._apply_widths(widths)

    def keep_widths(self, memory: Memory) -> None:
        """Remember widths that the user gave."""
        widths = [self.columnWidth(column) for column in range(len(COLUMNS))]
        memory.put_widths(_WIDTHS, widths if self._own_widths else [])

    def forget_widths(self) -> None:
        """Back to widths that follow the window."""
        self._own_widths = False
        self._spread()

    def edit(self, *arguments: object) -> bool:
        """Remember whether a letter began the editing: it then replaces the text, as in a spreadsheet."""
        if len(arguments) == 3:
            self._delegate.replacing = arguments[1] == QAbstractItemView.EditTrigger.AnyKeyPressed
        return super().edit(*arguments)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.typing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step_down()
        elif not self.typing and event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.wiped.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._heights.let_go()
        super().wheelEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.row() != self._delegate.current_row:
            self._delegate.current_row = current.row()
            self.viewport().update()
            self._heights.follow()
            self.chosen.emit(self.current_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._own_widths:
            self._spread()
        self._heights.fit_soon()

    def _step_down(self) -> None:
        index = self.currentIndex()
        if index.row() + 1 < self._events.rowCount():
            self._go(index.siblingAtRow(index.row() + 1))

    def _remember(self) -> None:
        current, top = self.currentIndex(), self.rowAt(0)
        top_id = self._events.ids[top] if 0 <= top < len(self._events.ids) else 0
        offset = self.rowViewportPosition(max(top, 0))
        self._spot = _Spot(self.current_id, max(current.row(), 0), max(current.column(), 1), top_id, offset)

    def _return(self) -> None:
        """After the rows changed: the same event current and the same rows in sight."""
        self._delegate.current_row = -1
        spot, count = self._spot, self._events.rowCount()
        row = self._events.row_of(spot.current)
        if row < 0:
            row = min(spot.row, count - 1)
        if row >= 0:
            self._go(self._events.index(row, spot.column))
        else:
            self.chosen.emit(0)
        top = self._events.row_of(spot.top)
        if top >= 0:
            self._heights.restore(top, spot.offset)
        self._heights.fit_soon()

    def _widths_changed(self) -> None:
        if not self._fitting_widths:
            self._own_widths = True
        self._heights.fit_soon()

    def _spread(self) -> None:
        """Share the room among the columns; below a readable width the table scrolls instead."""
        digit = self.fontMetrics().horizontalAdvance("0")
        least = [LOOKS[column].least * digit + 2 * PAD_X for column in COLUMNS]
        wishes = [LOOKS[column].wished - LOOKS[column].least for column in COLUMNS]
        spare = max(self.viewport().width() - sum(least), 0)
        widths = [width + spare * wish // sum(wishes) for width, wish in zip(least, wishes, strict=True)]
        widths[1] += max(self.viewport().width() - sum(widths), 0)
        self._apply_widths(widths)

    def _apply_widths(self, widths: list[int]) -> None:
        self._fitting_widths = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._fitting_widths = False
        self._heights.fit_soon()

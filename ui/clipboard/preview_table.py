"""Copied rows as a table: a tick for each row, and over each column a choice of what it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView, QWidget

from courtcomms.model import Column
from ui import theme
from ui.columns import COLUMNS, LOOKS, full, short

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
#: What a column is told that nothing is taken from.
SKIPPED = "не брати"
#: Beside the number of a row that stands in the report already.
KNOWN = "є"
_LINES = 3
_TICK = 0
#: Width in digits of a column that is not told, and in pixels of what a choice has beside its words.
_UNTOLD, _ARROW = 18, 40


class PasteModel(QAbstractTableModel):
    """Texts of the copied columns by rows, behind a column of ticks. ``ticked`` tells that one changed."""

    ticked = Signal()

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._ticks: list[bool] = []
        self._taken = [True] * len(headings)
        self._known: tuple[bool, ...] = ()
        self._left = False

    @property
    def ticks(self) -> tuple[bool, ...]:
        """Which rows are to be taken."""
        return tuple(self._ticks)

    def fill(self, rows: Sequence[tuple[str, ...]], taken: Sequence[bool]) -> None:
        """Show rows; ticks stay where there are as many rows as before."""
        self.beginResetModel()
        if len(rows) != len(self._rows):
            self._ticks = [True] * len(rows)
        elif self._left:
            # Whether they are known is asked anew.
            self._ticks = [on or known for on, known in zip(self._ticks, self._known, strict=True)]
        self._rows, self._taken, self._known, self._left = tuple(rows), list(taken), (), False
        self.endResetModel()

    def know(self, known: Sequence[bool], *, leave: bool) -> None:
        """Mark the rows that stand in the report already; ``leave``: take their ticks away."""
        self._known, self._left = tuple(known), leave
        if leave:
            self._ticks = [on and not here for on, here in zip(self._ticks, known, strict=True)]
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))
        self.ticked.emit()

    def tick(self, row: int, on: bool) -> None:
        """Take a row or leave it."""
        self._ticks[row] = on
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.ticked.emit()

    def tick_all(self, on: bool) -> None:
        """Take all rows or none."""
        self._ticks = [on] * len(self._rows)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))
        self.ticked.emit()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else 1 + len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if column == _TICK:
            return self._of_tick(row, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[row][column - 1]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        if role == Qt.ItemDataRole.ForegroundRole and not (self._ticks[row] and self._taken[column - 1]):
            return QGuiApplication.palette().brush(theme.QUIET)
        return None

    def _of_tick(self, row: int, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._ticks[row] else Qt.CheckState.Unchecked
        known = row < len(self._known) and self._known[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row + 1} {KNOWN}" if known else str(row + 1)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "Захід із такою назвою і датою вже є у звіті" if known else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"Рядок {row + 1}: {'узяти' if self._ticks[row] else 'не брати'}"
            return f"{said}, уже є у звіті" if known else said
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != _TICK:
            return False
        self.tick(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _TICK else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._headings[section - 1] if section else ""


class ColumnChoice(QComboBox):
    """What a copied column is. The wheel only scrolls past it; ``reached`` tells that it has the focus."""

    reached = Signal()

    def __init__(self, column: Column | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem(SKIPPED, None)
        for known in COLUMNS:
            self.addItem(short(known), known)
            self.setItemData(self.count() - 1, full(known), Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(0 if column is None else 1 + COLUMNS.index(column))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.view().setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)

    @property
    def column(self) -> Column | None:
        """The chosen column of the form, ``None`` for one that is not taken."""
        place = self.currentIndex()
        return COLUMNS[place - 1] if place > 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class ChoiceHeader(QHeaderView):
    """A heading with the source's own words and, beneath them, a choice for each column from the ``first``
    on."""

    def __init__(self, choices: Sequence[QComboBox], parent: QTableView, first: int = 1) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._first = first
        self._choices: tuple[QComboBox, ...] = ()
        self.setAccessibleName("Стовпці скопійованого")
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumSectionSize(40)
        self.offer(choices)
        self.sectionResized.connect(self.arrange)
        parent.horizontalScrollBar().valueChanged.connect(self.arrange)

    def offer(self, choices: Sequence[QComboBox]) -> None:
        """Have these choices; what becomes of the ones before is their owner's."""
        self._choices = tuple(choices)
        for choice in self._choices:
            choice.setParent(self.viewport())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        tallest = max((choice.sizeHint().height() for choice in self._choices), default=0)
        hint.setHeight(self.fontMetrics().lineSpacing() + tallest + 2 * theme.GRID)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put every choice under its column's words."""
        for section, choice in enumerate(self._choices, self._first):
            height = choice.sizeHint().height()
            left, width = self.sectionViewportPosition(section), self.sectionSize(section)
            choice.setGeometry(left + 2, self.height() - height - theme.GRID // 2, width - 4, height)


class PasteTable(QTableView):
    """The copied rows. The blank key ticks the rows that are chosen, wherever the current cell is."""

    def __init__(
        self, model: PasteModel, choices: Sequence[ColumnChoice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ticks = model
        self.setAccessibleName("Скопійовані рядки")
        self.setFont(theme.small_font())
        self.setModel(model)
        header = ChoiceHeader(choices, self)
        self.setHorizontalHeader(header)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LINES * self.fontMetrics().lineSpacing() + theme.GRID)
        self._set_widths(choices)
        header.show()
        header.arrange()

    def _set_widths(self, choices: Sequence[ColumnChoice]) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        self.setColumnWidth(_TICK, 8 * digit)
        for section, choice in enumerate(choices, 1):
            look = LOOKS[choice.column] if choice.column is not None else None
            wished = (look.least + look.wished) // 2 if look is not None else _UNTOLD
            words = choice.fontMetrics().horizontalAdvance(choice.currentText()) + _ARROW
            heading = self.fontMetrics().horizontalAdvance("Стовпець 10")
            self.setColumnWidth(section, max(wished * digit, words, heading))
        self.horizontalHeader().setStretchLastSection(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if event.key() == Qt.Key.Key_Space and rows:
            on = not self._ticks.ticks[rows[0]]
            for row in rows:
                self._ticks.tick(row, on)
        else:
            super().keyPressEvent(event)

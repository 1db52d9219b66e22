"""The lines of an import as a table; the period is changed in its place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from courtcomms.period import Period
from ui import theme
from ui.imports.batch import Key
from ui.imports.summary_model import COURT, FILE, HEADINGS, KIND, PERIOD, SENT, Line, SummaryModel
from ui.report.period_edit import PeriodEdit

Index = QModelIndex | QPersistentModelIndex
_MOST_LINES = 6
_FILE_DIGITS, _KIND_DIGITS, _PERIOD_DIGITS = 30, 19, 24


class PeriodDelegate(QStyledItemDelegate):
    """The two small fields of a period over its words."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        edit = PeriodEdit(index.data(Qt.ItemDataRole.EditRole) or Period.quarter(2021, 1), parent)
        edit.setAutoFillBackground(True)
        edit.setAccessibleName("Період звіту")
        return edit

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        period = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, PeriodEdit) and period is not None:
            editor.choose(period)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, PeriodEdit):
            model.setData(index, editor.period)


class SummaryTable(QTableView):
    """``looked``: another line became the current one. The blank key takes a report or leaves it."""

    looked = Signal()

    def __init__(self, model: SummaryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = model
        self.setModel(model)
        self.setAccessibleName("Файли")
        self.setFont(theme.small_font())
        self.setItemDelegateForColumn(PERIOD, PeriodDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + theme.GRID)
        self._set_columns()
        self.selectionModel().currentRowChanged.connect(self.looked)
        model.modelReset.connect(self._span)

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setAccessibleName("Заголовки списку файлів")
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        digit = self.fontMetrics().horizontalAdvance("0")
        words = {FILE: _FILE_DIGITS, KIND: _KIND_DIGITS, PERIOD: _PERIOD_DIGITS}
        for section, heading in enumerate(HEADINGS):
            wished = words[section] * digit if section in words else 0
            self.setColumnWidth(section, max(wished, header.fontMetrics().horizontalAdvance(heading) + 14))
        header.setSectionResizeMode(COURT, QHeaderView.ResizeMode.Stretch)

    @property
    def line(self) -> Line | None:
        """The current line."""
        return self.lines.line(self.currentIndex().row())

    def go(self, key: Key | None) -> None:
        """Make a report's line the current one; the first line where there is none of it."""
        row = max(self.lines.row_of(key), 0)
        if self.currentIndex().row() != row:
            column = self.currentIndex().column() if self.currentIndex().isValid() else FILE
            self.setCurrentIndex(self.lines.index(row, column))

    def fit(self) -> None:
        """Be as high as the lines, up to some."""
        lines = min(max(self.lines.rowCount(), 2), _MOST_LINES)
        rows = lines * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.lines.index(self.currentIndex().row(), FILE)
        here = self.currentIndex().column() != SENT
        if event.key() == Qt.Key.Key_Space and here and index.isValid():
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            on = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.lines.setData(index, on, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)

    def _span(self) -> None:
        """The sentence about a file that was not read takes the whole line."""
        self.clearSpans()
        for row in self.lines.refused:
            self.setSpan(row, KIND, 1, SENT - KIND + 1)

"""The table of drafts: typed in place, the blank key ticks, and what arrives does not disturb typing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.links.drafts_model import HEADINGS, PLACES, DraftsModel, Part

Index = QModelIndex | QPersistentModelIndex
_LINES = 2
#: Widths in digits of the columns that are not stretched.
_WIDTHS = {Part.TICK: 5, Part.DATE: 14, Part.WHERE: 10, Part.OUTLET: 18, Part.ADDRESS: 24, Part.NOTE: 30}
_FILLED = "filled"


class _TypingDelegate(QStyledItemDelegate):
    """What is read of a page while its cell is typed in goes by the typing."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor: QWidget = super().createEditor(parent, option, index)
        editor.setAccessibleName(f"{HEADINGS[index.column()]}, рядок {index.row() + 1}")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not editor.property(_FILLED):
            editor.setProperty(_FILLED, True)
            super().setEditorData(editor, index)


class _PlaceDelegate(QStyledItemDelegate):
    """Chooses the column that an address goes into."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        box.setAccessibleName(f"Куди йде адреса, рядок {index.row() + 1}")
        box.addItems(list(PLACES.values()))
        box.activated.connect(lambda _place: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())


class _AddressDelegate(QStyledItemDelegate):
    """Of an address both ends tell which it is."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class DraftsTable(QTableView):
    """A line for each address."""

    def __init__(self, model: DraftsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = model
        self.setAccessibleName("Нові заходи")
        self.setModel(model)
        self.setFont(theme.small_font())
        self.setItemDelegate(_TypingDelegate(self))
        self.setItemDelegateForColumn(Part.WHERE, _PlaceDelegate(self))
        self.setItemDelegateForColumn(Part.ADDRESS, _AddressDelegate(self))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LINES * self.fontMetrics().lineSpacing() + theme.GRID)
        self._set_header()

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        header.setAccessibleName("Заголовки нових заходів")
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        digit = self.fontMetrics().horizontalAdvance("0")
        for part, width in _WIDTHS.items():
            self.setColumnWidth(part, width * digit + 2 * theme.GRID)
        header.setSectionResizeMode(Part.TITLE, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The blank key ticks the chosen rows, wherever the current cell is."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        if event.key() == Qt.Key.Key_Space and rows:
            on = not self._drafts.is_ticked(rows[0])
            for row in rows:
                self._drafts.tick(row, on)
        else:
            super().keyPressEvent(event)

"""The list of findings: a line each, the form of its severity before its words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.findings.model import HIDE, MEND, UNHIDE, Entry, FindingsModel, Part
from ui.register import mark_shapes
from ui.register.marks import WORDS

Index = QModelIndex | QPersistentModelIndex
_PAD = 4
_FORM = int(mark_shapes.SIZE) + theme.GRID


class FindingsList(QTableView):
    """``entered``: lead to this finding; ``acted``: do what its line offers."""

    entered = Signal(object)
    acted = Signal(object)

    def __init__(self, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings = model
        self._pressed = QPersistentModelIndex()
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(self))
        self.setFont(theme.small_font())
        self.setAccessibleName("Перелік зауважень")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._set_headers()
        self.doubleClicked.connect(self._enter)

    def _set_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(8)
        rows.setDefaultSectionSize(self.fontMetrics().lineSpacing() + 2 * _PAD)
        columns.hide()
        columns.setMinimumSectionSize(16)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(Part.MESSAGE, QHeaderView.ResizeMode.Stretch)
        width = self.fontMetrics().horizontalAdvance
        room = 4 * _PAD
        severity = max(width(words[0].capitalize()) for words in WORDS.values())
        self.setColumnWidth(Part.SEVERITY, severity + _FORM + room)
        self.setColumnWidth(Part.NUMBER, width("0000") + room)
        self.setColumnWidth(Part.COLUMN, width("Посилання на сайт суду") + room)
        self.setColumnWidth(Part.ACTION, max(width(word) for word in (MEND, HIDE, UNHIDE)) + room)

    @property
    def chosen_rows(self) -> list[int]:
        """The selected rows from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def go(self, row: int) -> None:
        """Make a row the current and the only chosen one."""
        if 0 <= row < self._findings.rowCount():
            self.setCurrentIndex(self._findings.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of a double one is no click on what has taken the line's place meanwhile."""
        self._pressed = QPersistentModelIndex()
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the line's action does it; a press that began elsewhere does not."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        entry = self._findings.entry(index.row())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and entry is not None and index.column() == Part.ACTION and self._pressed == index:
            self.acted.emit(entry)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint()).column() == Part.ACTION
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the list while it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _enter(self, index: QModelIndex) -> None:
        entry = self._findings.entry(index.row())
        if entry is not None and index.column() != Part.ACTION:
            self.entered.emit(entry.finding)


class _LineDelegate(QStyledItemDelegate):
    """Draws the form of the severity, and what a line offers as a link."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.column() == Part.ACTION:
            option.font.setUnderline(True)
            role = QPalette.ColorRole.Link
            option.palette.setColor(QPalette.ColorRole.Text, option.palette.color(role))
        elif index.column() == Part.SEVERITY:
            option.decorationSize = QSize(_FORM, 1)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        elif index.column() == Part.NUMBER:
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        entry = _entry(index)
        if entry is not None and entry.hidden:
            option.font.setStyle(QFont.Style.StyleItalic)
            option.palette.setColor(QPalette.ColorRole.Text, option.palette.color(theme.QUIET))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        entry = _entry(index)
        if entry is not None and index.column() == Part.SEVERITY:
            rect = option.rect
            top = rect.top() + (rect.height() - mark_shapes.SIZE) / 2
            spot = QRectF(rect.left() + theme.GRID, top, mark_shapes.SIZE, mark_shapes.SIZE)
            mark_shapes.draw_severity(painter, spot, entry.finding.severity, option.palette)


def _entry(index: Index) -> Entry | None:
    model = index.model()
    return model.entry(index.row()) if isinstance(model, FindingsModel) else None

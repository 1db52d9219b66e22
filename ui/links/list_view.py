"""The list of links: a line an address, the form of its group before the word."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
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
from ui.links import words
from ui.links.forms import draw_group
from ui.links.model import LinksModel, Part
from ui.register import mark_shapes

Index = QModelIndex | QPersistentModelIndex
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_PAD = 4
_FORM = int(mark_shapes.SIZE) + theme.GRID
#: The address has this part of the room that it shares with the message.
_SHARE = 0.48
#: In a narrower list the day of the check makes room; the tip has it.
_NARROW = 620


class LinksList(QTableView):
    """``entered``: lead to this link; ``acted``: do what its line offers; ``copied``: copy its address."""

    entered = Signal(object)
    acted = Signal(object)
    copied = Signal()

    def __init__(self, model: LinksModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links = model
        self._pressed = QPersistentModelIndex()
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(self))
        self.setFont(theme.small_font())
        self.setAccessibleName("Перелік посилань")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self.setColumnWidth(Part.STATE, max(map(width, words.STATES)) + _FORM + room)
        self.setColumnWidth(Part.WHERE, width("№ 10, 11") + room)
        self.setColumnWidth(Part.SEEN, width("00.00.0000") + room)
        self.setColumnWidth(Part.ACTION, max(map(width, words.ACTS)) + room)

    @property
    def chosen_rows(self) -> list[int]:
        """The selected rows from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def go(self, row: int) -> None:
        """Make a row the current and the only chosen one."""
        if 0 <= row < self._links.rowCount():
            # The view's own way would go by the keys that happen to be held, and choose more.
            self.selectionModel().setCurrentIndex(self._links.index(row, 0), _ALONE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Address and message share what the others leave."""
        self.setColumnHidden(Part.SEEN, self.viewport().width() < _NARROW)
        others = (Part.STATE, Part.WHERE, Part.SEEN, Part.ACTION)
        room = self.viewport().width() - sum(self.columnWidth(part) for part in others)
        self.setColumnWidth(Part.ADDRESS, int(max(room, 0) * _SHARE))
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """«Copy» here means the address: the window's own action is for the table's cells."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
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
        link = self._links.link(index.row())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and link is not None and index.column() == Part.ACTION and self._pressed == index:
            self.acted.emit(link)

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
        # Qt makes the first line the current one without choosing it: nothing could be done about it.
        if not self.selectionModel().hasSelection():
            self.go(max(self.currentIndex().row(), 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _enter(self, index: QModelIndex) -> None:
        link = self._links.link(index.row())
        if link is not None and index.column() != Part.ACTION:
            self.entered.emit(link)


class _LineDelegate(QStyledItemDelegate):
    """Draws the form of the group, and what a line offers as a link."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        part = Part(index.column())
        # Of an address both ends tell: the host, and the page.
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        option.textElideMode = middle if part is Part.ADDRESS else right
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if part is Part.ACTION:
            option.font.setUnderline(True)
            role = QPalette.ColorRole.Link
            option.palette.setColor(QPalette.ColorRole.Text, option.palette.color(role))
        elif part is Part.STATE:
            option.decorationSize = QSize(_FORM, 1)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        elif part is Part.SEEN:
            option.palette.setColor(QPalette.ColorRole.Text, option.palette.color(theme.QUIET))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        link = model.link(index.row()) if isinstance(model, LinksModel) else None
        if link is not None and index.column() == Part.STATE:
            rect = option.rect
            top = rect.top() + (rect.height() - mark_shapes.SIZE) / 2
            spot = QRectF(rect.left() + theme.GRID, top, mark_shapes.SIZE, mark_shapes.SIZE)
            draw_group(painter, spot, link.group, option.palette)

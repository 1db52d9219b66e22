"""A list of lines as the foot has them: a form before the words, one thing to do at the end of each line."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
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
from ui.register import mark_shapes

Index = QModelIndex | QPersistentModelIndex
#: Pixels about the words of a line, and the room that a form takes.
PAD, FORM = 4, int(mark_shapes.SIZE) + theme.GRID
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class LineList(QTableView):
    """``entered``: lead to what a line is about; ``acted``: do what the line offers.

    ``action`` is the column of what is offered, ``message`` the one that takes the room which the others
    leave.
    """

    entered = Signal(object)
    acted = Signal(object)

    def __init__(
        self, model: QAbstractItemModel, action: int, message: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._pressed = QPersistentModelIndex()
        self.setModel(model)
        self.setFont(theme.small_font())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._set_headers(message)
        self.doubleClicked.connect(self._enter)

    def _set_headers(self, message: int) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(8)
        rows.setDefaultSectionSize(self.fontMetrics().lineSpacing() + 2 * PAD)
        columns.hide()
        columns.setMinimumSectionSize(16)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(message, QHeaderView.ResizeMode.Stretch)

    @abstractmethod
    def subject(self, row: int) -> object | None:
        """What a line is about; ``None`` where there is no line."""

    @abstractmethod
    def deed(self, row: int) -> object | None:
        """What the thing offered at a line is done to; ``None`` where there is no line."""

    def offer(self, text: str, keys: str, slot: Callable[[], None]) -> QAction:
        """One more thing that can be done about the chosen lines, by its keys and in their menu."""
        action = QAction(text, self.parent())
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    @property
    def chosen_rows(self) -> list[int]:
        """The selected rows from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def go(self, row: int) -> None:
        """Make a row the current and the only chosen one."""
        if 0 <= row < self.model().rowCount():
            # The view's own way would go by the keys that happen to be held, and choose more.
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), _ALONE)

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
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and index.column() == self._action and self._pressed == index:
            self.acted.emit(self.deed(index.row()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint()).column() == self._action
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
        subject = self.subject(index.row())
        if subject is not None and index.column() != self._action:
            self.entered.emit(subject)


class LineDelegate(QStyledItemDelegate):
    """Leaves room for the form in column ``form``, and shows what column ``action`` offers as a link."""

    def __init__(self, form: int, action: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._form, self._action = form, action

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.column() == self._action:
            option.font.setUnderline(True)
            option.palette.setColor(QPalette.ColorRole.Text, option.palette.color(QPalette.ColorRole.Link))
        elif index.column() == self._form:
            option.decorationSize = QSize(FORM, 1)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == self._form:
            rect = option.rect
            top = rect.top() + (rect.height() - mark_shapes.SIZE) / 2
            spot = QRectF(rect.left() + theme.GRID, top, mark_shapes.SIZE, mark_shapes.SIZE)
            self.draw_form(painter, spot, index, option.palette)

    @abstractmethod
    def draw_form(self, painter: QPainter, spot: QRectF, index: Index, palette: QPalette) -> None:
        """Draw the form of a line."""

"""The links of one field of the editor: what is known of each, and what can be done with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from courtcomms.model import LinkGroup
from ui import theme
from ui.links.forms import draw_group
from ui.links.looks import LinkLook
from ui.links.reading import ReadLink
from ui.register.mark_shapes import SIZE

Index = QModelIndex | QPersistentModelIndex
#: So many links are seen at once; the others are scrolled to.
MOST_ROWS = 3
_PAD = 3
_NONE = QModelIndex()
_SELECTED = QStyle.StateFlag.State_Selected


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link of the field as it stands there, how it looks, and its address for people."""

    read: ReadLink
    look: LinkLook
    shown: str


class LinkLines(QAbstractListModel):
    """A row a link, in the order of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[LinkLine, ...] = ()

    def take(self, lines: Sequence[LinkLine]) -> None:
        """Show these; where only their looks are others, the rows stay."""
        now = tuple(lines)
        if now == self._lines:
            return
        if len(now) == len(self._lines):
            self._lines = now
            self.dataChanged.emit(self.index(0), self.index(len(now) - 1))
            return
        self.beginResetModel()
        self._lines = now
        self.endResetModel()

    def line(self, row: int) -> LinkLine | None:
        """The link of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @property
    def first_to_mend(self) -> int:
        """The row of the first link of which something is to be done; else the uppermost."""
        calm = (LinkGroup.FINE, LinkGroup.UNCHECKED)
        rows = (row for row, line in enumerate(self._lines) if line.look.group not in calm)
        return next(rows, 0)

    def holds(self, urls: Collection[str]) -> bool:
        """Whether one of these addresses is among the links."""
        return any(line.read.url in urls for line in self._lines)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.look.word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = f"посилання {index.row() + 1} з {len(self._lines)}: {line.look.word}."
            return " ".join(part for part in (place, line.look.why, line.shown) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            put = f"Можна поставити: {line.look.repair}" if line.look.repair else ""
            return "\n".join(part for part in (line.look.why, line.shown, put) if part)
        return None


class LinkList(QListView):
    """``opened``, ``checked`` and ``mended`` ask for what the keys of a row stand for: Enter (with Shift too,
    as in the list of all links), the space bar, Ctrl+Enter. ``menu_wanted`` hands out the menu of a row;
    ``done`` gives the keyboard back to the field."""

    opened = Signal()
    checked = Signal()
    mended = Signal()
    done = Signal()
    menu_wanted = Signal(object)

    def __init__(self, lines: LinkLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setModel(lines)
        self.setFont(theme.small_font())
        self.setItemDelegate(_LineDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        # Tab goes from field to field in the editor; Alt+Down leads from a field into its list.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)

    @property
    def row_height(self) -> int:
        """Height of a row in pixels: the word over the address."""
        return 2 * self.fontMetrics().lineSpacing() + 2 * _PAD

    def fit(self) -> None:
        """Be as high as the links, up to :data:`MOST_ROWS`."""
        self.setFixedHeight(min(self._lines.rowCount(), MOST_ROWS) * self.row_height)

    def enter(self) -> None:
        """Take the keyboard."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._lines.index(0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, plain = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and held in (plain, control, Qt.KeyboardModifier.ShiftModifier):
            (self.mended if held == control else self.opened).emit()
        elif key == Qt.Key.Key_Space and held == plain:
            self.checked.emit()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentIndex().row() <= 0):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._lines.line(self.currentIndex().row()) is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.setAccessibleName("Дії з посиланням")
            self.menu_wanted.emit(menu)
            menu.popup(event.globalPos())

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
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _open(self, _index: QModelIndex) -> None:
        self.opened.emit()


class _LineDelegate(QStyledItemDelegate):
    """The form of the group, its word, and beneath it the address, shortened in its middle."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, 2 * option.fontMetrics.lineSpacing() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        line = model.line(index.row()) if isinstance(model, LinkLines) else None
        if line is None:
            return
        rect, palette, metrics = option.rect, option.palette, option.fontMetrics
        selected = _SELECTED in option.state
        if selected:
            painter.fillRect(rect, palette.highlight())
        height = metrics.lineSpacing()
        top, left = rect.top() + _PAD, rect.left() + _PAD
        draw_group(painter, QRectF(left, top + (height - SIZE) / 2, SIZE, SIZE), line.look.group, palette)
        left += round(SIZE) + theme.GRID
        room = rect.right() - left - _PAD
        high = palette.color(QPalette.ColorRole.HighlightedText)
        painter.setFont(option.font)
        for number, (text, role, cut) in enumerate(
            (
                (line.look.word, QPalette.ColorRole.WindowText, Qt.TextElideMode.ElideRight),
                (line.shown, theme.QUIET, Qt.TextElideMode.ElideMiddle),
            )
        ):
            painter.setPen(high if selected else palette.color(role))
            words = metrics.elidedText(text, cut, room)
            painter.drawText(left, top + number * height + metrics.ascent(), words)

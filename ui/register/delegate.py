"""How a cell of the table is drawn and edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from courtcomms.model import Severity
from ui.columns import COLUMNS, WRITTEN, full
from ui.editor.cell_edit import CellEdit
from ui.register import mark_shapes
from ui.register.text_layout import Laid, Layouts

if TYPE_CHECKING:
    from ui.register.model import EventTable

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint

#: Blanks between a cell's edge and its text.
PAD_X, PAD_Y = 6, 6
_DISPLAY = Qt.ItemDataRole.DisplayRole
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEW_LINE = (
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
)


class CellDelegate(QStyledItemDelegate):
    """Wrapped text with thin lines between cells; a many-lined editor in place.

    In the editor Enter keeps and goes on (``finished``), Alt+Enter, Ctrl+Enter and Shift+Enter break the
    line, Esc drops. ``marked`` is the table whose marks are drawn.
    """

    finished = Signal()

    def __init__(self, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layouts = Layouts(font)
        self.current_row = -1
        self.marked: EventTable | None = None
        self.replacing = False

    def text_height(self, text: str, width: int) -> int:
        """Height in pixels of a cell of that width which shows the whole text."""
        return round(self._layouts.laid(text, width - 2 * PAD_X).height) + 2 * PAD_Y

    @property
    def line_height(self) -> float:
        """Height of one line of text in pixels."""
        return self._layouts.line_height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette, rect = option.palette, option.rect
        if selected:
            painter.fillRect(rect, palette.brush(QPalette.ColorRole.Highlight))
        elif index.row() == self.current_row:
            painter.fillRect(rect, palette.brush(QPalette.ColorRole.AlternateBase))
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(palette.color(role))
        inner = QRectF(rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y))
        laid = self._layouts.laid(index.data(_DISPLAY) or "", int(inner.width()))
        laid.draw(painter, inner)
        self._draw_marks(painter, option, index, laid)
        painter.restore()
        self._draw_edges(painter, option)

    def _draw_marks(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, laid: Laid) -> None:
        event = self.marked.event_at(index.row()) if self.marked is not None else None
        if self.marked is None or event is None:
            return
        marks, column = self.marked.marks, COLUMNS[index.column()]
        if column not in WRITTEN:
            if of_row := marks.of_row(event):
                number = (PAD_X + laid.longest, PAD_Y + self.line_height)
                painter.setFont(option.font)
                mark_shapes.draw_row_marks(painter, option.rect, of_row, option.palette, number)
        elif (severity := marks.of_cell(event.id, column)) is not Severity.OK:
            mark_shapes.draw_corner(painter, option.rect, severity, option.palette)

    def _draw_edges(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect = option.rect
        painter.save()
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Midlight), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = _InPlace(parent, most_lines=40)
        editor.setAccessibleName(full(COLUMNS[index.column()]))
        editor.setFont(option.font)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not isinstance(editor, CellEdit) or editor.document().isModified():
            return
        editor.load(index.data(Qt.ItemDataRole.EditRole) or "")
        if self.replacing:
            editor.selectAll()
        else:
            editor.moveCursor(editor.textCursor().MoveOperation.End)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEdit) and editor.document().isModified():
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        room = editor.parentWidget().rect() if editor.parentWidget() else option.rect
        rect = QRect(option.rect)
        rect.setHeight(min(max(rect.height(), round(3 * self.line_height) + 2 * PAD_Y), room.height()))
        if rect.bottom() > room.bottom():
            rect.moveBottom(room.bottom())
        rect.moveTop(max(rect.top(), room.top()))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, CellEdit)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _KEYS
        ):
            if event.modifiers() & _NEW_LINE:
                watched.insertPlainText("\n")
            else:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, Hint.NoHint)
                self.finished.emit()
            return True
        return super().eventFilter(watched, event)


class _InPlace(CellEdit):
    """Framed as the current cell is, so that it is seen where the letters go."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
        painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

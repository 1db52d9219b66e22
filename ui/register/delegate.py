"""How a cell of the table is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from courtcomms.model import Severity
from ui.columns import COLUMNS, LINKED, WRITTEN
from ui.register import link_shapes, mark_shapes
from ui.register.in_place import InPlaceDelegate
from ui.register.link_marks import LinkStroke
from ui.register.text_layout import Laid, Layouts

if TYPE_CHECKING:
    from ui.register.model import EventTable

Index = QModelIndex | QPersistentModelIndex

#: Blanks between a cell's edge and its text.
PAD_X, PAD_Y = 6, 6
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SELECTED, _FOCUS = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_HIGHLIGHT, _HIGHLIGHTED_TEXT = QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText
_ALTERNATE, _TEXT = QPalette.ColorRole.AlternateBase, QPalette.ColorRole.Text
_EDGE = QPalette.ColorRole.Midlight


class CellDelegate(InPlaceDelegate):
    """Wrapped text with thin lines between cells; ``marked`` is the table whose marks are drawn. The field
    in place is the base's matter."""

    def __init__(self, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layouts = Layouts(font)
        self.current_row = -1
        self.marked: EventTable | None = None

    def text_height(self, text: str, width: int) -> int:
        """Height in pixels of a cell of that width which shows the whole text."""
        return round(self._layouts.laid(text, width - 2 * PAD_X).height) + 2 * PAD_Y

    @property
    def line_height(self) -> float:
        """Height of one line of text in pixels."""
        return self._layouts.line_height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # Called for each cell in sight: what Qt hands over is asked for once, and its flags as a number.
        state, palette, rect, row = option.state.value, option.palette, option.rect, index.row()
        selected = bool(state & _SELECTED)
        if selected:
            painter.fillRect(rect, palette.brush(_HIGHLIGHT))
        elif row == self.current_row:
            painter.fillRect(rect, palette.brush(_ALTERNATE))
        inner = QRectF(rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y))
        laid = self._layouts.laid(index.data(_DISPLAY) or "", int(inner.width()))
        painter.setPen(palette.color(_HIGHLIGHTED_TEXT if selected else _TEXT))
        if laid.fits(inner.height()):
            laid.draw(painter, inner)
        else:
            painter.save()
            painter.setClipRect(rect)
            laid.draw(painter, inner)
            painter.restore()
        self._draw_marks(painter, option, index, laid, inner)
        self._draw_edges(painter, palette, rect, focus=bool(state & _FOCUS))

    def _draw_marks(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, laid: Laid, inner: QRectF
    ) -> None:
        event = self.marked.event_at(index.row()) if self.marked is not None else None
        if self.marked is None or event is None:
            return
        marks, column = self.marked.marks, COLUMNS[index.column()]
        if column not in WRITTEN:
            if of_row := marks.of_row(event):
                number = (PAD_X + laid.longest, PAD_Y + self.line_height)
                painter.setFont(option.font)
                mark_shapes.draw_row_marks(painter, option.rect, of_row, option.palette, number)
            return
        if column in LINKED and (strokes := marks.strokes(event, column)):
            _draw_strokes(painter, option, strokes, laid, inner)
        if (severity := marks.of_cell(event.id, column)) is not Severity.OK:
            mark_shapes.draw_corner(painter, option.rect, severity, option.palette)

    def _draw_edges(self, painter: QPainter, palette: QPalette, rect: QRect, *, focus: bool) -> None:
        colour = palette.color(_EDGE)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colour)
        if focus:
            painter.save()
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
            painter.restore()


def _draw_strokes(
    painter: QPainter,
    option: QStyleOptionViewItem,
    strokes: Iterable[LinkStroke],
    laid: Laid,
    inner: QRectF,
) -> None:
    """Underline the links of a cell whose text is drawn in ``inner``."""
    selected, place = bool(option.state.value & _SELECTED), inner.topLeft()
    for start, end, group in strokes:
        lines = laid.underlines(start, end, link_shapes.HEIGHT, inner.height())
        drawn = [line.translated(place) for line in lines]
        link_shapes.draw_lines(painter, group, drawn, option.palette, selected=selected)

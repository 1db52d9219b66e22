"""How lists draw an entry in two lines: its name, and beneath it in the quieter colour what to know of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme

#: The second line; an entry without one is drawn by the style.
DETAIL = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class TwoLines(QStyledItemDelegate):
    """Icon and tick, where there are any, are the style's own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        detail = index.data(DETAIL)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        if detail is None:
            super().paint(painter, option, index)
            _frame_tick(painter, shown)
            return
        style = option.widget.style() if option.widget else QApplication.style()
        shown.decorationAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, option.widget)
        picture = style.subElementRect(QStyle.SubElement.SE_ItemViewItemDecoration, shown, option.widget)
        name, icon = shown.text, QIcon(shown.icon)
        self._draw_ground(painter, option)
        state = QStyle.StateFlag
        shown.state &= ~(state.State_Selected | state.State_HasFocus | state.State_MouseOver)
        # The style would draw the picture in the colour of what is not selected.
        shown.text, shown.icon = "", QIcon()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        icon.paint(painter, picture, Qt.AlignmentFlag.AlignCenter, _mode(option))
        _frame_tick(painter, shown)
        self._write(painter, option, words.left() + theme.GRID // 2, (name, detail))

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """As in the table: the style's own ground ends where the branch begins."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.Highlight))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), 2))
            whole = QRect(0, option.rect.top(), option.rect.right() + 1, option.rect.height())
            painter.drawRect(whole.adjusted(1, 1, -2, -2))
            painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, left: int, lines: tuple[str, str]
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role, small = QPalette.ColorRole, theme.small_font()
        heights = QFontMetrics(option.font).height(), QFontMetrics(small).height()
        top = option.rect.top() + (option.rect.height() - sum(heights)) // 2
        width = option.rect.right() - left - theme.GRID // 2
        faint = role.PlaceholderText if option.state & QStyle.StateFlag.State_Enabled else role.Mid
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(role.HighlightedText if selected else role.Text))
        _draw_line(painter, QRect(left, top, width, heights[0]), lines[0])
        painter.setFont(small)
        painter.setPen(option.palette.color(role.HighlightedText if selected else faint))
        _draw_line(painter, QRect(left, top + heights[0], width, heights[1]), lines[1])
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(option.font).height()
        if index.data(DETAIL) is None:
            return QSize(60, height + 2 * theme.GRID)
        return QSize(60, height + QFontMetrics(theme.small_font()).height() + 2 * theme.GRID)


def _mode(option: QStyleOptionViewItem) -> QIcon.Mode:
    if not option.state & QStyle.StateFlag.State_Enabled:
        return QIcon.Mode.Disabled
    return QIcon.Mode.Selected if option.state & QStyle.StateFlag.State_Selected else QIcon.Mode.Normal


def _frame_tick(painter: QPainter, shown: QStyleOptionViewItem) -> None:
    """The style's own frame of an empty tick box is lost on a dark ground."""
    if shown.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
        style = shown.widget.style() if shown.widget else QApplication.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, shown.widget)
        painter.save()
        painter.setPen(QPen(shown.palette.color(QPalette.ColorRole.PlaceholderText), 1))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()


def _draw_line(painter: QPainter, rect: QRect, text: str) -> None:
    elided = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, 0, elided)

"""How a change is drawn: what goes is struck out, what comes is underlined, both half-bold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.replace.preview import PIECES
from ui.utf16 import units_of

_ROLE = QPalette.ColorRole


class ChangeDelegate(QStyledItemDelegate):
    """One line: before, what goes, what comes, behind."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        layout = _laid_out(index.data(PIECES), option.font)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setPen(option.palette.color(_ROLE.HighlightedText if selected else _ROLE.Text))
        top = option.rect.top() + (option.rect.height() - layout.boundingRect().height()) / 2
        layout.draw(painter, QPointF(option.rect.left() + theme.GRID / 2, top))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + theme.GRID)


def _laid_out(pieces: tuple[str, str, str, str], font: QFont) -> QTextLayout:
    before, gone, come, behind = pieces
    layout = QTextLayout(before + gone + come + behind, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_marked(before, gone, out=True), _marked(before + gone, come, out=False)])
    layout.beginLayout()
    layout.createLine().setLineWidth(10_000)
    layout.endLayout()
    return layout


def _marked(before: str, text: str, *, out: bool) -> QTextLayout.FormatRange:
    look = theme.changed(gone=out)
    if out:
        look.setForeground(QApplication.palette().brush(theme.DOUBT))
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = units_of(before), units_of(text), look
    return found

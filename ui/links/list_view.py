"""The list of links: a line an address, the form of its group before the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui import theme
from ui.line_list import FORM, PAD, Index, LineDelegate, LineList
from ui.links import words
from ui.links.forms import draw_group
from ui.links.model import LinksModel, Part

if TYPE_CHECKING:
    from courtcomms.services.link_values import ReportLink

#: The address has this part of the room that it shares with the message.
_SHARE = 0.48
#: In a narrower list the day of the check makes room; the tip has it.
_NARROW = 620


class LinksList(LineList):
    """``entered`` and ``acted`` carry the link; ``copied``: copy the address of the chosen one."""

    copied = Signal()

    def __init__(self, model: LinksModel, parent: QWidget | None = None) -> None:
        self._links = model
        super().__init__(model, Part.ACTION, Part.MESSAGE, parent)
        self.setItemDelegate(_LineDelegate(Part.STATE, Part.ACTION, self))
        self.setAccessibleName("Перелік посилань")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_widths()

    def _set_widths(self) -> None:
        width = self.fontMetrics().horizontalAdvance
        room = 4 * PAD
        self.setColumnWidth(Part.STATE, max(map(width, words.STATES)) + FORM + room)
        self.setColumnWidth(Part.WHERE, width("№ 10, 11") + room)
        self.setColumnWidth(Part.SEEN, width("00.00.0000") + room)
        self.setColumnWidth(Part.ACTION, max(map(width, words.ACTS)) + room)

    def subject(self, row: int) -> ReportLink | None:
        return self._links.link(row)

    def deed(self, row: int) -> ReportLink | None:
        return self._links.link(row)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt makes the first line the current one without choosing it: nothing could be done about it.
        if not self.selectionModel().hasSelection():
            self.go(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)


class _LineDelegate(LineDelegate):
    """Draws the form of the group; the day of the check stands back."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == Part.ADDRESS:
            # Both ends tell: the host, and the page.
            option.textElideMode = Qt.TextElideMode.ElideMiddle
        elif index.column() == Part.SEEN:
            option.palette.setColor(QPalette.ColorRole.Text, option.palette.color(theme.QUIET))

    def draw_form(self, painter: QPainter, spot: QRectF, index: Index, palette: QPalette) -> None:
        model = index.model()
        link = model.link(index.row()) if isinstance(model, LinksModel) else None
        if link is not None:
            draw_group(painter, spot, link.group, palette)

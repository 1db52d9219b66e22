"""The headings of the table: in the register each has a button that opens the column's filter."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

from ui.columns import COLUMNS, WRITTEN
from ui.icons import icon

_BUTTON, _PAD = 16, 4
#: Lines of a column's name.
_LINES = 2


class FilterHeader(QHeaderView):
    """``filter_wanted`` tells the column whose button was pressed."""

    filter_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._filtering = False
        self._active: frozenset[int] = frozenset()
        self._sorted: tuple[int, bool] | None = None
        self._hovered = -1
        self._pictures = {name: icon(name) for name in ("filter", "filter_on", "order_up", "order_down")}
        self.setAccessibleName("Заголовки колонок")
        self.setMinimumSectionSize(36)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSectionsClickable(True)
        self.setMouseTracking(True)

    @property
    def filtering(self) -> bool:
        """Whether the headings offer filters and sort."""
        return self._filtering

    @property
    def sorted_by(self) -> tuple[int, bool] | None:
        """The column that orders the rows, and whether downwards."""
        return self._sorted

    def offer(self, filtering: bool, active: frozenset[int], by: tuple[int, bool] | None) -> None:
        """Offer filters or not; ``active`` columns are filtered, ``by`` tells the order."""
        self._filtering, self._active, self._sorted = filtering, active, by
        self.fit()
        self.viewport().update()

    def fit(self) -> None:
        """As high as two lines of names, in the register with a strip of buttons beneath them."""
        names = _LINES * self.fontMetrics().lineSpacing() + 3 * _PAD
        self.setFixedHeight(names + _BUTTON + _PAD // 2 if self._filtering else names)

    def button_rect(self, section: int) -> QRect:
        """Where the filter's button of a column is; empty where it has none."""
        if not self._filtering or COLUMNS[section] not in WRITTEN:
            return QRect()
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        return QRect(right - _BUTTON - _PAD, self.height() - _BUTTON - _PAD, _BUTTON, _BUTTON)

    def _order_rect(self, section: int) -> QRect:
        return self.button_rect(section).translated(-_BUTTON - _PAD, 0).adjusted(2, 2, -2, -2)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect = rect
        option.section = section
        painter.save()
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        button = self.button_rect(section)
        room = rect.adjusted(_PAD + 2, 2, -_PAD, -_BUTTON - _PAD if self._filtering else -2)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), str(self.model().headerData(section, self.orientation())))
        if not button.isNull():
            self._paint_button(painter, button, section)
        if self._sorted is not None and self._sorted[0] == section:
            self._paint_order(painter, self._order_rect(section))
        painter.restore()

    def _paint_button(self, painter: QPainter, place: QRect, section: int) -> None:
        """A funnel, filled and framed where the column is filtered."""
        active = section in self._active
        if active or section == self._hovered:
            painter.setPen(
                self.palette().color(QPalette.ColorRole.Accent if active else QPalette.ColorRole.Mid)
            )
            painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(place.adjusted(0, 0, -1, -1), 3, 3)
        self._pictures["filter_on" if active else "filter"].paint(painter, place.adjusted(2, 2, -2, -2))

    def _paint_order(self, painter: QPainter, place: QRect) -> None:
        assert self._sorted is not None
        self._pictures["order_down" if self._sorted[1] else "order_up"].paint(painter, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        section = self._button_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and section >= 0:
            self.filter_wanted.emit(section)
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._button_at(event.position().toPoint()) < 0:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hovered = self._button_at(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()

    def _button_at(self, point: QPoint) -> int:
        section = self.logicalIndexAt(point)
        return section if section >= 0 and self.button_rect(section).contains(point) else -1

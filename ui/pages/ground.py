"""The grey ground on which sheets lie one under another: how large and where they are, how they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.pages.layout import PagedReport
from ui.pages.measures import PER_INCH, SHEET
from ui.pages.pixmaps import Pixmaps, draw_sheet
from ui.pages.zoom import GAP, Fit, Zoom, next_step, scale_of


class SheetsGround(QAbstractScrollArea):
    """Lays the sheets of a report out; ``zoomed`` tells that their size is another one."""

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: PagedReport | None = None
        self._pixmaps = Pixmaps()
        self._zoom: Zoom = Fit.WIDTH
        self._scale = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._measure()

    def _lay(self, report: PagedReport | None) -> None:
        self._report = report
        self._pixmaps.clear()
        self._measure()

    @property
    def report(self) -> PagedReport | None:
        """What is shown."""
        return self._report

    @property
    def page_count(self) -> int:
        """How many sheets are shown."""
        return self._report.page_count if self._report is not None else 0

    @property
    def page(self) -> int:
        """The sheet in the middle of the window, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2 - GAP
        return min(max(int(middle / self._stride), 0), max(self.page_count - 1, 0))

    def go_to(self, page: int, y: float = 0.0) -> None:
        """Bring a sheet to the top, or a place ``y`` units below its upper edge into sight."""
        top = round(GAP + page * self._stride + y * self._scale)
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if not y:
            bar.setValue(top - GAP)
        elif not bar.value() <= top <= bar.value() + high * 2 // 3:
            bar.setValue(top - high // 4)

    @property
    def zoom(self) -> Zoom:
        """A share of the size on paper, or a fit."""
        return self._zoom

    @property
    def share(self) -> float:
        """The share of the size on paper that is shown now, whatever was chosen."""
        return self._scale * PER_INCH / self.logicalDpiX()

    def set_zoom(self, zoom: Zoom, about: QPoint | None = None) -> None:
        """Show sheets in another size; what is at ``about`` (else in the middle) stays where it is."""
        point = about if about is not None else self.viewport().rect().center()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        x = (across.value() + point.x() - GAP) / self._width
        y = (down.value() + point.y() - GAP) / self._stride
        self._zoom = zoom
        self._measure()
        across.setValue(round(x * self._width + GAP - point.x()))
        down.setValue(round(y * self._stride + GAP - point.y()))
        self.zoomed.emit()

    def step_zoom(self, *, larger: bool, about: QPoint | None = None) -> None:
        """To the next step."""
        self.set_zoom(next_step(self.share, larger=larger), about)

    @property
    def _width(self) -> int:
        return max(round(SHEET.width() * self._scale), 1)

    @property
    def _height(self) -> int:
        return max(round(SHEET.height() * self._scale), 1)

    @property
    def _stride(self) -> int:
        return self._height + GAP

    def _measure(self) -> None:
        """The scroll bars for what is shown in the size that is wanted."""
        scale = scale_of(self._zoom, self.viewport().size(), self.logicalDpiX())
        if scale != self._scale:
            self._scale = scale
            self._pixmaps.clear()
        room, pages = self.viewport().size(), self.page_count
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        down.setPageStep(max(room.height() - 2 * GAP, 1))
        down.setSingleStep(max(self._height // 12, 1))
        down.setRange(0, max(GAP + pages * self._stride - room.height(), 0))
        across.setPageStep(room.width())
        across.setSingleStep(max(self._width // 20, 1))
        across.setRange(0, max(self._width + 2 * GAP - room.width(), 0) if pages else 0)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        down = self.verticalScrollBar()
        place = down.value() / self._stride
        self._measure()
        down.setValue(round(place * self._stride))
        self.zoomed.emit()

    def frame_of(self, page: int) -> QRect:
        """Where a sheet is in the window now."""
        room = self.viewport().width()
        left = max((room - self._width) // 2, GAP) - self.horizontalScrollBar().value()
        top = GAP + page * self._stride - self.verticalScrollBar().value()
        return QRect(left, top, self._width, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        report = self._report
        if report is None:
            return
        first = max((event.rect().top() + self.verticalScrollBar().value() - GAP) // self._stride, 0)
        for page in range(first, report.page_count):
            frame = self.frame_of(page)
            if frame.top() > event.rect().bottom():
                break
            self._paint_sheet(painter, report, page, frame)
            painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
            painter.drawRect(frame.adjusted(-1, -1, 0, 0))

    def _paint_sheet(self, painter: QPainter, report: PagedReport, page: int, frame: QRect) -> None:
        ratio = self.devicePixelRatioF()
        size = round(frame.width() * ratio), round(frame.height() * ratio)
        pixmap = self._pixmaps.sheet(report, page, *size, ratio)
        if pixmap is not None:
            painter.drawPixmap(frame.topLeft(), pixmap)
            return
        painter.save()
        painter.setClipRect(frame)
        painter.translate(frame.topLeft())
        draw_sheet(painter, report, page, frame.width(), frame.height())
        painter.restore()

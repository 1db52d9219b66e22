"""Sheets of a report as they will be printed, with what the user can do on them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QToolTip, QWidget

from ui.pages.ground import SheetsGround
from ui.pages.layout import PagedReport
from ui.pages.sheet import LinkArea
from ui.pages.zoom import GAP, Fit

_NAME = "Аркуші звіту"
_Step = QAbstractSlider.SliderAction
_KEYS = {
    Qt.Key.Key_PageUp: _Step.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Step.SliderPageStepAdd,
    Qt.Key.Key_Space: _Step.SliderPageStepAdd,
    Qt.Key.Key_Home: _Step.SliderToMinimum,
    Qt.Key.Key_End: _Step.SliderToMaximum,
    Qt.Key.Key_Up: _Step.SliderSingleStepSub,
    Qt.Key.Key_Down: _Step.SliderSingleStepAdd,
}


class SheetsView(SheetsGround):
    """Shows a report that is laid out; nothing else is known of it here.

    ``turned`` tells the sheet in sight (from 0) and how many there are, ``row_chosen`` the row on which the
    user clicked twice, ``link_chosen`` an address that she wants to open.
    """

    turned = Signal(int, int)
    row_chosen = Signal(int)
    link_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: dict[int, tuple[LinkArea, ...]] = {}
        self._told = (-1, -1)
        self.setAccessibleName(_NAME)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._tell)
        self.zoomed.connect(self._tell)

    def show_report(self, report: PagedReport | None) -> None:
        """Show another report, or the same after a change: the place on the sheets stays."""
        self._links.clear()
        self._lay(report)
        self._tell()

    def link_at(self, point: QPoint) -> str:
        """Where the link under a point of the window leads; empty for none."""
        page, place = self._place(point)
        if self._report is None or page is None:
            return ""
        if page not in self._links:
            self._links[page] = self._report.sheet(page).links()
        return next((link.target for link in self._links[page] if link.area.contains(place)), "")

    def row_at(self, point: QPoint) -> int | None:
        """The row of the report under a point of the window, from 0."""
        page, place = self._place(point)
        return self._report.sheet(page).row_at(place.y()) if self._report and page is not None else None

    def _place(self, point: QPoint) -> tuple[int | None, QPointF]:
        """The sheet at a point, and the point on it in units."""
        page = (point.y() + self.verticalScrollBar().value() - GAP) // self._stride
        frame = self.frame_of(page)
        if not 0 <= page < self.page_count or not QRectF(frame).contains(QPointF(point)):
            return None, QPointF()
        return page, QPointF(point - frame.topLeft()) / self._scale

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            target = self.link_at(event.pos())
            text = f"{target}\nCtrl і клацання відкриють у браузері" if target else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = bool(self.link_at(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        asked = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if asked and event.button() == Qt.MouseButton.LeftButton:
            target = self.link_at(event.position().toPoint())
            if target.startswith(("http://", "https://")):
                self.link_chosen.emit(target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.row_chosen.emit(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif turn:
            self.step_zoom(larger=turn > 0, about=event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        zooms: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus: self._enlarge,
            Qt.Key.Key_Equal: self._enlarge,
            Qt.Key.Key_Minus: self._reduce,
            Qt.Key.Key_0: self._fit,
        }
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in zooms:
            zooms[key]()
        elif key in _KEYS:
            self.verticalScrollBar().triggerAction(_KEYS[key])
        else:
            super().keyPressEvent(event)

    def _enlarge(self) -> None:
        self.step_zoom(larger=True)

    def _reduce(self) -> None:
        self.step_zoom(larger=False)

    def _fit(self) -> None:
        self.set_zoom(Fit.WIDTH)

    def _tell(self) -> None:
        now = self.page, self.page_count
        if now != self._told:
            self._told = now
            self.setAccessibleDescription(place_words(*now))
            self.turned.emit(*now)


def place_words(page: int, count: int) -> str:
    """«Аркуш 2 з 5»."""
    return f"Аркуш {page + 1} з {count}" if count else ""

"""The filters at work, over the table: a chip for each, and the number of rows that pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from courtcomms.model import Column
from ui import theme, wording
from ui.register.filters_flow_layout import FlowLayout
from ui.register.filters_words import described, one_line

if TYPE_CHECKING:
    from courtcomms.store import ColumnFilter

_LONGEST = 64


class FilterBar(QWidget):
    """``removed`` tells the column whose chip was pressed, ``cleared`` that all are to go."""

    removed = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Фільтри")
        self._count = QLabel(self)
        self._clear = QPushButton("Очистити фільтри", self)
        self._chips: list[_Chip] = []
        self._flow = FlowLayout(self, theme.GRID)
        self._flow.setContentsMargins(2 * theme.GRID, 0, 2 * theme.GRID, theme.GRID)
        theme.quiet(self._count)
        self._clear.setFlat(True)
        self._clear.clicked.connect(self.cleared)
        self._flow.addWidget(self._count)
        self._flow.addWidget(self._clear)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What the chips say."""
        return [chip.text() for chip in self._chips]

    @property
    def count_text(self) -> str:
        """What is said about the number of rows."""
        return self._count.text()

    @property
    def chips(self) -> list[QPushButton]:
        """The chips, in the order of the filters."""
        return list(self._chips)

    def show_filters(self, filters: Sequence[ColumnFilter]) -> None:
        """Show a chip for each filter; nothing where there is none."""
        focused = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [_Chip(one, self) for one in filters]
        for chip in self._chips:
            chip.pressed_away.connect(self.removed)
        for widget in (self._count, *self._chips, self._clear):
            self._flow.removeWidget(widget)
            self._flow.addWidget(widget)
            widget.show()
        self.setVisible(bool(self._chips))
        if focused and self._chips:
            self._chips[0].setFocus()

    def tell(self, hits: int | None, total: int) -> None:
        """Show «12 заходів з 348»; before the number of hits is known «… з 348»."""
        self._count.setText(f"{'…' if hits is None else wording.events(hits)} з {total}")


class _Chip(QPushButton):
    """One filter; pressing it, or Delete on it, takes it away."""

    pressed_away = Signal(object)

    def __init__(self, one: ColumnFilter, parent: QWidget) -> None:
        words = described(one)
        super().__init__(f"{one_line(words, _LONGEST)}  ✕", parent)
        self._column: Column = one.column
        self.setIcon(QIcon())
        self.setToolTip(f"{words}\nПрибрати цей фільтр")
        self.setAccessibleName(f"Прибрати фільтр: {words}")
        self.clicked.connect(self._go)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def _go(self) -> None:
        self.pressed_away.emit(self._column)

"""Choosing a period: quarter, half-year or year, and the year's number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from courtcomms.period import Period, PeriodKind
from ui import theme
from ui.report.place_list import short_name

_KINDS = (
    *((PeriodKind.QUARTER, number) for number in range(1, 5)),
    *((PeriodKind.HALF_YEAR, number) for number in range(1, 3)),
    (PeriodKind.YEAR, 1),
)


class PeriodEdit(QWidget):
    """Two small fields; ``changed`` tells every new choice of the user."""

    changed = Signal(object)

    def __init__(self, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = QComboBox(self)
        self._part.setAccessibleName("Частина року")
        self._part.view().setAccessibleName("Частина року")
        self._part.addItems([short_name(Period(2000, number, kind)) for kind, number in _KINDS])
        self._year = QSpinBox(self)
        self._year.setAccessibleName("Рік")
        self._year.setRange(1991, 2199)
        self._year.setGroupSeparatorShown(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addWidget(self._part)
        layout.addWidget(self._year)
        layout.addStretch()
        self.setFocusProxy(self._part)
        self.choose(period)
        self._part.currentIndexChanged.connect(self._announce)
        self._year.valueChanged.connect(self._announce)

    @property
    def period(self) -> Period:
        """The chosen period."""
        kind, number = _KINDS[self._part.currentIndex()]
        return Period(self._year.value(), number, kind)

    def choose(self, period: Period) -> None:
        """Set the choice."""
        self._part.setCurrentIndex(_KINDS.index((period.kind, period.number)))
        self._year.setValue(period.year)

    def _announce(self) -> None:
        self.changed.emit(self.period)

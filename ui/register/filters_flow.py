"""The way of a column's filter: the popup under its heading, and what it says goes to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from courtcomms.model import Column
from ui.columns import COLUMNS, WRITTEN
from ui.places import ALL
from ui.register.habits import FIRST

if TYPE_CHECKING:
    from courtcomms.store import ColumnFilter, Register
    from ui.main_window import MainWindow
    from ui.register.filters_popup import Choice, FilterPopup

Values = tuple[tuple[str, int], ...]


class FilterFlow(QObject):
    """``finished`` says why there is nothing to filter."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._section = FIRST
        self.popup: FilterPopup | None = None

    def begin(self) -> None:
        """The filter of the current cell's column."""
        section = self._window.page.view.currentIndex().column()
        self.begin_at(section if section >= 0 and COLUMNS[section] in WRITTEN else FIRST)

    def begin_at(self, section: int) -> None:
        """The filter of a column, once its values are known."""
        court, place = self._window.parts.workspace.overview.court, self._window.parts.workspace.place
        if court is None or place != ALL:
            self.finished.emit("Фільтри колонок діють у реєстрі — «Усі заходи».")
            return
        self._section = section
        self._window.parts.service.ask(
            column_values, court.id, COLUMNS[section], done=self._open, key="filter values"
        )

    def clear(self) -> None:
        """Show the whole register again."""
        self._window.page.clear_filters()

    def order(self) -> None:
        """Order the register by the current cell's column: up, down, not at all."""
        section = self._window.page.view.currentIndex().column()
        if section >= 0:
            self._window.page.turn_order(COLUMNS[section])

    def _open(self, values: Values) -> None:
        from ui.register.filters_popup import FilterPopup

        page, section = self._window.page, self._section
        column = COLUMNS[section]
        popup = FilterPopup(column, page.filter_of(column), values, self._window)
        popup.chosen.connect(self._apply)
        popup.ordered.connect(self._order)
        popup.finished.connect(self._forget)
        self.popup = popup
        popup.open_at(self._corner(section))

    def _corner(self, section: int) -> QPoint:
        """Beneath the heading, as far as that is in sight."""
        heading = self._window.page.view.heading
        x = min(max(heading.sectionViewportPosition(section), 0), max(heading.width() - 40, 0))
        return heading.mapToGlobal(QPoint(x, heading.height()))

    def _apply(self, column: Column, one: ColumnFilter | None) -> None:
        self._window.page.set_filter(column, one)

    def _order(self, choice: Choice) -> None:
        self._window.page.order_by(choice.column, choice.descending)

    def _forget(self) -> None:
        self.popup = None
        self._window.page.view.setFocus()


def column_values(register: Register, court_id: int, column: Column) -> Values:
    """The texts of a column with their number."""
    return register.values(court_id, column)

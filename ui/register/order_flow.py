"""Rows of a report moved up and down by the keyboard, or put elsewhere by the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courtcomms.model import Changes
from ui.places import ALL, TRASH, TableQuery
from ui.register.desk import Outcome
from ui.register.queries import event_query

if TYPE_CHECKING:
    from courtcomms.store import Register
    from ui.main_window import MainWindow


class OrderFlow(QObject):
    """``finished`` says why rows were not moved, where they were not."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts

    def up(self) -> None:
        """The selected rows change places with the one above them."""
        self._shift(down=False)

    def down(self) -> None:
        """The selected rows change places with the one beneath them."""
        self._shift(down=True)

    def lift(self) -> None:
        """The mouse begins to carry rows: let it, or say why not."""
        obstacle = self._obstacle()
        if obstacle:
            self._window.page.view.drag.let_go()
            self.finished.emit(obstacle)

    def put(self, ids: Sequence[int], after: int) -> None:
        """Put rows behind an event of the report, or first (0)."""
        report = self._window.situation.shown
        if report is not None:
            self._parts.service.act(move_rows, report.id, tuple(ids), after or None, failed=self._refuse)

    def _shift(self, *, down: bool) -> None:
        obstacle, report = self._obstacle(), self._window.situation.shown
        ids, query = self._window.page.view.selected_ids, self._window.table.query
        if obstacle or report is None or query is None:
            self.finished.emit(obstacle)
        elif ids:
            done = self._tell_last if down else self._tell_first
            self._parts.service.act(shift_rows, report.id, query, ids, down, done=done, failed=self._refuse)

    def _obstacle(self) -> str:
        """Why the order cannot be changed here and now; nothing where it can."""
        place, query = self._parts.workspace.place, self._window.table.query
        if place is None or query is None or place == TRASH:
            return "У кошику порядку рядків не змінюють."
        if place == ALL:
            return "Порядок рядків задають у звіті за квартал; реєстр упорядковують за колонкою."
        if self._window.table.frozen:
            return "Звіт подано, тож порядок рядків уже не змінити. Спершу поверніть звіт до чернетки."
        if query.narrowed:
            return "Порядок рядків змінюють, коли видно весь звіт. Спершу приберіть пошук."
        return ""

    def _tell_first(self, outcome: Outcome) -> None:
        if not outcome:
            self.finished.emit("Вище вже нікуди: це початок звіту.")

    def _tell_last(self, outcome: Outcome) -> None:
        if not outcome:
            self.finished.emit("Нижче вже нікуди: це кінець звіту.")

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)


def move_rows(register: Register, report_id: int, ids: Sequence[int], after: int | None) -> Changes:
    """Put rows behind an event, or first."""
    return register.move_rows(report_id, ids, after=after)


def shift_rows(
    register: Register, report_id: int, query: TableQuery, ids: Sequence[int], down: bool
) -> Changes:
    """Move rows one place up or down in the report as it is now: keys may come faster than the table.

    Rows that do not follow each other come together first.
    """
    order, chosen = register.event_ids(event_query(query)), frozenset(ids)
    rows = [row for row, event in enumerate(order) if event in chosen]
    if not rows:
        return Changes()
    block, first, last = [order[row] for row in rows], rows[0], rows[-1]
    rest = [event for event in order if event not in chosen]
    above = first  # how many of the rest stand above the block
    if down:
        above = last + 1 - len(rows)
        above += last + 1 < len(order)
    elif first:
        above -= 1
    if list(order) == rest[:above] + block + rest[above:]:
        return Changes()
    return register.move_rows(report_id, block, after=rest[above - 1] if above else None)

"""Where the user lands after something was done: at the event that it was about, once its row is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from courtcomms.model import Column
from ui.columns import COLUMNS, Part, short
from ui.places import Place
from ui.register import queries
from ui.register.desk import Outcome

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Landing(QObject):
    """Remembers which event is waited for until the next listing, and takes away what would hide it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._refused: tuple[int, Part] = (0, Column.TITLE)
        self._awaited = 0
        self._section: int | None = None
        self._fresh = False

    def go_to(self, place: Place, event_id: int, column: Column = Column.TITLE) -> None:
        """Go to a place and there to an event's cell; what is looked for must not hide it."""
        window = self._window
        here = place == window.parts.workspace.place
        if here and window.page.view.choose(event_id, _section(column)):
            return
        self._await(event_id, _section(column))
        self._show_all()
        window.parts.workspace.go(place)

    def expect_event(self, event_id: int) -> None:
        """A new event: what is looked for must not hide it."""
        self._await(event_id, fresh=True)
        self._show_all()

    def expect_copy(self, event_id: int) -> None:
        """A copy has the words of what it was made from: it is found where that is."""
        self._await(event_id)

    def arrive(self) -> None:
        """A listing is here: go to the event that was waited for, and begin to fill in a new one."""
        event_id, self._awaited = self._awaited, 0
        if event_id and self._window.page.view.choose(event_id, self._section):
            if self._fresh:
                self._window.commands.edit_first()
        elif self._window.table.hits is None:
            self._awaited = event_id

    def reveal(self, outcome: Outcome) -> None:
        """After undo or redo: what it was and where."""
        self._window.status.note(outcome.label, passing=True)
        section = _section(outcome.place[1]) if outcome.place is not None else None
        changed = outcome.changed
        if len(changed) == 1 and not self._window.page.view.choose(changed[0], section):
            self._await(changed[0], section)

    def keep_draft(self, event_id: int, column: Part, _reason: str) -> None:
        """A text was refused: fetch the row as it is now, and say where the reason stands."""
        window = self._window
        window.parts.service.ask(queries.events, (event_id,), done=window.table.take)
        number = window.table.place_of(event_id)
        event = f"захід № {number}" if number else "захід"
        window.status.note(f"Не збережено {event}: причина під полем «{short(column)}»")
        self._refused = (event_id, column)
        # After the key that left the cell has done all it does.
        QTimer.singleShot(0, self._go_back)

    def _go_back(self) -> None:
        """To the event whose text was refused, unless the user is typing elsewhere already."""
        (event_id, column), view = self._refused, self._window.page.view
        if not (view.typing or self._window.panel.holds(QApplication.focusWidget())):
            view.choose(event_id, _section(column))

    def _await(self, event_id: int, section: int | None = None, *, fresh: bool = False) -> None:
        self._awaited, self._section, self._fresh = event_id, section, fresh

    def _show_all(self) -> None:
        window = self._window
        window.page.clear_filters()
        if window.search.text:
            window.search.clear()
            window.page.search("")


def _section(part: Part) -> int | None:
    """The column of the table in which a text stands; a note stands in none."""
    return COLUMNS.index(part) if isinstance(part, Column) else None

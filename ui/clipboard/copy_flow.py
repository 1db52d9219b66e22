"""Copying and cutting cells: the events are fetched, the clip is made in a worker, the clipboard takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from courtcomms.model import Event
from ui import wording
from ui.clipboard import questions
from ui.clipboard.copying import Wanted, make_clip, make_table_clip
from ui.clipboard.pasting import Write
from ui.clipboard.selection import MOST_CELLS, Selection, selected
from ui.columns import COLUMNS, WRITTEN
from ui.jobs import Lane
from ui.register import queries
from ui.register.desk import Outcome

if TYPE_CHECKING:
    from courtcomms.reports.clip import Clip
    from courtcomms.reports.snapshot import ReportSnapshot
    from ui.main_window import MainWindow

TOO_MANY = (
    f"Виділено забагато клітинок: за раз можна взяти не більше {MOST_CELLS:,}.".replace(",", "\u00a0")
    + " Нічого не зроблено. Виділіть менше або скористайтеся експортом звіту."
)

#: Rows from which on the status line says what is under way.
_MANY = 500


@dataclass(frozen=True, slots=True)
class _Taking:
    """One copying on its way."""

    wanted: Wanted
    said: str
    cut: bool


class CopyFlow(QObject):
    """``finished`` says what was copied; ``settled`` comes once the clipboard holds it, or never will."""

    finished = Signal(str)
    settled = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._taking: _Taking | None = None
        self._events: tuple[Event, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether the clipboard does not hold yet what was copied last."""
        return self._taking is not None

    def copy(self, *, cut: bool = False) -> None:
        """The chosen cells; with ``cut`` they are emptied once the clipboard holds them."""
        if self._too_early(partial(self.copy, cut=cut)):
            return
        selection = self._selection()
        if selection:
            count = wording.counted(len(selection.cells), "клітинка", "клітинки", "клітинок")
            self._begin(selection, f"Скопійовано: {count}", cut=cut)

    def copy_rows(self) -> None:
        """The chosen rows as a whole, with the heading above them."""
        if self._too_early(self.copy_rows):
            return
        selection = self._selection()
        if selection:
            every = tuple(range(len(COLUMNS)))
            whole = Selection(selection.rows, every, frozenset())
            self._begin(whole, f"Скопійовано із заголовком: {wording.rows(len(whole.rows))}", whole=True)

    def copy_table(self) -> None:
        """The whole report that is shown, also what a search hides, with the form's heading above it."""
        court, place = self._parts.workspace.overview.court, self._parts.workspace.place
        if court is None or place is None or place.period is None:
            return
        self._window.panel.save()
        question = (queries.snapshot, court, place.period, self._parts.forms)
        self._parts.service.ask(*question, done=self._make_table, failed=self._fail, key="copy")

    def _make_table(self, snapshot: ReportSnapshot) -> None:
        said = f"Скопійовано звіт за {snapshot.period.title}: {wording.rows(snapshot.event_count)}"
        self._taking = _Taking(Wanted((), (), (), frozenset()), said, cut=False)
        work = partial(make_table_clip, snapshot)
        self._parts.jobs.start(
            Lane.DOCUMENTS, work, label="Копіюю…", key="clip", done=self._put, failed=self._fail
        )

    def _too_early(self, again: Callable[[], None]) -> bool:
        """Whether the rows have no numbers yet; it is then done once they have."""
        table = self._window.table
        if table.hits is not None:
            return False
        table.when_whole(again)
        return True

    def _selection(self) -> Selection | None:
        self._window.panel.save()
        found = selected(self._window.page.view)
        if found is None:
            self._window.messenger.warn(TOO_MANY)
        return found

    def _begin(self, selection: Selection, said: str, *, cut: bool = False, whole: bool = False) -> None:
        table = self._window.table
        places = {row: place for place, row in enumerate(selection.rows)}
        ids = tuple(table.ids[row] for row in selection.rows)
        numbers = tuple(str(table.place_of(table.ids[row]) or row + 1) for row in selection.rows)
        cells = frozenset((places[row], section) for row, section in selection.cells)
        self._taking = _Taking(Wanted(ids, numbers, selection.columns, cells, whole), said, cut)
        events = [table.event_at(row) for row in selection.rows]
        known = tuple(event for event in events if event is not None)
        if len(known) == len(events) and not self._parts.service.writing:
            self._make(known)
        elif table.frozen:
            self._parts.service.ask(
                queries.frozen_events,
                table.frozen,
                ids,
                done=self._make_frozen,
                failed=self._fail,
                key="copy",
            )
        else:
            self._parts.service.ask(queries.events, ids, done=self._make, failed=self._fail, key="copy")

    def _make_frozen(self, page: queries.FrozenPage) -> None:
        self._make(page.events)

    def _make(self, events: Sequence[Event]) -> None:
        if self._taking is None:
            return
        self._events = tuple(events)
        work = partial(make_clip, self._taking.wanted, self._events)
        label = "Копіюю…" if len(self._events) > _MANY else ""
        self._parts.jobs.start(
            Lane.DOCUMENTS, work, label=label, key="clip", done=self._put, failed=self._fail
        )

    def _put(self, clip: Clip) -> None:
        """The clipboard takes both forms; cells that were cut are emptied now that nothing can be lost."""
        taking, self._taking = self._taking, None
        data = QMimeData()
        data.setText(clip.text)
        data.setHtml(clip.html)
        QGuiApplication.clipboard().setMimeData(data)
        if taking is not None:
            self.finished.emit(taking.said)
            if taking.cut:
                self._empty(taking.wanted)
        self.settled.emit()

    def _empty(self, wanted: Wanted) -> None:
        chosen = {(wanted.ids[place], COLUMNS[section]) for place, section in wanted.cells}
        filled = {
            (event.id, column): text
            for event in self._events
            for column, text in event.cells.texts()
            if column in WRITTEN and text and (event.id, column) in chosen
        }
        writes = tuple(Write(event_id, column, "", ()) for event_id, column in filled)
        if writes:
            label = f"Вирізано: {wording.counted(len(writes), 'клітинка', 'клітинки', 'клітинок')}"
            self._parts.service.act(
                questions.write, writes, filled, label, done=self._tell_cut, failed=self._fail
            )

    def _tell_cut(self, outcome: Outcome) -> None:
        self.finished.emit(outcome.label)

    def _fail(self, error: BaseException) -> None:
        self._taking = None
        self._window.messenger.refuse(error)
        self.settled.emit()

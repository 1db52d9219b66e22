"""What is done to events from the table: adding, copying, the trash, emptying and repeating cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from courtcomms.model import Column, Event
from ui import wording
from ui.columns import COLUMNS
from ui.messages import Messenger
from ui.places import ALL, LOCKED, TRASH
from ui.register import queries
from ui.register.desk import CellText, Outcome
from ui.register.model import EventTable
from ui.register.service import RegisterService
from ui.register.view import EventView
from ui.workspace import Workspace


class EventFlow(QObject):
    """``added`` tells the id of a new event, ``copied`` that of a copy; ``finished`` says what was done."""

    added = Signal(int)
    copied = Signal(int)
    finished = Signal(str)

    def __init__(
        self,
        service: RegisterService,
        workspace: Workspace,
        table: EventTable,
        view: EventView,
        messenger: Messenger,
    ) -> None:
        super().__init__(view)
        self._service = service
        self._workspace = workspace
        self._table = table
        self._view = view
        self._messenger = messenger
        view.wiped.connect(self.wipe)

    def add(self) -> None:
        """A new event after the current row of the report that is shown; it never parts the standing events,
        behind which it stands by its date."""
        court, place = self._workspace.overview.court, self._workspace.place
        if court is None or place is None or place == TRASH:
            return
        current = self._table.event_at(self._view.currentIndex().row()) if place != ALL else None
        after = current.id if current is not None and not current.is_standing else 0
        self._service.act(
            queries.add_event, court.id, place.period, after or None, done=self._announce, failed=self.refuse
        )

    def trash(self) -> None:
        """The selected rows' events go to the trash."""
        ids = self._view.selected_ids
        if ids and self._workspace.place != TRASH:
            self._service.act(queries.trash, ids, done=self._trashed, failed=self.refuse)

    def restore(self) -> None:
        """The selected events come back from the trash."""
        ids = self._view.selected_ids
        if ids and self._workspace.place == TRASH:
            self._service.act(queries.restore, ids, done=self._restored, failed=self.refuse)

    def wipe(self) -> None:
        """Empty the selected cells, as Delete does in a spreadsheet."""
        copies = [_Copy(self._table.ids[row], COLUMNS[column]) for row, column in self._view.selected_cells]
        label = f"Очищення: {wording.counted(len(copies), 'клітинка', 'клітинки', 'клітинок')}"
        self._fill(copies, label)

    def repeat_above(self) -> None:
        """The cell above once more; of several selected rows the first goes into the others."""
        rows: dict[int, list[int]] = {}
        for row, column in self._view.selected_cells:
            rows.setdefault(column, []).append(row)
        ids, copies = self._table.ids, []
        for column, chosen in rows.items():
            source, *targets = chosen if len(chosen) > 1 else (chosen[0] - 1, chosen[0])
            if source >= 0:
                copies += [_Copy(ids[row], COLUMNS[column], ids[source]) for row in targets]
        if copies:
            self._fill(copies, "Повторено клітинку вище")
        elif rows:
            self.finished.emit("Над першим рядком немає клітинки, яку можна повторити.")

    def duplicate(self) -> None:
        """A copy of the selected events behind the last of them."""
        court, place, ids = self._workspace.overview.court, self._workspace.place, self._view.selected_ids
        if court is None or place is None or place == TRASH or not ids:
            return
        self._service.act(
            queries.duplicate, court.id, place.period, ids, done=self._show_copy, failed=self.refuse
        )

    def _fill(self, copies: list[_Copy], label: str) -> None:
        """Write cells as one step, once their events and those that they repeat are read."""
        if self._workspace.place == TRASH or not copies:
            return
        if self._table.frozen:
            self.finished.emit(LOCKED)
            return
        _Filling(self, copies, label).start(self._service, self._table)

    def _announce(self, outcome: Outcome) -> None:
        if outcome.created:
            self.added.emit(outcome.created[0])

    def _show_copy(self, outcome: Outcome) -> None:
        if outcome.created:
            self.copied.emit(outcome.created[0])
            self.finished.emit(f"Додано копію: {wording.events(len(outcome.created))}")

    def _trashed(self, outcome: Outcome) -> None:
        self.finished.emit(f"У кошику: {wording.events(len(outcome.changed))}")

    def _restored(self, outcome: Outcome) -> None:
        self.finished.emit(f"Відновлено: {wording.events(len(outcome.changed))}")

    def refuse(self, error: BaseException) -> None:
        """Say why something was not done."""
        self._messenger.refuse(error)


@dataclass(frozen=True, slots=True)
class _Copy:
    """A cell to be filled with the same column's text of the event ``source``, or emptied (0)."""

    event_id: int
    column: Column
    source: int = 0


class _Filling(QObject):
    """Cells on their way: their events may be far out of sight, and are read first."""

    def __init__(self, flow: EventFlow, copies: Sequence[_Copy], label: str) -> None:
        super().__init__(flow)
        self._flow = flow
        self._copies = copies
        self._label = label
        self._seen: dict[int, Event] = {}
        self._service: RegisterService | None = None

    def start(self, service: RegisterService, table: EventTable) -> None:
        """What the user sees is what she changes: events that are shown count as they are shown."""
        ids = dict.fromkeys(n for copy in self._copies for n in (copy.event_id, copy.source) if n)
        self._seen = {n: event for n in ids if (event := table.known(n)) is not None}
        self._service = service
        absent = tuple(n for n in ids if n not in self._seen)
        if absent:
            service.ask(queries.events, absent, done=self._write, failed=self._refuse)
        else:
            self._write(())

    def _write(self, read: Sequence[Event]) -> None:
        events = {**{event.id: event for event in read}, **self._seen}
        texts = [text for copy in self._copies if (text := _filled(copy, events)) is not None]
        if texts and self._service is not None:
            self._service.write(texts, label=self._label, failed=self._flow.refuse)
        self.deleteLater()

    def _refuse(self, error: BaseException) -> None:
        self._flow.refuse(error)
        self.deleteLater()


def _filled(copy: _Copy, events: Mapping[int, Event]) -> CellText | None:
    """The text for a cell; none where an event is gone or has that text already."""
    event = events.get(copy.event_id)
    if event is None or (copy.source and copy.source not in events):
        return None
    text = events[copy.source].cells[copy.column] if copy.source else ""
    return CellText(event.id, copy.column, text, event.version) if text != event.cells[copy.column] else None

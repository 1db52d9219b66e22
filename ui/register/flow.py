"""What is done to events from the table: adding, the trash, emptying cells."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui import wording
from ui.columns import COLUMNS, WRITTEN
from ui.messages import Messenger
from ui.places import ALL, TRASH
from ui.register import queries
from ui.register.desk import CellText, Outcome
from ui.register.model import EventTable
from ui.register.service import RegisterService
from ui.register.view import EventView
from ui.workspace import Workspace


class EventFlow(QObject):
    """``added`` tells the id of a new event; ``finished`` says what was done."""

    added = Signal(int)
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
        """A new event after the current row, in the report that is shown."""
        court, place = self._workspace.overview.court, self._workspace.place
        if court is None or place is None or place == TRASH:
            return
        after = self._view.current_id if place != ALL else 0
        self._service.act(
            queries.add_event, court.id, place.period, after or None, done=self._announce, failed=self._refuse
        )

    def trash(self) -> None:
        """The selected rows' events go to the trash."""
        ids = self._view.selected_ids
        if ids and self._workspace.place != TRASH:
            self._service.act(queries.trash, ids, done=self._trashed, failed=self._refuse)

    def restore(self) -> None:
        """The selected events come back from the trash."""
        ids = self._view.selected_ids
        if ids and self._workspace.place == TRASH:
            self._service.act(queries.restore, ids, done=self._restored, failed=self._refuse)

    def wipe(self) -> None:
        """Empty the selected cells, as Delete does in a spreadsheet."""
        if self._workspace.place == TRASH:
            return
        texts = [
            text
            for index in self._view.selectedIndexes()
            if (text := self._emptied(index.row(), index.column()))
        ]
        if texts:
            label = f"Очищення: {wording.counted(len(texts), 'клітинка', 'клітинки', 'клітинок')}"
            self._service.write(texts, label=label, failed=self._refuse)

    def _emptied(self, row: int, section: int) -> CellText | None:
        event, column = self._table.event_at(row), COLUMNS[section]
        if event is None or column not in WRITTEN or not event.cells[column]:
            return None
        return CellText(event.id, column, "", event.version)

    def _announce(self, outcome: Outcome) -> None:
        if outcome.created:
            self.added.emit(outcome.created[0])

    def _trashed(self, outcome: Outcome) -> None:
        self.finished.emit(f"У кошику: {wording.events(len(outcome.changed))}")

    def _restored(self, outcome: Outcome) -> None:
        self.finished.emit(f"Відновлено: {wording.events(len(outcome.changed))}")

    def _refuse(self, error: BaseException) -> None:
        self._messenger.refuse(error)

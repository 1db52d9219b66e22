"""The events of the rows, fetched by pages as they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from courtcomms.model import Event
from ui.register import queries
from ui.register.rows import Rows
from ui.register.service import RegisterService

PAGE = 50
KEPT = 40 * PAGE


class EventPages(QObject):
    """Keeps the events that were looked at last; ``came`` tells that those of some rows are here."""

    came = Signal(object)

    def __init__(self, service: RegisterService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._rows = Rows()
        self._events: OrderedDict[int, Event] = OrderedDict()
        self._frozen = 0
        self._wanted: set[int] = set()
        self._asked: set[int] = set()
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    @property
    def frozen(self) -> int:
        """The id of the submitted report whose events these are, 0 where they are those of today."""
        return self._frozen

    def known(self, event_id: int) -> Event | None:
        """An event as it was last read, if it is still kept."""
        return self._events.get(event_id)

    def follow(self, rows: Rows) -> None:
        """Other rows are shown."""
        self._rows = rows
        self._wanted.clear()
        self._asked.clear()

    def want(self, row: int) -> None:
        """Ask for the page of a row, once the paint is over."""
        page = row // PAGE
        if page not in self._asked:
            self._wanted.add(page)
            self._asking.start()

    def take(self, events: Sequence[Event]) -> None:
        """Keep fresh events; a submitted report stays as it was sent."""
        if not self._frozen:
            self._keep(events)

    def store(self, events: Iterable[Event]) -> None:
        """Keep events, and tell nobody; those not looked at for longest make room."""
        for event in events:
            self._events[event.id] = event
            self._events.move_to_end(event.id)
        while len(self._events) > KEPT:
            self._events.popitem(last=False)

    def drop(self, ids: Iterable[int]) -> None:
        """These events are no longer as they were read."""
        for event_id in ids:
            self._events.pop(event_id, None)

    def forget(self) -> None:
        """All events may be read otherwise now."""
        self._events.clear()
        self._asked.clear()

    def freeze(self, report_id: int) -> bool:
        """The same events read otherwise in a submitted report: forget them where that begins or ends."""
        if report_id == self._frozen:
            return False
        self._frozen = report_id
        self.forget()
        return True

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted - self._asked, set()
        self._asked |= wanted
        for page in sorted(wanted):
            ids = self._rows.ids[page * PAGE : (page + 1) * PAGE]
            if self._frozen:
                self._service.ask(queries.frozen_events, self._frozen, ids, done=self._take_frozen)
            else:
                self._service.ask(queries.events, ids, done=self.take)

    def _take_frozen(self, page: queries.FrozenPage) -> None:
        if page.report_id == self._frozen:
            self._keep(page.events)

    def _keep(self, events: Sequence[Event]) -> None:
        rows = self._rows.rows_of(events)
        self.store(events)
        self._asked -= {row // PAGE for row in rows}
        if rows:
            self.came.emit(rows)

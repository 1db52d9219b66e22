"""The table's model: ids in display order, and events by pages as they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from courtcomms.model import Column, Event
from ui.columns import COLUMNS, WRITTEN, full, short
from ui.places import Listing, PlaceKind, Sight, TableQuery
from ui.register import queries
from ui.register.desk import Outcome
from ui.register.marks import LEGEND, Marks
from ui.register.service import RegisterService

PAGE = 50
KEPT = 40 * PAGE
#: From the next row sought on a table of all rows pays.
_SOUGHT_ONE_BY_ONE = 4

Index = QModelIndex | QPersistentModelIndex

# Compared a thousand times a paint: a plain int is far cheaper than the enum.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
_READ_OUT = int(Qt.ItemDataRole.AccessibleTextRole)
_NONE = QModelIndex()
# Qt asks for a cell's flags twice a paint; to put them together each time takes longer than to draw the cell.
_READABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_WRITABLE = _READABLE | Qt.ItemFlag.ItemIsEditable
_NOT_YET = "…"


class EventTable(QAbstractTableModel):
    """Rows of one query.

    ``listed`` tells the number of rows of a fresh listing; ``typed`` asks for a cell's text to be
    saved (the model shows it once the register has it).
    """

    listed = Signal(int)
    typed = Signal(object, object, str)

    def __init__(self, service: RegisterService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._query: TableQuery | None = None
        self._ids: tuple[int, ...] = ()
        self._rows: dict[int, int] | None = {}
        self._sought = 0
        self._places: Mapping[int, int] = {}
        self._frozen = 0
        self._events: OrderedDict[int, Event] = OrderedDict()
        self._wanted: set[int] = set()
        self._asked: set[int] = set()
        self.marks = Marks(self)
        #: Tells where the user looks: what she will see comes with a listing.
        self.sight: Callable[[], Sight] = Sight
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask_pages)
        service.changed.connect(self._follow)

    @property
    def query(self) -> TableQuery | None:
        """What is shown or about to be."""
        return self._query

    @property
    def frozen(self) -> int:
        """The id of the submitted report that is shown, 0 where something else is."""
        return self._frozen

    @property
    def ids(self) -> tuple[int, ...]:
        """Ids of the rows, in order."""
        return self._ids

    def show(self, query: TableQuery | None) -> None:
        """Show another query; ``None`` empties the table."""
        self._query = query
        if query is None:
            self._places = {}
            self._freeze(0)
            self._replace(())
            self.listed.emit(0)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Ask for the rows of the present query anew."""
        if self._query is not None:
            sight = self.sight()
            self._service.ask(queries.listing, self._query, sight, done=self._take_listing, key="listing")

    def forget(self) -> None:
        """All events may be read otherwise now: ask for them anew."""
        self._events.clear()
        self._asked.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))
        self.refresh()

    def event_at(self, row: int) -> Event | None:
        """The event of a row, if its page is here."""
        return self._events.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def known(self, event_id: int) -> Event | None:
        """An event as it was last shown, if it was."""
        return self._events.get(event_id)

    def row_of(self, event_id: int) -> int:
        """The row of an event, -1 where it is not shown."""
        if self._rows is None:
            # A table of a region's rows takes longer to make than the paint that asks for one or two of them.
            self._sought += 1
            if self._sought <= _SOUGHT_ONE_BY_ONE:
                return _place(self._ids, event_id)
            self._rows = {known: row for row, known in enumerate(self._ids)}
        return self._rows.get(event_id, -1)

    def place_of(self, event_id: int) -> int:
        """The number of an event in the report shown, 0 outside reports."""
        return self._places.get(event_id, 0)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _EDIT, _READ_OUT, _TIP) or not index.isValid():
            return None
        event = self._events.get(self._ids[index.row()])
        if event is None:
            self._want(index.row())
            return _NOT_YET if role == _DISPLAY else None
        column = COLUMNS[index.column()]
        if role == _TIP:
            return self.marks.tip(event, column) or None
        text = self._shown(event, column, index.row())
        if role == _READ_OUT:
            return f"{short(column)}: {text or 'порожньо'}{self.marks.spoken(event, column)}"
        return text

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        event = self.event_at(index.row())
        if role != _EDIT or event is None or not isinstance(value, str):
            return False
        column = COLUMNS[index.column()]
        if value != event.cells[column]:
            self.typed.emit(event, column, value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _WRITABLE if self._may_edit(index) else _READABLE

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            if role == _DISPLAY:
                return short(COLUMNS[section])
            if role == _TIP:
                return full(COLUMNS[section]) if COLUMNS[section] in WRITTEN else LEGEND
            if role == _ALIGNMENT:
                return _WRAPPED
        return str(section + 1) if role == _DISPLAY else None

    def _shown(self, event: Event, column: Column, row: int) -> str:
        """The number is the row's place, in a report as the exported form has it; what an imported
        document had there stays stored."""
        return event.cells[column] if column in WRITTEN else str(self._places.get(event.id, row + 1))

    def _may_edit(self, index: Index) -> bool:
        if self._locked or COLUMNS[index.column()] not in WRITTEN:
            return False
        return self.event_at(index.row()) is not None

    @property
    def _locked(self) -> bool:
        """Whether nothing can be typed where the user is; asked of each cell, the quickest answers first."""
        query = self._query
        return self._frozen != 0 or query is None or query.place.kind is PlaceKind.TRASH

    def _want(self, row: int) -> None:
        page = row // PAGE
        if page not in self._asked:
            self._wanted.add(page)
            self._asking.start()

    def _ask_pages(self) -> None:
        wanted, self._wanted = self._wanted - self._asked, set()
        self._asked |= wanted
        for page in sorted(wanted):
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            if self._frozen:
                self._service.ask(queries.frozen_events, self._frozen, ids, done=self._take_frozen)
            else:
                self._service.ask(queries.events, ids, done=self.take)

    def take(self, events: Sequence[Event]) -> None:
        """Keep fresh events and show them where they have rows; a submitted report stays as it was sent."""
        if not self._frozen:
            self._keep(events)

    def _take_frozen(self, page: queries.FrozenPage) -> None:
        if page.report_id == self._frozen:
            self._keep(page.events)

    def _keep(self, events: Sequence[Event]) -> None:
        rows = self._rows_of(events)
        self._store(events)
        self._asked -= {row // PAGE for row in rows}
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(COLUMNS) - 1))

    def _store(self, events: Sequence[Event]) -> None:
        """Keep events; those not looked at for longest make room."""
        for event in events:
            self._events[event.id] = event
            self._events.move_to_end(event.id)
        while len(self._events) > KEPT:
            self._events.popitem(last=False)

    def _rows_of(self, events: Sequence[Event]) -> Sequence[int]:
        """The rows of some events; those of a page stand one behind the other."""
        first = self.row_of(events[0].id) if events else -1
        if first >= 0 and self._ids[first : first + len(events)] == tuple(event.id for event in events):
            return range(first, first + len(events))
        return [row for event in events if (row := self.row_of(event.id)) >= 0]

    def _take_listing(self, listing: Listing) -> None:
        if listing.query != self._query:
            return
        moved, self._places = listing.places != self._places, listing.places
        thawed = self._freeze(listing.frozen)
        self._store(listing.first)
        if listing.ids != self._ids:
            self._replace(listing.ids)
        elif (moved or thawed) and self._ids:
            last = len(COLUMNS) - 1 if thawed else 0
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, last))
        self.listed.emit(len(listing.ids))

    def _freeze(self, report_id: int) -> bool:
        """The same events read otherwise in a submitted report: forget them where that begins or ends."""
        if report_id == self._frozen:
            return False
        self._frozen = report_id
        self._events.clear()
        self._asked.clear()
        return True

    def _replace(self, ids: tuple[int, ...]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._rows, self._sought = None, 0
        self._wanted.clear()
        self._asked.clear()
        self.endResetModel()

    def _follow(self, outcome: Outcome) -> None:
        """A change: take the fresh events; rows are listed anew unless only cells were typed in, so that
        no row leaves from under the user's hands while she types."""
        if outcome.events:
            self.take(outcome.events)
        elif outcome.changed:
            for event_id in outcome.changed:
                self._events.pop(event_id, None)
            if self._ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))
        if not outcome.cells_only:
            self.refresh()


def _place(ids: tuple[int, ...], event_id: int) -> int:
    try:
        return ids.index(event_id)
    except ValueError:
        return -1

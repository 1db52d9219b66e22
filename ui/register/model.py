"""The table's model: rows in display order, and what of their events is shown."""

from __future__ import annotations

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
from ui.columns import COLUMNS, WRITTEN, short
from ui.places import Listing, PlaceKind, Sight, TableQuery
from ui.register import queries
from ui.register.desk import Outcome
from ui.register.marks import Marks, told_over
from ui.register.pages import EventPages
from ui.register.rows import Rows
from ui.register.service import RegisterService

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
#: After the first finds of a search the rest is fetched, unless another key comes within so many
#: milliseconds: the register's thread is to be free for it.
_REST = 150
#: The column in which the rows are numbered.
_NUMBERS = 0


class EventTable(QAbstractTableModel):
    """Rows of one query; of a search in a great register first the finds in sight, soon after it all.

    ``listed`` tells the number of rows of a fresh listing; ``typed`` asks for a cell's text to be
    saved (the model shows it once the register has it).
    """

    listed = Signal(int)
    typed = Signal(object, object, str)

    def __init__(self, service: RegisterService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._query: TableQuery | None = None
        self._rows = Rows()
        self._whole = self._top = True
        #: The query of which only some rows are shown.
        self._begun: TableQuery | None = None
        self._waiting: list[Callable[[], object]] = []
        self._places: Mapping[int, int] = {}
        self._pages = EventPages(service, self)
        self.marks = Marks(self)
        #: Tells where the user looks: what she will see comes with a listing.
        self.sight: Callable[[], Sight] = Sight
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.refresh)
        self._pages.came.connect(self._show_events)
        service.changed.connect(self._follow)

    @property
    def query(self) -> TableQuery | None:
        """What is shown or about to be."""
        return self._query

    @property
    def frozen(self) -> int:
        """The id of the submitted report that is shown, 0 where something else is."""
        return self._pages.frozen

    @property
    def ids(self) -> tuple[int, ...]:
        """Ids of the rows, in order."""
        return self._rows.ids

    @property
    def hits(self) -> int | None:
        """How many rows the query has, ``None`` as long as only some are here."""
        return len(self._rows.ids) if self._whole else None

    def when_whole(self, act: Callable[[], object]) -> None:
        """Do what concerns all rows, once they are here; not at all where something else is shown then."""
        if self._whole:
            act()
        else:
            self._waiting.append(act)
            self.refresh()

    def show(self, query: TableQuery | None) -> None:
        """Show another query; ``None`` empties the table."""
        another, self._query = query != self._query, query
        if another:
            self._waiting.clear()
        if query is None:
            self._rest.stop()
            self._whole = self._top = True
            self._begun = None
            self._places = {}
            self._pages.freeze(0)
            self._replace(())
            self.listed.emit(0)
        elif another or self._whole:
            self._ask(queries.beginning if another else queries.listing)
        else:
            # The same once more, as a blank behind a word: the rest is still to come.
            self.listed.emit(len(self._rows.ids))
            self._rest.start()

    def refresh(self) -> None:
        """Ask for the rows of the present query anew."""
        if self._query is not None:
            self._ask(queries.listing)

    def forget(self) -> None:
        """All events may be read otherwise now: ask for them anew."""
        self._pages.forget()
        self._repaint()
        self.refresh()

    def event_at(self, row: int) -> Event | None:
        """The event of a row, if its page is here."""
        ids = self._rows.ids
        return self._pages.known(ids[row]) if 0 <= row < len(ids) else None

    def known(self, event_id: int) -> Event | None:
        """An event as it was last shown, if it was."""
        return self._pages.known(event_id)

    def take(self, events: Sequence[Event]) -> None:
        """Keep fresh events and show them where they have rows; a submitted report stays as it was sent."""
        self._pages.take(events)

    def row_of(self, event_id: int) -> int:
        """The row of an event, -1 where it is not shown."""
        return self._rows.row_of(event_id)

    def place_of(self, event_id: int) -> int:
        """The number of an event in the report shown, 0 outside reports."""
        return self._places.get(event_id, 0)

    def event_numbered(self, number: int) -> int:
        """The event with a number in the report shown, also where a search hides it; 0 for none."""
        return next((event for event, place in self._places.items() if place == number), 0)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows.ids)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _EDIT, _READ_OUT, _TIP) or not index.isValid():
            return None
        event = self._pages.known(self._rows.ids[index.row()])
        if event is None:
            self._pages.want(index.row())
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
                return told_over(COLUMNS[section])
            if role == _ALIGNMENT:
                return _WRAPPED
        return str(section + 1) if role == _DISPLAY else None

    def _shown(self, event: Event, column: Column, row: int) -> str:
        """The number is the row's place, in a report as the exported form has it; what an imported
        document had there stays stored."""
        if column in WRITTEN:
            return event.cells[column]
        return str(self._places.get(event.id, row + 1)) if self._top else _NOT_YET

    def _may_edit(self, index: Index) -> bool:
        if self._locked or COLUMNS[index.column()] not in WRITTEN:
            return False
        return self.event_at(index.row()) is not None

    @property
    def _locked(self) -> bool:
        """Whether nothing can be typed where the user is; asked of each cell, the quickest answers first."""
        query = self._query
        return self._pages.frozen != 0 or query is None or query.place.kind is PlaceKind.TRASH

    def _show_events(self, rows: Sequence[int]) -> None:
        self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(COLUMNS) - 1))

    def _repaint(self, last: int = len(COLUMNS) - 1) -> None:
        """All rows are to be shown anew, up to a column."""
        if self._rows.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows.ids) - 1, last))

    def _ask(self, question: Callable[..., Listing]) -> None:
        self._rest.stop()
        self._service.ask(question, self._query, self.sight(), done=self._take_listing, key="listing")

    def _take_listing(self, listing: Listing) -> None:
        if listing.query != self._query:
            return
        begun, self._begun = listing.query == self._begun, None if listing.whole else listing.query
        self._whole = listing.whole
        moved = (self._top, self._places) != (listing.top, listing.places)
        self._top, self._places = listing.top, listing.places
        thawed = self._pages.freeze(listing.frozen)
        self._pages.store(listing.first)
        if listing.ids != self._rows.ids:
            self._put(listing.ids, begun)
        elif thawed:
            self._repaint()
        elif moved:
            self._repaint(_NUMBERS)
        self.listed.emit(len(listing.ids))
        self._go_on()

    def _go_on(self) -> None:
        """Do what waited for the rest of the rows, or see to it that the rest comes."""
        if self._whole:
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act()
        else:
            self._rest.start()

    def _put(self, ids: tuple[int, ...], begun: bool) -> None:
        """Other rows; where they only go on after those that are shown, these stay as they are."""
        shown = len(self._rows.ids)
        if not (begun and 0 < shown < len(ids) and ids[:shown] == self._rows.ids):
            self._replace(ids)
            return
        self.beginInsertRows(_NONE, shown, len(ids) - 1)
        self._follow_rows(ids)
        self.endInsertRows()

    def _replace(self, ids: tuple[int, ...]) -> None:
        self.beginResetModel()
        self._follow_rows(ids)
        self.endResetModel()

    def _follow_rows(self, ids: tuple[int, ...]) -> None:
        self._rows = Rows(ids)
        self._pages.follow(self._rows)

    def _follow(self, outcome: Outcome) -> None:
        """A change: take the fresh events; rows are listed anew unless only cells were typed in, so that
        no row leaves from under the user's hands while she types."""
        if outcome.events:
            self.take(outcome.events)
        elif outcome.changed:
            self._pages.drop(outcome.changed)
            self._repaint()
        if not outcome.cells_only:
            self.refresh()

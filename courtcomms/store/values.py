"""What the register is asked with and answers with, beside the words of the model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from courtcomms.model import Anchor, Column, EventState, LinkFlaw, LinkPlace
from courtcomms.period import Period


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """What one column's cell must be; everything that is told must hold.

    ``words``: each is the beginning of a word of the cell, folded as in the search. ``filled``: ``False`` for
    a cell that is blank or only a dash, ``True`` for any other. ``values``: the cell's text is one of these.
    Of a date: ``since`` and ``until``, between which a day of it lies (a standing event has all days from
    its start to its closing), and ``standing``. Of media, links and participants: ``least`` and ``most``
    of their number.
    """

    column: Column
    words: str = ""
    filled: bool | None = None
    values: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    standing: bool | None = None
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Which events, in which order.

    With a ``period`` the events of that period's report, else all of the court. ``search``: every word
    must be found in an event, as the beginning of one of its words. ``sort``: by what a column means
    (days, numbers) or by Ukrainian alphabet, empty cells last in both directions; ``None`` is the
    report's own order, or, without a period, by date. ``excluded``: also rows that were taken out of the
    report. ``filters`` narrow column by column; an event must pass all of them.
    """

    court_id: int
    period: Period | None = None
    search: str = ""
    sort: Column | None = None
    descending: bool = False
    state: EventState = EventState.LIVE
    excluded: bool = False
    filters: tuple[ColumnFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What an event has beside its nine cells; the fields are those of ``Event``."""

    note: str = ""
    tags: tuple[str, ...] = ()
    standing: bool | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one event.

    ``column`` is ``None`` where no cell was changed (created, put into the trash, a note); ``field`` then
    tells which, empty for the event as a whole. ``before`` and ``after`` are texts as the user knows them.
    ``step_id`` can be given to ``Register.revert``.
    """

    when: datetime
    who: str
    label: str
    column: Column | None
    before: str | None
    after: str | None
    field: str
    step_id: int


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A text for a cell of an event that was read at ``version``.

    ``anchors`` replace the cell's hyperlinks whose targets its text does not show; ``None`` leaves them.
    """

    event_id: int
    column: Column
    text: str
    version: int
    anchors: tuple[Anchor, ...] | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events a court has in the register and in the trash."""

    live: int = 0
    trashed: int = 0


@dataclass(frozen=True, slots=True)
class Outlet:
    """What the medium behind an address is called.

    ``domain`` is as :func:`courtcomms.cells.outlet_names.outlet_domain` writes it; on a host that many
    share it is followed by the first part of the path. ``own``: entered by the user. ``uses``: in how many
    media cells such an address stands with a name.
    """

    domain: str
    name: str
    own: bool = False
    uses: int = 0


@dataclass(frozen=True, slots=True)
class LinkUse:
    """An address as understood in cells, with the places where it stands.

    ``flaw`` is the first that one of its texts has. ``days`` are the first days of the places' events
    (``None`` where one has no date), ``texts`` what stands there: the address as typed, or an anchor's words.
    """

    target: str
    flaw: LinkFlaw | None
    places: tuple[LinkPlace, ...]
    days: tuple[date | None, ...]
    texts: tuple[str, ...]

"""What the register needs to know before rows of other documents come in, and what it is told to do then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from courtcomms.model import Cells, CourtName, Event
from courtcomms.period import Period


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that a row of another document may be.

    ``standing`` is the user's own word, ``periods`` are the reports in which it has a row, not taken out.
    """

    event_id: int
    cells: Cells
    standing: bool | None = None
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A row of a document.

    ``event`` is an event of the register, ``earlier`` a row of an earlier report of the same call (both count
    from 0); without either it becomes a new event. ``taken``: it goes into the report; otherwise it stands
    there already and only tells behind what others go. ``rewrites``: the event takes the row's texts.
    ``place`` tells in Ukrainian where the row stands in its file, ``number`` counts its rows from 1.
    """

    cells: Cells
    event: int | None = None
    earlier: tuple[int, int] | None = None
    taken: bool = True
    rewrites: bool = False
    place: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class IncomingReport:
    """Rows of one document for the report of a period, in their order.

    ``source``: the file's name, SHA-256 and size in bytes.
    """

    period: Period
    rows: tuple[IncomingRow, ...]
    source: tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report that is kept as sent.

    ``shown`` is what it shows, where it is a report of the register that no row comes into; otherwise it is
    kept as the rows that come in are. ``files`` and ``notes`` are as :meth:`Register.submit` has them.
    """

    period: Period
    court: CourtName
    shown: tuple[Event, ...] | None = None
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EventSource:
    """Where a row of an event came from.

    The file's name, SHA-256 and size in bytes; when it was imported, into the report of which period; the
    place in the file, in Ukrainian, and the number of the row there, counted from 1.
    """

    name: str
    sha256: str
    size: int
    imported_at: dt.datetime
    period: Period
    place: str
    number: int

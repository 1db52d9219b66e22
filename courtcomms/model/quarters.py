"""A quarter's beginning and its end: what is carried into a report, and what was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from courtcomms.model.columns import Column
from courtcomms.model.register import Cells, CourtName
from courtcomms.period import Period


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What beginning a report would do; ids of events.

    ``source`` is the report that standing events are carried from, if there is one before. ``carried``:
    standing events that the target lacks, in their order. ``closed``: they stood in the source, but ended
    before the target begins. ``dated``: they appear in the target by themselves. ``present``: rows that the
    target has already.
    """

    target: Period
    source: Period | None = None
    carried: tuple[int, ...] = ()
    closed: tuple[int, ...] = ()
    dated: tuple[int, ...] = ()
    present: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """A row of a submitted report.

    ``read_in`` is the period whose year a date without one was given, ``standing`` and ``closed_on`` the
    event's at that time.
    """

    event_id: int
    cells: Cells
    read_in: Period | None = None
    standing: bool | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """A report as it was submitted.

    ``files`` are the rendered documents by their suffix (``.docx``, ``.xlsx``; one that could not be
    rendered is absent), ``notes`` what was told, in Ukrainian, when they were rendered.
    """

    id: int
    report_id: int
    frozen_at: datetime
    who: str
    rows: tuple[FrozenRow, ...]
    court: CourtName
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class DifferenceKind(StrEnum):
    """How a row of a submitted report differs from what the report would be now."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One difference between a report as submitted and as it would be now.

    ``number`` is the row's in the submitted report, of an added one its number now. ``column``,
    ``before`` and ``after`` tell of a changed cell; of a moved row ``before`` and ``after`` are its numbers;
    of one added or removed they are its title.
    """

    event_id: int
    number: int
    kind: DifferenceKind
    column: Column | None = None
    before: str = ""
    after: str = ""

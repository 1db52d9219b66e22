"""What the register is asked with and answers with, beside the words of the model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from courtcomms.model import Column, EventState
from courtcomms.period import Period


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Which events, in which order.

    With a ``period`` the events of that period's report, else all of the court. ``search``: every word
    must be found in an event, as the beginning of one of its words. ``sort``: by what a column means
    (days, numbers) or by Ukrainian alphabet, empty cells last in both directions; ``None`` is the
    report's own order, or, without a period, by date. ``excluded``: also rows that were taken out of the
    report.
    """

    court_id: int
    period: Period | None = None
    search: str = ""
    sort: Column | None = None
    descending: bool = False
    state: EventState = EventState.LIVE
    excluded: bool = False


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

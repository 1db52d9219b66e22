"""Where the user is: a report, the whole register, or the trash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from courtcomms.model import Column, Court, Event, Report, ReportState
from courtcomms.period import Period
from ui import wording

if TYPE_CHECKING:
    from courtcomms.store import ColumnFilter


class PlaceKind(Enum):
    """The three kinds of places on the left."""

    REPORT = "report"
    ALL = "all"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Place:
    """One place; ``period`` for a report only."""

    kind: PlaceKind
    period: Period | None = None

    @property
    def title(self) -> str:
        """The place's name over the table."""
        if self.period is not None:
            return self.period.name
        return "Усі заходи" if self.kind is PlaceKind.ALL else "Кошик"

    @property
    def code(self) -> str:
        """A stable word for remembering the place."""
        return self.period.code if self.period is not None else self.kind.value

    @classmethod
    def parse(cls, code: str) -> Place | None:
        """What :attr:`code` said; ``None`` for anything else."""
        if code in (PlaceKind.ALL.value, PlaceKind.TRASH.value):
            return cls(PlaceKind(code))
        try:
            return cls(PlaceKind.REPORT, Period.parse(code))
        except ValueError:
            return None


ALL = Place(PlaceKind.ALL)
TRASH = Place(PlaceKind.TRASH)


@dataclass(frozen=True, slots=True)
class TableQuery:
    """What the table shows: a place, narrowed by a search and by columns, in an order of its own or a
    column's."""

    court_id: int
    place: Place
    search: str = ""
    sort: Column | None = None
    descending: bool = False
    filters: tuple[ColumnFilter, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether it shows less than the place, or in another order."""
        return bool(self.search or self.filters) or self.sort is not None


@dataclass(frozen=True, slots=True)
class Sight:
    """Where the user looks: ``events`` that she will still see if they are listed again, else the ``row``.

    ``current`` is the event that comes into sight where something else is listed, 0 for none.
    """

    events: tuple[int, ...] = ()
    row: int = 0
    current: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """The ids of a query in order; ``places`` is each event's number in a report, empty elsewhere.

    ``frozen`` is the report's id if it was submitted: its events are shown as they were sent.
    ``first`` are the events of the rows that will be in sight, so that they are painted at once. Where it is
    not the ``whole``, these are only some of the ids, the uppermost if it is the ``top``.
    """

    query: TableQuery
    ids: tuple[int, ...]
    places: Mapping[int, int] = field(default_factory=dict)
    frozen: int = 0
    first: tuple[Event, ...] = ()
    whole: bool = True
    top: bool = True


@dataclass(frozen=True, slots=True)
class Overview:
    """The court with its reports, newest first, and the number of events outside them."""

    court: Court | None = None
    reports: tuple[Report, ...] = ()
    live: int = 0
    trashed: int = 0

    def report(self, period: Period | None) -> Report | None:
        """The report of a period."""
        return next((report for report in self.reports if report.period == period), None)

    def size(self, place: Place) -> int:
        """How many events there are in a place."""
        report = self.report(place.period)
        if report is not None:
            return report.rows
        return self.trashed if place.kind is PlaceKind.TRASH else self.live

    def offers(self, place: Place) -> bool:
        """Whether the place exists."""
        return place.kind is not PlaceKind.REPORT or self.report(place.period) is not None

    @property
    def blank(self) -> bool:
        """Whether there is nothing yet, or nothing any more: no report and no event. A court may be known."""
        return not (self.reports or self.live or self.trashed)

    @property
    def first(self) -> Place:
        """Where to begin: the newest report, else the whole register."""
        return Place(PlaceKind.REPORT, self.reports[0].period) if self.reports else ALL


def next_period(overview: Overview, today: date) -> Period:
    """The period after the newest report; without reports the quarter before today's, whose report is due."""
    if overview.reports:
        return overview.reports[0].period.shifted(1)
    return Period.of(today).shifted(-1)


#: What is said where somebody tries to write into a submitted report.
LOCKED = "Звіт подано: його можна лише переглядати. Щоб змінити його, спершу поверніть його до чернетки."
_STATES = {
    ReportState.DRAFT: "чернетка",
    ReportState.CHECKED: "перевірено",
    ReportState.SUBMITTED: "подано",
}
#: The picture of each state: told apart by form, not by colour.
STATE_ICONS = {
    ReportState.DRAFT: "report",
    ReportState.CHECKED: "report_checked",
    ReportState.SUBMITTED: "report_submitted",
}


def state_words(report: Report) -> str:
    """«чернетка», «перевірено», «подано 12.10.2021»; «подано до імпорту» where no day is known."""
    word = _STATES[report.state]
    if report.state is not ReportState.SUBMITTED:
        return word
    if report.submitted_at is None:
        return f"{word} до імпорту"
    return f"{word} {wording.digits(report.submitted_at.astimezone().date())}"

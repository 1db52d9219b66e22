"""The words of the field as frozen values; no input or output here.

The names are those of the glossary in docs/ARCHITECTURE.md: one name for one thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from courtcomms.period import Period


class Column(StrEnum):
    """The nine columns of «Таблиця 1», in the order of the form."""

    NUMBER = "number"
    TITLE = "title"
    GOAL = "goal"
    DATE = "date"
    SITE_LINKS = "site_links"
    MEDIA = "media"
    AUDIENCE = "audience"
    RESPONSIBLE = "responsible"
    PARTICIPANTS = "participants"


class Severity(StrEnum):
    """How much a finding matters, from nothing to what must not be sent."""

    OK = "ok"
    HINT = "hint"
    WARN = "warn"
    ERROR = "error"


class Confidence(StrEnum):
    """How sure a derived value is.

    ``PROBABLE``: letters or signs had to be guessed. ``SUSPICIOUS``: it reads, but cannot be meant.
    """

    SURE = "sure"
    PROBABLE = "probable"
    SUSPICIOUS = "suspicious"


class DateKind(StrEnum):
    """What a date phrase says."""

    DAY = "day"
    DAYS = "days"
    RANGE = "range"
    MONTH = "month"
    MONTHS = "months"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    ONGOING = "ongoing"
    ONGOING_FROM = "ongoing_from"
    UNTIL_EVENT = "until_event"
    RECURRING = "recurring"
    AS_NEEDED = "as_needed"
    TEXT = "text"
    INVALID = "invalid"
    EMPTY = "empty"

    @property
    def standing(self) -> bool:
        """Whether an event with such a date returns each quarter until it is closed."""
        return self in _STANDING


_STANDING = frozenset(
    {DateKind.ONGOING, DateKind.ONGOING_FROM, DateKind.UNTIL_EVENT, DateKind.RECURRING, DateKind.AS_NEEDED}
)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """What a date phrase means. ``end`` is the last day, inclusive; ``dates`` only for ``DAYS``."""

    kind: DateKind
    start: date | None = None
    end: date | None = None
    dates: tuple[date, ...] = ()
    confidence: Confidence = Confidence.SURE


class ParticipantsKind(StrEnum):
    """How exactly a number of participants is told."""

    EXACT = "exact"
    APPROX = "approx"
    MIN = "min"
    MAX = "max"
    RANGE = "range"
    NONE = "none"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Participants:
    """What a participants cell means.

    ``EXACT`` and ``APPROX`` have ``low == high``; ``MIN`` has ``low`` only («понад 40»), ``MAX`` has
    ``high`` only («до 100 осіб»); ``NONE`` (blank or a dash) and ``TEXT`` have neither.
    """

    kind: ParticipantsKind
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A real hyperlink whose target the cell's text does not show.

    ``text`` is the linked part of the cell's text. The n-th anchor of a cell with a given text belongs
    to that text's n-th occurrence; an anchor whose text is no longer in the cell rests unused.
    """

    column: Column
    text: str
    target: str


class LinkFlaw(StrEnum):
    """What the text alone tells to be wrong with a link."""

    NO_SCHEME = "no_scheme"
    OTHER_SCHEME = "other_scheme"
    GLUED = "glued"
    BROKEN = "broken"
    NOT_AN_ADDRESS = "not_an_address"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as understood in a cell.

    ``text`` is what is shown, ``cell_text[start:end]``; ``target`` the address it leads to: the anchor's
    target, or the address read from the text, completed where it has no scheme or was broken by a line end.
    """

    target: str
    text: str
    start: int
    end: int
    flaw: LinkFlaw | None = None


class MediaKind(StrEnum):
    """How a publication can be looked up."""

    ONLINE = "online"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class MediaItem:
    """One publication: the outlet as named (or ``""``) and its address (or ``""``)."""

    outlet: str
    url: str
    kind: MediaKind


@dataclass(frozen=True, slots=True)
class Media:
    """What a media cell means. ``count`` is ``None`` where it cannot be told;
    ``stated`` is the number that the cell itself names, if it names one."""

    items: tuple[MediaItem, ...] = ()
    links: tuple[Link, ...] = ()
    count: int | None = None
    stated: int | None = None


@dataclass(frozen=True, slots=True)
class Cells:
    """The nine cells of a row, each as the text that was typed or imported.

    Lines are separated by ``\\n``. ``anchors`` carries hyperlinks that the text does not show.
    """

    number: str = ""
    title: str = ""
    goal: str = ""
    date: str = ""
    site_links: str = ""
    media: str = ""
    audience: str = ""
    responsible: str = ""
    participants: str = ""
    anchors: tuple[Anchor, ...] = ()

    def __getitem__(self, column: Column) -> str:
        text: str = getattr(self, column.value)
        return text

    def texts(self) -> Iterator[tuple[Column, str]]:
        """Each column with its text, in the order of the form."""
        return ((column, self[column]) for column in Column)

    def with_text(self, column: Column, text: str) -> Cells:
        """The same cells with one text changed."""
        values: dict[str, Any] = {column.value: text}
        return replace(self, **values)

    def anchors_of(self, column: Column) -> tuple[Anchor, ...]:
        """The hidden-target hyperlinks of one cell."""
        return tuple(anchor for anchor in self.anchors if anchor.column is column)


class EventState(StrEnum):
    """Where an event is: in the register, in the trash, or taken back by undo of its own creation."""

    LIVE = "live"
    TRASHED = "trashed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Event:
    """One communication event of one court, with what its cells were understood to mean.

    ``version`` counts the saves of this row and guards against overwriting another's change.
    ``standing`` is the user's own word on whether the event returns each quarter; ``None`` leaves it to
    the date phrase. ``closed_on`` ends a standing event.
    """

    id: int
    court_id: int
    version: int
    cells: Cells
    date_span: DateSpan
    participants: Participants
    media_count: int | None = None
    link_count: int = 0
    note: str = ""
    tags: tuple[str, ...] = ()
    state: EventState = EventState.LIVE
    standing: bool | None = None
    closed_on: date | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def is_standing(self) -> bool:
        """Whether the event returns each quarter: the user's word, else what the date phrase says."""
        if self.closed_on is not None:
            return False
        return self.date_span.kind.standing if self.standing is None else self.standing


class ReportState(StrEnum):
    """How far a report is; a submitted one is frozen."""

    DRAFT = "draft"
    CHECKED = "checked"
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class Report:
    """The rows of one period of one court; ``rows`` is their number."""

    id: int
    court_id: int
    period: Period
    state: ReportState = ReportState.DRAFT
    version: int = 1
    rows: int = 0


@dataclass(frozen=True, slots=True)
class CourtName:
    """A court's name from a day on; ``None`` stands for «always»."""

    nominative: str
    genitive: str
    valid_from: date | None = None


@dataclass(frozen=True, slots=True)
class Court:
    """A court; ``names`` from the oldest to the newest, at least one. ``id`` 0 is one not yet stored."""

    id: int
    names: tuple[CourtName, ...]
    site: str = ""
    code: str = ""

    def name_on(self, day: date) -> CourtName:
        """The name that was in force on a day (before the first dated one: the first)."""
        valid = [name for name in self.names if name.valid_from is None or name.valid_from <= day]
        return valid[-1] if valid else self.names[0]


@dataclass(frozen=True, slots=True)
class Repair:
    """A certain mend of a cell: replace ``text[start:end]`` of the finding's cell by ``replacement``."""

    label: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at before submission.

    ``code`` is stable and names the rule; ``start``/``end`` is the place in the cell's text.
    """

    severity: Severity
    code: str
    event_id: int
    column: Column
    message: str
    start: int = 0
    end: int = 0
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class CellChange:
    """One field before and after a step.

    ``subject`` is what was changed: ``event``, ``report``, ``report_row``, ``court``, ``court_name``;
    ``field`` its stored field, empty for the row as a whole: it came or went. ``before`` and ``after`` are
    the stored values as JSON text (a whole row as an object of its fields), ``None`` for absent.
    """

    subject: str
    subject_id: int
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What one public method of the register changed; the unit of undo.

    ``step_id`` is 0 when nothing changed. ``label`` is the step's name in Ukrainian, as the undo menu
    shows it. ``events`` and ``reports`` are the ids whose cached copies are stale; ``created`` the ids of
    new events, in order.
    """

    step_id: int = 0
    label: str = ""
    events: tuple[int, ...] = ()
    reports: tuple[int, ...] = ()
    created: tuple[int, ...] = ()
    entries: tuple[CellChange, ...] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        return self.step_id != 0

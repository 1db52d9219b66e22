"""What the cells of a row were understood to mean; derived from their text, never written back over it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from courtcomms.model.columns import Column


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
    """What a date phrase means.

    ``end`` is the last day, inclusive; ``dates`` are the single days of ``DAYS``, and those that a
    ``RECURRING`` phrase lists.
    """

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

"""What the register holds: courts, events and the reports that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from courtcomms.model.columns import Column
from courtcomms.model.readings import Anchor, DateSpan, Participants
from courtcomms.period import Period


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
    """Where an event is: in the register, in the trash, or taken back by undo of its own creation.

    ``FROZEN`` is never stored: so an event tells that it is given as it stands in a submitted report.
    """

    LIVE = "live"
    TRASHED = "trashed"
    WITHDRAWN = "withdrawn"
    FROZEN = "frozen"


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
    """The rows of one period of one court; ``rows`` is their number, ``submitted_at`` when it was sent.

    A submitted report without ``submitted_at`` was kept as sent by an import, which knows no such day.
    """

    id: int
    court_id: int
    period: Period
    state: ReportState = ReportState.DRAFT
    version: int = 1
    rows: int = 0
    submitted_at: datetime | None = None


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

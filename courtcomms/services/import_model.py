"""What an import would do, row by row, and what the user may wish of it: plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from courtcomms.importing import ImportedDocument, ImportedRow
from courtcomms.model import Cells, Column, Court, CourtName
from courtcomms.period import Period


class RowMark(StrEnum):
    """How a row of a document stands to what is known already."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


class Decision(StrEnum):
    """What becomes of a row: a new event, the event that was matched, or nothing at all."""

    ADD = "add"
    JOIN = "join"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Match:
    """The event that a row is, or may be.

    ``event_id`` names one of the register; otherwise ``document`` and ``row`` an earlier row of this import
    (both count from 0). ``cells`` are its cells as they were before this row, ``period`` the newest report in
    which it stood. ``likeness`` is 1 for the same cells; ``own_report``: it stands in the very report that is
    imported into.
    """

    event_id: int | None
    document: int | None
    row: int | None
    cells: Cells
    period: Period | None
    likeness: float
    own_report: bool


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row with its mark. ``differences``: the columns whose cells are not those of the match, № aside.

    ``doubts`` are Ukrainian sentences, those of the reading first.
    """

    row: ImportedRow
    mark: RowMark
    match: Match | None
    differences: tuple[Column, ...]
    decision: Decision
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """What becomes of one document.

    ``index`` is the document's among those given. ``sent``: its report is kept as submitted, exactly as in
    the file; ``required``: it must be, because an event of it has another text in a newer report.
    ``frozen``: the register's report was submitted already, so nothing can go in. ``alone``: nothing
    stands in the report but what comes with the document.
    """

    document: ImportedDocument
    period: Period
    court: Court
    rows: tuple[PlannedRow, ...]
    sent: bool
    frozen: bool
    index: int = 0
    required: bool = False
    alone: bool = True

    @property
    def new_court(self) -> bool:
        """Whether the court is not in the register yet."""
        return self.court.id == 0

    @property
    def other_court(self) -> CourtName | None:
        """The court that the document names, if that is by none of the names of the one it goes to."""
        named = self.document.court
        known = named is None or any(same_name(name, named) for name in self.court.names)
        return None if known else named

    @property
    def fresh(self) -> int:
        """How many rows become new events."""
        return self._count(Decision.ADD)

    @property
    def joined(self) -> int:
        """How many rows are events that are known already."""
        return self._count(Decision.JOIN)

    @property
    def skipped(self) -> int:
        """How many rows are not taken."""
        return self._count(Decision.SKIP)

    @property
    def refusal(self) -> str:
        """The sentence that nothing can go in; empty where something can."""
        if not self.frozen:
            return ""
        return (
            f"Звіт за {self.period.title} подано, його рядки не змінюються: з «{self.document.source.name}» "
            "нічого не взято. Поверніть звіт у роботу і повторіть імпорт."
        )

    def _count(self, decision: Decision) -> int:
        return sum(row.decision is decision for row in self.rows)


@dataclass(frozen=True, slots=True)
class ImportWishes:
    """What the user has said; all by the indices of documents as given, and of rows in them.

    ``left_out`` are documents that are not wanted. A decision that cannot be (JOIN without a match) is ADD.
    ``separate``: no row is joined with an event of another report, unless a decision says so.
    """

    periods: Mapping[int, Period] = field(default_factory=dict)
    decisions: Mapping[tuple[int, int], Decision] = field(default_factory=dict)
    sent: Mapping[int, bool] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    separate: bool = False


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import of several documents would do.

    ``reports`` stand by period, the oldest first. ``periodless`` are the indices of documents that need the
    user's word on their period. ``unread``: names of files with the Ukrainian sentence why. ``also_sent``:
    older reports of the register that are kept as sent too, because joined events get newer texts.
    ``documents`` and ``wishes`` are what the plan was made of, ``base`` the register's last step then.
    """

    reports: tuple[ReportPlan, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    also_sent: tuple[Period, ...] = ()
    periodless: tuple[int, ...] = ()
    documents: tuple[ImportedDocument, ...] = field(default=(), repr=False)
    wishes: ImportWishes = field(default_factory=ImportWishes, repr=False)
    base: int = 0

    @property
    def fresh(self) -> int:
        """How many new events there will be."""
        return sum(report.fresh for report in self.reports)

    @property
    def joined(self) -> int:
        """How many rows go to events that are known already."""
        return sum(report.joined for report in self.reports)


def same_name(one: CourtName, other: CourtName) -> bool:
    """Whether two names of courts are one, whatever their letters' case."""
    return one.nominative.casefold() == other.nominative.casefold()

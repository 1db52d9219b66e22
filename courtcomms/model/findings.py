"""What there is to look at before a report is submitted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from courtcomms.model.columns import Column


class Severity(StrEnum):
    """How much a finding matters, from nothing to what must not be sent."""

    OK = "ok"
    HINT = "hint"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Repair:
    """A certain mend of a cell: replace ``text[start:end]`` of the finding's cell by ``replacement``."""

    label: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that the user has seen and does not want to hear of again for this row.

    ``excerpt`` is the finding's own: where the words at its place change, the dismissal no longer holds.
    """

    event_id: int
    code: str
    column: Column
    excerpt: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at before submission.

    ``code`` is stable and names the rule; ``start``/``end`` is the place in the cell's text, ``excerpt``
    the words there, as the user saw them.
    """

    severity: Severity
    code: str
    event_id: int
    column: Column
    message: str
    start: int = 0
    end: int = 0
    repair: Repair | None = None
    excerpt: str = ""

    @property
    def dismissal(self) -> Dismissal:
        """What «приховати для цього рядка» remembers of this finding."""
        return Dismissal(self.event_id, self.code, self.column, self.excerpt)

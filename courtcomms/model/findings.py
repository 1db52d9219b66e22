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

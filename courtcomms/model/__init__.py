"""The words of the field as frozen values; no input or output here.

The names are those of the glossary in docs/ARCHITECTURE.md: one name for one thing.
"""

from courtcomms.model.changes import CellChange, Changes
from courtcomms.model.columns import Column
from courtcomms.model.findings import Dismissal, Finding, Repair, Severity
from courtcomms.model.link_checks import (
    Confirmation,
    LinkCheck,
    LinkGroup,
    LinkPlace,
    LinkStatus,
    Verdict,
)
from courtcomms.model.quarters import CarryOver, DifferenceKind, FrozenReport, FrozenRow, RowDifference
from courtcomms.model.readings import (
    Anchor,
    Confidence,
    DateKind,
    DateSpan,
    Link,
    LinkFlaw,
    Media,
    MediaItem,
    MediaKind,
    Participants,
    ParticipantsKind,
)
from courtcomms.model.register import Cells, Court, CourtName, Event, EventState, Report, ReportState

__all__ = [
    "Anchor",
    "CarryOver",
    "CellChange",
    "Cells",
    "Changes",
    "Column",
    "Confidence",
    "Confirmation",
    "Court",
    "CourtName",
    "DateKind",
    "DateSpan",
    "DifferenceKind",
    "Dismissal",
    "Event",
    "EventState",
    "Finding",
    "FrozenReport",
    "FrozenRow",
    "Link",
    "LinkCheck",
    "LinkFlaw",
    "LinkGroup",
    "LinkPlace",
    "LinkStatus",
    "Media",
    "MediaItem",
    "MediaKind",
    "Participants",
    "ParticipantsKind",
    "Repair",
    "Report",
    "ReportState",
    "RowDifference",
    "Severity",
    "Verdict",
]

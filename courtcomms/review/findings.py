"""The findings of a report: every rule over every row, in the order of the form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from courtcomms.model import Column, Court, Dismissal, Event, Finding, Severity
from courtcomms.period import Period
from courtcomms.progress import SILENT, Progress
from courtcomms.review.rules import RULES

_COLUMN_ORDER = {column: place for place, column in enumerate(Column)}
_SEVERITY_ORDER = {severity: place for place, severity in enumerate(Severity)}


def review(
    events: Sequence[Event],
    period: Period | None,
    *,
    court: Court | None = None,
    dismissed: Collection[Dismissal] = (),
    progress: Progress = SILENT,
) -> tuple[Finding, ...]:
    """Findings of the rows of a report, row by row, in each row by column and place.

    ``period`` ``None``: the rows are no report of one period. What is ``dismissed`` is left out. Nothing is
    changed and nothing is asked of the network.

    Raises:
        Cancelled: the review is no longer wanted.
    """
    found: list[Finding] = []
    for done, event in enumerate(events):
        progress.tell(done, len(events))
        found += _of_row(event, period) if period else []
    return tuple(finding for finding in found if finding.dismissal not in dismissed)


def worst(findings: Iterable[Finding]) -> Severity:
    """The highest severity among findings; ``OK`` where there are none."""
    return max(
        (finding.severity for finding in findings), key=_SEVERITY_ORDER.__getitem__, default=Severity.OK
    )


def _of_row(event: Event, period: Period) -> list[Finding]:
    found = [finding for rule in RULES for finding in rule(event, period)]
    return sorted(found, key=lambda finding: (_COLUMN_ORDER[finding.column], finding.start, finding.code))

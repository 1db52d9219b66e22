"""The findings of a report: every rule over every row, in the order of the form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Column, Court, Dismissal, Event, Finding, LinkStatus, Severity
from courtcomms.period import Period
from courtcomms.progress import SILENT, Progress
from courtcomms.review.row import NOTHING_KNOWN, WRITTEN, Row
from courtcomms.review.rules import CELL_RULES, REGISTER_RULES, REPORT_RULES, ROW_RULES

_COLUMN_ORDER = {column: place for place, column in enumerate(Column)}
#: Cells without a slip of typing: reports repeat theirs («Заступник керівника апарату»).
_clean: set[str] = set()
_LONGEST_KEPT, _MOST_KEPT = 300, 10_000
_SEVERITY_ORDER = {severity: place for place, severity in enumerate(Severity)}


def review(
    events: Sequence[Event],
    period: Period | None,
    *,
    court: Court | None = None,
    dismissed: Collection[Dismissal] = (),
    statuses: Mapping[str, LinkStatus] = NOTHING_KNOWN,
    progress: Progress = SILENT,
    link_settings: LinkSettings = DEFAULT,
) -> tuple[Finding, ...]:
    """Findings of the rows of a report, row by row, in each row by column and place.

    ``period`` ``None``: the rows are no report of one period, and what only a report can break is not asked.
    What is ``dismissed`` is left out. ``statuses`` is what is known of the links' addresses, by
    :attr:`Address.url`; ``link_settings`` are the user's words about hosts. Nothing is changed and nothing
    is asked of the network.

    Raises:
        Cancelled: the review is no longer wanted.
    """
    progress.tell(0, len(events))
    together = _of_all(events, period)
    found: list[Finding] = []
    for done, event in enumerate(events, 1):
        own = _of_row(Row(event, period, court, statuses, link_settings))
        found += sorted([*own, *together.get(event.id, ())], key=_place)
        progress.tell(done, len(events))
    return _not_dismissed(found, dismissed)


def review_row(
    event: Event,
    period: Period | None,
    *,
    court: Court | None = None,
    dismissed: Collection[Dismissal] = (),
    statuses: Mapping[str, LinkStatus] = NOTHING_KNOWN,
    link_settings: LinkSettings = DEFAULT,
) -> tuple[Finding, ...]:
    """Findings of one row by itself: without those that a comparison with other rows gives."""
    row = Row(event, period, court, statuses, link_settings)
    return _not_dismissed(sorted(_of_row(row), key=_place), dismissed)


def worst(findings: Iterable[Finding]) -> Severity:
    """The highest severity among findings; ``OK`` where there are none."""
    return max(
        (finding.severity for finding in findings), key=_SEVERITY_ORDER.__getitem__, default=Severity.OK
    )


def _of_row(row: Row) -> list[Finding]:
    found = [finding for rule in ROW_RULES for finding in rule(row)]
    for column in WRITTEN:
        found += _of_cell(row, column)
    return found


def _of_cell(row: Row, column: Column) -> list[Finding]:
    text = row.prose(column)
    if text in _clean:
        return []
    found = [finding for rule in CELL_RULES for finding in rule(row, column)]
    if not found and len(text) <= _LONGEST_KEPT:
        if len(_clean) >= _MOST_KEPT:
            _clean.clear()
        _clean.add(text)
    return found


def _of_all(events: Sequence[Event], period: Period | None) -> dict[int, list[Finding]]:
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for rule in REGISTER_RULES if period is None else REPORT_RULES:
        for finding in rule(events):
            found[finding.event_id].append(finding)
    return found


def _place(finding: Finding) -> tuple[int, int, str]:
    return _COLUMN_ORDER[finding.column], finding.start, finding.code


def _not_dismissed(found: Sequence[Finding], dismissed: Collection[Dismissal]) -> tuple[Finding, ...]:
    hidden = frozenset(dismissed)
    return tuple(finding for finding in found if finding.dismissal not in hidden)

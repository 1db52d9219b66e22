"""A quarter's beginning and its end: carry over, check, submit, compare with what was sent."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.errors import BadInput, Missing
from courtcomms.model import CarryOver, Changes, Court, Event, EventState, Report, RowDifference
from courtcomms.period import Period
from courtcomms.reports.carry_over import Source, pick_source, plan_carry_over
from courtcomms.reports.comparing import compare_rows
from courtcomms.reports.export import FROZEN_SUFFIXES, render
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import Rendered, ReportSnapshot, take_snapshot
from courtcomms.store import EventQuery, Register


def plan_quarter(register: Register, court_id: int, period: Period) -> CarryOver:
    """What beginning the report of a period would do; writes nothing.

    ``Register.carry_over`` carries it out, with those events of ``carried`` that the user left ticked.
    """
    before = pick_source(period, [report.period for report in register.reports(court_id)])
    source = None
    if before is not None:
        stood = register.event_ids(EventQuery(court_id, period=before))
        source = Source(before, _live(register, stood))
    report = register.report(court_id, period)
    return plan_carry_over(
        period,
        source,
        register.events(register.unreported_standing(court_id)),
        shown=register.event_ids(EventQuery(court_id, period=period)),
        placed=register.placed(report.id) if report else frozenset(),
    )


def mark_checked(register: Register, report: Report) -> Changes:
    """Mark a report as checked; the next change of what it shows makes it a draft again.

    Raises:
        Missing: no such report. Frozen: it was submitted.
    """
    return register.mark_checked(report.id)


def submit_report(register: Register, report: Report, form: ReportForm) -> Changes:
    """Mark a report as submitted: its rows, the court's name and both documents are kept as they are sent.

    A document that cannot be made (a cell too long for Excel) is left out; the report is submitted anyhow.

    Raises:
        Missing: no such report or court. Frozen: it was submitted already.
        Conflict: it was changed elsewhere meanwhile.
    """
    court = _court(register, report.court_id)
    shown = register.current_events(report.id)
    documents = rendered(take_snapshot(form, court, report.period, shown))
    return register.submit(
        report.id,
        shown,
        court.name_on(report.period.end),
        {suffix: document.data for suffix, document in documents.items()},
        {suffix: document.notes for suffix, document in documents.items()},
    )


def reopen_report(register: Register, report: Report) -> Changes:
    """Take a checked or submitted report back into work; a copy that was sent stays in the register.

    Raises:
        Missing: no such report.
    """
    return register.reopen(report.id)


def compare_submitted(register: Register, report: Report) -> tuple[RowDifference, ...]:
    """How a submitted report differs from what it would be now; nothing for one that is in work."""
    frozen = register.frozen(report.id)
    return compare_rows(frozen.rows, register.current_events(report.id)) if frozen else ()


def _live(register: Register, ids: Sequence[int]) -> tuple[Event, ...]:
    """As they are now: what a submitted report showed may lie in the trash since."""
    return tuple(event for event in register.events(ids) if event.state is EventState.LIVE)


def _court(register: Register, court_id: int) -> Court:
    for court in register.courts():
        if court.id == court_id:
            return court
    raise Missing("Цього суду в реєстрі вже немає: звіт не подано. Оновіть перелік звітів.")


def rendered(snapshot: ReportSnapshot) -> dict[str, Rendered]:
    """The documents that are kept of a report as sent, by suffix; one that cannot be made is absent."""
    documents: dict[str, Rendered] = {}
    for suffix in FROZEN_SUFFIXES:
        try:
            documents[suffix] = render(snapshot, suffix)
        except BadInput:
            continue
    return documents

"""Reports as they are stored and given out."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.errors import Missing
from courtcomms.model import Report, ReportState
from courtcomms.period import Period
from courtcomms.store import membership, queries
from courtcomms.store.steps import Step
from courtcomms.store.tables import CourtRecord, EventRecord, ReportRecord, ReportRowRecord


def read_all(session: Session, court_id: int) -> tuple[Report, ...]:
    """A court's reports, the newest period first."""
    rows = session.scalars(
        select(ReportRecord)
        .where(ReportRecord.court_id == court_id)
        .order_by(ReportRecord.ends_on.desc(), ReportRecord.starts_on.desc())
    ).all()
    numbers = membership.numbers_of_rows(session, court_id)
    return tuple(_report(row, numbers[row.id]) for row in rows)


def read_one(session: Session, court_id: int, period: Period) -> Report | None:
    """The report of a period."""
    row = queries.report_of(session, court_id, period)
    return _report(row, queries.number_of_rows(session, row)) if row else None


def excluded(session: Session, report_id: int) -> frozenset[int]:
    """The events that were taken out of a report."""
    return frozenset(
        session.scalars(
            select(ReportRowRecord.event_id)
            .join(EventRecord, EventRecord.id == ReportRowRecord.event_id)
            .where(ReportRowRecord.report_id == report_id, ~ReportRowRecord.included)
        )
    )


def get(session: Session, report_id: int) -> ReportRecord:
    """A stored report.

    Raises:
        Missing: there is none.
    """
    row = session.get(ReportRecord, report_id)
    if row is None:
        raise Missing("Цього звіту в реєстрі вже немає: зміну не збережено. Оновіть перелік звітів.")
    return row


def ensure(step: Step, court_id: int, period: Period) -> ReportRecord:
    """The report of a period, made where it is not there yet.

    Raises:
        Missing: no such court.
    """
    report = queries.report_of(step.session, court_id, period)
    if report is None:
        check_court(step.session, court_id)
        report = ReportRecord(
            court_id=court_id, period=period.code, starts_on=period.start, ends_on=period.end
        )
        step.add([report])
    return report


def check_court(session: Session, court_id: int) -> None:
    """See that a court is there.

    Raises:
        Missing: it is not.
    """
    if session.get(CourtRecord, court_id) is None:
        raise Missing("Цього суду в реєстрі немає: нічого не збережено. Оновіть перелік судів.")


def _report(row: ReportRecord, rows: int) -> Report:
    return Report(row.id, row.court_id, Period.parse(row.period), ReportState(row.state), row.version, rows)

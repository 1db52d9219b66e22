"""Reports as they are stored and given out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.errors import Conflict, Missing
from courtcomms.model import Event, Report, ReportState
from courtcomms.period import Period
from courtcomms.store import derived, obstacles, ordering, queries, row_numbers
from courtcomms.store.journal import SourceRecord, StepRecord
from courtcomms.store.side_tables import FrozenRecord
from courtcomms.store.steps import Step
from courtcomms.store.tables import CourtRecord, EventRecord, ReportRecord, ReportRowRecord


def read_all(session: Session, court_id: int) -> tuple[Report, ...]:
    """A court's reports, the newest period first."""
    rows = session.scalars(
        select(ReportRecord)
        .where(ReportRecord.court_id == court_id)
        .order_by(ReportRecord.ends_on.desc(), ReportRecord.starts_on.desc())
    ).all()
    numbers, sent = row_numbers.of_reports(session, court_id), _sent(session, court_id)
    return tuple(_report(row, *sent.get(row.id, (numbers[row.id], None))) for row in rows)


def read_one(session: Session, court_id: int, period: Period) -> Report | None:
    """The report of a period."""
    row = queries.report_of(session, court_id, period)
    if row is None:
        return None
    sent = _sent(session, court_id).get(row.id)
    return _report(row, *(sent or (queries.number_of_rows(session, row), None)))


def excluded(session: Session, report_id: int) -> frozenset[int]:
    """The events that were taken out of a report."""
    return frozenset(
        session.scalars(
            select(ReportRowRecord.event_id)
            .join(EventRecord, EventRecord.id == ReportRowRecord.event_id)
            .where(ReportRowRecord.report_id == report_id, ~ReportRowRecord.included)
        )
    )


def placed(session: Session, report_id: int) -> frozenset[int]:
    """The events that have a row in a report, taken out or not."""
    rows = select(ReportRowRecord.event_id).where(ReportRowRecord.report_id == report_id)
    return frozenset(session.scalars(rows))


def get(session: Session, report_id: int) -> ReportRecord:
    """A stored report.

    Raises:
        Missing: there is none.
    """
    row = session.get(ReportRecord, report_id)
    if row is None:
        raise Missing("Цього звіту в реєстрі вже немає: зміну не збережено. Оновіть перелік звітів.")
    return row


def get_open(session: Session, report_id: int) -> ReportRecord:
    """A stored report that is in work.

    Raises:
        Missing: there is none. Frozen: it was submitted.
    """
    return open_one(get(session, report_id))


def open_one(row: ReportRecord) -> ReportRecord:
    """The same report, if it is in work.

    Raises:
        Frozen: it was submitted.
    """
    if row.frozen_id is not None:
        raise obstacles.submitted(row)
    return row


def check_unchanged(session: Session, row: ReportRecord, shown: Sequence[Event]) -> None:
    """See that a report still shows these events at these versions.

    Raises:
        Conflict: it does not.
    """
    ids = ordering.shown_ids(session, row)
    versions = {event.id: event.version for event in derived.rows_of(session, ids)}
    if [(id_, versions[id_]) for id_ in ids] != [(event.id, event.version) for event in shown]:
        raise Conflict(
            f"Звіт за {Period.parse(row.period).title} тим часом змінено в іншому вікні: його не подано. "
            "Перегляньте звіт і подайте ще раз."
        )


def ensure(step: Step, court_id: int, period: Period) -> ReportRecord:
    """The report of a period, in work; made where it is not there yet.

    Raises:
        Missing: no such court. Frozen: it was submitted.
    """
    report = queries.report_of(step.session, court_id, period)
    if report is None:
        check_court(step.session, court_id)
        report = ReportRecord(
            court_id=court_id, period=period.code, starts_on=period.start, ends_on=period.end
        )
        step.add([report])
    return open_one(report)


def check_court(session: Session, court_id: int) -> None:
    """See that a court is there.

    Raises:
        Missing: it is not.
    """
    court = session.get(CourtRecord, court_id)
    if court is None or court.withdrawn:
        raise Missing("Цього суду в реєстрі немає: нічого не збережено. Оновіть перелік судів.")


def _sent(session: Session, court_id: int) -> dict[int, tuple[int, dt.datetime | None]]:
    """How many rows each submitted report of a court has, and when it was sent, if that is known.

    What an import has kept was sent some day before; the moment of the import is not that day.
    """
    imports = select(StepRecord.at).where(StepRecord.id.in_(select(SourceRecord.step_id)))
    imported = frozenset(session.scalars(imports))
    statement = (
        select(ReportRecord.id, FrozenRecord.row_count, FrozenRecord.frozen_at)
        .join(FrozenRecord, FrozenRecord.id == ReportRecord.frozen_id)
        .where(ReportRecord.court_id == court_id)
    )
    return {
        id_: (rows, None if moment in imported else moment)
        for id_, rows, moment in session.execute(statement)
    }


def _report(row: ReportRecord, rows: int, sent: dt.datetime | None) -> Report:
    period, state = Period.parse(row.period), ReportState(row.state)
    return Report(row.id, row.court_id, period, state, row.version, rows, sent)

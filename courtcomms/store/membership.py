"""Which events a report shows: those that have a row in it, and dated ones that have none anywhere.

«A dated event appears in its quarter by itself»: as long as nobody has put it into a report, it stands in
each period that its days touch.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.orm import Session, aliased

from courtcomms.model import DateKind, ReportState
from courtcomms.period import Period
from courtcomms.store.chunks import chunks
from courtcomms.store.tables import EventRecord, ReportRecord, ReportRowRecord

_STANDING = [kind.value for kind in DateKind if kind.standing]


class Span(NamedTuple):
    """The days of a court's event, for finding the reports that they touch."""

    court_id: int
    start: dt.date | None
    end: dt.date | None

    def touches(self, report: ReportRecord) -> bool:
        """Whether a day of it lies in the report's period."""
        if self.court_id != report.court_id or self.start is None or self.end is None:
            return False
        return self.start <= report.ends_on and self.end >= report.starts_on


#: Days of events by their ids, before and after a change.
Spans = Mapping[int, set[Span]]


def span_of(row: EventRecord) -> Span:
    """The days that an event takes now; none where it is not dated."""
    if row.date_kind in _STANDING:
        return Span(row.court_id, None, None)
    return Span(row.court_id, row.date_start, row.date_end)


def by_itself(event: type[EventRecord], start: dt.date, end: dt.date) -> ColumnElement[bool]:
    """Whether an event appears between two days without having been put into any report."""
    return and_(event.date_start <= end, event.date_end >= start, unplaced(event))


def unplaced(event: type[EventRecord]) -> ColumnElement[bool]:
    """Whether an event is dated and no report has taken it in."""
    row = aliased(ReportRowRecord)
    placed = exists().where(row.event_id == event.id)
    return and_(event.date_start <= event.date_end, event.date_kind.not_in(_STANDING), ~placed)


def reports_showing(session: Session, event_ids: Collection[int], spans: Iterable[Span]) -> set[int]:
    """The reports in which any of these events has a row, or which any of these days touch."""
    found: set[int] = set()
    for some in chunks(event_ids):
        found.update(
            session.scalars(
                select(ReportRowRecord.report_id).where(ReportRowRecord.event_id.in_(some)).distinct()
            )
        )
    days = {span for span in spans if span.start is not None and span.end is not None}
    for report in session.scalars(select(ReportRecord)):
        if any(span.touches(report) for span in days):
            found.add(report.id)
    return found


def checked(session: Session, report_ids: Collection[int]) -> list[ReportRecord]:
    """Those of the reports that are marked as checked."""
    statement = select(ReportRecord).where(
        ReportRecord.id.in_(report_ids), ReportRecord.state == ReportState.CHECKED.value
    )
    return list(session.scalars(statement))


def shows_any(session: Session, report: ReportRecord, event_ids: Collection[int], spans: Spans) -> bool:
    """Whether a report shows any of these events, or did by their days: rows taken out do not count."""
    loose = set(event_ids)
    for some in chunks(event_ids):
        statement = select(ReportRowRecord.event_id, ReportRowRecord.report_id, ReportRowRecord.included)
        for event_id, report_id, included in session.execute(
            statement.where(ReportRowRecord.event_id.in_(some))
        ):
            if report_id == report.id and included:
                return True
            loose.discard(event_id)
    return any(span.touches(report) for event_id in loose for span in spans.get(event_id, ()))


def earliest_periods(session: Session, event_ids: Collection[int]) -> dict[int, Period]:
    """The earliest period in whose report each event has a row: the year of a date without one."""
    found: dict[int, Period] = {}
    for some in chunks(event_ids):
        rows = session.execute(
            select(ReportRowRecord.event_id, ReportRecord.period)
            .join(ReportRecord, ReportRecord.id == ReportRowRecord.report_id)
            .where(ReportRowRecord.event_id.in_(some))
            .order_by(ReportRecord.starts_on.desc(), ReportRecord.ends_on.desc())
        )
        found.update((event_id, Period.parse(code)) for event_id, code in rows)
    return found

"""Which events, in which order: ids only, all in SQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Integer,
    Select,
    SQLColumnExpression,
    and_,
    cast,
    column,
    func,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.orm import Session, aliased

from courtcomms.model import Column
from courtcomms.period import Period
from courtcomms.store import membership, search
from courtcomms.store.derived import SORTED_BY_TEXT
from courtcomms.store.tables import EventRecord, ReportRecord, ReportRowRecord
from courtcomms.store.values import EventQuery

#: Something to sort by.
Key = SQLColumnExpression[Any]

_WORDS = table("event_words", column("rowid"))
_MATCH = text("event_words MATCH :match")


def event_ids(session: Session, query: EventQuery) -> tuple[int, ...]:
    """The ids of the events asked for, in the order asked for."""
    statement = _scope(session, query).where(
        EventRecord.court_id == query.court_id, EventRecord.state == query.state.value
    )
    match = search.match_expression(query.search)
    if match:
        statement = statement.where(EventRecord.id.in_(select(_WORDS.c.rowid).where(_MATCH)))
    return tuple(session.scalars(statement, {"match": match} if match else {}))


def report_of(session: Session, court_id: int, period: Period) -> ReportRecord | None:
    """The stored report of a period."""
    return session.scalar(
        select(ReportRecord).where(ReportRecord.court_id == court_id, ReportRecord.period == period.code)
    )


def report_order() -> tuple[Key, ...]:
    """Placed rows by position, the rest after them by date, then as they were entered."""
    return (
        ReportRowRecord.position.is_(None),
        ReportRowRecord.position,
        EventRecord.date_start.is_(None),
        EventRecord.date_start,
        EventRecord.id,
    )


def in_report(report_id: int, period: Period) -> Select[int]:
    """Events that have a row in a report or appear in its period by themselves; rows joined."""
    joined = and_(ReportRowRecord.event_id == EventRecord.id, ReportRowRecord.report_id == report_id)
    row = aliased(ReportRowRecord)
    placed = select(row.event_id).where(row.report_id == report_id)
    return (
        select(EventRecord.id)
        .outerjoin(ReportRowRecord, joined)
        .where(or_(EventRecord.id.in_(placed), membership.by_itself(period.start, period.end)))
    )


def _scope(session: Session, query: EventQuery) -> Select[int]:
    if query.period is None:
        return select(EventRecord.id).order_by(*_order(query))
    report = report_of(session, query.court_id, query.period)
    statement = in_report(report.id if report else 0, query.period)
    if not query.excluded:
        statement = statement.where(or_(ReportRowRecord.id.is_(None), ReportRowRecord.included))
    return statement.order_by(*_order(query))


def _order(query: EventQuery) -> tuple[Key, ...]:
    """Empty cells stay last in both directions; equal ones stand as they were entered."""
    if query.sort is None and query.period is not None:
        keys = report_order()
        return tuple(key.desc() for key in keys) if query.descending else keys
    empty, key = _sort_key(query.sort or Column.DATE)
    return empty, key.desc() if query.descending else key, EventRecord.id


def _sort_key(sort: Column) -> tuple[Key, Key]:
    """What tells that a cell is empty, and what it is compared by."""
    if sort in SORTED_BY_TEXT:
        key = getattr(EventRecord, f"{sort.value}_key")
        return key == "", key
    if sort is Column.NUMBER:
        return EventRecord.number == "", cast(EventRecord.number, Integer)
    number: Key = {
        Column.DATE: EventRecord.date_start,
        Column.MEDIA: EventRecord.media_count,
        Column.PARTICIPANTS: func.coalesce(EventRecord.participants_low, EventRecord.participants_high),
    }[sort]
    return number.is_(None), number

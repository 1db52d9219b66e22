"""Which events, in which order: ids only, all in SQL."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    SQLColumnExpression,
    and_,
    cast,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased

from courtcomms.model import Column, EventState
from courtcomms.period import Period
from courtcomms.store import compact, filters, membership, orders, search
from courtcomms.store.derived import SORTED_BY_TEXT
from courtcomms.store.report_order import live_ids
from courtcomms.store.tables import EventRecord, ReportRecord, ReportRowRecord
from courtcomms.store.values import EventQuery

#: Something to sort by.
Key = SQLColumnExpression[Any]

#: Up to so many ids it pays to tell the database which events are wanted.
_FEW = 5_000

_INCLUDED = or_(ReportRowRecord.id.is_(None), ReportRowRecord.included)


def event_ids(session: Session, query: EventQuery) -> tuple[int, ...]:
    """The ids of the events asked for, in the order asked for."""
    ids = fitting(session, query)
    match = search.match_expression(query.search, query.filters)
    if not match or not ids:
        return ids
    find = partial(_find, session, ids, match, query)
    return find() if query.period is not None else orders.remembered(session, query, find, orders.FOUND)


def fitting(session: Session, query: EventQuery) -> tuple[int, ...]:
    """What a query would find if it did not ask for words."""
    return _fitting(session, _wordless(query))


def _wordless(query: EventQuery) -> EventQuery:
    wordless = tuple(replace(one, words="") for one in query.filters)
    return replace(query, search="", filters=wordless)


def _find(session: Session, ids: tuple[int, ...], match: str, query: EventQuery) -> tuple[int, ...]:
    """Those of the ids that have the words; of events that were never read column by column their words
    anywhere count."""
    rows = partial(orders.rows, session, _wordless(query), ids) if query.period is None else None
    found = search.narrow(session, ids, match, rows)
    if not any(one.words for one in query.filters):
        return found
    unread = select(EventRecord.id.label("id")).where(EventRecord.rules_version == 0)
    waiting = set(compact.ids(session, unread)).intersection(ids)
    if not waiting:
        return found
    wide = search.match_expression(" ".join((query.search, *(one.words for one in query.filters))))
    either = {*found, *search.narrow(session, tuple(waiting), wide)}
    return tuple(filter(either.__contains__, ids))


def _fitting(session: Session, query: EventQuery) -> tuple[int, ...]:
    """The ids of a query without words; those of a whole court are remembered between keys typed."""
    conditions = filters.conditions(query.filters)
    if conditions:
        whole = _fitting(session, replace(query, filters=()))
        read = partial(_narrow, session, query.court_id, whole, conditions)
    else:
        read = partial(_ordered, session, query)
    return read() if query.period is not None else orders.remembered(session, query, read)


def _narrow(
    session: Session, court_id: int, ids: tuple[int, ...], conditions: list[ColumnElement[bool]]
) -> tuple[int, ...]:
    """Those of the ids whose events fulfil all; asked without an order, so that any index can answer."""
    fit = select(EventRecord.id).where(EventRecord.court_id == court_id, *conditions)
    if len(ids) <= _FEW:
        fit = fit.where(EventRecord.id.in_(compact.values(ids)))
    else:
        fit = fit.where(EventRecord.state.in_([state.value for state in EventState]))
    return tuple(filter(set(compact.ids(session, fit)).__contains__, ids))


def _ordered(session: Session, query: EventQuery) -> tuple[int, ...]:
    """The ids of a query without its words and filters."""
    if query.sort is None and query.period is not None and _plain(query):
        report = report_of(session, query.court_id, query.period)
        known = report.id if report is not None else 0
        return live_ids(session, query.court_id, known, query.period, excluded=query.excluded)
    scope = _scope(session, query)
    if query.sort is None and query.period is not None:
        keys = report_order()
        return _ids(session, scope.order_by(*(key.desc() for key in keys) if query.descending else keys))
    filled, keys = _sorted_by(query.sort or Column.DATE)
    # Two statements, because one that puts empty cells last could not follow the index.
    first = scope.where(filled).order_by(*(key.desc() for key in keys) if query.descending else keys)
    return _ids(session, first) + _ids(session, scope.where(~filled).order_by(EventRecord.id))


def _plain(query: EventQuery) -> bool:
    return not query.descending and query.state is EventState.LIVE


def report_of(session: Session, court_id: int, period: Period) -> ReportRecord | None:
    """The stored report of a period."""
    return session.scalar(
        select(ReportRecord).where(ReportRecord.court_id == court_id, ReportRecord.period == period.code)
    )


def number_of_rows(session: Session, report: ReportRecord) -> int:
    """How many rows a report shows."""
    period = Period.parse(report.period)
    rows = in_report(report.court_id, report.id, period, EventState.LIVE).where(_INCLUDED)
    return session.scalar(select(func.count()).select_from(rows.subquery())) or 0


def report_order() -> tuple[Key, ...]:
    """Placed rows by position, the rest after them by date, then as they were entered."""
    return (
        ReportRowRecord.position.is_(None),
        ReportRowRecord.position,
        EventRecord.date_start.is_(None),
        EventRecord.date_start,
        EventRecord.id,
    )


def in_report(court_id: int, report_id: int, period: Period, state: EventState) -> Select[int]:
    """Events that have a row in a report or appear in its period by themselves; rows joined."""
    joined = and_(ReportRowRecord.event_id == EventRecord.id, ReportRowRecord.report_id == report_id)
    row, other = aliased(ReportRowRecord), aliased(EventRecord)
    placed = select(row.event_id).where(row.report_id == report_id)
    loose = select(other.id).where(
        other.court_id == court_id,
        other.state == state.value,
        membership.by_itself(other, period.start, period.end),
    )
    return (
        select(EventRecord.id)
        .outerjoin(ReportRowRecord, joined)
        .where(EventRecord.id.in_(placed.union_all(loose)), EventRecord.state == state.value)
    )


def _scope(session: Session, query: EventQuery) -> Select[int]:
    """Everything of a query but its words, its filters and its order."""
    if query.period is None:
        scope = select(EventRecord.id).where(
            EventRecord.court_id == query.court_id, EventRecord.state == query.state.value
        )
    else:
        report = report_of(session, query.court_id, query.period)
        scope = in_report(query.court_id, report.id if report else 0, query.period, query.state)
        scope = scope if query.excluded else scope.where(_INCLUDED)
    return scope


def _ids(session: Session, statement: Select[int]) -> tuple[int, ...]:
    return tuple(compact.ids(session, statement))


def _sorted_by(sort: Column) -> tuple[ColumnElement[bool], tuple[Key, ...]]:
    """What tells that a cell is not empty, and what it is compared by; equal ones as they were entered."""
    if sort in SORTED_BY_TEXT:
        key = getattr(EventRecord, f"{sort.value}_key")
        return key > "", (key, EventRecord.id)
    if sort is Column.NUMBER:
        return EventRecord.number > "", (cast(EventRecord.number, Integer), EventRecord.id)
    if sort is Column.DATE:
        days = (EventRecord.date_start, EventRecord.date_end, EventRecord.date_kind)
        return EventRecord.date_start.is_not(None), (*days, EventRecord.id)
    if sort is Column.MEDIA:
        return EventRecord.media_count.is_not(None), (EventRecord.media_count, EventRecord.id)
    number = func.coalesce(EventRecord.participants_low, EventRecord.participants_high)
    return number.is_not(None), (number, EventRecord.id)

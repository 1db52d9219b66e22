"""Events as they stand in a submitted report: their cells read anew, found and sorted without SQL."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.orm import Session

from courtcomms.model import Column, Event, EventState, FrozenRow
from courtcomms.store import events, freezing, queries, search
from courtcomms.store.derived import SORTED_BY_TEXT, anchors_of
from courtcomms.store.frozen_filters import has_beginnings, passes, whole_number
from courtcomms.store.tables import EventRecord, ReportRecord
from courtcomms.store.values import EventQuery


def read(session: Session, report: ReportRecord, wanted: Sequence[int] | None = None) -> tuple[Event, ...]:
    """The events of a submitted report in its order, all or those wanted; none where it is in work."""
    some = None if wanted is None else set(wanted)
    rows = [row for row in freezing.read_rows(session, report) if some is None or row.event_id in some]
    return tuple(events.given(_record(report.court_id, row)) for row in rows)


def ids(session: Session, query: EventQuery) -> tuple[int, ...] | None:
    """The ids that a query finds in a submitted report; ``None`` where it asks for no such report."""
    if query.period is None or query.state is not EventState.LIVE:
        return None
    report = queries.report_of(session, query.court_id, query.period)
    if report is None or report.frozen_id is None:
        return None
    rows, words = freezing.read_rows(session, report), search.words(query.search)
    rows = tuple(row for row in rows if _matches(events.unsaved(report.court_id, row.cells), words))
    if not query.filters and query.sort is None:
        order = tuple(row.event_id for row in rows)
        return order[::-1] if query.descending else order
    # Only filters and orders ask for what the cells mean, which takes long to find out.
    records = (_record(report.court_id, row) for row in rows)
    return tuple(row.id for row in _sorted([row for row in records if passes(row, query.filters)], query))


def _record(court_id: int, row: FrozenRow) -> EventRecord:
    """A row of the event table that no session knows, with everything that is derived from its texts."""
    from courtcomms.store.readings import cell_values, date_values

    record = events.unsaved(court_id, row.cells)
    record.id, record.version, record.state = row.event_id, 0, EventState.FROZEN.value
    record.standing, record.closed_on = row.standing, row.closed_on
    values = cell_values(record, anchors_of(record)).values
    for name, value in {**values, **date_values(record.date, row.read_in)}.items():
        setattr(record, name, value)
    return record


def _matches(row: EventRecord, wanted: list[str]) -> bool:
    """Whether each word wanted is the beginning of one of the row's."""
    return not wanted or has_beginnings(" ".join(search.words_of(row).values()).split(), wanted)


def _sorted(rows: list[EventRecord], query: EventQuery) -> list[EventRecord]:
    """In the report's own order, or by a column with its empty cells last, as everywhere."""
    if query.sort is None:
        return rows[::-1] if query.descending else rows
    key = _key(query.sort)
    filled = [row for row in rows if key(row) is not None]
    filled.sort(key=lambda row: (key(row), row.id), reverse=query.descending)
    return filled + sorted((row for row in rows if key(row) is None), key=lambda row: row.id)


def _key(sort: Column) -> Callable[[EventRecord], Any]:
    if sort in SORTED_BY_TEXT:
        return lambda row: getattr(row, f"{sort.value}_key") or None
    if sort is Column.NUMBER:
        return lambda row: whole_number(row.number) if row.number else None
    if sort is Column.DATE:
        return _days
    if sort is Column.MEDIA:
        return lambda row: row.media_count
    return lambda row: row.participants_high if row.participants_low is None else row.participants_low


def _days(row: EventRecord) -> tuple[object, ...] | None:
    if row.date_start is None:
        return None
    # An open end comes before each day, as NULL does.
    return row.date_start, row.date_end is not None, row.date_end or row.date_start, row.date_kind

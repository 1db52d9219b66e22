"""The events that a row of another document may be: read lean, because a register has many."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select
from sqlalchemy.orm import Session

from courtcomms.model import Anchor, Cells, Column, DateKind, EventState
from courtcomms.period import Period
from courtcomms.store.chunks import chunks
from courtcomms.store.incoming import Candidate
from courtcomms.store.journal import StepRecord
from courtcomms.store.tables import EventRecord, ReportRecord, ReportRowRecord

_STANDING = [kind.value for kind in DateKind if kind.standing]
#: Dated without single days: few, and asked for whatever their days are.
_WHOLE = [
    kind.value
    for kind in DateKind
    if not kind.standing and kind not in (DateKind.DAY, DateKind.DAYS, DateKind.INVALID)
]
_NAMES = [column.value for column in Column]
_texts = attrgetter(*_NAMES)
_COLUMNS = (
    *(EventRecord.id, EventRecord.standing, EventRecord.anchors),
    *(getattr(EventRecord, column.value) for column in Column),
)


def read(session: Session, court_id: int, days: Collection[dt.date]) -> tuple[Candidate, ...]:
    """A court's events that return each quarter, have no single days, or begin on one of these days.

    Those in the trash are none of them. The order is that of their making.
    """
    found = {}
    fitting = [or_(EventRecord.date_kind.in_([*_STANDING, *_WHOLE]), EventRecord.standing.is_(True))]
    fitting += [EventRecord.date_start.in_(some) for some in _portions(days)]
    for condition in fitting:
        found.update({row.id: row for row in _rows(session, court_id, condition)})
    periods = _periods(session, court_id)
    return tuple(_candidate(found[id_], periods.get(id_, ())) for id_ in sorted(found))


def last_step(session: Session) -> int:
    """The number of the newest step; 0 where nothing was done yet."""
    return session.scalar(select(StepRecord.id).order_by(StepRecord.id.desc()).limit(1)) or 0


def _portions(days: Collection[dt.date]) -> list[list[dt.date]]:
    by_text = {day.isoformat(): day for day in days}
    return [[by_text[text] for text in some] for some in chunks(list(by_text))]


def _rows(session: Session, court_id: int, condition: ColumnElement[bool]) -> list[Row[Any]]:
    live = and_(EventRecord.court_id == court_id, EventRecord.state == EventState.LIVE.value)
    return list(session.execute(select(*_COLUMNS).where(live, condition)))


def _periods(session: Session, court_id: int) -> dict[int, tuple[Period, ...]]:
    """The reports in which each event has a row that was not taken out."""
    reports = select(ReportRecord.id, ReportRecord.period).where(ReportRecord.court_id == court_id)
    found: defaultdict[int, list[Period]] = defaultdict(list)
    for report_id, code in session.execute(reports).all():
        period = Period.parse(code)
        rows = select(ReportRowRecord.event_id).where(
            ReportRowRecord.report_id == report_id, ReportRowRecord.included
        )
        for event_id in session.scalars(rows):
            found[event_id].append(period)
    return {event_id: tuple(periods) for event_id, periods in found.items()}


def _candidate(row: Row[Any], periods: tuple[Period, ...]) -> Candidate:
    anchors = tuple(Anchor(Column(column), shown, target) for column, shown, target in row.anchors)
    texts: dict[str, Any] = dict(zip(_NAMES, _texts(row), strict=True))
    return Candidate(row.id, Cells(**texts, anchors=anchors), row.standing, periods)

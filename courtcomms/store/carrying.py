"""Standing events on their way into the next report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from sqlalchemy import and_, exists, select
from sqlalchemy.orm import Session

from courtcomms.errors import Conflict, Missing
from courtcomms.model import DateKind, EventState
from courtcomms.period import Period
from courtcomms.store import derived, events, labels, ordering, queries, reports
from courtcomms.store.steps import Step
from courtcomms.store.tables import EventRecord, ReportRowRecord

_STANDING = [kind.value for kind in DateKind if kind.standing]


def unreported_standing(session: Session, court_id: int) -> tuple[int, ...]:
    """Standing events of a court that never stood in any report, by date.

    By the user's own word or by the phrase: two questions, which one index answers. It is asked for nothing
    else, lest SQLite choose another.
    """
    placed = exists().where(ReportRowRecord.event_id == EventRecord.id)
    told = EventRecord.standing.is_(True)
    read = and_(EventRecord.standing.is_(None), EventRecord.date_kind.in_(_STANDING))
    columns = (EventRecord.date_start, EventRecord.id, EventRecord.state, EventRecord.closed_on)
    found = [
        (start or date.min, id_)
        for standing in (told, read)
        for start, id_, state, closed_on in session.execute(
            select(*columns).where(EventRecord.court_id == court_id, standing, ~placed)
        )
        if state == EventState.LIVE.value and closed_on is None
    ]
    return tuple(id_ for _start, id_ in sorted(found))


def carry(step: Step, court_id: int, period: Period, event_ids: Sequence[int]) -> str:
    """Give events a row in the report of a period, in this order; returns the step's name.

    Raises:
        Missing: no such court or event. Conflict: an event lies in the trash. Frozen: it was submitted.
    """
    known = queries.report_of(step.session, court_id, period)
    report = reports.open_one(known) if known else reports.ensure(step, court_id, period)
    wanted = _wanted(step.session, court_id, event_ids)
    shown = ordering.shown_ids(step.session, report)
    fresh = [event_id for event_id in wanted if event_id not in set(shown)]
    leading = list(takewhile(returns, _rows(step.session, shown)))
    ordering.place(step, report, fresh, leading[-1].id if leading else None)
    return labels.new_quarter(period) if known is None else labels.carried(period, len(fresh))


def returns(row: EventRecord) -> bool:
    """Whether an event returns each quarter, as ``Event.is_standing`` tells it, closed or not."""
    return row.date_kind in _STANDING if row.standing is None else row.standing


def _wanted(session: Session, court_id: int, event_ids: Sequence[int]) -> list[int]:
    held = derived.rows_of(session, set(event_ids))
    for event_id in event_ids:
        row = events.get(session, event_id)
        if row.court_id != court_id:
            raise Missing("Цей захід належить іншому суду: до звіту нічого не перенесено. Оновіть таблицю.")
        if row.state == EventState.TRASHED.value:
            raise Conflict(
                "Один із заходів тим часом перенесено до кошика: до звіту нічого не перенесено. "
                "Відкрийте перелік ще раз."
            )
    del held
    return list(dict.fromkeys(event_ids))


def _rows(session: Session, ids: Sequence[int]) -> list[EventRecord]:
    found = {row.id: row for row in derived.rows_of(session, ids)}
    return [found[id_] for id_ in ids]

"""Findings that the user does not want to hear of again for a row."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.model import Column, Dismissal
from courtcomms.store import events
from courtcomms.store.chunks import chunks
from courtcomms.store.side_tables import DismissalRecord
from courtcomms.store.steps import Step
from courtcomms.store.tables import EventRecord


def of_court(session: Session, court_id: int) -> frozenset[Dismissal]:
    """Everything hidden in a court's events."""
    statement = (
        select(DismissalRecord)
        .join(EventRecord, EventRecord.id == DismissalRecord.event_id)
        .where(EventRecord.court_id == court_id)
    )
    return frozenset(_dismissal(row) for row in session.scalars(statement))


def dismiss(step: Step, findings: Sequence[Dismissal]) -> int:
    """Hide findings; those hidden already are passed over. Returns how many are new.

    Raises:
        Missing: no such event.
    """
    for event_id in dict.fromkeys(one.event_id for one in findings):
        events.get(step.session, event_id)
    wanted = dict.fromkeys(_storable(one) for one in findings)
    known = _stored(step.session, wanted)
    rows = [_record(one) for one in wanted if one not in known]
    if rows:
        step.add(rows)
    return len(rows)


def restore(step: Step, findings: Sequence[Dismissal]) -> int:
    """Show findings again; returns how many were hidden."""
    known = _stored(step.session, dict.fromkeys(_storable(one) for one in findings))
    for row in known.values():
        step.remove(row)
    return len(known)


def _stored(session: Session, wanted: Collection[Dismissal]) -> dict[Dismissal, DismissalRecord]:
    found: dict[Dismissal, DismissalRecord] = {}
    for some in chunks({one.event_id for one in wanted}):
        rows = session.scalars(select(DismissalRecord).where(DismissalRecord.event_id.in_(some)))
        found.update((_dismissal(row), row) for row in rows)
    return {one: found[one] for one in wanted if one in found}


def _storable(one: Dismissal) -> Dismissal:
    return Dismissal(one.event_id, one.code, one.column, events.storable(one.excerpt))


def _record(one: Dismissal) -> DismissalRecord:
    return DismissalRecord(event_id=one.event_id, code=one.code, column=one.column.value, excerpt=one.excerpt)


def _dismissal(row: DismissalRecord) -> Dismissal:
    return Dismissal(row.event_id, row.code, Column(row.column), row.excerpt)

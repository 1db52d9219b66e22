"""What happened to an event, read from the journal."""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.model import Column
from courtcomms.store import labels
from courtcomms.store.journal import ChangeRecord, StepRecord
from courtcomms.store.steps import WHOLE
from courtcomms.store.tables import EventRecord
from courtcomms.store.values import HistoryEntry

_COLUMNS = {column.value: column for column in Column}


def of_event(session: Session, event_id: int) -> tuple[HistoryEntry, ...]:
    """Everything that changed an event, oldest first."""
    rows = session.execute(
        select(StepRecord, ChangeRecord)
        .join(ChangeRecord, ChangeRecord.step_id == StepRecord.id)
        .where(ChangeRecord.subject == EventRecord.__tablename__, ChangeRecord.subject_id == event_id)
        .order_by(ChangeRecord.id)
    )
    return tuple(_entry(step, change) for step, change in rows)


def _entry(step: StepRecord, change: ChangeRecord) -> HistoryEntry:
    shown = change.field != WHOLE
    return HistoryEntry(
        when=step.at,
        who=step.who,
        label=labels.turned(step.title, step.turn),
        column=_COLUMNS.get(change.field),
        before=_shown(change.before) if shown else None,
        after=_shown(change.after) if shown else None,
        field=change.field,
        step_id=step.id,
    )


def _shown(stored: str | None) -> str | None:
    """A stored value as text: strings as they are, lists by commas."""
    value = None if stored is None else json.loads(stored)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "так" if value else "ні"
    return ", ".join(item if isinstance(item, str) else " → ".join(item[1:]) for item in value)

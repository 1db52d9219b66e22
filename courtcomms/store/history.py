"""What happened to an event, read from the journal."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import String, cast, exists, func, select
from sqlalchemy.orm import Session

from courtcomms.model import Column
from courtcomms.period import Period
from courtcomms.store import labels
from courtcomms.store.journal import ChangeRecord, StepRecord
from courtcomms.store.side_tables import FrozenRecord
from courtcomms.store.steps import WHOLE
from courtcomms.store.tables import EventRecord, ReportRecord, ReportRowRecord
from courtcomms.store.values import HistoryEntry

_COLUMNS = {column.value: column for column in Column}
_CHANGES = select(StepRecord, ChangeRecord).join(ChangeRecord, ChangeRecord.step_id == StepRecord.id)

#: An entry with the place that it has in the journal.
_Told = tuple[int, HistoryEntry]


def of_event(session: Session, event_id: int) -> tuple[HistoryEntry, ...]:
    """Everything that changed an event, oldest first: itself, its rows in reports, its going out in one."""
    found = [
        *_itself(session, event_id),
        *_in_reports(session, event_id),
        *_sent(session, event_id),
    ]
    return tuple(entry for _id, entry in sorted(found, key=lambda one: one[0]))


def _itself(session: Session, event_id: int) -> Iterator[_Told]:
    statement = _CHANGES.where(
        ChangeRecord.subject == EventRecord.__tablename__, ChangeRecord.subject_id == event_id
    )
    for step, change in session.execute(statement):
        shown = change.field != WHOLE
        before, after = (_shown(change.before), _shown(change.after)) if shown else (None, None)
        label = labels.turned(step.title, step.turn)
        yield change.id, _entry(step, label, change.field, before, after)


def _in_reports(session: Session, event_id: int) -> Iterator[_Told]:
    """When a report took the event in or left it out; moving it there tells nothing of the event."""
    statement = (
        _CHANGES.add_columns(ReportRecord.period)
        .join(ReportRowRecord, ReportRowRecord.id == ChangeRecord.subject_id)
        .join(ReportRecord, ReportRecord.id == ReportRowRecord.report_id)
        .where(
            ChangeRecord.subject == ReportRowRecord.__tablename__,
            ChangeRecord.field.in_((WHOLE, "included")),
            ReportRowRecord.event_id == event_id,
        )
    )
    for step, change, code in session.execute(statement):
        period = Period.parse(code)
        taken = _included(change.after)
        label = labels.taken_into(period) if taken else labels.left_out_of(period)
        told = (None, period.name) if taken else (period.name, None)
        yield change.id, _entry(step, label, "report", *told)


def _sent(session: Session, event_id: int) -> Iterator[_Told]:
    """When the event went out in a submitted report; only the copies themselves know who was in them."""
    rows = func.json_each(FrozenRecord.content, "$.rows").table_valued("value")
    sent = exists().select_from(rows).where(func.json_extract(rows.c.value, "$.event") == event_id)
    statement = (
        _CHANGES.add_columns(ReportRecord.period)
        .join(FrozenRecord, cast(FrozenRecord.id, String) == ChangeRecord.after)
        .join(ReportRecord, ReportRecord.id == ChangeRecord.subject_id)
        .where(
            ChangeRecord.subject == ReportRecord.__tablename__,
            ChangeRecord.field == "frozen_id",
            sent,
        )
    )
    for step, change, code in session.execute(statement):
        period = Period.parse(code)
        yield change.id, _entry(step, labels.sent_in(period), "report", None, period.name)


def _entry(step: StepRecord, label: str, field: str, before: str | None, after: str | None) -> HistoryEntry:
    column = _COLUMNS.get(field)
    return HistoryEntry(step.at, step.who, label, column, before, after, field, step.id)


def _included(stored: str | None) -> bool:
    """Whether a row is in its report, by the row as a whole or by its one field; a row that went is not."""
    value = None if stored is None else json.loads(stored)
    return bool(value["included"]) if isinstance(value, dict) else bool(value)


def _shown(stored: str | None) -> str | None:
    """A stored value as text: strings as they are, lists by commas."""
    value = None if stored is None else json.loads(stored)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "так" if value else "ні"
    return ", ".join(item if isinstance(item, str) else " → ".join(item[1:]) for item in value)

"""Taking a step back: each entry in reverse, or nothing at all."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Date, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from courtcomms.errors import Missing
from courtcomms.model import EventState
from courtcomms.store import obstacles
from courtcomms.store.base import Recorded
from courtcomms.store.chunks import chunks
from courtcomms.store.journal import ChangeRecord, StepRecord
from courtcomms.store.steps import WHOLE, Step, stored, whole
from courtcomms.store.tables import SUBJECTS, EventRecord, ReportRecord, ReportRowRecord


def find(session: Session, step_id: int) -> StepRecord:
    """The step to be taken back.

    Raises:
        Missing: the register has no such step.
    """
    record = session.get(StepRecord, step_id)
    if record is None:
        raise Missing("Цієї дії немає в журналі реєстру: нічого не змінено.")
    return record


def revert(step: Step, target: StepRecord) -> None:
    """Give every field that ``target`` changed the value it had before.

    Raises:
        Conflict: a field no longer has the value that the step left, or something later leans on what
            would go; nothing is changed then.
    """
    entries = step.session.scalars(
        select(ChangeRecord).where(ChangeRecord.step_id == target.id).order_by(ChangeRecord.id.desc())
    ).all()
    kept = _preload(step.session, entries)
    # Made beforehand: after a failure the session answers nothing any more.
    refusal = obstacles.leaned_on(target)
    try:
        for run in _runs(entries):
            _revert_run(step, target, run, alone=len(entries) == 1)
            step.session.flush()
    except IntegrityError as error:
        raise refusal from error
    del kept


def _preload(session: Session, entries: Sequence[ChangeRecord]) -> list[Recorded]:
    """The rows concerned, fetched many at a time; held, so that the session does not forget them."""
    rows: list[Recorded] = []
    for subject, table in SUBJECTS.items():
        ids = {entry.subject_id for entry in entries if entry.subject == subject}
        for some in chunks(ids):
            rows += session.scalars(select(table).where(table.id.in_(some)))
    return rows


def _runs(entries: Sequence[ChangeRecord]) -> list[list[ChangeRecord]]:
    """Neighbours that do the same to the same table; between runs the database hears of it."""
    runs: list[list[ChangeRecord]] = []
    for entry in entries:
        if runs and _kind(runs[-1][-1]) == _kind(entry):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _kind(entry: ChangeRecord) -> tuple[str, bool, bool]:
    return entry.subject, entry.field == WHOLE, entry.after is None


def _revert_run(step: Step, target: StepRecord, run: Sequence[ChangeRecord], *, alone: bool) -> None:
    first = run[0]
    if first.field != WHOLE:
        for entry in run:
            _set_back(step, target, entry)
    elif first.after is None:
        _bring_back(step, target, run)
    else:
        for entry in run:
            _take_away(step, target, entry, alone=alone)


def _set_back(step: Step, target: StepRecord, entry: ChangeRecord) -> None:
    table = SUBJECTS[entry.subject]
    row = step.session.get(table, entry.subject_id)
    if row is None or stored(getattr(row, entry.field)) != entry.after or _withdrawn(row):
        raise obstacles.field_changed(step.session, target, entry, row)
    assert entry.before is not None
    step.set(row, entry.field, _value(table, entry.field, json.loads(entry.before)))


def _take_away(step: Step, target: StepRecord, entry: ChangeRecord, *, alone: bool) -> None:
    row = step.session.get(SUBJECTS[entry.subject], entry.subject_id)
    if row is None or _withdrawn(row) or whole(row) != entry.after:
        if isinstance(row, ReportRecord) and not alone:
            return
        raise obstacles.row_changed(step.session, target, entry, row)
    if isinstance(row, ReportRecord) and _has_rows(step.session, row):
        # Others have worked in the report that this step happened to create: it stays.
        if alone:
            raise obstacles.report_in_use(target, row)
        return
    if isinstance(row, EventRecord) and _stands_somewhere(step.session, row):
        raise obstacles.event_in_use(target, row)
    step.remove(row)


def _bring_back(step: Step, target: StepRecord, run: Sequence[ChangeRecord]) -> None:
    rows: list[Recorded] = []
    for entry in run:
        table = SUBJECTS[entry.subject]
        row = step.session.get(table, entry.subject_id)
        if table is EventRecord:
            if row is None or not _withdrawn(row):
                raise obstacles.row_changed(step.session, target, entry, row)
            rows.append(row)
        elif row is not None:
            raise obstacles.row_changed(step.session, target, entry, row)
        else:
            rows.append(_made_anew(table, entry))
    step.add(rows)


def _made_anew(table: type[Recorded], entry: ChangeRecord) -> Recorded:
    assert entry.before is not None
    values = json.loads(entry.before)
    return table(
        id=entry.subject_id, **{field: _value(table, field, value) for field, value in values.items()}
    )


def _value(table: type[Recorded], field: str, plain: Any) -> Any:
    if plain is not None and isinstance(table.__table__.c[field].type, Date):
        return dt.date.fromisoformat(plain)
    return plain


def _withdrawn(row: Recorded) -> bool:
    return isinstance(row, EventRecord) and row.state == EventState.WITHDRAWN.value


def _has_rows(session: Session, report: ReportRecord) -> bool:
    return (
        session.scalar(select(ReportRowRecord.id).where(ReportRowRecord.report_id == report.id).limit(1))
        is not None
    )


def _stands_somewhere(session: Session, event: EventRecord) -> bool:
    return (
        session.scalar(select(ReportRowRecord.id).where(ReportRowRecord.event_id == event.id).limit(1))
        is not None
    )

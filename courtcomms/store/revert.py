"""Taking a step back: each entry in reverse, or nothing at all."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Date, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from courtcomms.errors import Missing
from courtcomms.model import EventState, ReportState
from courtcomms.store import obstacles
from courtcomms.store.base import Recorded
from courtcomms.store.chunks import chunks
from courtcomms.store.journal import ChangeRecord, StepRecord
from courtcomms.store.side_tables import SUBJECTS, DefaultRecord
from courtcomms.store.steps import WHOLE, Step, stored, whole
from courtcomms.store.tables import (
    CourtNameRecord,
    CourtRecord,
    EventRecord,
    ReportRecord,
    ReportRowRecord,
)

#: What others work in: courts and reports stay where someone did, though the step that made them goes.
_FRAME = frozenset(table.__tablename__ for table in (CourtRecord, CourtNameRecord, ReportRecord))
#: The states between which a report goes by itself.
_IN_WORK = frozenset(stored(state.value) for state in (ReportState.DRAFT, ReportState.CHECKED))


class _Act(NamedTuple):
    """What is being taken back: ``courts`` that it made; ``alone``: it did nothing but make a frame."""

    step: Step
    target: StepRecord
    courts: frozenset[int]
    alone: bool


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
    act = _Act(step, target, _courts_made(entries), alone=_FRAME.issuperset(one.subject for one in entries))
    # Made beforehand: after a failure the session answers nothing any more.
    refusal = obstacles.leaned_on(target)
    try:
        for run in _runs(entries):
            _revert_run(act, run)
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


def _courts_made(entries: Sequence[ChangeRecord]) -> frozenset[int]:
    made = [one for one in entries if one.subject == CourtRecord.__tablename__ and one.field == WHOLE]
    return frozenset(one.subject_id for one in made if one.before is None)


def _revert_run(act: _Act, run: Sequence[ChangeRecord]) -> None:
    first = run[0]
    if first.field != WHOLE:
        for entry in run:
            _set_back(act, entry)
    elif first.after is None:
        _bring_back(act, run)
    else:
        for entry in run:
            _take_away(act, entry)


def _set_back(act: _Act, entry: ChangeRecord) -> None:
    table = SUBJECTS[entry.subject]
    row = act.step.session.get(table, entry.subject_id)
    if row is None or stored(getattr(row, entry.field)) != entry.after or _withdrawn(row):
        if _fell_back(act, row, entry):
            return
        raise obstacles.field_changed(act.step.session, act.target, entry, row)
    assert entry.before is not None
    act.step.set(row, entry.field, _value(table, entry.field, json.loads(entry.before)))


def _fell_back(act: _Act, row: Recorded | None, entry: ChangeRecord) -> bool:
    """Whether a report only became a draft because of what is taken back: it need not be one still."""
    return isinstance(row, ReportRecord) and not act.alone and {entry.before, entry.after} <= _IN_WORK


def _take_away(act: _Act, entry: ChangeRecord) -> None:
    row = act.step.session.get(SUBJECTS[entry.subject], entry.subject_id)
    if row is None or _withdrawn(row) or whole(row) != entry.after:
        if isinstance(row, ReportRecord) and not act.alone:
            return
        raise obstacles.row_changed(act.step.session, act.target, entry, row)
    if isinstance(row, EventRecord) and _stands_somewhere(act.step.session, row):
        raise obstacles.event_in_use(act.target, row)
    if not _is_worked_in(act, row):
        act.step.remove(row)


def _is_worked_in(act: _Act, row: Recorded) -> bool:
    """Whether others have worked in the report or court that the step happened to make: it stays.

    Raises:
        Conflict: the step did nothing else, so nothing could be taken back.
    """
    if isinstance(row, ReportRecord):
        refusal = obstacles.report_in_use(act.target, row) if _has_rows(act.step.session, row) else None
    elif isinstance(row, CourtRecord | CourtNameRecord):
        court_id = row.id if isinstance(row, CourtRecord) else row.court_id
        used = court_id in act.courts and _has_work(act.step.session, court_id)
        refusal = obstacles.court_in_use(act.target) if used else None
    else:
        return False
    if refusal is not None and act.alone:
        raise refusal
    return refusal is not None


def _bring_back(act: _Act, run: Sequence[ChangeRecord]) -> None:
    rows: list[Recorded] = []
    for entry in run:
        table = SUBJECTS[entry.subject]
        row = act.step.session.get(table, entry.subject_id)
        if table in (EventRecord, CourtRecord):
            if row is None or not _withdrawn(row):
                raise obstacles.row_changed(act.step.session, act.target, entry, row)
            rows.append(row)
        elif row is not None:
            raise obstacles.row_changed(act.step.session, act.target, entry, row)
        else:
            rows.append(_made_anew(table, entry))
    act.step.add(rows)


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
    if isinstance(row, CourtRecord):
        return row.withdrawn
    return isinstance(row, EventRecord) and row.state == EventState.WITHDRAWN.value


def _has_work(session: Session, court_id: int) -> bool:
    """Whether a court has anything that a user would miss: a report, an event, a default."""
    events = select(EventRecord.id).where(
        EventRecord.court_id == court_id, EventRecord.state != EventState.WITHDRAWN.value
    )
    reports = select(ReportRecord.id).where(ReportRecord.court_id == court_id)
    chosen = select(DefaultRecord.id).where(DefaultRecord.court_id == court_id)
    return any(session.scalar(one.limit(1)) is not None for one in (events, reports, chosen))


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

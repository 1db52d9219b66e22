"""Documents that were imported, known by what they contain."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.model import EventState
from courtcomms.store.journal import ChangeRecord, SourceRecord, StepRecord
from courtcomms.store.steps import WHOLE
from courtcomms.store.tables import EventRecord


def remember(session: Session, step_id: int, source: tuple[str, str, int]) -> None:
    """Keep the name, SHA-256 and size in bytes of the document that a step imported."""
    name, sha256, size = source
    session.add(SourceRecord(step_id=step_id, name=name, sha256=sha256, size=size))


def imported_on(session: Session, sha256: str) -> dt.datetime | None:
    """When a document was imported last, unless that was taken back."""
    return session.scalar(
        select(StepRecord.at)
        .join(SourceRecord, SourceRecord.step_id == StepRecord.id)
        .join(ChangeRecord, ChangeRecord.step_id == StepRecord.id)
        .join(EventRecord, EventRecord.id == ChangeRecord.subject_id)
        .where(
            SourceRecord.sha256 == sha256,
            ChangeRecord.subject == EventRecord.__tablename__,
            ChangeRecord.field == WHOLE,
            EventRecord.state != EventState.WITHDRAWN.value,
        )
        .order_by(StepRecord.id.desc())
        .limit(1)
    )

"""Documents that were imported, known by what they contain."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.model import EventState
from courtcomms.store.journal import ChangeRecord, SourceRecord, StepRecord
from courtcomms.store.side_tables import EventSourceRecord
from courtcomms.store.steps import WHOLE
from courtcomms.store.tables import EventRecord


def imported_on(session: Session, sha256: str) -> dt.datetime | None:
    """When a document was imported last, unless that was taken back."""
    of_source = (
        select(StepRecord.at)
        .join(SourceRecord, SourceRecord.step_id == StepRecord.id)
        .where(SourceRecord.sha256 == sha256)
        .order_by(StepRecord.id.desc())
        .limit(1)
    )
    told = of_source.where(SourceRecord.id.in_(select(EventSourceRecord.source_id)))
    # Before the fourth schema rows did not tell where they came from.
    made = (
        of_source.join(ChangeRecord, ChangeRecord.step_id == StepRecord.id)
        .join(EventRecord, EventRecord.id == ChangeRecord.subject_id)
        .where(
            ChangeRecord.subject == EventRecord.__tablename__,
            ChangeRecord.field == WHOLE,
            EventRecord.state != EventState.WITHDRAWN.value,
        )
    )
    moments = (session.scalar(told), session.scalar(made))
    return max((moment for moment in moments if moment is not None), default=None)

"""How many events there are, counted in an index."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from courtcomms.model import EventState
from courtcomms.store.tables import EventRecord
from courtcomms.store.values import Counts


def of_court(session: Session, court_id: int) -> Counts:
    """The number of a court's events in the register and in its trash."""
    return Counts(_number(session, court_id, EventState.LIVE), _number(session, court_id, EventState.TRASHED))


def _number(session: Session, court_id: int, state: EventState) -> int:
    found = select(func.count()).where(EventRecord.court_id == court_id, EventRecord.state == state.value)
    return session.scalar(found) or 0

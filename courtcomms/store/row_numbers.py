"""How many rows each report of a court shows."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from courtcomms.model import EventState
from courtcomms.store import remembering, unplaced
from courtcomms.store.tables import EventRecord, ReportRecord, ReportRowRecord

_GONE = [state.value for state in EventState if state is not EventState.LIVE]
_PLACE = "row numbers"


def of_reports(session: Session, court_id: int) -> dict[int, int]:
    """How many rows each report of a court shows, by the report's id; counted once between two writings."""
    known: dict[int, int] | None = remembering.known(session, _PLACE, court_id)
    if known is None:
        known = _count(session, court_id)
        remembering.keep(session, _PLACE, court_id, known)
    return known


def _count(session: Session, court_id: int) -> dict[int, int]:
    placed = select(ReportRowRecord.report_id, func.count()).where(ReportRowRecord.included)
    every = dict(session.execute(placed.group_by(ReportRowRecord.report_id)).all())
    # Few are hidden; counting these spares a look at each event.
    gone = placed.join(EventRecord, EventRecord.id == ReportRowRecord.event_id).where(
        EventRecord.court_id == court_id, EventRecord.state.in_(_GONE)
    )
    hidden = dict(session.execute(gone.group_by(ReportRowRecord.report_id)).all())
    loose = unplaced.of_court(session, court_id)
    reports = session.execute(
        select(ReportRecord.id, ReportRecord.starts_on, ReportRecord.ends_on).where(
            ReportRecord.court_id == court_id
        )
    )
    return {
        id_: every.get(id_, 0) - hidden.get(id_, 0) + loose.touching(start.isoformat(), end.isoformat())
        for id_, start, end in reports
    }

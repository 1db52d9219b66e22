"""Dated events that no report has taken in: they appear in reports by their days alone.

To find them takes a look at every event, so they are remembered as long as nobody has written.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from courtcomms.model import EventState
from courtcomms.store import membership, remembering
from courtcomms.store.tables import EventRecord

#: Of more than so many only the days are remembered: a list of them all would cost what it spares.
_MOST = 5_000
_PLACE = "unplaced"


class Unplaced(NamedTuple):
    """First and last days as ISO texts, each in their own order, and, of not too many, the events themselves
    as (id, first day, last day)."""

    starts: list[str]
    ends: list[str]
    events: tuple[tuple[int, str, str], ...] | None

    def touching(self, start: str, end: str) -> int:
        """How many of them have a day between two days: all that begin in time but those that end before."""
        return bisect_right(self.starts, end) - bisect_left(self.ends, start)

    def ids(self, start: str, end: str) -> list[int] | None:
        """Those that have a day between two days, if they are remembered."""
        if self.events is None:
            return None
        return [event_id for event_id, first, last in self.events if first <= end and last >= start]


def of_court(session: Session, court_id: int) -> Unplaced:
    """All of a court, read where they are not remembered."""
    known = known_of(session, court_id)
    if known is None:
        known = _read(session, court_id)
        remembering.keep(session, _PLACE, court_id, known)
    return known


def known_of(session: Session, court_id: int) -> Unplaced | None:
    """All of a court, if they are remembered."""
    known: Unplaced | None = remembering.known(session, _PLACE, court_id)
    return known


def _read(session: Session, court_id: int) -> Unplaced:
    event = EventRecord
    # As stored, in ISO: such texts stand in the order of their days.
    first, last = (type_coerce(day, String) for day in (event.date_start, event.date_end))
    statement = select(event.id, first, last).where(
        event.court_id == court_id, event.state == EventState.LIVE.value, membership.unplaced(event)
    )
    rows = tuple((id_, start, end) for id_, start, end in session.execute(statement))
    starts, ends = sorted(row[1] for row in rows), sorted(row[2] for row in rows)
    return Unplaced(starts, ends, rows if len(rows) <= _MOST else None)

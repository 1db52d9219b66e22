"""Where addresses of a kind stand already: links looked for by a piece of their targets."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from courtcomms.model import Column, EventState
from courtcomms.store.tables import EventLinkRecord, EventRecord

#: More links than these tell nothing more.
MOST = 2_000


class FoundLink(NamedTuple):
    """A link of a cell: where it leads, its event and column, and that event's title."""

    target: str
    event_id: int
    column: Column
    title: str


def links_with(session: Session, court_id: int, pieces: Collection[str]) -> tuple[FoundLink, ...]:
    """Links of live events whose targets hold one of these pieces; ASCII letters count in either case."""
    wanted = [piece.lower() for piece in pieces if piece]
    if not wanted:
        return ()
    link, event = EventLinkRecord, EventRecord
    lower = func.lower(link.target)
    rows = session.execute(
        select(link.target, link.event_id, link.column, event.title)
        .join(event, event.id == link.event_id)
        .where(event.court_id == court_id, event.state == EventState.LIVE.value)
        .where(or_(*(func.instr(lower, piece) > 0 for piece in wanted)))
        .order_by(link.event_id.desc(), link.place)
        .limit(MOST)
    )
    return tuple(FoundLink(target, event_id, Column(name), title) for target, event_id, name, title in rows)

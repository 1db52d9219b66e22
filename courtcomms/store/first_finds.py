"""The first finds of a search in a great register, told before all of them are known.

A text that most events have is found in the uppermost rows at once, while to bring all its finds into their
order takes longest. So the rows are looked at one by one, from the top or about the event that the user looks
at, as long as that promises to be quick.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.store import orders, queries, search
from courtcomms.store.tables import EventRecord
from courtcomms.store.values import EventQuery

#: In so few events all finds are known as quickly as the first.
FEW = 10_000
#: So many rows are looked at in either direction at most: a look at them takes a third of the whole way.
_REACH = 400


@dataclass(frozen=True, slots=True)
class FirstFinds:
    """Finds that follow each other; ``top`` where they are the uppermost of all."""

    ids: tuple[int, ...]
    top: bool = True


def first_finds(session: Session, query: EventQuery, most: int, current: int = 0) -> FirstFinds | None:
    """Some of the ids that :func:`queries.event_ids` gives, where that is quicker to tell.

    The first ``most``, or at least half of them; but if the event ``current`` is found farther below, half as
    many on either side of it. ``None`` where it is not quicker: without words, in a report, in a small
    register, and where the finds lie far apart.
    """
    asked = search.asked_for(query.search, query.filters)
    if not asked or query.period is not None or orders.knows(session, query, orders.FOUND):
        return None
    ids = queries.fitting(session, query)
    if len(ids) < FEW or _unread(session):
        return None
    row = _row_of(current, ids) if search.having(session, [current], asked) else 0
    first = _next(session, ids[:_REACH], asked, most) if row < _REACH else None
    if first is not None and (not row or current in first):
        return FirstFinds(tuple(first))
    return _about(session, ids, row, asked, most // 2) if row else None


def _about(
    session: Session, ids: tuple[int, ...], row: int, asked: search.Asked, most: int
) -> FirstFinds | None:
    """The finds above a row, that of the row, and those below."""
    above = _next(session, ids[max(row - _REACH, 0) : row][::-1], asked, most)
    below = _next(session, ids[row : row + _REACH], asked, most)
    return None if above is None or below is None else FirstFinds((*above[::-1], *below), top=False)


def _next(session: Session, ids: tuple[int, ...], asked: search.Asked, most: int) -> list[int] | None:
    """The first finds among some ids, ``most`` or at least half as many; given up as soon as they come too
    seldom for that."""
    found: list[int] = []
    looked, ids = 0, ids[:_REACH]
    while looked < len(ids):
        portion = ids[looked : 2 * max(looked, most)]
        found += search.having(session, portion, asked)
        looked += len(portion)
        if len(found) >= most:
            return found[:most]
        # Finds stand in clusters: half of what would do may still be followed by enough.
        if len(found) * 4 * _REACH < most * looked:
            return None
    return found if len(found) * 2 >= most else None


def _row_of(event_id: int, ids: tuple[int, ...]) -> int:
    """The row of an event; the uppermost where it has none."""
    try:
        return ids.index(event_id)
    except ValueError:
        return 0


def _unread(session: Session) -> bool:
    """Whether any event waits to be read by columns: until then its words count in each of them."""
    return session.scalar(select(EventRecord.id).where(EventRecord.rules_version == 0).limit(1)) is not None

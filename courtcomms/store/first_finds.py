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
#: Rows looked at in one go, and in all.
_STEP, _MOST_STEPS = 60, 5


@dataclass(frozen=True, slots=True)
class FirstFinds:
    """Finds that follow each other; ``top`` where they are the uppermost of all."""

    ids: tuple[int, ...]
    top: bool = True


def first_finds(session: Session, query: EventQuery, most: int, current: int = 0) -> FirstFinds | None:
    """Some of the ids that :func:`queries.event_ids` gives, where that is quicker to tell.

    The first ``most``; but if the event ``current`` is found farther below, up to half as many on either side
    of it. ``None`` where it is not quicker: without words, in a report, in a small register, and where the
    finds lie far apart.
    """
    asked = search.asked_for(query.search, query.filters)
    if not asked or query.period is not None or orders.knows(session, query, orders.FOUND):
        return None
    ids = queries.fitting(session, query)
    if len(ids) < FEW or _unread(session):
        return None
    row = ids.index(current) if search.having(session, [current], asked) and current in ids else 0
    if row >= _STEP * _MOST_STEPS:
        return _about(session, ids, row, asked, most // 2)
    first = _next(session, ids[: _STEP * _MOST_STEPS], asked, most)
    if first is None or (row and current not in first):
        return None
    return FirstFinds(tuple(first))


def _about(
    session: Session, ids: tuple[int, ...], row: int, asked: search.Asked, most: int
) -> FirstFinds | None:
    """The finds above a row, that of the row, and those below."""
    reach = _STEP * _MOST_STEPS
    above = _next(session, ids[row - reach : row][::-1], asked, most)
    below = _next(session, ids[row : row + reach], asked, most)
    return None if above is None or below is None else FirstFinds((*above[::-1], *below), top=False)


def _next(session: Session, ids: tuple[int, ...], asked: search.Asked, most: int) -> list[int] | None:
    """The first finds among some ids; given up as soon as they come too seldom."""
    found: list[int] = []
    for step in range(_MOST_STEPS):
        found += search.having(session, ids[step * _STEP : (step + 1) * _STEP], asked)
        if len(found) >= most:
            return found[:most]
        if len(found) * _MOST_STEPS < most * (step + 1):
            break
    return None


def _unread(session: Session) -> bool:
    """Whether any event waits to be read by columns: until then its words count in each of them."""
    return session.scalar(select(EventRecord.id).where(EventRecord.rules_version == 0).limit(1)) is not None

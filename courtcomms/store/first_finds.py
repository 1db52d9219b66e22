"""The first finds of a search in a great register, told before all of them are known.

A text that most events have is found in the uppermost rows at once, while to bring all its finds into their
order takes longest. So the rows are looked at from the top, as long as that promises to be quick.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.store import orders, queries, search
from courtcomms.store.tables import EventRecord
from courtcomms.store.values import EventQuery

#: In so few events all finds are known as quickly as the first.
FEW = 10_000
#: Rows looked at in one go, and in all.
_STEP, _MOST_STEPS = 60, 5


def first_finds(
    session: Session, query: EventQuery, most: int, sight: Collection[int] = ()
) -> tuple[int, ...] | None:
    """The first ``most`` of the ids that :func:`queries.event_ids` gives, where that is quicker to tell.

    ``None`` where it is not: without words, in a report, in a small register, where the finds lie far apart,
    and where one of ``sight`` may be found, yet not among the first.
    """
    asked = search.asked_for(query.search, query.filters)
    if not asked or query.period is not None or orders.knows(session, query, orders.FOUND):
        return None
    ids = queries.fitting(session, query)
    if len(ids) < FEW or _unread(session):
        return None
    first = _uppermost(session, ids, asked, most)
    if first is None or search.having(session, [one for one in sight if one not in first], asked):
        return None
    return first


def _uppermost(
    session: Session, ids: tuple[int, ...], asked: search.Asked, most: int
) -> tuple[int, ...] | None:
    """The first finds; given up as soon as they come too seldom."""
    found: list[int] = []
    for step in range(_MOST_STEPS):
        found += search.having(session, ids[step * _STEP : (step + 1) * _STEP], asked)
        if len(found) >= most:
            return tuple(found[:most])
        if len(found) * _MOST_STEPS < most * (step + 1):
            break
    return None


def _unread(session: Session) -> bool:
    """Whether any event waits to be read by columns: until then its words count in each of them."""
    return session.scalar(select(EventRecord.id).where(EventRecord.rules_version == 0).limit(1)) is not None

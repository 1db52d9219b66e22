"""Orders of a whole court, remembered as long as nobody has written.

Each key that is typed into the search asks for the same order of up to 100,000 events; only what it finds in
them differs. What the last keys found is remembered too: a letter taken back asks for it again.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from sqlalchemy.orm import Session

from courtcomms.store import remembering

#: Where orders are remembered, and what was found in them.
ORDERS, FOUND = "orders", "found"
_ROWS = "rows"
#: How many of each; the ids themselves are there only once.
_KEPT = {ORDERS: 2, FOUND: 4}


def remembered(
    session: Session, key: object, read: Callable[[], tuple[int, ...]], place: str = ORDERS
) -> tuple[int, ...]:
    """The ids that ``read`` gives, or gave for this key since the last writing of anybody."""
    ids: tuple[int, ...] | None = remembering.known(session, place, key)
    if ids is None:
        ids = read()
    # Kept again even where known: what was asked for last stays longest.
    remembering.keep(session, place, key, ids, _KEPT[place])
    return ids


def knows(session: Session, key: object, place: str) -> bool:
    """Whether ids are remembered for this key."""
    return remembering.known(session, place, key) is not None


def rows(session: Session, key: object, ids: tuple[int, ...]) -> Sequence[int]:
    """The row of each id by the id, -1 where it has none; of the newest order it is remembered."""
    found: array[int] | None = remembering.known(session, _ROWS, key)
    if found is None:
        found = array("i", [-1]) * (max(ids, default=0) + 1)
        for row, one in enumerate(ids):
            found[one] = row
        remembering.keep(session, _ROWS, key, found)
    return found

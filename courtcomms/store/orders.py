"""Orders of a whole court, remembered as long as nobody has written.

Each key that is typed into the search asks for the same order of up to 100,000 events; only what it finds in
them differs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from courtcomms.store.engine import WRITING

_KEPT = 2
_PLACE = "orders"


def remembered(session: Session, key: object, read: Callable[[], tuple[int, ...]]) -> tuple[int, ...]:
    """The ids that ``read`` gives, or gave for this key since the last writing of anybody.

    Inside a step nothing is remembered: it may still be taken back.
    """
    connection = session.connection()
    if connection.get_execution_options().get("register_begin") == WRITING["register_begin"]:
        return read()
    kept: dict[object, tuple[object, tuple[int, ...]]] = connection.info.setdefault(_PLACE, {})
    stamp = _stamp(session)
    known = kept.pop(key, None)
    ids = known[1] if known is not None and known[0] == stamp else read()
    kept[key] = stamp, ids
    for old in [one for one, (when, _ids) in kept.items() if when != stamp] + list(kept)[:-_KEPT]:
        kept.pop(old, None)
    return ids


def _stamp(session: Session) -> tuple[int, int]:
    """Changes with every commit: of others, and of this connection."""
    connection = session.connection()
    others = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    driver: Any = connection.connection.driver_connection
    return others, driver.total_changes

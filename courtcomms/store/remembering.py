"""What was found out about the whole register, remembered as long as nobody has written.

It lies with the connection, of which there is one. Inside a step nothing is remembered: it may still be taken
back.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from courtcomms.store.engine import WRITING

_PLACE = "remembered"

#: Changes with every commit: of others, and of this connection.
Stamp = tuple[int, int]


def known(session: Session, place: str, key: object) -> Any:
    """What was kept in a place under this key since the last writing of anybody; else ``None``."""
    when, found = _kept(session, place).get(key, (None, None))
    return found if when is not None and not _in_step(session) and when == _stamp(session) else None


def keep(session: Session, place: str, key: object, found: object, most: int = 1) -> None:
    """Keep something in a place, the ``most`` newest there."""
    if _in_step(session):
        return
    kept, stamp = _kept(session, place), _stamp(session)
    kept.pop(key, None)
    kept[key] = stamp, found
    for old in [one for one, (when, _found) in kept.items() if when != stamp] + list(kept)[:-most]:
        kept.pop(old, None)


def _kept(session: Session, place: str) -> dict[object, tuple[Stamp, Any]]:
    places: dict[str, dict[object, tuple[Stamp, Any]]] = session.connection().info.setdefault(_PLACE, {})
    return places.setdefault(place, {})


def _in_step(session: Session) -> bool:
    options = session.connection().get_execution_options()
    return bool(options.get("register_begin") == WRITING["register_begin"])


def _stamp(session: Session) -> Stamp:
    connection = session.connection()
    others = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    driver: Any = connection.connection.driver_connection
    return others, driver.total_changes

"""Connections to the register: pragmas, and a BEGIN that takes the write lock at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import QueuePool

#: How long a write waits for another window's write.
BUSY_TIMEOUT_MS = 5000

#: What a search of 100,000 events reads of the words' index; SQLite's own 2 MB would read it again each time.
_CACHE_KIB = 12 * 1024

#: Connections with this execution option begin with the write lock taken.
WRITING = {"register_begin": "BEGIN IMMEDIATE"}


def make_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """An engine over one SQLite file with a single connection that any one thread may use at a time.

    The driver's own transaction handling is off (``isolation_level=None``): it would begin too late and
    commit before DDL. ``synchronous=FULL`` because NORMAL loses the last commits in a power cut.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=1,
        json_serializer=compact_json,
        connect_args={
            "isolation_level": None,
            "check_same_thread": False,
            "timeout": BUSY_TIMEOUT_MS / 1000,
        },
    )

    @event.listens_for(engine, "connect")
    def _set_pragmas(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("register_begin", "BEGIN"))

    return engine


def checkpoint(engine: Engine) -> None:
    """Write the log back into the file and empty it; passes where another window is reading."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        # Past SQLAlchemy, which would begin a transaction; inside one there is no checkpoint.
        assert driver is not None
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def compact_json(value: object) -> str:
    """JSON as it is stored: letters as they are, no blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

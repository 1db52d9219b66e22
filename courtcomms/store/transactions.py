"""How a register is held open, and what a transaction of it is."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from courtcomms.store import held
from courtcomms.store.engine import WRITING, checkpoint, make_engine
from courtcomms.store.failures import told
from courtcomms.store.steps import Step


class Transactions:
    """A register's file, open, with one transaction at a time on it."""

    def __init__(self, path: Path, who: str, backups: Path) -> None:
        self.path = path
        self.backups = backups
        self._who = who
        self._closed = False
        self._held = held.hold(path)
        self._engine = make_engine(path)
        self._writer = self._engine.execution_options(**WRITING)

    def close(self) -> None:
        """Write the log back into the file and let go of it; may be called again.

        Whatever was saved is safe in the log even where it cannot be written back now.
        """
        if not self._closed:
            self._closed = True
            with contextlib.suppress(DBAPIError, sqlite3.Error):
                checkpoint(self._engine)
            self._engine.dispose()
            held.let_go(self._held)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with told(self.path), Session(self._engine) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with told(self.path), Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def _step(self, title: str) -> Iterator[Step]:
        with self._writing() as session:
            yield Step(session, title, self._who, utc_now())


def utc_now() -> dt.datetime:
    """This moment, in UTC."""
    return dt.datetime.now(dt.UTC)

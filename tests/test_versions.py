"""What the program is made of."""

import sqlite3

from courtcomms import __version__
from courtcomms.versions import versions


def test_program_and_what_keeps_its_data_are_told() -> None:
    told = dict(versions())
    assert told["Версія програми"] == __version__
    assert sqlite3.sqlite_version in told["SQLite · SQLAlchemy"]
    assert all(told.values())

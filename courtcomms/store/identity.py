"""How a file is known to be a register, before anything opens it."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from courtcomms.errors import RegisterUnusable, reason_of
from courtcomms.store.failures import DAMAGED, NO_REGISTER, told

#: «CCOM», in the file's header; the version of the schema stands there as ``user_version``.
APPLICATION_ID = 0x43434F4D
SCHEMA_VERSION = 4
#: The Alembic revision that belongs to the schema version.
REVISION = f"{SCHEMA_VERSION:04d}"

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


def check_file(path: Path) -> None:
    """Look at a file's first bytes; nothing is opened as a database, so another's file stays untouched.

    Raises:
        RegisterUnusable: it is a folder, empty, unreadable, no SQLite, or another program's SQLite.
    """
    header = _header(path)
    if not header:
        raise RegisterUnusable(
            f"Файл «{path.name}» порожній, це не реєстр: його не змінено. Приберіть його, щоб почати "
            "новий реєстр, або відновіть реєстр із резервної копії: courtcomms restore ФАЙЛ."
        )
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise RegisterUnusable(NO_REGISTER.format(name=path.name))
    if struct.unpack(">I", header[68:72])[0] != APPLICATION_ID:
        raise RegisterUnusable(
            f"Файл «{path.name}» належить іншій програмі: його не змінено. Виберіть файл реєстру."
        )


def _header(path: Path) -> bytes:
    if path.is_dir():
        raise RegisterUnusable(f"«{path}» — це тека, а не файл реєстру: нічого не змінено. Виберіть файл.")
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except OSError as error:
        raise RegisterUnusable(
            f"Не вдалося прочитати реєстр «{path}»: {reason_of(error)}. "
            "Нічого не змінено, перевірте права на файл і його теку."
        ) from error


def open_still(path: Path) -> sqlite3.Connection:
    """A file that nobody writes, opened so that nothing is written beside it either."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def read_revision(path: Path, *, still: bool = False) -> str:
    """The revision of a register's schema, by one SELECT of the bare driver.

    ``still`` is for copies that nobody writes, see :func:`open_still`.

    Raises:
        RegisterUnusable: the file is damaged or its folder does not let it be opened.
    """
    try:
        with (
            told(path, opening=True),
            closing(open_still(path) if still else sqlite3.connect(path)) as connection,
        ):
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        raise RegisterUnusable(DAMAGED.format(name=path.name)) from error
    if row is None:
        raise RegisterUnusable(DAMAGED.format(name=path.name))
    return str(row[0])


def check_not_newer(path: Path, revision: str) -> None:
    """Refuse what a later program wrote.

    Raises:
        RegisterUnusable: the schema is newer than this program's, or none that it knows.
    """
    if not revision.isdigit() or int(revision) > SCHEMA_VERSION:
        raise RegisterUnusable(
            f"Реєстр «{path.name}» збережено новішою версією програми: його не змінено. Оновіть програму."
        )

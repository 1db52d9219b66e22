"""From a path to a register that this program can use."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from courtcomms.errors import RegisterUnusable, reason_of
from courtcomms.store import automatic, backup, files, held, schema
from courtcomms.store.failures import DAMAGED, told
from courtcomms.store.identity import REVISION, check_file, check_not_newer, read_revision

_log = logging.getLogger(__name__)

#: Up to this size every opening checks the pages (about 1.5 ms a megabyte); larger registers are
#: checked whenever a backup is made.
_CHECKED_BYTES = 64 * 2**20


def path_of(target: Path | str) -> Path:
    """The file that a path or an SQLAlchemy URL names.

    Raises:
        RegisterUnusable: the URL cannot be read or is not that of an SQLite file.
    """
    if isinstance(target, Path):
        return target
    try:
        url = make_url(target)
    except ArgumentError as error:
        raise RegisterUnusable(
            "Адресу бази даних не вдалося прочитати: нічого не змінено. "
            "Пишіть її так: sqlite:///тека/register.sqlite3"
        ) from error
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:" or url.query:
        raise RegisterUnusable(
            f"Бази даних «{url.drivername}» програма не відкриває, лише файл SQLite: нічого не змінено. "
            "Пишіть адресу так: sqlite:///тека/register.sqlite3"
        )
    return Path(url.database)


def prepare(path: Path, backups: Path, *, create_folder: bool) -> None:
    """See to it that a sound register of this program's schema stands at ``path``.

    Raises:
        RegisterUnusable: what stands there is none, is damaged or newer; the file is untouched.
    """
    if not os.path.lexists(path):
        _create(path, create_folder=create_folder)
    if not held.is_held(path):
        check_file(path)
    revision = read_revision(path)
    check_not_newer(path, revision)
    _check_pages(path)
    if revision != REVISION:
        backup.copy_to(path, automatic.named_before(backups, "update"))
        with told(path, opening=True):
            schema.migrate(path)
        _log.info("register migrated from schema %s to %s", revision, REVISION)


def _create(path: Path, *, create_folder: bool) -> None:
    """Make the register beside its place and put it there whole, so that a kill leaves none or a good one."""
    _check_folder(path.parent, create=create_folder)
    temporary = files.beside(path, "new")
    try:
        with told(path, opening=True):
            schema.create(temporary)
        files.place_new(temporary, path)
    except OSError as error:
        raise RegisterUnusable(_cannot_create(path, error)) from error
    finally:
        files.remove(temporary, *files.companions(temporary))


def _check_folder(folder: Path, *, create: bool) -> None:
    try:
        if create:
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RegisterUnusable(_cannot_create(folder, error)) from error
    if not folder.is_dir():
        raise RegisterUnusable(f"Немає теки «{folder}»: реєстр не створено. Створіть теку або виберіть іншу.")


def _cannot_create(path: Path, error: OSError) -> str:
    return (
        f"Не вдалося створити «{path}»: {reason_of(error)}. "
        "Нічого не записано, виберіть іншу теку або перевірте права на неї."
    )


def _check_pages(path: Path) -> None:
    if path.stat().st_size > _CHECKED_BYTES:
        return
    with told(path, opening=True), closing(sqlite3.connect(path)) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise RegisterUnusable(DAMAGED.format(name=path.name))

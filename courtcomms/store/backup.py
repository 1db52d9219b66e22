"""Verified copies of a register, and putting one back in its place.

Copies are made by SQLite's own backup, because copying the file of a live register loses what still
stands in its log. A copy is one plain file with its SHA-256 beside it: SQLite's check alone overlooks
most damage.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from courtcomms.errors import BadInput, CannotWrite, Conflict, RegisterUnusable, reason_of
from courtcomms.store import files
from courtcomms.store.failures import code_of, is_busy, told
from courtcomms.store.identity import APPLICATION_ID, check_file, check_not_newer, open_still, read_revision

_log = logging.getLogger(__name__)


def copy_to(source: Path, target: Path) -> Path:
    """Copy a register that may be in use; ``target`` appears whole and verified or not at all.

    Raises:
        CannotWrite: the folder is missing or full, or the target is the register itself.
        RegisterUnusable: the register fails its check; no copy is made of it.
    """
    if target.exists() and target.samefile(source):
        raise CannotWrite("Копію не можна записати поверх самого реєстру: виберіть інше місце. Реєстр цілий.")
    temporary = files.beside(target, "copy")
    refusal = f"Не вдалося записати копію «{target}»: {{reason}}. Реєстр цілий, виберіть інше місце."
    with _copying(source, temporary, refusal):
        digest = files.sha256_of(temporary)
        sidecar(target).unlink(missing_ok=True)
        files.replace(temporary, target)
        _write_sidecar(target, digest)
    _log.info("copy made: %s, %d bytes", target.name, target.stat().st_size)
    return target


def verify(path: Path) -> None:
    """See that a copy is a sound register that this program can use.

    Raises:
        RegisterUnusable: it is damaged, differs from its SHA-256, is newer, or is no register.
    """
    check_file(path)
    if _told_digest(path) is not None and not is_unchanged(path):
        raise RegisterUnusable(
            f"Копію «{path.name}» пошкоджено: її контрольна сума не збігається. "
            "Нічого не змінено, виберіть іншу копію."
        )
    check_not_newer(path, read_revision(path, still=True))
    with told(path), closing(open_still(path)) as connection:
        _check(connection, path)


def is_unchanged(path: Path) -> bool:
    """Whether a copy is still what its SHA-256 says; not where it has none."""
    return _told_digest(path) == files.sha256_of(path)


def restore(source: Path, target: Path) -> Path | None:
    """Put a copy in the place of a closed register; returns where the replaced one was kept.

    No other copy is removed or replaced by this.

    Raises:
        BadInput: the copy is the register itself. RegisterUnusable: the copy is damaged or no register.
        Conflict: the register is open in another window. CannotWrite: no room or no right.
    """
    if not source.exists():
        raise BadInput(f"Немає файла «{source}»: реєстр не змінено. Виберіть резервну копію.")
    if target.exists() and target.samefile(source):
        raise BadInput("Цей файл і є реєстр: нічого не змінено. Виберіть резервну копію.")
    verify(source)
    temporary = files.beside(target, "restored")
    refusal = (
        f"Не вдалося відновити «{target}»: {{reason}}. Копія і попередній реєстр цілі, "
        "перевірте місце на диску й права на теку."
    )
    with _copying(source, temporary, refusal):
        kept = _keep(target)
        files.replace(temporary, target)
    _log.info("register restored from %s, replaced one kept as %s", source.name, kept)
    return kept


def sidecar(path: Path) -> Path:
    """Where a copy's SHA-256 stands."""
    return path.with_name(path.name + ".sha256")


@contextlib.contextmanager
def _copying(source: Path, temporary: Path, refusal: str) -> Iterator[None]:
    """A verified copy at ``temporary`` for the time of the block; ``refusal`` tells where it cannot be."""
    try:
        temporary.parent.mkdir(parents=True, exist_ok=True)
        _copy(source, temporary)
        yield
    except OSError as error:
        raise CannotWrite(refusal.format(reason=reason_of(error))) from error
    except sqlite3.DatabaseError as error:
        if code_of(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise RegisterUnusable(_UNSOUND.format(name=source.name)) from error
        raise CannotWrite(refusal.format(reason="диск або тека не дають писати")) from error
    finally:
        files.remove(temporary, *files.companions(temporary))


def _copy(source: Path, temporary: Path) -> None:
    """One consistent state of the source, as a plain file without a log, verified against it."""
    with closing(sqlite3.connect(source, isolation_level=None)) as origin:
        origin.execute("BEGIN")
        counts = _counts(origin)
        with closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
            origin.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            _check(copy, source)
            if _counts(copy) != counts:
                raise RegisterUnusable(_UNSOUND.format(name=source.name))


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """The checks that SQLite's own one passes over, and that one."""
    sound = (
        connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        and connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        and connection.execute("PRAGMA foreign_key_check").fetchone() is None
        and {"alembic_version", "event", "report", "step", "change"} <= _counts(connection).keys()
    )
    if not sound:
        raise RegisterUnusable(_UNSOUND.format(name=path.name))


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
    ]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def _write_sidecar(target: Path, digest: str) -> None:
    path = sidecar(target)
    path.write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    files.sync(path)


def _told_digest(path: Path) -> str | None:
    try:
        return sidecar(path).read_text(encoding="utf-8").split()[0]
    except (OSError, IndexError, UnicodeDecodeError):
        return None


def _keep(target: Path) -> Path | None:
    """Move what stands at the target aside, out of reach of the rotation of automatic copies."""
    if not os.path.lexists(target):
        return None
    _let_go(target)
    stem = f"{target.stem}_before_restore_{files.stamp(dt.datetime.now(dt.UTC))}"
    kept = files.free_name(target.parent, stem, target.suffix)
    for old, new in zip((target, *files.companions(target)), (kept, *files.companions(kept)), strict=True):
        if old.exists():
            shutil.copy2(old, new)
            files.sync(new)
    files.remove(*files.companions(target))
    return kept


def _let_go(target: Path) -> None:
    """Write a sound register's log back; only its sole user can leave the log's mode.

    Raises:
        Conflict: another window has it open.
    """
    with (
        contextlib.suppress(sqlite3.DatabaseError),
        closing(sqlite3.connect(target, timeout=1)) as connection,
    ):
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as error:
            if is_busy(error):
                raise Conflict(
                    f"Реєстр «{target.name}» відкрито в іншому вікні: його не змінено. "
                    "Закрийте програму і повторіть відновлення."
                ) from error


_UNSOUND = (
    "Реєстр «{name}» не пройшов перевірки: копію з нього не зроблено, файл залишено як є. "
    "Відновіть його з попередньої копії: courtcomms restore ФАЙЛ."
)

"""What the database refuses, told to the user in one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from courtcomms.errors import CannotWrite, Conflict, CourtcommsError, RegisterUnusable

_BUSY_CODES = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
_CLOSED_CODES = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)


@contextmanager
def told(path: Path, *, opening: bool = False) -> Iterator[None]:
    """Turn SQLite's failures over ``path`` into refusals; the transaction was rolled back by then.

    ``opening``: the register is only being opened, so there is no change that could not be saved. What is
    none of SQLite's known circumstances is a mistake of the program and goes through as it is.

    Raises:
        Conflict: another window or program holds the register for longer than the busy timeout.
        CannotWrite: no room on the disk, a disk that fails, a register that is read-only.
        RegisterUnusable: the file is damaged, is no database, or cannot be opened.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        refusal = _on_opening(error) if opening else _on_saving(error)
        refusal = refusal or _always(error)
        if refusal is None:
            raise
        kind, sentence = refusal
        raise kind(sentence.format(name=path.name)) from error


def code_of(error: BaseException) -> int:
    """SQLite's primary result code of a failure; 0 where it has none."""
    driver = error.orig if isinstance(error, DBAPIError) else error
    return getattr(driver, "sqlite_errorcode", 0) & 0xFF


def is_busy(error: BaseException) -> bool:
    """Whether somebody else holds the register."""
    return code_of(error) in _BUSY_CODES


_Refusal = tuple[type[CourtcommsError], str]


def _on_saving(error: BaseException) -> _Refusal | None:
    if is_busy(error):
        return Conflict, _BUSY
    sentences = {
        sqlite3.SQLITE_FULL: _FULL,
        sqlite3.SQLITE_IOERR: _IO,
        sqlite3.SQLITE_READONLY: _READONLY,
    }
    sentence = sentences.get(code_of(error))
    return (CannotWrite, sentence) if sentence else None


def _on_opening(error: BaseException) -> _Refusal | None:
    if is_busy(error):
        return RegisterUnusable, _BUSY_OPENING
    if code_of(error) == sqlite3.SQLITE_READONLY:
        return RegisterUnusable, _CANNOT_OPEN
    if code_of(error) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return RegisterUnusable, _DISK_OPENING
    return None


def _always(error: BaseException) -> _Refusal | None:
    if code_of(error) in _CLOSED_CODES:
        return RegisterUnusable, _CANNOT_OPEN
    if code_of(error) == sqlite3.SQLITE_CORRUPT:
        return RegisterUnusable, DAMAGED
    return (RegisterUnusable, NO_REGISTER) if code_of(error) == sqlite3.SQLITE_NOTADB else None


_BUSY = (
    "Реєстр «{name}» зараз зайнятий іншим вікном або програмою: цю зміну не збережено, "
    "збережене раніше ціле. Зачекайте кілька секунд і повторіть."
)
_BUSY_OPENING = (
    "Реєстр «{name}» зараз зайнятий іншим вікном або програмою: його не відкрито, дані цілі. "
    "Зачекайте кілька секунд і повторіть."
)
_FULL = (
    "На диску немає місця: цю зміну не збережено, усе збережене раніше в «{name}» ціле. "
    "Звільніть місце на диску і повторіть."
)
_IO = (
    "Диск не дав записати чи прочитати «{name}»: цю зміну не збережено, усе збережене раніше ціле. "
    "Перевірте, чи є на диску місце і чи він справний, і повторіть."
)
_DISK_OPENING = (
    "Диск не дав відкрити реєстр «{name}»: нічого не змінено. "
    "Перевірте, чи є на диску місце і чи він справний, і повторіть."
)
_READONLY = (
    "Реєстр «{name}» доступний лише для читання: зміну не збережено, збережене раніше ціле. "
    "Перевірте права на файл і його теку."
)
DAMAGED = (
    "Файл реєстру «{name}» пошкоджено: його залишено як є. "
    "Відновіть його з резервної копії: courtcomms restore ФАЙЛ."
)
NO_REGISTER = (
    "Файл «{name}» не є реєстром цієї програми: його не змінено. "
    "Виберіть інший файл або відновіть реєстр із резервної копії."
)
_CANNOT_OPEN = (
    "Не вдалося відкрити реєстр «{name}»: немає прав на запис у файл чи його теку. "
    "Нічого не змінено, перевірте права або виберіть іншу теку."
)

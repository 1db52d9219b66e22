"""What the database refuses, told to the user in one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from courtcomms.errors import CannotWrite, Conflict, CourtcommsError, RegisterUnusable


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's failures over ``path`` into refusals; the transaction was rolled back by then.

    What is none of SQLite's known circumstances is a mistake of the program and goes through as it is.

    Raises:
        Conflict: another window or program holds the register for longer than the busy timeout.
        CannotWrite: no room on the disk, a disk that fails, a register that is read-only.
        RegisterUnusable: the file is damaged, is no database, or cannot be opened.
    """
    try:
        yield
    except DBAPIError as error:
        refusal = _refusal(error.orig, path)
        if refusal is None:
            raise
        raise refusal from error
    except sqlite3.Error as error:
        refusal = _refusal(error, path)
        if refusal is None:
            raise
        raise refusal from error


def _refusal(error: BaseException | None, path: Path) -> CourtcommsError | None:
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    known: dict[int, tuple[type[CourtcommsError], str]] = {
        sqlite3.SQLITE_BUSY: (Conflict, _BUSY),
        sqlite3.SQLITE_LOCKED: (Conflict, _BUSY),
        sqlite3.SQLITE_FULL: (CannotWrite, _FULL),
        sqlite3.SQLITE_IOERR: (CannotWrite, _IO),
        sqlite3.SQLITE_READONLY: (CannotWrite, _READONLY),
        sqlite3.SQLITE_CORRUPT: (RegisterUnusable, DAMAGED),
        sqlite3.SQLITE_NOTADB: (RegisterUnusable, NO_REGISTER),
        sqlite3.SQLITE_CANTOPEN: (RegisterUnusable, _CANNOT_OPEN),
        sqlite3.SQLITE_PERM: (RegisterUnusable, _CANNOT_OPEN),
        sqlite3.SQLITE_AUTH: (RegisterUnusable, _CANNOT_OPEN),
    }
    if primary not in known:
        return None
    kind, sentence = known[primary]
    return kind(sentence.format(name=path.name))


_BUSY = (
    "Реєстр «{name}» зараз зайнятий іншим вікном або програмою: цю зміну не збережено, "
    "збережене раніше ціле. Зачекайте кілька секунд і повторіть."
)
_FULL = (
    "На диску немає місця: цю зміну не збережено, усе збережене раніше в «{name}» ціле. "
    "Звільніть місце на диску і повторіть."
)
_IO = (
    "Диск не дав записати чи прочитати «{name}»: цю зміну не збережено, усе збережене раніше ціле. "
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
    "Виберіть інший файл або відновіть реєстр із копії."
)
_CANNOT_OPEN = (
    "Не вдалося відкрити реєстр «{name}»: немає прав на файл чи його теку. "
    "Нічого не змінено, перевірте права або виберіть іншу теку."
)

"""Each circumstance of SQLite has its sentence, and a mistake of the program has none."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from courtcomms.errors import CannotWrite, Conflict, RegisterUnusable
from courtcomms.store.failures import told

PATH = Path("тека/register.sqlite3")

SAVING = {
    sqlite3.SQLITE_BUSY: (Conflict, "зайнятий"),
    sqlite3.SQLITE_BUSY_SNAPSHOT: (Conflict, "зайнятий"),
    sqlite3.SQLITE_LOCKED: (Conflict, "зайнятий"),
    sqlite3.SQLITE_PROTOCOL: (Conflict, "зайнятий"),
    sqlite3.SQLITE_FULL: (CannotWrite, "немає місця"),
    sqlite3.SQLITE_IOERR_WRITE: (CannotWrite, "Диск не дав"),
    sqlite3.SQLITE_READONLY_DBMOVED: (CannotWrite, "лише для читання"),
    sqlite3.SQLITE_CORRUPT: (RegisterUnusable, "пошкоджено"),
    sqlite3.SQLITE_NOTADB: (RegisterUnusable, "не є реєстром"),
    sqlite3.SQLITE_CANTOPEN: (RegisterUnusable, "немає прав"),
}


def failure(code, wrapped):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    return OperationalError("SELECT", {}, error) if wrapped else error


@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize("code", SAVING)
def test_each_circumstance_has_its_sentence(code, wrapped):
    kind, words = SAVING[code]
    with pytest.raises(kind, match=words) as refusal, told(PATH):
        raise failure(code, wrapped)
    sentence = str(refusal.value)
    assert "«register.sqlite3»" in sentence or "register.sqlite3" in sentence
    assert sentence.endswith((".", "ФАЙЛ."))
    assert isinstance(refusal.value.__cause__, (OperationalError, sqlite3.OperationalError))


@pytest.mark.parametrize("code", SAVING)
def test_while_opening_nothing_is_said_of_a_change(code):
    with pytest.raises(RegisterUnusable) as refusal, told(PATH, opening=True):
        raise failure(code, True)
    assert "цю зміну" not in str(refusal.value)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE])
def test_a_mistake_of_the_program_goes_through(code):
    with pytest.raises(OperationalError), told(PATH):
        raise failure(code, True)


def test_other_failures_are_none_of_its_business():
    with pytest.raises(ZeroDivisionError), told(PATH):
        raise ZeroDivisionError

"""What is opened as a register, what is refused, and that the refused file stays as it was."""

import contextlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from courtcomms.errors import CannotWrite, CourtcommsError, RegisterUnusable
from courtcomms.model import Cells, Column
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register


def refused(target):
    """The sentence of a refusal, which is one, in Ukrainian, and names what to do."""
    with pytest.raises(RegisterUnusable) as refusal:
        Register.open(target)
    sentence = str(refusal.value)
    assert sentence.rstrip().endswith((".", "ФАЙЛ.", "sqlite3"))
    assert "Traceback" not in sentence
    return sentence


@contextlib.contextmanager
def untouched(path):
    """The file, and everything beside it, is byte for byte the same afterwards."""
    before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    yield
    assert {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()} == before


def test_a_new_register_is_made_with_its_folders(tmp_path):
    path = tmp_path / "Документи суду" / "звіти" / "register.sqlite3"
    with Register.open(path) as register:
        assert register.courts() == ()
        assert register.backups == path.parent / "backups"
    assert list(path.parent.iterdir()) == [path]


def test_a_register_is_opened_by_its_url(register, add, file):
    add(title="а")
    with Register.open(f"sqlite:///{file}") as again:
        assert len(again.event_ids(EventQuery(1))) == 1


@pytest.mark.parametrize(
    "url",
    ["postgresql://user:geheim@host/db", "sqlite://", "sqlite:///:memory:", "mysql://x", "зовсім не адреса"],
)
def test_what_is_no_file_of_sqlite_is_refused(url):
    assert "geheim" not in refused(url)


def test_a_url_into_a_missing_folder_makes_nothing(tmp_path):
    assert "Немає теки" in refused(f"sqlite:///{tmp_path}/немає/register.sqlite3")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["реєстр з пробілами.sqlite3", "100%.sqlite3", "a?mode=ro#x.sqlite3", "б'їж.db"]
)
def test_any_name_of_a_file_will_do(tmp_path, name):
    if sys.platform == "win32" and "?" in name:
        pytest.skip("Windows has no such names")
    for _ in range(2):
        with Register.open(tmp_path / name) as register:
            assert register.integrity() == ()
            assert register.backup().exists()
    assert {path.name for path in tmp_path.iterdir()} == {name, "backups"}


CONTENTS = {
    "empty": b"",
    "text": "Звіт".encode() * 100,
    "word": b"PK\x03\x04" + b"\0" * 400,
    "short": b"SQLite format 3\0",
    "header only": b"SQLite format 3\0" + b"\0" * 84,
    "zeros": b"\0" * 8192,
}


@pytest.mark.parametrize("kind", CONTENTS)
def test_a_file_that_is_no_register_is_refused_untouched(file, kind):
    file.write_bytes(CONTENTS[kind])
    with untouched(file):
        assert "register.sqlite3" in refused(file)


def test_another_programs_database_is_refused_untouched(file):
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE event (id)")
        connection.commit()
    with untouched(file):
        assert "іншій програмі" in refused(file)


def test_a_folder_in_its_place_is_refused(file):
    file.mkdir()
    assert "тека" in refused(file)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "дані").write_text("я файл")
    assert "дані" in refused(tmp_path / "дані" / "register.sqlite3")


def test_a_link_to_nowhere_is_refused(file, tmp_path):
    try:
        file.symlink_to(tmp_path / "немає")
    except OSError:
        pytest.skip("no symbolic links here")
    refused(file)
    assert not (tmp_path / "немає").exists()


@pytest.fixture
def filled(register, file):
    """A closed register of several pages."""
    rows = [Cells(title=f"Захід {number}", goal="ціль " * 50) for number in range(200)]
    register.add_rows(1, Period.quarter(2021, 3), rows, label="Імпорт")
    register.close()
    return file


def test_a_truncated_register_is_refused_untouched(filled):
    os.truncate(filled, filled.stat().st_size // 2)
    with untouched(filled):
        assert "пошкоджено" in refused(filled)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9])
def test_overwritten_pages_are_refused_untouched(filled, share):
    size = filled.stat().st_size
    with filled.open("r+b") as file:
        file.seek(max(4096, int(size * share) // 4096 * 4096))
        file.write(b"\xa5" * 8192)
    with untouched(filled):
        assert "пошкоджено" in refused(filled)


def test_a_register_without_its_schema_is_refused(filled):
    with contextlib.closing(sqlite3.connect(filled)) as connection:
        connection.execute("DROP TABLE alembic_version")
        connection.commit()
    assert "пошкоджено" in refused(filled)


def test_damage_that_shows_later_is_told_in_a_sentence(register, filled):
    opened = Register.open(filled)
    size = filled.stat().st_size
    with filled.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xa5" * (size - 4096 * 3))
    with pytest.raises(CourtcommsError, match="пошкоджено"):
        opened.events(opened.event_ids(EventQuery(1)))
    opened.close()


@pytest.fixture
def readable_only():
    """A folder in which even root, who gives up the rights for the test, may only read."""
    if sys.platform == "win32":
        pytest.skip("rights of folders work otherwise on Windows")
    folder = Path(tempfile.mkdtemp())
    yield folder
    folder.chmod(stat.S_IRWXU)
    shutil.rmtree(folder)


@contextlib.contextmanager
def powerless(folder):
    """Nobody writes into the folder for a while; whoever is root is somebody else meanwhile."""
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_folder_for_reading_only_gets_no_register(readable_only):
    with powerless(readable_only):
        assert "прав" in refused(readable_only / "register.sqlite3")
    assert list(readable_only.iterdir()) == []


def test_a_register_in_a_folder_for_reading_only_is_refused_untouched(readable_only):
    path = readable_only / "register.sqlite3"
    Register.open(path).close()
    path.chmod(0o444)
    with untouched(path), powerless(readable_only):
        assert "register.sqlite3" in refused(path)


def test_a_file_that_may_not_be_read_is_refused(readable_only):
    path = readable_only / "register.sqlite3"
    Register.open(path).close()
    path.chmod(0o000)
    with powerless(readable_only):
        assert "прав" in refused(path)
    path.chmod(0o600)


def test_a_register_that_became_read_only_says_so_and_keeps_everything(register, add, file):
    event_id = add(title="а")
    with register._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    with pytest.raises(CannotWrite, match="лише для читання"):
        register.set_cell(event_id, Column.TITLE, "б", version=1)
    assert register.events([event_id])[0].cells.title == "а"


def test_two_windows_that_start_at_once_make_one_register(tmp_path):
    path = tmp_path / "register.sqlite3"
    with ThreadPoolExecutor(4) as pool:
        registers = list(pool.map(lambda _: Register.open(path), range(4)))
    for register in registers:
        assert register.courts() == ()
        register.close()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps locks of other handles")
def test_a_second_opening_in_this_process_leaves_the_locks_of_the_first(register, add, file):
    """Without its lock another process would take the log for its own and throw it away."""
    add(title="а")
    Register.open(file).close()
    alone = (
        "import sqlite3, sys; connection = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "try: connection.execute('PRAGMA journal_mode=DELETE'); print('alone')\n"
        "except sqlite3.OperationalError: print('not alone')"
    )
    done = subprocess.run([sys.executable, "-c", alone, file], capture_output=True, text=True, check=True)
    assert done.stdout == "not alone\n"


def test_any_single_thread_may_use_a_register(register, add):
    for number in range(3):
        with ThreadPoolExecutor(1) as thread:
            thread.submit(add, title=str(number)).result()
    assert len(register.event_ids(EventQuery(1))) == 3


def test_closing_leaves_one_file_and_may_be_repeated(register, add, file):
    add(title="а")
    register.close()
    register.close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    with contextlib.closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT title FROM event").fetchall() == [("а",)]


def test_the_pragmas_that_keep_data_safe_are_on(register):
    with register._reading() as session:
        values = {
            name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "application_id")
        }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "application_id": 0x43434F4D,
    }


def test_opening_a_current_register_loads_no_alembic(file):
    Register.open(file).close()
    script = (
        "import sys; from pathlib import Path; from courtcomms.store import EventQuery\n"
        "assert 'sqlalchemy' not in sys.modules, 'values must not cost SQLAlchemy'\n"
        "from courtcomms.store import Register\n"
        "Register.open(Path(sys.argv[1])).close(); Register.open(Path(sys.argv[2])).close()\n"
        "assert 'alembic' not in sys.modules"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(file), str(file.with_name("fresh.sqlite3"))],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

"""Nothing is lost: not by a kill, a second window or a full disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from courtcomms.errors import CannotWrite, Conflict
from courtcomms.model import Cells, Column
from courtcomms.store import EventQuery, Register, engine

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, str(Path(__file__).with_name("durability.py"))]


def start(*arguments):
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def finish(process):
    """What a process said; its failure is ours."""
    out, err = process.communicate(timeout=100)
    assert process.returncode == 0, err
    return out.split("\n")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills children of a fork")
def test_thirty_kills_in_the_middle_of_saves_lose_nothing(register, add, file):
    add(number="0", title="лічильник", date="01.01.2021")
    register.close()
    assert finish(start("killed", file, 30))[0] == "ok"
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_windows_that_write_at_once_lose_no_save_of_each_other(register, add, file):
    event_id = add(number="0")
    windows = [start("many", file, 25) for _ in range(3)]
    for window in windows:
        finish(window)
    (event,) = register.events([event_id])
    assert (event.cells.number, event.version) == ("75", 76)
    assert len(register.history(event_id)) == 76
    assert register.integrity() == ()


def test_a_window_that_holds_the_register_too_long_is_told(register, add, file, monkeypatch):
    event_id = add(title="а")
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 100)
    holder = start("lock", file)
    assert holder.stdout.readline() == "locked\n"
    with Register.open(file) as impatient:
        with pytest.raises(Conflict, match="зайнятий іншим вікном"):
            impatient.set_cell(event_id, Column.TITLE, "б", version=1)
        assert impatient.events([event_id])[0].cells.title == "а"
        holder.communicate("go\n", timeout=60)
        impatient.set_cell(event_id, Column.TITLE, "б", version=1)
    assert register.events([event_id])[0].cells.title == "б"


def test_a_save_waits_for_a_short_one_of_another_window(register, add, file):
    event_id = add(title="а")
    holder = start("lock", file)
    assert holder.stdout.readline() == "locked\n"
    letting_go = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(0.3)"])
    letting_go.wait()
    holder.stdin.write("go\n")
    holder.stdin.flush()
    register.set_cell(event_id, Column.TITLE, "б", version=1)
    holder.communicate(timeout=60)
    assert register.events([event_id])[0].cells.title == "б"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are POSIX")
def test_a_disk_without_room_is_told_and_keeps_everything(register, file):
    register.close()
    told, saved, _ = finish(start("full", file, 2_000_000))
    assert told.startswith("CannotWrite ")
    assert "на диску" in told
    assert int(saved) > 5
    with Register.open(file) as again:
        assert len(again.event_ids(EventQuery(1))) == int(saved)
        assert again.integrity() == ()
        again.add_event(1, Cells(title="далі"))


def test_a_full_register_is_told_and_goes_on_when_there_is_room(register, add):
    event_id = add(title="а")
    with register._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(CannotWrite, match="немає місця"):
        register.set_cell(event_id, Column.GOAL, "г" * 100_000, version=1)
    assert register.events([event_id])[0].version == 1
    with register._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    register.set_cell(event_id, Column.GOAL, "г" * 100_000, version=1)
    assert register.integrity() == ()

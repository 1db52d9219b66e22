"""Run by the tests of durability in a process of its own; the first argument is what to do."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from courtcomms.errors import CourtcommsError
from courtcomms.model import Cells, Column
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register

PERIOD = Period.quarter(2021, 3)
SAVED = b"%08d\n"


def say(*words: object) -> None:
    """A line for the test that started this process."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def write_until_killed(path: Path, pipe: int) -> None:
    """Save a growing number into three cells of two kinds of step; report each save once it is made."""
    with Register.open(path) as register:
        event_id = register.event_ids(EventQuery(1))[0]
        number = int(register.events([event_id])[0].cells.number or 0)
        while True:
            number += 1
            event = register.events([event_id])[0]
            register.set_cell(event_id, Column.NUMBER, str(number), version=event.version)
            register.add_rows(1, PERIOD, [Cells(title=f"x{number}", goal="г" * 5000)] * 3, label="Імпорт")
            os.write(pipe, SAVED % number)


def killed(path: Path, rounds: int) -> None:
    """Kill a writer many times in the middle; whatever it reported must be there, and nothing half."""
    rng = random.Random(7)
    for kills in range(1, rounds + 1):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            write_until_killed(path, writer)
        os.close(writer)
        os.read(reader, 9)
        time.sleep(rng.random() * 0.04)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reader, "rb") as reports:
            reported = reports.read()
        check(path, int(reported[-9:] or 0), kills)
    with Register.open(path) as register:
        assert register.integrity() == ()
    say("ok")


def check(path: Path, reported: int, kills: int) -> None:
    """The register holds what was reported, whole steps only; a kill may fall between two of them."""
    with Register.open(path) as register:
        first, *others = register.events(register.event_ids(EventQuery(1)))
        number = int(first.cells.number)
        assert number >= reported, (number, reported)
        assert len(others) % 3 == 0, len(others)
        assert 0 <= number - len(others) // 3 <= kills, (number, len(others))


def many_writers(path: Path, saves: int) -> None:
    """Save as another window does: read, write over what was read, try again after a conflict."""
    with Register.open(path, who=str(os.getpid())) as register:
        event_id = register.event_ids(EventQuery(1))[0]
        refused = 0
        while saves:
            event = register.events([event_id])[0]
            number = int(event.cells.number) + 1
            try:
                register.set_cell(event_id, Column.NUMBER, str(number), version=event.version)
            except CourtcommsError:
                refused += 1
            else:
                saves -= 1
    say(refused)


def hold_the_lock(path: Path) -> None:
    """Hold the write lock until told to let go."""
    with Register.open(path) as register, register._writing() as session:
        session.connection()
        say("locked")
        sys.stdin.readline()


def fill_the_disk(path: Path, limit: int) -> None:
    """Save until the system gives no more room for a file; tell what was said."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    saved, (_, most) = 0, resource.getrlimit(resource.RLIMIT_FSIZE)
    with Register.open(path) as register:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
        try:
            while True:
                register.add_event(1, Cells(title=str(saved), goal="г" * 20_000))
                saved += 1
        except CourtcommsError as error:
            say(type(error).__name__, error)
        assert len(register.event_ids(EventQuery(1))) == saved, "what was saved is still there"
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    say(saved)


if __name__ == "__main__":
    action = {
        "killed": killed,
        "many": many_writers,
        "lock": hold_the_lock,
        "full": fill_the_disk,
    }[sys.argv[1]]
    action(Path(sys.argv[2]), *map(int, sys.argv[3:]))

"""A register of its own for every test, on a real disk."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from courtcomms.model import Cells, Court, CourtName
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register

Q3 = Period.quarter(2021, 3)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the test's register lies."""
    return tmp_path / "register.sqlite3"


@pytest.fixture
def register(file: Path) -> Iterator[Register]:
    """An open register with one court, whose id is 1."""
    with Register.open(file, who="Олена") as opened:
        opened.save_court(Court(0, (CourtName("Садовий районний суд", "Садового районного суду"),)))
        yield opened


@pytest.fixture
def add(register: Register) -> Callable[..., int]:
    """Enter an event by its cells; gives its id. ``period`` puts it into a report."""

    def enter(period: Period | None = None, after: int | None = None, **texts: str) -> int:
        return register.add_event(1, Cells(**texts), period=period, after=after).created[0]

    return enter


@pytest.fixture
def shown(register: Register) -> Callable[..., list[str]]:
    """The titles that a query shows, in its order."""

    def titles(**query: object) -> list[str]:
        ids = register.event_ids(EventQuery(1, **query))  # type: ignore[arg-type]
        return [event.cells.title for event in register.events(ids)]

    return titles

"""A report with links, the real window over it, and the hosts that it is about."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from linked import SAYS, Links
from played import Net, playing

from ui.links import book, network_run
from ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for a pause in the work."""
    monkeypatch.setattr(book, "FIRST", 0)
    monkeypatch.setattr(book, "PAUSE", 10)
    monkeypatch.setattr(book, "LATER", 10)
    monkeypatch.setattr(network_run, "PORTION", 10)


@pytest.fixture
def net() -> Iterator[Net]:
    """The hosts of the report, on loopback."""
    with playing(SAYS) as world:
        yield world


@pytest.fixture
def links(real_window: Callable[..., MainWindow], net: Net, qtbot: object) -> Links:
    """The list of links of a report, told before that a check asks the internet."""
    made = Links(real_window(threads=True), net, qtbot)
    made.begin()
    return made

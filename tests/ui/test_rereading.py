"""After an update events are read anew while the window is open, and it says how far that is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hands import Q3, settle

from courtcomms.cells import RULES_VERSION
from courtcomms.errors import Conflict
from courtcomms.model import Cells, Court, CourtName, DateKind, DateSpan
from courtcomms.store import Register, derived, readings
from ui.main_window import MainWindow
from ui.register import rereading
from ui.register.rereading import PORTION, RereadingLine

ROWS = 2 * PORTION + 5


@pytest.fixture
def stale(
    tmp_path: Path, make_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """The window over a register of the version before, not yet read anew."""
    file = tmp_path / "register.sqlite3"
    with Register.open(file) as register:
        register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
        rows = [Cells(title=f"Захід {n}", date="13.08.2021") for n in range(ROWS)]
        register.add_rows(1, Q3, rows, label="Імпорт")
    monkeypatch.setattr(derived, "RULES_VERSION", RULES_VERSION + 1)
    monkeypatch.setattr(readings, "read_date", lambda text, period: DateSpan(DateKind.AS_NEEDED))
    opened = Register.open(file, reread=0)
    window = make_window(opened)
    window.parts.rereading._begin()
    return window


def line(window: MainWindow) -> RereadingLine:
    found = window.status.findChild(RereadingLine)
    assert found is not None
    return found


def portion(window: MainWindow) -> None:
    """The moment for the next portion has come."""
    window.parts.rereading._soon.stop()
    window.parts.rereading._ask()


def test_rows_are_there_before_they_are_read_anew(stale: MainWindow) -> None:
    assert stale.table.rowCount() == ROWS
    event = stale.table.event_at(0)
    assert event is not None
    assert event.date_span.kind is not DateKind.AS_NEEDED
    assert line(stale).isHidden()


def test_the_foot_of_the_window_tells_how_far_it_is(stale: MainWindow) -> None:
    portion(stale)
    assert line(stale).text() == f"Оновлюю розуміння клітинок… 0 з {ROWS}"
    portion(stale)
    assert line(stale).isVisible()
    assert line(stale).text() == f"Оновлюю розуміння клітинок… {PORTION} з {ROWS}"


def test_in_the_end_the_window_shows_what_is_understood_now(stale: MainWindow) -> None:
    for _ in range(4):
        portion(stale)
    settle()
    assert line(stale).isHidden()
    assert not stale.parts.rereading._soon.isActive()
    shown = [stale.table.event_at(row) for row in range(ROWS)]
    assert {event.date_span.kind for event in shown if event is not None} == {DateKind.AS_NEEDED}


def test_what_the_user_does_goes_first(stale: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(stale.parts.service), "busy", property(lambda _service: True))
    portion(stale)
    assert line(stale).isHidden()
    assert stale.parts.rereading._soon.interval() == rereading.BETWEEN


def test_another_window_that_writes_only_delays_it(
    stale: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_register: object, _portion: int) -> int:
        raise Conflict("Реєстр зайнятий.")

    portion(stale)
    with monkeypatch.context() as patch:
        patch.setattr(rereading.queries, "reread", refuse)
        portion(stale)
    assert stale.parts.rereading._soon.interval() == rereading.LATER
    portion(stale)
    assert f"{PORTION} з {ROWS}" in line(stale).text()


def test_where_nothing_waits_nothing_is_said(stale: MainWindow) -> None:
    for _ in range(4):
        portion(stale)
    finished: list[bool] = []
    stale.parts.rereading.finished.connect(lambda: finished.append(True))
    stale.parts.rereading._begin()
    portion(stale)
    assert finished == []
    assert line(stale).isHidden()

"""The window comes back as it was left; errors nobody expected go to the log and one box."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_register import FakeRegister
from hands import settle

from courtcomms.model import Column
from ui import layout_keeper
from ui.columns import COLUMNS
from ui.faults import Faults
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.messages import UNEXPECTED
from ui.places import ALL, TRASH, Place

RealWindow = Callable[..., MainWindow]


def test_values_come_back_with_their_types(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.put("a/flag", False)
    memory.put("a/number", 7)
    memory.put("a/text", "Їжак; та «лапки»")
    memory.put_widths("table", [40, 200])
    memory.flush()
    again = Memory(tmp_path)
    assert again.flag("a/flag", True) is False
    assert again.number("a/number", 0) == 7
    assert again.text("a/text") == "Їжак; та «лапки»"
    assert again.widths("table") == [40, 200]
    assert again.widths("other") == []


def test_a_damaged_file_counts_as_absent(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(b"\xff\xfe[window\ngeometry=@ByteArray(x\ncolumns/table=1;x;;3")
    memory = Memory(tmp_path)
    assert memory.flag("window/editor", True) is True
    assert memory.widths("table") == []


def test_an_older_layout_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\nlayout=0\n[window]\neditor=false\n", encoding="utf-8")
    assert Memory(tmp_path).flag("window/editor", True) is True


def test_a_folder_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.put_folder("export", tmp_path / "немає")
    assert Path(memory.folder("export")).is_dir()
    memory.put_folder("export", tmp_path)
    assert memory.folder("export") == str(tmp_path)


def test_widths_panels_and_place_come_back(real_window: RealWindow) -> None:
    window = real_window()
    window.commands.steps.fill_sample()
    settle()
    column = COLUMNS.index(Column.GOAL)
    window.page.view.setColumnWidth(column, 333)
    window.actions_["editor"].trigger()
    window.parts.workspace.go(ALL)
    window.resize(1111, 700)
    settle()
    window.close()
    settle()
    again = real_window()
    assert again.page.view.columnWidth(column) == 333
    assert not again.panel.isVisible()
    assert again.parts.workspace.place == ALL
    again.actions_["layout"].trigger()
    settle()
    assert again.panel.isVisible()
    assert again.page.view.columnWidth(column) != 333


def test_columns_share_the_room_until_the_user_decides(real_window: RealWindow) -> None:
    window = real_window()
    window.commands.steps.fill_sample()
    settle()
    view = window.page.view
    before = [view.columnWidth(n) for n in range(len(COLUMNS))]
    window.resize(1900, 768)
    settle()
    after = [view.columnWidth(n) for n in range(len(COLUMNS))]
    assert sum(after) > sum(before)
    assert sum(after) == view.viewport().width()


@pytest.mark.parametrize("place", [ALL, TRASH, Place.parse("2021-Q3")])
def test_a_place_is_told_by_a_word(place: Place) -> None:
    assert Place.parse(place.code) == place


def test_a_foreign_word_is_no_place() -> None:
    assert Place.parse("") is None
    assert Place.parse("2021-Q9") is None


def test_unexpected_errors_are_logged_and_shown_once(
    make_window: Callable[..., MainWindow], fake: FakeRegister, caplog: pytest.LogCaptureFixture
) -> None:
    window = make_window(fake)
    faults = Faults(window.messenger, window)
    old = sys.excepthook, threading.excepthook
    faults.install()
    try:
        for _ in range(5):
            sys.excepthook(ValueError, ValueError("у слоті"), None)
        thread = threading.Thread(target=_fail)
        thread.start()
        thread.join()
        settle()
    finally:
        faults.remove()
    assert (sys.excepthook, threading.excepthook) == old
    assert window.messenger.box.text() == UNEXPECTED
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 6
    assert "у нитці" in caplog.text


def _fail() -> None:
    raise ValueError("у нитці")


def test_the_layout_outlives_a_kill(real_window: RealWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody closes the first window."""
    monkeypatch.setattr(layout_keeper, "PAUSE", 0)
    killed = real_window()
    killed.commands.steps.fill_sample()
    settle()
    killed.page.view.setColumnWidth(2, 261)
    killed.actions_["reports"].setChecked(False)
    killed.panes.moveSplitter(900, 2)
    settle()
    again = real_window()
    assert again.page.view.columnWidth(2) == 261
    assert not again.actions_["reports"].isChecked()
    assert again.panes.sizes()[2] == killed.panes.sizes()[2]

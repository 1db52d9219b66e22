"""Any walk through the program: whatever is done in whatever order, the window shows what the register holds,
and taking everything back leads to where the walk began."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from types import TracebackType

import pytest
from found import check_at_once
from hands import settle
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from walker import Walker, differences, held, refusals

from courtcomms.model import Column
from courtcomms.paths import DataDir
from courtcomms.sample import fill_sample
from courtcomms.store import Register
from ui.app import build
from ui.columns import COLUMNS, WRITTEN
from ui.jobs import synchronous_executors
from ui.register.page import RegisterPage

Key, Held = Qt.Key, Qt.KeyboardModifier
TEXTS = st.sampled_from(
    [
        "суд",
        "Круглий  стіл",
        "12.07.2026",
        "до 31.12.2026",
        "їжак\nґанок",
        "-",
        "№ 5",
        "https://sud.gov.ua/1 Новини",
    ]
)
KEYS = st.sampled_from([
    *[(key, Held.NoModifier) for key in (Key.Key_Return, Key.Key_Tab, Key.Key_Up, Key.Key_Down)],
    *[(key, Held.NoModifier) for key in (Key.Key_Left, Key.Key_Right, Key.Key_F2, Key.Key_Escape)],
    (Key.Key_Delete, Held.NoModifier),
    (Key.Key_Backspace, Held.NoModifier), (Key.Key_Return, Held.ShiftModifier),
    (Key.Key_Backtab, Held.ShiftModifier), (Key.Key_Down, Held.ShiftModifier),
    (Key.Key_Right, Held.ShiftModifier), (Key.Key_Space, Held.ShiftModifier),
    (Key.Key_Space, Held.ControlModifier), (Key.Key_Home, Held.ControlModifier),
    (Key.Key_End, Held.ControlModifier),
])  # fmt: skip
COPIED = st.sampled_from([
    "лекція", "брифінг\t12.08.2026", "а\nб\nв",
    "1\tКруглий стіл\tОбізнаність\t14.08.2026\t-\t-\tГромадяни\tСуддя\t12",
    "Назва\tДата\nЛекція\t01.09.2026\nЕкскурсія\t02.09.2026",
])  # fmt: skip


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register of the invented court."""
    folder = tmp_path_factory.mktemp("walk")
    with Register.open(DataDir(folder).database) as register:
        fill_sample(register)
    return folder


class Walk(RuleBasedStateMachine):
    """Each step is one thing a person may do next. What opens is answered at once."""

    folder: Path
    start: Path

    def __init__(self) -> None:
        super().__init__()
        self.raised: list[BaseException] = []
        self.before, sys.excepthook = sys.excepthook, self.note
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.start, self.folder)
        window, parts = build(DataDir(self.folder), executors=synchronous_executors())
        self.window = window
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(1366, 768)
        window.show()
        parts.service.open()
        window.activateWindow()
        settle()
        self.walker = Walker(window)
        self.first = held(self.walker.register)

    def note(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.raised.append(error)

    def teardown(self) -> None:
        try:
            if not self.raised:
                self.take_everything_back()
        finally:
            sys.excepthook = self.before
            self.window.hide()
            self.window.parts.close()
            self.window.parts.owner.deleteLater()
            self.window.deleteLater()
            settle()

    def take_everything_back(self) -> None:
        window, history = self.window, self.window.parts.history
        self.walker.rest()
        while history.can_undo:
            step = history.undo_text
            window.actions_["undo"].trigger()
            settle()
            assert refusals(window) == [], step
        assert differences(self.first, held(self.walker.register)) == []
        self.walker.look()

    @rule(number=st.integers(0, 60), agree=st.booleans())
    def do(self, number: int, agree: bool) -> None:
        possible = self.walker.open_actions
        name = possible[number % len(possible)]
        self.window.actions_[name].trigger()
        settle()
        self.walker.answer(agree)

    @rule(
        row=st.integers(0, 20),
        column=st.sampled_from(WRITTEN),
        wide=st.integers(0, 2),
        deep=st.integers(0, 2),
    )
    def choose(self, row: int, column: Column, wide: int, deep: int) -> None:
        table, view = self.window.table, self.window.page.view
        if table.rowCount():
            view.setFocus()
            top, left = row % table.rowCount(), COLUMNS.index(column)
            first = table.index(top, left)
            view.keys.one(first)
            last = table.index(min(top + deep, table.rowCount() - 1), min(left + wide, len(COLUMNS) - 1))
            view.selectionModel().select(
                QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            settle()

    @rule(text=TEXTS)
    def type(self, text: str) -> None:
        self.walker.write(text)

    @rule(key=KEYS)
    def press(self, key: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        self.walker.key(*key)
        self.walker.answer(True)

    @rule(column=st.sampled_from(WRITTEN))
    def enter_field(self, column: Column) -> None:
        if self.window.panel.isVisible() and self.window.panel.event_shown is not None:
            self.window.panel.focus_column(column)
            settle()

    @rule(number=st.integers(0, 9))
    def go(self, number: int) -> None:
        places = self.walker.places
        self.window.parts.workspace.go(places[number % len(places)])
        settle()

    @rule(words=st.sampled_from(["", "суд", "екскурс", "ЇЖАК", "немає такого"]))
    def seek(self, words: str) -> None:
        self.window.search.begin()
        self.window.search.clear()
        self.walker.write(words)

    @rule(text=COPIED, rows=st.booleans(), agree=st.booleans())
    def paste(self, text: str, rows: bool, agree: bool) -> None:
        data = QMimeData()
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        action = self.window.actions_["paste_rows" if rows else "paste"]
        if action.isEnabled():
            action.trigger()
            settle()
            self.walker.answer(agree)

    @rule()
    def repair(self) -> None:
        found = [one for one in self.window.commands.findings.checker.findings if one.repair is not None]
        if found and self.window.actions_["review"].isEnabled():
            self.window.commands.findings.mend((found[0],))
            settle()

    @rule(column=st.sampled_from(WRITTEN), way=st.sampled_from([None, True, False]))
    def order(self, column: Column, way: bool | None) -> None:
        page: RegisterPage = self.window.page
        page.order_by(column, way)
        settle()

    @rule(times=st.integers(1, 3), redo=st.booleans())
    def undo(self, times: int, redo: bool) -> None:
        for _ in range(times):
            action = self.window.actions_["redo" if redo else "undo"]
            step = action.text()
            if action.isEnabled():
                action.trigger()
                settle()
                assert refusals(self.window) == [], step

    @invariant()
    def in_step(self) -> None:
        settle()
        assert self.raised == []
        if not self.window.page.view.typing:
            self.walker.look()


@pytest.mark.timeout(300)
def test_any_walk_shows_what_is_stored_and_leads_back(
    qapp: QApplication, beginning: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_at_once(monkeypatch)
    monkeypatch.setattr("ui.register.search.REST", 0)
    monkeypatch.setattr(Walk, "start", beginning, raising=False)
    monkeypatch.setattr(Walk, "folder", tmp_path / "walk", raising=False)
    examples = int(os.environ.get("WALKS", "8"))
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=examples,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
            database=None,
        ),
    )

"""A search in a great register: the first finds at once, all of them a moment later, nothing twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fake_register import FakeRegister
from hands import Q3, press, settle, titles, trigger, type_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from courtcomms.model import Cells, Changes, Column, Court, CourtName
from courtcomms.store import Register, first_finds
from ui.columns import COLUMNS
from ui.main_window import MainWindow
from ui.parts import Parts
from ui.places import ALL, TableQuery
from ui.register import queries
from ui.register.model import EventTable

MANY = 4 * queries.FIRST
SEARCH = TableQuery(1, ALL, "захід")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def great(fake: FakeRegister) -> FakeRegister:
    """A register that answers a search first with some finds."""
    fake.add_rows(1, Q3, [Cells(title=f"Захід або {n}") for n in range(4, MANY + 1)], label="Імпорт")
    fake.great = True
    return fake


@pytest.fixture
def table(make_parts: Callable[..., Parts], great: FakeRegister) -> EventTable:
    parts = make_parts(great)
    table = EventTable(parts.service, parts.owner)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning, table)
    table.show(TableQuery(1, ALL))
    return table


def fill(register: Register) -> Changes:
    """A court and its rows in a real register."""
    register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
    rows = [Cells(title=f"Захід {n}", goal="Обʼєднання", date="13.08.2021") for n in range(1, MANY + 1)]
    return register.add_rows(register.courts()[0].id, Q3, rows, label="Імпорт")


@pytest.fixture
def real(real_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The whole program over a real register, in which so few events are many."""
    monkeypatch.setattr(first_finds, "FEW", 1)
    window = real_window()
    window.parts.service.act(fill)
    settle()
    window.parts.workspace.go(ALL)
    settle()
    return window


@pytest.fixture
def window(make_window: Callable[..., MainWindow], great: FakeRegister) -> MainWindow:
    """The window in the whole register."""
    window = make_window(great)
    window.parts.workspace.go(ALL)
    settle()
    return window


def search(window: MainWindow, text: str) -> None:
    line = window.search.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    type_text(line, text)
    settle()


def all_ids(great: FakeRegister) -> tuple[int, ...]:
    return tuple(great.stored)


class TestTheModel:
    def test_the_first_finds_come_then_the_rest_behind_them(
        self, table: EventTable, great: FakeRegister
    ) -> None:
        inserted, resets, told = [], [], []
        table.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
        table.show(SEARCH)
        assert (table.ids, table.hits) == (all_ids(great)[: queries.FIRST], None)
        table.modelReset.connect(lambda: resets.append(1))
        table.listed.connect(told.append)
        table.refresh()
        assert (table.ids, table.hits) == (all_ids(great), MANY)
        assert (inserted, resets, told) == ([(queries.FIRST, MANY - 1)], [], [MANY])
        assert [table.row_of(event) for event in table.ids] == list(range(MANY))

    def test_the_rest_comes_by_itself(self, table: EventTable, qtbot) -> None:
        table.show(SEARCH)
        qtbot.waitUntil(lambda: table.hits == MANY)
        assert len(set(table.ids)) == MANY

    def test_another_letter_before_the_rest_begins_anew(
        self, table: EventTable, great: FakeRegister, qtbot
    ) -> None:
        table.show(SEARCH)
        great.calls.clear()
        table.show(TableQuery(1, ALL, "захід або"))
        assert table.hits is None
        qtbot.waitUntil(lambda: table.hits is not None)
        assert table.ids == all_ids(great)[3:]
        assert great.calls.count("event_ids") == 1

    def test_a_blank_behind_the_word_asks_for_nothing_anew(
        self, table: EventTable, great: FakeRegister
    ) -> None:
        table.show(SEARCH)
        told: list[int] = []
        table.listed.connect(told.append)
        great.calls.clear()
        table.show(SEARCH)
        assert (told, great.calls, table.hits) == ([queries.FIRST], [], None)

    def test_rows_that_changed_between_are_all_right(self, table: EventTable, great: FakeRegister) -> None:
        table.show(SEARCH)
        great.trash_events(table.ids[:2])
        table.refresh()
        assert table.ids == all_ids(great)[2:]

    def test_finds_about_an_event_have_no_numbers_yet(self, table: EventTable, great: FakeRegister) -> None:
        deep = all_ids(great)[3 * queries.FIRST]
        table.sight = lambda: queries.Sight((deep,), 0, deep)
        table.show(SEARCH)
        row = table.row_of(deep)
        assert (row, len(table.ids)) == (queries.FIRST // 2, queries.FIRST)
        assert table.index(row, 0).data() == "…"
        table.refresh()
        assert table.index(table.row_of(deep), 0).data() == str(3 * queries.FIRST + 1)

    def test_what_concerns_all_rows_waits_for_them_and_for_no_others(self, table: EventTable) -> None:
        done: list[int] = []
        table.show(SEARCH)
        table.when_whole(lambda: done.append(table.rowCount()))
        assert done == [MANY]
        table.show(None)
        table.when_whole(lambda: done.append(table.rowCount()))
        assert (done, table.hits) == ([MANY, 0], 0)


class TestTheWindow:
    def test_a_key_shows_rows_and_the_number_follows(self, real: MainWindow, qtbot) -> None:
        window = real
        search(window, "з")
        assert titles(window)[:2] == ["Захід 1", "Захід 2"]
        assert window.search.count_text == f"… з {MANY}"
        qtbot.waitUntil(lambda: window.table.hits is not None)
        assert window.search.count_text == f"{MANY} з {MANY}"
        assert len(set(window.table.ids)) == MANY

    def test_the_current_and_the_chosen_rows_stay_when_the_rest_comes(self, window: MainWindow) -> None:
        search(window, "захід")
        view = window.page.view
        view.keys.select_rows(3, 5)
        chosen, current = view.selected_ids, view.current_id
        window.table.refresh()
        settle()
        assert window.table.hits == MANY
        assert (view.selected_ids, view.current_id) == (chosen, current)

    def test_a_find_deep_below_stays_current_and_in_sight(self, real: MainWindow) -> None:
        view, deep = real.page.view, real.table.ids[-queries.FIRST]
        view.choose(deep)
        for letter in "об'":
            search(real, letter)
            assert (view.current_id, real.table.hits) == (deep, None)
            real.table.refresh()
            settle()
            assert (view.current_id, real.table.hits) == (deep, MANY)
            assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))

    def test_letters_typed_one_after_the_other_end_at_the_last_search(self, real: MainWindow, qtbot) -> None:
        for letter in "захід 15":
            search(real, letter)
        expected = [f"Захід {n}" for n in range(1, MANY + 1) if str(n).startswith("15")]
        qtbot.waitUntil(lambda: real.table.hits is not None)
        assert titles(real) == expected

    def test_ctrl_end_goes_to_the_last_of_all(self, window: MainWindow, great: FakeRegister) -> None:
        search(window, "захід")
        press(window.page.view, Qt.Key.Key_End, CONTROL)
        assert window.page.view.current_id == all_ids(great)[-1]

    @pytest.mark.parametrize("way", ["everything", "column"])
    def test_all_rows_are_chosen_not_some(self, window: MainWindow, way: str) -> None:
        search(window, "захід")
        if way == "everything":
            window.page.view.selectAll()
        else:
            press(window.page.view, Qt.Key.Key_Space, CONTROL)
        assert len(window.page.view.selected_ids) == MANY

    def test_pasting_beneath_the_first_finds_writes_into_the_next(self, real: MainWindow, qtbot) -> None:
        search(real, "захід")
        goal, ids = COLUMNS.index(Column.GOAL), real.parts.workspace.overview.live
        last = real.table.index(queries.FIRST - 1, goal - 1)
        real.page.view.setFocus()
        real.page.view.keys.one(last)
        QGuiApplication.clipboard().setText("захід А\tодна\nзахід Б\tдруга\nзахід В\tтретя")
        trigger(real, "paste")
        qtbot.waitUntil(lambda: real.table.index(queries.FIRST - 1, goal).data() == "одна")
        rows = range(queries.FIRST - 1, queries.FIRST + 2)
        assert [real.table.index(row, goal).data() for row in rows] == ["одна", "друга", "третя"]
        assert real.parts.workspace.overview.live == ids == MANY

    def test_rows_are_copied_with_their_numbers(self, real: MainWindow, qtbot) -> None:
        deep = real.table.ids[-queries.FIRST]
        real.page.view.choose(deep)
        search(real, "захід")
        assert real.table.index(real.page.view.currentIndex().row(), 0).data() == "…"
        real.page.view.setFocus()
        trigger(real, "copy_rows")
        qtbot.waitUntil(lambda: f"Захід {deep}" in QGuiApplication.clipboard().text())
        assert f"{deep}\tЗахід {deep}" in QGuiApplication.clipboard().text()

    def test_an_undone_step_between_the_stages_leaves_no_stale_row(
        self, window: MainWindow, great: FakeRegister
    ) -> None:
        window.page.view.choose(all_ids(great)[1])
        window.commands.events.trash()
        settle()
        search(window, "захід")
        assert window.table.hits is None
        window.parts.history.undo()
        settle()
        assert (window.table.ids, window.table.hits) == (all_ids(great), MANY)

"""Rows compact or in full, cells repeated, events copied."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import Q3, settle, titles, trigger
from PySide6.QtCore import Qt

from courtcomms.model import Anchor, Cells, Changes, Column, Court, CourtName
from courtcomms.store import Register
from ui.columns import COLUMNS
from ui.main_window import MainWindow
from ui.places import ALL, TRASH
from ui.register.delegate import PAD_X, PAD_Y

TITLE, GOAL, DATE = (COLUMNS.index(column) for column in (Column.TITLE, Column.GOAL, Column.DATE))
LONG = "Довгий опис заходу, який займає багато рядків у вузькій колонці. " * 4


def four_rows(register: Register) -> Changes:
    """A court and a report of four rows."""
    register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
    link = Anchor(Column.SITE_LINKS, "новина", "https://x.gov.ua/1")
    rows = [
        Cells("7", "а", LONG, "01.07.2021", "новина", anchors=(link,)),
        Cells("8", "б", "", "02.07.2021"),
        Cells("9", "в", "", "03.07.2021"),
        Cells("10", "г", "-", "04.07.2021"),
    ]
    return register.add_rows(register.courts()[0].id, Q3, rows, label="Імпорт")


@pytest.fixture
def report(real_window: Callable[..., MainWindow]) -> MainWindow:
    """The real program with the report of four rows."""
    window = real_window()
    window.parts.service.act(four_rows)
    for _ in range(3):
        settle()
    window.page.view.setFocus()
    return window


def column(window: MainWindow, section: int) -> list[str]:
    """A column's texts from the top."""
    settle()
    return [window.table.index(row, section).data() for row in range(window.table.rowCount())]


def select(window: MainWindow, top: int, left: int, bottom: int, right: int) -> None:
    """Select a block of cells."""
    view = window.page.view
    view.keys.one(view.table.index(top, left))
    view.keys.extend(view.table.index(bottom, right))


def test_compact_rows_are_two_lines_high_and_come_back_next_time(
    report: MainWindow, real_window: Callable[..., MainWindow]
) -> None:
    view = report.page.view
    settle()
    tall = view.rowHeight(0)
    two_lines = round(2 * view.delegate.line_height) + 2 * PAD_Y
    assert tall > two_lines
    report.actions_["compact"].setChecked(True)
    settle()
    assert [view.rowHeight(row) for row in range(4)] == [two_lines] * 4
    again = real_window()
    settle()
    assert again.actions_["compact"].isChecked()
    assert again.page.view.rowHeight(0) == two_lines
    again.actions_["compact"].setChecked(False)
    settle()
    assert again.page.view.rowHeight(0) == tall


def test_the_current_row_stays_in_sight_when_all_rows_grow(report: MainWindow) -> None:
    view = report.page.view
    for _ in range(4):
        trigger(report, "duplicate")
    view.keys.one(view.table.index(view.table.rowCount() - 1, TITLE))
    for on in (True, False):
        report.actions_["compact"].setChecked(on)
        for _ in range(3):
            settle()
        shown = view.visualRect(view.currentIndex())
        assert shown.top() >= 0
        assert shown.bottom() <= view.viewport().height()


def test_the_cell_above_is_repeated(report: MainWindow, qtbot: object) -> None:
    view = report.page.view
    view.keys.one(view.table.index(1, GOAL))
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)  # type: ignore[attr-defined]
    assert column(report, GOAL) == [LONG, LONG, "", "-"]
    assert report.parts.history.undo_text == "Повторено клітинку вище"
    trigger(report, "undo")
    assert column(report, GOAL) == [LONG, "", "", "-"]


def test_of_several_rows_the_first_goes_into_the_others(report: MainWindow) -> None:
    select(report, 1, GOAL, 3, DATE)
    before = report.parts.history.count
    trigger(report, "repeat")
    assert column(report, GOAL) == [LONG, "", "", ""]
    assert column(report, DATE) == ["01.07.2021", "02.07.2021", "02.07.2021", "02.07.2021"]
    assert column(report, TITLE) == ["а", "б", "в", "г"]
    assert report.parts.history.count == before + 1
    trigger(report, "undo")
    assert column(report, DATE)[3] == "04.07.2021"


def test_above_the_first_row_there_is_nothing_to_repeat(report: MainWindow) -> None:
    view = report.page.view
    view.keys.one(view.table.index(0, GOAL))
    trigger(report, "repeat")
    assert column(report, GOAL)[0] == LONG
    assert "Над першим рядком" in report.status.note_text


def test_a_copy_stands_behind_its_event_and_is_chosen(report: MainWindow) -> None:
    view = report.page.view
    view.keys.one(view.table.index(0, GOAL))
    trigger(report, "duplicate")
    assert titles(report) == ["а", "а", "б", "в", "г"]
    assert view.currentIndex().row() == 1
    assert view.hasFocus()
    copy = report.table.event_at(1)
    assert copy is not None
    assert copy.cells.number == ""
    assert copy.cells.anchors_of(Column.SITE_LINKS)[0].target == "https://x.gov.ua/1"
    assert column(report, 0) == ["1", "2", "3", "4", "5"]
    trigger(report, "undo")
    assert titles(report) == ["а", "б", "в", "г"]


def test_several_events_are_copied_in_one_step(report: MainWindow) -> None:
    select(report, 1, TITLE, 2, TITLE)
    trigger(report, "duplicate")
    assert titles(report) == ["а", "б", "в", "б", "в", "г"]
    assert report.parts.history.undo_text == "Копія: 2 заходи"
    trigger(report, "undo")
    assert titles(report) == ["а", "б", "в", "г"]


def test_a_copy_made_in_the_register_belongs_there(report: MainWindow) -> None:
    report.parts.workspace.go(ALL)
    settle()
    view = report.page.view
    view.choose(report.table.ids[0])
    trigger(report, "duplicate")
    settle()
    assert titles(report).count("а") == 2


def test_delete_empties_a_block_in_one_step(report: MainWindow, qtbot: object) -> None:
    select(report, 0, TITLE, 1, GOAL)
    qtbot.keyClick(report.page.view, Qt.Key.Key_Delete)  # type: ignore[attr-defined]
    assert column(report, TITLE) == ["", "", "в", "г"]
    assert column(report, GOAL) == ["", "", "", "-"]
    trigger(report, "undo")
    assert column(report, TITLE) == ["а", "б", "в", "г"]


def test_cells_far_out_of_sight_are_emptied_too(report: MainWindow) -> None:
    """Only the rows that were looked at are read; a selection may reach far beyond them."""

    def many(register: Register) -> Changes:
        rows = [Cells(title=f"Назва {number}") for number in range(450)]
        return register.add_rows(register.courts()[0].id, Q3, rows, label="Імпорт")

    report.parts.service.act(many)
    settle()
    view = report.page.view
    assert view.table.event_at(449) is None
    view.keys.select_column(TITLE)
    view.wiped.emit()
    settle()
    last = report.table.ids[-1]
    stored = report.parts.service._desk.register.events([last])[0]
    assert stored.cells.title == ""


def test_in_the_trash_nothing_is_copied_or_emptied(report: MainWindow) -> None:
    trigger(report, "delete")
    report.parts.workspace.go(TRASH)
    settle()
    assert not report.actions_["duplicate"].isEnabled()
    assert not report.actions_["repeat"].isEnabled()
    before = titles(report)
    report.page.view.wiped.emit()
    settle()
    assert titles(report) == before != [""]


def test_a_long_number_stands_on_one_line(report: MainWindow) -> None:
    view = report.page.view
    before = view.columnWidth(0)
    report.table._replace(tuple(range(1, 12_001)))
    assert view.columnWidth(0) >= view.fontMetrics().horizontalAdvance("12000") + 2 * PAD_X
    assert view.columnWidth(0) > before
    assert sum(view.columnWidth(section) for section in range(9)) <= view.viewport().width()


def standing_first(register: Register) -> Changes:
    """A court and a report: two standing events, then one of a day."""
    register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
    dates = ("з 25.06.2018 по теперішній час", "постійно", "13.08.2021")
    rows = [Cells(title=letter, date=text) for letter, text in zip("абв", dates, strict=True)]
    return register.add_rows(register.courts()[0].id, Q3, rows, label="Імпорт")


@pytest.mark.parametrize("chosen", ["а", "б", "в"])
def test_a_new_event_does_not_part_the_standing_ones(
    real_window: Callable[..., MainWindow], chosen: str
) -> None:
    window = real_window()
    window.parts.service.act(standing_first)
    for _ in range(3):
        settle()
    window.page.view.choose(window.table.ids["абв".index(chosen)])
    trigger(window, "add")
    assert titles(window) == ["а", "б", "в", ""]
    assert window.page.view.currentIndex().row() == 3

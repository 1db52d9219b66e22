"""The table's habits: rows come and go, keys do as in a spreadsheet, search and order."""

from __future__ import annotations

from collections.abc import Callable

from fake_register import FakeRegister
from hands import Q3, TITLE, edit_of, press, settle, titles, trigger, type_over, type_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from courtcomms.model import Cells, Changes, Column
from ui.columns import COLUMNS
from ui.main_window import MainWindow
from ui.places import ALL, TRASH
from ui.register import queries

MakeWindow = Callable[..., MainWindow]


def test_a_new_event_stands_after_the_current_one_ready_to_type(window: MainWindow) -> None:
    window.page.view.choose(2)
    trigger(window, "add")
    assert titles(window) == ["Захід 1", "Захід 2", "", "Захід 3"]
    assert window.page.view.current_id == 4
    assert QApplication.focusWidget() is edit_of(window)
    assert edit_of(window).text() == ""


def test_a_new_event_is_seen_even_while_searching(window: MainWindow) -> None:
    window.search._line.setText("захід 2")
    window.page.search("захід 2")
    trigger(window, "add")
    settle()
    window.page.search(window.search.text)
    settle()
    assert window.search.text == ""
    assert window.table.rowCount() == 4


def test_deleting_goes_to_the_trash_and_back(window: MainWindow) -> None:
    window.page.view.choose(2)
    trigger(window, "delete")
    assert titles(window) == ["Захід 1", "Захід 3"]
    assert window.page.view.current_id == 3
    assert window.status.note_text == "·  У кошику: 1 захід"
    window.parts.workspace.go(TRASH)
    settle()
    assert titles(window) == ["Захід 2"]
    assert edit_of(window).isReadOnly()
    assert not window.actions_["delete"].isEnabled()
    trigger(window, "restore")
    assert window.page.hint.startswith("Кошик порожній")
    window.parts.workspace.go(ALL)
    settle()
    assert len(titles(window)) == 3


def test_deleting_is_undone_where_it_happened(window: MainWindow) -> None:
    window.page.view.choose(2)
    trigger(window, "delete")
    trigger(window, "undo")
    assert titles(window) == ["Захід 1", "Захід 2", "Захід 3"]
    assert window.page.view.current_id == 2


def test_delete_key_empties_cells_and_undo_fills_them(window: MainWindow, fake: FakeRegister) -> None:
    view = window.page.view
    view.choose(1, TITLE)
    view.setFocus()
    press(view, Qt.Key.Key_Delete)
    settle()
    assert fake.stored[1].cells.title == ""
    assert edit_of(window).text() == ""
    trigger(window, "undo")
    assert fake.stored[1].cells.title == "Захід 1"


def test_enter_goes_down_as_in_a_spreadsheet(window: MainWindow) -> None:
    view = window.page.view
    view.choose(1, TITLE)
    press(view, Qt.Key.Key_Return)
    assert view.current_id == 2


def test_editing_in_place_with_f2(window: MainWindow, fake: FakeRegister) -> None:
    view = window.page.view
    view.choose(2, TITLE)
    view.setFocus()
    press(view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    type_text(editor, " ще")
    press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    type_text(editor, "рядок")
    press(editor, Qt.Key.Key_Return)
    settle()
    assert fake.stored[2].cells.title == "Захід 2 ще\nрядок"
    assert view.current_id == 3
    assert QApplication.focusWidget() is view
    view.choose(2)
    assert edit_of(window).text() == "Захід 2 ще\nрядок"


def test_a_letter_typed_on_a_cell_replaces_its_text(window: MainWindow, fake: FakeRegister) -> None:
    view = window.page.view
    view.choose(2, TITLE)
    view.setFocus()
    type_text(view, "Я")
    editor = QApplication.focusWidget()
    type_text(editor, "к")
    press(editor, Qt.Key.Key_Return)
    settle()
    assert fake.stored[2].cells.title == "Як"


def test_escape_in_place_changes_nothing(window: MainWindow, fake: FakeRegister) -> None:
    view = window.page.view
    view.choose(2, TITLE)
    view.setFocus()
    press(view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    type_text(editor, "щось")
    press(editor, Qt.Key.Key_Escape)
    settle()
    assert fake.stored[2].cells.title == "Захід 2"


def test_searching_narrows_the_table_and_counts(window: MainWindow, qtbot: object) -> None:
    window.actions_["find"].trigger()
    line = QApplication.focusWidget()
    type_text(line, "захід 2")
    qtbot.waitUntil(lambda: titles(window) == ["Захід 2"])  # type: ignore[attr-defined]
    assert window.search.count_text == "1 з 3"
    press(line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is window.page.view
    window.search.begin()
    press(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(window)) == 3)  # type: ignore[attr-defined]
    assert window.search.count_text == ""


def test_a_search_without_hits_offers_a_way_back(window: MainWindow, qtbot: object) -> None:
    window.search._line.setText("немає такого")
    qtbot.waitUntil(lambda: "нічого не знайдено" in window.page.hint)  # type: ignore[attr-defined]
    window.page._step.click()
    qtbot.waitUntil(lambda: len(titles(window)) == 3)  # type: ignore[attr-defined]


def test_the_register_is_sorted_by_a_heading_the_report_is_not(window: MainWindow) -> None:
    header = window.page.view.horizontalHeader()
    header.sectionClicked.emit(TITLE)
    settle()
    assert window.table.query.sort is None
    window.parts.workspace.go(ALL)
    settle()
    for wanted in (["Захід 1", "Захід 2", "Захід 3"], ["Захід 3", "Захід 2", "Захід 1"]):
        header.sectionClicked.emit(TITLE)
        settle()
        assert titles(window) == wanted
    assert header.sorted_by == (TITLE, True)


def test_clicking_into_the_editor_while_editing_in_place_saves_and_goes_there(
    window: MainWindow, fake: FakeRegister
) -> None:
    view = window.page.view
    view.choose(2, TITLE)
    view.setFocus()
    press(view, Qt.Key.Key_F2)
    type_text(QApplication.focusWidget(), "!")
    edit_of(window, Column.GOAL).setFocus()
    settle()
    assert fake.stored[2].cells.title == "Захід 2!"
    assert QApplication.focusWidget() is edit_of(window, Column.GOAL)


def test_rows_in_sight_are_as_high_as_their_text(window: MainWindow, fake: FakeRegister) -> None:
    view = window.page.view
    short = view.rowHeight(1)
    type_over(window, "Довга назва заходу, яка не вміщується в один рядок. " * 3)
    window.panel.save()
    settle()
    assert view.rowHeight(0) > 2 * short
    assert view.rowHeight(1) == short
    type_over(window, "слово " * 2000)
    window.panel.save()
    settle()
    assert view.rowHeight(0) < view.viewport().height()


def test_going_to_a_row_brings_all_of_it_into_sight(window: MainWindow, fake: FakeRegister) -> None:
    rows = [Cells(title=f"Назва {n}. " + "Довгий опис заходу. " * (3 + n % 9)) for n in range(60)]
    window.parts.service.act(add_rows, rows)
    settle()
    view = window.page.view
    for row in (5, 12, 40, 62, 30, 0):
        view.setCurrentIndex(window.table.index(row, TITLE))
        for _ in range(4):
            settle()
        shown = view.visualRect(view.currentIndex())
        assert shown.top() >= 0
        assert shown.bottom() <= view.viewport().height()


def test_the_place_in_sight_is_kept_when_rows_come(window: MainWindow) -> None:
    rows = [Cells(title=f"Назва {n}. " + "Опис. " * (n % 30)) for n in range(200)]
    window.parts.service.act(add_rows, rows)
    settle()
    view = window.page.view
    view.setCurrentIndex(window.table.index(150, TITLE))
    for _ in range(4):
        settle()
    event, top = view.current_id, view.visualRect(view.currentIndex()).top()
    window.parts.service.act(queries.trash, (2,))
    for _ in range(4):
        settle()
    assert view.current_id == event
    assert abs(view.visualRect(view.currentIndex()).top() - top) < view.rowHeight(149)


def add_rows(register: FakeRegister, rows: list[Cells]) -> Changes:
    """Rows of an import."""
    return register.add_rows(1, Q3, rows, label="Імпорт")


def test_undo_goes_to_the_changed_cell_and_selects_it_alone(
    window: MainWindow, fake: FakeRegister, qtbot: object
) -> None:
    """Ctrl of the shortcut is still held: Qt would add the cell to the selection, and Delete empty both."""
    view = window.page.view
    type_over(window, "Нова ціль", Column.GOAL)
    view.setFocus()
    view.choose(3, TITLE)
    settle()
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # type: ignore[attr-defined]
    settle()
    assert fake.stored[1].cells.goal == ""
    assert (view.current_id, COLUMNS[view.currentIndex().column()]) == (1, Column.GOAL)
    assert len(view.selectedIndexes()) == 1
    assert window.status.note_text == "·  Зміна клітинки"


def test_the_number_is_neither_wiped_nor_sorted_by(window: MainWindow, fake: FakeRegister) -> None:
    window.page.view.choose(2, 0)
    window.page.view.setCurrentIndex(window.table.index(1, 0))
    press(window.page.view, Qt.Key.Key_Delete)
    window.parts.workspace.go(ALL)
    settle()
    window.page.view.horizontalHeader().sectionClicked.emit(0)
    settle()
    assert window.table.query.sort is None
    assert [fake.stored[n].cells.number for n in (1, 2, 3)] == ["1", "2", "3"]


def test_ctrl_delete_in_a_field_deletes_a_word_and_in_the_table_an_event(
    window: MainWindow, fake: FakeRegister, qtbot: object
) -> None:
    edit = edit_of(window)
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(edit, Qt.Key.Key_Delete, control)  # type: ignore[attr-defined]
    settle()
    assert edit.text().strip() == "1"
    assert len(titles(window)) == 3
    window.page.view.setFocus()
    qtbot.keyClick(window.page.view, Qt.Key.Key_Delete, control)  # type: ignore[attr-defined]
    settle()
    assert len(titles(window)) == 2


def test_all_nine_columns_are_seen_on_a_small_screen(window: MainWindow) -> None:
    window.commands.view.reset_layout()
    settle()
    assert window.width() == 1366
    assert window.page.view.horizontalScrollBar().maximum() == 0

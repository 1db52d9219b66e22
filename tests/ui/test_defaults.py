"""What is set once is given to each new event."""

from __future__ import annotations

from hands import edit_of, press, settle, trigger, type_over, type_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from courtcomms.model import Column
from ui.main_window import MainWindow
from ui.places import ALL
from ui.settings.defaults_dialog import DefaultsDialog

A, R, G = Column.AUDIENCE, Column.RESPONSIBLE, Column.GOAL


def opened(window: MainWindow) -> DefaultsDialog:
    trigger(window, "defaults")
    (dialog,) = [one for one in window.findChildren(DefaultsDialog) if one.isVisible()]
    return dialog


def fill(window: MainWindow, texts: dict[Column, str]) -> None:
    """Write usual values and save them."""
    dialog = opened(window)
    for column, text in texts.items():
        dialog.fields[column].setFocus()
        dialog.fields[column].selectAll()
        type_text(dialog.fields[column], text)
    dialog.accept()
    settle()


def test_a_new_event_has_the_usual_values(sampled: MainWindow) -> None:
    fill(sampled, {R: "Прес-секретар", A: "Громада\nміста"})
    assert "Звичні значення збережено" in sampled.status.note_text
    trigger(sampled, "add")
    cells = sampled.panel.event_shown.cells
    assert (cells.title, cells.responsible, cells.audience, cells.goal) == (
        "",
        "Прес-секретар",
        "Громада\nміста",
        "",
    )


def test_also_outside_a_report(sampled: MainWindow) -> None:
    fill(sampled, {G: "Довіра до суду"})
    sampled.parts.workspace.go(ALL)
    settle()
    trigger(sampled, "add")
    assert sampled.panel.event_shown.cells.goal == "Довіра до суду"


def test_what_there_is_stays_as_it_is(sampled: MainWindow) -> None:
    before = [sampled.table.event_at(row) for row in range(sampled.table.rowCount())]
    fill(sampled, {R: "Прес-секретар"})
    assert [sampled.table.event_at(row) for row in range(sampled.table.rowCount())] == before


def test_the_dialog_shows_them_again_and_empties_them(sampled: MainWindow) -> None:
    fill(sampled, {R: "Прес-секретар", G: "Довіра"})
    dialog = opened(sampled)
    assert {column: edit.text() for column, edit in dialog.fields.items()} == {
        R: "Прес-секретар",
        G: "Довіра",
        A: "",
    }
    dialog.fields[R].selectAll()
    press(dialog.fields[R], Qt.Key.Key_Delete)
    dialog.accept()
    settle()
    trigger(sampled, "add")
    assert sampled.panel.event_shown.cells.responsible == ""
    assert sampled.panel.event_shown.cells.goal == "Довіра"


def test_all_of_them_are_one_step(sampled: MainWindow) -> None:
    count = sampled.parts.history.count
    fill(sampled, {R: "Прес-секретар", A: "Громада", G: "Довіра"})
    assert sampled.parts.history.count == count + 1
    trigger(sampled, "undo")
    dialog = opened(sampled)
    assert {edit.text() for edit in dialog.fields.values()} == {""}
    dialog.reject()
    settle()
    assert sampled.findChildren(DefaultsDialog) == []


def test_saving_what_is_there_is_no_step(sampled: MainWindow) -> None:
    fill(sampled, {R: "Прес-секретар"})
    count = sampled.parts.history.count
    fill(sampled, {R: "Прес-секретар"})
    assert sampled.parts.history.count == count


def test_a_cell_is_made_the_usual_one(sampled: MainWindow) -> None:
    type_over(sampled, "Суддя-спікер", R)
    menu = menu_of(sampled, R)
    (entry,) = [one for one in menu.actions() if one.text() == "Зробити звичним для нових заходів"]
    entry.trigger()
    menu.close()
    settle()
    assert "«Відповідальні особи»" in sampled.status.note_text
    trigger(sampled, "add")
    assert sampled.panel.event_shown.cells.responsible == "Суддя-спікер"


def test_only_what_repeats_itself_can_be_made_usual(sampled: MainWindow) -> None:
    for column in (Column.TITLE, Column.DATE, Column.MEDIA):
        menu = menu_of(sampled, column)
        assert "Зробити звичним для нових заходів" not in [one.text() for one in menu.actions()]
        menu.close()


def menu_of(window: MainWindow, column: Column) -> QMenu:
    """The menu of a field, opened from the keyboard."""
    edit = edit_of(window, column)
    edit.setFocus()
    menus: list[QMenu] = []
    edit.menu_wanted.connect(menus.append)
    where = edit.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, edit.mapToGlobal(where))
    QApplication.sendEvent(edit.viewport(), event)
    return menus[0]

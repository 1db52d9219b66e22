"""Each event's history: who changed what and when, and one cell brought back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hands import edit_of, press, settle, trigger, type_over
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QTableView

from courtcomms.model import Column
from courtcomms.store import HistoryEntry
from courtcomms.user import user_name
from ui.columns import Detail
from ui.history.dialog import HistoryDialog
from ui.history.diff import compare
from ui.history.model import HistoryModel
from ui.history.words import moment, place_of, told
from ui.main_window import MainWindow
from ui.places import TRASH

T, G = Column.TITLE, Column.GOAL


def write(window: MainWindow, text: str, column: Column = T) -> None:
    """Type a text and leave the cell, so that the next one is a step of its own."""
    type_over(window, text, column)
    window.panel.save()
    window.parts.history.seal()
    settle()


def opened(window: MainWindow) -> HistoryDialog:
    trigger(window, "history")
    (dialog,) = [one for one in window.findChildren(HistoryDialog) if one.isVisible()]
    return dialog


def rows(dialog: HistoryDialog) -> list[list[str]]:
    model = dialog.entries
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


def choose(dialog: HistoryDialog, row: int) -> None:
    dialog.findChild(QTableView).selectRow(row)
    settle()


def test_the_newest_stands_first_with_who_and_when(sampled: MainWindow) -> None:
    write(sampled, "Перша назва")
    write(sampled, "Друга назва")
    dialog = opened(sampled)
    assert dialog.windowTitle() == "Історія заходу № 1"
    first, second, last = rows(dialog)[0], rows(dialog)[1], rows(dialog)[-1]
    assert first[0].startswith("сьогодні о ")
    assert first[1] == user_name()
    assert first[2:] == ["Зміна: Назва (вид) заходу", "Назва (вид) заходу"]
    assert second[3] == "Назва (вид) заходу"
    assert last[3] == "захід"
    assert (dialog.before.text, dialog.after.text) == ("Перша назва", "Друга назва")
    assert dialog.before.marked == ("Перша",)
    assert dialog.after.marked == ("Друга",)
    dialog.close()


def test_differences_are_marked_by_more_than_colour(sampled: MainWindow) -> None:
    write(sampled, "Захід перший")
    write(sampled, "Захід другий")
    dialog = opened(sampled)
    before, after = (formats(side) for side in (dialog.before, dialog.after))
    assert before == [("Захід ", False, False), ("перший", True, False)]
    assert after == [("Захід ", False, False), ("другий", False, True)]
    choose(dialog, 1)
    choose(dialog, 0)
    assert formats(dialog.before) == before
    dialog.close()


def formats(side: object) -> list[tuple[str, bool, bool]]:
    """The pieces of a side with whether they are struck out and underlined."""
    block = side._edit.document().begin()  # type: ignore[attr-defined]
    found, at = [], block.begin()
    while not at.atEnd():
        piece = at.fragment()
        found.append((piece.text(), piece.charFormat().fontStrikeOut(), piece.charFormat().fontUnderline()))
        at += 1
    return found


def test_an_old_text_comes_back_as_one_step(sampled: MainWindow) -> None:
    write(sampled, "Перша назва")
    write(sampled, "Друга назва")
    write(sampled, "Нова ціль", G)
    dialog = opened(sampled)
    choose(dialog, 1)
    assert dialog.before.restoring.isEnabled()
    assert not dialog.after.restoring.isEnabled()
    count = sampled.parts.history.count
    dialog.before.restoring.click()
    settle()
    assert sampled.panel.event_shown.cells.title == "Перша назва"
    assert sampled.panel.event_shown.cells.goal == "Нова ціль"
    assert edit_of(sampled).text() == "Перша назва"
    assert sampled.parts.history.count == count + 1
    assert "Повернено текст клітинки «Назва (вид) заходу»" in sampled.status.note_text
    assert rows(dialog)[0][3] == "Назва (вид) заходу"
    dialog.close()
    settle()
    assert sampled.parts.history.undo_text == "Повернення тексту: Назва (вид) заходу"
    trigger(sampled, "undo")
    assert sampled.panel.event_shown.cells.title == "Друга назва"


def test_typing_after_a_return_is_another_step(sampled: MainWindow) -> None:
    write(sampled, "Перша назва")
    write(sampled, "Друга назва")
    dialog = opened(sampled)
    dialog.before.restoring.click()
    settle()
    dialog.close()
    type_over(sampled, "Третя")
    sampled.panel.save()
    settle()
    trigger(sampled, "undo")
    assert sampled.panel.event_shown.cells.title == "Перша назва"


def test_looking_changes_nothing(sampled: MainWindow) -> None:
    write(sampled, "Перша назва")
    before, count = sampled.panel.event_shown, sampled.parts.history.count
    dialog = opened(sampled)
    for row in range(len(rows(dialog))):
        choose(dialog, row)
    dialog.close()
    settle()
    assert sampled.panel.event_shown == before
    assert sampled.parts.history.count == count
    assert sampled.findChildren(HistoryDialog) == []


def test_what_is_typed_is_in_the_history_at_once(sampled: MainWindow) -> None:
    type_over(sampled, "Ще не збережено")
    dialog = opened(sampled)
    assert dialog.after.text == "Ще не збережено"
    dialog.close()


def test_the_texts_can_be_copied_to_the_last_sign(sampled: MainWindow) -> None:
    write(sampled, "№\u00a015\nдруга")
    dialog = opened(sampled)
    dialog.after._copy.click()
    assert QGuiApplication.clipboard().text() == "№\u00a015\nдруга"
    dialog.close()


def test_the_history_of_one_cell(sampled: MainWindow) -> None:
    write(sampled, "Перша назва")
    write(sampled, "Нова ціль", G)
    edit = edit_of(sampled, G)
    menus: list[QMenu] = []
    edit.menu_wanted.connect(menus.append)
    where = edit.rect().center()
    QApplication.sendEvent(
        edit.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, edit.mapToGlobal(where)),
    )
    (entry,) = [action for action in menus[0].actions() if action.text() == "Історія клітинки…"]
    entry.trigger()
    menus[0].close()
    settle()
    (dialog,) = sampled.findChildren(HistoryDialog)
    assert {row[3] for row in rows(dialog)} == {"Комунікаційна ціль"}
    choice = dialog.findChild(QComboBox)
    assert choice.currentText() == "Комунікаційна ціль"
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert len(rows(dialog)) > 1
    dialog.close()


def test_what_is_no_text_has_nothing_to_compare(sampled: MainWindow) -> None:
    write(sampled, "Перша назва")
    dialog = opened(sampled)
    for row, told_of in enumerate(rows(dialog)):
        choose(dialog, row)
        whole = told_of[3] in ("захід", "Звіт")
        assert dialog.before.isVisible() is not whole
        assert ("про захід загалом" in dialog._said.text()) is whole
    assert {told_of[3] for told_of in rows(dialog)} >= {"захід", "Звіт", "Назва (вид) заходу"}
    dialog.close()


def test_a_cell_that_never_changed_says_so(sampled: MainWindow) -> None:
    dialog = opened(sampled)
    dialog.show_only(Column.PARTICIPANTS)
    assert rows(dialog) == []
    assert dialog._said.text() == "Змін цієї клітинки ще не було."
    dialog.close()


def test_a_trashed_event_has_its_history_but_gets_nothing_back(sampled: MainWindow) -> None:
    write(sampled, "Перша назва")
    trigger(sampled, "delete")
    sampled.parts.workspace.go(TRASH)
    settle()
    dialog = opened(sampled)
    assert rows(dialog)[0][3] == "Кошик"
    assert (dialog.before.text, dialog.after.text) == ("у реєстрі", "у кошику")
    choose(dialog, 1)
    assert dialog.after.text == "Перша назва"
    assert not dialog.before.restoring.isEnabled()
    assert "Захід у кошику" in dialog._said.text()
    dialog.close()


def test_a_note_comes_back_too(sampled: MainWindow) -> None:
    for text in ("одна", "друга"):
        sampled.panel.focus_column(Detail.NOTE)
        field = sampled.panel.details[Detail.NOTE]
        field.edit.selectAll()
        field.edit.insertPlainText(text)
        sampled.panel.save()
        sampled.parts.history.seal()
    settle()
    dialog = opened(sampled)
    dialog.before.restoring.click()
    settle()
    assert sampled.panel.event_shown.note == "одна"
    dialog.close()


def test_enter_in_the_list_does_not_close(sampled: MainWindow) -> None:
    dialog = opened(sampled)
    dialog.findChild(QTableView).setFocus()
    press(dialog.findChild(QTableView), Qt.Key.Key_Return)
    settle()
    assert dialog.isVisible()
    dialog.action.setFocus()
    press(dialog.action, Qt.Key.Key_Return)
    settle()
    assert sampled.findChildren(HistoryDialog) == []


def entry(field: str, **more: object) -> HistoryEntry:
    values: dict[str, object] = {
        "when": datetime(2021, 8, 13, 10, 5, tzinfo=UTC),
        "who": "",
        "label": "Зміна",
        "column": None,
        "before": None,
        "after": None,
        "step_id": 1,
    }
    return HistoryEntry(field=field, **{**values, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "stored", "words"),
    [
        ("state", "trashed", "у кошику"),
        ("standing", None, "за датою проведення"),
        ("standing", "так", "так"),
        ("closed_on", "2021-12-31", "31.12.2021"),
        ("closed_on", None, ""),
        ("title", "Назва", "Назва"),
    ],
)
def test_values_are_told_as_the_user_knows_them(field: str, stored: str | None, words: str) -> None:
    assert told(entry(field), stored) == words


def test_the_time_is_local() -> None:
    here = datetime(2021, 8, 14, 1, 0).astimezone()
    assert moment(entry(""), here) == entry("").when.astimezone(here.tzinfo).strftime("%d.%m.%Y о %H:%M")
    assert place_of(entry("note")) == "Примітка"
    assert place_of(entry("")) == "захід"


def test_the_model_keeps_qts_rules(qapp: QApplication) -> None:
    model = HistoryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.take((entry(""), entry("title", column=T), entry("note")))
    assert model.parts == (Detail.NOTE, T)
    model.show_only(T)
    assert model.rowCount() == 1
    assert model.index(0, 1).data() == "не вказано"
    model.show_only(None)
    assert model.rowCount() == 3


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="аб ,\n😀", max_size=25), st.text(alphabet="аб ,\n😀", max_size=25))
def test_what_is_not_marked_is_the_same_on_both_sides(before: str, after: str) -> None:
    found = compare(before, after)

    def rest(text: str, places: tuple[tuple[int, int], ...]) -> str:
        for start, end in reversed(places):
            text = text[:start] + text[end:]
        return text

    assert rest(before, found.before) == rest(after, found.after)


def test_a_change_of_blanks_alone_is_told() -> None:
    assert compare("один два", "один  два").blank
    assert not compare("один два", "один три").blank
    assert not compare("однаково", "однаково").blank


def test_endless_texts_are_marked_as_a_whole() -> None:
    found = compare("а" * 20_000, "б")
    assert (found.before, found.after) == (((0, 20_000),), ((0, 1),))

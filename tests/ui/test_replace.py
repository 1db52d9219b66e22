"""Find and replace: every place is shown before anything changes, and all of it is one step."""

from __future__ import annotations

import pytest
from hands import TITLE, opened, press, settle, titles, trigger, type_over
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from courtcomms.cells.replacing import find_spans
from courtcomms.model import Column
from ui.main_window import MainWindow
from ui.places import ALL
from ui.replace import hits
from ui.replace.dialog import ReplaceDialog
from ui.replace.hits import Hit, Hits, Wanted, replaced
from ui.replace.preview import CHANGE, NUMBER, PIECES, HitTable

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def window(sampled: MainWindow) -> MainWindow:
    """The sample with a word of our own in three cells of two events."""
    for row, column, text in (
        (0, Column.TITLE, "Виїзна зустріч у школі"),
        (0, Column.GOAL, "Зустріч із учнями; зустріч із батьками"),
        (1, Column.TITLE, "Зустрічна перевірка"),
    ):
        index = sampled.table.index(row, list(Column).index(column))
        sampled.table.setData(index, text)
        settle()
    return sampled


def begin(window: MainWindow, needle: str, replacement: str = "") -> ReplaceDialog:
    trigger(window, "replace")
    dialog = opened(window, ReplaceDialog)
    dialog.needle.setText(needle)
    dialog.replacement.setText(replacement)
    look(dialog)
    return dialog


def look(dialog: ReplaceDialog) -> None:
    """Let the pause after the last key pass."""
    dialog._pause.stop()
    dialog.wished.emit()
    settle()


def changes(dialog: ReplaceDialog) -> list[tuple[str, ...]]:
    model: QAbstractItemModel = dialog.table
    return [model.index(row, CHANGE).data(PIECES) for row in range(model.rowCount())]


def test_every_place_is_shown_with_its_surroundings(window: MainWindow) -> None:
    dialog = begin(window, "зустріч", "бесіда")
    assert changes(dialog)[:4] == [
        ("Виїзна ", "зустріч", "бесіда", " у школі"),
        ("", "Зустріч", "бесіда", " із учнями; зустріч із батьками"),
        ("Зустріч із учнями; ", "зустріч", "бесіда", " із батьками"),
        ("", "Зустріч", "бесіда", "на перевірка"),
    ]
    assert dialog.said.text() == f"Знайдено {len(changes(dialog))} місця." or "місць" in dialog.said.text()


def test_all_ticked_places_change_as_one_step_and_come_back_as_one(window: MainWindow) -> None:
    before = titles(window)
    dialog = begin(window, "зустріч", "бесіда")
    dialog.whole_words.setChecked(True)
    dialog.match_case.setChecked(True)
    look(dialog)
    count = dialog.table.rowCount()
    dialog.replace.click()
    settle()
    assert titles(window)[0] == "Виїзна бесіда у школі"
    goal = window.table.event_at(0).cells.goal
    assert goal == "Зустріч із учнями; бесіда із батьками"
    assert window.parts.history.undo_text == "Заміна «зустріч» на «бесіда»"
    assert f"Замінено {count}" in window.status.note_text
    trigger(window, "undo")
    assert titles(window) == before
    assert window.table.event_at(0).cells.goal == "Зустріч із учнями; зустріч із батьками"


def test_a_place_without_its_tick_stays(window: MainWindow) -> None:
    dialog = begin(window, "зустріч", "бесіда")
    dialog.view.setCurrentIndex(dialog.table.index(1, NUMBER))
    press(dialog.view, Qt.Key.Key_Space)
    assert dialog.table.index(1, NUMBER).data(CHECK) == Qt.CheckState.Unchecked
    dialog.replace.click()
    settle()
    assert window.table.event_at(0).cells.goal == "Зустріч із учнями; бесіда із батьками"


def test_nothing_ticked_cannot_be_replaced(window: MainWindow) -> None:
    dialog = begin(window, "зустріч")
    dialog.table.tick(False)
    assert not dialog.replace.isEnabled()
    dialog.table.tick(True)
    assert dialog.replace.text() == f"Замінити ({dialog.table.rowCount()})"


def test_one_column_alone_is_looked_through(window: MainWindow) -> None:
    dialog = begin(window, "зустріч")
    dialog.column.setCurrentIndex(dialog.column.findData(Column.GOAL))
    look(dialog)
    assert {hit.column for hit in dialog.table.chosen} == {Column.GOAL}


def test_chosen_rows_alone_are_looked_through(window: MainWindow) -> None:
    view = window.page.view
    view.setCurrentIndex(window.table.index(1, TITLE))
    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = set(view.selected_ids)
    assert len(chosen) == 2
    dialog = begin(window, "зустріч")
    look(dialog)
    assert {hit.event_id for hit in dialog.table.chosen} <= chosen


def test_the_whole_register_can_be_looked_through_from_a_report(window: MainWindow) -> None:
    dialog = begin(window, "суд")
    here = dialog.table.rowCount()
    dialog.scope.setCurrentIndex(2)
    look(dialog)
    assert dialog.table.rowCount() > here


def test_nothing_found_and_nothing_asked_say_so(window: MainWindow) -> None:
    dialog = begin(window, "щзхъ")
    assert dialog.said.text() == "Нічого не знайдено."
    dialog.needle.clear()
    look(dialog)
    assert dialog.said.text() == "Напишіть, що шукати."


def test_a_place_is_shown_in_the_table(window: MainWindow) -> None:
    dialog = begin(window, "перевірка")
    dialog.view.setCurrentIndex(dialog.table.index(0, CHANGE))
    dialog.view.activated.emit(dialog.table.index(0, CHANGE))
    assert window.page.view.currentIndex().row() == 1
    assert window.page.view.currentIndex().column() == TITLE


def test_the_list_follows_what_is_changed_meanwhile(window: MainWindow) -> None:
    dialog = begin(window, "школі")
    before = dialog.table.rowCount()
    window.table.setData(window.table.index(0, TITLE), "Виїзна зустріч")
    settle()
    assert dialog.table.rowCount() == before - 1


def test_what_is_typed_in_the_editor_is_found_too(window: MainWindow) -> None:
    window.page.view.choose(window.table.ids[0])
    type_over(window, "Щойно набране")
    assert len(changes(begin(window, "Щойно набране"))) == 1


def test_the_trash_has_no_replacing(window: MainWindow) -> None:
    from ui.places import TRASH

    window.parts.workspace.go(TRASH)
    settle()
    assert not window.actions_["replace"].isEnabled()
    window.parts.workspace.go(ALL)
    settle()
    assert window.actions_["replace"].isEnabled()


def test_too_many_places_are_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hits, "MOST", 3)
    dialog = begin(window, "а")
    assert dialog.table.rowCount() == 3
    assert "понад" in dialog.said.text()


def test_the_window_dies_when_closed(window: MainWindow) -> None:
    dialog = begin(window, "а")
    dialog.close()
    settle()
    assert window.findChildren(ReplaceDialog) == []
    trigger(window, "undo")


def test_cells_keep_every_other_sign() -> None:
    text = "А\u00a0б’я\n\tабА"
    found = [Hit(1, 4, Column.GOAL, text, span) for span in find_spans(text, "а")]
    (cell,) = replaced(found, "Я")
    assert cell.text == "Я\u00a0б’я\n\tЯбЯ"
    assert (cell.event_id, cell.column, cell.version) == (1, Column.GOAL, 4)


def test_the_list_is_a_sound_model(qtbot: object) -> None:
    model = HitTable(lambda event_id: event_id)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    some = tuple(Hit(n, 1, Column.TITLE, "абв" * n, (0, 1)) for n in range(1, 6))
    model.fill(some)
    model.put("г")
    assert model.index(0, NUMBER).data() == "1"
    assert model.setData(model.index(0, NUMBER), Qt.CheckState.Unchecked, CHECK)
    assert [hit.event_id for hit in model.chosen] == [2, 3, 4, 5]
    model.fill(())
    assert model.rowCount() == 0
    del tester


def test_an_answer_to_an_older_question_is_dropped(window: MainWindow) -> None:
    dialog = begin(window, "зустріч")
    shown = changes(dialog)
    old = Wanted(dialog and window.table.query, "інше", (Column.TITLE,))
    window.commands.replacing._show(Hits(old))
    assert changes(dialog) == shown

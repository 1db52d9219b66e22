"""The window over a small register in memory: what a user sees after what she does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Q3, press, settle, type_text
from fake_register import FakeRegister
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from courtcomms.errors import CannotWrite, RegisterUnusable
from courtcomms.model import Column
from ui.columns import COLUMNS
from ui.main_window import MainWindow
from ui.messages import UNEXPECTED
from ui.places import ALL, TRASH

MakeWindow = Callable[..., MainWindow]
TITLE = COLUMNS.index(Column.TITLE)


def titles(window: MainWindow) -> list[str]:
    table = window.table
    return [table.index(row, TITLE).data() for row in range(table.rowCount())]


def edit_of(window: MainWindow, column: Column = Column.TITLE):  # noqa: ANN201
    return window.panel.fields[column].edit


def type_over(window: MainWindow, text: str, column: Column = Column.TITLE) -> None:
    """Replace a field's text as a person does."""
    field = edit_of(window, column)
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def trigger(window: MainWindow, action: str) -> None:
    window.actions_[action].trigger()
    settle()


def test_shows_the_newest_report_with_its_first_event(window: MainWindow) -> None:
    assert window.page.heading == "ІІІ квартал 2021 року 3 рядки · чернетка"
    assert titles(window) == ["Захід 1", "Захід 2", "Захід 3"]
    assert window.panel.event_shown.id == 1
    assert edit_of(window).text() == "Захід 1"
    assert window.windowTitle() == "Вигаданий суд — Комунікації суду"


def test_typing_is_saved_after_a_pause(window: MainWindow, fake: FakeRegister, qtbot: object) -> None:
    type_over(window, "Їжаки в суді")
    assert fake.stored[1].cells.title == "Захід 1"
    qtbot.waitUntil(lambda: fake.stored[1].cells.title == "Їжаки в суді", timeout=3000)  # type: ignore[attr-defined]
    assert titles(window)[0] == "Їжаки в суді"
    assert window.status.saved_text.startswith("Збережено ")


def test_leaving_a_field_saves_at_once(window: MainWindow, fake: FakeRegister) -> None:
    type_over(window, "Нова назва")
    edit_of(window, Column.GOAL).setFocus()
    assert fake.stored[1].cells.title == "Нова назва"


def test_choosing_another_event_saves_the_first(window: MainWindow, fake: FakeRegister) -> None:
    type_over(window, "Нова назва")
    window.page.view.choose(3)
    settle()
    assert fake.stored[1].cells.title == "Нова назва"
    assert fake.stored[3].cells.title == "Захід 3"
    assert edit_of(window).text() == "Захід 3"


def test_looking_at_events_changes_nothing(window: MainWindow, fake: FakeRegister) -> None:
    before = dict(fake.stored)
    for event in (2, 3, 1):
        window.page.view.choose(event)
        for field in window.panel.fields.values():
            field.edit.setFocus()
    settle()
    assert fake.stored == before
    assert window.parts.history.count == 0


def test_typing_on_while_a_save_is_under_way_is_no_conflict(
    make_window: MakeWindow, fake: FakeRegister, qtbot: object
) -> None:
    window = make_window(fake, threads=True)
    qtbot.waitUntil(lambda: window.panel.event_shown is not None)  # type: ignore[attr-defined]
    edit = edit_of(window)
    edit.setFocus()
    edit.selectAll()
    for letter in "Довга назва заходу":
        type_text(edit, letter)
        window.panel.save()
    qtbot.waitUntil(lambda: not window.parts.jobs.busy)  # type: ignore[attr-defined]
    assert fake.stored[1].cells.title == "Довга назва заходу"
    assert edit.text() == "Довга назва заходу"
    assert window.parts.history.count == 1
    assert window.parts.saver.drafts == 0


def test_undo_and_redo_are_named_and_shown(window: MainWindow) -> None:
    type_over(window, "Нова назва")
    window.panel.save()
    assert window.actions_["undo"].text() == "Скасувати: Зміна клітинки"
    assert window.actions_["undo"].iconText() == "Скасувати"
    trigger(window, "undo")
    assert edit_of(window).text() == "Захід 1"
    assert titles(window)[0] == "Захід 1"
    assert not window.actions_["undo"].isEnabled()
    assert window.actions_["redo"].text() == "Повернути: Зміна клітинки"
    trigger(window, "redo")
    assert edit_of(window).text() == "Нова назва"


def test_undo_saves_first_what_is_being_typed(window: MainWindow, fake: FakeRegister) -> None:
    type_over(window, "Недописане")
    trigger(window, "undo")
    assert fake.stored[1].cells.title == "Захід 1"
    trigger(window, "redo")
    assert edit_of(window).text() == "Недописане"


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


def test_a_conflict_keeps_the_typed_text_and_offers_both_ways(window: MainWindow, fake: FakeRegister) -> None:
    fake.change_elsewhere(1, Column.TITLE, "чуже")
    type_over(window, "моє")
    window.panel.save()
    settle()
    field = window.panel.fields[Column.TITLE]
    assert field.contested
    assert field.edit.text() == "моє"
    assert "Ваш текст залишено в редакторі" in field.note
    assert "Ваш текст залишено в редакторі" in window.status.note_text
    assert fake.stored[1].cells.title == "чуже"
    field._yield.click()
    assert field.edit.text() == "чуже"
    assert not field.contested
    type_text(field.edit, "!")
    window.panel.save()
    assert fake.stored[1].cells.title in ("!чуже", "чуже!")


def test_a_refused_text_waits_through_other_events_and_can_be_written(
    window: MainWindow, fake: FakeRegister
) -> None:
    fake.change_elsewhere(1, Column.TITLE, "чуже")
    type_over(window, "моє")
    window.page.view.choose(2)
    window.page.view.choose(1)
    settle()
    field = window.panel.fields[Column.TITLE]
    assert field.contested
    assert field.edit.text() == "моє"
    type_text(field.edit, "…")
    window.page.view.choose(2)
    window.page.view.choose(1)
    settle()
    kept = field.edit.text()
    assert kept in ("моє…", "…моє")
    field._insist.click()
    settle()
    assert fake.stored[1].cells.title == kept
    assert not field.contested


def test_a_full_disk_keeps_the_typed_text(window: MainWindow, fake: FakeRegister) -> None:
    fake.refuse = CannotWrite("На диску немає місця: зміну не записано.")
    type_over(window, "моє")
    window.panel.save()
    settle()
    field = window.panel.fields[Column.TITLE]
    assert field.edit.text() == "моє"
    assert "немає місця" in field.note
    field._insist.click()
    assert fake.stored[1].cells.title == "моє"


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
    assert not header.sectionsClickable()
    window.parts.workspace.go(ALL)
    settle()
    for wanted in (["Захід 1", "Захід 2", "Захід 3"], ["Захід 3", "Захід 2", "Захід 1"]):
        header.sectionClicked.emit(TITLE)
        settle()
        assert titles(window) == wanted
    assert header.isSortIndicatorShown()


def test_places_are_listed_with_their_numbers(window: MainWindow) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [item.data(0, role) for item in window.places._items()]
    assert said == [
        "ІІІ квартал 2021 року, 3 рядки · чернетка",
        "Усі заходи, 3 заходи",
        "Кошик, 0 заходів",
    ]


def test_a_new_quarter_is_begun_and_undone(window: MainWindow, fake: FakeRegister) -> None:
    window.commands._begin_quarter(Q3.shifted(1))
    settle()
    assert window.page.heading == "ІV квартал 2021 року 0 рядків · чернетка"
    assert window.page.hint.startswith("Тут ще немає заходів")
    trigger(window, "undo")
    assert window.page.heading.startswith("ІІІ квартал")
    assert Q3.shifted(1) not in fake.rows


def test_panels_are_hidden_and_brought_back(window: MainWindow) -> None:
    for action, widget in (("reports", window.places), ("editor", window.panel)):
        trigger(window, action)
        assert not widget.isVisible()
        trigger(window, action)
        assert widget.isVisible()


def test_f6_walks_through_the_panes(window: MainWindow) -> None:
    window.places.setFocus()
    walked = []
    for _ in range(3):
        trigger(window, "pane")
        walked.append(QApplication.focusWidget())
    assert walked == [window.page.view, edit_of(window), window.places]


def test_a_register_that_cannot_be_opened_is_explained(
    make_parts: Callable[..., object], qtbot: object
) -> None:
    parts = make_parts(None)

    def fail() -> None:
        raise RegisterUnusable("Файл реєстру пошкоджено: відновіть його з копії.")

    parts.service._desk._opener = fail  # type: ignore[attr-defined]
    window = MainWindow(parts)  # type: ignore[arg-type]
    qtbot.addWidget(window)  # type: ignore[attr-defined]
    window.show()
    parts.service.open()  # type: ignore[attr-defined]
    assert window.panes.trouble.reason == "Файл реєстру пошкоджено: відновіть його з копії."
    assert not window.actions_["import"].isEnabled()
    assert not window.places.isVisible()


def test_an_unexpected_error_is_one_box(window: MainWindow, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(40):
        window.parts.jobs.failed.emit(ZeroDivisionError("ой"))
    assert window.messenger.box.text() == UNEXPECTED
    window.messenger.box.close()
    settle()
    window.parts.jobs.failed.emit(ZeroDivisionError("ой"))
    assert window.messenger.box is None
    assert len(caplog.records) == 41


def test_closing_saves_what_was_typed(window: MainWindow, fake: FakeRegister) -> None:
    type_over(window, "Наостанок")
    window.close()
    settle()
    assert fake.stored[1].cells.title == "Наостанок"
    assert not window.isVisible()


def test_closing_tells_of_a_text_that_could_not_be_saved(window: MainWindow, fake: FakeRegister) -> None:
    fake.change_elsewhere(1, Column.TITLE, "чуже")
    type_over(window, "моє")
    window.panel.save()
    window.close()
    settle()
    assert window.isVisible()
    assert "не вдалося зберегти" in window.messenger.box.text()
    window.messenger.box.close()
    window.close()
    settle()
    assert not window.isVisible()

"""What is typed is saved, and what cannot be saved is kept."""

from __future__ import annotations

from collections.abc import Callable

from fake_register import FakeRegister
from hands import TITLE, edit_of, press, settle, titles, trigger, type_over, type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from courtcomms.errors import CannotWrite
from courtcomms.model import Column
from ui.editor.panel import PAUSE
from ui.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]


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


def test_a_conflict_keeps_the_typed_text_and_offers_both_ways(window: MainWindow, fake: FakeRegister) -> None:
    fake.change_elsewhere(1, Column.TITLE, "чуже")
    type_over(window, "моє")
    window.panel.save()
    settle()
    field = window.panel.fields[Column.TITLE]
    assert field.contested
    assert field.edit.text() == "моє"
    assert "Ваш текст залишено в редакторі" in field.note
    assert window.status.note_text == "·  Не збережено захід № 1: причина під полем «Назва (вид) заходу»"
    assert fake.stored[1].cells.title == "чуже"
    field._yield.click()
    assert field.edit.text() == "чуже"
    assert not field.contested
    type_text(field.edit, "!")
    window.panel.save()
    assert fake.stored[1].cells.title in ("!чуже", "чуже!")


def test_a_conflict_of_a_cell_typed_in_the_table_leads_back_to_its_reason(
    window: MainWindow, fake: FakeRegister
) -> None:
    """Enter had gone on to the next row: the reason would stand beneath another event's field."""
    view = window.page.view
    view.choose(1, TITLE)
    view.edit(view.currentIndex())
    fake.change_elsewhere(1, Column.TITLE, "чуже")
    type_text(QApplication.focusWidget(), "моє")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert window.panel.event_shown.id == 1
    assert window.panel.fields[Column.TITLE].contested
    assert view.currentIndex().column() == TITLE


def test_a_conflict_does_not_drag_away_who_types_on(window: MainWindow, fake: FakeRegister) -> None:
    window.page.view.choose(2)
    edit_of(window).setFocus()
    as_shown = fake.stored[1]
    fake.change_elsewhere(1, Column.TITLE, "чуже")
    window.parts.saver.save(as_shown, Column.TITLE, "моє")
    settle()
    assert window.panel.event_shown.id == 2
    assert window.status.note_text.startswith("·  Не збережено захід № 1")


def test_typing_without_a_pause_is_saved_while_it_goes_on(
    window: MainWindow, fake: FakeRegister, qtbot: object
) -> None:
    """The program may be killed at any moment: what is lost is less than a second's typing."""
    edit = edit_of(window)
    edit.setFocus()
    edit.selectAll()
    for letter in "аб":
        type_text(edit, letter)
        qtbot.wait(PAUSE // 2 + 60)  # type: ignore[attr-defined]
    type_text(edit, "в")
    assert fake.stored[1].cells.title == "аб"


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


def test_the_word_on_an_undone_step_goes_with_the_next_step(window: MainWindow) -> None:
    type_over(window, "Інша назва")
    window.panel.save()
    settle()
    trigger(window, "undo")
    assert window.status.note_text != ""
    type_over(window, "Ціль", Column.GOAL)
    window.panel.save()
    settle()
    assert window.status.note_text == ""
    trigger(window, "undo")
    trigger(window, "redo")
    assert window.status.note_text != ""


def test_what_is_saved_while_a_hint_stands_at_the_foot_does_not_show_through(window: MainWindow) -> None:
    window.status.showMessage("Додати рядок після вибраного")
    type_over(window, "Інша назва")
    window.panel.save()
    settle()
    labels = [label for label in window.status.findChildren(QLabel) if label.isVisible()]
    assert [label.text() for label in labels] == []
    window.status.clearMessage()
    labels = [label for label in window.status.findChildren(QLabel) if label.isVisible() and label.text()]
    assert [label.text()[:9] for label in labels] == ["Збережено"]

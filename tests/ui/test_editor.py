"""The editor's head, its details beside the form, and the way between events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from fake_register import FakeRegister
from hands import TITLE, edit_of, press, settle, titles, trigger, type_over, type_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from courtcomms.model import (
    Cells,
    Column,
    DateKind,
    DateSpan,
    Event,
    EventState,
    Participants,
    ParticipantsKind,
)
from ui.columns import Detail
from ui.editor.details import same_text, tags_of
from ui.editor.head import kind
from ui.main_window import MainWindow
from ui.places import TRASH

NOTE, TAGS = Detail.NOTE, Detail.TAGS


def write(window: MainWindow, detail: Detail, text: str) -> None:
    """Type a note or tags."""
    window.panel.focus_column(detail)
    window.panel.details[detail].edit.selectAll()
    type_text(window.panel.details[detail].edit, text)


def standing(window: MainWindow) -> dict[str, bool]:
    """The words of the head's menu, and which of them holds."""
    entries = window.panel.head.findChild(QMenu).actions()
    return {entry.text(): entry.isChecked() for entry in entries if entry.isCheckable()}


def choose(window: MainWindow, words: str) -> None:
    """Choose an entry of the head's menu."""
    entries = window.panel.head.findChild(QMenu).actions()
    next(entry for entry in entries if entry.text().startswith(words)).trigger()
    settle()


def event(**more: object) -> Event:
    values: dict[str, object] = {
        "date_span": DateSpan(DateKind.DAY, date(2021, 8, 13)),
        "participants": Participants(ParticipantsKind.NONE),
    }
    return Event(1, 1, 1, Cells(), **{**values, **more})  # type: ignore[arg-type]


# The head


def test_the_head_says_which_event_of_how_many(sampled: MainWindow) -> None:
    assert sampled.panel.head.text.startswith("Захід № 1 з 11 · постійний з 01.01.2026")
    trigger(sampled, "next")
    assert sampled.panel.head.text.startswith("Захід № 2 з 11")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (event(), "разовий"),
        (event(standing=True), "постійний"),
        (event(date_span=DateSpan(DateKind.ONGOING)), "постійний"),
        (event(date_span=DateSpan(DateKind.ONGOING_FROM, date(2018, 6, 25))), "постійний з 25.06.2018"),
        (event(date_span=DateSpan(DateKind.ONGOING), standing=False), "разовий"),
        (event(date_span=DateSpan(DateKind.ONGOING), closed_on=date(2021, 12, 31)), "завершено 31.12.2021"),
    ],
)
def test_the_kind_in_words(given: Event, words: str) -> None:
    assert kind(given) == words


def test_the_users_word_on_returning_is_one_step(sampled: MainWindow) -> None:
    assert standing(sampled)["За датою проведення (повертається)"]
    choose(sampled, "Не повертається")
    assert sampled.panel.event_shown.standing is False
    assert "разовий" in sampled.panel.head.text
    assert standing(sampled)["Не повертається"]
    assert sampled.parts.history.undo_text == "Зміна: Постійний захід"
    trigger(sampled, "undo")
    assert sampled.panel.event_shown.standing is None
    assert standing(sampled)["За датою проведення (повертається)"]


def test_the_word_on_returning_saves_what_is_typed_first(sampled: MainWindow) -> None:
    type_over(sampled, "Ще не збережено")
    choose(sampled, "Повертається щокварталу")
    assert sampled.panel.event_shown.cells.title == "Ще не збережено"
    assert sampled.panel.event_shown.standing is True
    assert sampled.parts.saver.drafts == 0


def test_the_same_word_again_is_no_step(sampled: MainWindow) -> None:
    count = sampled.parts.history.count
    choose(sampled, "За датою проведення")
    assert sampled.parts.history.count == count


def test_a_standing_event_can_be_ended_from_here(sampled: MainWindow) -> None:
    entries = sampled.panel.head.findChild(QMenu).actions()
    assert sampled.actions_["end"] in entries
    assert sampled.actions_["end"].isEnabled()


# Looking only


def test_a_trashed_event_says_why_it_cannot_be_written(sampled: MainWindow) -> None:
    trigger(sampled, "delete")
    sampled.parts.workspace.go(TRASH)
    settle()
    assert "Захід у кошику" in sampled.panel.head.text
    field = sampled.panel.fields[Column.TITLE].edit
    assert field.isReadOnly()
    assert field.viewport().backgroundRole() == QPalette.ColorRole.Window
    assert sampled.panel.details[NOTE].edit.isReadOnly()
    assert not sampled.panel.head._kind.isEnabled()
    trigger(sampled, "restore")
    sampled.parts.workspace.go(sampled.parts.workspace.overview.first)
    settle()
    assert not field.isReadOnly()
    assert field.viewport().backgroundRole() == QPalette.ColorRole.Base
    assert "кошик" not in sampled.panel.head.text


def test_a_submitted_report_says_why_it_cannot_be_written(window: MainWindow, fake: FakeRegister) -> None:
    shown = replace(fake.stored[1], state=EventState.FROZEN)
    window.panel.show_event(shown, 1, None, 3)
    assert "Звіт подано" in window.panel.head.text
    assert edit_of(window).isReadOnly()
    assert not window.panel.help.offer
    assert window.panel.help._dates_button.isHidden()


# Note and tags


def test_a_note_is_saved_like_a_cell_and_undone(sampled: MainWindow) -> None:
    write(sampled, NOTE, "Погодити\nз головою")
    sampled.panel.save()
    assert sampled.panel.event_shown.note == "Погодити\nз головою"
    assert sampled.parts.history.undo_text == "Зміна: Примітка"
    trigger(sampled, "undo")
    assert sampled.panel.event_shown.note == ""
    assert sampled.panel.details[NOTE].edit.text() == ""


def test_typing_a_note_is_one_step(sampled: MainWindow) -> None:
    write(sampled, NOTE, "Пого")
    sampled.panel.save()
    type_text(sampled.panel.details[NOTE].edit, "дити")
    sampled.panel.save()
    count = sampled.parts.history.count
    assert sampled.panel.event_shown.note == "Погодити"
    write(sampled, TAGS, "школа")
    sampled.panel.save()
    assert sampled.parts.history.count == count + 1
    trigger(sampled, "undo")
    trigger(sampled, "undo")
    assert (sampled.panel.event_shown.note, sampled.panel.event_shown.tags) == ("", ())


def test_tags_are_words_set_apart_by_commas(sampled: MainWindow) -> None:
    write(sampled, TAGS, "школа,  день   відкритих дверей;школа")
    sampled.panel.save()
    assert sampled.panel.event_shown.tags == ("школа", "день відкритих дверей")


def test_a_comma_typed_among_tags_is_not_taken_away(sampled: MainWindow) -> None:
    """«школа,» says the same as «школа»: the field must not be filled anew while one types on."""
    write(sampled, TAGS, "школа, ")
    sampled.panel.save()
    settle()
    assert sampled.panel.details[TAGS].edit.text() == "школа, "
    type_text(sampled.panel.details[TAGS].edit, "ліцей")
    sampled.panel.save()
    assert sampled.panel.event_shown.tags == ("школа", "ліцей")


def test_a_note_is_found_and_goes_into_no_report(sampled: MainWindow) -> None:
    write(sampled, NOTE, "Унікальнеслово")
    sampled.panel.save()
    sampled.page.search("унікальнеслово")
    settle()
    assert sampled.table.rowCount() == 1
    assert "Унікальнеслово" not in " ".join(text for _, text in sampled.panel.event_shown.cells.texts())


def test_a_refused_note_stays_in_its_field(window: MainWindow, fake: FakeRegister) -> None:
    write(window, NOTE, "моє")
    fake.change_elsewhere(1, Column.TITLE, "чуже")
    window.panel.save()
    settle()
    field = window.panel.details[NOTE]
    assert field.contested
    assert field.edit.text() == "моє"
    assert window.status.note_text.endswith("причина під полем «Примітка»")
    field._insist.click()
    settle()
    assert fake.stored[1].note == "моє"
    assert not field.contested


def test_a_note_typed_together_with_a_cell_is_no_conflict(
    make_window: Callable[..., MainWindow], fake: FakeRegister, qtbot: object
) -> None:
    window = make_window(fake, threads=True)
    qtbot.waitUntil(lambda: window.panel.event_shown is not None)  # type: ignore[attr-defined]
    type_over(window, "Назва")
    window.panel.save()
    write(window, NOTE, "Примітка")
    window.panel.save()
    type_over(window, "Назва друга")
    window.panel.save()
    qtbot.waitUntil(lambda: not window.parts.jobs.busy)  # type: ignore[attr-defined]
    assert (fake.stored[1].cells.title, fake.stored[1].note) == ("Назва друга", "Примітка")
    assert window.parts.saver.drafts == 0


def test_folded_away_they_say_how_they_begin(sampled: MainWindow) -> None:
    extras = sampled.panel.extras
    assert extras.said == ""
    assert not sampled.panel.details[NOTE].isVisible()
    extras.toggle.click()
    assert sampled.panel.details[NOTE].isVisible()
    write(sampled, NOTE, "Погодити\nз головою")
    sampled.panel.save()
    settle()
    assert extras.said == ""
    extras.toggle.click()
    assert extras.said == "Погодити з головою"
    assert "згорнуто" in extras.toggle.accessibleName()


def test_undoing_a_note_does_not_move_the_chosen_column(sampled: MainWindow) -> None:
    view = sampled.page.view
    view.choose(view.current_id, 4)
    write(sampled, NOTE, "слово")
    sampled.panel.save()
    trigger(sampled, "undo")
    assert view.currentIndex().column() == 4


@pytest.mark.parametrize(
    ("text", "tags"),
    [("", ()), (" , ;", ()), ("а", ("а",)), ("а,б;а\nв  г", ("а", "б", "в г"))],
)
def test_tags_of_a_text(text: str, tags: tuple[str, ...]) -> None:
    assert tags_of(text) == tags
    assert same_text(event(tags=tags), TAGS, text)


# The way between events


def test_the_keyboard_stays_in_its_field_from_event_to_event(window: MainWindow) -> None:
    edit = edit_of(window, Column.RESPONSIBLE)
    edit.setFocus()
    trigger(window, "next")
    assert window.panel.event_shown.id == 2
    assert QApplication.focusWidget() is edit
    type_text(edit, "Я")
    trigger(window, "previous")
    assert window.panel.event_shown.id == 1
    assert edit.text() == ""
    trigger(window, "previous")
    assert window.panel.event_shown.id == 1
    assert QApplication.focusWidget() is edit


def test_going_on_saves_what_was_typed(window: MainWindow, fake: FakeRegister) -> None:
    type_over(window, "Нова назва")
    trigger(window, "next")
    assert fake.stored[1].cells.title == "Нова назва"
    assert edit_of(window).text() == "Захід 2"


def test_the_field_with_the_keyboard_stays_in_sight(sampled: MainWindow) -> None:
    sampled.panel.focus_column(Column.PARTICIPANTS)
    trigger(sampled, "next")
    settle()
    assert not edit_of(sampled, Column.PARTICIPANTS).visibleRegion().isEmpty()


def test_from_the_table_one_goes_on_in_the_table(window: MainWindow) -> None:
    view = window.page.view
    view.setFocus()
    view.choose(1, TITLE)
    trigger(window, "next")
    assert view.hasFocus()
    assert view.currentIndex().column() == TITLE
    assert titles(window)[view.currentIndex().row()] == "Захід 2"


def test_the_form_is_as_wide_as_the_panel(sampled: MainWindow) -> None:
    sampled.resize(1100, 700)
    settle()
    area = sampled.panel._area
    assert area.widget().width() == area.viewport().width()


def test_tab_goes_through_cells_then_to_what_is_beside_the_form(window: MainWindow) -> None:
    window.panel.extras.unfold()
    edit_of(window, Column.PARTICIPANTS).setFocus()
    walked = []
    for _ in range(3):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    details = window.panel.details
    assert walked == [window.panel.extras.toggle, details[NOTE].edit, details[TAGS].edit]


@pytest.mark.parametrize("action", ["history", "defaults", "outlets"])
def test_the_dialogs_around_the_editor_have_names(sampled: MainWindow, action: str) -> None:
    trigger(sampled, action)
    dialog = QApplication.activeModalWidget()
    silent = [
        type(widget).__name__
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]
    assert silent == []
    dialog.close()
    settle()
    assert sampled.findChildren(QDialog) == []


def test_the_frame_of_the_field_with_the_keyboard_is_whole(window: MainWindow) -> None:
    field = window.panel.fields[Column.GOAL]
    field.edit.setFocus()
    settle()
    picture = field.grab().toImage()
    ratio = picture.devicePixelRatio()
    accent = field.palette().color(QPalette.ColorRole.Accent).rgb()
    box = field.edit.geometry()
    middle = box.center()
    edges = [
        (box.left() - 1, middle.y()),
        (box.right() + 1, middle.y()),
        (middle.x(), box.top() - 1),
        (middle.x(), box.bottom() + 1),
    ]
    for x, y in edges:
        assert picture.pixel(round(x * ratio), round(y * ratio)) == accent, (x, y)

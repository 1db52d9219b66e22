"""The window over a small register in memory: places, panels, undo, trouble."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fake_register import FakeRegister
from hands import Q3, edit_of, settle, titles, trigger, type_over
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from courtcomms.errors import RegisterUnusable
from courtcomms.model import Column
from ui.main_window import MainWindow
from ui.messages import UNEXPECTED
from ui.places import ALL, TRASH, Place

MakeWindow = Callable[..., MainWindow]


def test_shows_the_newest_report_with_its_first_event(window: MainWindow) -> None:
    assert window.page.heading == "ІІІ квартал 2021 року 3 рядки · чернетка"
    assert titles(window) == ["Захід 1", "Захід 2", "Захід 3"]
    assert window.panel.event_shown.id == 1
    assert edit_of(window).text() == "Захід 1"
    assert window.windowTitle() == "Вигаданий суд — Комунікації суду"


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


def test_places_are_listed_with_their_numbers(window: MainWindow) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [item.data(0, role) for item in window.places._items()]
    assert said == [
        "ІІІ квартал 2021 року, 3 рядки · чернетка",
        "Усі заходи, 3 заходи",
        "Кошик, 0 заходів",
    ]


def test_a_new_quarter_is_begun_and_undone(window: MainWindow, fake: FakeRegister) -> None:
    trigger(window, "quarter")
    QApplication.activeModalWidget().accept()
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
    for _ in range(4):
        trigger(window, "pane")
        walked.append(QApplication.focusWidget())
    assert walked[0::2] == [window.page.view, edit_of(window)]
    assert window.findings.isAncestorOf(walked[1])
    assert walked[3] == window.places


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


def test_only_a_date_has_the_places_counted_anew(window: MainWindow, fake: FakeRegister) -> None:
    """Counting looks at every event of a region's register."""
    fake.calls.clear()
    type_over(window, "Інша назва")
    window.panel.save()
    assert "counts" not in fake.calls
    type_over(window, "01.10.2021", Column.DATE)
    window.panel.save()
    assert "counts" in fake.calls


def test_the_window_fits_a_small_screen(window: MainWindow) -> None:
    """1920×1080 at twice the size leaves 960×540; the pages of the middle must not ask for more."""
    least = window.minimumSizeHint()
    assert least.width() <= 960
    assert least.height() <= 540
    window.resize(1024, 700)
    settle()
    assert (window.width(), window.height()) == (1024, 700)


def test_the_editor_invites_only_where_there_is_something_to_choose(window: MainWindow) -> None:
    window.parts.workspace.go(TRASH)
    settle()
    assert window.panel._nothing.text() == ""
    window.parts.workspace.go(ALL)
    settle()
    window.page.view.selectionModel().clear()
    assert window.panel._nothing.text().startswith("Виберіть захід")


def test_the_place_is_remembered_at_once(window: MainWindow) -> None:
    """A killed program opens where it was, too."""
    window.parts.workspace.go(ALL)
    assert window.parts.memory.text("window/place") == ALL.code


def test_going_elsewhere_takes_a_note_away(window: MainWindow) -> None:
    window.page.view.choose(2)
    trigger(window, "delete")
    assert window.status.note_text == "·  У кошику: 1 захід"
    window.places.chosen.emit(ALL)
    assert window.status.note_text == ""


@pytest.mark.parametrize("place", [ALL, TRASH])
def test_the_program_begins_again_in_the_register_or_the_trash(
    sampled: MainWindow, real_window: Callable[..., MainWindow], place: Place
) -> None:
    """Places that are always there must wait for the register all the same."""
    sampled.parts.workspace.go(place)
    settle()
    heading, shown, hint = sampled.page.heading, titles(sampled), sampled.page.hint
    sampled.close()
    settle()
    again = real_window()
    assert again.parts.workspace.place == place
    assert again.page.heading == heading
    assert titles(again) == shown
    assert again.page.hint == hint


def test_the_editor_waits_until_the_keys_of_a_search_pause(window: MainWindow) -> None:
    window.search.begin()
    QTest.keyClicks(window.search.findChild(QLineEdit), "3")
    settle()
    assert titles(window) == ["Захід 3"]
    assert window.panel.event_shown.id == 1
    QTest.keyClick(window.search.findChild(QLineEdit), Qt.Key.Key_Return)
    settle()
    assert window.panel.event_shown.id == 3
    assert window.page.view.hasFocus()


def test_the_editor_follows_a_search_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    window.search.begin()
    with qtbot.waitSignal(window.search.rested):
        QTest.keyClicks(window.search.findChild(QLineEdit), "2")
    settle()
    assert window.panel.event_shown.id == 2

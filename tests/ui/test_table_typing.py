"""Typing in a cell in place: saved while it goes on, left by the keys of a spreadsheet, never in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fake_register import FakeRegister
from hands import Q3, TITLE, click, edit_of, press, settle, titles, trigger, type_text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from courtcomms.model import Cells, Changes, Column
from courtcomms.store import EventQuery, Register
from ui.columns import COLUMNS
from ui.main_window import MainWindow
from ui.places import ALL
from ui.register import queries
from ui.register.in_place import PAUSE, InPlaceEdit
from ui.register.view import EventView

MakeWindow = Callable[..., MainWindow]
Key, Held = Qt.Key, Qt.KeyboardModifier
GOAL = COLUMNS.index(Column.GOAL)


@pytest.fixture
def view(window: MainWindow) -> EventView:
    """The table with the second event's name current."""
    view = window.page.view
    view.setFocus()
    view.choose(2, TITLE)
    return view


def field(view: EventView) -> InPlaceEdit:
    """The field in place, which has the keyboard."""
    editor = view.delegate.editor
    assert editor is not None
    assert QApplication.focusWidget() is editor
    return editor


def open_field(view: EventView) -> InPlaceEdit:
    """Begin with F2."""
    press(view, Key.Key_F2)
    return field(view)


def at(view: EventView) -> tuple[int, int]:
    return view.currentIndex().row(), view.currentIndex().column()


def add_rows(register: FakeRegister, rows: list[Cells]) -> Changes:
    """Rows of an import."""
    return register.add_rows(1, Q3, rows, label="Імпорт")


def test_what_is_typed_in_place_is_on_the_disk_after_a_pause(
    real_window: MakeWindow, qtbot: object, tmp_path: object
) -> None:
    """The program may be killed at any moment: the cell need not be left."""
    window = real_window(threads=True)
    window.parts.service.act(queries.fill_sample)
    view = window.page.view
    qtbot.waitUntil(lambda: window.table.event_at(0) is not None)  # type: ignore[attr-defined]
    event_id = window.table.ids[0]
    view.setFocus()
    view.choose(event_id, TITLE)
    type_text(view, "Ґ")
    type_text(field(view), "анок")

    def stored() -> str:
        with Register.open(window.parts.folder / "register.sqlite3") as other:
            return other.events([event_id])[0].cells.title

    qtbot.waitUntil(lambda: stored() == "Ґанок", timeout=PAUSE + 4000)  # type: ignore[attr-defined]
    assert view.typing
    assert field(view).text() == "Ґанок"


def test_typing_is_one_step_however_often_it_was_saved(
    window: MainWindow, view: EventView, fake: FakeRegister
) -> None:
    editor = open_field(view)
    for letters in (" а", "б", "в"):
        type_text(editor, letters)
        editor.keep()
    press(editor, Key.Key_Return)
    settle()
    assert fake.stored[2].cells.title == "Захід 2 абв"
    assert window.parts.history.count == 1
    trigger(window, "undo")
    assert fake.stored[2].cells.title == "Захід 2"


def test_the_last_letters_belong_to_the_same_step_though_the_cell_was_left_meanwhile(
    make_window: MakeWindow, fake: FakeRegister, qtbot: object
) -> None:
    window = make_window(fake, threads=True)
    view = window.page.view
    qtbot.waitUntil(lambda: window.table.event_at(1) is not None)  # type: ignore[attr-defined]
    view.setFocus()
    view.choose(2, TITLE)
    editor = open_field(view)
    type_text(editor, " а")
    editor.keep()
    type_text(editor, "б")
    press(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: not window.parts.jobs.busy)  # type: ignore[attr-defined]
    assert fake.stored[2].cells.title == "Захід 2 аб"
    assert window.parts.history.count == 1


def test_escape_brings_back_the_text_that_was_there(
    window: MainWindow, view: EventView, fake: FakeRegister
) -> None:
    editor = open_field(view)
    type_text(editor, " зайве")
    editor.keep()
    assert fake.stored[2].cells.title == "Захід 2 зайве"
    type_text(editor, " і ще")
    press(editor, Key.Key_Escape)
    settle()
    assert fake.stored[2].cells.title == "Захід 2"
    assert titles(window)[1] == "Захід 2"
    assert not view.typing
    assert at(view) == (1, TITLE)
    trigger(window, "redo")
    assert fake.stored[2].cells.title == "Захід 2 зайве"


def test_escape_takes_back_nothing_but_what_was_typed_here(
    window: MainWindow, view: EventView, fake: FakeRegister
) -> None:
    press(view, Key.Key_Delete)
    settle()
    editor = open_field(view)
    press(editor, Key.Key_Escape)
    settle()
    assert fake.stored[2].cells.title == ""
    editor = open_field(view)
    type_text(editor, "нове")
    editor.keep()
    press(editor, Key.Key_Escape)
    settle()
    assert fake.stored[2].cells.title == ""
    assert window.parts.history.undo_text.startswith("Очищення")


@pytest.mark.parametrize(
    ("key", "held", "there"),
    [
        (Key.Key_Return, Held.NoModifier, (2, TITLE)),
        (Key.Key_Return, Held.ShiftModifier, (0, TITLE)),
        (Key.Key_Tab, Held.NoModifier, (1, GOAL)),
        (Key.Key_Backtab, Held.ShiftModifier, (0, len(COLUMNS) - 1)),
        (Key.Key_Up, Held.NoModifier, (0, TITLE)),
        (Key.Key_Right, Held.NoModifier, (1, GOAL)),
    ],
)
def test_a_text_begun_with_a_letter_is_left_by_any_arrow(
    view: EventView,
    fake: FakeRegister,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    there: tuple[int, int],
) -> None:
    type_text(view, "Я")
    type_text(field(view), "к")
    press(field(view), key, held)
    settle()
    assert fake.stored[2].cells.title == "Як"
    assert at(view) == there
    assert QApplication.focusWidget() is view
    assert len(view.selectedIndexes()) == 1


def test_after_f2_arrows_move_in_the_text_and_another_f2_changes_that(view: EventView) -> None:
    editor = open_field(view)
    assert editor.textCursor().atEnd()
    press(editor, Key.Key_Left)
    assert editor.textCursor().position() == len("Захід ")
    press(editor, Key.Key_Up)
    assert view.typing
    press(editor, Key.Key_F2)
    press(editor, Key.Key_Down)
    settle()
    assert not view.typing
    assert at(view) == (2, TITLE)


def test_backspace_opens_the_cell_emptied(view: EventView, fake: FakeRegister) -> None:
    press(view, Key.Key_Backspace)
    assert field(view).text() == ""
    assert fake.stored[2].cells.title == "Захід 2"
    press(field(view), Key.Key_Tab)
    settle()
    assert fake.stored[2].cells.title == ""


@pytest.mark.parametrize("held", [Held.AltModifier, Held.ControlModifier])
def test_a_new_line_within_the_cell(view: EventView, fake: FakeRegister, held: Qt.KeyboardModifier) -> None:
    editor = open_field(view)
    press(editor, Key.Key_Return, held)
    type_text(editor, "далі")
    press(editor, Key.Key_Return)
    settle()
    assert fake.stored[2].cells.title == "Захід 2\nдалі"


def test_looking_into_cells_changes_nothing(window: MainWindow, view: EventView, fake: FakeRegister) -> None:
    before = dict(fake.stored)
    for key in (Key.Key_Return, Key.Key_Tab, Key.Key_Escape):
        press(open_field(view), key)
        settle()
    assert fake.stored == before
    assert window.parts.history.count == 0


def test_the_field_grows_over_its_neighbours_and_stays_in_sight(view: EventView) -> None:
    last = view.table.index(2, len(COLUMNS) - 1)
    view.keys.one(last)
    cell = view.visualRect(last)
    editor = open_field(view)
    assert editor.width() > cell.width()
    assert view.viewport().rect().contains(editor.geometry())
    type_text(editor, "слово " * 60)
    settle()
    tall = editor.height()
    assert tall > 2 * cell.height()
    assert view.viewport().rect().contains(editor.geometry())
    type_text(editor, "слово " * 900)
    settle()
    assert tall < editor.height() <= view.viewport().height()
    assert editor.verticalScrollBar().maximum() > 0
    assert editor.cursorRect().bottom() <= editor.viewport().height()


def test_another_programs_window_does_not_close_the_field(view: EventView, fake: FakeRegister) -> None:
    """She copies an address there and comes back; what she has typed is saved meanwhile."""
    editor = open_field(view)
    type_text(editor, "!")
    reason = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(editor, QFocusEvent(QFocusEvent.Type.FocusOut, reason))
    settle()
    assert view.typing
    assert fake.stored[2].cells.title == "Захід 2!"


def test_an_action_finds_the_text_kept_and_the_field_closed(
    window: MainWindow, view: EventView, fake: FakeRegister
) -> None:
    type_text(open_field(view), "!")
    trigger(window, "add")
    assert not view.typing
    assert titles(window) == ["Захід 1", "Захід 2!", "", "Захід 3"]


def test_undo_from_the_toolbar_closes_the_field_and_takes_back_what_was_saved(
    window: MainWindow, view: EventView, fake: FakeRegister
) -> None:
    editor = open_field(view)
    type_text(editor, "!")
    editor.keep()
    type_text(editor, "?")
    trigger(window, "undo")
    assert not view.typing
    assert fake.stored[2].cells.title == "Захід 2"
    assert titles(window)[1] == "Захід 2"


def test_rows_that_come_meanwhile_take_nothing_of_what_is_typed(
    window: MainWindow, view: EventView, fake: FakeRegister
) -> None:
    type_text(open_field(view), "!")
    window.parts.service.act(add_rows, [Cells(title="Ще один")])
    settle()
    assert fake.stored[2].cells.title == "Захід 2!"
    assert titles(window)[1] == "Захід 2!"


def test_anothers_text_is_not_overwritten_and_is_told_once(
    window: MainWindow, view: EventView, fake: FakeRegister
) -> None:
    editor = open_field(view)
    fake.change_elsewhere(2, Column.TITLE, "чуже")
    told: list[str] = []
    window.parts.saver.refused.connect(lambda *refusal: told.append(refusal[2]))
    type_text(editor, "!")
    editor.keep()
    settle()
    type_text(editor, "?")
    settle()
    assert len(told) == 1
    assert field(view).text() == "Захід 2!?"
    press(editor, Key.Key_Return)
    settle()
    assert fake.stored[2].cells.title == "чуже"
    assert window.panel.event_shown.id == 2
    assert edit_of(window).text() == "Захід 2!?"


def test_escape_after_a_refusal_shows_what_is_stored(
    window: MainWindow, view: EventView, fake: FakeRegister
) -> None:
    editor = open_field(view)
    fake.change_elsewhere(2, Column.TITLE, "чуже")
    type_text(editor, "!")
    editor.keep()
    press(editor, Key.Key_Escape)
    settle()
    assert titles(window)[1] == "чуже"
    assert window.parts.saver.drafts == 0
    assert edit_of(window).text() == "чуже"


def test_the_fields_own_undo_comes_first(view: EventView, fake: FakeRegister) -> None:
    editor = open_field(view)
    type_text(editor, "!")
    editor.keep()
    editor.undo()
    editor.keep()
    press(editor, Key.Key_Return)
    settle()
    assert fake.stored[2].cells.title == "Захід 2"


def test_a_click_elsewhere_keeps_the_text(view: EventView, fake: FakeRegister) -> None:
    editor = open_field(view)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    type_text(editor, "№ ")
    click(view.viewport(), view.visualRect(view.table.index(0, TITLE)).center() + QPoint(-20, 0))
    settle()
    assert fake.stored[2].cells.title == "№ Захід 2"
    assert at(view) == (0, TITLE)


def test_cells_of_the_whole_register_are_typed_in_alike(
    window: MainWindow, view: EventView, fake: FakeRegister
) -> None:
    window.parts.workspace.go(ALL)
    settle()
    view.choose(3, GOAL)
    type_text(view, "Ц")
    press(field(view), Key.Key_Return)
    settle()
    assert fake.stored[3].cells.goal == "Ц"
    assert fake.event_ids(EventQuery(1)) == (1, 2, 3)

"""Keys and clicks go about the table as in a spreadsheet."""

from __future__ import annotations

import pytest
from fake_register import FakeRegister
from hands import TITLE, click, press, settle, type_text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from courtcomms.model import Column
from ui.columns import COLUMNS
from ui.main_window import MainWindow
from ui.register.habits import FIRST, LAST, Go, target, way_of, way_out
from ui.register.view import EventView

Key, Held = Qt.Key, Qt.KeyboardModifier
GOAL, DATE = COLUMNS.index(Column.GOAL), COLUMNS.index(Column.DATE)


@pytest.fixture
def view(window: MainWindow) -> EventView:
    """The table of three rows, the middle one's name current, with the keyboard."""
    view = window.page.view
    view.setFocus()
    view.choose(2, TITLE)
    return view


def at(view: EventView) -> tuple[int, int]:
    """The current cell."""
    return view.currentIndex().row(), view.currentIndex().column()


def block(view: EventView) -> tuple[int, int, int, int]:
    """The one selected block: top, left, bottom, right."""
    (chosen,) = view.selectionModel().selection()
    return chosen.top(), chosen.left(), chosen.bottom(), chosen.right()


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ([(Key.Key_Tab, Held.NoModifier)], (1, GOAL)),
        ([(Key.Key_Backtab, Held.ShiftModifier)], (0, LAST)),
        ([(Key.Key_Return, Held.NoModifier)], (2, TITLE)),
        ([(Key.Key_Enter, Held.KeypadModifier)], (2, TITLE)),
        ([(Key.Key_Return, Held.ShiftModifier)], (0, TITLE)),
        ([(Key.Key_Down, Held.NoModifier)] * 5, (2, TITLE)),
        ([(Key.Key_Left, Held.NoModifier)] * 3, (1, 0)),
        ([(Key.Key_End, Held.NoModifier)], (1, LAST)),
        ([(Key.Key_End, Held.NoModifier), (Key.Key_Tab, Held.NoModifier)], (2, FIRST)),
        ([(Key.Key_End, Held.NoModifier), (Key.Key_Home, Held.NoModifier)], (1, FIRST)),
        ([(Key.Key_Home, Held.ControlModifier)], (0, FIRST)),
        ([(Key.Key_End, Held.ControlModifier)], (2, LAST)),
        ([(Key.Key_Up, Held.ControlModifier)], (0, TITLE)),
        ([(Key.Key_Down, Held.ControlModifier)], (2, TITLE)),
        ([(Key.Key_Right, Held.ControlModifier)], (1, LAST)),
        ([(Key.Key_PageDown, Held.NoModifier)], (2, TITLE)),
        ([(Key.Key_PageUp, Held.NoModifier)], (0, TITLE)),
        ([(Key.Key_Tab, Held.NoModifier)] * 2 + [(Key.Key_Return, Held.NoModifier)], (2, TITLE)),
    ],
)
def test_keys_lead_as_in_a_spreadsheet(
    view: EventView, keys: list[tuple[Qt.Key, Qt.KeyboardModifier]], there: tuple[int, int]
) -> None:
    for key, held in keys:
        press(view, key, held)
    assert at(view) == there
    assert len(view.selectedIndexes()) == 1


def test_at_the_last_cell_tab_stays(view: EventView) -> None:
    press(view, Key.Key_End, Held.ControlModifier)
    press(view, Key.Key_Tab)
    assert at(view) == (2, LAST)


def test_no_way_leads_out_of_the_table() -> None:
    for go in Go:
        if go not in (Go.PAGE_UP, Go.PAGE_DOWN):
            for spot in ((0, 0), (0, LAST), (2, FIRST), (2, LAST)):
                row, column = target(go, spot, 3)
                assert 0 <= row < 3
                assert 0 <= column < len(COLUMNS)


def test_keys_of_the_program_are_left_to_it() -> None:
    assert way_of(Key.Key_Down, Held.AltModifier) is None
    assert way_out(Key.Key_Return, Held.AltModifier) is None
    assert way_out(Key.Key_Tab, Held.ControlModifier) is None


def test_shift_and_arrows_select_a_block_that_grows_and_shrinks(view: EventView) -> None:
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Right):
        press(view, key, Held.ShiftModifier)
    assert block(view) == (1, TITLE, 2, DATE)
    press(view, Key.Key_Left, Held.ShiftModifier)
    assert block(view) == (1, TITLE, 2, GOAL)
    press(view, Key.Key_Up, Held.ControlModifier | Held.ShiftModifier)
    assert block(view) == (0, TITLE, 1, GOAL)
    assert at(view) == (0, GOAL)
    press(view, Key.Key_Down)
    assert block(view) == (1, GOAL, 1, GOAL)


def test_space_with_shift_takes_rows_with_ctrl_a_column(view: EventView) -> None:
    press(view, Key.Key_Down, Held.ShiftModifier)
    press(view, Key.Key_Space, Held.ShiftModifier)
    assert block(view) == (1, 0, 2, LAST)
    assert view.selected_ids == (2, 3)
    view.choose(1, GOAL)
    press(view, Key.Key_Space, Held.ControlModifier)
    assert block(view) == (0, GOAL, 2, GOAL)


def test_everything_is_selected_at_once(view: EventView) -> None:
    press(view, Key.Key_A, Held.ControlModifier)
    assert view.selected_ids == (1, 2, 3)
    assert len(view.selected_cells) == 3 * (len(COLUMNS) - 1)


def test_a_click_on_a_number_takes_the_row_with_shift_those_between(view: EventView) -> None:
    click(view.viewport(), view.visualRect(view.table.index(0, 0)).center())
    assert block(view) == (0, 0, 0, LAST)
    click(view.viewport(), view.visualRect(view.table.index(2, 0)).center(), Held.ShiftModifier)
    assert block(view) == (0, 0, 2, LAST)
    click(view.viewport(), view.visualRect(view.table.index(1, 0)).center())
    assert view.selected_ids == (2,)


def test_a_click_with_shift_selects_from_where_the_keys_were(view: EventView) -> None:
    press(view, Key.Key_Up)
    click(view.viewport(), view.visualRect(view.table.index(2, DATE)).center(), Held.ShiftModifier)
    assert block(view) == (0, TITLE, 2, DATE)


def test_a_heading_takes_the_column_of_a_report(view: EventView) -> None:
    heading = view.heading
    click(heading.viewport(), QPoint(heading.sectionViewportPosition(GOAL) + 10, 8))
    assert block(view) == (0, GOAL, 2, GOAL)


def test_a_letter_on_the_number_does_nothing(view: EventView, fake: FakeRegister) -> None:
    view.keys.one(view.table.index(1, 0))
    fake.calls.clear()
    type_text(view, "З")
    settle()
    assert not view.typing
    assert fake.calls == []
    assert at(view) == (1, 0)


def test_the_menu_of_a_row_opens_by_key_and_by_mouse(view: EventView, window: MainWindow) -> None:
    def menu() -> QMenu:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        return popup

    press(view, Key.Key_F10, Held.ShiftModifier)
    opened = menu()
    assert window.actions_["duplicate"] in opened.actions()
    opened.close()
    settle()
    place = view.visualRect(view.table.index(2, GOAL)).center()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert window.actions_["delete"] in menu().actions()
    menu().close()
    settle()
    assert QApplication.activePopupWidget() is None

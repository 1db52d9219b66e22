"""What is looked at changes — order, search, another place: the chosen event is never out of sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fake_register import FakeRegister
from hands import Q3, settle
from PySide6.QtWidgets import QAbstractSlider

from courtcomms.model import Cells, Changes, Column, Court, CourtName
from courtcomms.period import Period
from courtcomms.store import Register
from ui.main_window import MainWindow
from ui.places import ALL, Place, PlaceKind

MANY = 40
SECOND = Period.quarter(2021, 2)


def many_rows(register: Register) -> Changes:
    """A report of rows of all heights, the later the earlier in the alphabet."""
    register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
    court = register.courts()[0].id
    rows = [
        Cells(title=f"{MANY - n:02} " + "Опис заходу. " * (n * 7 % 30), date="13.08.2021")
        for n in range(MANY)
    ]
    register.add_rows(court, SECOND, [Cells(title=f"Інше {n}") for n in range(MANY)], label="Імпорт")
    return register.add_rows(court, Q3, rows, label="Імпорт")


@pytest.fixture
def report(real_window: Callable[..., MainWindow]) -> MainWindow:
    """The real program with a long report and another one."""
    window = real_window()
    window.parts.service.act(many_rows)
    rest()
    window.parts.workspace.go(Place(PlaceKind.REPORT, Q3))
    rest()
    return window


def rest() -> None:
    """Until heights and place have settled."""
    for _ in range(4):
        settle()


def in_sight(window: MainWindow) -> bool:
    """Whether all of the current row is seen."""
    view = window.page.view
    shown = view.visualRect(view.currentIndex())
    return shown.top() >= 0 and shown.bottom() <= view.viewport().height()


def name(window: MainWindow) -> str:
    """The current event's name as far as its number."""
    event = window.table.event_at(window.page.view.currentIndex().row())
    return event.cells.title[:2] if event is not None else ""


@pytest.mark.parametrize("row", [0, 3, 20, MANY - 1])
def test_the_chosen_event_is_seen_after_ordering(report: MainWindow, row: int) -> None:
    report.parts.workspace.go(ALL)
    rest()
    view = report.page.view
    view.choose(view.table.ids[row])
    rest()
    chosen = name(report)
    for descending in (False, True, None):
        report.page.order_by(Column.TITLE, descending)
        rest()
        assert name(report) == chosen
        assert in_sight(report)


def test_the_chosen_event_is_seen_in_the_whole_register_and_back(report: MainWindow) -> None:
    report.page.view.choose(report.table.ids[25])
    rest()
    chosen = name(report)
    for place in (ALL, Place(PlaceKind.REPORT, Q3)):
        report.parts.workspace.go(place)
        rest()
        assert name(report) == chosen
        assert in_sight(report)


def test_another_quarter_begins_at_its_first_row(report: MainWindow) -> None:
    report.page.view.choose(report.table.ids[25])
    rest()
    report.parts.workspace.go(Place(PlaceKind.REPORT, SECOND))
    rest()
    assert report.page.view.currentIndex().row() == 0
    assert in_sight(report)


def test_the_first_hit_is_chosen_where_the_chosen_event_is_none(report: MainWindow) -> None:
    report.page.view.choose(report.table.ids[MANY - 10])
    rest()
    report.page.search("Опис")
    rest()
    assert report.page.view.currentIndex().row() == 0
    assert report.table.rowCount() < MANY


def test_deleting_goes_on_at_the_same_row(window: MainWindow, fake: FakeRegister) -> None:
    window.page.view.choose(2)
    settle()
    window.actions_["delete"].trigger()
    settle()
    assert window.page.view.currentIndex().row() == 1
    assert window.page.view.current_id == 3


def test_rows_that_change_do_not_bring_back_a_row_that_was_scrolled_away(report: MainWindow) -> None:
    view = report.page.view
    view.choose(view.table.ids[0])
    rest()
    view.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    rest()
    report.table.refresh()
    rest()
    assert not in_sight(report)

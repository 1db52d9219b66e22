"""A new quarter, ended events, rows taken in and left out: on the real program."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from hands import press, settle, titles, trigger, type_text
from PySide6.QtCore import Qt
from report_flows import BEFORE, NEWEST, NEXT, RealWindow, dialog, go, register_of, report_of, with_sample

from courtcomms.model import Cells, Event
from courtcomms.period import Period
from ui.main_window import MainWindow
from ui.places import ALL, Place, PlaceKind
from ui.report.end_dialog import EndDialog
from ui.report.quarter_dialog import QuarterDialog
from ui.report.take_in_dialog import TakeInDialog

MONTHLY = "Оновлення розділу «Запитання та відповіді» на сайті суду"


@pytest.fixture
def window(real_window: RealWindow) -> MainWindow:
    return with_sample(real_window)


def standing(window: MainWindow) -> list[str]:
    """Names of the standing events of the report shown, from the top."""
    events = [window.table.event_at(row) for row in range(window.table.rowCount())]
    return [event.cells.title for event in events if isinstance(event, Event) and event.is_standing]


def begin(window: MainWindow) -> QuarterDialog:
    trigger(window, "quarter")
    return dialog(window, QuarterDialog)


def choose(window: MainWindow, title: str) -> None:
    window.page.view.choose(window.table.ids[titles(window).index(title)])
    settle()


def test_standing_events_are_carried_over_in_their_order_as_one_step(window: MainWindow) -> None:
    expected = standing(window)
    assert len(expected) > 3
    asked = begin(window)
    assert asked.period.period == NEXT
    assert asked.summary.startswith(f"{len(expected)} постійних заходів перенесуться")
    asked.accept()
    settle()
    assert window.parts.workspace.place == Place(PlaceKind.REPORT, NEXT)
    assert titles(window) == expected
    said = f"·  Почато звіт за {NEXT.title}: перенесено {len(expected)} заходів"
    assert window.status.note_text == said
    assert "Новий квартал" in window.actions_["undo"].text()
    trigger(window, "undo")
    assert window.parts.workspace.overview.report(NEXT) is None
    trigger(window, "redo")
    go(window, NEXT)
    assert titles(window) == expected


def test_the_keyboard_is_in_the_table_of_the_new_quarter(window: MainWindow) -> None:
    window.places.setFocus()
    asked = begin(window)
    asked.accept()
    settle()
    assert window.parts.workspace.place == Place(PlaceKind.REPORT, NEXT)
    assert window.focusWidget() is window.page.view


def test_what_is_unticked_stays_behind(window: MainWindow) -> None:
    expected = standing(window)
    asked = begin(window)
    asked.tree.setFocus()
    press(asked.tree, Qt.Key.Key_Space)
    press(asked, Qt.Key.Key_Return)
    settle()
    assert titles(window) == expected[1:]
    go(window, NEWEST)
    assert titles(window)[0] == expected[0]


def test_the_keyboard_begins_at_the_rows_and_enter_starts_the_report(window: MainWindow) -> None:
    """What the report gets is asked of another thread: «Скасувати» must not get Enter until then."""
    trigger(window, "quarter")
    asked = dialog(window, QuarterDialog)
    assert asked.focusWidget() is asked.tree
    assert not asked.cancel.isDefault()
    press(asked.tree, Qt.Key.Key_Return)
    settle()
    assert window.parts.workspace.place == Place(PlaceKind.REPORT, NEXT)


def test_a_dated_event_of_the_quarter_is_announced_and_appears(window: MainWindow) -> None:
    register = register_of(window)
    register.add_event(register.courts()[0].id, Cells(title="Круглий стіл", date="15.10.2026"))
    asked = begin(window)
    assert asked.summary.endswith("1 додасться за датою.")
    asked.accept()
    settle()
    assert titles(window)[-1] == "Круглий стіл"
    assert window.status.note_text.endswith("за датою — 1 захід")


def test_an_event_is_ended_right_in_the_preview(window: MainWindow) -> None:
    asked = begin(window)
    first = asked.tree.current_event
    assert first is not None
    asked._end.setFocus()
    asked._end.click()
    assert asked.focusWidget() is asked.tree, "Enter then begins the report and ends no other event"
    ending = dialog(window, EndDialog)
    assert ending.day.date().toString("dd.MM.yyyy") == "30.09.2026"
    ending.accept()
    settle()
    groups = [asked.tree.topLevelItem(n).text(0) for n in range(asked.tree.topLevelItemCount())]
    assert groups[-1] == "Завершені, не переносяться (1)"
    asked.accept()
    settle()
    assert first.cells.title not in titles(window)
    trigger(window, "undo")
    trigger(window, "undo")
    assert register_of(window).events([first.id])[0].closed_on is None


def test_a_quarter_without_events_is_possible(window: MainWindow) -> None:
    asked = begin(window)
    asked._none.click()
    asked.accept()
    settle()
    assert window.page.heading == f"{NEXT.name} 0 рядків · чернетка"
    assert window.status.note_text.endswith("поки що порожній")


def test_a_report_that_is_there_is_completed_or_opened(window: MainWindow) -> None:
    go(window, NEWEST)
    count = window.table.rowCount()
    asked = begin(window)
    asked.period.choose(BEFORE)
    settle()
    assert asked.lead.startswith("Такий звіт уже є")
    asked._none.click()
    assert asked.action.text() == "Відкрити звіт"
    asked.accept()
    settle()
    assert window.parts.workspace.place == Place(PlaceKind.REPORT, BEFORE)
    assert not window.actions_["undo"].isEnabled()
    go(window, NEWEST)
    assert window.table.rowCount() == count


def test_a_half_year_takes_the_quarters_standing_rows(window: MainWindow) -> None:
    expected = standing(window)
    trigger(window, "period")
    asked = dialog(window, QuarterDialog)
    assert asked.period.period == Period.parse("2026-H2")
    asked.accept()
    settle()
    assert window.page.heading.startswith("ІІ півріччя 2026 року")
    assert set(expected) <= set(titles(window))


def test_closing_the_dialog_changes_nothing(window: MainWindow) -> None:
    begin(window).reject()
    settle()
    assert window.parts.workspace.overview.report(NEXT) is None
    assert window.findChildren(QuarterDialog) == []


def test_a_standing_event_is_ended_and_goes_on_again(window: MainWindow) -> None:
    choose(window, MONTHLY)
    assert window.actions_["end"].isEnabled()
    assert not window.actions_["again"].isEnabled()
    trigger(window, "end")
    asked = dialog(window, EndDialog)
    asked.day.setDate(asked.day.date().fromString("12.08.2026", "dd.MM.yyyy"))
    asked.accept()
    settle()
    assert window.situation.event.closed_on == date(2026, 8, 12)
    assert window.status.note_text == "·  Захід завершено 12.08.2026: далі він не переноситиметься"
    assert not window.actions_["end"].isEnabled()
    assert MONTHLY not in standing(window)
    choose(window, titles(window)[0])
    trigger(window, "end")
    again = dialog(window, EndDialog)
    assert again.day.date().toString("dd.MM.yyyy") == "12.08.2026", "events often end together"
    again.reject()
    choose(window, MONTHLY)
    trigger(window, "again")
    assert window.situation.event.is_standing
    assert window.status.note_text.startswith("·  Захід знову триває")


def test_a_dated_event_cannot_be_ended(window: MainWindow) -> None:
    choose(window, "Екскурсія до суду для учнів ліцею № 7")
    assert not window.actions_["end"].isEnabled()


def test_rows_are_left_out_and_taken_in_again(window: MainWindow) -> None:
    before = titles(window)
    choose(window, before[1])
    trigger(window, "leave_out")
    assert titles(window) == [before[0], *before[2:]]
    assert window.status.note_text == "·  До звіту не взято: 1 рядок. У реєстрі все лишилося"
    trigger(window, "take_in")
    asked = dialog(window, TakeInDialog)
    first = asked.list.item(0)
    assert first.text() == " ".join(before[1].split())
    assert not asked.action.isEnabled()
    asked.list.setFocus()
    press(asked.list, Qt.Key.Key_Space)
    assert asked.action.text() == "Додати 1 рядок"
    asked.accept()
    settle()
    assert sorted(titles(window)) == sorted(before)
    trigger(window, "undo")
    trigger(window, "undo")
    assert titles(window) == before


def found_only(asked: TakeInDialog, word: str) -> bool:
    """Whether the list shows just one event, and the one looked for."""
    return asked.list.count() == 1 and word in asked.list.item(0).text().casefold()


def test_candidates_are_searched_and_ticks_outlive_the_search(window: MainWindow, qtbot: object) -> None:
    go(window, BEFORE)
    count = window.table.rowCount()
    trigger(window, "take_in")
    asked = dialog(window, TakeInDialog)
    everything = asked.list.count()
    assert everything > 2
    for words in ("опитування", "екскурсія"):
        asked.field.clear()
        type_text(asked.field, words)
        found = partial(found_only, asked, words)
        qtbot.waitUntil(found)  # type: ignore[attr-defined]
        press(asked.field, Qt.Key.Key_Down)
        press(asked.list, Qt.Key.Key_Space)
        asked.field.setFocus()
    assert asked.action.text() == "Додати 2 рядки"
    type_text(asked.field, " немає такого слова")
    qtbot.waitUntil(lambda: asked.found.endswith("серед заходів, яких немає у звіті, нічого не знайдено."))  # type: ignore[attr-defined]
    asked.accept()
    settle()
    assert window.table.rowCount() == count + 2
    assert window.status.note_text == "·  До звіту додано 2 рядки"
    assert report_of(window, BEFORE).rows == count + 2


def test_where_the_report_has_everything_it_says_so(window: MainWindow) -> None:
    go(window, BEFORE)
    trigger(window, "take_in")
    asked = dialog(window, TakeInDialog)
    everything = [asked.list.item(row) for row in range(asked.list.count())]
    for item in everything:
        item.setCheckState(Qt.CheckState.Checked)
    asked.accept()
    settle()
    trigger(window, "take_in")
    asked = dialog(window, TakeInDialog)
    assert asked.list.count() == 0
    assert asked.found == "Усі заходи реєстру вже є в цьому звіті."


def test_outside_reports_no_rows_come_or_go(window: MainWindow) -> None:
    window.parts.workspace.go(ALL)
    settle()
    assert not window.actions_["leave_out"].isEnabled()
    assert not window.actions_["take_in"].isEnabled()


def test_the_current_place_is_seen_even_in_a_folded_year(window: MainWindow) -> None:
    year = window.places.topLevelItem(0)
    window.parts.workspace.go(ALL)
    year.setExpanded(False)
    go(window, BEFORE)
    assert year.isExpanded()
    assert window.places.currentItem().text(0).startswith("ІІ квартал (")

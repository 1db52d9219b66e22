"""Dates are typed freely; the usual phrases and a calendar help, and nothing else of the text changes."""

from __future__ import annotations

from datetime import date

import pytest
from hands import Q3, edit_of, press, settle, type_over, type_text
from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QCalendarWidget, QCheckBox, QMenu

from courtcomms.cells.dates import read_date
from courtcomms.model import Column, Confidence, DateKind
from courtcomms.period import Period
from ui.editor.calendar import CalendarDialog
from ui.editor.usual_dates import day_phrase, usual_phrases
from ui.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier
TODAY = date(2021, 11, 5)


def open_menu(window: MainWindow) -> QMenu:
    """The menu of phrases, opened from the keyboard."""
    edit = edit_of(window, Column.DATE)
    press(edit, Qt.Key.Key_Down, ALT)
    (menu,) = [menu for menu in edit.findChildren(QMenu) if menu.isVisible()]
    return menu


def choose(menu: QMenu, text: str) -> None:
    """Choose an entry by its words."""
    (entry,) = [action for action in menu.actions() if action.text() == text]
    entry.trigger()
    menu.close()
    settle()


@pytest.mark.parametrize(
    "period", [Q3, Period.quarter(2021, 4), Period.parse("2021-H1"), Period.parse("2021")]
)
def test_every_usual_phrase_is_understood_for_sure(period: Period) -> None:
    for group in usual_phrases(period, TODAY):
        for phrase in group:
            span = read_date(phrase, period)
            assert span.kind not in (DateKind.TEXT, DateKind.INVALID), phrase
            assert span.confidence is Confidence.SURE
            assert span.kind.standing or period.overlaps(span.start, span.end)


def test_the_phrases_are_made_for_the_quarter() -> None:
    of_the_fourth = [phrase for group in usual_phrases(Q3.shifted(1), date(2026, 1, 1)) for phrase in group]
    assert of_the_fourth[:4] == [
        "01.10.2021",
        "з 01.10.2021 по теперішній час",
        "протягом кварталу",
        "протягом ІV кварталу 2021 року",
    ]
    assert {"жовтень 2021", "грудень 2021", "постійно", "щомісяця", "до закінчення карантину"} <= set(
        of_the_fourth
    )


def test_today_is_offered_where_the_quarter_is_under_way() -> None:
    assert usual_phrases(Q3.shifted(1), TODAY)[0][0] == "05.11.2021"
    assert usual_phrases(None, TODAY)[0][0] == "05.11.2021"


def test_without_a_quarter_nothing_speaks_of_a_quarter_alone() -> None:
    assert "протягом кварталу" not in {phrase for group in usual_phrases(None, TODAY) for phrase in group}


def test_days_in_whichever_order() -> None:
    assert day_phrase(date(2021, 9, 17), date(2021, 9, 15)) == "з 15.09.2021 по 17.09.2021"
    assert day_phrase(TODAY, TODAY) == "05.11.2021"


def test_a_phrase_replaces_what_is_selected(sampled: MainWindow) -> None:
    window = sampled
    edit = edit_of(window, Column.DATE)
    edit.setFocus()
    edit.selectAll()
    choose(open_menu(window), "постійно")
    assert edit.text() == "постійно"
    window.panel.save()
    assert window.panel.event_shown.cells.date == "постійно"
    assert window.panel.fields[Column.DATE].note == "постійний захід, початок не вказано"


def test_a_phrase_at_the_cursor_leaves_the_rest_alone(window: MainWindow) -> None:
    edit = edit_of(window, Column.DATE)
    edit.setFocus()
    edit.load("п.\u00a01, далі")
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    for _ in range(5):
        edit.moveCursor(edit.textCursor().MoveOperation.Right)
    choose(open_menu(window), "щомісяця")
    assert edit.text() == "п.\u00a01,щомісяця далі"
    edit.undo()
    assert edit.text() == "п.\u00a01, далі"


def test_a_phrase_does_not_grow_together_with_a_word(window: MainWindow) -> None:
    type_over(window, "щосереди", Column.DATE)
    choose(open_menu(window), "постійно")
    assert edit_of(window, Column.DATE).text() == "щосереди постійно"


def test_the_button_opens_the_same_menu(window: MainWindow) -> None:
    edit = edit_of(window, Column.DATE)
    window.panel.help.dates._button.click()
    (menu,) = [menu for menu in edit.findChildren(QMenu) if menu.isVisible()]
    assert menu.actions()[0].text() == "01.07.2021"
    assert edit.hasFocus()
    menu.close()


def test_the_key_is_the_fields_before_it_is_the_programs(window: MainWindow) -> None:
    edit = edit_of(window, Column.DATE)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Down, ALT)
    event.ignore()
    QApplication.sendEvent(edit, event)
    assert event.isAccepted()
    title = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Down, ALT)
    title.ignore()
    QApplication.sendEvent(edit_of(window, Column.TITLE), title)
    assert not title.isAccepted()


def test_the_menu_of_the_program_leads_there_too(window: MainWindow) -> None:
    window.actions_["phrase"].trigger()
    edit = edit_of(window, Column.DATE)
    (menu,) = [menu for menu in edit.findChildren(QMenu) if menu.isVisible()]
    menu.close()
    assert edit.hasFocus()


def calendar(window: MainWindow) -> CalendarDialog:
    """The calendar, opened from the menu."""
    choose(open_menu(window), "Вибрати в календарі…")
    (dialog,) = window.findChildren(CalendarDialog)
    return dialog


def test_a_day_from_the_calendar(window: MainWindow) -> None:
    edit = edit_of(window, Column.DATE)
    edit.setFocus()
    edit.selectAll()
    dialog = calendar(window)
    page = dialog.findChild(QCalendarWidget)
    assert page.locale().language() == QLocale.Language.Ukrainian
    assert page.selectedDate() == QDate(2021, 7, 1)
    page.setSelectedDate(QDate(2021, 8, 13))
    dialog.accept()
    settle()
    assert edit.text() == "13.08.2021"
    assert window.findChildren(CalendarDialog) == []


def test_a_range_from_the_calendar_is_marked_by_more_than_colour(window: MainWindow) -> None:
    edit = edit_of(window, Column.DATE)
    edit.selectAll()
    dialog = calendar(window)
    page = dialog.findChild(QCalendarWidget)
    page.setSelectedDate(QDate(2021, 9, 17))
    dialog.findChild(QCheckBox).setChecked(True)
    page.setSelectedDate(QDate(2021, 9, 15))
    assert dialog.phrase == "з 15.09.2021 по 17.09.2021"
    assert page.dateTextFormat(QDate(2021, 9, 16)).fontUnderline()
    assert not page.dateTextFormat(QDate(2021, 9, 18)).fontUnderline()
    dialog.accept()
    settle()
    assert edit.text() == "з 15.09.2021 по 17.09.2021"


def test_esc_leaves_the_calendar_and_the_text(window: MainWindow) -> None:
    before = edit_of(window, Column.DATE).text()
    dialog = calendar(window)
    press(dialog, Qt.Key.Key_Escape)
    settle()
    assert window.findChildren(CalendarDialog) == []
    assert edit_of(window, Column.DATE).text() == before


def test_a_field_that_cannot_be_written_offers_no_phrases(window: MainWindow) -> None:
    edit = edit_of(window, Column.DATE)
    edit.setReadOnly(True)
    press(edit, Qt.Key.Key_Down, ALT)
    assert [menu for menu in edit.findChildren(QMenu) if menu.isVisible()] == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31.02.2021", "⚠ такої дати немає в календарі, перевірте"),
        ("колись", "⚠ дату не зрозуміло"),
        ("13.08.2026", "13 серпня 2026, у межах кварталу"),
        ("14.10.2026", "⚠ 14 жовтня 2026, поза кварталом"),
        ("з 25.06.2018 по теперішній час", "триває з 25.06.2018"),
        ("постійно, до 31.12.2026", "постійний захід до 31.12.2026"),
        ("постійно, до 31.12.2021", "⚠ постійний захід до 31.12.2021, поза кварталом"),
    ],
)
def test_what_was_understood_stands_beneath(sampled: MainWindow, typed: str, said: str) -> None:
    type_over(sampled, typed, Column.DATE)
    assert sampled.panel.fields[Column.DATE].note == said
    sampled.panel.save()
    settle()
    assert sampled.panel.fields[Column.DATE].note == said


def test_the_field_over_a_cell_has_the_phrases_too(window: MainWindow) -> None:
    view = window.page.view
    view.choose(1, list(Column).index(Column.DATE))
    view.edit(view.currentIndex())
    editor = view.delegate.editor
    editor.selectAll()
    press(editor, Qt.Key.Key_Down, ALT)
    (menu,) = [menu for menu in editor.findChildren(QMenu) if menu.isVisible()]
    choose(menu, "щомісяця")
    assert editor.text() == "щомісяця"
    assert QKeySequence("Alt+Down") == window.actions_["row_down"].shortcut()
    type_text(editor, "!")
    assert editor.text() == "щомісяця!"

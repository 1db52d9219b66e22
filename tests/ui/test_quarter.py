"""The dialog of a new quarter and the words it says, without a register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hands import press, settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from courtcomms.model import (
    CarryOver,
    Cells,
    DateKind,
    DateSpan,
    Event,
    Participants,
    ParticipantsKind,
    Report,
    ReportState,
)
from courtcomms.period import Period
from ui.report import quarter_words as words
from ui.report.period_edit import PeriodEdit
from ui.report.quarter_dialog import QuarterDialog
from ui.report.queries import QuarterPlan

Q3, Q4 = Period.quarter(2021, 3), Period.quarter(2021, 4)
NOBODY = Participants(ParticipantsKind.NONE)


def event(number: int, phrase: str = "", span: DateSpan | None = None) -> Event:
    cells = Cells(title=f"Захід\n{number}", date=phrase)
    return Event(number, 1, 1, cells, span or DateSpan(DateKind.ONGOING), NOBODY)


def plan(carried: int = 3, dated: int = 1, closed: int = 1, report: Report | None = None) -> QuarterPlan:
    """A plan with so many events in each group."""
    ids = iter(range(1, 100))
    groups = [tuple(next(ids) for _ in range(count)) for count in (carried, dated, closed)]
    events = {number: event(number, "постійно") for group in groups for number in group}
    for number in groups[2]:
        events[number] = replace(events[number], closed_on=date(2021, 8, 12))
    return QuarterPlan(CarryOver(Q4, Q3, groups[0], groups[2], groups[1]), events, report)


@pytest.fixture
def dialog(qtbot: object) -> Iterator[QuarterDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)  # type: ignore[attr-defined]
    made = QuarterDialog(Q4, parent)
    made.show()
    made.show_plan(plan())
    yield made
    parent.deleteLater()


def lines(dialog: QuarterDialog) -> dict[str, list[str]]:
    """The groups and what stands in them."""
    tree = dialog.tree
    groups = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    return {group.text(0): [group.child(n).text(0) for n in range(group.childCount())] for group in groups}


def test_three_groups_tell_what_becomes_of_the_rows(dialog: QuarterDialog) -> None:
    assert lines(dialog) == {
        "Перенесуться (3)": ["Захід 1", "Захід 2", "Захід 3"],
        "Додадуться самі (1)": ["Захід 4"],
        "Завершені, не переносяться (1)": ["Захід 5"],
    }
    assert dialog.summary == "3 постійні заходи перенесуться, 1 додасться за датою."
    assert dialog.action.text() == "Почати звіт"


def test_a_row_is_unticked_by_the_space_bar(dialog: QuarterDialog) -> None:
    told = []
    dialog.agreed.connect(lambda _plan, chosen: told.append(chosen))
    dialog.tree.setFocus()
    press(dialog.tree, Qt.Key.Key_Down)
    press(dialog.tree, Qt.Key.Key_Space)
    assert dialog.summary.startswith("2 постійні заходи перенесуться (без позначки: 1)")
    dialog.accept()
    assert told == [(1, 3)]


def test_all_and_none_by_keyboard(dialog: QuarterDialog) -> None:
    press(dialog._none, Qt.Key.Key_Space)
    assert dialog.tree.chosen == ()
    assert dialog.summary.startswith("0 постійних заходів перенесуться")
    press(dialog._all, Qt.Key.Key_Space)
    assert dialog.tree.chosen == (1, 2, 3)


def test_the_heading_of_the_group_ticks_the_whole_group(dialog: QuarterDialog) -> None:
    group = dialog.tree.topLevelItem(0)
    assert group.checkState(0) is Qt.CheckState.Checked
    dialog.tree.setCurrentItem(group)
    press(dialog.tree, Qt.Key.Key_Space)
    assert dialog.tree.chosen == ()


def test_only_standing_events_can_be_ended_here(dialog: QuarterDialog) -> None:
    wanted = []
    dialog.ending.connect(lambda one: wanted.append(one.id))
    dialog._end.click()
    assert wanted == [1]
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(2).child(0))
    assert not dialog._end.isEnabled()


def test_another_period_is_asked_for_before_it_is_begun(dialog: QuarterDialog) -> None:
    asked = []
    dialog.asked.connect(asked.append)
    dialog.period.choose(Q4.shifted(1))
    assert asked[-1] == Q4.shifted(1)
    assert not dialog.action.isEnabled()
    dialog.show_plan(plan(carried=0))
    assert not dialog.action.isEnabled(), "an answer about the period before is no answer"


def test_what_was_unticked_stays_so_when_the_plan_comes_again(dialog: QuarterDialog) -> None:
    dialog.tree.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.show_plan(plan(carried=2))
    assert dialog.tree.chosen == (1,)


def test_a_report_that_is_there_gets_only_what_it_lacks(dialog: QuarterDialog) -> None:
    report = Report(7, 1, Q4, rows=9)
    dialog.show_plan(plan(report=report))
    assert "Додадуться самі (1)" not in lines(dialog)
    assert dialog.lead.startswith("Такий звіт уже є: 9 рядків.")
    assert dialog.action.text() == "Додати до звіту"
    dialog._none.click()
    assert dialog.action.text() == "Відкрити звіт"


def test_a_submitted_report_is_only_opened(dialog: QuarterDialog) -> None:
    told = []
    dialog.agreed.connect(lambda _plan, chosen: told.append(chosen))
    dialog.show_plan(plan(report=Report(7, 1, Q4, ReportState.SUBMITTED, rows=9)))
    assert "поверніть його до чернетки" in dialog.lead
    assert dialog.action.text() == "Відкрити звіт"
    assert not dialog._all.isEnabled()
    dialog.accept()
    assert told == [()]


def test_a_quarter_with_nothing_to_carry_is_possible(dialog: QuarterDialog) -> None:
    dialog.show_plan(plan(0, 0, 0))
    assert lines(dialog) == {}
    assert dialog.summary == "Переносити нічого: почнеться порожній звіт."
    assert dialog.action.isEnabled()


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 постійний захід перенесеться."),
        (2, "2 постійні заходи перенесуться."),
        (7, "7 постійних заходів перенесуться."),
        (21, "21 постійний захід перенесеться."),
    ],
)
def test_numbers_agree_with_their_words(count: int, said: str) -> None:
    assert words.summary(plan(count, 0, 0), count) == said


def test_since_when_and_why_not() -> None:
    begun = DateSpan(DateKind.ONGOING_FROM, date(2018, 6, 25))
    assert words.lasting(event(1, "з 25.06.2018\nпостійно", begun)) == (
        "з 25.06.2018 постійно · триває з 25.06.2018"
    )
    assert words.lasting(event(1)) == "триває постійно"
    assert words.ended(replace(event(1), closed_on=date(2021, 8, 12))) == "завершено 12.08.2021"
    over = DateSpan(DateKind.RANGE, date(2020, 1, 1), date(2021, 9, 1))
    assert words.ended(event(1, "до 01.09.2021", over)) == "тривав до 01.09.2021"


def test_half_years_and_years_can_be_chosen(qtbot: object) -> None:
    edit = PeriodEdit(Q4)
    qtbot.addWidget(edit)  # type: ignore[attr-defined]
    for code in ("2021-H2", "2021"):
        edit.choose(Period.parse(code))
        settle()
        assert edit.period.code == code

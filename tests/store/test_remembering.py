"""What is remembered of the whole register is as true as what is counted anew."""

from __future__ import annotations

import pytest

from courtcomms.model import Cells, Column
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register, unplaced

Q2, Q3 = Period.quarter(2021, 2), Period.quarter(2021, 3)


@pytest.fixture
def loose(register, add):
    """Three dated events without a row, of the second quarter, of both, of the third; one that has a row."""
    register.add_report(1, Q2)
    register.add_report(1, Q3)
    register.add_event(1, Cells(title="у рядку", date="13.08.2021"), period=Q3)
    return [
        add(title="весна", date="12.05.2021"),
        add(title="обидва", date="25.06.2021 – 05.07.2021"),
        add(title="літо", date="13.08.2021"),
    ]


def numbers(register: Register) -> dict[Period, int]:
    return {report.period: report.rows for report in register.reports(1)}


def listed(register: Register) -> dict[Period, int]:
    """The numbers by the listings themselves, which look for the events anew in another register."""
    with Register.open(register.path) as fresh:
        return {period: len(fresh.event_ids(EventQuery(1, period=period))) for period in (Q2, Q3)}


def check(register: Register, expected: dict[Period, int]) -> None:
    assert numbers(register) == numbers(register) == listed(register) == expected
    # Now the events are remembered, and the listings go by that.
    shown = {period: len(register.event_ids(EventQuery(1, period=period))) for period in (Q2, Q3)}
    assert shown == expected


def test_numbers_are_told_twice_alike(register, loose):
    check(register, {Q2: 2, Q3: 3})


def test_another_date_moves_an_event(register, loose):
    numbers(register)
    register.set_cell(loose[0], Column.DATE, "12.09.2021", version=1)
    check(register, {Q2: 1, Q3: 4})


def test_undo_moves_it_back(register, loose):
    changes = register.set_cell(loose[0], Column.DATE, "12.09.2021", version=1)
    numbers(register)
    register.revert(changes.step_id)
    check(register, {Q2: 2, Q3: 3})


def test_an_event_in_the_trash_is_not_counted(register, loose):
    numbers(register)
    register.trash_events(loose[1:2])
    check(register, {Q2: 1, Q3: 2})


def test_a_row_taken_out_keeps_the_event_from_other_reports(register, loose):
    numbers(register)
    report = register.report(1, Q3)
    register.set_included(report.id, loose[1], False)
    check(register, {Q2: 1, Q3: 2})


def test_what_another_program_wrote_is_seen(register, loose):
    numbers(register)
    with Register.open(register.path) as other:
        other.add_event(1, Cells(title="ще", date="14.08.2021"))
    check(register, {Q2: 2, Q3: 4})


def test_many_events_are_counted_though_not_remembered(register, loose, monkeypatch):
    monkeypatch.setattr(unplaced, "_MOST", 2)
    check(register, {Q2: 2, Q3: 3})


def test_the_order_of_a_report_is_the_same_either_way(register, loose):
    sought = register.event_ids(EventQuery(1, period=Q3))
    register.reports(1)
    assert register.event_ids(EventQuery(1, period=Q3)) == sought
    assert register.event_ids(EventQuery(1, period=Q3, descending=True)) == sought[::-1]


def test_a_search_repeated_after_a_change_finds_anew(register, add):
    first = add(title="школа")
    query = EventQuery(1, search="школа")
    assert register.event_ids(query) == register.event_ids(query) == (first,)
    second = add(title="школа")
    assert register.event_ids(query) == (first, second)
    register.set_cell(first, Column.TITLE, "суд", version=1)
    assert register.event_ids(query) == (second,)

"""Standing events on their way into the next report, and the rows of a report in blocks."""

import datetime as dt

import pytest

from courtcomms.errors import Conflict, Missing
from courtcomms.model import Cells, Column, Court, CourtName
from courtcomms.period import Period
from courtcomms.store import EventDetails, EventQuery

Q2, Q3, Q4 = (Period.quarter(2021, quarter) for quarter in (2, 3, 4))


@pytest.fixture
def standing(register):
    """Three standing events in the report of the third quarter."""
    rows = [Cells(title=title, date="триває") for title in "абв"]
    return register.add_rows(1, Q3, rows, label="Імпорт").created


def test_a_quarter_begins_in_one_step_and_is_taken_back_in_one(register, standing, shown):
    changes = register.carry_over(1, Q4, [standing[2], standing[0]])
    assert changes.label == "Новий квартал: ІV квартал 2021 року"
    assert shown(period=Q4) == ["в", "а"]
    undone = register.revert(changes.step_id)
    assert register.report(1, Q4) is None
    register.revert(undone.step_id)
    assert shown(period=Q4) == ["в", "а"]
    assert shown(period=Q3) == ["а", "б", "в"]


def test_a_quarter_without_events_is_a_report_too(register):
    assert register.carry_over(1, Q4, [])
    assert register.report(1, Q4).rows == 0
    assert register.carry_over(1, Period.parse("2021-H2"), []).label == "Новий звіт: ІІ півріччя 2021 року"


def test_what_is_missing_goes_behind_the_standing_rows_that_are_there(register, standing, add, shown):
    register.carry_over(1, Q4, [standing[1]])
    add(Q4, title="власний", date="05.10.2021")
    add(title="сам", date="01.10.2021")
    changes = register.carry_over(1, Q4, standing)
    assert changes.label == "Перенесено до звіту за ІV квартал 2021 року: 2 заходи"
    assert shown(period=Q4) == ["б", "а", "в", "сам", "власний"]
    assert not register.carry_over(1, Q4, standing)


def test_rows_that_were_imported_in_their_order_stay_behind_what_is_carried(register, standing, shown):
    register.add_rows(1, Q4, [Cells(title="власний", date="05.10.2021")], label="Імпорт")
    register.carry_over(1, Q4, standing)
    assert shown(period=Q4) == ["а", "б", "в", "власний"]


def test_a_row_that_was_taken_out_comes_back_when_it_is_asked_for(register, standing, shown):
    register.carry_over(1, Q4, standing)
    report = register.report(1, Q4).id
    register.set_included(report, standing[:2], False)
    assert register.placed(report) == frozenset(standing)
    assert shown(period=Q4) == ["в"]
    register.carry_over(1, Q4, standing[:1])
    assert shown(period=Q4) == ["в", "а"]


def test_what_cannot_be_carried_is_told_and_nothing_is_done(register, standing):
    with pytest.raises(Missing):
        register.carry_over(1, Q4, [*standing, 999])
    with pytest.raises(Missing):
        register.carry_over(99, Q4, [])
    register.trash_events(standing[:1])
    with pytest.raises(Conflict, match="кошика"):
        register.carry_over(1, Q4, standing)
    register.save_court(Court(0, (CourtName("Інший", "Іншого"),)))
    with pytest.raises(Missing, match="іншому суду"):
        register.carry_over(2, Q4, standing[1:])
    assert register.report(1, Q4) is register.report(2, Q4) is None


def test_standing_events_that_never_stood_in_a_report(register, standing, add):
    later, early = add(title="г", date="з 01.09.2021 по теперішній час"), add(title="ґ", date="щомісяця")
    told = add(title="д", date="13.08.2021")
    add(title="е", date="13.08.2021")
    register.set_details(told, EventDetails(standing=True), version=1)
    never, closed, trashed = (add(title=title, date="триває") for title in "єжз")
    register.set_details(never, EventDetails(standing=False), version=1)
    register.close_event(closed, dt.date(2021, 8, 1), version=1)
    register.trash_events([trashed])
    assert register.unreported_standing(1) == (early, told, later)
    assert register.unreported_standing(2) == ()


def test_an_event_is_closed_and_goes_on_in_a_step_each(register, standing):
    closed = register.close_event(standing[0], dt.date(2021, 9, 30), version=1)
    assert closed.label == "Завершено: а"
    (event,) = register.events(standing[:1])
    assert (event.closed_on, event.is_standing) == (dt.date(2021, 9, 30), False)
    with pytest.raises(Conflict):
        register.reopen_event(standing[0], version=1)
    again = register.reopen_event(standing[0], version=event.version)
    assert again.label == "Знову триває: а"
    assert register.events(standing[:1])[0].is_standing
    register.revert(again.step_id)
    register.revert(closed.step_id)
    assert register.events(standing[:1])[0].closed_on is None


@pytest.mark.parametrize(
    ("block", "after", "order"),
    [
        ([3, 1], None, [3, 1, 0, 2, 4, 5]),
        ([0, 1], 3, [2, 3, 0, 1, 4, 5]),
        ([5, 0], 2, [1, 2, 5, 0, 3, 4]),
        ([1, 2], 2, [0, 1, 2, 3, 4, 5]),
        ([0, 2], 0, [0, 2, 1, 3, 4, 5]),
        ([2, 3, 4], 5, [0, 1, 5, 2, 3, 4]),
    ],
)
def test_rows_move_as_a_block_in_one_step(register, add, block, after, order):
    """Four placed rows and two that stand by their dates."""
    placed = register.add_rows(1, Q3, [Cells(title=title) for title in "абвг"], label="Імпорт").created
    ids = (*placed, add(title="ґ", date="01.08.2021"), add(title="д", date="02.08.2021"))
    report, query = register.report(1, Q3).id, EventQuery(1, period=Q3)
    changes = register.move_rows(
        report, [ids[place] for place in block], after=None if after is None else ids[after]
    )
    assert register.event_ids(query) == tuple(ids[place] for place in order)
    assert bool(changes) == (order != [0, 1, 2, 3, 4, 5])
    if changes:
        assert changes.label == f"Переміщення: {len(block)} рядки"
        register.revert(changes.step_id)
        assert register.event_ids(query) == ids


def test_blocks_find_room_however_often_they_are_moved(register):
    ids = register.add_rows(1, Q3, [Cells(title=str(n)) for n in range(6)], label="Імпорт").created
    report, order = register.report(1, Q3).id, list(ids)
    for turn in range(30):
        block = [order[3 + turn % 2], order[5]]
        register.move_rows(report, block, after=order[0])
        rest = [id_ for id_ in order if id_ not in block]
        order = [rest[0], *block, *rest[1:]]
        assert register.event_ids(EventQuery(1, period=Q3)) == tuple(order)


def test_rows_come_behind_another_one_or_into_the_register_alone(register, add, shown):
    first, last = add(Q3, title="а"), add(Q3, title="я")
    register.add_rows(1, Q3, [Cells(title="б"), Cells(title="в")], label="Вставлено: 2 рядки", after=first)
    assert shown(period=Q3) == ["а", "б", "в", "я"]
    changes = register.add_rows(1, None, [Cells(title="г")], label="Вставлено")
    assert shown(period=Q3) == ["а", "б", "в", "я"]
    assert register.events(changes.created)[0].cells.title == "г"
    with pytest.raises(Missing):
        register.add_rows(1, Q4, [Cells(title="д")], label="Вставлено", after=last)


def test_many_rows_are_taken_out_and_in_as_one_step(register, standing, add, shown):
    loose = add(title="сам", date="05.08.2021")
    report = register.report(1, Q3).id
    out = register.set_included(report, [standing[0], loose], False)
    assert out.label == "Вилучено зі звіту: 2 рядки"
    assert shown(period=Q3) == ["б", "в"]
    assert register.excluded(report) == {standing[0], loose}
    elsewhere = [add(title="г"), add(title="ґ")]
    assert register.set_included(report, elsewhere, True).label == "Узято до звіту: 2 рядки"
    assert shown(period=Q3) == ["б", "в", "г", "ґ"]
    register.revert(out.step_id)
    assert shown(period=Q3) == ["а", "б", "в", "г", "ґ", "сам"]


def test_the_year_of_a_date_comes_with_the_report(register, add):
    """A date without a year is read once the event stands somewhere; carried on, it keeps that year."""
    event_id = add(title="а", date="щомісяця з 5 липня")
    register.carry_over(1, Q3, [event_id])
    read = register.events([event_id])[0].date_span
    assert read.start == dt.date(2021, 7, 5)
    register.carry_over(1, Period.quarter(2022, 1), [event_id])
    assert register.events([event_id])[0].date_span == read
    assert register.set_cell(event_id, Column.GOAL, "ціль", version=register.events([event_id])[0].version)

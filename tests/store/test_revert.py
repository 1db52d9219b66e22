"""Undo and redo of every kind of step, and what stands in their way."""

import datetime as dt

import pytest

from courtcomms.errors import Conflict, Missing
from courtcomms.model import Cells, Column, EventState
from courtcomms.period import Period
from courtcomms.store import EventDetails, EventQuery, Register

Q3 = Period.quarter(2021, 3)


def rows(*titles):
    return [Cells(title=title) for title in titles]


def _details_of(event):
    return EventDetails(event.note, event.tags, event.standing, event.closed_on)


def picture(register):
    """Everything that a user can see of a register."""
    everything = []
    for state in (EventState.LIVE, EventState.TRASHED):
        ids = register.event_ids(EventQuery(1, state=state))
        everything.append(
            [
                (
                    event.id,
                    event.cells,
                    event.note,
                    event.tags,
                    event.standing,
                    event.closed_on,
                    event.date_span,
                )
                for event in register.events(ids)
            ]
        )
    reports = [
        (
            report.period,
            report.rows,
            register.event_ids(EventQuery(1, period=report.period)),
            register.excluded(report.id),
        )
        for report in register.reports(1)
    ]
    return register.courts(), everything, reports


def _cell(register, ids):
    return register.set_cell(ids[0], Column.DATE, "15.08.2021", version=1)


def _details(register, ids):
    return register.set_details(
        ids[0], EventDetails("примітка", ("мітка",), False, dt.date(2021, 9, 1)), version=1
    )


def _report(register):
    return register.report(1, Q3).id


STEPS = {
    "cell": _cell,
    "details": _details,
    "trash": lambda register, ids: register.trash_events(ids[:2]),
    "event": lambda register, ids: register.add_event(1, Cells(title="новий", date="01.08.2021")),
    "event in a report": lambda register, ids: register.add_event(1, Cells(title="н"), period=Q3),
    "event behind another": lambda register, ids: register.add_event(
        1, Cells(title="н"), period=Q3, after=ids[0]
    ),
    "event in a new report": lambda register, ids: register.add_event(
        1, Cells(title="н"), period=Period.quarter(2022, 1)
    ),
    "import": lambda register, ids: register.add_rows(1, Q3, rows("x", "y"), label="Імпорт: 2 заходи"),
    "import into a new report": lambda register, ids: register.add_rows(
        1, Period.quarter(2022, 1), rows("x", "y"), label="Імпорт: 2 заходи"
    ),
    "report": lambda register, ids: register.add_report(1, Period.quarter(2022, 1)),
    "move": lambda register, ids: register.move_row(_report(register), ids[2], after=None),
    "exclude": lambda register, ids: register.set_included(_report(register), ids[1], False),
}


@pytest.mark.parametrize("kind", STEPS)
def test_undo_brings_back_what_was_and_redo_what_became(register, kind):
    ids = register.add_rows(1, Q3, rows("a", "b", "c"), label="Імпорт: 3 заходи").created
    before = picture(register)
    done = STEPS[kind](register, ids)
    after = picture(register)
    assert before != after
    undone = register.revert(done.step_id)
    assert picture(register) == before
    redone = register.revert(undone.step_id)
    assert picture(register) == after
    register.revert(redone.step_id)
    assert picture(register) == before
    assert undone.label == f"Скасовано: {done.label}"
    assert redone.label == f"Повернуто: {done.label}"
    assert register.integrity() == ()


def test_undo_works_after_reopening(register, file):
    changes = register.add_rows(1, Q3, rows("a"), label="Імпорт")
    before = picture(register)
    register.close()
    with Register.open(file) as again:
        undone = again.revert(changes.step_id)
        assert again.reports(1) == ()
        assert again.event_ids(EventQuery(1)) == ()
        again.revert(undone.step_id)
        assert picture(again) == before


def test_a_taken_back_event_is_neither_in_the_trash_nor_found(register, shown):
    changes = register.add_event(1, Cells(title="помилковий"))
    register.revert(changes.step_id)
    assert shown() == shown(state=EventState.TRASHED) == shown(search="помилковий") == []
    with pytest.raises(Missing):
        register.set_cell(changes.created[0], Column.TITLE, "x", version=2)
    assert not register.restore_events(changes.created)


def test_a_report_that_the_user_made_outlives_the_undo_of_an_import(register):
    register.add_report(1, Q3)
    changes = register.add_rows(1, Q3, rows("a"), label="Імпорт")
    register.revert(changes.step_id)
    assert register.report(1, Q3).rows == 0


def test_a_report_in_which_others_worked_outlives_the_undo_of_its_import(register, shown):
    changes = register.add_rows(1, Q3, rows("імпортований"), label="Імпорт")
    register.add_event(1, Cells(title="дописаний"), period=Q3)
    undone = register.revert(changes.step_id)
    assert shown(period=Q3) == ["дописаний"]
    register.revert(undone.step_id)
    assert shown(period=Q3) == ["імпортований", "дописаний"]


def test_a_changed_cell_stands_in_the_way_and_says_whose_change_it_was(register, add, file):
    event_id = add(title="Екскурсія")
    mine = register.set_cell(event_id, Column.GOAL, "моє", version=1)
    with Register.open(file, who="Ігор") as other:
        other.set_cell(event_id, Column.GOAL, "чуже", version=2)
    with pytest.raises(Conflict) as refusal:
        register.revert(mine.step_id)
    sentence = str(refusal.value)
    assert "Екскурсія" in sentence
    assert "Комунікаційна ціль" in sentence
    assert "Ігор" in sentence
    assert register.events([event_id])[0].cells.goal == "чуже"


def test_another_cell_changed_since_does_not_stand_in_the_way(register, add):
    event_id = add(title="Екскурсія")
    goal = register.set_cell(event_id, Column.GOAL, "ціль", version=1)
    register.set_cell(event_id, Column.TITLE, "Інша", version=2)
    register.revert(goal.step_id)
    cells = register.events([event_id])[0].cells
    assert (cells.title, cells.goal) == ("Інша", "")


def test_a_step_is_taken_back_once(register, add):
    event_id = add(title="а")
    changes = register.set_cell(event_id, Column.TITLE, "б", version=1)
    register.revert(changes.step_id)
    with pytest.raises(Conflict):
        register.revert(changes.step_id)
    assert register.events([event_id])[0].cells.title == "а"


def test_an_event_edited_since_is_not_taken_back(register):
    created = register.add_event(1, Cells(title="а"))
    register.set_cell(created.created[0], Column.GOAL, "дописано", version=1)
    with pytest.raises(Conflict, match="захід «а»"):
        register.revert(created.step_id)
    assert register.event_ids(EventQuery(1)) == created.created


def test_an_event_in_the_trash_is_not_taken_back(register):
    created = register.add_event(1, Cells(title="а"))
    register.trash_events(created.created)
    with pytest.raises(Conflict, match="у кошику"):
        register.revert(created.step_id)


def test_an_event_that_stands_in_another_report_by_now_is_not_taken_back(register):
    created = register.add_event(1, Cells(title="а"))
    register.add_report(1, Q3)
    register.set_included(register.report(1, Q3).id, created.created[0], True)
    with pytest.raises(Conflict, match="до звіту"):
        register.revert(created.step_id)


def test_a_report_with_rows_is_not_taken_back(register):
    made = register.add_report(1, Q3)
    register.add_rows(1, Q3, rows("a"), label="Імпорт")
    with pytest.raises(Conflict, match="ІІІ квартал 2021 року уже має рядки"):
        register.revert(made.step_id)


def test_a_court_with_events_is_not_taken_back(register, add):
    add(title="a")
    with pytest.raises(Conflict):
        register.revert(1)
    assert len(register.courts()) == 1


def test_a_conflict_in_the_middle_changes_nothing_at_all(register):
    created = register.add_rows(1, Q3, rows("a", "b", "c"), label="Імпорт")
    register.set_cell(created.created[0], Column.GOAL, "x", version=1)
    before = picture(register)
    with pytest.raises(Conflict):
        register.revert(created.step_id)
    assert picture(register) == before
    assert register.integrity() == ()


def test_redo_is_refused_where_its_place_was_taken(register):
    made = register.add_report(1, Q3)
    undone = register.revert(made.step_id)
    register.add_report(1, Q3)
    with pytest.raises(Conflict):
        register.revert(undone.step_id)
    assert len(register.reports(1)) == 1


def test_a_step_that_never_was_is_missing(register):
    with pytest.raises(Missing):
        register.revert(4711)


def test_a_moved_row_goes_back_although_others_moved_since(register, shown):
    a, b, c = register.add_rows(1, Q3, rows("a", "b", "c"), label="Імпорт").created
    report = register.report(1, Q3).id
    first = register.move_row(report, c, after=None)
    register.move_row(report, b, after=c)
    register.revert(first.step_id)
    assert shown(period=Q3)[-1] == "c"
    assert a

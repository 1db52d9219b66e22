"""A submitted report is a copy that later edits cannot touch."""

import datetime as dt

import pytest

from courtcomms.errors import Conflict, Frozen, Missing
from courtcomms.model import (
    Anchor,
    Cells,
    Column,
    Court,
    CourtName,
    EventState,
    ParticipantsKind,
    ReportState,
)
from courtcomms.period import Period
from courtcomms.store import EventDetails, EventQuery, Register

Q3, Q4 = Period.quarter(2021, 3), Period.quarter(2021, 4)
COURT = CourtName("Садовий районний суд", "Садового районного суду", dt.date(2020, 1, 1))
FILES = {".docx": b"PK word", ".xlsx": b"PK excel" * 1000}
ROWS = (
    Cells(number="1", title="Сторінка суду", date="триває", media="«Вісник»\n«Голос»", participants="-"),
    Cells(
        number="2",
        title="Екскурсія",
        date="13 серпня",
        site_links="тут",
        participants="12 учнів",
        anchors=(Anchor(Column.SITE_LINKS, "тут", "https://a.ua/1"),),
    ),
)


@pytest.fixture
def ids(register):
    """Two placed rows and one that stands by its date."""
    placed = register.add_rows(1, Q3, ROWS, label="Імпорт").created
    return (
        *placed,
        *register.add_rows(1, None, [Cells(title="Лекція", date="20.08.2021")], label="x").created,
    )


@pytest.fixture
def report(register, ids):
    return register.report(1, Q3).id


def submit(register: Register, report: int, **options):
    return register.submit(report, register.current_events(report), COURT, FILES, **options)


def edit(register, event_id, column, text):
    (event,) = register.events([event_id])
    return register.set_cell(event_id, column, text, version=event.version)


def state(register):
    return register.report(1, Q3).state


def test_what_was_sent_is_kept_whole(register, ids, report):
    before = register.current_events(report)
    changes = submit(register, report, notes={".xlsx": ["Задовга адреса."]})
    assert changes.label == "Звіт подано: ІІІ квартал 2021 року"
    sent = register.frozen(report)
    assert [row.event_id for row in sent.rows] == list(ids)
    assert [row.cells for row in sent.rows] == [event.cells for event in before]
    assert (sent.court, sent.files, sent.who) == (COURT, FILES, "Олена")
    assert sent.notes == {".xlsx": ("Задовга адреса.",)}
    assert state(register) is ReportState.SUBMITTED
    assert register.integrity() == ()


def test_frozen_events_are_what_they_were_when_they_were_sent(register, ids, report):
    before = register.current_events(report)
    submit(register, report)
    edit(register, ids[1], Column.PARTICIPANTS, "40 учнів")
    edit(register, ids[1], Column.DATE, "14.10.2022")
    register.close_event(ids[0], dt.date(2021, 12, 1), version=register.events(ids[:1])[0].version)
    register.trash_events([ids[2]])
    sent = register.frozen_events(report)
    for event, old in zip(sent, before, strict=True):
        assert event.state is EventState.FROZEN
        for told in ("id", "cells", "date_span", "participants", "media_count", "link_count", "is_standing"):
            assert getattr(event, told) == getattr(old, told), told
    assert sent[1].date_span.start == dt.date(2021, 8, 13)
    assert sent[1].participants.kind is ParticipantsKind.EXACT
    assert [event.id for event in register.current_events(report)] == list(ids[:2])


def test_the_report_shows_and_counts_the_rows_that_were_sent(register, ids, report, add, shown):
    submit(register, report)
    edit(register, ids[0], Column.TITLE, "Канал суду")
    register.trash_events([ids[1]])
    add(title="запізнілий", date="30.08.2021")
    assert register.event_ids(EventQuery(1, period=Q3)) == ids
    assert [one.rows for one in register.reports(1)] == [3]
    assert register.report(1, Q3).rows == 3
    found = {word: register.event_ids(EventQuery(1, period=Q3, search=word)) for word in ("сторін", "канал")}
    assert found == {"сторін": ids[:1], "канал": ()}
    assert register.event_ids(EventQuery(1, period=Q3, search="a.ua сторінка")) == ()
    assert register.submitted_report(1, Q3) == report
    assert register.submitted_report(1, Q4) == 0


@pytest.mark.parametrize("sort", Column)
@pytest.mark.parametrize("descending", [False, True])
def test_sent_rows_sort_as_rows_in_work(register, ids, report, sort, descending):
    register.add_rows(
        1, Q3, [Cells(number="x", title="їжа", date="05.07.2021"), Cells(date="з 05.07.2021")], label="x"
    )
    query = EventQuery(1, period=Q3, sort=sort, descending=descending)
    before = register.event_ids(query)
    submit(register, report)
    assert register.event_ids(query) == before


ACTS = {
    "move": lambda register, report, ids: register.move_row(report, ids[0], after=ids[1]),
    "move many": lambda register, report, ids: register.move_rows(report, ids[:2], after=ids[2]),
    "exclude": lambda register, report, ids: register.set_included(report, ids[0], False),
    "exclude loose": lambda register, report, ids: register.set_included(report, [ids[2]], False),
    "add event": lambda register, report, ids: register.add_event(1, Cells(title="x"), period=Q3),
    "add rows": lambda register, report, ids: register.add_rows(1, Q3, [Cells(title="x")], label="x"),
    "carry over": lambda register, report, ids: register.carry_over(1, Q3, ids),
    "check": lambda register, report, ids: register.mark_checked(report),
    "submit": lambda register, report, ids: submit(register, report),
    "undo of its import": lambda register, report, ids: register.revert(2),
}


@pytest.mark.parametrize("kind", ACTS)
def test_nothing_reaches_the_rows_of_a_submitted_report(register, ids, report, kind):
    submit(register, report)
    before = register.frozen(report), register.current_events(report), register.event_ids(EventQuery(1))
    with pytest.raises(Frozen, match="Поверніть звіт у роботу"):
        ACTS[kind](register, report, ids)
    assert before == (
        *(register.frozen(report), register.current_events(report)),
        register.event_ids(EventQuery(1)),
    )


def test_reopening_brings_back_what_there_is_now(register, ids, report, shown):
    submit(register, report)
    edit(register, ids[0], Column.TITLE, "Канал суду")
    register.trash_events([ids[1]])
    changes = register.reopen(report)
    assert changes.label == "Звіт повернуто в роботу: ІІІ квартал 2021 року"
    assert shown(period=Q3) == ["Канал суду", "Лекція"]
    assert (state(register), register.frozen(report), register.frozen_events(report)) == (
        ReportState.DRAFT,
        None,
        (),
    )
    assert not register.reopen(report)
    register.move_row(report, ids[2], after=None)
    assert shown(period=Q3) == ["Лекція", "Канал суду"]


def test_submission_and_reopening_are_steps_that_can_be_taken_back(register, ids, report, file):
    sent = submit(register, report)
    copy = register.frozen(report)
    edit(register, ids[0], Column.TITLE, "Канал суду")
    opened = register.reopen(report)
    again = register.revert(opened.step_id)
    assert register.frozen(report) == copy
    register.revert(again.step_id)
    assert register.frozen(report) is None
    second = submit(register, report)
    assert register.frozen(report).rows[0].cells.title == "Канал суду"
    register.revert(second.step_id)
    with pytest.raises(Conflict):
        register.revert(sent.step_id)
    register.close()
    with Register.open(file) as later:
        assert later.integrity() == ()


def test_a_report_can_be_taken_back_though_it_was_once_submitted(register):
    made = register.add_report(1, Q4)
    report = register.report(1, Q4).id
    sent = submit(register, report)
    with pytest.raises(Conflict):
        register.revert(made.step_id)
    undone = register.revert(sent.step_id)
    gone = register.revert(made.step_id)
    assert register.reports(1) == ()
    register.revert(gone.step_id)
    register.revert(undone.step_id)
    assert register.frozen(report).files == FILES


def test_what_changed_meanwhile_is_not_submitted_unseen(register, ids, report):
    seen = register.current_events(report)
    edit(register, ids[0], Column.TITLE, "Канал суду")
    with pytest.raises(Conflict, match="ще раз"):
        register.submit(report, seen, COURT, FILES)
    register.set_included(report, ids[0], False)
    with pytest.raises(Conflict):
        register.submit(report, seen, COURT, FILES)
    assert state(register) is ReportState.DRAFT
    with pytest.raises(Missing):
        register.submit(99, (), COURT, FILES)


def test_an_empty_quarter_is_submitted_too(register):
    register.add_report(1, Q4)
    report = register.report(1, Q4).id
    submit(register, report)
    assert register.frozen(report).rows == ()
    assert register.event_ids(EventQuery(1, period=Q4)) == register.frozen_events(report) == ()


FALLS_BACK = {
    "cell": (lambda register, report, ids: edit(register, ids[0], Column.GOAL, "x"), True),
    "loose cell": (lambda register, report, ids: edit(register, ids[2], Column.GOAL, "x"), True),
    "loose date": (lambda register, report, ids: edit(register, ids[2], Column.DATE, "20.11.2021"), True),
    "trash": (lambda register, report, ids: register.trash_events([ids[2]]), True),
    "move": (lambda register, report, ids: register.move_row(report, ids[0], after=ids[1]), True),
    "exclude": (lambda register, report, ids: register.set_included(report, ids[0], False), True),
    "new loose": (lambda register, report, ids: register.add_event(1, Cells(date="09.09.2021")), True),
    "new row": (lambda register, report, ids: register.add_event(1, Cells(title="x"), period=Q3), True),
    "note": (
        lambda register, report, ids: register.set_details(ids[0], EventDetails("н"), version=1),
        False,
    ),
    "elsewhere": (lambda register, report, ids: register.add_event(1, Cells(date="09.10.2021")), False),
    "other report": (lambda register, report, ids: register.carry_over(1, Q4, ids[:1]), False),
    "court": (lambda register, report, ids: register.save_court(Court(1, (COURT,), code="5")), False),
}


@pytest.mark.parametrize("kind", FALLS_BACK)
def test_a_checked_report_is_a_draft_again_once_something_in_it_changes(register, ids, report, kind):
    act, falls = FALLS_BACK[kind]
    assert register.mark_checked(report).label == "Звіт перевірено: ІІІ квартал 2021 року"
    changes = act(register, report, ids)
    assert state(register) is (ReportState.DRAFT if falls else ReportState.CHECKED)
    assert (report in changes.reports) or not falls
    undone = register.revert(changes.step_id)
    assert state(register) is ReportState.CHECKED
    register.revert(undone.step_id)
    assert state(register) is (ReportState.DRAFT if falls else ReportState.CHECKED)


def test_what_was_taken_out_may_change_in_a_checked_report(register, ids, report):
    register.set_included(report, ids[0], False)
    register.mark_checked(report)
    edit(register, ids[0], Column.GOAL, "x")
    assert state(register) is ReportState.CHECKED


def test_an_edit_can_be_taken_back_from_a_report_that_was_checked_again(register, ids, report):
    register.mark_checked(report)
    changes = edit(register, ids[0], Column.GOAL, "x")
    register.mark_checked(report)
    register.revert(changes.step_id)
    assert register.events(ids[:1])[0].cells.goal == ""
    assert state(register) is ReportState.DRAFT


def test_a_checked_report_can_be_submitted(register, ids, report):
    register.mark_checked(report)
    changes = submit(register, report)
    assert state(register) is ReportState.SUBMITTED
    register.revert(changes.step_id)
    assert state(register) is ReportState.CHECKED

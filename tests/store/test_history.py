"""What the journal tells of an event."""

import datetime as dt

from courtcomms.model import Cells, Column, CourtName
from courtcomms.period import Period
from courtcomms.store import EventDetails, Register

Q4 = Period.quarter(2021, 4)


def test_history_tells_who_changed_what_and_when(register, file):
    created = register.add_rows(1, Period.quarter(2021, 3), [Cells(title="а")], label="Імпорт: 1 захід")
    event_id = created.created[0]
    started = dt.datetime.now(dt.UTC)
    with Register.open(file, who="Ігор") as other:
        changes = other.set_cell(event_id, Column.DATE, "13.08.2021", version=1)
    register.revert(changes.step_id)
    entered, taken, changed, undone = register.history(event_id)
    assert (taken.label, taken.field, taken.before, taken.after) == (
        *("Узято до звіту за ІІІ квартал 2021 року", "report", None),
        "ІІІ квартал 2021 року",
    )
    assert (entered.label, entered.who, entered.column) == ("Імпорт: 1 захід", "Олена", None)
    assert (changed.who, changed.column, changed.before, changed.after) == (
        *("Ігор", Column.DATE, ""),
        "13.08.2021",
    )
    assert started <= changed.when <= dt.datetime.now(dt.UTC)
    assert (undone.label, undone.who) == ("Скасовано: Зміна: Дата проведення", "Олена")
    assert (undone.before, undone.after) == ("13.08.2021", "")


def test_a_change_in_the_history_can_be_taken_back_from_there(register, add):
    event_id = add(title="а")
    register.set_cell(event_id, Column.TITLE, "б", version=1)
    register.set_cell(event_id, Column.GOAL, "ціль", version=2)
    register.revert(register.history(event_id)[1].step_id)
    assert register.events([event_id])[0].cells.title == "а"


def test_details_are_told_as_text(register, add):
    event_id = add(title="а")
    details = EventDetails("н", ("а", "б"), True, dt.date(2021, 9, 30))
    register.set_details(event_id, details, version=1)
    told = {entry.field: (entry.before, entry.after) for entry in register.history(event_id)[1:]}
    assert told == {
        "note": ("", "н"),
        "tags": ("", "а, б"),
        "standing": (None, "так"),
        "closed_on": (None, "2021-09-30"),
    }


def test_an_event_without_changes_has_only_its_beginning(register, add):
    assert len(register.history(add(title="а"))) == 1
    assert register.history(999) == ()


def test_the_way_through_reports_is_told(register, add):
    event_id = add(title="Сторінка", date="триває")
    register.carry_over(1, Q4, [event_id])
    report = register.report(1, Q4).id
    sent = register.submit(report, register.current_events(report), CourtName("Суд", "Суду"), {".docx": b"x"})
    register.reopen(report)
    register.move_row(report, add(period=Q4, title="інший"), after=None)
    register.set_included(report, event_id, False)
    told = [(entry.label, entry.before, entry.after) for entry in register.history(event_id)[1:]]
    name = "ІV квартал 2021 року"
    assert told == [
        (f"Узято до звіту за {name}", None, name),
        (f"Подано у звіті за {name}", None, name),
        (f"Вилучено зі звіту за {name}", name, None),
    ]
    assert register.history(event_id)[2].step_id == sent.step_id

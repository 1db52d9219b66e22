"""A step tells everything that it changed, and nothing else: the stored rows themselves are the witness."""

import json

import pytest

from courtcomms.model import Cells, Column, Court, CourtName
from courtcomms.period import Period
from courtcomms.store import EventDetails, EventQuery
from courtcomms.store.journal import ChangeRecord, StepRecord
from courtcomms.store.side_tables import SUBJECTS
from courtcomms.store.steps import stored

Q3, Q4 = Period.quarter(2021, 3), Period.quarter(2021, 4)


def dump(register):
    """Every recorded field of every row that is there; withdrawn events and courts are not."""
    with register._reading() as session:
        return {
            (subject, row.id): {field: stored(getattr(row, field)) for field in table.RECORDED}
            for subject, table in SUBJECTS.items()
            for row in session.query(table)
            if getattr(row, "state", "") != "withdrawn" and not getattr(row, "withdrawn", False)
        }


def replay(before, entries):
    """What the entries make of the rows that were there; each must fit what it finds."""
    rows = {key: dict(fields) for key, fields in before.items()}
    for entry in entries:
        key = (entry.subject, entry.subject_id)
        if entry.field:
            assert rows[key][entry.field] == entry.before
            rows[key][entry.field] = entry.after
        elif entry.before is None:
            assert key not in rows
            rows[key] = _fields(entry.after)
        else:
            assert rows.pop(key) == _fields(entry.before)
            assert entry.after is None
    return rows


def _fields(whole):
    fields = json.loads(whole)
    return {
        field: json.dumps(value, ensure_ascii=False, separators=(",", ":")) for field, value in fields.items()
    }


def report_id(register, period=Q3):
    return register.report(1, period).id


ACTS = {
    "court": lambda register, ids: register.save_court(
        Court(1, (CourtName("Інший", "Іншого"),), "https://a.ua")
    ),
    "new court": lambda register, ids: register.save_court(Court(0, (CourtName("Інший", "Іншого"),))),
    "report": lambda register, ids: register.add_report(1, Q4),
    "event": lambda register, ids: register.add_event(1, Cells(title="н", date="05.08.2021"), period=Q4),
    "event behind loose ones": lambda register, ids: register.add_event(
        1, Cells(title="н"), period=Q3, after=ids[-1]
    ),
    "import": lambda register, ids: register.add_rows(1, Q4, [Cells(title="x"), Cells()], label="Імпорт"),
    "cell": lambda register, ids: register.set_cell(ids[0], Column.MEDIA, "«Вісник»", version=1),
    "details": lambda register, ids: register.set_details(ids[0], EventDetails("н", ("т",)), version=1),
    "trash": lambda register, ids: register.trash_events(ids),
    "move placed": lambda register, ids: register.move_row(report_id(register), ids[0], after=ids[1]),
    "move behind loose ones": lambda register, ids: register.move_row(
        report_id(register), ids[0], after=ids[-1]
    ),
    "exclude loose": lambda register, ids: register.set_included(report_id(register), ids[-1], False),
}


@pytest.fixture
def ids(register, add):
    """Three placed rows and two that appear by their dates."""
    placed = register.add_rows(1, Q3, [Cells(title=title) for title in "абв"], label="Імпорт").created
    return (*placed, add(title="г", date="10.08.2021"), add(title="ґ", date="20.08.2021"))


@pytest.mark.parametrize("kind", ACTS)
def test_entries_are_complete_for_the_act_its_undo_and_its_redo(register, ids, kind):
    before = dump(register)
    done = ACTS[kind](register, ids)
    after = dump(register)
    assert replay(before, done.entries) == after
    undone = register.revert(done.step_id)
    assert replay(after, undone.entries) == dump(register) == before
    redone = register.revert(undone.step_id)
    assert replay(before, redone.entries) == dump(register) == after


@pytest.mark.parametrize("kind", ACTS)
def test_whatever_looks_otherwise_afterwards_is_named(register, ids, kind):
    """What a window keeps of events and reports is stale only where a step says so."""

    def seen():
        known = range(1, 20)
        reports = {
            report.id: (report, register.event_ids(EventQuery(1, period=report.period)))
            for report in register.reports(1)
        }
        return {event.id: event for event in register.events(known)}, reports

    events, reports = seen()
    done = []
    for act in (lambda: ACTS[kind](register, ids), lambda: register.revert(done[0].step_id)):
        changes = act()
        done.append(changes)
        new_events, new_reports = seen()
        changed = {key for key in events | new_events if events.get(key) != new_events.get(key)}
        assert changed == set(changes.events)
        touched = {key for key in reports | new_reports if reports.get(key) != new_reports.get(key)}
        assert touched <= set(changes.reports)
        events, reports = new_events, new_reports


def test_a_step_and_its_entries_are_what_the_journal_holds(register, ids):
    done = register.move_row(report_id(register), ids[0], after=ids[-1])
    with register._reading() as session:
        record = session.get(StepRecord, done.step_id)
        entries = session.query(ChangeRecord).filter_by(step_id=done.step_id).order_by(ChangeRecord.id).all()
        assert (record.title, record.who) == ("Переміщення рядка", "Олена")
        assert [
            (entry.subject, entry.subject_id, entry.field, entry.before, entry.after) for entry in entries
        ] == [
            (entry.subject, entry.subject_id, entry.field, entry.before, entry.after)
            for entry in done.entries
        ]


def test_an_act_that_changes_nothing_leaves_no_trace(register, ids):
    def steps():
        with register._reading() as session:
            return session.query(StepRecord).count()

    before = steps()
    idle = [
        register.add_report(1, Q3),
        register.trash_events([]),
        register.restore_events(ids),
        register.set_cell(ids[0], Column.TITLE, "а", version=1),
        register.set_details(ids[0], EventDetails(), version=1),
        register.move_row(report_id(register), ids[1], after=ids[0]),
        register.set_included(report_id(register), ids[0], True),
        register.save_court(register.courts()[0]),
    ]
    assert not any(idle)
    assert {changes.step_id for changes in idle} == {0}
    assert steps() == before

"""A quarter's beginning and its end, as window and command line share them."""

from pathlib import Path

import pytest

from courtcomms.errors import BadInput, Conflict
from courtcomms.model import Cells, Column, DifferenceKind, ReportState
from courtcomms.period import Period
from courtcomms.reports.export import export_report
from courtcomms.reports.form import load_form
from courtcomms.sample import fill_sample
from courtcomms.services import (
    compare_submitted,
    mark_checked,
    only_court,
    plan_quarter,
    reopen_report,
    report_events,
    snapshot_report,
    submit_report,
    write_report,
)
from courtcomms.store import EventQuery, Register

Q2, Q3, Q4 = (Period.quarter(2026, quarter) for quarter in (2, 3, 4))
FORM = load_form(None)


@pytest.fixture
def register(tmp_path: Path):
    with Register.open(tmp_path / "register.sqlite") as register:
        fill_sample(register)
        yield register


def report(register: Register, period: Period = Q3):
    found = register.report(1, period)
    assert found is not None
    return found


def edit(register: Register, event_id: int, column: Column, text: str) -> None:
    (event,) = register.events([event_id])
    register.set_cell(event_id, column, text, version=event.version)


def test_a_plan_writes_nothing_and_tells_what_its_act_does(register: Register) -> None:
    dated = register.add_event(1, Cells(title="Ярмарок", date="05.10.2026")).created
    plan = plan_quarter(register, 1, Q4)
    assert register.report(1, Q4) is None
    assert (plan.source, plan.dated, plan.present) == (Q3, dated, ())
    standing = tuple(event.id for event in report_events(register, 1, Q3) if event.is_standing)
    assert plan.carried == standing
    assert len(standing) > 3
    register.carry_over(1, Q4, plan.carried)
    assert register.event_ids(EventQuery(1, period=Q4)) == standing + dated
    again = plan_quarter(register, 1, Q4)
    assert (again.carried, again.present, again.dated) == ((), standing, dated)


def test_what_was_taken_out_before_or_closed_is_not_carried(register: Register) -> None:
    first, second, third = plan_quarter(register, 1, Q4).carried[:3]
    register.set_included(report(register).id, first, False)
    register.close_event(second, Q3.end, version=register.events([second])[0].version)
    register.trash_events([third])
    plan = plan_quarter(register, 1, Q4)
    assert not {first, second, third} & set(plan.carried)
    assert plan.closed == (second,)


def test_a_submitted_report_is_carried_from_in_the_order_it_was_sent(register: Register) -> None:
    before = plan_quarter(register, 1, Q4).carried
    submit_report(register, report(register), FORM)
    register.trash_events(before[:1])
    assert plan_quarter(register, 1, Q4).carried == before[1:]


def test_a_quarter_that_was_left_out_is_passed_over(register: Register) -> None:
    plan = plan_quarter(register, 1, Period.quarter(2027, 2))
    assert (plan.source, plan.carried) == (Q3, plan_quarter(register, 1, Q4).carried)
    assert plan_quarter(register, 1, Period.parse("2026-H2")).source == Q3


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_submitted_report_is_written_as_it_was_sent(
    register: Register, tmp_path: Path, suffix: str
) -> None:
    first, again = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    written = write_report(register, Q3, first, FORM)
    changes = submit_report(register, report(register), FORM)
    assert report(register).state is ReportState.SUBMITTED
    edit(register, 1, Column.TITLE, "Інше")
    assert write_report(register, Q3, again, FORM) == written
    assert again.read_bytes() == first.read_bytes()
    snapshot = snapshot_report(register, only_court(register), Q3, FORM)
    assert snapshot.rows[0][1].text != "Інше"
    export_report(snapshot, again)
    assert again.read_bytes() == first.read_bytes()
    register.revert(changes.step_id)
    write_report(register, Q3, again, FORM)
    assert again.read_bytes() != first.read_bytes()


def test_a_cell_that_excel_cannot_hold_does_not_keep_a_report_back(
    register: Register, tmp_path: Path
) -> None:
    edit(register, 1, Column.GOAL, "я" * 40_000)
    submit_report(register, report(register), FORM)
    frozen = register.frozen(report(register).id)
    assert frozen is not None
    assert frozen.files.keys() == {".docx"}
    write_report(register, Q3, tmp_path / "a.docx", FORM)
    with pytest.raises(BadInput):
        write_report(register, Q3, tmp_path / "a.xlsx", FORM)


def test_what_changed_since_is_told(register: Register) -> None:
    assert compare_submitted(register, report(register)) == ()
    submit_report(register, report(register), FORM)
    assert compare_submitted(register, report(register)) == ()
    ids = register.event_ids(EventQuery(1, period=Q3))
    (old,) = register.events(ids[:1])
    edit(register, ids[0], Column.GOAL, "Нова ціль")
    register.trash_events(ids[1:2])
    (late,) = register.add_event(1, Cells(title="Запізнілий", date="30.09.2026")).created
    told = {
        (one.event_id, one.kind, one.number): one for one in compare_submitted(register, report(register))
    }
    assert told.keys() == {
        (ids[0], DifferenceKind.CHANGED, 1),
        (ids[1], DifferenceKind.REMOVED, 2),
        (late, DifferenceKind.ADDED, len(ids)),
    }
    changed = told[ids[0], DifferenceKind.CHANGED, 1]
    assert (changed.column, changed.before, changed.after) == (Column.GOAL, old.cells.goal, "Нова ціль")
    reopen_report(register, report(register))
    assert compare_submitted(register, report(register)) == ()


def test_checked_then_changed_then_submitted(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    mark_checked(register, report(register))
    assert report(register).state is ReportState.CHECKED
    edit(register, 1, Column.GOAL, "Нова ціль")
    assert report(register).state is ReportState.DRAFT
    seen = register.current_events

    def changed_meanwhile(report_id: int):
        events = seen(report_id)
        edit(register, 1, Column.GOAL, "Ще новіша")
        return events

    monkeypatch.setattr(register, "current_events", changed_meanwhile)
    with pytest.raises(Conflict):
        submit_report(register, report(register), FORM)
    assert report(register).state is ReportState.DRAFT


def test_a_quarter_without_events_is_submitted_with_its_row_of_dashes(
    register: Register, tmp_path: Path
) -> None:
    register.carry_over(1, Period.quarter(2030, 1), [])
    empty = report(register, Period.quarter(2030, 1))
    submit_report(register, empty, FORM)
    assert write_report(register, empty.period, tmp_path / "a.docx", FORM).rows == 0
    snapshot = snapshot_report(register, only_court(register), empty.period, FORM)
    assert [cell.text for cell in snapshot.rows[0]] == ["-"] * 9

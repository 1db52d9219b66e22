"""Registers as earlier versions wrote them, brought to this program's schema."""

import contextlib
import datetime as dt
import lzma
import sqlite3
from pathlib import Path

import pytest

from courtcomms.model import Cells, Column, CourtName, EventState, LinkCheck, ReportState, Severity, Verdict
from courtcomms.period import Period
from courtcomms.store import ColumnFilter, EventQuery, Register
from courtcomms.store.identity import SCHEMA_VERSION
from courtcomms.store.incoming import IncomingReport, IncomingRow

#: Written by version 1: the sample; a cell changed, a row moved, one taken out, an event trashed, one
#: with a note, one entered and taken back, and an empty report: steps 11 to 18.
OLD = Path(__file__).parent / "data" / "register_0001.sqlite3.xz"
#: Written by version 2: the sample; Q2 submitted, a finding hidden, a default, an outlet, a cell changed.
SECOND = OLD.with_name("register_0002.sqlite3.xz")
#: Written by version 3: the sample; Q2 submitted, a row imported from a file, an address seen and confirmed.
THIRD = OLD.with_name("register_0003.sqlite3.xz")
Q2, Q3, Q4 = (Period.quarter(2026, quarter) for quarter in (2, 3, 4))
SAMPLE, EMPTY_REPORT = 10, 18


@pytest.fixture
def old(tmp_path):
    """The old file, not yet opened."""
    file = tmp_path / "register.sqlite3"
    file.write_bytes(lzma.decompress(OLD.read_bytes()))
    return file


@pytest.fixture
def register(old):
    with Register.open(old, who="Ігор") as opened:
        yield opened


def cells_in(file):
    with contextlib.closing(sqlite3.connect(file)) as connection:
        columns = ", ".join(column.value for column in Column)
        return connection.execute(f"SELECT id, {columns}, note, state FROM event ORDER BY id").fetchall()


def test_everything_is_still_there(old):
    before = cells_in(old)
    with Register.open(old) as register:
        assert register.integrity() == ()
        assert [(report.period, report.rows) for report in register.reports(1)] == [(Q4, 0), (Q3, 9), (Q2, 6)]
        assert register.event_ids(EventQuery(1, period=Q3)) == (5, 1, 2, 3, 4, 9, 10, 11, 12)
        assert len(register.event_ids(EventQuery(1, state=EventState.TRASHED))) == 1
        assert [report.state for report in register.reports(1)] == [ReportState.DRAFT] * 3
        assert register.event_ids(EventQuery(1, search="уточнено")) == (1,)
    assert cells_in(old) == before
    with contextlib.closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    (copy,) = old.parent.glob("backups/before_update_*.sqlite3")
    assert cells_in(copy) == before


def test_steps_of_the_first_version_can_be_taken_back(register):
    """Also the making of a report, whose fields have become more since."""
    for step_id in range(EMPTY_REPORT, SAMPLE, -1):
        register.revert(step_id)
    assert [report.period for report in register.reports(1)] == [Q3, Q2]
    assert register.report(1, Q3).rows == 11
    assert register.integrity() == ()


def test_all_that_is_new_works_in_it(register):
    standing = register.event_ids(EventQuery(1, period=Q3))[:5]
    assert register.carry_over(1, Q4, standing)
    report = register.report(1, Q3).id
    register.submit(report, register.current_events(report), CourtName("Суд", "Суду"), {".docx": b"x"})
    register.set_default(1, Column.AUDIENCE, "Громадськість")
    assert register.report(1, Q3).state is ReportState.SUBMITTED
    assert len(register.frozen_events(report)) == 9
    assert register.event_ids(EventQuery(1, period=Q4)) == standing
    assert register.integrity() == ()


def test_words_are_found_before_the_events_are_read_anew(old):
    """Of a great register only some are read at its opening; nothing may be out of sight meanwhile."""
    asked = [
        EventQuery(1, search="уточнено"),
        EventQuery(1, filters=(ColumnFilter(Column.TITLE, words="екскурс"),)),
        EventQuery(1, search="суд", filters=(ColumnFilter(Column.AUDIENCE, words="школяр"),)),
    ]
    with Register.open(old, reread=0) as register:
        waiting = register.read_some_by_new_rules(0)
        before = [register.event_ids(query) for query in asked]
        register.read_some_by_new_rules(waiting)
        after = [register.event_ids(query) for query in asked]
    assert waiting > 10
    assert all(after[number] and set(before[number]) >= set(after[number]) for number in range(2))
    assert set(before[2]) >= set(after[2])
    assert before[0] == after[0] == (1,)


@pytest.mark.parametrize("written", [OLD, SECOND, THIRD])
def test_rows_tell_where_they_came_from_in_every_older_register(tmp_path, written):
    file = tmp_path / "register.sqlite3"
    file.write_bytes(lzma.decompress(written.read_bytes()))
    before = cells_in(file)
    with Register.open(file, who="Ігор") as register:
        assert register.integrity() == ()
        row = IncomingRow(
            Cells(title="Постійний захід", date="постійно"), place="таблиця 1, рядок 2", number=1
        )
        incoming = IncomingReport(Period.quarter(2027, 1), (row,), ("рік.docx", "cd" * 32, 7))
        changes = register.bring_in(1, [incoming], label="Імпорт", base=register.last_step())
        (source,) = register.sources_of(changes.created[0])
        assert (source.name, source.place) == ("рік.docx", "таблиця 1, рядок 2")
        register.revert(changes.step_id)
        assert register.integrity() == ()
    assert [row for row in cells_in(file) if row[-1] != "withdrawn"] == [
        row for row in before if row[-1] != "withdrawn"
    ]


def test_what_the_third_version_imported_is_still_known(tmp_path):
    """Its rows do not tell where they came from; the file is known all the same, and is not missed."""
    file = tmp_path / "register.sqlite3"
    file.write_bytes(lzma.decompress(THIRD.read_bytes()))
    with Register.open(file) as register:
        (event,) = register.event_ids(EventQuery(1, search="імпортований"))
        imported = register.imported_on("ab" * 32)
        assert imported is not None
        assert register.sources_of(event) == ()
        assert register.source_warnings() == ()
        assert register.frozen(register.report(1, Q2).id).files == {".docx": b"word"}
        url = register.link_uses(1, Q3)[0].target
        assert register.link_checks([url])[url][0].verdict is Verdict.WORKS
        assert register.confirmations([url])[url].who == "Олена"
        register.revert(register.history(event)[0].step_id)
        assert register.imported_on("ab" * 32) is None


@pytest.mark.parametrize("written", [OLD, SECOND])
def test_addresses_are_remembered_in_every_older_register(tmp_path, written):
    file = tmp_path / "register.sqlite3"
    file.write_bytes(lzma.decompress(written.read_bytes()))
    before = cells_in(file)
    with Register.open(file, who="Ігор") as register:
        assert register.integrity() == ()
        url = register.link_uses(1, Q3)[0].target
        seen = LinkCheck(url, Verdict.WORKS, Severity.OK, "Відкривається.", dt.datetime.now(dt.UTC))
        register.add_link_checks([seen])
        register.confirm_link(url)
        assert register.link_checks([url]) == {url: (seen,)}
        assert register.confirmations([url])[url].who == "Ігор"
    assert cells_in(file) == before


def test_a_submitted_report_of_the_second_version_is_as_it_was_sent(tmp_path):
    file = tmp_path / "register.sqlite3"
    file.write_bytes(lzma.decompress(SECOND.read_bytes()))
    with Register.open(file) as register:
        report = register.report(1, Q2)
        frozen = register.frozen(report.id)
        assert (report.state, len(frozen.rows)) == (ReportState.SUBMITTED, 6)
        assert frozen.files == {".docx": b"docx", ".xlsx": b"xlsx"}
        assert "уточнено" not in frozen.rows[1].cells.title
        assert "уточнено" in register.events([2])[0].cells.title
        assert len(register.dismissals(1)) == 1
        assert register.defaults(1) == {Column.AUDIENCE: "Громадськість"}
        assert [outlet.name for outlet in register.outlets() if outlet.own] == ["Газета"]
        assert len(register.link_uses(1, Q2)) > 3
        assert register.revert(register.history(2)[-1].step_id)
    (copy,) = file.parent.glob("backups/before_update_*.sqlite3")
    assert copy.stat().st_size > 0

"""Rows of documents on their way in, and where they came from: one step, there and back."""

import contextlib
import hashlib
import sqlite3
from dataclasses import replace

import pytest

from courtcomms.errors import CannotWrite, Conflict, Frozen
from courtcomms.model import Anchor, Cells, Column, CourtName, ReportState
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register
from courtcomms.store.incoming import IncomingReport, IncomingRow, KeptReport

Q1, Q2, Q3 = (Period.quarter(2021, quarter) for quarter in (1, 2, 3))
NAME = CourtName("Садовий районний суд", "Садового районного суду")
SOURCE = ("звіт.docx", hashlib.sha256(b"x").hexdigest(), 1)


def report(period, *rows, source=SOURCE):
    return IncomingReport(period, tuple(rows), source)


def new(title, number=1, **texts):
    return IncomingRow(Cells(title=title, date="постійно", **texts), place="таблиця 1", number=number)


def bring(register, *incoming, kept=()):
    return register.bring_in(1, incoming, kept, label="Імпорт", base=register.last_step())


def titles(register, period):
    return [event.cells.title for event in register.events(register.event_ids(EventQuery(1, period=period)))]


@pytest.fixture
def dump(file):
    """Everything that the user's work consists of, as it stands in the file."""

    def read():
        with contextlib.closing(sqlite3.connect(file)) as connection:
            columns = ", ".join(column.value for column in Column)
            return {
                "event": connection.execute(
                    f"SELECT id, {columns}, anchors FROM event WHERE state = 'live' ORDER BY id"
                ).fetchall(),
                "report": connection.execute("SELECT id, period, state, frozen_id FROM report").fetchall(),
                "report_row": connection.execute(
                    "SELECT id, report_id, event_id, position, included FROM report_row ORDER BY id"
                ).fetchall(),
                "event_source": connection.execute("SELECT * FROM event_source ORDER BY id").fetchall(),
            }

    return read


def test_rows_go_in_their_order_and_stay_in_it(register):
    bring(register, report(Q1, *(new(f"Захід {number}") for number in (3, 1, 2))))
    assert titles(register, Q1) == ["Захід 3", "Захід 1", "Захід 2"]


def test_rows_go_behind_those_that_stand_before_them_in_the_document(register, add):
    first, last = add(Q1, title="Перший"), add(Q1, title="Останній")
    known = [IncomingRow(Cells(), event=event, taken=False) for event in (first, last)]
    bring(register, report(Q1, new("До"), known[0], new("Між"), new("Ще"), known[1], new("Після")))
    assert titles(register, Q1) == ["До", "Перший", "Між", "Ще", "Останній", "Після"]


def test_rows_of_another_document_go_to_the_end(register, add):
    add(Q1, title="Свій")
    bring(register, report(Q1, new("а"), new("б")))
    assert titles(register, Q1) == ["Свій", "а", "б"]


def test_an_event_joined_stands_in_both_reports_and_takes_the_newer_text(register, add):
    event = add(Q1, title="Стенди", date="постійно", participants="5")
    newer = Cells(title="Стенди", date="постійно", participants="7", number="4")
    linked = replace(newer, anchors=(Anchor(Column.TITLE, "Стенди", "https://a.ua"),))
    changes = bring(register, report(Q2, IncomingRow(linked, event=event, rewrites=True)))
    assert changes.created == ()
    assert register.event_ids(EventQuery(1, period=Q2)) == (event,)
    assert register.events([event])[0].cells == linked
    told = [(entry.column, entry.before, entry.label) for entry in register.history(event) if entry.column]
    assert (Column.PARTICIPANTS, "5", "Імпорт") in told


def test_rows_of_one_call_can_be_one_event(register):
    rows = [new("Стенди", participants=str(number)) for number in range(3)]
    same = [replace(rows[1], earlier=(0, 0), rewrites=True), replace(rows[2], earlier=(1, 0), rewrites=True)]
    changes = bring(register, report(Q1, rows[0]), report(Q2, same[0]), report(Q3, same[1]))
    (event,) = changes.created
    assert [entry.before for entry in register.history(event) if entry.column is Column.PARTICIPANTS] == [
        "0",
        "1",
    ]
    assert [titles(register, period) for period in (Q1, Q2, Q3)] == [["Стенди"]] * 3
    register.revert(register.revert(changes.step_id).step_id)
    assert register.events([event])[0].cells.participants == "2"
    assert register.integrity() == ()


def test_a_kept_report_says_what_its_file_did(register, add):
    event = add(Q2, title="Стенди", date="постійно", participants="9")
    older = IncomingRow(Cells(number="7", title="Стенди", date="постійно", participants="5"), event=event)
    bring(register, report(Q1, older), kept=[KeptReport(Q1, NAME, files={".docx": b"file"})])
    frozen = register.frozen(register.report(1, Q1).id)
    assert [row.cells for row in frozen.rows] == [older.cells]
    assert (frozen.court, frozen.files) == (NAME, {".docx": b"file"})
    assert register.events([event])[0].cells.participants == "9"
    assert [entry.label for entry in register.history(event)][-1] == "Подано у звіті за І квартал 2021 року"


def test_a_row_that_the_file_lacks_keeps_its_text_from_before(register, add):
    event = add(Q1, title="Стенди", date="постійно", participants="5")
    newer = IncomingRow(Cells(title="Стенди", date="постійно", participants="7"), event=event, rewrites=True)
    bring(register, report(Q1, new("Інший")), report(Q2, newer), kept=[KeptReport(Q1, NAME)])
    frozen = register.frozen(register.report(1, Q1).id)
    assert [(row.cells.title, row.cells.participants) for row in frozen.rows] == [
        ("Стенди", "5"),
        ("Інший", ""),
    ]


def test_everything_comes_back_and_goes_again(register, add, dump):
    standing, other = add(Q1, title="Стенди", date="постійно", participants="5"), add(Q1, title="Інший")
    register.set_included(register.report(1, Q1).id, other, False)
    before = dump()
    shown = register.current_events(register.report(1, Q1).id)
    rows = [
        IncomingRow(Cells(title="Стенди", participants="7"), event=standing, rewrites=True, number=1),
        new("Новий", 2),
    ]
    kept = [KeptReport(Q1, NAME, shown, {".docx": b"d"}), KeptReport(Q2, NAME)]
    changes = bring(register, report(Q2, *rows), kept=kept)
    after = dump()
    assert [row[2] for row in after["report"]] == ["submitted", "submitted"]
    undone = register.revert(changes.step_id)
    assert dump() == before
    redone = register.revert(undone.step_id)
    assert dump() == after
    register.revert(redone.step_id)
    assert dump() == before
    assert register.integrity() == ()


def test_where_rows_came_from_goes_with_them(register):
    changes = bring(register, report(Q1, new("Стенди", 4)))
    (event,) = changes.created
    (source,) = register.sources_of(event)
    assert (source.name, source.sha256, source.size) == SOURCE
    assert (source.period, source.place, source.number) == (Q1, "таблиця 1", 4)
    assert register.imported_on(SOURCE[1]) == source.imported_at
    undone = register.revert(changes.step_id)
    assert (register.sources_of(event), register.imported_on(SOURCE[1])) == ((), None)
    register.revert(undone.step_id)
    assert register.sources_of(event) == (source,)
    assert register.imported_on(SOURCE[1]) == source.imported_at


def test_nothing_to_bring_is_no_step(register, add):
    event = add(Q1, title="Стенди")
    before = register.last_step()
    assert not bring(register, report(Q1, IncomingRow(Cells(), event=event, taken=False)))
    assert register.last_step() == before


def test_a_submitted_report_takes_no_rows(register, add):
    add(Q1, title="Стенди")
    first = register.report(1, Q1)
    register.submit(first.id, register.current_events(first.id), NAME, {})
    with pytest.raises(Frozen):
        bring(register, report(Q1, new("Новий")))
    assert titles(register, Q1) == ["Стенди"]


def test_what_was_done_since_stands_in_the_way(register, add, dump):
    base = register.last_step()
    event = add(title="Стенди")
    before = dump()
    with pytest.raises(Conflict, match="в іншому вікні"):
        register.bring_in(1, [report(Q1, new("Новий"))], label="Імпорт", base=base)
    register.trash_events([event])
    with pytest.raises(Conflict, match="до кошика"):
        bring(register, report(Q1, IncomingRow(Cells(), event=event)))
    register.restore_events([event])
    assert dump() == before


def test_a_draft_that_shows_something_else_is_not_kept(register, add):
    event = add(Q1, title="Стенди")
    shown = register.current_events(register.report(1, Q1).id)
    register.set_cell(event, Column.TITLE, "Інше", version=shown[0].version)
    with pytest.raises(Conflict, match="його не подано"):
        bring(register, report(Q2, new("Новий")), kept=[KeptReport(Q1, NAME, shown)])
    assert register.report(1, Q1).state is ReportState.DRAFT
    assert register.report(1, Q2) is None


def test_what_may_be_an_event_of_a_document(register, add):
    """Standing ones, those of no single days, those of the days asked for; none in the trash."""
    standing = add(Q1, title="Стенди", date="постійно")
    add(Q2, title="Стенди", date="постійно")
    ids = [add(title=date, date=date) for date in ("12.02.2021", "13.02.2021", "протягом 2021 року", "")]
    register.trash_events([standing + 1])
    day = register.events([ids[0]])[0].date_span.start
    found = {one.event_id: one.periods for one in register.candidates(1, [day])}
    assert found == {standing: (Q1,), ids[0]: (), ids[2]: (), ids[3]: ()}


class TestSources:
    """Files of imported rows, kept under what they contain."""

    @pytest.fixture
    def path(self, tmp_path):
        path = tmp_path / "звіт за рік.DOCX"
        path.write_bytes(b"x")
        return path

    def test_a_file_is_kept_once_with_its_suffix(self, register, path):
        kept = register.keep_source(path, SOURCE[1])
        assert kept == register.sources_folder / f"{SOURCE[1]}.docx"
        assert (kept.read_bytes(), register.source_path(SOURCE[1])) == (b"x", kept)
        assert register.keep_source(path, SOURCE[1]) is None
        assert list(register.sources_folder.iterdir()) == [kept]

    def test_a_damaged_copy_is_replaced(self, register, path):
        kept = register.keep_source(path, SOURCE[1])
        kept.write_bytes(b"y")
        assert register.keep_source(path, SOURCE[1]) == kept
        assert kept.read_bytes() == b"x"

    def test_a_file_that_was_changed_since_is_refused(self, register, path):
        path.write_bytes(b"other")
        with pytest.raises(Conflict, match="змінено після перегляду"):
            register.keep_source(path, SOURCE[1])
        assert list(register.sources_folder.iterdir()) == []

    def test_a_file_that_is_gone_or_a_folder_that_is_none_is_told(self, register, path):
        path.unlink()
        with pytest.raises(CannotWrite, match="Нічого не імпортовано"):
            register.keep_source(path, SOURCE[1])
        register.sources_folder.rmdir()
        register.sources_folder.write_bytes(b"")
        with pytest.raises(CannotWrite, match="Нічого не імпортовано"):
            register.keep_source(path, SOURCE[1])

    def test_missing_and_changed_files_are_warnings_not_damage(self, register, path):
        bring(register, report(Q1, new("Стенди")))
        (missing,) = register.source_warnings()
        assert "Немає" in missing
        assert "«звіт.docx»" in missing
        kept = register.keep_source(path, SOURCE[1])
        assert register.source_warnings() == ()
        kept.write_bytes(b"y")
        (changed,) = register.source_warnings()
        assert "пошкоджено" in changed
        assert register.integrity() == ()

    def test_a_restored_register_tells_that_its_files_are_elsewhere(self, register, path, tmp_path):
        register.keep_source(path, SOURCE[1])
        (event,) = bring(register, report(Q1, new("Стенди"))).created
        copy = register.backup(tmp_path / "elsewhere" / "copy.sqlite3")
        with Register.open(copy) as restored:
            assert restored.sources_of(event) == register.sources_of(event)
            assert restored.source_path(SOURCE[1]) is None
            assert len(restored.source_warnings()) == 1
            assert restored.integrity() == ()

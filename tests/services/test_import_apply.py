"""Carrying out an import: files kept or not, reports kept as sent, one step or nothing."""

import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from import_year import FORM, QUARTERS, document, read_year

from courtcomms.errors import CannotWrite, Conflict, CourtcommsError
from courtcomms.importing import ImportedDocument
from courtcomms.model import Cells, ReportState
from courtcomms.progress import Cancelled
from courtcomms.services import (
    Decision,
    ImportWishes,
    apply_imports,
    plan_imports,
    report_events,
    snapshot_report,
)
from courtcomms.store import EventQuery, Register

Q1, Q2, Q3, Q4 = QUARTERS
LIVE = Cells(
    title="Наповнення інформацією офіційного вебсайту суду", goal="Відкритість роботи", date="постійно"
)


@pytest.fixture
def register(tmp_path: Path):
    with Register.open(tmp_path / "register.sqlite3", who="Олена") as register:
        yield register


@pytest.fixture
def year(tmp_path: Path):
    return read_year(tmp_path)


def sent_files(register: Register, of: ImportedDocument, files: dict[str, Path]) -> dict[str, bytes]:
    """What is kept of a report whose document alone is imported as sent."""
    plan = plan_imports(register, [of], ImportWishes(sent={0: True}))
    apply_imports(register, plan, files, FORM)
    return dict(register.frozen(register.report(1, of.period).id).files)


def test_the_file_of_one_report_is_kept_as_its_document(register: Register, year) -> None:
    (document, *_), files = year
    data = files[document.source.sha256].read_bytes()
    assert sent_files(register, document, files) == {".docx": data}
    assert snapshot_report(register, register.courts()[0], Q1, FORM).sent[".docx"].data == data


@pytest.mark.parametrize("name", ["звіт.doc", "звіт.xlsx", "звіт"])
def test_a_file_by_another_name_is_not_sent_for_what_it_is_not(register: Register, year, name: str) -> None:
    (document, *_), files = year
    named = replace(document, source=replace(document.source, name=name))
    assert sent_files(register, named, files) == {}
    assert snapshot_report(register, register.courts()[0], Q1, FORM).sent == {}


def test_a_file_of_several_reports_or_with_rows_left_out_is_not_sent_whole(register: Register, year) -> None:
    (first, second, *_), files = year
    assert sent_files(register, replace(first, parts=4), files) == {}
    plan = plan_imports(register, [second], ImportWishes(sent={0: True}, decisions={(0, 0): Decision.SKIP}))
    apply_imports(register, plan, files, FORM)
    frozen = register.frozen(register.report(1, Q2).id)
    assert (frozen.files, len(frozen.rows)) == ({}, len(second.rows) - 1)


def test_what_stood_in_the_report_before_goes_out_with_it(register: Register, year) -> None:
    (document, *_), files = year
    register.save_court(replace(plan_imports(register, [document]).reports[0].court, id=0))
    register.add_event(1, Cells(title="Власний захід", date="12.02.2025"), period=Q1)
    assert sent_files(register, document, files) == {}
    shown = [event.cells.title for event in report_events(register, 1, Q1)]
    assert (shown[0], len(shown)) == ("Власний захід", len(document.rows) + 1)


def test_a_draft_that_has_rows_stays_a_draft_if_its_texts_stay(register: Register) -> None:
    apply_imports(register, plan_imports(register, [document([LIVE]), document([LIVE], Q2)]), {}, FORM)
    own = Cells(title="Нарада", date="12.05.2025")
    register.reopen(register.report(1, Q1).id)
    plan = plan_imports(register, [document([LIVE, own])])
    assert (plan.reports[0].sent, plan.reports[0].required) == (False, False)
    apply_imports(register, plan, {}, FORM)
    assert register.report(1, Q1).state is ReportState.DRAFT


def test_older_drafts_are_written_in_the_form_that_is_theirs(register: Register) -> None:
    apply_imports(register, plan_imports(register, [document([LIVE])]), {}, FORM)
    asked = []

    def form_for(court_id: int, period: object):
        asked.append((court_id, period))
        return FORM

    later = plan_imports(register, [document([replace(LIVE, participants="7")], Q2)])
    apply_imports(register, later, {}, form_for)
    assert asked == [(1, Q1)]
    assert set(register.frozen(register.report(1, Q1).id).files) == {".docx", ".xlsx"}


def test_files_are_kept_with_the_step_and_serve_its_rows(register: Register, year) -> None:
    documents, files = year
    changes = apply_imports(register, plan_imports(register, documents), files, FORM)
    event = changes.created[0]
    assert [register.source_path(one.sha256).read_bytes() for one in register.sources_of(event)] == [
        files[one.source.sha256].read_bytes() for one in documents
    ]
    register.revert(changes.step_id)
    assert register.source_warnings() == ()


@pytest.mark.parametrize("failure", [Cancelled, KeyboardInterrupt])
def test_nothing_stays_where_the_step_fails(register: Register, year, failure: type[BaseException]) -> None:
    documents, files = year

    class Stopping:
        def tell(self, *_: object) -> None:
            raise failure

    with pytest.raises(failure):
        apply_imports(register, plan_imports(register, documents), files, FORM, Stopping())
    assert (register.courts(), register.last_step()) == ((), 0)
    assert list(register.sources_folder.iterdir()) == []


def test_a_file_that_was_kept_before_stays_where_a_later_step_fails(register: Register, year) -> None:
    documents, files = year
    apply_imports(register, plan_imports(register, documents[:1]), files, FORM)
    broken = {**files, documents[2].source.sha256: files[documents[0].source.sha256]}
    with pytest.raises(Conflict, match="змінено після перегляду"):
        apply_imports(register, plan_imports(register, documents), broken, FORM)
    assert [path.stem for path in register.sources_folder.iterdir()] == [documents[0].source.sha256]
    assert len(register.event_ids(EventQuery(1))) == len(documents[0].rows)


def test_a_file_that_is_gone_is_told_before_anything_is_written(register: Register, year) -> None:
    documents, files = year
    plan = plan_imports(register, documents)
    files[documents[0].source.sha256].unlink()
    with pytest.raises(CannotWrite, match="Нічого не імпортовано") as told:
        apply_imports(register, plan, files, FORM)
    assert isinstance(told.value, CourtcommsError)
    assert register.last_step() == 0
    assert not register.sources_folder.exists()


def test_the_very_bytes_are_kept(register: Register, year) -> None:
    documents, files = year
    apply_imports(register, plan_imports(register, documents), files, FORM)
    for path in register.sources_folder.iterdir():
        assert sha256(path.read_bytes()).hexdigest() == path.stem

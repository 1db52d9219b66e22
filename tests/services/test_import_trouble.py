"""What may come in between while an import is carried out, and what is known of it afterwards."""

import errno
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from import_year import FORM, QUARTERS, document, read_year

from courtcomms.errors import CannotWrite, Conflict, Missing
from courtcomms.model import Cells, ReportState
from courtcomms.progress import Cancelled
from courtcomms.services import ImportWishes, apply_imports, plan_imports, report_events, submit_report
from courtcomms.store import EventQuery, Register

Q1, Q2, Q3, _Q4 = QUARTERS
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


def test_a_file_changed_since_is_not_kept_as_what_was_sent(register: Register, year) -> None:
    """Its true bytes lie among the sources from an import before, which was undone."""
    (document, *_), files = year
    done = apply_imports(register, plan_imports(register, [document]), files, FORM)
    register.revert(done.step_id)
    plan = plan_imports(register, [document], ImportWishes(sent={0: True}))
    path = files[document.source.sha256]
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(Conflict, match="змінено після перегляду"):
        apply_imports(register, plan, files, FORM)
    assert register.report(1, Q1) is None


def test_a_file_without_rows_that_was_changed_is_not_kept_either(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "порожній.docx"
    path.write_bytes(b"PK word/document.xml")
    empty = document([], name=path.name)
    plan = plan_imports(register, [empty], ImportWishes(sent={0: True}))
    with pytest.raises(Conflict, match="змінено після перегляду"):
        apply_imports(register, plan, {empty.source.sha256: path}, FORM)
    assert register.last_step() == 0


def test_when_an_imported_report_was_sent_is_not_known(register: Register) -> None:
    """Neither of a report of a file, with rows or without, nor of a draft that is kept with it."""
    apply_imports(register, plan_imports(register, [document([LIVE])]), {}, FORM)
    later = [document([replace(LIVE, participants="7")], Q2), document([], Q3, name="порожній.docx")]
    wishes = ImportWishes(sent={0: True, 1: True})
    changes = apply_imports(register, plan_imports(register, later, wishes), {}, FORM)
    sent = [register.report(1, period) for period in (Q1, Q2, Q3)]
    assert [(one.state, one.submitted_at) for one in sent] == [(ReportState.SUBMITTED, None)] * 3
    assert [one.submitted_at for one in register.reports(1)] == [None] * 3
    undone = register.revert(changes.step_id)
    register.revert(undone.step_id)
    assert register.report(1, Q2).submitted_at is None


def test_a_report_that_is_sent_after_its_import_tells_its_day(register: Register) -> None:
    apply_imports(
        register, plan_imports(register, [document([LIVE])], ImportWishes(sent={0: True})), {}, FORM
    )
    report = register.report(1, Q1)
    register.reopen(report.id)
    submit_report(register, register.report(1, Q1), FORM)
    assert register.report(1, Q1).submitted_at is not None


class Counting:
    """Somebody who takes the wish back when asked so many times."""

    def __init__(self, times: int = 10**9) -> None:
        self.times, self.told = times, 0

    def tell(self, *_: object) -> None:
        self.told += 1
        if self.told > self.times:
            raise Cancelled


def test_an_import_of_joined_rows_alone_can_be_stopped(register: Register) -> None:
    apply_imports(register, plan_imports(register, [document([LIVE])]), {}, FORM)
    joined = plan_imports(register, [document([LIVE], Q2), document([LIVE], Q3)])
    assert (joined.fresh, joined.joined) == (0, 2)
    step = register.last_step()
    for times in (0, 1):
        with pytest.raises(Cancelled):
            apply_imports(register, joined, {}, FORM, Counting(times))
    assert (register.last_step(), len(register.reports(1))) == (step, 1)


def test_writing_older_drafts_can_be_stopped(register: Register) -> None:
    apply_imports(register, plan_imports(register, [document([LIVE])]), {}, FORM)
    later = plan_imports(register, [document([replace(LIVE, participants="7")], Q2)])
    with pytest.raises(Cancelled):
        apply_imports(register, later, {}, refusing, Counting(0))


def refusing(*_: object):
    raise AssertionError("the form is asked for before the user is")


def test_a_form_that_is_gone_leaves_everything_as_it_was(register: Register, year) -> None:
    _documents, files = year
    apply_imports(register, plan_imports(register, [document([LIVE])]), {}, FORM)
    later = plan_imports(register, [document([replace(LIVE, participants="7")], Q2)])
    step = register.last_step()

    def gone(*_: object):
        raise Missing("Форми «Моя» вже немає")

    with pytest.raises(Missing):
        apply_imports(register, later, files, gone)
    assert register.last_step() == step
    assert not register.sources_folder.exists()


@pytest.mark.parametrize("how", ["a file in its place", "no right", "full disk"])
def test_a_folder_of_sources_that_takes_nothing(
    register: Register, year, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, files = year
    plan = plan_imports(register, documents)
    if how == "a file in its place":
        register.sources_folder.write_bytes(b"")
    else:
        number = errno.EACCES if how == "no right" else errno.ENOSPC

        def refuse(*_: object, **__: object) -> None:
            raise OSError(number, "no")

        monkeypatch.setattr("shutil.copyfile", refuse)
    with pytest.raises(CannotWrite, match=r"Не вдалося зберегти копію файла .*Нічого не імпортовано"):
        apply_imports(register, plan, files, FORM)
    assert (register.courts(), register.last_step()) == ((), 0)
    assert how == "a file in its place" or list(register.sources_folder.iterdir()) == []


def test_a_kept_file_that_cannot_be_read_is_kept_anew(register: Register, year) -> None:
    (document, *_), files = year
    done = apply_imports(register, plan_imports(register, [document]), files, FORM)
    register.revert(done.step_id)
    (kept,) = register.sources_folder.iterdir()
    kept.write_bytes(b"torn")
    apply_imports(register, plan_imports(register, [document]), files, FORM)
    assert kept.read_bytes() == files[document.source.sha256].read_bytes()


def test_a_long_report_goes_in_row_by_row_between_what_is_there(register: Register) -> None:
    rows = [
        Cells(title=f"Захід про {'слово ' * (n % 3)}{n}", date=f"{n % 28 + 1:02}.02.2025") for n in range(300)
    ]
    apply_imports(register, plan_imports(register, [document(rows[::2])]), {}, FORM)
    plan = plan_imports(register, [document(rows, name="усе.docx")])
    assert (plan.fresh, plan.joined) == (150, 0)
    done = apply_imports(register, plan, {}, FORM)
    assert [event.cells.title for event in report_events(register, 1, Q1)] == [row.title for row in rows]
    register.revert(done.step_id)
    assert [event.cells.title for event in report_events(register, 1, Q1)] == [row.title for row in rows[::2]]


def test_what_was_joined_and_thrown_away_does_not_come_back_by_itself(register: Register) -> None:
    apply_imports(register, plan_imports(register, [document([LIVE])]), {}, FORM)
    plan = plan_imports(register, [document([LIVE], Q2)])
    (event,) = register.event_ids(EventQuery(1))
    register.trash_events([event])
    with pytest.raises(Conflict, match="Перегляньте імпорт"):
        apply_imports(register, plan, {}, FORM)
    assert register.report(1, Q2) is None


def test_undo_of_an_import_brings_joined_texts_back_and_redo_the_new_ones(register: Register) -> None:
    apply_imports(register, plan_imports(register, [document([LIVE])]), {}, FORM)
    newer = replace(LIVE, participants="7")
    done = apply_imports(register, plan_imports(register, [document([newer], Q2)]), {}, FORM)
    (event,) = register.event_ids(EventQuery(1))
    frozen = register.frozen(register.report(1, Q1).id)
    undone = register.revert(done.step_id)
    assert register.events([event])[0].cells == LIVE
    assert register.report(1, Q1).state is ReportState.DRAFT
    assert len(register.sources_of(event)) == 1
    register.revert(undone.step_id)
    assert register.events([event])[0].cells == newer
    assert register.frozen(register.report(1, Q1).id).files == frozen.files
    assert len(register.sources_of(event)) == 2

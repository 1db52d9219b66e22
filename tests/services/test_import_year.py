"""A year of four reports, imported in every order: the same register, each report as its file has it."""

import itertools
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from import_year import FORM, NAME, QUARTERS, read_year

from courtcomms.importing import ImportedDocument
from courtcomms.model import Cells, Column, ReportState
from courtcomms.services import Decision, apply_imports, plan_imports, report_events
from courtcomms.store import EventQuery, Register

STANDING, OWN = 6, 16


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory):
    return read_year(tmp_path_factory.mktemp("рік"))


@pytest.fixture
def register(tmp_path: Path):
    with Register.open(tmp_path / "register.sqlite3", who="Олена") as register:
        yield register


def texts(cells: Cells) -> tuple[object, ...]:
    """A row but for its number, which is its place."""
    return (*(text for column, text in cells.texts() if column is not Column.NUMBER), cells.anchors)


def told(register: Register) -> dict[str, list[tuple[object, ...]]]:
    """What each report says, row by row."""
    return {
        period.code: [texts(event.cells) for event in report_events(register, 1, period)]
        for period in QUARTERS
    }


def file_says(documents: list[ImportedDocument]) -> dict[str, list[tuple[object, ...]]]:
    return {one.period.code: [texts(row.cells) for row in one.rows] for one in documents if one.period}


def events_of(register: Register) -> set[tuple[object, ...]]:
    """Each event of the register: its newest texts and the reports in which it stands."""
    shown = {period: {event.id for event in report_events(register, 1, period)} for period in QUARTERS}
    return {
        (texts(event.cells), *(period.code for period in QUARTERS if event.id in shown[period]))
        for event in register.events(register.event_ids(EventQuery(1)))
    }


def bring(register: Register, documents: list[ImportedDocument], files: dict[str, Path]) -> int:
    return apply_imports(register, plan_imports(register, documents), files, FORM).step_id


ORDERS = list(itertools.permutations(range(4)))


@pytest.mark.parametrize("order", ORDERS, ids=["".join(str(one + 1) for one in order) for order in ORDERS])
def test_every_order_gives_the_same_register(register: Register, year, order: tuple[int, ...]) -> None:
    documents, files = year
    steps = [bring(register, [documents[place]], files) for place in order]
    assert told(register) == file_says(documents)
    found = events_of(register)
    assert len(found) == len(register.event_ids(EventQuery(1))) == STANDING + OWN
    assert Counter(len(event) - 1 for event in found) == {4: 5, 3: 1, 1: OWN}
    assert [report.state for report in register.reports(1)] == [ReportState.DRAFT] + [
        ReportState.SUBMITTED
    ] * 3
    assert register.integrity() == ()
    assert register.source_warnings() == ()
    for step in reversed(steps):
        register.revert(step)
    assert register.courts() == ()
    assert register.integrity() == ()


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2)], ids=["in order", "mixed"])
def test_all_four_at_once_are_one_step(register: Register, year, order: tuple[int, ...]) -> None:
    documents, files = year
    plan = plan_imports(register, [documents[place] for place in order])
    assert [report.period for report in plan.reports] == list(QUARTERS)
    assert [(report.fresh, report.joined) for report in plan.reports] == [(9, 0), (5, 5), (4, 6), (4, 6)]
    assert [report.sent for report in plan.reports] == [True, True, True, False]
    changes = apply_imports(register, plan, files, FORM)
    assert changes.label == "Імпорт: 4 звіти, 39 рядків"
    assert told(register) == file_says(documents)
    before = events_of(register)
    undone = register.revert(changes.step_id)
    assert register.courts() == ()
    register.revert(undone.step_id)
    assert told(register) == file_says(documents)
    assert events_of(register) == before
    assert register.integrity() == ()


def test_older_texts_stay_in_the_history(register: Register, year) -> None:
    documents, files = year
    bring(register, documents, files)
    (event,) = (
        event
        for event in register.events(register.event_ids(EventQuery(1)))
        if event.cells.title.endswith("Telegram")
    )
    entries = register.history(event.id)
    titles = [entry for entry in entries if entry.column is Column.TITLE]
    assert [(entry.before, entry.label) for entry in titles] == [
        (documents[0].rows[1].cells.title, "Імпорт: 4 звіти, 39 рядків")
    ]
    people = [(entry.before, entry.after) for entry in entries if entry.column is Column.PARTICIPANTS]
    assert people == [(f"понад {one}00 підписників", f"понад {one + 1}00 підписників") for one in (1, 2, 3)]
    assert [(source.period, source.number) for source in register.sources_of(event.id)] == [
        (period, 2) for period in QUARTERS
    ]


def test_reports_that_are_sent_go_out_byte_for_byte_as_they_came(register: Register, year) -> None:
    documents, files = year
    bring(register, documents, files)
    for document in documents[:3]:
        report = register.report(1, document.period)
        frozen = register.frozen(report.id)
        assert frozen.files == {".docx": files[document.source.sha256].read_bytes()}
        assert frozen.court == NAME
        assert [row.cells for row in frozen.rows] == [row.cells for row in document.rows]


def test_the_same_year_again_brings_nothing(register: Register, year) -> None:
    documents, files = year
    bring(register, documents, files)
    plan = plan_imports(register, documents)
    assert [report.frozen for report in plan.reports] == [True, True, True, False]
    assert {row.decision for report in plan.reports for row in report.rows} == {Decision.SKIP}
    assert not plan.also_sent
    assert not apply_imports(register, plan, files, FORM)
    assert told(register) == file_says(documents)

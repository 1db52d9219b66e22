"""Import into a report and export out of it, as window and command line share them."""

from dataclasses import replace
from pathlib import Path

import pytest

from courtcomms.errors import BadInput, Missing
from courtcomms.importing import ImportedDocument, read_document
from courtcomms.model import Court, CourtName
from courtcomms.period import Period
from courtcomms.reports.form import load_form
from courtcomms.sample import fill_sample, load_sample
from courtcomms.services import apply_import, only_court, plan_import, report_events, write_report
from courtcomms.store import Register

Q3 = Period.quarter(2026, 3)


@pytest.fixture
def register(tmp_path: Path):
    with Register.open(tmp_path / "register.sqlite") as register:
        yield register


@pytest.fixture
def document(tmp_path: Path) -> ImportedDocument:
    """The sample's newest report, as it went out to Word and was read again."""
    with Register.open(tmp_path / "source.sqlite") as source:
        fill_sample(source)
        write_report(source, Q3, tmp_path / "report.docx", load_form(None))
    return read_document(tmp_path / "report.docx")


def test_sample_makes_standing_events_once(register: Register) -> None:
    fill_sample(register)
    court = only_court(register)
    assert [(report.period.code, report.rows) for report in register.reports(court.id)] == [
        ("2026-Q3", 11),
        ("2026-Q2", 6),
    ]
    second, third = (report_events(register, court.id, Period.quarter(2026, quarter)) for quarter in (2, 3))
    assert {event.id for event in second} & {event.id for event in third} == {
        event.id for event in second[:5]
    }
    assert [event.cells for event in third] == [
        event.cells for event in load_sample().events if Q3 in event.periods
    ]


def test_plan_tells_and_writes_nothing(register: Register, document: ImportedDocument) -> None:
    plan = plan_import(register, document)
    assert (plan.period, plan.new_court, len(plan.fresh), plan.known) == (Q3, True, 11, ())
    assert register.courts() == ()


def test_import_is_one_step_that_can_be_taken_back(register: Register, document: ImportedDocument) -> None:
    changes = apply_import(register, plan_import(register, document))
    court = only_court(register)
    assert changes.label == "Імпорт: 11 заходів"
    assert len(report_events(register, court.id, Q3)) == 11
    undone = register.revert(changes.step_id)
    assert register.courts() == ()
    assert report_events(register, court.id, Q3) == ()
    register.revert(undone.step_id)
    assert only_court(register) == court
    assert len(report_events(register, court.id, Q3)) == 11
    assert register.integrity() == ()


def test_rows_already_there_are_known(register: Register, document: ImportedDocument) -> None:
    apply_import(register, plan_import(register, document))
    changed = document.rows[0].cells
    shortened = replace(
        document,
        rows=(replace(document.rows[0], cells=replace(changed, goal="Інша ціль")), *document.rows[1:]),
    )
    plan = plan_import(register, shortened)
    assert (plan.new_court, len(plan.fresh), len(plan.known)) == (False, 1, 10)
    assert plan.fresh[0].goal == "Інша ціль"


def test_known_court_is_not_made_twice(register: Register, document: ImportedDocument) -> None:
    apply_import(register, plan_import(register, document))
    apply_import(register, plan_import(register, document, Period.quarter(2026, 4)))
    assert len(register.courts()) == 1


def test_document_without_court_goes_to_the_court_there_is(
    register: Register, document: ImportedDocument
) -> None:
    apply_import(register, plan_import(register, document))
    nameless = plan_import(register, replace(document, court=None), Period.quarter(2026, 4))
    assert nameless.court == only_court(register)


def test_another_courts_document_goes_to_the_court_there_is(
    register: Register, document: ImportedDocument
) -> None:
    apply_import(register, plan_import(register, document))
    other = CourtName("Інший районний суд", "Іншого районного суду")
    plan = plan_import(register, replace(document, court=other), Period.quarter(2026, 4))
    assert plan.court == only_court(register)
    assert plan.other_court == other
    assert len(apply_import(register, plan).created) == 11
    assert len(register.courts()) == 1
    known = plan_import(register, document)
    assert (known.other_court, len(known.known)) == (None, 11)


def test_two_windows_that_import_at_once_make_one_court(
    register: Register, document: ImportedDocument
) -> None:
    first, second = plan_import(register, document), plan_import(register, document)
    apply_import(register, first)
    assert not apply_import(register, second)
    assert len(register.courts()) == 1


def test_a_court_with_nothing_in_it_takes_the_documents_name(
    register: Register, document: ImportedDocument
) -> None:
    register.save_court(Court(0, (CourtName("Суд", "Суду"),)))
    plan = plan_import(register, document)
    assert (plan.new_court, plan.court.id) == (False, 1)
    changes = apply_import(register, plan)
    assert only_court(register).names == (document.court,)
    register.revert(changes.step_id)
    assert only_court(register).names == (CourtName("Суд", "Суду"),)


def test_document_without_period_asks_for_it(register: Register, document: ImportedDocument) -> None:
    with pytest.raises(BadInput, match="не знайдено звітного періоду"):
        plan_import(register, replace(document, period=None))
    assert plan_import(register, replace(document, period=None), Q3).period == Q3


def test_plan_is_told_from_report(register: Register, document: ImportedDocument) -> None:
    with pytest.raises(BadInput, match="план, а не звіт"):
        plan_import(register, replace(document, kind="plan"))


def test_empty_register_has_no_court(register: Register) -> None:
    with pytest.raises(Missing, match="Реєстр порожній"):
        only_court(register)


def test_report_that_is_not_there_makes_no_file(register: Register, tmp_path: Path) -> None:
    fill_sample(register)
    target = tmp_path / "zvit.docx"
    with pytest.raises(Missing, match="немає звіту"):
        write_report(register, Period.quarter(2020, 1), target, load_form(None))
    assert not target.exists()

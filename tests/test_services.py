"""Import into a report and export out of it, as window and command line share them."""

from dataclasses import replace
from pathlib import Path

import pytest

from courtcomms.errors import Missing
from courtcomms.importing import ImportedDocument, read_document
from courtcomms.model import Changes
from courtcomms.period import Period
from courtcomms.reports.form import load_form
from courtcomms.sample import fill_sample, load_sample
from courtcomms.services import (
    ImportPlan,
    ImportWishes,
    apply_imports,
    only_court,
    plan_imports,
    report_events,
    write_report,
)
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


def plan_of(register: Register, document: ImportedDocument, period: Period | None = None) -> ImportPlan:
    return plan_imports(register, [document], ImportWishes(periods={0: period} if period else {}))


def apply(register: Register, plan: ImportPlan) -> Changes:
    return apply_imports(register, plan, {}, load_form(None))


def test_plan_tells_and_writes_nothing(register: Register, document: ImportedDocument) -> None:
    (report,) = plan_of(register, document).reports
    assert (report.period, report.new_court, report.fresh, report.skipped) == (Q3, True, 11, 0)
    assert register.courts() == ()


def test_import_is_one_step_that_can_be_taken_back(register: Register, document: ImportedDocument) -> None:
    changes = apply(register, plan_of(register, document))
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


def test_known_court_is_not_made_twice(register: Register, document: ImportedDocument) -> None:
    apply(register, plan_of(register, document))
    later = apply(register, plan_of(register, document, Period.quarter(2026, 4)))
    assert later.label == "Імпорт: 11 рядків"
    assert len(register.courts()) == 1
    assert len(report_events(register, 1, Period.quarter(2026, 4))) == 11


def test_an_empty_document_makes_an_empty_report(register: Register, document: ImportedDocument) -> None:
    assert apply(register, plan_of(register, replace(document, rows=())))
    assert [(report.period, report.rows) for report in register.reports(1)] == [(Q3, 0)]


def test_empty_register_has_no_court(register: Register) -> None:
    with pytest.raises(Missing, match="Реєстр порожній"):
        only_court(register)


def test_report_that_is_not_there_makes_no_file(register: Register, tmp_path: Path) -> None:
    fill_sample(register)
    target = tmp_path / "zvit.docx"
    with pytest.raises(Missing, match="немає звіту"):
        write_report(register, Period.quarter(2020, 1), target, load_form(None))
    assert not target.exists()

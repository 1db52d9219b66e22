"""Tables over a half-year and a year from the register: as sent, as they are now, what is missing."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from import_year import read_year

from courtcomms.cli import main
from courtcomms.errors import BadInput, Missing
from courtcomms.model import Cells, Column, Court, CourtName, Report
from courtcomms.period import Period
from courtcomms.reports.form import load_form
from courtcomms.services import (
    Layout,
    apply_imports,
    plan_imports,
    submit_report,
    summary_periods,
    summary_snapshot,
    write_report,
)
from courtcomms.store import Register

FORM = load_form()
YEAR, HALF = Period.parse("2021"), Period.parse("2021-H1")
Q1, Q2, Q3, _Q4 = YEAR.quarters
KV = "\u00a0кв.:"
#: The command line without the window: nothing has registered PDF.
_BARE = "from courtcomms.cli import main; raise SystemExit(main())"


def add(register: Register, title: str, date: str, **texts: str) -> int:
    (made,) = register.add_event(1, Cells(title=title, date=date, **texts)).created
    return made


def report(register: Register, period: Period) -> Report:
    found = register.report(1, period)
    assert found is not None
    return found


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A standing event in two quarters, the first of them sent before its text was changed; the second
    quarter has an event of its own, the third is a report without own events."""
    with Register.open(tmp_path / "data" / "register.sqlite3") as register:
        register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
        standing = add(register, "Буклети", "з 01.01.2021 постійно", participants="25")
        add(register, "Лекція", "13.02.2021")
        add(register, "Ярмарок", "13.04.2021", site_links="https://a.ua/1")
        for quarter in (Q1, Q2):
            register.add_report(1, quarter)
        register.carry_over(1, Q1, [standing])
        submit_report(register, report(register, Q1), FORM)
        register.carry_over(1, Q2, [standing])
        (event,) = register.events([standing])
        register.set_cell(standing, Column.PARTICIPANTS, "30", version=event.version)
        yield register


@pytest.fixture
def court(register: Register) -> Court:
    return register.courts()[0]


def test_sent_quarters_as_they_were_sent_drafts_as_they_are(register: Register, court: Court) -> None:
    made = summary_snapshot(register, court, HALF, FORM)
    assert [[cell.text for cell in row][1] for row in made.rows] == ["Буклети", "Лекція", "Ярмарок"]
    assert made.rows[0][8].text == f"І{KV} 25\nІІ{KV} 30"
    assert made.titles[-1].text == "за І\u00a0півріччя 2021\u00a0року"
    assert made.notes == ()


def test_by_quarters(register: Register, court: Court) -> None:
    made = summary_snapshot(register, court, HALF, FORM, Layout.BY_QUARTERS)
    assert [(row[1].text, row[8].text) for row in made.rows] == [
        ("Буклети", "25"),
        ("Лекція", ""),
        ("Буклети", "30"),
        ("Ярмарок", ""),
    ]
    assert [section.place for section in made.sections] == [0, 2]


def test_quarters_without_a_report_are_told(register: Register, court: Court) -> None:
    (note,) = summary_snapshot(register, court, YEAR, FORM).notes
    assert note == "За ІІІ, ІV квартали 2021 року звітів в реєстрі немає: цих кварталів у таблиці немає."
    register.add_report(1, Q3)
    (note,) = summary_snapshot(register, court, YEAR, FORM).notes
    assert note == "За ІV квартал 2021 року звіту в реєстрі немає: цього кварталу у таблиці немає."


def test_only_some_quarters(register: Register, court: Court) -> None:
    made = summary_snapshot(register, court, YEAR, FORM, quarters=[Q2])
    assert [row[8].text for row in made.rows] == ["30", ""]
    assert made.notes == ()


def test_nothing_to_put_together(register: Register, court: Court) -> None:
    with pytest.raises(Missing, match="за 2020 рік"):
        summary_snapshot(register, court, Period.parse("2020"), FORM)
    with pytest.raises(BadInput, match="півріччя або рік"):
        summary_snapshot(register, court, Q2, FORM)


def test_periods_with_reports() -> None:
    some = (Period.quarter(2020, 4), Q1, Q3, HALF)
    assert [period.code for period in summary_periods(some)] == [
        "2021",
        "2021-H2",
        "2021-H1",
        "2020",
        "2020-H2",
    ]


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html"])
def test_a_longer_report_of_its_own_goes_before_unless_a_layout_is_asked_for(
    register: Register, tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"a.{suffix}"
    assert write_report(register, HALF, file, FORM).rows == 3
    register.add_report(1, HALF)
    own = write_report(register, HALF, file, FORM).rows
    assert own == 2  # it has no standing event yet
    assert write_report(register, HALF, file, FORM, Layout.TOGETHER).rows == 3
    assert write_report(register, HALF, file, FORM, Layout.BY_QUARTERS).rows == 4


def test_a_wrong_suffix_is_refused_before_the_register_is_asked(register: Register, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="закінчення"):
        write_report(register, Period.parse("1999"), tmp_path / "a.txt", FORM)


def test_the_command(register: Register, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data-dir", str(tmp_path / "data"), "report", "export", "--period"]
    file = tmp_path / "a.html"
    assert main([*data, "2021", "--layout", "by-quarters", "--out", str(file)]) == 0
    told = capsys.readouterr().err
    assert "Увага: За ІІІ, ІV квартали 2021 року" in told
    assert "Записано «a.html»: 4 рядки." in told
    assert "ІІ\u00a0квартал 2021\u00a0року" in file.read_text(encoding="utf-8")
    assert main([*data, "2021-H1", "--out", str(tmp_path / "a.docx")]) == 0
    assert "Записано «a.docx»: 3 рядки." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["2021-Q1", "--layout", "together"], "півріччя або рік"),
        (["2021", "--layout", "sideways"], "by-quarters"),
        (["2019-H2"], "жодного квартального звіту за ІІ півріччя 2019 року"),
    ],
)
def test_what_the_command_refuses(
    register: Register, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    file = tmp_path / "a.docx"
    data = ["--data-dir", str(tmp_path / "data"), "report", "export", "--out", str(file), "--period", *words]
    assert main(data) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line
    assert not file.exists()


def test_pdf_without_qt_is_one_sentence(register: Register, tmp_path: Path) -> None:
    """In a process that never heard of the window's libraries."""
    words = ["--data-dir", str(tmp_path / "data"), "report", "export", "--period", "2021-Q1"]
    run = subprocess.run(
        [sys.executable, "-c", _BARE, *words, "--out", str(tmp_path / "a.pdf")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 2
    assert len(run.stderr.strip().splitlines()) == 1
    assert "PDF" in run.stderr
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("layout", list(Layout))
def test_what_is_wrong_with_the_form_is_told_with_the_missing_quarters(
    register: Register, court: Court, layout: Layout
) -> None:
    torn = replace(FORM, remark="Бланка немає.")
    notes = summary_snapshot(register, court, YEAR, torn, layout).notes
    assert (len(notes), notes[0]) == (2, "Бланка немає.")
    assert "немає" in notes[1]


@pytest.mark.parametrize("layout", list(Layout))
def test_a_court_renamed_within_the_year_has_its_name_of_the_last_day(
    register: Register, court: Court, layout: Layout
) -> None:
    newer = CourtName("Новий суд", "Нового суду", dt.date(2021, 7, 1))
    register.save_court(replace(court, names=(*court.names, newer)))
    renamed = register.courts()[0]
    year = summary_snapshot(register, renamed, YEAR, FORM, layout)
    half = summary_snapshot(register, renamed, HALF, FORM, layout)
    assert (year.court, half.court) == ("Новий суд", "Вигаданий суд")
    assert any("Нового суду" in line.text for line in year.titles)
    assert not any("Нового суду" in line.text for line in half.titles)


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html"])
def test_a_year_of_reports_without_events_is_a_row_of_dashes(tmp_path: Path, suffix: str) -> None:
    with Register.open(tmp_path / "empty.sqlite3") as empty:
        empty.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
        for quarter in YEAR.quarters:
            empty.add_report(1, quarter)
        for layout in Layout:
            written = write_report(empty, YEAR, tmp_path / f"{layout}.{suffix}", FORM, layout)
            assert (written.rows, written.notes) == (0, ())
            snapshot = summary_snapshot(empty, empty.courts()[0], YEAR, FORM, layout)
            assert [cell.text for cell in snapshot.rows[0][1:]] == ["-"] * 8


def test_a_sent_quarter_stays_as_sent_whatever_becomes_of_it(register: Register, court: Court) -> None:
    before = summary_snapshot(register, court, HALF, FORM, quarters=[Q1])
    ids = [event.id for event in register.frozen_events(report(register, Q1).id)]
    register.trash_events(ids)
    after = summary_snapshot(register, court, HALF, FORM, quarters=[Q1])
    assert after.rows == before.rows
    assert len(after.rows) == 2


def test_a_year_of_imported_reports_tells_each_standing_event_once(tmp_path: Path) -> None:
    documents, files = read_year(tmp_path)
    with Register.open(tmp_path / "year.sqlite3") as imported:
        apply_imports(imported, plan_imports(imported, documents), files, FORM)
        year = Period.parse("2025")
        made = summary_snapshot(imported, imported.courts()[0], year, FORM)
        names = [row[1].text for row in made.rows]
        assert sum("вебсайту" in name for name in names) == 1
        assert sum("Екскурсія" in name for name in names) == 8
        apart = summary_snapshot(imported, imported.courts()[0], year, FORM, Layout.BY_QUARTERS)
        assert len(apart.sections) == 4
        assert apart.event_count == sum(len(one.rows) for one in documents)
        assert made.notes == ()

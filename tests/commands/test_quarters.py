"""From one quarter to the next on the command line: carry over, submit, reopen."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from courtcomms.cli import main
from courtcomms.model import Column, CourtName
from courtcomms.paths import DataDir
from courtcomms.sample import load_sample
from courtcomms.store import Register


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with the sample register."""
    assert main(["sample", str(tmp_path / "дані")]) == 0
    capsys.readouterr()
    return tmp_path / "дані"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]):
    def run_command(*words: object) -> tuple[int, str, str]:
        code = main(["--data-dir", str(folder), *map(str, words)])
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


def change(folder: Path, row: int, column: Column, text: str) -> None:
    """What somebody does in the window meanwhile."""
    with Register.open(DataDir(folder).database) as register:
        (event,) = register.events([row])
        register.set_cell(row, column, text, version=event.version)


def test_standing_events_go_into_the_next_quarter(run) -> None:
    code, out, err = run("carry-over", "--to", "2026-Q4", "--json")
    assert code == 0
    plan = json.loads(out)
    assert (plan["period"], plan["source"], plan["present"]) == ("2026-Q4", "2026-Q3", [])
    assert "зі звіту за ІІІ квартал 2026 року" in err
    rows = json.loads(run("events", "--period", "2026-Q4", "--json")[1])["events"]
    assert [row["id"] for row in rows] == plan["carried"] + plan["dated"]
    assert all(row["standing"] for row in rows[: len(plan["carried"])])
    before = json.loads(run("events", "--period", "2026-Q3", "--json")[1])["events"]
    assert [row["id"] for row in before if row["standing"]] == plan["carried"]


def test_carrying_over_again_adds_nothing(run) -> None:
    carried = json.loads(run("carry-over", "--to", "2026-Q4", "--json")[1])["carried"]
    code, out, err = run("carry-over", "--to", "2026-Q4")
    assert (code, out) == (0, "")
    assert f"уже були у звіті: {len(carried)}" in err


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_submitted_report_comes_out_byte_for_byte_the_same(run, folder, tmp_path, suffix) -> None:
    first, again, later = (tmp_path / f"{name}{suffix}" for name in ("перший", "знову", "потім"))
    export = ("report", "export", "--period", "2026-Q3", "--out")
    assert run(*export, first)[0] == 0
    code, _, err = run("report", "submit", "--period", "2026-Q3")
    assert (code, "11 рядків" in err) == (0, True)
    rows = run("report", "rows", "--period", "2026-Q3")[1]
    change(folder, 1, Column.TITLE, "Зовсім інша назва")
    DataDir(folder).form.write_text("[font]\ntable_pt = 9.0\n", encoding="utf-8")
    assert run(*export, again)[0] == 0
    assert again.read_bytes() == first.read_bytes()
    assert run("report", "rows", "--period", "2026-Q3")[1] == rows
    assert "Зовсім" not in run("events", "--period", "2026-Q3", "--json")[1]
    DataDir(folder).form.unlink()
    assert "повернуто в роботу" in run("report", "reopen", "--period", "2026-Q3")[2]
    assert run(*export, later)[0] == 0
    assert later.read_bytes() != first.read_bytes()
    assert "Зовсім інша назва" in run("report", "rows", "--period", "2026-Q3")[1]
    assert "нічого не змінено" in run("report", "reopen", "--period", "2026-Q3")[2]


@pytest.mark.parametrize(
    "words",
    [
        ["carry-over"],
        ["carry-over", "--to", "2026-Q7"],
        ["carry-over", "--to", "2026-Q3"],
        ["report", "submit", "--period", "2026-Q3"],
        ["report", "submit", "--period", "2019-Q1"],
        ["report", "reopen", "--period", "2019-Q1"],
        ["report", "submit"],
    ],
)
def test_refusals_are_one_sentence_and_change_nothing(run, words: list[str]) -> None:
    run("report", "submit", "--period", "2026-Q3")
    before = run("report", "rows", "--period", "2026-Q3")[1]
    code, out, err = run(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert run("report", "rows", "--period", "2026-Q3")[1] == before


def test_an_import_into_a_submitted_report_is_refused(run, folder) -> None:
    run("report", "submit", "--period", "2026-Q2")
    document = folder / "zvit_komunikatsii_2026_q3.docx"
    code, _, err = run("import", document, "--period", "2026-Q2")
    assert code == 2
    assert "Поверніть звіт у роботу" in err


def test_another_courts_document_goes_to_the_court_there_is_with_a_warning(run, folder, tmp_path) -> None:
    with Register.open(DataDir(folder).database) as register:
        (court,) = register.courts()
        other = replace(court, names=(CourtName("Дальній районний суд", "Дальнього районного суду"),))
        register.save_court(other)
    code, _, err = run("import", folder / "zvit_komunikatsii_2026_q3.docx", "--period", "2026-Q4")
    assert code == 0
    assert "інший суд («Калинівський" in err
    assert "«Дальній районний суд»" in err
    assert "Імпортовано 11 рядків" in err
    with Register.open(DataDir(folder).database) as register:
        assert len(register.courts()) == 1
    assert load_sample().court.names[0].nominative.startswith("Калинівський")

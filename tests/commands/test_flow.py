"""The quarter's work on the command line, from one document to the next."""

import json
from pathlib import Path

import pytest

from courtcomms.cli import main

REAL = "2021-Q3"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    def run_command(*words: object) -> tuple[int, str, str]:
        code = main(["--data-dir", str(tmp_path / "data"), *map(str, words)])
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with the sample register and its newest report in Word and Excel."""
    folder = tmp_path / "приклад"
    assert main(["sample", str(folder)]) == 0
    capsys.readouterr()
    return folder


def cells_of(rows: list[dict[str, list[dict[str, object]]]]) -> list[list[object]]:
    return [[cell["text"] for cell in row["cells"]] for row in rows]


def targets_of(rows: list[dict[str, list[dict[str, list[dict[str, str]]]]]]) -> list[list[list[str]]]:
    return [[sorted(link["target"] for link in cell["links"]) for cell in row["cells"]] for row in rows]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_sample_goes_out_and_comes_back_the_same(run, sample: Path, tmp_path: Path, suffix: str) -> None:
    document = sample / f"zvit_komunikatsii_2026_q3{suffix}"
    code, out, _ = run("import", document, "--json")
    assert code == 0
    taken = json.loads(out)
    assert taken["period"] == "2026-Q3"
    assert taken["court"].startswith("Калинівський районний суд")
    code, out, _ = run("report", "rows", "--period", "2026-Q3", "--json")
    assert code == 0
    rows = json.loads(out)["rows"]
    main(["--data-dir", str(sample), "report", "rows", "--period", "2026-Q3"])
    assert cells_of(rows) == cells_of(taken["rows"])
    assert len(rows) == 11
    again = tmp_path / f"again{suffix}"
    assert run("report", "export", "--period", "2026-Q3", "--out", again)[0] == 0
    assert again.read_bytes() == document.read_bytes()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_real_report_in_and_out_cell_by_cell(run, shared_data: Path, tmp_path: Path, suffix: str) -> None:
    truth = json.loads((shared_data / "table1_2021q3.json").read_text(encoding="utf-8"))
    assert run("import", shared_data / "table1_2021q3.docx")[0] == 0
    out = tmp_path / f"out{suffix}"
    assert run("report", "export", "--period", REAL, "--out", out)[0] == 0
    code, text, _ = run("import", out, "--dry-run", "--json")
    assert code == 0
    back = json.loads(text)
    assert back["period"] == REAL
    assert back["court"] == truth["court"]
    assert cells_of(back["rows"]) == cells_of(truth["rows"])
    assert targets_of(back["rows"]) == targets_of(truth["rows"])


def test_dry_run_touches_no_register(run, sample: Path, tmp_path: Path) -> None:
    code, out, err = run("import", sample / "zvit_komunikatsii_2026_q3.docx", "--dry-run")
    assert code == 0
    assert "13.08.2026" in out
    assert "нічого не записано" in err
    assert not (tmp_path / "data").exists()


def test_same_document_twice_adds_nothing(run, sample: Path) -> None:
    document = sample / "zvit_komunikatsii_2026_q3.docx"
    run("import", document)
    code, _, err = run("import", document)
    assert code == 0
    assert "Імпортовано 0 рядків" in err
    assert len(json.loads(run("report", "rows", "--period", "2026-Q3")[1])["rows"]) == 11


def test_period_on_the_command_line_wins(run, sample: Path) -> None:
    assert run("import", sample / "zvit_komunikatsii_2026_q3.docx", "--period", "2026-Q4")[0] == 0
    assert json.loads(run("report", "rows", "--period", "2026-Q4")[1])["period"] == "2026-Q4"


def test_search_finds_in_any_spelling(run, sample: Path) -> None:
    run("import", sample / "zvit_komunikatsii_2026_q3.docx")
    found = json.loads(run("events", "--search", "ЗВ'ЯЗКУ модельні", "--json")[1])["events"]
    assert [event["cells"][3]["text"] for event in found] == ["13.08.2026"]


def test_findings_of_the_sample(run, sample: Path) -> None:
    run("import", sample / "zvit_komunikatsii_2026_q3.docx")
    code, out, _ = run("check", "--period", "2026-Q3", "--json")
    findings = json.loads(out)["findings"]
    assert code == (1 if any(finding["severity"] == "error" for finding in findings) else 0)
    assert ("link_twice", 3) in {(finding["code"], finding["row"]) for finding in findings}


def test_backup_and_restore(run, sample: Path, tmp_path: Path) -> None:
    document = sample / "zvit_komunikatsii_2026_q3.docx"
    run("import", document)
    copy = tmp_path / "копія.sqlite"
    assert run("backup", copy)[0] == 0
    run("import", document, "--period", "2026-Q4")
    assert run("restore", copy)[0] == 0
    assert run("report", "rows", "--period", "2026-Q4")[0] == 2
    assert run("report", "rows", "--period", "2026-Q3")[0] == 0
    assert run("integrity")[0] == 0


def test_sample_never_overwrites_a_register(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", str(sample)]) == 2
    assert "уже є реєстр" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["report", "export", "--period", "2021-Q5", "--out", "x.docx"],
        ["report", "export", "--period", "1066-Q1", "--out", "x.docx"],
        ["report", "export", "--period", "2020-Q1", "--out", "x.docx"],
        ["report", "export", "--period", "2026-Q3", "--out", "x.pages"],
        ["report", "export", "--period", "2026-Q3", "--out", "немає/такої/x.docx"],
        ["report", "rows", "--period", "третій"],
        ["report"],
        ["import"],
        ["import", "немає.docx"],
        ["import", "."],
        ["restore", "немає.sqlite"],
        ["check", "--period", "2019-Q1"],
        ["зробити"],
    ],
)
def test_refusals_are_one_sentence_and_exit_2(
    run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run("import", sample / "zvit_komunikatsii_2026_q3.docx")
    before = run("report", "rows", "--period", "2026-Q3")[1]
    code, out, err = run(*words)
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1
    assert any("а" <= sign <= "я" for sign in err)
    assert "Traceback" not in err
    assert run("report", "rows", "--period", "2026-Q3")[1] == before
    assert not list(tmp_path.glob("x.*"))


def test_refused_document_tells_the_reason_in_json_too(run, tmp_path: Path) -> None:
    broken = tmp_path / "зламаний.docx"
    broken.write_bytes(b"PK\x03\x04 nothing more")
    code, out, err = run("import", broken, "--dry-run", "--json")
    assert code == 2
    answer = json.loads(out)
    assert answer["kind"] == "none"
    assert answer["rows"] == []
    assert answer["error"]
    assert answer["error"] in err

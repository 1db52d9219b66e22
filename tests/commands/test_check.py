"""`check`: findings of a report on the command line, for a person and as JSON."""

import json
from pathlib import Path

import pytest

from courtcomms.cli import main
from courtcomms.model import Column, Dismissal
from courtcomms.paths import DataDir
from courtcomms.services import only_court
from courtcomms.store import EventQuery, Register

PERIOD = ("--period", "2026-Q3")


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The data of the sample register."""
    assert main(["sample", str(tmp_path)]) == 0
    capsys.readouterr()
    return tmp_path


@pytest.fixture
def check(folder: Path, capsys: pytest.CaptureFixture[str]):
    def run_check(*words: str) -> tuple[int, str, str]:
        code = main(["--data-dir", str(folder), "check", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return run_check


def test_the_shape_of_the_json_is_stable(check) -> None:
    code, out, err = check(*PERIOD, "--json")
    told = json.loads(out)
    assert (code, err) == (0, "")
    assert set(told) == {"period", "findings", "dismissed"}
    assert (told["period"], told["dismissed"]) == ("2026-Q3", 0)
    for finding in told["findings"]:
        keys = ["severity", "code", "row", "event", "column", "start", "end", "excerpt", "message", "repair"]
        assert list(finding) == keys
        assert finding["severity"] in {"hint", "warn", "error"}
        assert finding["column"] in {column.value for column in Column}
    twice = next(finding for finding in told["findings"] if finding["code"] == "link_twice")
    assert (twice["row"], twice["severity"], twice["column"]) == (3, "warn", "site_links")
    assert set(twice["repair"]) == {"label", "start", "end", "replacement"}
    assert twice["repair"]["replacement"] == ""


def test_without_a_period_the_newest_report_is_checked(check) -> None:
    assert check("--json") == check(*PERIOD, "--json")
    assert json.loads(check("--period", "2026-Q2", "--json")[1])["period"] == "2026-Q2"
    code, out, err = check("--period", "2020-Q1")
    assert (code, out) == (2, "")
    assert "немає звіту за І квартал 2020 року" in err


def test_a_person_reads_row_column_message_and_words(check) -> None:
    code, out, err = check(*PERIOD)
    assert code == 0
    lines = [line.split("\t") for line in out.splitlines()]
    assert ["порада", "№ 1", "Назва (вид) заходу", "Подвійний пробіл. → Розміщення на"] in lines
    warned = [line[1:3] for line in lines if line[0] == "увага"]
    site, media = "Посилання на сайт", "Публікації у ЗМІ"
    assert warned == [["№ 3", site], ["№ 3", media], ["№ 4", site]]
    assert "11 рядків, 3 застереження, 6 порад, з готовим виправленням: 7." in err


def test_only_an_error_makes_the_exit_code_one(check, folder: Path) -> None:
    with Register.open(DataDir(folder).database) as register:
        court = only_court(register)
        report = register.reports(court.id)[0]
        event = register.events(register.event_ids(EventQuery(court.id, period=report.period)))[0]
        register.set_cell(event.id, Column.DATE, "31.06.2026", version=event.version)
    code, out, err = check(*PERIOD)
    assert code == 1
    assert "помилка\t№ 1\tДата проведення\tТакої дати не існує" in out
    assert "1 помилка" in err


def test_what_is_hidden_is_only_counted(check, folder: Path) -> None:
    findings = json.loads(check(*PERIOD, "--json")[1])["findings"]
    hidden = [finding for finding in findings if finding["code"] == "empty_form"]
    with Register.open(DataDir(folder).database) as register:
        register.dismiss(
            [Dismissal(f["event"], f["code"], Column(f["column"]), f["excerpt"]) for f in hidden]
        )
    told = json.loads(check(*PERIOD, "--json")[1])
    assert told["dismissed"] == len(hidden) == 3
    assert told["findings"] == [finding for finding in findings if finding not in hidden]
    assert "приховано: 3" in check(*PERIOD)[2]


def test_a_report_without_findings_says_so(check, folder: Path) -> None:
    findings = json.loads(check(*PERIOD, "--json")[1])["findings"]
    with Register.open(DataDir(folder).database) as register:
        register.dismiss(
            [Dismissal(f["event"], f["code"], Column(f["column"]), f["excerpt"]) for f in findings]
        )
    code, out, err = check(*PERIOD)
    assert (code, out) == (0, "")
    assert err.startswith("Зауважень немає.\n")

"""`explain` as a program outside meets it: JSON strings in, one object a line out."""

import io
import json
import sys

import pytest

from courtcomms.cli import main


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def run(words: list[str], data: bytes) -> tuple[int, list[dict[str, object]], str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        code = main(["explain", *words])
        out, err = capsys.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err

    return run


def lines(*cells: str) -> bytes:
    return "".join(json.dumps(cell, ensure_ascii=False) + "\n" for cell in cells).encode()


def test_dates_with_the_reports_year(ask) -> None:
    code, answers, _ = ask(
        ["date", "--year", "2021", "--quarter", "3", "--json"], lines("15 вересня", "31.06.2021")
    )
    assert code == 0
    assert answers[0] == {
        "kind": "day",
        "start": "2021-09-15",
        "end": "2021-09-15",
        "dates": [],
        "confidence": "sure",
    }
    assert answers[1]["kind"] == "invalid"


def test_fields_of_every_column(ask) -> None:
    expected = {
        "date": {"kind", "start", "end", "dates", "confidence"},
        "participants": {"kind", "value"},
        "site_links": {"links", "items", "count"},
        "media": {"links", "items", "count"},
        "heading": {"key"},
        "period": {"year", "confidence"},
    }
    for column, fields in expected.items():
        code, answers, _ = ask([column], lines("2021"))
        assert code == 0
        assert set(answers[0]) >= fields - {"value"}, column


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("25 осіб", {"kind": "exact", "value": 25}),
        ("до 100 осіб", {"kind": "max", "max": 100}),
        ("понад 40", {"kind": "min", "min": 40}),
        ("-", {"kind": "none"}),
    ],
)
def test_participants(ask, cell: str, answer: dict[str, object]) -> None:
    assert ask(["participants"], lines(cell))[1] == [answer]


def test_media_names_outlets(ask) -> None:
    _, answers, _ = ask(["media"], lines("«Вісник»\nhttps://visnyk.example/1"))
    assert answers[0]["items"] == [{"outlet": "Вісник", "url": "https://visnyk.example/1"}]
    assert answers[0]["count"] == 1
    assert answers[0]["links"] == [{"target": "https://visnyk.example/1", "text": "https://visnyk.example/1"}]


@pytest.mark.parametrize("data", [b"13.08.2021\n", b"42\n", b'"a"\n[]\n', b'"\xff"\n', b'"a"\n\n"b"\n'])
def test_what_is_no_json_string_is_refused_whole(ask, data: bytes) -> None:
    code, answers, err = ask(["date"], data)
    assert code == 2
    assert answers == []
    assert err.count("\n") == 1
    assert "не є рядком JSON" in err


def test_nothing_in_nothing_out(ask) -> None:
    assert ask(["date"], b"") == (0, [], "")


def test_cell_that_is_no_valid_unicode_still_gets_an_answer(ask) -> None:
    code, answers, _ = ask(["site_links"], b'"https://a.ua/\\ud800"\n')
    assert code == 0
    assert len(answers) == 1


def test_quarter_needs_its_year(ask) -> None:
    code, _, err = ask(["date", "--quarter", "3"], lines("15 вересня"))
    assert code == 2
    assert "--year" in err

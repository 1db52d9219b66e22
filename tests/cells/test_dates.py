"""Date phrases as people write them; phrases/*.tsv hold a phrase and what it must be read as.

A reading is written ``kind``, ``kind day``, ``kind day day …`` or ``kind start..end``; ``?`` marks a probable
one and ``!`` a suspicious one. ``\\n`` in a phrase is a line end. The answers in ``second_look*.tsv`` were
written down before the reader was asked; where it was right after all, they were mended.
"""

import json
from pathlib import Path

import pytest

from courtcomms.cells.dates import read_date
from courtcomms.model import Confidence, DateKind, DateSpan
from courtcomms.period import Period

PHRASES = Path(__file__).parent / "phrases"
THIRD_QUARTER = Period.quarter(2021, 3)
SIGNS = {Confidence.SURE: "", Confidence.PROBABLE: " ?", Confidence.SUSPICIOUS: " !"}


def said(span: DateSpan) -> str:
    if span.dates:
        days = " " + " ".join(day.isoformat() for day in span.dates)
    elif span.start is None and span.end is None:
        days = ""
    elif span.kind is DateKind.DAY:
        days = f" {span.start}"
    else:
        days = f" {span.start or ''}..{span.end or ''}"
    return span.kind.value + days + SIGNS[span.confidence]


def rows(*names: str) -> list[tuple[str, str]]:
    lines = [line for name in names for line in (PHRASES / name).read_text("utf-8").splitlines()]
    return [
        (phrase.replace("\\n", "\n"), expected) for phrase, expected in (line.split("\t") for line in lines)
    ]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    rows(
        "days.tsv", "several_days.tsv", "whole_spans.tsv", "standing.tsv", "no_dates.tsv", "second_look.tsv"
    ),
)
def test_phrase_in_a_report_for_the_third_quarter_of_2021(phrase, expected):
    assert said(read_date(phrase, THIRD_QUARTER)) == expected


@pytest.mark.parametrize(("phrase", "expected"), rows("without_report.tsv"))
def test_phrase_without_a_report(phrase, expected):
    assert said(read_date(phrase)) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\u00a0", "-", "–", "—", "--", " — ", "-\n-", "\u200b", "_____", "\t-"]
)
def test_nothing_but_blanks_and_dashes_is_empty(text):
    assert read_date(text, THIRD_QUARTER) == DateSpan(DateKind.EMPTY)


@pytest.mark.parametrize(
    ("phrase", "code", "expected"),
    [
        ("13.08", "2021-Q3", "day 2021-08-13"),
        ("13.08", "2019-H2", "day 2019-08-13"),
        ("28.12–03.01", "2021-Q4", "range 2021-12-28..2022-01-03"),
        ("28.12–03.01", "2022-Q1", "range 2021-12-28..2022-01-03"),
        ("28.12–03.01", "2021", "range 2021-12-28..2022-01-03"),
        ("28.12–03.01", "2021-Q2", "range 2021-12-28..2022-01-03 ?"),
        ("протягом кварталу", "2022-Q1", "quarter 2022-01-01..2022-03-31"),
        ("протягом кварталу", "2022", "quarter"),
        ("протягом півріччя", "2022-H2", "half_year 2022-07-01..2022-12-31"),
        ("протягом звітного періоду", "2022", "year 2022-01-01..2022-12-31"),
        ("протягом звітного періоду", "2022-H1", "half_year 2022-01-01..2022-06-30"),
        ("29.02", "2024-Q1", "day 2024-02-29"),
        ("29.02", "2023-Q1", "invalid"),
        ("13.08.2004", "2021-Q3", "day 2004-08-13 !"),
        ("13.08.2006", "2021-Q3", "day 2006-08-13"),
        ("13.08.2037", "2021-Q3", "day 2037-08-13 !"),
        ("з 1998 року", "2021-Q3", "ongoing_from 1998-01-01.."),
        ("з 1098 року", "2021-Q3", "ongoing_from 1098-01-01.. !"),
        ("05.09.21", "2021-Q3", "day 2021-09-05"),
        ("05.09.98", "2021-Q3", "day 1998-09-05 !"),
    ],
)
def test_what_the_report_lends_and_judges(phrase, code, expected):
    assert said(read_date(phrase, Period.parse(code))) == expected


def test_the_real_report(shared_data):
    rows = json.loads((shared_data / "table1_2021q3.json").read_text("utf-8"))["rows"]
    assert [said(read_date(row["cells"][3]["text"], THIRD_QUARTER)) for row in rows] == [
        "ongoing_from 2021-01-01..",
        "ongoing_from 2021-03-22..",
        "until_event 2020-03-17..",
        "until_event 2020-03-18..",
        "ongoing_from 2018-06-25..",
        "ongoing_from 2018-06-25..",
        "day 2021-08-13",
        "day 2021-08-17",
        "day 2021-08-31",
        "day 2021-09-20",
        "day 2021-09-21",
        "ongoing_from 2021-09-24..",
    ]

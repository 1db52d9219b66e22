"""Titles that name a period; phrases/periods.tsv holds a title and what it must be read as."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.cells.periods import PeriodReading, read_period
from courtcomms.model import Confidence
from courtcomms.period import Period, PeriodKind

SIGNS = {Confidence.SURE: "", Confidence.PROBABLE: " ?", Confidence.SUSPICIOUS: " !"}
TITLES = [
    line.split("\t")
    for name in ("periods.tsv", "second_look_periods.tsv")
    for line in (Path(__file__).parent / "phrases" / name).read_text("utf-8").splitlines()
]
ROMAN_SPELLINGS = {
    1: ("І", "I", "і", "i"),
    2: ("ІІ", "II", "IІ", "ІI"),
    3: ("ІІІ", "III", "IІI", "ІIІ"),
    4: ("ІV", "IV", "іv", "iv"),
}
FRAMES = [
    "за {} квартал {} року",
    "{} квартал {}",
    "за {} кв. {} р.",
    "ЗА {} КВАРТАЛ {} РОКУ",
    "Звіт\nТисменицького районного суду щодо комунікаційної діяльності\nза {}  квартал  {} року",
]
WORDS = {1: "перший", 2: "другий", 3: "третій", 4: "четвертий"}


def said(reading: PeriodReading) -> str:
    names = ("year", "quarter", "half", "month")
    parts = [f"{name}={getattr(reading, name)}" for name in names if getattr(reading, name) is not None]
    return (" ".join(parts) or "none") + SIGNS[reading.confidence]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_title(title, expected):
    assert said(read_period(title.replace("\\n", "\n"))) == expected


@given(st.integers(1991, 2099), st.integers(1, 4), st.data())
def test_every_spelling_of_a_quarter(year, quarter, data):
    numeral = data.draw(
        st.sampled_from(
            [*ROMAN_SPELLINGS[quarter], str(quarter), f"{quarter}-й", WORDS[quarter], WORDS[quarter].upper()]
        )
    )
    frame = data.draw(st.sampled_from(FRAMES))
    assert read_period(frame.format(numeral, year)) == PeriodReading(year, quarter)


@given(st.integers(1991, 2099), st.integers(1, 4), st.sampled_from(list(PeriodKind)))
def test_the_words_that_the_program_writes_read_back(year, number, kind):
    period = Period(year, min(number, 12 // kind.months), kind)
    reading = read_period(f"за {period.title}")
    assert reading.period == period
    assert reading.confidence is Confidence.SURE


@pytest.mark.parametrize(
    ("reading", "period"),
    [
        (PeriodReading(2021, 3), Period.quarter(2021, 3)),
        (PeriodReading(2021, half=1), Period(2021, 1, PeriodKind.HALF_YEAR)),
        (PeriodReading(2021), Period(2021, 1, PeriodKind.YEAR)),
        (PeriodReading(2021, 3, confidence=Confidence.PROBABLE), Period.quarter(2021, 3)),
        (PeriodReading(2121, 3, confidence=Confidence.SUSPICIOUS), None),
        (PeriodReading(2021, month=9), None),
        (PeriodReading(quarter=3), None),
        (PeriodReading(), None),
    ],
)
def test_only_a_quarter_half_year_or_year_becomes_a_period(reading, period):
    assert reading.period == period

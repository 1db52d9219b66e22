"""Arithmetic and wording of reporting periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.period import Period, PeriodKind

YEARS = st.integers(1995, 2190)
PERIODS = st.builds(
    lambda year, kind, number: Period(year, 1 + number % (12 // kind.months), kind),
    YEARS,
    st.sampled_from(list(PeriodKind)),
    st.integers(0, 3),
)


@pytest.mark.parametrize(
    ("code", "start", "end", "name"),
    [
        ("2021-Q1", date(2021, 1, 1), date(2021, 3, 31), "І квартал 2021 року"),
        ("2021-q3", date(2021, 7, 1), date(2021, 9, 30), "ІІІ квартал 2021 року"),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31), "ІV квартал 2024 року"),
        ("2021-H1", date(2021, 1, 1), date(2021, 6, 30), "І півріччя 2021 року"),
        (" 2021-h2 ", date(2021, 7, 1), date(2021, 12, 31), "ІІ півріччя 2021 року"),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "2021 рік"),
    ],
)
def test_code_names_days_and_words(code, start, end, name):
    period = Period.parse(code)
    assert (period.start, period.end) == (start, end)
    assert period.name == period.title == name
    assert period.code == code.strip().upper()


@pytest.mark.parametrize(
    "code",
    [
        "",
        "2021-Q5",
        "2021-Q0",
        "2021-H3",
        "2021Q3",
        "1990-Q1",
        "2200",
        "21-Q3",
        "2021-Q",
        "2021-M3",
        "ІІІ 2021",
    ],
)
def test_what_is_no_period_is_refused(code):
    with pytest.raises(ValueError, match=r"period code|outside|in a year"):
        Period.parse(code)


@pytest.mark.parametrize(
    ("year", "number", "kind"),
    [(1990, 1, PeriodKind.QUARTER), (2200, 1, PeriodKind.YEAR), (2021, 5, PeriodKind.QUARTER),
     (2021, 0, PeriodKind.QUARTER), (2021, 3, PeriodKind.HALF_YEAR), (2021, 2, PeriodKind.YEAR)],
)  # fmt: skip
def test_impossible_periods_cannot_be_made(year, number, kind):
    with pytest.raises(ValueError, match=r"outside|in a year"):
        Period(year, number, kind)


@given(PERIODS)
def test_code_reads_back(period):
    assert Period.parse(period.code) == period


@given(st.dates(date(1991, 1, 1), date(2199, 12, 31)))
def test_quarter_of_a_day_holds_it_and_its_neighbours_do_not(day):
    period = Period.of(day)
    assert day in period
    assert period.kind is PeriodKind.QUARTER
    if day.year not in (1991, 2199):
        assert day not in period.shifted(1)
        assert day not in period.shifted(-1)


@given(PERIODS, st.integers(-12, 12), st.integers(-12, 12))
def test_shifting_adds_up_and_periods_follow_without_gap(period, first, second):
    if not all(1991 <= period.year + (steps + 11) // 12 * 12 <= 2199 for steps in (first, first + second)):
        return
    try:
        moved = period.shifted(first).shifted(second)
        following = period.shifted(1)
    except ValueError:
        return  # beyond the years that a period may have
    assert moved == period.shifted(first + second)
    assert following.start - period.end == timedelta(days=1)
    assert period < following
    assert following.kind is period.kind


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [
        (date(2021, 7, 1), date(2021, 7, 1), True),
        (date(2021, 9, 30), None, True),
        (None, date(2021, 7, 1), True),
        (None, None, True),
        (date(2020, 1, 1), date(2022, 1, 1), True),
        (date(2021, 10, 1), None, False),
        (None, date(2021, 6, 30), False),
    ],
)
def test_a_span_touches_the_period_or_not(start, end, touches):
    assert Period.quarter(2021, 3).overlaps(start, end) is touches

"""What holds for every date and every text."""

import calendar
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.cells.dates import read_date
from courtcomms.cells.periods import read_period
from courtcomms.model import Confidence, DateKind, DateSpan
from courtcomms.period import Period

GENITIVE = (
    "січня", "лютого", "березня", "квітня", "травня", "червня",
    "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
)  # fmt: skip
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
WEEKDAYS = ("понеділок", "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя")
PERIOD = Period.quarter(2021, 3)

DAYS = st.dates(date(2007, 1, 1), date(2035, 12, 31))
SPELLINGS = (
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day:%d.%m.%Y} р.",
    lambda day: f"{day:%d.%m.%Y}р.",
    lambda day: f"{day:%d.%m.%Y} року",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day:%d.%m.%y}",
    lambda day: f"{day:%d.%m.%y}р.",
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day:%d. %m. %Y}",
    lambda day: f"{day.day} {ROMAN_MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {GENITIVE[day.month - 1]} {day.year} року",
    lambda day: f"«{day:%d}» {GENITIVE[day.month - 1]} {day.year} р.",
    lambda day: f"{day.day}-го {GENITIVE[day.month - 1]} {day.year}",
    lambda day: f"{day.day}{GENITIVE[day.month - 1]}{day.year}року",
    lambda day: f"{WEEKDAYS[day.weekday()]}, {day:%d.%m.%Y}",
    lambda day: f"{day:%d.%m.%Y} ({WEEKDAYS[day.weekday()]})",
    lambda day: f"{day:%d.%m.%Y} о 10:00",
    lambda day: f"{day:%d.%m.%Y} з 10.00 до 12.00",
    lambda day: f"з 9:30 до 11:00 {day:%d.%m.%Y}",
    lambda day: f"{day:%d.%m.%Y}, 14 год. 30 хв.",
    lambda day: f"{day:%d.%m.%Y} (онлайн)",
    lambda day: f"Дата проведення: {day:%d.%m.%Y}",
)
PIECES = st.sampled_from(
    [
        *(
            "13",
            "08",
            "2021",
            "15.09",
            ".",
            ",",
            "-",
            "–",
            "/",
            ":",
            ";",
            "(",
            ")",
            "№",
            "«",
            "»",
            "\n",
            "\u00a0",
        ),
        *(
            "з",
            "по",
            "до",
            "від",
            "та",
            "і",
            "року",
            "р.",
            "серпня",
            "вересень",
            "ІІ",
            "III",
            "квартал",
            "кв.",
        ),
        *(
            "півріччя",
            "постійно",
            "щомісяця",
            "за",
            "потреби",
            "у",
            "разі",
            "карантину",
            "закінчення",
            "кожного",
        ),
        *(
            "перше",
            "двадцять",
            "10:00",
            "о",
            "год.",
            "перенесено",
            "крім",
            "між",
            "або",
            "не",
            "пізніше",
            "на",
        ),
        *(
            "початку",
            "кінця",
            "декада",
            "раз",
            "місяць",
            "l5",
            "О8",
            "12345678901234567890",
            "31.06",
            "від 1.08",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)


@given(DAYS, st.sampled_from(SPELLINGS))
def test_every_spelling_of_a_day_reads_back(day, spell):
    assert read_date(spell(day), PERIOD) == DateSpan(DateKind.DAY, day, day)


@given(DAYS, st.integers(1, 40))
def test_ranges_read_back(start, length):
    end = start + timedelta(days=length)
    spelled = (
        f"{start:%d.%m.%Y}-{end:%d.%m.%Y}",
        f"{start:%d.%m.%Y} – {end:%d.%m.%Y}",
        f"з {start:%d.%m.%Y} по {end:%d.%m.%Y}",
        f"від {start:%d.%m.%Y} р. до {end:%d.%m.%Y} р.",
        f"з {start:%d.%m.%Y} року по {end:%d.%m.%Y} року",
        f"{start:%d.%m.%Y} року – {end:%d.%m.%Y} року",
        f"{start:%d.%m}-{end:%d.%m.%Y}",
        f"з {start.day} {GENITIVE[start.month - 1]} по {end.day} {GENITIVE[end.month - 1]} {end.year} року",
    )
    for text in spelled:
        assert read_date(text, PERIOD) == DateSpan(DateKind.RANGE, start, end), text


@given(DAYS, st.integers(1, 27))
def test_an_end_before_its_start_is_suspicious_however_it_is_written(start, earlier):
    end = start.replace(day=max(1, start.day - earlier))
    if end == start:
        return
    month = GENITIVE[start.month - 1]
    spelled = (
        f"{start:%d.%m.%Y}-{end:%d.%m.%Y}",
        f"{start:%d.%m.%Y}-{end:%d.%m}",
        f"{start:%d.%m}-{end:%d.%m.%Y}",
        f"{start.day}-{end.day} {month} {start.year}",
        f"з {start.day} по {end.day} {month}",
        f"{start.day} {month} – {end.day} {month}",
    )
    for text in spelled:
        span = read_date(text, Period.of(start))
        assert span == DateSpan(DateKind.RANGE, start, end, (), Confidence.SUSPICIOUS), text


@given(st.sets(DAYS, min_size=2, max_size=8), st.sampled_from([", ", "; ", "\n", " та ", ","]))
def test_lists_of_days_read_back_sorted(days, separator):
    ordered = tuple(sorted(days))
    text = separator.join(f"{day:%d.%m.%Y}" for day in days)
    assert read_date(text) == DateSpan(DateKind.DAYS, ordered[0], ordered[-1], ordered)


@given(st.integers(1991, 2099), st.integers(1, 12), st.integers(1, 12))
def test_a_day_that_the_month_has_not_is_invalid(year, month, extra):
    day = min(calendar.monthrange(year, month)[1] + extra, 39)
    for text in (
        f"{day}.{month:02}.{year}",
        f"{day}-{month:02}-{year}",
        f"{day} {GENITIVE[month - 1]} {year} року",
    ):
        assert read_date(text).kind is DateKind.INVALID, text


@given(st.integers(1, 28), st.integers(13, 99), st.integers(2000, 2030))
def test_a_month_that_does_not_exist_is_invalid(day, month, year):
    assert read_date(f"{day:02}.{month}.{year}", PERIOD).kind is DateKind.INVALID


@given(DAYS, st.integers(0, 6))
def test_a_weekday_of_another_date_is_suspicious(day, weekday):
    span = read_date(f"{WEEKDAYS[weekday]}, {day:%d.%m.%Y}")
    assert span.start == day
    assert (span.confidence is Confidence.SUSPICIOUS) == (weekday != day.weekday())


@given(DAYS, st.sampled_from("lIіІ|"))
def test_a_letter_for_the_digit_one_is_read_but_not_for_sure(day, letter):
    day = day.replace(day=15)
    assert read_date(f"{letter}5.{day:%m.%Y}") == DateSpan(DateKind.DAY, day, day, (), Confidence.PROBABLE)


@settings(max_examples=300)
@given(TEXTS, st.sampled_from([None, PERIOD, Period.parse("2022-H1"), Period.parse("2024")]))
def test_any_text_is_read_without_error_and_makes_sense(text, period):
    span = read_date(text, period)
    assert list(span.dates) == sorted(set(span.dates))
    if span.dates:
        assert span.kind in {DateKind.DAYS, DateKind.RECURRING}
        assert (span.start, span.end) == (span.dates[0], span.dates[-1])
    if span.kind is DateKind.DAY:
        assert span.start == span.end
    if span.kind in {DateKind.TEXT, DateKind.INVALID, DateKind.EMPTY}:
        assert (span.start, span.end) == (None, None)
    if span.kind is DateKind.ONGOING:
        assert span.start is None
    if span.start and span.end and span.start > span.end:
        assert span.confidence is Confidence.SUSPICIOUS


@settings(max_examples=200)
@given(TEXTS)
def test_any_title_is_read_without_error(text):
    reading = read_period(text)
    assert sum(part is not None for part in (reading.quarter, reading.half, reading.month)) <= 1
    if reading.period is not None:
        assert reading.period.year == reading.year


PHRASES = st.sampled_from(
    [
        "13 серпня 2021 року", "п'ятниця, 13.08.2021", "щоп'ятниці", "з 18 липня по 19 серпня 2016 року",
        "ІІ-ІV квартали", "на постійній основі (з 25.06.2018)", "перше півріччя 2021", "13, 15 та 17 серпня",
        "з 17.03.2020 до закінчення карантину", "1 раз на квартал", "у разі потреби", "протягом 2021 року",
        "31 червня 2021 року", "наказ № 5 від 12.05.2015", "Травень-липень", "дев'яте вересня 2021",
    ]
)  # fmt: skip


@given(PHRASES, st.sampled_from("’ʼ`´‘ꞌ′"), st.sampled_from("\u00a0\u2009\u202f\t"), st.sampled_from("–—‑−"))
def test_case_blanks_apostrophes_and_dashes_do_not_matter(phrase, apostrophe, blank, dash):
    expected = read_date(phrase, PERIOD)
    changed = phrase.replace("'", apostrophe).replace(" ", blank).replace("-", dash)
    doubled = phrase.replace(" ", "  ").replace("о", "о\u00ad").replace("а", "\u200bа")
    stressed = phrase.replace("і", "і\u0301")
    apart = phrase.replace("й", "и\u0306").replace("ї", "і\u0308")
    for text in (changed, doubled, stressed, apart, phrase.upper(), phrase.title(), f"  {phrase}\n\n"):
        assert read_date(text, PERIOD) == expected, text


def calls(text: str) -> int:
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read_date(text, PERIOD)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1.",
        "1,",
        "1-",
        "13.08.2021, ",
        "і ",
        "ІІІ-",
        "з 1 по ",
        "кожного ",
        "раз на ",
        "серпня ",
        "№ 1 ",
        "1l",
        "тел. 1-1-21 ",
        "вул. назва 1 ",
        "ш квартал ",
    ],
)
def test_work_grows_no_faster_than_the_text(piece):
    short, long = calls(piece * 150), calls(piece * 600)
    assert long < 5 * short


@pytest.mark.parametrize("piece", ["1", "1 ", "1.", "я", "-", "і ", "а\u0301\u0323", "13.08.2021 "])
def test_a_huge_cell_is_given_up_early(piece):
    assert calls(piece * (100_000 // len(piece))) < 150_000

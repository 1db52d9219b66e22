"""Titles as they are typed: torn, letter by letter, with slips and abbreviations."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.cells.court_names import read_court
from courtcomms.cells.periods import read_period
from courtcomms.cells.title_mending import guessed_period, together, written_out
from courtcomms.model import Confidence


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Інгулець-\nкого суду", "Інгулецького суду"),
        ("к в а р т а л", "квартал"),
        ("за І І І квартал", "за ІІІ квартал"),
        ("за ІІІ квар- тал", "за ІІІ квартал"),
        ("за І та ІІ квартал", "за І та ІІ квартал"),
        ("липень-\nвересень", "липеньвересень"),
        ("я і ти", "я і ти"),
        ("вул. А. Б. Коваль", "вул. А. Б. Коваль"),
    ],
)
def test_torn_words_are_put_together(typed, meant):
    assert together(typed) == meant


@pytest.mark.parametrize("word", ["квартл", "кваратал", "кватрал", "квартвл", "Кварта"])
def test_one_slip_in_the_word_quarter(word):
    reading = read_period(f"за ІІІ {word} 2021 року")
    assert (reading.year, reading.quarter, reading.confidence) == (2021, 3, Confidence.PROBABLE)


@pytest.mark.parametrize("word", ["кваліфікація", "квартира", "квитанція", "квітень"])
def test_other_words_are_no_quarters(word):
    assert "квартал" not in guessed_period(f"за ІІІ {word} 2021 року")


@pytest.mark.parametrize(
    ("line", "year", "quarter"),
    [
        ("2021/3", 2021, 3),
        ("2021/ІV", 2021, 4),
        ("за трет1й квартал 2021", 2021, 3),
        ("за второй квартал 2021 года", 2021, 2),
        ("за [І] квартал [2021] року", 2021, 1),
    ],
)
def test_guessed_quarters_are_never_sure(line, year, quarter):
    reading = read_period(line)
    assert (reading.year, reading.quarter) == (year, quarter)
    assert reading.confidence is Confidence.PROBABLE


@pytest.mark.parametrize("line", ["справа № 2021/3/15", "12/2021/3", "2021/35"])
def test_numbers_of_cases_are_no_quarters(line):
    assert read_period(line).quarter is None


@pytest.mark.parametrize(
    ("line", "full"),
    [
        ("Печерського райсуду", "Печерського районного суду"),
        ("Печерський райсуд", "Печерський районний суд"),
        ("Київський ОАС", "Київський окружний адміністративний суд"),
        ("Одеського окружного адмінсуду", "Одеського окружного адміністративного суду"),
        ("Павлоградського міськрайсуду", "Павлоградського міськрайонного суду"),
        ("райсуд", "райсуд"),
        ("рс", "рс"),
    ],
)
def test_abbreviated_courts_are_written_out(line, full):
    assert written_out(line) == full


def test_abbreviated_court_is_read_in_both_cases():
    name = read_court("Звіт Печерського райсуду м. Києва")
    assert (name.nominative, name.genitive) == (
        "Печерський районний суд м. Києва",
        "Печерського районного суду м. Києва",
    )


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="аквртлІIV -\n12/0_().,суд", max_size=60))
def test_nothing_raises(text):
    read_period(text)
    read_court(text)

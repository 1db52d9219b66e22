"""Dates, publications and participants that do not add up."""

import pytest
from rows import Q3, codes, event, found, mended

from courtcomms.model import Column, Court, CourtName, Severity
from courtcomms.period import Period
from courtcomms.review import review_row


@pytest.mark.parametrize(
    ("date", "code", "severity"),
    [
        ("31.06.2021", "date_invalid", Severity.ERROR),
        ("08.13.2021", "date_invalid", Severity.ERROR),
        ("13.08.2121", "date_suspicious", Severity.WARN),
        ("20.09-13.09.2021", "date_suspicious", Severity.WARN),
        ("l3.08.2021", "date_probable", Severity.WARN),
        ("близько 13.08.2021", "date_probable", Severity.WARN),
        ("за графіком", "date_text", Severity.HINT),
        ("13.10.2021", "date_outside", Severity.WARN),
        ("30.06.2021", "date_outside", Severity.WARN),
        ("червень 2021", "date_outside", Severity.WARN),
    ],
)
def test_doubtful_dates(date: str, code: str, severity: Severity) -> None:
    (finding,) = found(date=date)
    assert (finding.code, finding.severity, finding.column) == (code, severity, Column.DATE)
    assert (finding.start, finding.end) == (0, len(date))


@pytest.mark.parametrize(
    "date",
    [
        "01.07.2021",
        "30.09.2021",
        "28.06-02.07.2021",
        "постійно",
        "з 01.01.2021 на постійній основі",
        "з 22.03.2021 - на постійній основі у 2021",
        "з 17.03.2020 до закінчення карантину.\nІнформація постійно оновлюється, і доповнюється",
        "на постійній основі\n(з 25.06.2018)",
        "щомісяця",
        "вересень",
        "ІІІ квартал 2021",
        "10.09.2021 о 14:00",
    ],
)
def test_dates_that_belong_into_the_quarter(date: str) -> None:
    assert codes(date=date) == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("l3.08.2021", "13.08.2021"),
        ("З0.08.2021 року", "30.08.2021 року"),
        ("13,08.2021", "13.08.2021"),
        ("13.08.20 21", "13.08.2021"),
        ("13.082021", "13.08.2021"),
        ("13 08 2021 р.", "13.08.2021 р."),
    ],
)
def test_a_day_with_a_slip_of_the_pen_can_be_retyped(date: str, expected: str) -> None:
    assert "13.08.2021" in found(date="l3.08.2021")[0].message
    assert mended(date, "date_probable", "date") == expected
    assert codes(date=expected) == []


@pytest.mark.parametrize("date", ["13 августа 2021", "близько 13.08.2021", "13.08.2021 або 14.08.2021"])
def test_a_guess_is_shown_but_not_written(date: str) -> None:
    (finding,) = found(date=date)
    assert "13.08.2021" in finding.message
    assert finding.repair is None


def test_media_number_against_the_media_named() -> None:
    text = "3 публікації:\nhttps://a.example/1\nhttps://b.example/2"
    (finding,) = found(media=text)
    assert (finding.code, finding.severity) == ("media_count", Severity.WARN)
    assert "3" in finding.message
    assert "2" in finding.message
    assert codes(media="2 публікації:\nhttps://a.example/1\nhttps://b.example/2") == []


def test_bare_media_number_asks_for_links() -> None:
    (finding,) = found(media="3")
    assert (finding.code, finding.severity) == ("media_no_links", Severity.HINT)
    assert "3 публікації" in finding.message
    for good in ("0", "немає", "-", "", "газета «Вісті» № 19", "телеканал «Лісостеп»"):
        assert codes(media=good) == []


def test_the_courts_own_site_is_no_mass_medium() -> None:
    court = Court(1, (CourtName("Суд", "Суду"),), "https://ing.dp.court.gov.ua/sud0416/")
    own = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1151118/"
    for text, expected in ((own, ["media_own_site"]), ("https://court.gov.ua/press/news/1183447/", [])):
        findings = review_row(event(media=text), Q3, court=court)
        assert [finding.code for finding in findings] == expected
    assert review_row(event(media=own), Q3) == ()
    assert review_row(event(media=own), Q3, court=Court(1, court.names)) == ()


@pytest.mark.parametrize(
    "participants", ["", "-", "25", "25 осіб", "близько 100", "понад 40", "до 100 осіб", "0"]
)
def test_numbers_of_participants(participants: str) -> None:
    assert codes(participants=participants) == []


@pytest.mark.parametrize("participants", ["усі працівники", "З школи", "за списком"])
def test_doubtful_participants(participants: str) -> None:
    (finding,) = found(participants=participants)
    assert (finding.code, finding.severity, finding.repair) == ("participants_text", Severity.HINT, None)


@pytest.mark.parametrize(
    ("participants", "expected"),
    [("З0 осіб", "30 осіб"), ("l5", "15"), ("1О учнів та 5 вчителів", "10 учнів та 5 вчителів")],
)
def test_a_letter_for_a_digit_is_found_and_mended(participants: str, expected: str) -> None:
    (finding,) = found(participants=participants)
    assert finding.severity is Severity.WARN
    assert mended(participants, "participants_text", "participants") == expected


@pytest.mark.parametrize(
    ("column", "text", "stale"),
    [
        ("title", "Розміщення інформації щодо нових реквізитів рахунків 2020", "2020"),
        ("title", "Опитування громадян за 2020 рік", "2020"),
        ("title", "Графік прийому на 2019-2020 роки", "2019-2020"),
        ("title", "Аналіз звернень за ІІ квартал 2021 року", "ІІ квартал 2021"),
        ("title", "Аналіз звернень за другий квартал", "другий квартал"),
        ("goal", "Узагальнення практики за І півріччя 2021 року", "І півріччя 2021"),
        ("goal", "Інформування про плани суду на 2020 рік", "2020"),
    ],
)
def test_a_standing_event_that_still_names_the_past(column: str, text: str, stale: str) -> None:
    (finding,) = found(**{"date": "постійно", column: text})
    assert (finding.code, finding.severity, finding.repair) == ("past_period", Severity.WARN, None)
    assert text[finding.start : finding.end] == stale
    assert f"«{stale}»" in finding.message
    assert codes(**{column: text}) == [], "what happened on one day may tell of the past"


@pytest.mark.parametrize(
    "text",
    [
        "Розміщення інформації щодо реквізитів рахунків 2021",
        "Роз'яснення Закону України «Про судоустрій» від 02.06.2016 № 1402-VIII",
        "Роз'яснення Закону України № 1402 2016 року",
        "Виконання Стратегії розвитку на 2015-2020 роки",
        "Зміна режиму роботи з 1 вересня 2020 року",
        "Сторінка суду, що діє з 2018 року",
        "Облік за ДСТУ 4163:2020",
        "Графік прийому на 2020-2021 роки",
        "Наповнення у ІІІ кварталі 2021 року",
        "Аналіз звернень за IV квартал",
        "Опрацьовано 2020/15 звернень та 20201 лист",
        "Телефон 067-2019-20, каб. 2020а",
        "Сторінка https://court.gov.ua/2019/1",
    ],
)
def test_history_and_the_present_are_no_past(text: str) -> None:
    assert "past_period" not in codes(title=text, date="постійно")


def test_the_date_of_a_row_carried_over_may_name_the_last_year() -> None:
    text = "з 01.01.2021 на постійній основі у 2021"
    assert codes(date=text) == []
    (finding,) = found(Period.quarter(2022, 1), date=text)
    assert (finding.code, finding.start) == ("past_period", len(text) - 4)
    assert found(Period.quarter(2022, 1), date="постійно (з 25.06.2018)") == []


def test_the_fourth_quarter_is_past_in_the_first() -> None:
    (finding,) = found(Period.quarter(2022, 1), date="постійно", title="Звіт за ІV квартал")
    assert finding.code == "past_period"

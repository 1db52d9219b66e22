"""Spellings of one page, and the day that a news number tells."""

from datetime import date, timedelta

import pytest

from courtcomms.linkcheck.news_numbers import plausible_day, tolerance
from courtcomms.linkcheck.same_page import page_key
from courtcomms.linkcheck.tracking import cleaned

PAGE = "https://court.gov.ua/press/news/1183447"


@pytest.mark.parametrize(
    "other",
    [
        "http://court.gov.ua/press/news/1183447",
        "https://www.court.gov.ua/press/news/1183447/",
        "HTTPS://COURT.GOV.UA:443/press/news/1183447//",
        "https://court.gov.ua./press/news/1183447/index.html",
        "https://court.gov.ua/press/news/1183447?utm_source=fb&fbclid=1",
        "https://court.gov.ua/press/news/1183447?#далі",
        "https://m.court.gov.ua/press/news/1183447",
    ],
)
def test_spellings_of_one_page(other: str) -> None:
    assert page_key(other) == page_key(PAGE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.facebook.com/court/posts/1", "https://m.facebook.com/court/posts/1?mibextid=x"),
        ("https://facebook.com/court/posts/1", "https://uk-ua.facebook.com/court/posts/1/"),
        ("https://mbasic.facebook.com/a?id=1&ref=x", "https://web.facebook.com/a?id=1"),
        ("https://youtu.be/abcdefghijk?si=1", "https://www.youtube.com/watch?v=abcdefghijk&feature=share"),
        ("https://twitter.com/a/status/1?s=20", "https://x.com/a/status/1"),
        ("https://t.me/court/1", "https://telegram.me/court/1"),
        ("https://a.ua/x?b=2&a=1", "https://a.ua/x?a=1&b=2"),
        ("https://a.ua/%d1%97", "https://a.ua/ї"),
        ("https://суд.укр/", "http://xn--d1azg.xn--j1amh"),
    ],
)
def test_other_spellings_of_well_known_sites(one: str, other: str) -> None:
    assert page_key(one) == page_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PAGE, "https://court.gov.ua/press/news/1183448"),
        (PAGE, "https://ing.court.gov.ua/press/news/1183447"),
        ("https://a.ua/x", "https://a.ua/X"),
        ("https://a.ua/x?id=1", "https://a.ua/x?id=2"),
        ("https://a.ua/x?id=1", "https://a.ua/x"),
        ("https://a.ua/", "https://a.ua:8443/"),
        ("https://web.a.ua/", "https://a.ua/"),
        ("https://a.ua/x?s=1", "https://a.ua/x?s=2"),
        ("https://m.ua/", "https://www.ua/"),
        ("https://www.facebook.com/a?story_fbid=1&id=2", "https://www.facebook.com/a?story_fbid=3&id=2"),
    ],
)
def test_other_pages_have_other_keys(one: str, other: str) -> None:
    assert page_key(one) != page_key(other)


def test_what_is_no_address_is_its_own_key() -> None:
    assert page_key(" сайт суду ") == "сайт суду"
    assert page_key("court.gov.ua/x") != page_key("https://court.gov.ua/x")


def test_only_tracking_goes_and_the_rest_keeps_its_spelling() -> None:
    typed = "https://a.ua/Новини?B=ї&fbclid=1&&a#Ціль"
    assert cleaned(typed, "a.ua") == "https://a.ua/Новини?B=ї&&a#Ціль"
    assert cleaned("https://a.ua/?FBCLID=1", "a.ua") == "https://a.ua/"
    for kept in ("https://a.ua/?t=1&s=2&feature=3", "https://a.ua/?", "https://a.ua/?fbclids=1", "не адреса"):
        assert cleaned(kept, "a.ua") == kept


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("press/news/766537/", date(2019, 8, 22)),
        ("press/news/1192115", date(2021, 10, 8)),
        ("sud0416/pres-centr/events/1884218/", date(2025, 9, 24)),
    ],
)
def test_known_numbers_have_their_days(path: str, day: date) -> None:
    assert plausible_day(f"https://court.gov.ua/{path}") == day
    assert plausible_day(f"https://ing.dp.court.gov.ua/{path}") == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("news/1151118/", date(2021, 8, 13)),
        ("events/1168974/", date(2021, 8, 17)),
        ("news/1166297/", date(2021, 8, 31)),
        ("pres_releases/1181538/", date(2021, 9, 21)),
        ("pres_releases/1182500/", date(2021, 9, 24)),
    ],
)
def test_pages_of_the_real_report_fall_near_their_events(path: str, day: date) -> None:
    told = plausible_day(f"https://ing.dp.court.gov.ua/sud0416/pres-centr/{path}")
    assert told is not None
    assert abs(told - day) <= timedelta(days=31) < tolerance(told)


@pytest.mark.parametrize(
    "url",
    [
        "https://ing.dp.court.gov.ua/sud0416/gromadyanam/11/",
        "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1/",
        "https://court.gov.ua/press/news/99999999/",
        "https://court.gov.ua/press/news/1183447/photo/",
        "https://sud.ua/press/news/1183447/",
        "https://court.gov.ua.evil.com/press/news/1183447/",
        "https://court.gov.ua/press/1183447.pdf",
        "не адреса",
    ],
)
def test_other_pages_tell_no_day(url: str) -> None:
    assert plausible_day(url) is None


def test_days_grow_with_numbers_and_beyond_the_known_one_is_less_sure() -> None:
    days = [
        plausible_day(f"https://court.gov.ua/press/news/{number}")
        for number in range(700_000, 2_400_000, 9_973)
    ]
    told = [day for day in days if day is not None]
    assert len(told) > 100
    assert told == sorted(told)
    assert tolerance(date(2021, 8, 1)) < tolerance(date(2026, 8, 1)) < tolerance(date(2027, 8, 1))

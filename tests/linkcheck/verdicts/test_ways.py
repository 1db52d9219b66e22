"""What each part of an address tells of where a redirect led."""

import pytest

from courtcomms.linkcheck.made_up import led_astray, neighbour
from courtcomms.linkcheck.places import host_of, host_words, pairs_of, path_of, url_words
from courtcomms.linkcheck.redirects import Way, is_login, is_root, same_page, way_of
from tests.linkcheck.verdicts.making import URL, fetched, led, moved, says

SITE = "https://gazeta.ua"


@pytest.mark.parametrize(
    "path", ["", "/", "/uk", "/uk/", "/ua", "/index.html", "/uk/index.php", "/home", "/?utm_source=x"]
)
def test_a_first_page_is_known(path: str) -> None:
    assert is_root(SITE + path)


@pytest.mark.parametrize(
    "path", ["/news", "/?p=123", "/uk/news", "/index/5", "/ukraina", "/home/news", "/main.pdf/x"]
)
def test_another_page_is_not_the_first(path: str) -> None:
    assert not is_root(SITE + path)


@pytest.mark.parametrize(
    "url",
    [
        f"{SITE}/login",
        f"{SITE}/Login.aspx?x=1",
        f"{SITE}/user/login/",
        f"{SITE}/sign-in",
        f"{SITE}/oauth2/authorize",
        f"{SITE}/wp-login.php",
        "https://accounts.google.com/x",
        "https://login.microsoftonline.com/common",
        "https://id.gov.ua/",
        "https://id.court.gov.ua/x",
    ],
)
def test_a_place_to_log_in_is_known(url: str) -> None:
    assert is_login(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://sso.gov.ua/news/1",
        f"{SITE}/news/login-do-kabinetu",
        f"{SITE}/blogin/x",
        f"{SITE}/authors/1",
        f"{SITE}/?login=1",
        "https://id.wikipedia.org/wiki/Pengadilan",
        "https://idp.ua/",
    ],
)
def test_a_page_with_such_letters_is_no_login(url: str) -> None:
    assert not is_login(url)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (f"{SITE}/n/1", "http://www.gazeta.ua/n/1/", True),
        (f"{SITE}/n/1", "https://m.gazeta.ua/n/1", True),
        (f"{SITE}/n/1", f"{SITE}/uk/n/1", True),
        (f"{SITE}/ru/n/1", f"{SITE}/uk/n/1", True),
        (f"{SITE}/n/1", f"{SITE}/n/1?PHPSESSID=1&lang=uk", True),
        (f"{SITE}/n/1?id=5", f"{SITE}/n/1?id=6", False),
        (f"{SITE}/n/1", f"{SITE}/n/2", False),
        (f"{SITE}/n/1", "https://inshyi.ua/n/1", False),
        (f"{SITE}/ukraina/1", f"{SITE}/1", False),
        ("", "http://[", False),
    ],
)
def test_one_page_by_two_addresses(first: str, second: str, same: bool) -> None:
    assert same_page(first, second) is same
    assert same_page(second, first) is same


@pytest.mark.parametrize(
    ("last", "way"),
    [
        (URL, Way.NOWHERE),
        (f"{URL}/", Way.SAME_PAGE),
        (f"{SITE}/", Way.TO_ROOT),
        (f"{SITE}/news", Way.TO_SECTION),
        (f"{SITE}/newspaper", Way.MOVED),
        (f"{SITE}/login", Way.TO_LOGIN),
        (f"{SITE}/404.html", Way.TO_NOT_FOUND),
        (f"{SITE}/status/404/", Way.TO_NOT_FOUND),
        (f"{SITE}/pagenotfound", Way.TO_NOT_FOUND),
        (f"{SITE}/oops", Way.ELSEWHERE),
        (f"{SITE}/news/404000", Way.MOVED),
        ("http://gazeta.ua/archive/5", Way.ELSEWHERE),
        ("https://nova.ua/x", Way.MOVED),
    ],
)
def test_where_a_redirect_for_good_leads(last: str, way: Way) -> None:
    assert way_of(moved(301, URL, last)) is way


def test_one_answer_leads_nowhere() -> None:
    assert way_of(fetched(says(200))) is Way.NOWHERE


@pytest.mark.parametrize(
    ("first", "last", "astray"),
    [
        (f"{SITE}/news/1051137", f"{SITE}/archive/1051137-den", False),
        (f"{SITE}/news/den-dverei", f"{SITE}/2021/dverei", False),
        (f"{SITE}/news/1051137", f"{SITE}/all", True),
        (f"{SITE}/news/1051137", f"{SITE}/news/", True),
        (f"{SITE}/news/1051137", "https://nova.ua/all", False),
        (f"{SITE}/news/1051137", f"{SITE}/", False),
        (f"{SITE}/news/1051137", f"{SITE}/news/1051137/", False),
    ],
)
def test_a_redirect_that_keeps_nothing_of_the_address_is_doubted(first: str, last: str, astray: bool) -> None:
    assert led_astray(led((301, first), (0, last))) is astray


def test_a_failure_leads_nobody_astray() -> None:
    assert not led_astray(fetched(says(200)))


@pytest.mark.parametrize(
    "url", ["http://[", "", "https://gazeta.ua/f.php?name=x", "https://gazeta.ua/?q=суд"]
)
def test_no_neighbour_is_made_of_what_has_no_number_or_name(url: str) -> None:
    made = neighbour(url)
    assert made is None or made != url


def test_a_neighbour_keeps_host_scheme_and_folder() -> None:
    made = neighbour("http://www.gazeta.ua:8080/a/%D0%B1/12345/?x=1#y")
    assert made is not None
    assert made.startswith("http://www.gazeta.ua:8080/a/%D0%B1/9")
    assert made.endswith("/")
    assert "?" not in made


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("https://www.Gazeta.UA/A/%D0%91", "gazeta.ua", "/a/б"),
        ("https://gazeta.ua", "gazeta.ua", "/"),
        ("https://www.суд.укр/", "xn--d1azg.xn--j1amh", "/"),
        ("mailto:a@b.ua", "", "a@b.ua"),
        ("http://[", "", "/"),
        ("", "", "/"),
    ],
)
def test_parts_of_an_address(url: str, host: str, path: str) -> None:
    assert (host_of(url), path_of(url)) == (host, path)


def test_addresses_in_sentences_are_readable_and_short() -> None:
    assert host_words("https://www.xn--d1azg.xn--j1amh/x") == "суд.укр"
    assert url_words("https://gazeta.ua/%D1%81%D1%83%D0%B4") == "https://gazeta.ua/суд"
    long = url_words("https://gazeta.ua/" + "a" * 500)
    assert len(long) == 80
    assert long.endswith("…")


def test_pairs_of_a_query_are_bounded() -> None:
    assert pairs_of("https://gazeta.ua/?a=1&b=") == [("a", "1"), ("b", "")]
    assert pairs_of("https://gazeta.ua/?" + "a=1&" * 10_000) == []
    assert pairs_of("http://[") == []

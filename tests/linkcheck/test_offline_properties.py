"""What holds for any text: nothing raises, normal forms are their own, repairs mend what they name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.linkcheck.address import read_address, shown
from courtcomms.linkcheck.lists import https_sites, news_anchors, shorteners
from courtcomms.linkcheck.news_numbers import plausible_day
from courtcomms.linkcheck.offline import look_at
from courtcomms.linkcheck.pieces import take_apart
from courtcomms.linkcheck.same_page import page_key

SCHEMES = ["https://", "http://", "HTTPS://", "https:", "//", "", "ftp://", "httрs://"]
HOSTS = [
    "court.gov.ua",
    "ing.dp.court.gov.ua",
    "сourt.gov.ua",
    "court.gov.ua.evil.com",
    "c0urt.gov.ua",
    "www.m.facebook.com",
    "uk-ua.facebook.com",
    "youtu.be",
    "суд.укр",
    "cyд.укр",
    "xn--ourt-k6d.gov.ua",
    "xn--80ak9a.com",
    "a..ua",
    ".a.ua.",
    "...",
    "①②⑦.1",
    "[::1]",
    "localhost",
    "a_b.ua",
    "ﬁle.ua",
    "exa%6Dple.com",
    "cutt.ly",
    "x.nosuchtop",
    "u:p@a.ua",
    "b.ua@c.ua",
    "c.ua\\@d.ua",
    "a.ua:80",
    "a.ua:",
    "a,ua",
    "l.facebook.com/l.php?u=https://www.google.com/url?q=http://a.ua/%3Ffbclid=1#",
]
PATHS = [
    "",
    "/",
    "//index.html/",
    "/abcdefghijk",
    "/новини",
    "/%D0%BF",
    "/%EF%EB",
    "/%zz",
    "/%",
    "/x%20",
    "/a%E2%80%8Bb",
    "/a b",
    "/a\nb/1",
    "/x).",
    "/a_(b)",
    "\\x",
    "/press/news/1183447/",
    "/index.php",
]
QUERIES = ["", "?", "?fbclid=1", "?a=1&utm_source=2&b", "?__cft__[0]=1&id=2", "?v=1&si=2", "?&&", "?ї=1;2"]
ENDS = ["", "#", "#ї", "\u00ad", " ", "\n", "»", "\u200b", ",", "та https://b.ua"]
ADDRESSES = st.builds(
    "{}{}{}{}{}".format, *(st.sampled_from(each) for each in (SCHEMES, HOSTS, PATHS, QUERIES, ENDS))
)
TEXTS = st.one_of(
    ADDRESSES, st.text(max_size=60), ADDRESSES.flatmap(lambda text: st.permutations(text[:24])).map("".join)
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_normal_forms_are_their_own(text: str) -> None:
    address = read_address(text)
    if address is not None:
        again = read_address(address.url)
        assert again is not None
        assert (again.url, again.host, again.userinfo, again.fragment) == (
            address.url,
            address.host,
            False,
            "",
        )
        assert shown(shown(address.url)) == shown(address.url)
    key = page_key(text)
    assert page_key(key) == key


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_shown_address_leads_to_the_same_page(text: str) -> None:
    address = read_address(text)
    if address is not None:
        again = read_address(shown(address.url))
        assert again is not None
        assert page_key(again.url) == page_key(address.url)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_any_text_can_be_looked_at_and_a_repair_mends_what_it_names(text: str) -> None:
    found = look_at(text)
    plausible_day(text)
    for finding in found:
        assert finding.message.endswith((".", "?"))
        if finding.repair:
            assert finding.repair != text
            assert read_address(finding.repair) is not None
            assert finding.code not in {again.code for again in look_at(finding.repair)}


@settings(max_examples=300, deadline=None)
@given(ADDRESSES)
def test_following_repairs_comes_to_an_end(text: str) -> None:
    for _ in range(8):
        repair = next((finding.repair for finding in look_at(text) if finding.repair), "")
        if not repair:
            break
        text = repair
    assert not any(finding.repair for finding in look_at(text))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_pieces_put_together_are_the_text(text: str) -> None:
    pieces = take_apart(text)
    if pieces is not None:
        assert str(pieces) == text


@pytest.mark.parametrize(
    "text",
    [
        "https://" + "a" * 200_000,
        "https://a.ua/" + "%20" * 60_000 + "x",
        "https://a.ua/" + "/index.html" * 20_000,
        "https://a.ua/?" + "fbclid=1&" * 20_000,
        "https://a.ua/" + "%D0%BF" * 30_000 + "%D0",
        "https://" + "a." * 60_000 + "ua",
        "https://" + "m." * 60_000 + "ua",
        "https://a.ua/" + "https://" * 20_000,
        "https://" + "@" * 100_000 + "a.ua",
        "https://xn--" + "a" * 60_000 + ".ua",
        "https://" + "я" * 60_000 + ".ua",
        "(" * 100_000,
        "https://a.ua/" + "(" * 100_000,
        " " * 100_000 + "https://a.ua",
        "https://court.gov.ua/" + "press/" * 30_000 + "1183447",
        "https://a.ua/%E2%80%8B" + "%E2%80" * 30_000,
    ],
)
def test_long_texts_take_no_longer_than_their_length(text: str) -> None:
    """A rule that tried every stretch of such a text would outlast the test's time limit."""
    assert isinstance(look_at(text), tuple)
    assert isinstance(page_key(text), str)
    assert isinstance(shown(text), str)
    plausible_day(text)


def test_lists_are_in_order_and_lower_case() -> None:
    for hosts in (shorteners(), https_sites()):
        assert hosts
        assert all(host == host.lower().strip() and "." in host and "/" not in host for host in hosts)
    anchors = news_anchors()
    assert [number for number, _ in anchors] == sorted({number for number, _ in anchors})
    assert [day for _, day in anchors] == sorted({day for _, day in anchors})

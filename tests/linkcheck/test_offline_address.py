"""An address taken apart, shown to people, and the host that counts for pacing."""

import pytest

from courtcomms.linkcheck.address import pace_key, read_address, shown


def test_an_address_is_read_as_browsers_read_it() -> None:
    address = read_address(" https://User:p@Суд.укр:443/а б?ї=1#Ціль ")
    assert address is not None
    assert address.url == "https://xn--d1azg.xn--j1amh/%D0%B0%20%D0%B1?%D1%97=1"
    assert (address.scheme, address.host, address.shown_host) == ("https", "xn--d1azg.xn--j1amh", "суд.укр")
    assert (address.port, address.path, address.query) == (443, "/%D0%B0%20%D0%B1", "%D1%97=1")
    assert address.userinfo
    assert address.full == f"{address.url}#{address.fragment}"


def test_credentials_are_neither_asked_for_nor_stored() -> None:
    address = read_address("https://me:secret@court.gov.ua/x")
    assert address is not None
    assert "secret" not in str(address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "court.gov.ua",
        "ftp://court.gov.ua/",
        "file:///etc/passwd",
        "https://",
        "https://a.ua:x/",
        "\ud800",
    ],
)
def test_what_opens_no_page_of_the_web_is_none(text: str) -> None:
    assert read_address(text) is None


@pytest.mark.parametrize(
    ("url", "registrable"),
    [
        ("https://ing.dp.court.gov.ua/x", "court.gov.ua"),
        ("https://court.gov.ua.evil.com/", "evil.com"),
        ("https://www.veskr.com.ua/", "veskr.com.ua"),
        ("https://a.b.gov.uk/", "b.gov.uk"),
        ("https://gov.ua/", "gov.ua"),
        ("https://someone.github.io/", "github.io"),
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://[::1]/", "[::1]"),
        ("http://localhost/", "localhost"),
    ],
)
def test_what_somebody_registered(url: str, registrable: str) -> None:
    address = read_address(url)
    assert address is not None
    assert address.registrable == registrable


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://xn--d1azg.xn--j1amh/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8", "https://суд.укр/новини"),
        ("https://xn--c1aay4a.com/", "https://гугл.com/"),
        ("https://xn--80ak9a.com/", "https://xn--80ak9a.com/"),  # «асе» would read as «ace»
        ("https://xn--ourt-k6d.gov.ua/", "https://xn--ourt-k6d.gov.ua/"),
        ("https://a.ua/%EF%EB%E0%ED", "https://a.ua/%EF%EB%E0%ED"),
        ("https://a.ua/%20%2F%3F%D1%97", "https://a.ua/%20%2F%3Fї"),
        ("https://a.ua/%E2%80%AEx", "https://a.ua/%E2%80%AEx"),
        ("https://a.ua:8443/x#%D1%97", "https://a.ua:8443/x#ї"),
        ("не адреса", "не адреса"),
    ],
)
def test_addresses_for_people(url: str, expected: str) -> None:
    assert shown(url) == expected


def test_a_shown_address_leads_to_the_same_page() -> None:
    url = "https://xn--d1azg.xn--j1amh/%D0%BD%D0%BE%20%D0%B2?%D1%97=%25"
    again = read_address(shown(url))
    assert again is not None
    assert again.url == url


def test_all_courts_are_one_server() -> None:
    assert pace_key("court.gov.ua") == pace_key("ing.dp.court.gov.ua") == pace_key("WWW.court.gov.ua.")
    assert pace_key("www.sud.ua") == pace_key("sud.ua") == "sud.ua"
    assert pace_key("court.gov.ua.evil.com") == "court.gov.ua.evil.com"

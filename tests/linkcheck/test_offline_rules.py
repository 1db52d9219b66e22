"""One address alone, without the network: what is said of it and which address is offered in its place."""

import pytest

from courtcomms.linkcheck.offline import AddressFinding, is_official, look_at
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Severity

ERROR, WARN, HINT = Severity.ERROR, Severity.WARN, Severity.HINT


def only(text: str) -> AddressFinding:
    (finding,) = look_at(text)
    return finding


@pytest.mark.parametrize(
    ("text", "code", "severity", "repair"),
    [
        ("", "not_an_address", ERROR, ""),
        ("сайт суду", "not_an_address", ERROR, ""),
        ("https://", "not_an_address", ERROR, ""),
        ("https://court.gov.ua:99999/x", "not_an_address", ERROR, ""),
        ("https://xn--a.ua/", "not_an_address", ERROR, ""),
        ("https://court..gov.ua/x", "not_an_address", ERROR, "https://court.gov.ua/x"),
        ("https://.court.gov.ua", "not_an_address", ERROR, "https://court.gov.ua"),
        (f"https://{'a' * 64}.ua/", "not_an_address", ERROR, ""),
        ("court.gov.ua/x", "no_scheme", WARN, "https://court.gov.ua/x"),
        ("htps://court.gov.ua/x", "no_scheme", WARN, "https://court.gov.ua/x"),
        ("https:court.gov.ua/x", "no_scheme", WARN, "https://court.gov.ua/x"),
        ("https://https//court.gov.ua", "no_scheme", WARN, "https://court.gov.ua"),
        ("https://court.gov,ua/x", "not_an_address", ERROR, "https://court.gov.ua/x"),
        ("https://www,court,gov.ua/x,y", "not_an_address", ERROR, "https://www.court.gov.ua/x,y"),
        ("https://www.court,gov.ua/a", "not_an_address", ERROR, "https://www.court.gov.ua/a"),
        ("https://www/court.gov.ua/a", "not_an_address", ERROR, "https://www.court.gov.ua/a"),
        ("C:\\Users\\sud\\plan.doc", "other_scheme", ERROR, ""),
        ("\\\\srv\\plan", "other_scheme", ERROR, ""),
        ("ftp://court.gov.ua/x", "other_scheme", ERROR, ""),
        ("file:///etc/passwd", "other_scheme", ERROR, ""),
        ("javascript:alert(1)", "other_scheme", ERROR, ""),
        ("tel:+380441234567", "other_scheme", ERROR, ""),
        ("mailto:inbox@court.gov.ua", "other_scheme", ERROR, ""),
        ("inbox@court.gov.ua", "other_scheme", ERROR, ""),
    ],
)
def test_what_is_no_web_address(text: str, code: str, severity: Severity, repair: str) -> None:
    finding = only(text)
    assert (finding.code, finding.severity, finding.repair) == (code, severity, repair)


@pytest.mark.parametrize(
    ("text", "code", "severity", "repair"),
    [
        ("https://a.uahttps://b.ua", "glued", ERROR, ""),
        ("https://a.ua/x;https://b.ua/y", "glued", ERROR, ""),
        ("https://a.ua/x\nhttps://b.ua/y", "glued", WARN, ""),
        ("https://ing.dp.court.\ngov.ua/a/", "broken", WARN, "https://ing.dp.court.gov.ua/a/"),
        ("https://court.gov.ua/\nnews/1", "broken", WARN, "https://court.gov.ua/news/1"),
        ("https://court.gov.ua/plan 2021.pdf", "broken", WARN, ""),
        ("https://court.gov.ua/a b", "spaces", WARN, ""),
        ("https://court.gov.ua/media/Звіт за 2021.pdf", "broken", WARN, ""),
        ("https://court.gov.ua/media/Наказ № 12 від 01.02.2021.docx", "broken", WARN, ""),
        ("https://www.facebook.com/sud/posts/12345...", "broken", WARN, ""),
        ("https://court.gov.ua/press/news/1051…", "broken", WARN, ""),
        ("https://wwww.court.gov.ua/a", "doubtful", WARN, "https://www.court.gov.ua/a"),
        ("https://court.gov.ua/press–centr/a", "odd_signs", WARN, "https://court.gov.ua/press-centr/a"),
        ("https://court.gov.ua/a?x=1&amp;y=2", "odd_signs", WARN, "https://court.gov.ua/a?x=1&y=2"),
        (" https://court.gov.ua/a\n", "spaces", HINT, "https://court.gov.ua/a"),
        ("https://court.gov.ua/x).", "stuck_sign", WARN, "https://court.gov.ua/x"),
        ("«https://court.gov.ua/x»", "stuck_sign", WARN, "https://court.gov.ua/x"),
        ("https://court.gov.ua/x,", "stuck_sign", WARN, "https://court.gov.ua/x"),
        ("https://court.gov.ua/x%20%C2%A0", "stuck_sign", WARN, "https://court.gov.ua/x"),
        ("Сайт: https://court.gov.ua/x", "words", WARN, "https://court.gov.ua/x"),
        ("https://court.gov.ua／x", "words", WARN, ""),
        ("https://court.gov.ua/a\u00adb", "invisible", WARN, "https://court.gov.ua/ab"),
        ("https://court.gov.ua/a\u200bb", "invisible", WARN, "https://court.gov.ua/ab"),
        ("https://court.gov.ua/a%E2%80%8Bb", "invisible", WARN, "https://court.gov.ua/ab"),
        ("https://court.gov.ua\\a", "backslash", WARN, "https://court.gov.ua/a"),
        ("https://court.gov.ua/%zz", "bad_percent", WARN, ""),
        ("https://court.gov.ua/100%", "bad_percent", WARN, ""),
        ("https://court.gov.ua/%D0%BF%D1", "bad_percent", WARN, ""),
    ],
)
def test_damage_of_copying(text: str, code: str, severity: Severity, repair: str) -> None:
    finding = only(text)
    assert (finding.code, finding.severity, finding.repair) == (code, severity, repair)


@pytest.mark.parametrize(
    ("text", "code", "repair"),
    [
        ("https://сourt.gov.ua/x", "look_alike", "https://court.gov.ua/x"),
        ("https://court.gov.uа/x", "look_alike", "https://court.gov.ua/x"),
        ("https://xn--ourt-k6d.gov.ua/x", "look_alike", "https://court.gov.ua/x"),
        ("https://асе.com/", "look_alike", "https://ace.com/"),
        ("https://xn--80ak9a.com/", "look_alike", "https://ace.com/"),
        ("https://cyд.укр/", "look_alike", "https://суд.укр/"),
        ("https://cop.укр/", "look_alike", "https://сор.укр/"),
        ("https://суд.укp/", "look_alike", "https://суд.укр/"),
        ("https://οrε.com/", "look_alike", ""),
        ("https://court.gov.ua.evil.com/", "fake_court", ""),
        ("https://court-gov.ua/", "fake_court", ""),
        ("https://ing-dp-court-gov-ua.com/", "fake_court", ""),
        ("https://court.gov.com.ua/", "fake_court", ""),
        ("https://c0urt.gov.ua/x", "fake_court", "https://court.gov.ua/x"),
        ("https://ing.dp.cuort.gov.ua/x", "fake_court", "https://ing.dp.court.gov.ua/x"),
        ("https://ćourt.gov.ua/", "fake_court", "https://court.gov.ua/"),
        ("https://a.nosuchtop/", "unknown_top", ""),
        ("https://evil.com\\@court.gov.ua", "backslash", ""),
        ("https://court.gov.ua@evil.com/", "userinfo", ""),
        ("https://court.gov.ua:x@evil.com/", "userinfo", ""),
        ("https://me:secret@court.gov.ua/x", "userinfo", "https://court.gov.ua/x"),
    ],
)
def test_what_deceives_is_an_error(text: str, code: str, repair: str) -> None:
    finding = only(text)
    assert (finding.code, finding.severity, finding.repair) == (code, ERROR, repair)


@pytest.mark.parametrize("text", ["https://evil.com\\@court.gov.ua", "https://court.gov.ua@evil.com/"])
def test_a_hidden_site_is_named(text: str) -> None:
    assert "«evil.com»" in only(text).message


@pytest.mark.parametrize(
    ("text", "code", "severity", "repair"),
    [
        ("https://cutt.ly/6jcghde", "shortener", WARN, ""),
        ("https://www.bit.ly/x", "shortener", WARN, ""),
        ("http://court.gov.ua/x", "http", HINT, "https://court.gov.ua/x"),
        ("http://ing.dp.court.gov.ua:80/x", "http", HINT, "https://ing.dp.court.gov.ua/x"),
        ("https://a.ua/x?fbclid=1&id=2#y", "tracking", HINT, "https://a.ua/x?id=2#y"),
        ("https://a.ua/новини?utm_source=fb", "tracking", HINT, "https://a.ua/новини"),
        ("https://m.facebook.com/x?__cft__%5B0%5D=1", "tracking", HINT, "https://m.facebook.com/x"),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.ua%2Fx%3Ffbclid%3D1&h=A",
            "wrapped",
            WARN,
            "https://a.ua/x",
        ),
        ("https://www.google.com/url?sa=D&q=https://a.ua/x", "wrapped", WARN, "https://a.ua/x"),
        (
            "https://eu.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.ua%2F",
            "wrapped",
            WARN,
            "https://a.ua/",
        ),
        ("https://8.8.8.8/x", "ip_address", WARN, ""),
        ("https://ｃourt.gov.ua/x", "odd_signs", WARN, "https://court.gov.ua/x"),
        ("https://exa%6Dple.com/x", "odd_signs", WARN, "https://example.com/x"),
        ("https://court。gov。ua/x", "odd_signs", WARN, "https://court.gov.ua/x"),
    ],
)
def test_what_could_be_better(text: str, code: str, severity: Severity, repair: str) -> None:
    finding = only(text)
    assert (finding.code, finding.severity, finding.repair) == (code, severity, repair)


LIVING = [
    "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/910753/",
    "HTTPS://Court.GOV.ua/X",
    "https://court.gov.ua./x",
    "https://court.gov.ua:/x",
    "https://court.gov.ua:8443/x",
    "https://web.archive.org/web/2021/https://court.gov.ua/x",
    "https://www.facebook.com/groups/Ingulets.District.Court/posts/984118482147841/",
    "https://a.ua/новини/перша-новина",
    "https://a.ua/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8",
    "https://a.ua/%EF%EB%E0%ED",  # windows-1251: «план»
    "https://a.ua/x#розділ",
    "https://a.ua/?a=1&b",
    "https://a.ua/?12345",
    "https://a.ua/x;y",
    "https://a.ua/a_(b)",
    "https://uk.wikipedia.org/wiki/Суд_(орган)",
    "https://суд.укр/новини",
    "https://www.суд.укр/",
    "https://гугл.com/",
    "https://my_page.livejournal.com/1.html",
    "http://krlife.com.ua/news/v-nguletskomu",
    "https://sud.ua/ru/news/sud-info/214678-dvi",
    "https://youtu.be/abcdefghijk",
    "https://goo-gl.su/",
    "https://a.museum/x",
    "https://a.ua/x?u=https://b.ua/y",
    "https://a.ua/x,y",
    "https://www.google.com/url?x=1",
    "https://www.court.gov.il/",
    "https://t.me/s/court_ing/12",
    "https://www.youtube.com/watch?v=abc&t=12s",
    "https://www.facebook.com/story.php?story_fbid=1&id=2",
]


@pytest.mark.parametrize("text", LIVING)
def test_living_addresses_are_fine(text: str) -> None:
    assert look_at(text) == ()


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "0177.0.0.1",
        "0x7f.1",
        "2130706433",
        "017700000001",
        "①②⑦.⓪.⓪.①",
        "１２７.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:a00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::127.0.0.1]",
        "[64:ff9b:1::808:808]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "[fd12::1]",
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "printer.local",
        "srv.lan",
        "fs.internal",
        "box.home.arpa",
        "intranet",
        "127.0.0.1.nip.io",
    ],
)
def test_private_hosts_in_every_spelling(host: str) -> None:
    for text in (f"http://{host}/x", f"https://{host}:8080/"):
        finding = only(text)
        assert (finding.code, finding.severity, finding.repair) == ("private", ERROR, "")


@pytest.mark.parametrize("host", ["[2606:4700:4700::1111]", "[64:ff9b::8.8.8.8]", "1.1"])
def test_public_numbers_are_only_unusual(host: str) -> None:
    assert only(f"https://{host}/").code == "ip_address"


def test_a_host_of_the_intranet_that_the_user_allows_is_fine() -> None:
    allowed = LinkSettings(allowed_hosts=("portal.local", "intranet"))
    assert look_at("http://portal.local/x", allowed) == look_at("http://intranet/", allowed) == ()
    assert look_at("http://other.local/x", allowed) != ()


def test_the_courts_own_host_is_no_fake() -> None:
    own = "https://court-gov.ua/"
    assert look_at(own)[0].code == "fake_court"
    assert look_at(own, official=[own]) == look_at(own, LinkSettings(own_hosts=("court-gov.ua",))) == ()


def test_errors_come_first_and_small_advice_waits() -> None:
    codes = [finding.code for finding in look_at("http://c0urt.gov.ua/%zz?fbclid=1")]
    assert codes == ["fake_court", "bad_percent"]
    assert {finding.code for finding in look_at("http://court.gov.ua/x?fbclid=1")} == {"http", "tracking"}


def test_two_addresses_are_both_judged_and_neither_is_replaced() -> None:
    found = look_at("http://localhost/1 http://court.gov.ua/2")
    assert [finding.code for finding in found] == ["private", "glued"]
    assert not any(finding.repair for finding in found)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://court.gov.ua/press/", True),
        ("https://ing.dp.court.gov.ua/sud0416/", True),
        ("http://WWW.Court.gov.ua.", True),
        ("https://court.gov.ua.evil.com/", False),
        ("https://mycourt.gov.ua/", False),
        ("https://court.gov.ua@evil.com/", False),
        ("https://evil.com\\@court.gov.ua", False),
        ("https://xn--ourt-k6d.gov.ua", False),
        ("https://sud.ua/", False),
        ("court.gov.ua", False),
        ("", False),
    ],
)
def test_official_is_the_registered_domain_and_nothing_else(url: str, expected: bool) -> None:
    assert is_official(url, DEFAULT) is expected


def test_hosts_of_the_users_own_are_official() -> None:
    settings = LinkSettings(own_hosts=("sud-kr.example",))
    assert is_official("https://www.sud-kr.example/x", settings)
    assert is_official("https://sud.example/x", DEFAULT, ["https://www.sud.example/start"])
    assert not is_official("https://notsud.example/x", DEFAULT, ["sud.example"])


def test_dots_for_the_rest_of_an_address_are_told_of_and_not_taken_away() -> None:
    assert "повністю" in only("https://www.facebook.com/sud/posts/12345...").message
    assert "слова" in only("Сторінка суду у Facebook").message

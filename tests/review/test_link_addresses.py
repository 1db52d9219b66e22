"""Addresses in cells: which rule speaks, where, and what the cell is after its repair."""

import pytest
from rows import Q3, codes, event, found, mended

from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import Anchor, Column, Severity
from courtcomms.review import RULE_TITLES, review_row

PAGE = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1151118/"


@pytest.mark.parametrize(
    ("text", "code", "severity", "expected"),
    [
        (
            "Сайт: http://court.gov.ua/x (новина)",
            "link_http",
            Severity.HINT,
            "Сайт: https://court.gov.ua/x (новина)",
        ),
        (
            "1) https://www.facebook.com/x?fbclid=1\n2) тут",
            "link_tracking",
            Severity.HINT,
            "1) https://www.facebook.com/x\n2) тут",
        ),
        ("https://c0urt.gov.ua/x", "link_fake_court", Severity.ERROR, "https://court.gov.ua/x"),
        ("https://xn--ourt-k6d.gov.ua/x", "link_look_alike", Severity.ERROR, "https://court.gov.ua/x"),
        ("https://me:pw@court.gov.ua/x", "link_userinfo", Severity.ERROR, "https://court.gov.ua/x"),
        ("https://court.gov.ua\\x", "link_backslash", Severity.WARN, "https://court.gov.ua/x"),
        ("https://court.gov.ua/x%20", "link_stuck_sign", Severity.WARN, "https://court.gov.ua/x"),
        ("https://a.ua/x%E2%80%8By", "link_invisible", Severity.WARN, "https://a.ua/xy"),
        ("1) https://court.gov,ua/x", "link_not_an_address", Severity.ERROR, "1) https://court.gov.ua/x"),
        (
            "https://www,court.gov.ua/x та",
            "link_not_an_address",
            Severity.ERROR,
            "https://www.court.gov.ua/x та",
        ),
        (
            "https://l.facebook.com/l.php?u=https://b.ua/1&h=A",
            "link_wrapped",
            Severity.WARN,
            "https://b.ua/1",
        ),
        ("https://court..gov.ua/x", "link_not_an_address", Severity.ERROR, "https://court.gov.ua/x"),
    ],
)
def test_certain_repairs_in_their_place(text: str, code: str, severity: Severity, expected: str) -> None:
    (finding,) = found(site_links=text)
    assert (finding.code, finding.severity) == (code, severity)
    assert " " not in text[finding.start : finding.end].strip() != ""
    assert mended(text, code, "site_links") == expected
    assert codes(site_links=expected) == []


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("https://cutt.ly/6jcghde", "link_shortener", Severity.WARN),
        ("http://192.168.1.10/x", "link_private", Severity.ERROR),
        ("http://127.1/x", "link_private", Severity.ERROR),
        ("http://intranet/x", "link_private", Severity.ERROR),
        ("https://[::1]/x", "link_private", Severity.ERROR),
        ("https://①②⑦.0.0.1/x", "link_private", Severity.ERROR),
        ("https://8.8.8.8/x", "link_ip_address", Severity.WARN),
        ("https://a.nosuchtop/x", "link_unknown_top", Severity.ERROR),
        ("https://court.gov.ua.evil.com/x", "link_fake_court", Severity.ERROR),
        ("https://court.gov.ua@evil.com/x", "link_userinfo", Severity.ERROR),
        ("https://evil.com\\@court.gov.ua", "link_backslash", Severity.ERROR),
        ("https://a.ua/%zz", "link_bad_percent", Severity.WARN),
        ("https://a_b.ua/x", "link_doubtful", Severity.HINT),
        ("https://", "link_not_an_address", Severity.ERROR),
        ("https://a.ua:99999/", "link_not_an_address", Severity.ERROR),
    ],
)
@pytest.mark.parametrize("column", ["site_links", "media"])
def test_what_only_the_author_can_mend(column: str, text: str, code: str, severity: Severity) -> None:
    (finding,) = found(**{column: f"Див.: {text} – там"})
    assert (finding.code, finding.severity, finding.repair) == (code, severity, None)
    assert (finding.start, finding.end) == (6, 6 + len(text))
    assert finding.message.endswith((".", "?"))


def test_a_flaw_of_spelling_and_what_the_address_is_are_both_told() -> None:
    assert codes(site_links="cutt.ly/6jcghde") == ["link_no_scheme", "link_shortener"]
    assert codes(site_links="https://сourt.gov.ua/x") == ["link_not_an_address"]


def test_a_repair_of_one_link_leaves_the_others_alone() -> None:
    text = f"{PAGE}\nhttp://court.gov.ua/x?fbclid=1;\nhttps://b.ua/1, тощо"
    assert set(codes(site_links=text)) == {"link_http", "link_tracking"}
    assert mended(text, "link_http", "site_links") == text.replace("http://court", "https://court")
    assert mended(text, "link_tracking", "site_links") == text.replace("?fbclid=1", "")


def test_other_columns_are_prose() -> None:
    assert codes(goal="Див. https://cutt.ly/6jcghde та http://127.0.0.1/") == []


def test_a_hyperlinks_hidden_target_is_judged_and_its_words_stay() -> None:
    anchors = [
        Anchor(Column.SITE_LINKS, "тут", "https://cutt.ly/6jcghde"),
        Anchor(Column.SITE_LINKS, "там", "https://court.gov.ua/x)."),
        Anchor(Column.SITE_LINKS, "де", "http://court.gov.ua/y"),
        Anchor(Column.SITE_LINKS, "поштою", "mailto:inbox@court.gov.ua"),
    ]
    findings = review_row(event(site_links="тут, там, де, поштою", anchors=anchors), Q3)
    assert [(finding.code, finding.excerpt, finding.repair) for finding in findings] == [
        ("link_shortener", "тут,", None),
        ("link_stuck_sign", "там,", None),
        ("link_http", "де,", None),
        ("link_other_scheme", "поштою", None),
    ]


def test_a_hyperlink_that_shows_another_address() -> None:
    shown = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1151118/"
    old = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1150000/"
    (finding,) = review_row(event(site_links=shown, anchors=[Anchor(Column.SITE_LINKS, shown, old)]), Q3)
    assert (finding.code, finding.severity) == ("link_shows_another", Severity.WARN)
    assert old in finding.message
    for same in (shown.removesuffix("/"), shown.replace("https", "http").replace("ing", "www.ing")):
        anchored = event(site_links=shown, anchors=[Anchor(Column.SITE_LINKS, shown, same)])
        assert "link_shows_another" not in [finding.code for finding in review_row(anchored, Q3)]


def test_the_users_words_about_hosts_count() -> None:
    row = event(site_links="http://portal.local/x")
    assert review_row(row, Q3, link_settings=LinkSettings(allowed_hosts=("portal.local",))) == ()
    assert [finding.code for finding in review_row(row, Q3)] == ["link_private"]


def test_each_rule_of_addresses_has_a_title() -> None:
    told = "userinfo private ip_address look_alike fake_court unknown_top odd_signs doubtful shortener"
    more = "stuck_sign invisible spaces words bad_percent http tracking backslash glued broken no_scheme"
    assert {
        f"link_{code}" for code in f"{told} {more} other_scheme not_an_address".split()
    } <= RULE_TITLES.keys()

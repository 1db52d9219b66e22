"""Links of which the text alone tells that something is wrong, and what can be done at once."""

import pytest
from rows import codes, event, found, mended

from courtcomms.model import Anchor, Column, Severity
from courtcomms.review import review_row

PAGE = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1151119/"
OTHER = "https://www.facebook.com/Inguletsky.distric.court/posts/960880441094455"


@pytest.mark.parametrize(
    ("text", "code", "severity", "expected"),
    [
        ("www.court.gov.ua/x", "link_no_scheme", Severity.WARN, "https://www.court.gov.ua/x"),
        ("сайт ing.dp.court.gov.ua", "link_no_scheme", Severity.WARN, "сайт https://ing.dp.court.gov.ua"),
        ("htps://court.gov.ua/x", "link_no_scheme", Severity.WARN, "https://court.gov.ua/x"),
        ("//court.gov.ua/x", "link_no_scheme", Severity.WARN, "https://court.gov.ua/x"),
        (f"{PAGE}{OTHER}", "link_glued", Severity.WARN, f"{PAGE}\n{OTHER}"),
        (f"{PAGE};{OTHER}", "link_glued", Severity.WARN, f"{PAGE}\n{OTHER}"),
        (f"1){PAGE};2){OTHER}", "link_glued", Severity.WARN, f"1){PAGE}\n2){OTHER}"),
        (f"{PAGE}та {OTHER}", "link_glued", Severity.WARN, f"{PAGE}\n{OTHER}"),
        (f"{PAGE}•{OTHER}", "link_glued", Severity.WARN, f"{PAGE}\n•{OTHER}"),
        ("https://ing.dp.court.\ngov.ua/a/", "link_broken", Severity.WARN, "https://ing.dp.court.gov.ua/a/"),
        ("http:// krlife.com.ua/x", "link_broken", Severity.WARN, "http://krlife.com.ua/x"),
        ("https://x.ua/a\u200bb/c", "link_broken", Severity.WARN, "https://x.ua/ab/c"),
        ("https://cоurt.gov.ua/x", "link_not_an_address", Severity.ERROR, "https://court.gov.ua/x"),
    ],
)
def test_flaws_that_can_be_mended(text: str, code: str, severity: Severity, expected: str) -> None:
    (finding,) = found(site_links=text)
    assert (finding.code, finding.severity) == (code, severity)
    assert mended(text, code, "site_links") == expected
    assert codes(site_links=expected) == []


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("file:///C:/Users/sud/plan.doc", "link_other_scheme", Severity.ERROR),
        ("ftp://court.gov.ua/plan", "link_other_scheme", Severity.ERROR),
        ("https://court.gov.ua/media/plan 2021.pdf", "link_broken", Severity.WARN),
    ],
)
def test_flaws_that_only_the_author_can_mend(text: str, code: str, severity: Severity) -> None:
    (finding,) = found(site_links=text)
    assert (finding.code, finding.severity, finding.repair) == (code, severity, None)
    assert text[finding.start : finding.end].startswith(text[:8])


def test_each_joint_of_glued_links_is_one_finding() -> None:
    text = "https://a.ua/1,https://b.ua/1;https://c.ua"
    assert codes(site_links=text) == ["link_glued", "link_glued"]
    assert mended(text, "link_glued", "site_links") == "https://a.ua/1\nhttps://b.ua/1\nhttps://c.ua"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{PAGE}\n\n{PAGE}\n\n{OTHER}", f"{PAGE}\n\n{OTHER}"),
        (f"{PAGE}\n{OTHER}\n\n{PAGE}", f"{PAGE}\n{OTHER}"),
        (f"{PAGE}, {PAGE}", PAGE),
        (f"{PAGE}; {PAGE}; {OTHER}", f"{PAGE}; {OTHER}"),
        (f"{PAGE} {PAGE}", PAGE),
        (f"{PAGE}\n{PAGE.removesuffix('/')}", PAGE),
        (f"{PAGE}\n{PAGE}\n{PAGE}", PAGE),
    ],
)
def test_the_second_time_of_a_link_can_go(text: str, expected: str) -> None:
    assert set(codes(site_links=text)) == {"link_twice"}
    assert found(site_links=text)[0].start > 0
    assert mended(text, "link_twice", "site_links") == expected
    assert codes(site_links=expected) == []


@pytest.mark.parametrize(
    "text", [f"{PAGE}\nСайт суду: {PAGE}", f"1) {PAGE}\n2) {PAGE}", f"{PAGE}\n{PAGE} (фото)"]
)
def test_a_second_time_with_words_of_its_own_is_left_to_the_author(text: str) -> None:
    (finding,) = found(site_links=text)
    assert (finding.code, finding.repair) == ("link_twice", None)


@pytest.mark.parametrize(
    "text",
    [
        "-",
        PAGE,
        f"{PAGE}\n\n\n{OTHER}",
        f"{PAGE}, {OTHER}",
        "«Весь Кривий Ріг»\nhttps://www.veskr.com.ua/46509.html\n\n«Кривий Ріг – life»\nhttp://krlife.com.ua/n",
        "1kr.ua – https://1kr.ua/news-65763.html",
        "https://web.archive.org/web/2021/https://court.gov.ua/",
        "https://суд.укр/новини",
    ],
)
def test_links_without_a_flaw(text: str) -> None:
    assert codes(site_links=text) == []
    assert codes(media=text) == []


def test_a_medium_named_by_its_site_alone_wants_a_page() -> None:
    (finding,) = found(media="0564.ua")
    assert (finding.code, finding.severity, finding.repair) == ("link_no_scheme", Severity.HINT, None)


def test_a_hyperlink_keeps_its_words() -> None:
    anchors = [Anchor(Column.SITE_LINKS, "тут", "court.gov.ua/x"), Anchor(Column.SITE_LINKS, "там", PAGE)]
    findings = review_row(event(site_links="тут і там, там", anchors=[*anchors, anchors[1]]), None)
    assert [(finding.code, finding.repair) for finding in findings] == [
        ("link_no_scheme", None),
        ("link_twice", None),
    ]

"""Links compared: twice in a cell or a report, of which court's site, of which time."""

import pytest
from rows import Q3, event, found, mended

from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import Column, Court, CourtName, Finding, Severity
from courtcomms.review import review, review_row

SITE = "https://ing.dp.court.gov.ua/sud0416/"
COURT = Court(1, (CourtName("Суд", "Суду"),), SITE)
NEWS = f"{SITE}pres-centr/news/1151118/"
PAGE = "https://www.facebook.com/Inguletsky.distric.court/posts/960880441094455"


def of_court(**texts: str) -> list[Finding]:
    return list(review_row(event(**texts), Q3, court=COURT))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (NEWS, NEWS.replace("https", "http").removesuffix("/")),
        (NEWS, f"{NEWS}?utm_source=fb"),
        (PAGE, PAGE.replace("www.", "m.")),
        (PAGE, f"{PAGE}?fbclid=1"),
        ("https://суд.укр/1", "https://xn--d1azg.xn--j1amh/1"),
    ],
)
def test_one_page_in_two_spellings_is_twice_in_its_cell(first: str, second: str) -> None:
    text = f"{first}\n{second}"
    (finding,) = [each for each in found(site_links=text) if each.code == "link_twice"]
    assert (finding.start, finding.severity) == (len(first) + 1, Severity.WARN)
    assert mended(text, "link_twice", "site_links") == first


def test_a_page_in_two_rows_is_a_hint_in_the_later_one() -> None:
    rows = [
        event(id=1, site_links=NEWS),
        event(id=2, title="Інший", site_links=f"{PAGE}\n{NEWS.removesuffix('/')}"),
        event(id=3, title="Третій", site_links="-", media=PAGE.replace("www.", "m.")),
    ]
    told = [finding for finding in review(rows, Q3) if finding.code == "link_in_rows"]
    assert [(f.event_id, f.column, f.severity, f.repair) for f in told] == [
        (2, Column.SITE_LINKS, Severity.HINT, None),
        (3, Column.MEDIA, Severity.HINT, None),
    ]
    assert "в рядку 1" in told[0].message
    assert "в рядку 2" in told[1].message
    assert told[0].start == len(PAGE) + 1


def test_a_page_in_both_columns_of_a_row() -> None:
    (finding,) = review([event(site_links=PAGE, media=PAGE)], Q3)
    assert (finding.code, finding.column) == ("link_in_rows", Column.MEDIA)
    assert "графі 5 цього рядка" in finding.message


def test_a_site_as_such_may_stand_in_many_rows_and_a_cells_double_is_told_once() -> None:
    rows = [event(id=place, title=f"Захід {place}", site_links=SITE) for place in (1, 2)]
    assert review(rows, Q3) == ()
    assert [f.code for f in review([event(site_links=f"{PAGE}\n{PAGE}")], Q3)] == ["link_twice"]


def test_the_register_is_not_searched_for_doubles_of_links() -> None:
    rows = [event(id=place, title=f"Захід {place}", site_links=PAGE) for place in (1, 2)]
    assert review(rows, None) == ()


@pytest.mark.parametrize("text", [PAGE, f"{PAGE}\nhttps://sud.ua/x", "https://sud.ua/x"])
def test_no_page_of_the_courts_own_site_is_a_hint(text: str) -> None:
    (finding,) = of_court(site_links=text)
    assert (finding.code, finding.severity, finding.repair) == ("site_not_own", Severity.HINT, None)
    assert found(site_links=text) == []


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        SITE.replace("https://", "https://www."),
        f"{PAGE}\n{NEWS}",
        "https://court.gov.ua/press/news/1151118/",
        "-",
        "",
        "на сайті суду",
    ],
)
def test_the_courts_own_site_and_the_portal_are_what_the_form_asks(text: str) -> None:
    assert [f.code for f in of_court(site_links=text) if f.code.startswith("site_")] == []


def test_a_short_address_hides_the_site_and_only_that_is_told() -> None:
    assert [finding.code for finding in of_court(site_links="https://cutt.ly/6jcghde")] == ["link_shortener"]


@pytest.mark.parametrize(
    "text",
    [
        "https://kgm.dp.court.gov.ua/sud0417/pres-centr/news/1151118/",
        "https://ing.dp.court.gov.ua/sud0417/pres-centr/",
        "https://dnpr.court.gov.ua/sud4803/",
    ],
)
def test_another_courts_site(text: str) -> None:
    (finding,) = of_court(site_links=text)
    assert (finding.code, finding.severity) == ("site_other_court", Severity.WARN)
    (finding,) = of_court(media=text)
    assert (finding.code, finding.severity) == ("media_court_site", Severity.HINT)


def test_another_host_of_the_court_is_its_own() -> None:
    settings = LinkSettings(own_hosts=("kgm.dp.court.gov.ua",))
    row = event(site_links="https://kgm.dp.court.gov.ua/sud0417/x")
    assert review_row(row, Q3, court=COURT, link_settings=settings) == ()


@pytest.mark.parametrize(
    "text", ["https://court.gov.ua/press/news/1151118/", "https://sso.gov.ua/news/x/", PAGE]
)
def test_the_portal_and_other_bodies_report_like_media(text: str) -> None:
    assert of_court(media=text) == []


@pytest.mark.parametrize("site", ["", "ні", "https://"])
def test_a_court_without_a_readable_site_has_no_other_courts(site: str) -> None:
    court = Court(1, (CourtName("Суд", "Суду"),), site)
    row = event(site_links=NEWS, media="https://kgm.dp.court.gov.ua/sud0417/")
    assert review_row(row, Q3, court=court) == ()


@pytest.mark.parametrize(
    ("date", "number", "far"),
    [
        ("13.08.2021", 1151118, False),
        ("13.08.2021", 1120000, False),  # May: an announcement well before
        ("13.08.2021", 1051137, True),  # January
        ("13.08.2021", 1330293, True),  # October of the next year
        ("01.01.2021-13.08.2021", 1051137, False),
        ("липень 2021", 1151118, False),
        ("вересень 2021", 1051137, True),
        ("з 22.03.2021 на постійній основі", 910753, False),
        ("за потреби", 910753, False),
        ("31.06.2021", 910753, False),
        ("", 910753, False),
    ],
)
def test_news_of_another_time(date: str, number: int, far: bool) -> None:
    text = f"{SITE}pres-centr/news/{number}/"
    told = [finding for finding in found(date=date, site_links=text) if finding.code == "link_news_date"]
    assert bool(told) is far
    if told:
        assert (told[0].severity, told[0].repair, told[0].excerpt) == (Severity.WARN, None, text)
        assert told[0].message.endswith("чи те це посилання?")

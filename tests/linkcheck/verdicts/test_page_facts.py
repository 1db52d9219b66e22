"""Title, day and site of a page, as they are offered for a new row; and the archive's copies."""

from datetime import date

import pytest

from courtcomms.linkcheck.answers import Answer
from courtcomms.linkcheck.archive import ArchivedCopy, read_snapshot, snapshot_request
from courtcomms.linkcheck.page_facts import PageFacts, read_page
from tests.linkcheck.verdicts.making import HTML, NEWS, TEXT, page, says

NAME = "У суді провели день відкритих дверей"
DAY = date(2021, 8, 13)


def facts(
    title: str = "", body: str = TEXT, *, heading: str = "", head: str = "", url: str = ""
) -> PageFacts:
    address = url or "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1151118/"
    return read_page(says(200, page(title, body, heading=heading, head=head), url=address))


def meta(name: str, content: str) -> str:
    return f"<meta property='{name}' content='{content}'>"


@pytest.mark.parametrize(
    "title",
    [
        NAME,
        f"{NAME} — Інгулецький районний суд міста Кривого Рогу",
        f"{NAME} | Судова влада України",
        f"{NAME} - Новини - Офіційний вебпортал",
        f"Інгулецький районний суд :: {NAME}",
        f"{NAME} » Газета",
        f"{NAME} – court",
        f"Новини | {NAME} | Криворізький апеляційний суд",
    ],
)
def test_a_title_comes_without_its_sites_name(title: str) -> None:
    assert facts(title).title == NAME


@pytest.mark.parametrize(
    "title",
    [
        "Зустріч у школі – суд іде до людей",
        "Справа № 404 — підсумки 2021 року",
        "Суддя року: Олена Коваль",
        "День Конституції – свято всіх",
    ],
)
def test_a_dash_of_the_title_itself_stays(title: str) -> None:
    assert facts(title).title == title


def test_the_heading_is_believed_where_the_title_has_it_too() -> None:
    assert facts(f"{NAME} - 1kr.ua все про місто", heading=NAME).title == NAME
    assert facts(NAME, heading="Прес-центр").title == NAME
    assert facts("", heading=NAME).title == NAME


def test_what_the_page_tells_networks_goes_before_its_title() -> None:
    told = facts("Головна", head=meta("og:title", f"{NAME} | ЗМІ") + meta("og:site_name", "ЗМІ"))
    assert (told.title, told.site_name) == (NAME, "ЗМІ")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (meta("article:published_time", "2021-08-13T10:15:00+03:00"), TEXT),
        (meta("article:published_time", "2021-08-12T22:30:00Z"), TEXT),
        (meta("article:published_time", "2021-08-12T21:30:00+00:00"), TEXT),
        (meta("article:published_time", "2021-08-13T00:10:00+03:00"), TEXT),
        ("<meta name='DC.date.issued' content='2021-08-13'>", TEXT),
        ("<meta itemprop='datePublished' content='20210813'>", TEXT),
        (
            "<script type='application/ld+json'>"
            '{"@type": "NewsArticle", "datePublished": "2021-08-13T07:00:00Z"}</script>',
            TEXT,
        ),
        (
            '<script type=\'application/ld+json\'>[{"@graph": [{"@type": ["Article"],'
            ' "datePublished": "2021-08-13"}]}]</script>',
            TEXT,
        ),
        ("", f"<time datetime='2021-08-13'>13 серпня</time>{TEXT}"),
        (
            "",
            f"<li><time datetime='2026-01-01'></time></li><time pubdate datetime='2021-08-13'></time>{TEXT}",
        ),
        ("", f"<div class='news-date'>13 серпня 2021, 10:15</div>{TEXT}"),
        ("", f"<span class='post_time'>13.08.2021</span>{TEXT}"),
        ("", f"<p>Опубліковано: 13.08.2021 о 12:30</p>{TEXT}"),
        ("", f"<p>13 серпня 2021 року</p>{TEXT}"),
        ("", f"<p>Сьогодні 22.11.2026</p><p class='date'>13.08.2021</p>{TEXT}"),
        (meta("article:published_time", "вчора"), f"<p class='date'>13.08.2021</p>{TEXT}"),
        ("<script type='application/ld+json'>{broken</script>", f"<p class='date'>13.08.2021</p>{TEXT}"),
    ],
)
def test_the_day_of_publication_is_found(head: str, body: str) -> None:
    assert facts(NAME, body, heading=NAME, head=head).day == DAY


@pytest.mark.parametrize(
    "body",
    [
        TEXT,
        f"<p>Сьогодні 22.11.2026</p>{TEXT}",
        f"<p>13 серпня</p>{TEXT}",
        f"<p>31.06.2021</p>{TEXT}",
        f"<p>{'Дуже довгий абзац про засідання ' * 4} 13.08.2021</p>",
        "<time datetime='0000-00-00'></time>",
        "<time datetime='1021-08-13'></time>",
    ],
)
def test_no_day_is_made_up(body: str) -> None:
    assert facts(NAME, body, heading=NAME).day is None


def test_the_sites_own_name_and_address_are_told() -> None:
    head = meta("og:site_name", " Українська  правда ") + "<link rel='canonical' href='/news/1/'>"
    told = facts(NAME, head=head, url="https://www.pravda.com.ua/news/1/?utm=1")
    assert told.site_name == "Українська правда"
    assert told.canonical == "https://www.pravda.com.ua/news/1/"
    assert facts(NAME, head="<link rel='canonical' href='javascript:x'>").canonical == ""


def test_the_publisher_is_the_site_where_nothing_else_names_it() -> None:
    data = '{"@type": "NewsArticle", "headline": "Н", "publisher": {"name": "Судово-юридична газета"}}'
    assert facts(NAME, head=f"<script type='application/ld+json'>{data}</script>").site_name == (
        "Судово-юридична газета"
    )


def test_a_file_has_no_facts() -> None:
    assert (
        read_page(Answer("https://a.ua/x.pdf", 200, {"content-type": "application/pdf"}, NEWS)) == PageFacts()
    )


@pytest.mark.parametrize(
    "head",
    [
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<script type='application/ld+json'>" + '{"a":' * 900 + "1" + "}" * 900 + "</script>",
        "<script type='application/ld+json'>{}</script>" * 3000,
        '<script type=\'application/ld+json\'>{"@type": "Article", "datePublished": 5}</script>',
        "<meta property='article:published_time' content='2021-99-99'>",
    ],
)
def test_hostile_data_are_passed_over(head: str) -> None:
    assert facts(NAME, heading=NAME, head=head).title == NAME


def test_the_archive_is_asked_for_the_copy_nearest_to_a_day() -> None:
    asked = snapshot_request("https://gazeta.ua/n?a=1&b=2#x", DAY)
    assert asked == (
        "https://archive.org/wayback/available?url=https%3A%2F%2Fgazeta.ua%2Fn%3Fa%3D1%26b%3D2%23x"
        "&timestamp=20210813"
    )


def archived(body: str, status: int = 200) -> ArchivedCopy | None:
    return read_snapshot(Answer("https://archive.org/", status, HTML, body.encode()))


COPY = (
    '{"archived_snapshots": {"closest": {"available": true, "status": "200", "timestamp": "20210814093000",'
    ' "url": "http://web.archive.org/web/20210814093000/https://gazeta.ua/n"}}}'
)


def test_a_copys_address_and_day_are_read() -> None:
    right = ArchivedCopy("https://web.archive.org/web/20210814093000/https://gazeta.ua/n", date(2021, 8, 14))
    assert archived(COPY) == right
    assert archived(COPY.replace('"status": "200", ', "")) == right


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html>",
        "[]",
        "null",
        "5",
        "[" * 100_000,
        '{"archived_snapshots": {}}',
        '{"archived_snapshots": []}',
        '{"archived_snapshots": {"closest": "x"}}',
        '{"archived_snapshots": {"closest": {"url": 5}}}',
        COPY.replace("true", "false"),
        COPY.replace('"200"', '"404"'),
        COPY.replace("web.archive.org", "evil.org"),
        COPY.replace("20210814093000/", "20211399/"),
        COPY.replace("http://web", "javascript://web"),
        COPY.replace("https://gazeta.ua/n", "a b"),
        "\udcff".encode("utf-8", "surrogateescape").decode("latin-1"),
    ],
)
def test_rubbish_names_no_copy(body: str) -> None:
    assert archived(body) is None


def test_a_refusal_names_no_copy() -> None:
    assert archived(COPY, 503) is None

"""Links in a cell, as people write, paste and break them."""

import pytest

from courtcomms.cells.links import read_links
from courtcomms.model import Anchor, Column, LinkFlaw

SITE = "https://ing.dp.court.gov.ua/sud0416/"
SHY, ZERO_WIDTH, NBSP, NB_HYPHEN = "\u00ad", "\u200b", "\u00a0", "\u2011"


def targets(text: str) -> list[str]:
    return [link.target for link in read_links(text)]


def flaws(text: str) -> list[LinkFlaw | None]:
    return [link.flaw for link in read_links(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://x.ua", ["https://x.ua"]),
        ("https://x.ua/a\nhttps://y.ua/b", ["https://x.ua/a", "https://y.ua/b"]),
        ("https://x.ua/a\n\n\nhttps://x.ua/a", ["https://x.ua/a", "https://x.ua/a"]),
        ("https://x.ua/a, https://y.ua/b; http://z.ua", ["https://x.ua/a", "https://y.ua/b", "http://z.ua"]),
        ("1)https://x.ua 2. https://y.ua 3.https://z.ua", ["https://x.ua", "https://y.ua", "https://z.ua"]),
        ("сайт:https://x.ua", ["https://x.ua"]),
        ("Посилання-https://x.ua/1", ["https://x.ua/1"]),
        ("вісник»https://x.ua/2", ["https://x.ua/2"]),
        ("сайтhttps://x.ua/2", ["https://x.ua/2"]),
        ("HTTPS://COURT.GOV.UA/a", ["https://COURT.GOV.UA/a"]),
        ("https://user:pw@x.ua:8080/x", ["https://user:pw@x.ua:8080/x"]),
        ("http://192.168.0.1:80/x http://localhost/x", ["http://192.168.0.1:80/x", "http://localhost/x"]),
        ("https://x.ua:/x https://y.ua: так", ["https://x.ua:/x", "https://y.ua"]),
        ("https://x.ua/a,b,c.html", ["https://x.ua/a,b,c.html"]),
        ("https://x.ua/?q=суд&p=1#розділ", ["https://x.ua/?q=суд&p=1#розділ"]),
        ("https://x.ua/%D0%BF%D1%80", ["https://x.ua/%D0%BF%D1%80"]),
        ("https://www.tiktok.com/@court", ["https://www.tiktok.com/@court"]),
        ("https://суд.укр/новини/перша", ["https://суд.укр/новини/перша"]),
        ("https://x.ua/новини", ["https://x.ua/новини"]),
        ("https://x.ua/новини опубліковано", ["https://x.ua/новини"]),
        ("https://t.me/s/court?before=1-2_3", ["https://t.me/s/court?before=1-2_3"]),
        ("https://my_court.blogspot.com/x", ["https://my_court.blogspot.com/x"]),
        ("https://www.youtube.com/watch?v=aB-_9x-&t=5", ["https://www.youtube.com/watch?v=aB-_9x-&t=5"]),
    ],
)
def test_an_address_with_a_scheme_is_read_to_its_end(text: str, expected: list[str]) -> None:
    assert targets(text) == expected
    assert flaws(text) == [None] * len(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(див. https://x.ua/a_(b))", "https://x.ua/a_(b)"),
        ("https://x.ua/a).", "https://x.ua/a"),
        ("«https://x.ua/»", "https://x.ua/"),
        ("<https://x.ua>", "https://x.ua"),
        ('"https://x.ua/3"', "https://x.ua/3"),
        ("“https://x.ua/3”", "https://x.ua/3"),
        ("'https://x.ua/3'", "https://x.ua/3"),
        ("https://x.ua/;", "https://x.ua/"),
        ("https://x.ua,", "https://x.ua"),
        ("https://x.ua/…", "https://x.ua/"),
        ("https://x.ua/...", "https://x.ua/"),
        ("https://x.ua/a!?", "https://x.ua/a"),
        ("https://x.ua/a*", "https://x.ua/a"),
        ("[сайт](https://x.ua/a)", "https://x.ua/a"),
        ("[https://x.ua/a](https://x.ua/a)", "https://x.ua/a"),
        ("(https://x.ua/a),", "https://x.ua/a"),
        ("(https://x.ua/a)Опубліковано", "https://x.ua/a"),
        ("https://x.ua/a – опис", "https://x.ua/a"),
        ("https://x.ua/a—Опис", "https://x.ua/a"),
        ("https://x.ua/- опис", "https://x.ua/"),
        ("https://x.ua/a(Весь Кривий Ріг)", "https://x.ua/a"),
        ("https://x.ua/a(«Весь»)", "https://x.ua/a"),
        ("https://court.gov.uaІнформація", "https://court.gov.ua"),
        ("https://court.gov.ua.Інформація", "https://court.gov.ua"),
        ("https://x.ua/news/123Опубліковано", "https://x.ua/news/123"),
        ("https://x.ua/a.Далі", "https://x.ua/a"),
        ("https://x.ua/a,далі", "https://x.ua/a"),
        ("https://x.ua/a.htmlстаття", "https://x.ua/a.html"),
        ("https://x.ua/a.html—стаття", "https://x.ua/a.html"),
        ("https://x.ua/a/-сайт", "https://x.ua/a/"),
        ("https://x.ua/a/&nbsp;", "https://x.ua/a/"),
        ("https://x.ua/a/<br>", "https://x.ua/a/"),
        ('<a href="https://x.ua/a/">сайт</a>', "https://x.ua/a/"),
        ("https://x.ua/a/ (сайт суду)", "https://x.ua/a/"),
        ("https://x.ua/p?c[0]=A&t=%2CO-R.", "https://x.ua/p?c[0]=A&t=%2CO-R"),
        ("https://x.ua/maps/@47.9,33.3,15z;", "https://x.ua/maps/@47.9,33.3,15z"),
        ("https://uk.wikipedia.org/wiki/Суд_(інституція).", "https://uk.wikipedia.org/wiki/Суд_(інституція)"),
        ("https://x.ua/a" + ZERO_WIDTH, "https://x.ua/a"),
        ("https://x.ua/a" + NBSP + "текст", "https://x.ua/a"),
    ],
)
def test_what_surrounds_an_address_is_no_part_of_it(text: str, expected: str) -> None:
    (link,) = read_links(text)
    assert (link.target, link.text, link.flaw) == (expected, expected, None)


@pytest.mark.parametrize(
    "text",
    [
        "www.court.gov.ua/x",
        "ing.dp.court.gov.ua/sud0416/",
        "court.gov.ua",
        "facebook.com/x",
        "t.me/x",
        "youtu.be/aBc",
        "suspilne.media/123",
        "detector.media",
        "0564.ua",
        "1kr.ua/news-65763.html",
        "cutt.ly/6jcghde",
        "goo-gl.su/DuPED",
        "суд.укр",
        "www.0564.ua",
        "FACEBOOK.COM/court",
    ],
)
def test_an_address_without_a_scheme_is_completed(text: str) -> None:
    for written in (text, f"Сайт {text}.", f"({text})", f"сайт:{text}", f"1. {text},", f"«{text}»"):
        (link,) = read_links(written)
        assert (link.target, link.text, link.flaw) == (f"https://{text}", text, LinkFlaw.NO_SCHEME)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "inbox@ing.dp.court.gov.ua",
        "e-mail:inbox@ing.dp.court.gov.ua;",
        "inbox@court.gov.ua/x",
        "суд.gov@ukr.net",
        "mailto:inbox@court.gov.ua",
        "tel:+380564901234",
        "zvit.docx, plan_2021.xlsx, IMG_001.jpg, README.md, start.py",
        "на сайті суду.Інформація оновлена",
        "т.д., т.п., та ін.Надалі",
        "м.Київ, вул.Шевченка, буд.12, ст.12",
        "13.08.2021",
        "13.08.21 о 10.30",
        "1.2.3",
        "2.5",
        "П.І.Б.",
        "Ph.D, e.g., U.S.",
        "т.me",
        "http://",
        "https://...",
        "https://!",
        "JavaScript: основи",
        "HTTP/1.1",
        "ДСТУ 4163:2020",
        "10:30",
        r"C:\docs\court.gov.ua",
        "file_2021.com",
        "@court.ua",
        "…",
    ],
)
def test_what_only_looks_like_an_address_is_none(text: str) -> None:
    assert targets(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http:/court.gov.ua/x", "http://court.gov.ua/x"),
        ("https:court.gov.ua/x", "https://court.gov.ua/x"),
        ("htpp://x.ua/1", "http://x.ua/1"),
        ("hhtps://x.ua/1", "https://x.ua/1"),
        ("hттps://x.ua/1", "https://x.ua/1"),
        ("htps://x.ua/1", "https://x.ua/1"),
        ("ttps://x.ua/1", "https://x.ua/1"),
        ("hhttps://x.ua/1", "https://x.ua/1"),
        ("htttps://x.ua/1", "https://x.ua/1"),
        ("httpss://x.ua/1", "https://x.ua/1"),
        ("httsp://x.ua/1", "https://x.ua/1"),
        (r"https:\\x.ua\a", "https://x.ua/a"),
        ("https//x.ua/1", "https://x.ua/1"),
        ("http//:x.ua/1", "http://x.ua/1"),
        ("https;//x.ua/1", "https://x.ua/1"),
        ("https.//x.ua/1", "https://x.ua/1"),
        ("https:///x.ua/1", "https://x.ua/1"),
        ("https/court.gov.ua/1", "https://court.gov.ua/1"),
        ("http://https://x.ua/1", "https://x.ua/1"),
        ("//court.gov.ua/1", "https://court.gov.ua/1"),
        ("://court.gov.ua/1", "https://court.gov.ua/1"),
        ("httрs://x.ua/1", "https://x.ua/1"),  # a Cyrillic «р»
    ],
)
def test_a_misspelt_scheme_is_mended_in_the_target(text: str, expected: str) -> None:
    (link,) = read_links(f"див. {text}, далі")
    assert (link.target, link.text, link.flaw) == (expected, text, LinkFlaw.NO_SCHEME)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("ftp://x.ua/f", LinkFlaw.OTHER_SCHEME),
        ("file:///C:/zvit.doc", LinkFlaw.OTHER_SCHEME),
        ("javascript:alert(1)", LinkFlaw.OTHER_SCHEME),
        ("viber://chat?number=1", LinkFlaw.OTHER_SCHEME),
        ("https://суд/новини", LinkFlaw.NOT_AN_ADDRESS),
        ("https://court", LinkFlaw.NOT_AN_ADDRESS),
        ("https://court..gov.ua/", LinkFlaw.NOT_AN_ADDRESS),
    ],
)
def test_what_cannot_be_followed_is_shown_and_marked(text: str, flaw: LinkFlaw) -> None:
    (link,) = read_links(f"Посилання {text}")
    assert (link.text, link.flaw) == (text, flaw)


def test_cyrillic_letters_in_a_latin_host_are_mended_and_marked() -> None:
    (link,) = read_links("https://court.gоv.ua/x")  # a Cyrillic «о»
    assert (link.target, link.flaw) == ("https://court.gov.ua/x", LinkFlaw.NOT_AN_ADDRESS)
    (bare,) = read_links("сайт соurt.gov.ua")  # a Cyrillic «со»
    assert (bare.target, bare.text) == ("https://court.gov.ua", "соurt.gov.ua")


def test_letters_of_other_cyrillic_alphabets_are_mended_too() -> None:
    (link,) = read_links("https://ѕud.com.ua/ї")
    assert (link.target, link.flaw) == ("https://sud.com.ua/ї", LinkFlaw.NOT_AN_ADDRESS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.uahttps://b.ua", ["https://a.ua", "https://b.ua"]),
        ("https://a.ua/xhttp://b.ua/y", ["https://a.ua/x", "http://b.ua/y"]),
        ("https://a.ua/x,https://b.ua/y", ["https://a.ua/x", "https://b.ua/y"]),
        ("https://a.ua/x;https://b.ua", ["https://a.ua/x", "https://b.ua"]),
        (
            "https://ing.dp.court.gov.ua/news/1/http://b.ua/x",
            ["https://ing.dp.court.gov.ua/news/1/", "http://b.ua/x"],
        ),
        ("facebook.comhttps://x.ua", ["https://facebook.com", "https://x.ua"]),
        ("www.a.uawww.b.ua/x", ["https://www.a.ua", "https://www.b.ua/x"]),
        ("https://a.ua/x.htmlwww.b.ua/y", ["https://a.ua/x.html", "https://www.b.ua/y"]),
        ("https://a.ua/x,court.gov.ua/y", ["https://a.ua/x", "https://court.gov.ua/y"]),
        (
            "https://a.ua/1https://b.ua/2https://c.ua/3",
            ["https://a.ua/1", "https://b.ua/2", "https://c.ua/3"],
        ),
    ],
)
def test_glued_addresses_come_apart(text: str, expected: list[str]) -> None:
    assert targets(text) == expected
    assert set(flaws(text)) == {LinkFlaw.GLUED}


@pytest.mark.parametrize(
    "text",
    [
        "https://web.archive.org/web/2021/https://ing.dp.court.gov.ua/sud0416/",
        "https://web.archive.org/web/20210813120000/https://ing.dp.court.gov.ua/sud0416/news/1/",
        "https://web.archive.org/web/20210813120000if_/http://x.ua/a?b=c",
        "https://web.archive.org/web/20210813120000/http:/court.gov.ua/x",
        "https://archive.ph/abc/https://b.ua/x",
        "https://archive.ph/https://b.ua/x",
        "https://ghostarchive.org/archive/https://b.ua/x",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.ua%2Fx&h=AT1",
        "https://l.facebook.com/l.php?u=https://a.ua/x",
        "https://x.ua/r?url=https://b.ua/c&x=1",
        "https://translate.google.com/translate?sl=uk&tl=en&u=https://b.ua/x",
        "https://www.google.com/url?q=https://b.ua/x&sa=D",
        "https://webcache.googleusercontent.com/search?q=cache:https://b.ua/x",
        "https://validator.w3.org/nu/?doc=https://b.ua/x",
        "https://national.example.ua/wayback/20210813120000/https://b.ua/x",
    ],
)
def test_an_address_that_carries_another_is_one_link(text: str) -> None:
    assert targets(text) == [text]
    assert targets(f"({text}), далі") == [text]


def test_an_archived_address_ends_where_the_next_one_is_glued_on() -> None:
    archived = "https://web.archive.org/web/20210813120000/https://a.ua/1/"
    assert targets(archived + "https://b.ua/2") == [archived, "https://b.ua/2"]
    assert targets("https://www.google.com/url?q=https://b.ua/x,https://c.ua/") == [
        "https://www.google.com/url?q=https://b.ua/x",
        "https://c.ua/",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SITE + "pres-\ncentr/news/123/", SITE + "pres-centr/news/123/"),
        (SITE + "pres- \n centr/news/123/", SITE + "pres-centr/news/123/"),
        (SITE + "\npres-centr/news/123/", SITE + "pres-centr/news/123/"),
        (SITE + "pres-\ncentr/\nnews/123/", SITE + "pres-centr/news/123/"),
        ("https://ing.dp.court.gov.ua/sud0416\n/pres-centr/news/1/", SITE + "pres-centr/news/1/"),
        ("https://ing.dp.court.\ngov.ua/sud0416/", SITE),
        ("https://ing.dp.court\n.gov.ua/sud0416/", SITE),
        ("https://\ning.dp.court.gov.ua/sud0416/", SITE),
        ("https://x.ua/news-\n65763.html", "https://x.ua/news-65763.html"),
        ("https://x.ua/index\n.html", "https://x.ua/index.html"),
        ("https://x.ua/index.php\n?id=5", "https://x.ua/index.php?id=5"),
        ("https://x.ua/index.php?\nid=5", "https://x.ua/index.php?id=5"),
        ("https://x.ua/index.php?id=\n123", "https://x.ua/index.php?id=123"),
        ("https://x.ua/index.php?id=1&\nx=2", "https://x.ua/index.php?id=1&x=2"),
        ("https://x.ua/%D0%BF%\nD0%B0", "https://x.ua/%D0%BF%D0%B0"),
        ("https://x.ua/v-inguletskomu-\nrajsudi-mista", "https://x.ua/v-inguletskomu-rajsudi-mista"),
        ("https://x.ua/v-inguletskomu-\nrajsudi", "https://x.ua/v-inguletskomu-rajsudi"),
        (
            "https://www.facebook.com/\nInguletsky.distric.court/posts/960880441094455",
            "https://www.facebook.com/Inguletsky.distric.court/posts/960880441094455",
        ),
        ("https://ing.dp.court.gov.ua/ sud0416/", SITE),
        ("https: //ing.dp.court.gov.ua/sud0416/", SITE),
        ("https:// ing.dp.court.gov.ua/sud0416/", SITE),
        (f"https://ing.dp.{NBSP}court.gov.ua/sud0416/", SITE),
        (f"https://ing.dp.court.gov.ua/su{SHY}d0416/", SITE),
        (f"https://ing.dp.co{ZERO_WIDTH}urt.gov.ua/sud0416/", SITE),
        (f"https://ing.dp.court.gov.ua/pres{NB_HYPHEN}centr/", "https://ing.dp.court.gov.ua/pres-centr/"),
    ],
)
def test_a_broken_address_is_joined_where_it_is_certain(text: str, expected: str) -> None:
    (link,) = read_links(text)
    assert (link.target, link.text, link.flaw) == (expected, text, LinkFlaw.BROKEN)


@pytest.mark.parametrize(
    "rest",
    [
        "«Весь Кривий Ріг»",
        "Центр",
        "centр/новини",
        "facebook",
        "Facebook/Instagram",
        "krlife online",
        "123",
        "12/2021",
        "and/or",
        "13.08.2021",
        "24/7",
        "(з 25.06.2018)",
        "inbox@court.gov.ua",
        "#суд",
        "- опис",
    ],
)
@pytest.mark.parametrize("gap", ["\n", " ", "\n\n", NBSP])
def test_what_may_be_something_else_is_not_swallowed(gap: str, rest: str) -> None:
    assert targets(SITE + "pres/" + gap + rest) == [SITE + "pres/"]


@pytest.mark.parametrize("end", ["/", "-", "=", "?", ".", ""])
def test_the_next_address_is_not_swallowed(end: str) -> None:
    first = "https://1kr.ua/news" + end
    assert targets(first + "\nfacebook.com/x/1234") == [first.rstrip(".?"), "https://facebook.com/x/1234"]
    assert targets(first + "\nhttps://b.ua/x/") == [first.rstrip(".?"), "https://b.ua/x/"]
    assert targets(first + "\n\npres-centr/news/123/") == [first.rstrip(".?")]


def anchor(text: str, target: str) -> Anchor:
    return Anchor(Column.SITE_LINKS, text, target)


def test_an_anchor_links_its_text() -> None:
    (link,) = read_links("новина на сайті", [anchor("сайті", "https://x.ua/a")])
    assert (link.target, link.text, link.start, link.end, link.flaw) == (
        "https://x.ua/a",
        "сайті",
        10,
        15,
        None,
    )


def test_the_nth_anchor_of_a_text_belongs_to_its_nth_occurrence() -> None:
    links = read_links("тут і тут", [anchor("тут", "https://x.ua/1"), anchor("тут", "https://x.ua/2")])
    assert [(link.start, link.target) for link in links] == [(0, "https://x.ua/1"), (6, "https://x.ua/2")]
    third = [anchor("тут", f"https://x.ua/{n}") for n in (1, 2, 3)]
    assert len(read_links("тут і тут", third)) == 2


def test_an_anchor_overrides_what_its_stretch_would_give() -> None:
    text = "https://shown.ua/a\nhttps://other.ua/b"
    links = read_links(text, [anchor("https://shown.ua/a", "https://target.ua/z")])
    assert [link.target for link in links] == ["https://target.ua/z", "https://other.ua/b"]
    assert links[0].text == "https://shown.ua/a"


def test_an_anchor_on_part_of_an_address_leaves_no_half_link_over_it() -> None:
    text = "див. https://shown.ua/abc далі"
    links = read_links(text, [anchor("shown.ua/abc", "https://target.ua/z")])
    assert [link.target for link in links] == ["https://target.ua/z"]


def test_an_anchor_whose_text_is_gone_rests() -> None:
    assert read_links("інший текст", [anchor("тут", "https://x.ua"), anchor("", "https://y.ua")]) == ()


def test_overlapping_anchors_give_one_link() -> None:
    links = read_links(
        "новина дня", [anchor("новина дня", "https://x.ua/1"), anchor("дня", "https://x.ua/2")]
    )
    assert [link.target for link in links] == ["https://x.ua/1"]


@pytest.mark.parametrize(
    ("target", "flaw"),
    [
        ("mailto:a@b.ua", LinkFlaw.OTHER_SCHEME),
        ("file:///C:/a.docx", LinkFlaw.OTHER_SCHEME),
        ("court.gov.ua/x", LinkFlaw.NO_SCHEME),
        ("HTTP://x.ua", None),
    ],
)
def test_an_anchors_target_is_kept_and_judged(target: str, flaw: LinkFlaw | None) -> None:
    (link,) = read_links("тут", [anchor("тут", target)])
    assert (link.target, link.flaw) == (target, flaw)


BULLET_OF_SYMBOL_FONT = "\uf0b7"


@pytest.mark.parametrize(
    "between",
    [
        ";2)",
        ",2)",
        ";2.",
        "; ",
        "та ",
        "та",
        "і ",
        "або ",
        "•",
        "▪",
        "·",
        "→",
        BULLET_OF_SYMBOL_FONT,
        "• ",
    ],
)
def test_what_leads_over_to_the_next_address_is_part_of_neither(between: str) -> None:
    text = f"1)https://a.ua/1{between}https://b.ua/2"
    assert targets(text) == ["https://a.ua/1", "https://b.ua/2"]
    apart = between in {"; ", "• "}
    assert flaws(text) == ([None, None] if apart else [LinkFlaw.GLUED] * 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.ua/новинита", "https://a.ua/новинита"),
        ("https://a.ua/1;2)текст", "https://a.ua/1;2"),
        ("https://a.ua/1та", "https://a.ua/1та"),
        ("https://a.ua/карта https://b.ua/2", "https://a.ua/карта"),
    ],
)
def test_an_address_may_end_like_a_joint(text: str, expected: str) -> None:
    assert targets(text)[0] == expected


@pytest.mark.parametrize(
    "rest",
    [
        "2021.pdf",
        "2021 року.pdf",
        "(1).docx",
        "zviti za 2021.xlsx",
        "роботи на ІІ півріччя.doc",
        "foto.JPG, також на стенді",
        "2021.html",
    ],
)
def test_a_blank_that_cuts_a_file_name_is_noticed(rest: str) -> None:
    link = read_links(f"https://court.gov.ua/media/plan {rest}")[0]
    assert (link.text, link.flaw) == ("https://court.gov.ua/media/plan", LinkFlaw.BROKEN)


@pytest.mark.parametrize(
    "text",
    [
        "https://court.gov.ua/media/ звіт за 2021 рік",
        "https://court.gov.ua/media/plan – файл zvit.docx",
        "https://court.gov.ua/media/plan див. файл zvit.docx",
        "https://court.gov.ua/media/plan та zvit.docx",
        "https://court.gov.ua/media/plan, zvit.docx",
        "https://court.gov.ua/media/plan.pdf zvit.docx",
        "https://court.gov.ua zvit.docx",
        "https://court.gov.ua/media/plan\nzvit.docx",
        "https://court.gov.ua/news/1 https://b.ua/plan.pdf",
        "https://court.gov.ua/news/1 b.ua/plan.pdf",
    ],
)
def test_a_file_named_beside_an_address_is_no_part_of_it(text: str) -> None:
    link = read_links(text)[0]
    assert link.flaw is None
    assert link.text == text.split()[0].rstrip(",")

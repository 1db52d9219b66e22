"""Publications in a media cell, as people list them."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.cells.links import read_links
from courtcomms.cells.media import read_media
from courtcomms.model import Anchor, Column, Media, MediaItem, MediaKind


def items(text: str) -> list[tuple[str, str]]:
    return [(item.outlet, item.url) for item in read_media(text).items]


@pytest.mark.parametrize("text", ["", "-", "–", " — ", "\n", "\u00a0"])
def test_a_dash_is_no_publication(text: str) -> None:
    assert read_media(text) == Media(count=0)


@pytest.mark.parametrize(
    "text",
    [
        "немає",
        "Немає",
        "нема",
        "відсутні",
        "Публікації відсутні",
        "Публікацій немає",
        "Публікацій у ЗМІ не було",
        "не публікувалось",
        "Не публікувалося",
        "не висвітлювалось у ЗМІ",
        "Захід у ЗМІ не висвітлювався",
        "У ЗМІ не розміщувалась",
        "без публікацій",
        "жодної публікації",
        "не було",
        "Ні",
    ],
)
def test_words_for_none(text: str) -> None:
    media = read_media(text)
    assert (media.count, media.stated, media.items) == (0, None, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://cutt.ly/6jcghde", [("", "https://cutt.ly/6jcghde")]),
        ("https://a.ua/1\n\nhttps://b.ua/2", [("", "https://a.ua/1"), ("", "https://b.ua/2")]),
        ("https://a.ua/1; https://b.ua/2", [("", "https://a.ua/1"), ("", "https://b.ua/2")]),
        ("«Весь Кривий Ріг»\nhttps://a.ua/1", [("Весь Кривий Ріг", "https://a.ua/1")]),
        ("«Весь Кривий Ріг»\n\nhttps://a.ua/1", [("Весь Кривий Ріг", "https://a.ua/1")]),
        ("«Весь Кривий Ріг»:\nhttps://a.ua/1", [("Весь Кривий Ріг", "https://a.ua/1")]),
        ('"Весь Кривий Ріг"\nhttps://a.ua/1', [("Весь Кривий Ріг", "https://a.ua/1")]),
        ("„Весь Кривий Ріг“ https://a.ua/1", [("Весь Кривий Ріг", "https://a.ua/1")]),
        ("Перший Криворізький\nhttps://1kr.ua/1", [("Перший Криворізький", "https://1kr.ua/1")]),
        ("Суспільне - https://suspilne.media/1", [("Суспільне", "https://suspilne.media/1")]),
        ("Суспільне: https://suspilne.media/1", [("Суспільне", "https://suspilne.media/1")]),
        ("Суспільне (https://suspilne.media/1)", [("Суспільне", "https://suspilne.media/1")]),
        ("https://1kr.ua/1 («Перший Криворізький»)", [("Перший Криворізький", "https://1kr.ua/1")]),
        ("https://1kr.ua/1 - «Перший Криворізький»", [("Перший Криворізький", "https://1kr.ua/1")]),
        (
            "https://a.ua/1 («А-медіа»), https://b.ua/2 («Б-медіа»)",
            [("А-медіа", "https://a.ua/1"), ("Б-медіа", "https://b.ua/2")],
        ),
        (
            "«А-медіа» - https://a.ua/1; «Б-медіа» - https://b.ua/2",
            [("А-медіа", "https://a.ua/1"), ("Б-медіа", "https://b.ua/2")],
        ),
        (
            "1. «Весь Кривий Ріг» https://a.ua/1\n2. «Перший» https://1kr.ua/2",
            [("Весь Кривий Ріг", "https://a.ua/1"), ("Перший", "https://1kr.ua/2")],
        ),
        (
            "- «Весь Кривий Ріг» – https://a.ua/1\n- «Перший» – https://1kr.ua/2",
            [("Весь Кривий Ріг", "https://a.ua/1"), ("Перший", "https://1kr.ua/2")],
        ),
        (
            "«Весь Кривий Ріг»\nhttps://a.ua/1\nhttps://a.ua/2",
            [("Весь Кривий Ріг", "https://a.ua/1"), ("Весь Кривий Ріг", "https://a.ua/2")],
        ),
        (
            "«Весь Кривий Ріг»\nhttps://a.ua/1\n\nhttps://b.ua/2",
            [("Весь Кривий Ріг", "https://a.ua/1"), ("", "https://b.ua/2")],
        ),
        ("«Газета «Голос України»» https://golos.ua/1", [("Газета «Голос України»", "https://golos.ua/1")]),
        ("Сайт «Судово-юридична газета»: https://sud.ua/x", [("Судово-юридична газета", "https://sud.ua/x")]),
        ("1kr.ua – https://1kr.ua/news-65763.html", [("1kr.ua", "https://1kr.ua/news-65763.html")]),
        ("1kr.ua\nhttps://www.1kr.ua/news-65763.html", [("1kr.ua", "https://www.1kr.ua/news-65763.html")]),
        ("Публікації у ЗМІ:\n«Весь Кривий Ріг»\nhttps://a.ua/1", [("Весь Кривий Ріг", "https://a.ua/1")]),
        ("Посилання: https://a.ua/1", [("", "https://a.ua/1")]),
        ("Стаття «Про суд», «Червоний гірник» https://a.ua/1", [("Червоний гірник", "https://a.ua/1")]),
        ("https://www.facebook.com/x (сторінка суду у Facebook)", [("", "https://www.facebook.com/x")]),
        ("www.0564.ua/news/1", [("", "https://www.0564.ua/news/1")]),
        ("Видання «0564.ua» https://www.0564.ua/news/1", [("0564.ua", "https://www.0564.ua/news/1")]),
        (
            "Новини Кривого Рогу\nhttps://krlife.com.ua/1",
            [("Новини Кривого Рогу", "https://krlife.com.ua/1")],
        ),
        (
            "«А-медіа»https://a.ua/1«Б-медіа»https://b.ua/1",
            [("А-медіа", "https://a.ua/1"), ("Б-медіа", "https://b.ua/1")],
        ),
        (
            "Видання «А-медіа»:\n- https://a.ua/1;\n- https://a.ua/2.",
            [("А-медіа", f"https://a.ua/{n}") for n in (1, 2)],
        ),
        (
            "https://a.ua/1\n«А-медіа»\n\nhttps://b.ua/2\n«Б-медіа»",
            [("А-медіа", "https://a.ua/1"), ("Б-медіа", "https://b.ua/2")],
        ),
        (
            "https://a.ua/1 - сайт «А-медіа»\nhttps://b.ua/2 - сайт «Б-медіа»",
            [("А-медіа", "https://a.ua/1"), ("Б-медіа", "https://b.ua/2")],
        ),
        (
            "Сайт «А-медіа» (https://a.ua/1), сайт «Б-медіа» (https://b.ua/2)",
            [("А-медіа", "https://a.ua/1"), ("Б-медіа", "https://b.ua/2")],
        ),
        ("«А-медіа»\nстаття «Єдине вікно»\nhttps://a.ua/1", [("А-медіа", "https://a.ua/1")]),
        ("Стаття «Єдине вікно в суді»\nhttps://a.ua/1", [("", "https://a.ua/1")]),
        (
            "Facebook: https://facebook.com/1\nTelegram: https://t.me/1",
            [("Facebook", "https://facebook.com/1"), ("Telegram", "https://t.me/1")],
        ),
    ],
)
def test_publications_with_addresses(text: str, expected: list[tuple[str, str]]) -> None:
    media = read_media(text)
    assert [(item.outlet, item.url) for item in media.items] == expected
    assert {item.kind for item in media.items} == {MediaKind.ONLINE}
    assert media.count == len(expected)
    assert media.stated is None


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("газета «Дзеркало тижня» № 12", ["Дзеркало тижня"]),
        ("Газета «Дзеркало тижня», № 12 від 13.08.2021", ["Дзеркало тижня"]),
        ("телеканал «Рудана»", ["Рудана"]),
        ("ТРК «Криворіжжя»", ["Криворіжжя"]),
        ("радіо «Криворіжжя»", ["Криворіжжя"]),
        ("радіо Криворіжжя", ["радіо Криворіжжя"]),
        ("«Червоний гірник»", ["Червоний гірник"]),
        ("Суспільне Дніпро", ["Суспільне Дніпро"]),
        ("УНІАН", ["УНІАН"]),
        ("5 канал", ["5 канал"]),
        ("ТРК «Криворіжжя», газета «Червоний гірник»", ["Криворіжжя", "Червоний гірник"]),
        ("газети «Голос України», «Урядовий кур’єр»", ["Голос України", "Урядовий кур’єр"]),
        ("Телеканал «Рудана»\nГазета «Червоний гірник»", ["Рудана", "Червоний гірник"]),
        ("1. Телеканал «Рудана»\n2. Газета «Червоний гірник»", ["Рудана", "Червоний гірник"]),
        ("Сюжет на телеканалі «Рудана»", ["Рудана"]),
        ("Стаття «Про суд» в газеті «Червоний гірник»", ["Червоний гірник"]),
    ],
)
def test_outlets_without_an_address_count(text: str, outlets: list[str]) -> None:
    media = read_media(text)
    assert media.items == tuple(MediaItem(outlet, "", MediaKind.OFFLINE) for outlet in outlets)
    assert (media.count, media.stated) == (len(outlets), None)


def test_outlets_with_and_without_addresses_mix() -> None:
    media = read_media("газета «Червоний гірник» № 12\n«Весь Кривий Ріг»\nhttps://a.ua/1\nТРК «Рудана»")
    assert [(item.outlet, item.url, item.kind) for item in media.items] == [
        ("Червоний гірник", "", MediaKind.OFFLINE),
        ("Весь Кривий Ріг", "https://a.ua/1", MediaKind.ONLINE),
        ("Рудана", "", MediaKind.OFFLINE),
    ]
    assert media.count == 3
    same_line = read_media("ТРК «Рудана» https://a.ua/1; радіо «Криворіжжя»")
    assert [(item.outlet, item.url) for item in same_line.items] == [
        ("Рудана", "https://a.ua/1"),
        ("Криворіжжя", ""),
    ]


@pytest.mark.parametrize(
    ("text", "stated", "count"),
    [
        ("3", 3, 3),
        ("0", 0, 0),
        ("0 публікацій", 0, 0),
        ("1", 1, 1),
        ("3 публікації", 3, 3),
        ("3 (три)", 3, 3),
        ("3 (три) публікації", 3, 3),
        ("три публікації", 3, 3),
        ("Одна публікація", 1, 1),
        ("публікацій - 3", 3, 3),
        ("Кількість публікацій – 3", 3, 3),
        ("Кількість публікацій у ЗМІ: 3", 3, 3),
        ("Всього 3", 3, 3),
        ("3 статті та 2 сюжети", 5, 5),
        ("у 3 виданнях", 3, 3),
        ("2 (https://a.ua/1, https://b.ua/2)", 2, 2),
        ("2 - https://a.ua/1, https://b.ua/2", 2, 2),
        ("2\nhttps://a.ua/1\nhttps://b.ua/2", 2, 2),
        ("1\nhttps://a.ua/1", 1, 1),
        ("2 публікації:\n1. «А» https://a.ua/1\n2. «Б» https://b.ua/2", 2, 2),
        ("Кількість публікацій: 1\nПосилання: https://a.ua/1", 1, 1),
        ("2 (газета «Червоний гірник» № 12, телеканал «Рудана»)", 2, 2),
        ("5 публікацій у мережі Facebook", 5, 5),
        ("двадцять одна публікація", 21, 21),
        ("2 публікації:\nhttps://a.ua/1\nhttps://b.ua/2", 2, 2),
        ("Кількість публікацій – 3: https://a.ua/1 https://b.ua/2", 3, 2),
        ("3 публікації: «Рудана», «Червоний гірник», «Перший»", 3, 3),
        ("2 публікації в газеті «Червоний гірник»", 2, 2),
        ("1 публікація – https://a.ua/x", 1, 1),
        ("понад 10 публікацій", None, None),
        ("кілька публікацій", None, None),
        ("близько 5 статей", None, None),
        ("1 https://a.ua/1\n2 https://b.ua/2", None, 2),
        ("1) https://a.ua/1\n2) https://b.ua/2", None, 2),
        ("газета «Червоний гірник» № 12", None, 1),
        ("газета «Червоний гірник» від 13.08.2021", None, 1),
    ],
)
def test_the_cells_own_number(text: str, stated: int | None, count: int | None) -> None:
    media = read_media(text)
    assert (media.stated, media.count) == (stated, count)


@pytest.mark.parametrize(
    "text",
    [
        "Інформація розміщена на сайті суду",
        "Публікації у ЗМІ",
        "Так",
        "Facebook",
        "на сторінці суду у Facebook",
        "inbox@ing.dp.court.gov.ua",
        "висвітлено місцевими журналістами",
        "13.08.2021",
        "2021",
        "Подано до публікації в газету",
        "Інформація відсутня на момент подання звіту",
    ],
)
def test_prose_gives_no_count(text: str) -> None:
    media = read_media(text)
    assert (media.items, media.count, media.stated) == ((), None, None)


def test_the_same_address_counts_once() -> None:
    media = read_media("https://a.ua/1\n«А-медіа»\nhttp://www.a.ua/1/\nhttps://a.ua/1")
    assert items("https://a.ua/1\nhttps://a.ua/1") == [("", "https://a.ua/1")]
    assert media.items == (MediaItem("А-медіа", "https://a.ua/1", MediaKind.ONLINE),)
    assert media.count == 1
    assert len(media.links) == 3


def test_a_mail_address_and_other_schemes_are_no_publications() -> None:
    media = read_media("ftp://a.ua/1\nhttps://a.ua/1\nredaktor@a.ua")
    assert media.count == 1
    assert len(media.links) == 2


def test_an_anchors_text_is_the_outlets_name() -> None:
    text = "«Весь Кривий Ріг», 1kr.ua"
    anchors = [
        Anchor(Column.MEDIA, "«Весь Кривий Ріг»", "https://a.ua/1"),
        Anchor(Column.MEDIA, "1kr.ua", "https://1kr.ua/2"),
    ]
    media = read_media(text, anchors)
    assert [(item.outlet, item.url) for item in media.items] == [
        ("Весь Кривий Ріг", "https://a.ua/1"),
        ("", "https://1kr.ua/2"),
    ]


PIECES = st.sampled_from(
    [
        "«Весь Кривий Ріг»",
        "https://a.ua/1",
        "https://b.ua/2",
        "\n",
        " - ",
        ", ",
        "3",
        "публікації",
        "газета ",
        "(",
        ")",
        "1. ",
        "«",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
def test_any_cell_has_an_answer(text: str) -> None:
    media = read_media(text)
    assert media.links == read_links(text)
    assert len({item.url for item in media.items if item.url}) == sum(bool(item.url) for item in media.items)
    assert all((item.kind is MediaKind.ONLINE) == bool(item.url) for item in media.items)
    assert all(item.outlet or item.url for item in media.items)
    if any(item.url for item in media.items):
        assert media.count == len(media.items)


OUTLETS = st.sampled_from(
    ["Весь Кривий Ріг", "Кривий Ріг – life", "Перший Криворізький", "Судово-юридична газета", "1+1"]
)


@given(st.lists(OUTLETS, min_size=1, max_size=6), st.sampled_from(["\n\n", "\n"]))
def test_each_named_outlet_gets_its_own_address(names: list[str], gap: str) -> None:
    text = gap.join(f"«{name}»\nhttps://site{number}.ua/{number}" for number, name in enumerate(names))
    assert items(text) == [(name, f"https://site{number}.ua/{number}") for number, name in enumerate(names)]


def test_the_real_reports_media_cells(shared_data: Path) -> None:
    report = json.loads((shared_data / "table1_2021q3.json").read_text(encoding="utf-8"))
    media = [read_media(row["cells"][5]["text"]) for row in report["rows"]]
    assert [each.count for each in media] == [0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 3]
    assert [item.outlet for item in media[6].items] == [
        "Весь Кривий Ріг",
        "Кривий Ріг – life",
        "Перший Криворізький",
    ]
    assert [item.url for item in media[6].items] == [
        link["target"] for link in report["rows"][6]["cells"][5]["links"]
    ]
    assert [(item.outlet, item.url) for item in media[2].items] == [("", "https://cutt.ly/6jcghde")]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "unit", ["а", "«", "«А» ", "публікацій ", "стаття «А» ", '"', ", А", "«А» https://a.ua/1\n"]
)
def test_a_huge_cell_is_read_to_its_end(unit: str) -> None:
    """A reader that grows faster than its text does not come back from this within the timeout."""
    text = unit * (100_000 // len(unit))
    assert all(text[link.start : link.end] == link.text for link in read_media(text).links)

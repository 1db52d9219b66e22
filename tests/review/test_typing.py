"""Slips of typing: letters of two alphabets, unseen signs, blanks, brackets and quotation marks."""

import pytest
from rows import codes, event, found, mended

from courtcomms.model import Anchor, Column, Severity
from courtcomms.review import review_row

SHY, ZERO_WIDTH, BOM, NBSP, LEFT_TO_RIGHT = "\u00ad", "\u200b", "\ufeff", "\u00a0", "\u200e"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дaта проведення", "Дата проведення"),
        ("Інфoрмaційнa кампанія", "Інформаційна кампанія"),
        ("опитування СОPС", "опитування СОРС"),
        ("запобігання COVІD-19", "запобігання COVID-19"),
        ("послуга eСуд", "послуга еСуд"),
        ("учні i студенти", "учні і студенти"),
        ("суд, a також прокуратура", "суд, а також прокуратура"),
        ("захід o 14:00", "захід о 14:00"),
        ("Україïна", "Україїна"),
    ],
)
def test_a_letter_of_the_other_alphabet_is_found_and_mended(text: str, expected: str) -> None:
    findings = found(goal=text)
    assert {(finding.code, finding.severity) for finding in findings} == {("mixed_letters", Severity.WARN)}
    assert mended(text, "mixed_letters") == expected
    assert codes(goal=expected) == []


def test_who_types_a_latin_letter_everywhere_is_told_once() -> None:
    text = "Iнформацiя про змiни i терміни: Дaта, строки"
    (finding,) = found(goal=text)
    assert "у 4 словах: «Iнформацiя», «змiни», «i»." in finding.message
    assert mended(text, "mixed_letters") == "Інформація про зміни і терміни: Дата, строки"
    assert len(found(goal="ЇжаS словоW ЯЙЦZ ФЮЩQ")) == 3


def test_the_letters_are_named() -> None:
    (finding,) = found(goal="Інфoрмaція")
    assert "«o», «a»" in finding.message
    assert (finding.start, finding.end) == (0, 10)


@pytest.mark.parametrize("text", ["Faceбook", "каналFacebook", "YouTubeканал"])
def test_what_cannot_be_mended_for_certain_is_only_shown(text: str) -> None:
    (finding,) = found(goal=text)
    assert (finding.code, finding.severity, finding.repair) == ("mixed_letters", Severity.HINT, None)


@pytest.mark.parametrize(
    "text",
    [
        "«Фейсбук» (Facebook)",
        "сторінка в Facebook'у та Instagram-канал",
        "за ІІI квартал, ІV квартал, ХXI століття",
        "Wi-Fi, PR-служба, онлайн-Zoom, QR-код",
        "вітамін C і група A",
        "єВідновлення, Дія.QR, HTML5",
        "https://суд.укр/novyny та inbox@ing.dp.court.gov.ua",
        "Кривий Ріг – life",
    ],
)
def test_two_alphabets_side_by_side_are_no_slip(text: str) -> None:
    assert codes(goal=text) == []


@pytest.mark.parametrize("sign", [SHY, ZERO_WIDTH, BOM, LEFT_TO_RIGHT, "\u2060", "\x7f", "\x9d"])
def test_unseen_signs_are_found_and_taken_away(sign: str) -> None:
    text = f"Право{sign}ве вихован{sign}ня{sign}{sign} молоді"
    (finding,) = found(goal=text)
    assert (finding.code, finding.severity, finding.start) == ("invisible_signs", Severity.HINT, 5)
    assert mended(text, "invisible_signs") == "Правове виховання молоді"


@pytest.mark.parametrize(
    "text", [f"2021{NBSP}року", f"№{NBSP}15", "10\u202f000", "сім'я 👨\u200d👩\u200d👧", "1\u20092"]
)
def test_blanks_that_hold_words_together_are_no_slip(text: str) -> None:
    assert codes(goal=text) == []


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Розміщення  на стендах", "blanks_double", "Розміщення на стендах"),
        (f"а також {NBSP} видачі", "blanks_double", "а також видачі"),
        (f"2021{NBSP}{NBSP}року", "blanks_double", f"2021{NBSP}року"),
        ("а  б   в\nг  д", "blanks_double", "а б в\nг д"),
        ("суд , сторони", "blanks_stray", "суд, сторони"),
        ("суд  , сторони", "blanks_stray", "суд, сторони"),
        ("захід .", "blanks_stray", "захід."),
        ("( буклети ) та « Єдине вікно »", "blanks_stray", "(буклети) та «Єдине вікно»"),
        ("Хто ми ?", "blanks_stray", "Хто ми?"),
        ("ефективності;оцінювання", "blank_missing", "ефективності; оцінювання"),
        ("суд,сторони,свідки", "blank_missing", "суд, сторони, свідки"),
        ("стенди (буклети),сайт", "blank_missing", "стенди (буклети), сайт"),
        ("проєкт,«Єдине вікно»", "blank_missing", "проєкт, «Єдине вікно»"),
        ("у 2021,також", "blank_missing", "у 2021, також"),
        ("а саме:прийом заяв", "blank_missing", "а саме: прийом заяв"),
        ("постійно оновлюється.Інформація", "blank_missing", "постійно оновлюється. Інформація"),
        ("робота суду.Це важливо", "blank_missing", "робота суду. Це важливо"),
        ("Увага!Карантин", "blank_missing", "Увага! Карантин"),
        ("«Єдине вікно»та інше", "blank_missing", "«Єдине вікно» та інше"),
        ("1) подання;2) видача", "blank_missing", "1) подання; 2) видача"),
    ],
)
def test_blanks(text: str, code: str, expected: str) -> None:
    (finding,) = found(goal=text)
    assert (finding.code, finding.severity) == (code, Severity.HINT)
    assert mended(text, code) == expected
    assert codes(goal=expected) == []


def test_several_places_of_a_cell_are_one_finding() -> None:
    (finding,) = found(goal="а  б  в  г")
    assert (finding.start, finding.end) == (1, 3)
    assert "таких місць у клітинці: 3" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "м.Кривий Ріг, вул.Шевченка,12, просп.Миру",
        "ст.5,6 Закону, п.1.2, ч.3",
        "1,5 тис., 13.08.2021,14.08.2021, о 10:30",
        "І.П.Петренко, О.Коваль",
        "т.д.,т.п. та ін.",
        "ім.Лесі Українки, ДСА.Нова форма",
        "файл plan,2021.pdf та zvit.docx,другий",
        "https://a.ua/x,y;z?q=1:2 , та інше",
        "https://a.ua/1  https://b.ua/2",
        "inbox@court.gov.ua,адреса",
        "рахунок 2 : 1, мережа 10:30",
        "Слово ... і файли .docx",
        "посмішка :)",
        "рядок із пробілами в кінці   \n   і з відступом",
        "1.\tПерше\n2.\tДруге",
        "e.g.,x;y",
    ],
)
def test_blanks_that_are_right_or_harm_nobody(text: str) -> None:
    assert codes(goal=text) == []


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("стенди (буклети, сайт", "bracket_open", 7),
        ("стенди буклети), сайт", "bracket_open", 14),
        ("[а (б] в", "bracket_open", 3),
        ("1) перше (друге; 3", "bracket_open", 9),
        ("проєкт «Єдине вікно та інше", "quote_open", 7),
        ("проєкт Єдине вікно» та інше", "quote_open", 18),
        ('опитування "Оцінка роботи та інше', "quote_open", 11),
        ("проєкт „Суд та інше", "quote_open", 7),
        ("«А «Б» і «В»", "quote_open", 0),
    ],
)
def test_signs_without_a_partner(text: str, code: str, place: int) -> None:
    (finding,) = found(goal=text)
    assert (finding.code, finding.severity, finding.start) == (code, Severity.WARN, place)
    assert finding.repair is None


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("на постійній основі\n(з 25.06.2018", "bracket_open", "на постійній основі\n(з 25.06.2018)"),
        ("«Весь Кривий Ріг\nдруге видання", "quote_open", "«Весь Кривий Ріг»\nдруге видання"),
        ('проєкт «Єдине вікно"', "quote_open", "проєкт «Єдине вікно»"),
        ('проєкт "Єдине вікно»', "quote_open", "проєкт «Єдине вікно»"),
        ("проєкт «Єдине вікно”", "quote_open", "проєкт «Єдине вікно»"),
        ('об"єкт та зв"язок', "quote_open", "об’єкт та зв’язок"),
    ],
)
def test_signs_whose_partner_is_certain(text: str, code: str, expected: str) -> None:
    assert codes(goal=text)
    assert mended(text, code) == expected
    assert codes(goal=expected) == []


@pytest.mark.parametrize(
    "text",
    [
        '«Фейсбук» (Facebook), „Суд“, “Court”, ”x”, "y"',
        "1) перше; 2) друге\n3) третє",
        "а) перше, б) друге, 2.1) третє",
        "(зокрема: 1) подання; 2) видача)",
        "(п. 1) і (п. 2)",
        "(1) перше, 2) друге",
        "Ініціатива «Модельні суди «Право-Justice»",
        "«ДП «Центр»»",
        "«Весь Кривий Ріг»\nhttps://x.ua/a_(b\n«Перший»",
        "посмішка :)",
        "[див. (б)]",
        'анонімне опитування "Оцінка роботи суду 2021"',
        "об'єкт, об’єкт, звꞌязок",
    ],
)
def test_signs_in_pairs(text: str) -> None:
    assert codes(goal=text) == []


def test_words_of_a_hyperlink_are_not_touched() -> None:
    shown = "Суд  , сайт"
    anchors = [Anchor(Column.GOAL, shown, "https://x.ua/a")]
    row = event(goal=f"Дивіться {shown}", anchors=anchors)
    assert review_row(row, None) == ()
    assert codes(goal=f"Дивіться {shown}") == ["blanks_stray"]

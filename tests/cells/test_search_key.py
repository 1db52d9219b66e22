"""Finding and sorting Ukrainian text."""

import json
import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.cells.search_key import search_key, sort_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("СУД", "суд"),
        ("зв’язку", "зв'язку"),
        ("звꞌязку", "звʼязку"),
        ("зв`язку", 'зв"язку'),
        ("об´єкт", "обєкт"),
        ("прес-секретар", "прессекретар"),
        ("Прес-служба", "пресслужба"),
        ("прес-центр", "пресцентр"),
        ("веб-сайт", "вебсайт"),
        ("веб\u2011сайті", "Вебсайті"),
        ("онлайн-зустріч", "онлайнзустріч"),
        ("ґрунт", "грунт"),
        ("за\u0301мок", "замок"),
        ("Інгулецький\u00a0\u00a0суд", "інгулецький суд"),
        ("на\u00adвчан\u200bня", "навчання"),
        ("Дaтa", "дата"),
        ("COPC", "СОРС"),
        ("ІІІ", "III"),
        ("Київ", "Ки\u0457в"),
        ("Ки\u0456\u0308в", "Київ"),
        ("«Весь Кривий Ріг»", "Весь, Кривий – Ріг"),
        ("проект", "Проєкт"),
        ("ПРОЕКТИ й проекція", "проєкти й проєкція"),
        ("траекторія", "траєкторія"),
        ("священик", "священник"),
        ("віце-спікер", "віцеспікер"),
        ("флеш-моб", "флешмоб"),
        ("фойє", "фоє"),
        ("екc-суддя", "ексcуддя"),
    ],
)
def test_ways_of_typing_make_no_difference(one: str, other: str) -> None:
    assert search_key(one) == search_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[("суд", "суддя"), ("рік", "рак"), ("преса", "прес"), ("2021", "2012")],
        *[("соцмережі", "соціальні мережі"), ("моє", "мое"), ("священа", "священик")],
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


@pytest.fixture
def index() -> Iterator[sqlite3.Connection]:
    """A full-text index as the register has it."""
    connection = sqlite3.connect(":memory:")
    options = "tokenize='unicode61 remove_diacritics 0', prefix='1 2 3', detail=none"
    connection.execute(f"CREATE VIRTUAL TABLE found USING fts5(text, {options})")
    yield connection
    connection.close()


def search(index: sqlite3.Connection, text: str, typed: str) -> bool:
    index.execute("DELETE FROM found")
    index.execute("INSERT INTO found VALUES (?)", (search_key(text),))
    asked = " ".join(f'"{word}"*' for word in search_key(typed).split())
    return bool(index.execute("SELECT 1 FROM found WHERE found MATCH ?", (asked,)).fetchall())


ROW = (
    "Розміщення на веб-сайті та Facebook: прес-секретар, зв’язку з СОРС, ДСТУ 4163:2020, "
    "Івано-Франківськ 13.08.2021, проєкт, екскурсія, священник"
)
BEGINNINGS = (
    "р розм сайт вебса веб-сайт прессек прес-с секретар звя зв'яз face FACEBOOK co copc сорс 4163 4163:2020 "
    "дсту івано-фр франк 13.08 2021 прое проек проєкт проє екс екск екскурс вебс свящ священ священн священни"
)


@pytest.mark.parametrize("typed", [*BEGINNINGS.split(), "розміщення на", "facebook сайт"])
def test_a_word_is_found_by_its_beginning(index: sqlite3.Connection, typed: str) -> None:
    assert search(index, ROW, typed)


@pytest.mark.parametrize("typed", ["газета", "2022", "судді", "ійт", "facebooks"])
def test_what_is_not_there_is_not_found(index: sqlite3.Connection, typed: str) -> None:
    assert not search(index, ROW, typed)


@settings(max_examples=150)
@given(st.text(st.characters(codec="cp1251"), min_size=1, max_size=30), st.integers(1, 30))
def test_every_text_is_found_by_every_beginning_of_its_words(text: str, length: int) -> None:
    key = search_key(text)
    assert all(word.isalnum() for word in key.split())
    for word in key.split():
        assert any(each.startswith(search_key(word[:length]).split()[0]) for each in key.split())


@given(st.text(max_size=40))
def test_keys_never_fail_and_have_single_blanks(text: str) -> None:
    key = search_key(text)
    assert key == " ".join(key.split())
    assert isinstance(sort_key(text), str)
    assert "\0" not in sort_key(text)


def ordered(words: list[str]) -> list[str]:
    return sorted(words, key=sort_key)


def test_the_alphabet_is_ukrainian() -> None:
    alphabet = list("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")
    assert ordered(alphabet[::-1]) == alphabet
    assert ordered(["Яна", "Їжак", "Йод", "Інна", "Ївга", "Ґанок", "Гай", "Єва", "Ева", "Жук"]) == [
        "Гай",
        "Ґанок",
        "Ева",
        "Єва",
        "Жук",
        "Інна",
        "Ївга",
        "Їжак",
        "Йод",
        "Яна",
    ]


def test_numbers_come_first_and_by_value() -> None:
    assert ordered(["Суд", "10 клас", "9 клас", "Zoom", "100", "010", "аґу"])[:4] in (
        ["9 клас", "010", "10 клас", "100"],
        ["9 клас", "10 клас", "010", "100"],
    )
    assert ordered(["row 2", "row 10", "Суд", "1"]) == ["1", "Суд", "row 2", "row 10"]


def test_case_quotes_and_apostrophes_do_not_count() -> None:
    assert sort_key("«Весь Кривий Ріг»") == sort_key("весь кривий ріг")
    assert sort_key("з’їзд") == sort_key("зїзд")
    assert ordered(["зв’язок", "звіт", "звук"]) == ["звіт", "звук", "зв’язок"]
    assert sort_key("Iнша") == sort_key("Інша")


def test_words_are_compared_one_by_one() -> None:
    assert ordered(["судовий", "суд міста", "суд"]) == ["суд", "суд міста", "судовий"]


def test_the_database_orders_alike() -> None:
    words = [
        "Їжак",
        "Ґанок",
        "Гай",
        "Zoom",
        "10",
        "9",
        "суд міста",
        "судовий",
        "Єва",
        "Інна",
        "Яна",
        "Ўрок",
        "東",
    ]
    connection = sqlite3.connect(":memory:")
    rows = connection.execute(
        "SELECT value FROM (SELECT value ->> 0 AS value, value ->> 1 AS key FROM json_each(?)) ORDER BY key",
        (json.dumps([[word, sort_key(word)] for word in words]),),
    ).fetchall()
    connection.close()
    assert [row[0] for row in rows] == ordered(words)

"""How titles are cut and compared with the tables of phrases."""

import re

import pytest

from courtcomms.linkcheck.phrases import Said, parts, plain, said, said_whole, table
from courtcomms.linkcheck.same_words import only_in


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("  Сторінку   НЕ знайдено! ", "сторінку не знайдено"),
        ("«Сторінку не знайдено»…", "сторінку не знайдено"),
        ("Об’єкт", "об'єкт"),
        ("Обʼєкт", "об'єкт"),
        ("Не\u00adзнайдено", "незнайдено"),
        ("Not Found (404)", "not found 404"),
        ("[404]", "404"),
        ("— 404 —", "404"),
        ("***", ""),
        ("", ""),
    ],
)
def test_words_are_compared_bare(text: str, bare: str) -> None:
    assert plain(text) == bare


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Новини | Суд", {"новини | суд", "новини", "суд"}),
        ("Новини - Суд", {"новини - суд", "новини", "суд"}),
        ("Новини — Суд — Україна", {"новини — суд — україна", "новини", "суд", "україна"}),
        ("Новини :: Суд", {"новини :: суд", "новини", "суд"}),
        ("Новини » Суд", {"новини » суд", "новини", "суд"}),
        ("Ой! Немає.", {"ой! немає", "ой", "немає"}),
        ("Error 404: Not found", {"error 404: not found", "error 404", "not found"}),
        ("Фейсбук: сторінка", {"фейсбук: сторінка"}),
        ("по-новому", {"по-новому"}),
        ("газета «Слово» дня", {"газета «слово» дня"}),
        ("gazeta.ua", {"gazeta.ua"}),
        ("", set()),
    ],
)
def test_a_title_is_cut_where_sites_cut_it(title: str, cut: set[str]) -> None:
    assert set(parts(title)) == cut


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Сторінку не знайдено", Said.CERTAIN),
        ("Сторінку не знайдено | Суд", Said.CERTAIN),
        ("404", Said.LIKELY),
        ("404 | Суд", Said.LIKELY),
        ("Новину не знайдено", Said.LIKELY),
        ("Домен продається", Said.NO_SITE),
        ("Технічні роботи", Said.MAINTENANCE),
        ("Сторінку фейкового суду видалено", Said.DOUBTFUL),
        ("Справа № 404/2021", Said.DOUBTFUL),
        ("День відкритих дверей", None),
        ("Технічні роботи завершено", None),
        ("", None),
    ],
)
def test_what_a_title_says(text: str, kind: Said | None) -> None:
    assert said(text) is kind


def test_of_a_heading_only_whole_sentences_count() -> None:
    assert said_whole("Ой! Сторінку не знайдено.") is Said.CERTAIN
    assert said("Сторінка недоступна – у Facebook збій") is Said.CERTAIN
    assert said_whole("Сторінка недоступна – у Facebook збій") is None


def test_a_very_long_title_is_compared_in_bounded_time() -> None:
    assert said("сторінк " * 50_000) is None
    assert said("Сторінку не знайдено | " + "x" * 100_000) is Said.CERTAIN


def test_phrases_stand_in_the_letters_in_which_they_are_compared() -> None:
    for name, kind in table("not_found").items():
        for phrase in kind["phrases"]:
            ends = re.sub(r"^\*|\*$", "", phrase).strip()
            assert plain(ends.replace("*", "а")) == ends.replace("*", "а"), (name, phrase)


def test_no_phrase_stands_twice() -> None:
    phrases = [phrase for kind in table("not_found").values() for phrase in kind["phrases"]]
    assert sorted(phrases) == sorted(set(phrases))


def test_marks_of_walls_stand_in_small_letters() -> None:
    walls = table("walls")
    listed = [text for kind in walls.values() for many in kind.values() for text in many]
    assert all(text == text.lower() for text in listed)


@pytest.mark.parametrize(
    ("text", "other", "more"),
    [
        ("Суд і люди", "люди і суд", 0),
        ("Суд 12.09 о 10:15", "Суд 13.10 о 11:45", 0),
        ("Суд переніс засідання", "Суд", 2),
        ("суд суд суд", "", 1),
        ("", "Суд", 0),
    ],
)
def test_how_much_one_text_says_beyond_another(text: str, other: str, more: int) -> None:
    assert only_in(text, other) == more

"""Names of months: every case form in Ukrainian, the forms of other languages, abbreviations."""

from __future__ import annotations

from typing import NamedTuple

_SOFT_STEMS = {
    1: "січ", 3: "берез", 4: "квіт", 5: "трав", 6: "черв",
    7: "лип", 8: "серп", 9: "верес", 10: "жовт", 12: "груд",
}  # fmt: skip
_SOFT_ENDINGS = ("ень", "ня", "ню", "нем", "ні", "неві", "нях", "нів", "нями")
_HARD_FORMS = {
    2: "лютий лютого лютому лютим лютім",
    11: "листопад листопада листопаду листопадом листопаді листопадові",
}
_OTHER_LANGUAGES = {
    1: "январь января январе январем january",
    2: "февраль февраля феврале февралем february",
    3: "март марта марте мартом march",
    4: "апрель апреля апреле апрелем april",
    5: "май мая мае маем may",
    6: "июнь июня июне июнем june",
    7: "июль июля июле июлем july",
    8: "август августа августе августом august",
    9: "сентябрь сентября сентябре сентябрем september",
    10: "октябрь октября октябре октябрем october",
    11: "ноябрь ноября ноябре ноябрем november",
    12: "декабрь декабря декабре декабрем december",
}
_ABBREVIATIONS = {
    1: "січ", 2: "лют", 3: "бер берез", 4: "кві квіт", 5: "тра трав", 6: "чер черв", 7: "лип",
    8: "сер серп", 9: "вер верес", 10: "жов жовт", 11: "лис лист листоп", 12: "гру груд",
}  # fmt: skip
_FOREIGN_ABBREVIATIONS = {
    1: "jan янв", 2: "feb фев февр", 3: "mar мар", 4: "apr апр", 6: "jun июн", 7: "jul июл", 8: "aug авг",
    9: "sep sept сен сент", 10: "oct окт", 11: "nov нояб", 12: "dec дек",
}  # fmt: skip


class MonthName(NamedTuple):
    """A month 1–12; ``foreign``: another language's word; ``short``: cut off, believed beside a number."""

    month: int
    foreign: bool
    short: bool


def _named(forms: dict[int, str], *, foreign: bool, short: bool) -> dict[str, MonthName]:
    return {
        word: MonthName(month, foreign, short) for month, words in forms.items() for word in words.split()
    }


#: The full Ukrainian forms, by which typing errors are recognised.
UKRAINIAN_MONTHS = {
    stem + ending: MonthName(month, foreign=False, short=False)
    for month, stem in _SOFT_STEMS.items()
    for ending in _SOFT_ENDINGS
} | _named(_HARD_FORMS, foreign=False, short=False)

MONTH_NAMES = (
    _named(_FOREIGN_ABBREVIATIONS, foreign=True, short=True)
    | _named(_ABBREVIATIONS, foreign=False, short=True)
    | _named(_OTHER_LANGUAGES, foreign=True, short=False)
    | UKRAINIAN_MONTHS
)

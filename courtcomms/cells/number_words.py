"""Ukrainian number words: «двадцять п'ять», «сімох», «десятеро», «сотня»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: Forms of each value; written without apostrophes, as many people type them.
_FORMS = {
    0: "нуль нуля",
    1: "один одна одне одну одного одної однієї одному одній одним",
    2: "два дві двох двом двома двоє двійко",
    3: "три трьох трьом трьома троє трійко",
    4: "чотири чотирьох чотирьом чотирма четверо",
    5: "пять пяти пятьох пятьом пятеро",
    6: "шість шести шістьох шістьом шестеро",
    7: "сім семи сімох сімом семеро",
    8: "вісім восьми вісьмох вісьмом восьмеро",
    9: "девять девяти девятьох девятьом девятеро",
    10: "десять десяти десятьох десятьом десятеро",
    40: "сорок сорока",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двісті двохсот",
    300: "триста трьохсот",
    400: "чотириста чотирьохсот",
    500: "пятсот пятисот",
    600: "шістсот шестисот",
    700: "сімсот семисот",
    800: "вісімсот восьмисот",
    900: "девятсот девятисот",
}
_TEENS = "оди два три чотир пят шіст сім вісім девят"
_TENS = {20: "двадцят", 30: "тридцят"}
_HIGH_TENS = {50: "пятдесят пятьдесят", 60: "шістдесят шістьдесят шісдесят", 70: "сімдесят", 80: "вісімдесят"}
_SCALES = {
    1000: "тисяча тисячі тисяч тисячу тисячею тис",
    1_000_000: "мільйон мільйона мільйони мільйонів млн",
}

#: Round words that nobody counts by; what is said with them is an estimate.
_LOOSE = {
    10: "десяток десятка десятки десятків",
    12: "дюжина дюжини дюжину",
    50: "півсотні",
    100: "сотня сотні сотню сотень",
}


def _values() -> dict[str, int]:
    values = {form: value for value, forms in _FORMS.items() for form in forms.split()}
    for unit, stem in enumerate(_TEENS.split(), 11):
        values |= {f"{stem}надцят{ending}": unit for ending in ("ь", "и", "ьох", "ьом", "еро")}
    for value, stem in _TENS.items():
        values |= {f"{stem}{ending}": value for ending in ("ь", "и", "ьох", "ьом", "еро")}
    for value, stems in _HIGH_TENS.items():
        values |= {f"{stem}{ending}": value for stem in stems.split() for ending in ("", "и", "ьох", "ьом")}
    return values


_VALUES = _values()
_SCALE_VALUES = {form: value for value, forms in _SCALES.items() for form in forms.split()}
_LOOSE_VALUES = {form: value for value, forms in _LOOSE.items() for form in forms.split()}


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number said in words; ``words`` is how many they are, ``loose`` whether it is a round guess."""

    value: int
    words: int
    loose: bool = False


def is_number_word(word: str) -> bool:
    """Whether a lower-case word is one of a number's words."""
    bare = word.replace("'", "")
    return bare in _VALUES or bare in _SCALE_VALUES or bare in _LOOSE_VALUES


def scale(word: str) -> int | None:
    """The value of «тис», «тисяч», «млн», ``None`` for another word."""
    return _SCALE_VALUES.get(word)


def read_number_words(words: Sequence[str]) -> WordNumber | None:
    """The number that a list of lower-case words begins with.

    Words must stand in the order of a number («сто двадцять п'ять»); what cannot follow ends it.
    Round thousands are loose too. ``None`` where the first word is none of a number's.
    """
    total = group = used = 0
    room = 1000
    loose, unclaimed_scale = False, 10_000_000
    for word in (each.replace("'", "") for each in words):
        if (value := _VALUES.get(word)) is not None and value < room:
            group, room = group + value, _room_after(value)
        elif (scaled := _SCALE_VALUES.get(word) or 0) and scaled < unclaimed_scale:
            total, group, room, unclaimed_scale = total + max(group, 1) * scaled, 0, 1000, scaled
        elif (round_value := _LOOSE_VALUES.get(word)) and group < 10 and not loose:
            group, room, loose = max(group, 1) * round_value, 0, True
        else:
            break
        used += 1
    round_thousands = total > 0 and group == 0
    return WordNumber(total + group, used, loose or round_thousands) if used else None


def _room_after(value: int) -> int:
    """Below what the next word must be: hundreds leave room for tens, tens for units, units for nothing."""
    if value >= 100:
        return 100
    return 10 if value >= 20 else 0

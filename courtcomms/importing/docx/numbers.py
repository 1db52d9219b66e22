"""A number in the formats of Word's lists (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

import re

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
#: The 29 letters that Word counts by: without ё, й, ъ, ь.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 20
#: Formats of one's own, written as their first members: «001, 002, 003, ...», «а, б, в, ...».
_MEMBERS = re.compile(r"([^,.\s]+)\s*,\s*[^,.\s]+\s*,")
_UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_WITH_SIGNS = {"numberInDash": "- {} -", "decimalEnclosedParen": "({})", "decimalEnclosedFullstop": "{}."}
_PLAIN = frozenset({"decimal", "decimalHalfWidth"})


def is_known(style: str) -> bool:
    """Whether a format is shown here as Word shows it; others are shown in plain digits."""
    return number_text(1, style) != "1" or style in _PLAIN


def number_text(number: int, style: str) -> str:
    """A number in a Word number format; unknown formats are decimal."""
    if style in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return _cased(_roman(number), style)
    if style in ("upperLetter", "lowerLetter") and number > 0:
        return _cased(_letters(number, _LATIN), style)
    if style in ("russianUpper", "russianLower") and number > 0:
        return _cased(_letters(number, _RUSSIAN), style)
    if style in _WITH_SIGNS:
        return _WITH_SIGNS[style].format(number)
    if style == "decimalZero":
        return f"{number:02d}"
    return _own(number, style) if "," in style else str(number)


def _cased(text: str, style: str) -> str:
    return text.upper() if style.startswith("upper") or style.endswith("Upper") else text.lower()


def _letters(number: int, alphabet: str) -> str:
    """After the last letter they are doubled: я, аа, бб."""
    repeat, at = divmod(number - 1, len(alphabet))
    return (alphabet[at] * (repeat + 1))[:_LONGEST]


def _own(number: int, members: str) -> str:
    first = _MEMBERS.match(members)
    if first is None:
        return str(number)
    if first[1].isdigit():
        return str(number).zfill(min(len(first[1]), _LONGEST))
    if first[1].lower() == "а" and number > 0:
        text = _letters(number, _UKRAINIAN)
        return text.upper() if first[1].isupper() else text
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text

"""Latin letters typed where Cyrillic ones were meant, and the other way round."""

from __future__ import annotations

import re

_LATIN = "ABCEHIKMOPTXYaceiopxyïÏ"
_CYRILLIC = "АВСЕНІКМОРТХУасеіорхуїЇ"

_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
#: Cyrillic letters of other languages that nobody types by mistake, but deceivers do; they look Latin too.
_RARE_CYRILLIC, _RARE_LATIN = "ЅѕЈјԀԁҺһӀӏԚԛԜԝүҮѴѵԌ", "SsJjDdHhIlQqWwyYVvG"
_TO_LATIN = str.maketrans(_CYRILLIC + _RARE_CYRILLIC, _LATIN + _RARE_LATIN)

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_LETTER = re.compile("[A-Za-zÏï]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_NOT_ALIKE = re.compile(f"[A-Za-z](?<![{_LATIN}])")


def to_latin(text: str) -> str:
    """Every Cyrillic letter that looks Latin, made Latin («httрs» with a Cyrillic «р»)."""
    return text.translate(_TO_LATIN)


def to_cyrillic(text: str) -> str:
    """Every Latin letter that looks Cyrillic, made Cyrillic, whatever stands beside it."""
    return text.translate(_TO_CYRILLIC)


def mend_words(text: str) -> str:
    """Cyrillic words with single Latin look-alikes inside made wholly Cyrillic.

    A word is mended only if it has letters of both alphabets and every Latin one has a Cyrillic twin:
    «Дaта» with a Latin «a» is, «Facebook» and «Wi-Fi» are not.
    """
    return _WORD.sub(_mend, text)


def _mend(match: re.Match[str]) -> str:
    word = match[0]
    mixed = _LATIN_LETTER.search(word) and _CYRILLIC_LETTER.search(word)
    return to_cyrillic(word) if mixed and not _NOT_ALIKE.search(word) else word

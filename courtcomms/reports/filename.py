"""Names of files as a court's site takes them: digits, Latin letters and the underscore."""

from __future__ import annotations

import re

from courtcomms.period import Period, PeriodKind

#: Cabinet of Ministers resolution 55 of 27.01.2010, table for letters anywhere in a word.
_LATIN = (
    *("a", "b", "v", "h", "g", "d", "e", "ie", "zh", "z", "y", "i", "i", "i", "k", "l", "m", "n", "o", "p"),
    *("r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "iu", "ia"),
)
_LETTERS = dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", _LATIN, strict=True))
#: The same resolution: what these letters are at the beginning of a word.
_FIRST_LETTERS = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
#: «зг» is written apart from «ж».
_ZH_APART = "zgh"

_APOSTROPHES = "'’‘ʼꞌ`´′"
_WORD = re.compile(rf"[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*")
_NOT_IN_NAME = re.compile(r"[^0-9A-Za-z]+")


def transliterate(text: str) -> str:
    """Ukrainian in Latin letters by the official table; what is not Ukrainian stays as it is.

    The soft sign and the apostrophe inside a word are left out. A letter that becomes several keeps the
    case of its word: «Щастя» is ``Shchastia``, «ЩАСТЯ» is ``SHCHASTIA``.
    """
    return _WORD.sub(lambda word: _word(word.group()), text)


def file_stem(text: str) -> str:
    """A text as the name of a file without its suffix, in lower case; may be empty."""
    return _NOT_IN_NAME.sub("_", transliterate(text)).strip("_").lower()


def offered_name(period: Period, suffix: str) -> str:
    """The name offered for a report: ``zvit_komunikatsii_2021_q3.docx``; ``suffix`` may have its dot."""
    marks = {PeriodKind.QUARTER: f" q{period.number}", PeriodKind.HALF_YEAR: f" h{period.number}"}
    stem = file_stem(f"звіт комунікації {period.year}{marks.get(period.kind, '')}")
    return f"{stem}.{suffix.removeprefix('.')}"


def _word(word: str) -> str:
    letters = [letter for letter in word if letter not in _APOSTROPHES]
    capitals = len(letters) > 1 and all(letter.isupper() for letter in letters)
    parts: list[str] = []
    for place, letter in enumerate(word):
        latin = _letter(word, place)
        if not letter.isupper():
            parts.append(latin)
        else:
            parts.append(latin.upper() if capitals else latin.capitalize())
    return "".join(parts)


def _letter(word: str, place: int) -> str:
    letter = word[place].lower()
    if letter in _APOSTROPHES:
        return ""
    if letter == "г" and place and word[place - 1].lower() == "з":
        return _ZH_APART[1:]
    if place == 0 and letter in _FIRST_LETTERS:
        return _FIRST_LETTERS[letter]
    return _LETTERS.get(letter, letter)

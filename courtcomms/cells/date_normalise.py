"""A cell's text brought to the few signs that the reader of dates knows.

Only a copy for reading is made; the cell itself is never touched. Every step is linear in the text.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")

#: Composed by hand: the library's normalisation is quadratic on long runs of marks.
_COMPOSED = (("и\u0306", "й"), ("і\u0308", "ї"), ("е\u0308", "е"), ("ё", "е"))

#: Stress marks, soft hyphens, joiners, direction marks: seen by nobody.
_INVISIBLE = re.compile(
    "[\u0300-\u036f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+"
)
_APOSTROPHES = "'`´‘’‛ʼʹʻꞌ′＇\""
_INSIDE_WORD = re.compile(rf"(?<=[^\W\d_])[{_APOSTROPHES}]+(?=[^\W\d_])")

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−⁃⁻﹘﹣－…÷", "-"),
        **dict.fromkeys("«»“”„‟‹›″`´‘’‛ʼʹʻꞌ′＇'\"", " "),
        **dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹º", "°"),
        **dict.fromkeys("·．。", "."),
        "，": ",",
        "／": "/",
        "：": ":",
        "#": "№",
    }
)
_DOTS = re.compile(r"\.{3,}")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_ROMAN_SIGN = re.compile("[\u2160-\u217f]")
_BAR_FOR_ONE = re.compile(r"\|(?=[0-9])|(?<=[0-9])\||\|(?=\|{0,2}\s{0,3}(?:кв|півр))")


def normalise(text: str) -> str:
    """The text in small letters with one kind of dash, line end and digit, without quotes and apostrophes.

    An apostrophe inside a word vanishes («п'ятниця» and «пʼятниця» become «пятниця»); quotes become blanks.
    """
    text = _LINE_ENDS.sub("\n", text.lower())
    for written, composed in _COMPOSED:
        text = text.replace(written, composed)
    text = _INVISIBLE.sub("", text)
    text = _INSIDE_WORD.sub("", text).translate(_SIGNS)
    text = _DOTS.sub("-", text)
    text = _FOREIGN_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)
    text = _ROMAN_SIGN.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _BAR_FOR_ONE.sub("l", text)


def says_nothing(normalised: str) -> bool:
    """Whether a normalised text holds nothing but blanks and dashes."""
    return not normalised.replace("-", "").replace("_", "").strip()

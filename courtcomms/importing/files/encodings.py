"""The bytes of a text file as text: by its mark, as UTF-8, else by which encoding makes Ukrainian of it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cache
from math import log

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: The usual one first: it wins where others do as well.
_ONE_BYTE = {
    "cp1251": "windows-1251",
    "koi8-u": "KOI8-U",
    "cp866": "DOS (cp866)",
    "cp1125": "DOS (cp1125)",
    "mac-cyrillic": "Macintosh Cyrillic",
}
#: Letters of Ukrainian texts in per mille in steps; the order matters, not the digit.
_LETTERS = {
    letter: share
    for share, letters in (
        (90, "оа"),
        (60, "ниві"),
        (50, "етр"),
        (38, "склд"),
        (29, "мпу"),
        (20, "язб"),
        (15, "гьч"),
        (11, "хцюй"),
        (7, "жшєїщ"),
        (3, "ф"),
        (1, "ґ"),
    )
    for letter in letters
}
#: Letters that Ukrainian texts have in names and quotations alone, and its typographic signs.
_RARE = "ыэёъ"
_SIGNS = "«»„“”’–—№…§°•\u00a0"
_CAPITAL, _SIGN, _STRANGE = log(0.03), log(0.004), log(0.00001)
#: How much likelier the best reading must be than another one, a letter and in all, to be believed at once.
_CERTAIN = 0.35
_CERTAIN_IN_ALL = 12.0
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how sure its encoding is. ``encoding`` is its name for the user, empty for Unicode.

    ``lost`` counts bytes that mean no letter; the sign U+FFFD stands for them.
    """

    text: str
    encoding: str = ""
    certain: bool = True
    lost: int = 0


def by_mark(raw: bytes) -> str | None:
    """Text whose first bytes tell its encoding; ``None`` without such a mark."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    return None


def decode(raw: bytes) -> Decoded:
    """The text of a file's bytes."""
    marked = by_mark(raw)
    if marked is not None:
        return Decoded(marked, lost=marked.count("\ufffd"))
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _guessed(raw)


def _guessed(raw: bytes) -> Decoded:
    sample = bytes(byte for byte in raw[: 4 * _SAMPLE] if byte > 127)[:_SAMPLE]
    scores = {name: _likelihood(sample, name) for name in _ONE_BYTE}
    best = max(scores, key=lambda name: scores[name])
    # A few letters prove nothing; then it is what Windows writes.
    if not _beats(scores[best] - scores["cp1251"], sample):
        best = "cp1251"
    shown = sample.decode(best, "replace")
    others = [name for name in _ONE_BYTE if sample.decode(name, "replace") != shown]
    certain = all(_beats(scores[best] - scores[name], sample) for name in others)
    text = raw.decode(best, "replace")
    return Decoded(text, _ONE_BYTE[best], certain, text.count("\ufffd"))


def _beats(difference: float, sample: bytes) -> bool:
    return difference >= _CERTAIN and difference * len(sample) >= _CERTAIN_IN_ALL


def _likelihood(sample: bytes, encoding: str) -> float:
    """Mean logarithm of how likely each letter is in Ukrainian."""
    table = _table(encoding)
    return sum(table[byte] for byte in sample) / len(sample)


@cache
def _table(encoding: str) -> tuple[float, ...]:
    return tuple(_weight(bytes([byte]).decode(encoding, "replace")) for byte in range(256))


def _weight(letter: str) -> float:
    small = letter.lower()
    share = _LETTERS.get(small, 0.2 if small in _RARE else 0)
    if share:
        return log(share / 1000) + (0 if letter == small else _CAPITAL)
    return _SIGN if letter in _SIGNS else _STRANGE

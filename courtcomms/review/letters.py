"""Letters of the wrong alphabet and signs that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from courtcomms.cells.look_alikes import to_cyrillic, to_latin
from courtcomms.cells.typography import INVISIBLE
from courtcomms.model import Column, Finding, Severity
from courtcomms.plural import plural
from courtcomms.review.edits import Edit, one_repair
from courtcomms.review.row import Row

_LATIN = "A-Za-zÏï"
_CYRILLIC = "\u0400-\u04ff"
_WORD = re.compile(r"[^\W\d_]+")
_SEAM = re.compile(f"[{_LATIN}](?=[{_CYRILLIC}])|[{_CYRILLIC}](?=[{_LATIN}])")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_CYRILLIC_LETTER = re.compile(f"[{_CYRILLIC}]")
#: «ІV» is written with letters of both alphabets by the form itself.
_ROMAN = re.compile("[IІVXХLCСDMМ]+")
_TWO_WORDS = re.compile(f"[{_CYRILLIC}]{{3,}}[{_LATIN}]{{3,}}|[{_LATIN}]{{3,}}[{_CYRILLIC}]{{3,}}")
#: A Latin «i», «a», «y», «o» that stands as a word among Ukrainian words.
_LONE = re.compile(
    f"(?:(?<=[{_CYRILLIC}])|(?<=[{_CYRILLIC}][,;»)]))[ \xa0\n]([aiyo])(?=[ \xa0][ \xa0]?[{_CYRILLIC}«])"
)
#: «10.09.2021 o 14:00»
_LONE_BEFORE_TIME = re.compile("(?<!\\S)([oO])(?=[ \xa0]\\d{1,2}[:.]\\d\\d)")

#: Words that only their author can judge, told of one cell at most.
_MOST_DOUBTS = 3

_CONTROLS = "\x7f-\x84\x86-\x9f"
#: A joiner that holds a picture of several signs together is no slip.
_UNSEEN = re.compile(f"(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[{INVISIBLE}{_CONTROLS}]+")


class _Slip(NamedTuple):
    """A word in letters of two alphabets; ``meant`` is ``""`` where it is not certain."""

    start: int
    word: str
    meant: str
    message: str


def two_alphabets(row: Row, column: Column) -> Iterator[Finding]:
    """Words with letters of both alphabets, and Latin letters in the place of Ukrainian words.

    All that are certain are one finding: who typed a Latin «i» once has typed it everywhere.
    """
    text = row.prose(column)
    if _LATIN_LETTER.search(text) is None:
        return
    slips = sorted([*_mixed_words(text), *_lone_letters(text)])
    certain = [slip for slip in slips if slip.meant]
    if certain:
        first = certain[0]
        edits = [Edit(slip.start, slip.start + len(slip.word), slip.meant) for slip in certain]
        one = f"Написати «{first.meant}» літерами однієї абетки"
        label = one if len(certain) == 1 else "Замінити літери чужої абетки"
        message = first.message if len(certain) == 1 else _told_together(certain)
        repair = one_repair(row.text(column), edits, label)
        yield row.find(Severity.WARN, "mixed_letters", column, message, _place(first), repair)
    for slip in [slip for slip in slips if not slip.meant][:_MOST_DOUBTS]:
        yield row.find(Severity.HINT, "mixed_letters", column, slip.message, _place(slip))


def _place(slip: _Slip) -> tuple[int, int]:
    return slip.start, slip.start + len(slip.word)


def _told_together(slips: list[_Slip]) -> str:
    words = ", ".join(f"«{word}»" for word in list(dict.fromkeys(slip.word for slip in slips))[:3])
    number = f"{len(slips)} {plural(len(slips), 'слові', 'словах', 'словах')}"
    return f"Літери двох абеток (латинські серед українських або навпаки) у {number}: {words}."


def _lone_letters(text: str) -> Iterator[_Slip]:
    for match in (*_LONE.finditer(text), *_LONE_BEFORE_TIME.finditer(text)):
        meant = to_cyrillic(match[1])
        yield _Slip(match.start(1), match[1], meant, f"Латинська «{match[1]}» замість української «{meant}».")


def _mixed_words(text: str) -> Iterator[_Slip]:
    if _SEAM.search(text) is None:
        return
    for match in _WORD.finditer(text):
        slip = _mixed(match.start(), match[0])
        if slip is not None:
            yield slip


def _mixed(start: int, word: str) -> _Slip | None:
    latin, cyrillic = _LATIN_LETTER.findall(word), _CYRILLIC_LETTER.findall(word)
    if not latin or not cyrillic or len(latin) + len(cyrillic) < len(word) or _ROMAN.fullmatch(word):
        return None
    in_cyrillic, in_latin = to_cyrillic(word), to_latin(word)
    if not _LATIN_LETTER.search(in_cyrillic) and (
        len(cyrillic) >= len(latin) or _CYRILLIC_LETTER.search(in_latin)
    ):
        message = f"У слові «{word}» латинські літери серед українських: {_listed(latin)}."
        return _Slip(start, word, in_cyrillic, message)
    if not _CYRILLIC_LETTER.search(in_latin):
        message = f"У слові «{word}» українські літери серед латинських: {_listed(cyrillic)}."
        return _Slip(start, word, in_latin, message)
    if _TWO_WORDS.fullmatch(word):
        return _Slip(start, word, "", f"«{word}»: між словами бракує пробілу або дефіса.")
    return _Slip(start, word, "", f"У слові «{word}» літери двох абеток: перевірте, як воно набране.")


def _listed(letters: list[str]) -> str:
    return ", ".join(f"«{letter}»" for letter in dict.fromkeys(letters))


def invisible_signs(row: Row, column: Column) -> Iterator[Finding]:
    """Soft hyphens, zero-width blanks and the like that copying leaves behind; no-break blanks are none."""
    places = [Edit(*match.span(), "") for match in _UNSEEN.finditer(row.prose(column))]
    if places:
        repair = one_repair(row.text(column), places, "Прибрати невидимі знаки")
        message = "Тут невидимий знак, що лишився від копіювання: він псує пошук і перенесення слів."
        place = (places[0].start, places[0].end)
        yield row.find(Severity.HINT, "invisible_signs", column, message, place, repair)

"""Letters of the wrong alphabet and signs that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from courtcomms.cells.look_alikes import to_cyrillic, to_latin
from courtcomms.cells.typography import INVISIBLE
from courtcomms.model import Column, Finding, Repair, Severity
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

_CONTROLS = "\x7f-\x84\x86-\x9f"
#: A joiner that holds a picture of several signs together is no slip.
_UNSEEN = re.compile(f"(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[{INVISIBLE}{_CONTROLS}]+")


def two_alphabets(row: Row, column: Column) -> Iterator[Finding]:
    """A word with letters of both alphabets, and a Latin letter in the place of a Ukrainian word."""
    text = row.prose(column)
    if _LATIN_LETTER.search(text) is None:
        return
    if _SEAM.search(text) is not None:
        for match in _WORD.finditer(text):
            yield from _mixed(row, column, match)
    for match in (*_LONE.finditer(text), *_LONE_BEFORE_TIME.finditer(text)):
        meant = to_cyrillic(match[1])
        message = f"Латинська «{match[1]}» замість української «{meant}»."
        yield _letters(row, column, match.span(1), message, meant)


def _mixed(row: Row, column: Column, match: re.Match[str]) -> Iterator[Finding]:
    word = match[0]
    latin, cyrillic = _LATIN_LETTER.findall(word), _CYRILLIC_LETTER.findall(word)
    if not latin or not cyrillic or len(latin) + len(cyrillic) < len(word) or _ROMAN.fullmatch(word):
        return
    in_cyrillic, in_latin = to_cyrillic(word), to_latin(word)
    if not _LATIN_LETTER.search(in_cyrillic) and (
        len(cyrillic) >= len(latin) or _CYRILLIC_LETTER.search(in_latin)
    ):
        message = f"У слові «{word}» латинські літери серед українських: {_listed(latin)}."
        yield _letters(row, column, match.span(), message, in_cyrillic)
    elif not _CYRILLIC_LETTER.search(in_latin):
        message = f"У слові «{word}» українські літери серед латинських: {_listed(cyrillic)}."
        yield _letters(row, column, match.span(), message, in_latin)
    elif _TWO_WORDS.fullmatch(word):
        message = f"«{word}»: між словами бракує пробілу або дефіса."
        yield row.find(Severity.HINT, "mixed_letters", column, message, match.span())
    else:
        message = f"У слові «{word}» літери двох абеток: перевірте, як воно набране."
        yield row.find(Severity.HINT, "mixed_letters", column, message, match.span())


def _letters(row: Row, column: Column, place: tuple[int, int], message: str, meant: str) -> Finding:
    repair = Repair(f"Написати «{meant}» літерами однієї абетки", *place, meant)
    return row.find(Severity.WARN, "mixed_letters", column, message, place, repair)


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

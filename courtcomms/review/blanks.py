"""Blanks: doubled, where none belongs, and missing. One finding a cell, whose repair mends all of its places.

Blanks at the ends of lines and an indent are left alone: nobody sees the ones, the other may be meant. So are
blanks beside addresses, which only set them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from courtcomms.model import Column, Finding, Severity
from courtcomms.review.edits import Edit, one_repair
from courtcomms.review.row import HIDDEN, Row

_NO_BREAK = "\xa0"
_BLANK = "[ \xa0]"
_UK = "А-Яа-яІЇЄҐіїєґ"

_DOUBLE = re.compile(rf"(?<=[^\s{HIDDEN}])[ \t\xa0]{{2,}}(?=[^\s{HIDDEN}])")
_STRAY = re.compile(
    rf"(?<=[^\s{HIDDEN}(\[«„]){_BLANK}{{1,50}}(?=[,;)\]»]|[!?](?!\w)|:(?![)(/\\D-]|{_BLANK}?\d)|\.(?:[\s»\")]|$))"
    rf"|(?<=[(\[«„]){_BLANK}{{1,50}}(?=\S)"
)

#: Before a full stop stands a word that is no abbreviation, after it a sentence begins.
_SENTENCE_END = re.compile(
    rf"((?<![{_UK}'’ʼ])[{_UK}'’ʼ]{{3,}}|[»)])\.(?=[А-ЯІЇЄҐ][а-яіїєґ'’ʼ]|[А-ЯІЇЄҐ]{_BLANK})"
)
_SHORT_WORD_END = "аеиіїоуюяє"
_SHORTENED = (
    "просп пров заст проф акад корп напр розд стор табл спец відп нач заступн наук груп буль бульв соціал "
    "канд мікр район адмін кабін прим міжн юрид держ укр респ"
)
_ABBREVIATIONS = frozenset(_SHORTENED.split())
_AFTER_COMMA = re.compile(
    rf"(?<=[{_UK}\d»)]){_BLANK}?(?:,(?=[{_UK}«(])|;(?=[{_UK}«(\d]))|(?<=[{_UK}]{{2}})[:!?](?=[{_UK}]{{2}})"
)
_AFTER_QUOTE = re.compile(rf"»(?=[{_UK}])")


def double_blanks(row: Row, column: Column) -> Iterator[Finding]:
    """Two blanks and more between two words of a line."""
    text = row.prose(column)
    edits = [
        Edit(*match.span(), _NO_BREAK if set(match[0]) == {_NO_BREAK} else " ")
        for match in _DOUBLE.finditer(text)
        if _STRAY.match(text, match.start()) is None
    ]
    if edits:
        yield _blanks(row, column, "blanks_double", "Подвійний пробіл", edits)


def stray_blanks(row: Row, column: Column) -> Iterator[Finding]:
    """A blank before a comma or a full stop, after an opening bracket or quote, before a closing one."""
    edits = [Edit(*match.span(), "") for match in _STRAY.finditer(row.prose(column))]
    if edits:
        yield _blanks(row, column, "blanks_stray", "Зайвий пробіл біля розділового знака", edits)


def missing_blanks(row: Row, column: Column) -> Iterator[Finding]:
    """No blank after a comma, semicolon, colon or a sentence's full stop; numbers and abbreviations aside."""
    text = row.prose(column)
    ends = {match.end() for match in _AFTER_COMMA.finditer(text)}
    ends |= {match.end() for match in _AFTER_QUOTE.finditer(text)}
    ends |= {match.end() for match in _SENTENCE_END.finditer(text) if _ends_sentence(match[1])}
    edits = [Edit(end, end, " ") for end in sorted(ends)]
    if edits:
        yield _blanks(row, column, "blank_missing", "Після розділового знака бракує пробілу", edits)


def _ends_sentence(word: str) -> bool:
    """Whether a full stop after this word ends a sentence: «ім.», «вул.», «просп.» are shortened."""
    if len(word) == 1:
        return True
    if word.isupper():
        return False
    low = word.lower()
    return low not in _ABBREVIATIONS and (len(low) > 3 or low[-1] in _SHORT_WORD_END or low == "суд")


def _blanks(row: Row, column: Column, code: str, what: str, edits: list[Edit]) -> Finding:
    first = edits[0]
    place = (first.start - 1, first.end) if first.start == first.end else (first.start, first.end)
    message = f"{what}." if len(edits) == 1 else f"{what}; таких місць у клітинці: {len(edits)}."
    repair = one_repair(row.text(column), edits, "Виправити пробіли")
    return row.find(Severity.HINT, code, column, message, place, repair)

"""Numbers that count days, quarters and half-years, and the year that follows a month or a quarter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from courtcomms.cells.date_items import Item, Unit, full_year
from courtcomms.cells.date_numeric import read_numeric
from courtcomms.cells.date_row import YEARS
from courtcomms.cells.date_tokens import Kind, Token
from courtcomms.cells.date_words import Role
from courtcomms.cells.roman import read_roman

_TENS = {"двадцять": 20, "тридцять": 30}

#: Words of one year; «15 років» is no year.
_ONE_YEAR = frozenset({"р", "рік", "року", "році", "г", "года"})


class Named(NamedTuple):
    """What was read and the place after its last token."""

    items: tuple[Item, ...]
    end: int


class Ordinal(NamedTuple):
    """A number in ``digits``, Roman or in words («третій»), and the place after it."""

    value: int
    guessed: bool
    end: int
    digits: int = 0
    roman: bool = False


def token_at(tokens: Sequence[Token], place: int) -> Token | None:
    """The token at a place, ``None`` behind the last one."""
    return tokens[place] if place < len(tokens) else None


def skip(tokens: Sequence[Token], place: int, signs: str = "") -> int:
    """The place behind at most one of the signs and one line end."""
    if place < len(tokens) and signs and tokens[place].is_sign(signs):
        place += 1
    if place < len(tokens) and tokens[place].kind is Kind.LINE:
        place += 1
    return place


def read_ordinal(tokens: Sequence[Token], start: int) -> Ordinal | None:
    """A number that may count days, quarters or half-years."""
    token = tokens[start]
    if token.kind is Kind.NUMBER:
        return Ordinal(token.value, token.guessed, start + 1, token.digits) if token.digits <= 3 else None
    if token.role is Role.ORDINAL and token.entry is not None:
        return Ordinal(token.entry.value, token.guessed, start + 1)
    if token.text in _TENS:
        ones = token_at(tokens, start + 1)
        if (
            ones is not None
            and ones.role is Role.ORDINAL
            and ones.entry is not None
            and ones.entry.value < 10
        ):
            return Ordinal(_TENS[token.text] + ones.entry.value, False, start + 2)
    return _roman(tokens, start) if token.kind is Kind.WORD else None


def _roman(tokens: Sequence[Token], start: int) -> Ordinal | None:
    """A Roman numeral, also torn by a blank («І V квартал»), which is a guess."""
    text = tokens[start].text
    roman = read_roman(text)
    if tokens[start].role is Role.AND and start and _is_roman(tokens[start - 1]):
        # «І і ІІ квартали»: the second letter joins two numerals, it is none itself.
        return None
    if roman is None or (roman.guessed and len(text) == 1):
        return None
    rest, unit = token_at(tokens, start + 1), token_at(tokens, start + 2)
    if rest is not None and unit is not None and unit.role in {Role.QUARTER, Role.HALF}:
        joined = read_roman(text + rest.text) if rest.kind is Kind.WORD else None
        if joined is not None and joined.value <= 4:
            return Ordinal(joined.value, True, start + 2, roman=True)
    return Ordinal(roman.value, roman.guessed, start + 1, roman=True)


def _is_roman(token: Token) -> bool:
    numeral = read_roman(token.text) if token.kind is Kind.WORD else None
    return numeral is not None and not numeral.guessed


def year_after(tokens: Sequence[Token], place: int) -> tuple[int | None, bool, int]:
    """The year that stands at ``place``: its number, whether guessed, the place after it and its word.

    «13 серпня 20211» has no year, and is a guess as a whole.
    """
    unit = token_at(tokens, place)
    if unit is not None and unit.role is Role.MONTH_UNIT:
        place += 1
    first = skip(tokens, skip(tokens, place, "."), ",-")
    number = token_at(tokens, first)
    if number is None or number.kind is not Kind.NUMBER or _is_day(tokens, first):
        return None, False, place
    following = token_at(tokens, first + 1)
    has_word = following is not None and following.role is Role.YEAR
    if number.digits == 4 and (has_word or number.value in YEARS):
        return number.value, number.guessed, first + 1 + has_word
    if number.digits == 2 and following is not None and has_word and following.text in _ONE_YEAR:
        return full_year(number.value), number.guessed, first + 2
    if number.text in {"19", "20"} and following is not None and following.digits == 2:
        last = token_at(tokens, first + 2)
        if last is not None and last.role is Role.YEAR:
            return number.value * 100 + following.value, True, first + 3
    counted = following is not None and following.role is Role.MEASURE
    garbled = number.digits in (3, 5) and first == place and not counted
    return None, garbled, place


def _is_day(tokens: Sequence[Token], place: int) -> bool:
    numeric = read_numeric(tokens, place)
    return numeric is not None and numeric.point.unit is Unit.DAY

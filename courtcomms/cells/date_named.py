"""Dates with words in them: days and months by name, quarters, half-years, decades of a month, years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from courtcomms.cells.date_items import Item, Mark, Point, Unit, full_year
from courtcomms.cells.date_numeric import YEARS, day_exists, read_numeric
from courtcomms.cells.date_tokens import Kind, Token
from courtcomms.cells.date_words import Role
from courtcomms.cells.roman import read_roman

_PART_ROLES = {Role.QUARTER: (Unit.QUARTER, 4), Role.HALF: (Unit.HALF, 2)}
_TENS = {"двадцять": 20, "тридцять": 30}

#: Strokes typed as digits one: «11 квартал», «111 квартал».
_STROKES = {"11": 2, "111": 3}


class Named(NamedTuple):
    """What was read and the place after its last token."""

    items: tuple[Item, ...]
    end: int


class Ordinal(NamedTuple):
    """A number in digits, Roman or in words («третій»), and the place after it."""

    value: int
    guessed: bool
    end: int
    digits: int = 0
    roman: bool = False


def read_named(tokens: Sequence[Token], start: int) -> Named | None:
    """A date with words that begins at ``start``."""
    ordinal = read_ordinal(tokens, start)
    if ordinal is not None:
        for reader in (_day, _part, _decade, _half_of_year, _first_months):
            found = reader(tokens, start, ordinal)
            if found is not None:
                return found
    if tokens[start].role is Role.MONTH:
        return _month(tokens, start)
    if tokens[start].role in _PART_ROLES:
        return _part_before_number(tokens, start)
    if tokens[start].kind is Kind.NUMBER:
        return _year(tokens, start)
    return None


def read_ordinal(tokens: Sequence[Token], start: int) -> Ordinal | None:
    """A number that may count days, quarters or half-years."""
    token = tokens[start]
    if token.kind is Kind.NUMBER:
        return Ordinal(token.value, token.guessed, start + 1, token.digits) if token.digits <= 3 else None
    if token.role is Role.ORDINAL and token.entry is not None:
        return Ordinal(token.entry.value, token.guessed, start + 1)
    if token.text in _TENS:
        ones = _word(tokens, start + 1)
        if (
            ones is not None
            and ones.role is Role.ORDINAL
            and ones.entry is not None
            and ones.entry.value < 10
        ):
            return Ordinal(_TENS[token.text] + ones.entry.value, False, start + 2)
    roman = read_roman(token.text) if token.kind is Kind.WORD else None
    if roman is None or (roman.guessed and len(token.text) == 1):
        return None
    return Ordinal(roman.value, roman.guessed, start + 1, roman=True)


def _word(tokens: Sequence[Token], place: int) -> Token | None:
    return tokens[place] if place < len(tokens) else None


def _skip(tokens: Sequence[Token], place: int, signs: str = "") -> int:
    """The place behind at most one of the signs and one line end."""
    if place < len(tokens) and signs and tokens[place].is_sign(signs):
        place += 1
    if place < len(tokens) and tokens[place].kind is Kind.LINE:
        place += 1
    return place


def _is_day(tokens: Sequence[Token], place: int) -> bool:
    numeric = read_numeric(tokens, place)
    return numeric is not None and numeric.point.unit is Unit.DAY


def _year_after(tokens: Sequence[Token], place: int) -> tuple[int | None, bool, int]:
    """The year that stands at ``place``: its number, whether guessed, the place after it and its word."""
    after_unit = _word(tokens, place)
    if after_unit is not None and after_unit.role is Role.MONTH_UNIT:
        place += 1
    first = _skip(tokens, _skip(tokens, place, "."), ",")
    number = _word(tokens, first)
    if number is None or number.kind is not Kind.NUMBER or _is_day(tokens, first):
        return None, False, place
    following = _word(tokens, first + 1)
    has_word = following is not None and following.role is Role.YEAR
    if number.digits == 4 and (has_word or number.value in YEARS):
        return number.value, number.guessed, first + 1 + has_word
    if number.digits == 2 and has_word and following is not None and not following.text.startswith("рок"):
        return full_year(number.value), number.guessed, first + 2
    if number.text in {"19", "20"} and following is not None and following.digits == 2:
        last = _word(tokens, first + 2)
        if last is not None and last.role is Role.YEAR:
            return number.value * 100 + following.value, True, first + 3
    return None, False, place


def _day(tokens: Sequence[Token], start: int, ordinal: Ordinal) -> Named | None:
    """``13 серпня 2021 року``, ``перше вересня``, ``13 числа серпня``."""
    place = _skip(tokens, ordinal.end, ".")
    word = _word(tokens, place)
    if word is not None and word.role is Role.DAY_UNIT:
        place = _skip(tokens, place + 1)
        word = _word(tokens, place)
    if (
        word is None
        or word.role is not Role.MONTH
        or word.entry is None
        or ordinal.roman
        or ordinal.digits > 2
    ):
        return None
    if tokens[ordinal.end].is_sign(".") and word.text.endswith(("ень", "ий")):
        return None  # «1. Вересень» is the first item of a list
    year, guessed, end = _year_after(tokens, place + 1)
    point = Point(Unit.DAY, year, word.entry.value, ordinal.value)
    point.guessed = guessed or ordinal.guessed or word.guessed
    point.invalid = not day_exists(year, word.entry.value, ordinal.value)
    return Named((point,), end)


def _month(tokens: Sequence[Token], start: int) -> Named | None:
    """``вересень 2021``, ``August 13, 2021``; a cut-off name only beside a year or another month."""
    token = tokens[start]
    assert token.entry is not None
    year, guessed, end = _year_after(tokens, start + 1)
    if token.entry.short and year is None and not _among_months(tokens, start):
        return None
    day = _word(tokens, start + 1)
    if year is None and day is not None and 0 < day.digits <= 2 and read_numeric(tokens, start + 1) is None:
        year, _, day_end = _year_after(tokens, start + 2)
        if year is not None:
            exists = day_exists(year, token.entry.value, day.value)
            point = Point(Unit.DAY, year, token.entry.value, day.value, guessed=True, invalid=not exists)
            return Named((point,), day_end)
    return Named((Point(Unit.MONTH, year, token.entry.value, guessed=token.guessed or guessed),), end)


def _among_months(tokens: Sequence[Token], start: int) -> bool:
    """Whether a cut-off month's name stands alone in the text or is joined to another month by a dash."""
    if len(tokens) <= 2:
        return True
    around = tokens[max(start - 3, 0) : start], tokens[start + 1 : start + 4]
    return any(
        any(token.is_sign("-,") for token in side) and any(token.role is Role.MONTH for token in side)
        for side in around
    )


def _part(tokens: Sequence[Token], start: int, ordinal: Ordinal) -> Named | None:
    """``ІІІ квартал 2021 року``, ``перше півріччя``, ``3 кв.``."""
    place = _skip(tokens, ordinal.end, ".")
    word = _word(tokens, place)
    if word is None or word.role not in _PART_ROLES:
        return None
    unit, most = _PART_ROLES[word.role]
    following = _word(tokens, _skip(tokens, place + 1, "."))
    if word.text == "кв" and following is not None and following.text in {"м", "метрів"}:
        return None
    value, guessed = ordinal.value, ordinal.guessed or word.guessed
    if ordinal.digits and unit is Unit.QUARTER and str(value) in _STROKES:
        value, guessed = _STROKES[str(value)], True
    if ordinal.digits and value > most and word.text == "кв":
        return None
    return _part_with_year(tokens, place, unit, value, guessed, invalid=not 1 <= value <= most)


def _part_with_year(
    tokens: Sequence[Token], place: int, unit: Unit, value: int | None, guessed: bool, *, invalid: bool
) -> Named:
    year, year_guessed, end = _year_after(tokens, place + 1)
    point = Point(unit, year, number=value, guessed=guessed or year_guessed, invalid=invalid)
    return Named((point,), end)


def _part_before_number(tokens: Sequence[Token], start: int) -> Named | None:
    """``квартал ІІІ``, ``Q3``; with no number the report's own quarter («протягом кварталу»)."""
    token = tokens[start]
    unit, most = _PART_ROLES[token.role or Role.QUARTER]
    place = _skip(tokens, start + 1, ".")
    ordinal = read_ordinal(tokens, place) if place < len(tokens) else None
    if ordinal is not None and 1 <= ordinal.value <= most and (token.text != "кв" or not ordinal.digits):
        return _part_with_year(tokens, ordinal.end - 1, unit, ordinal.value, ordinal.guessed, invalid=False)
    if token.text in {"кв", "q", "півр", "піврік"}:
        return None
    return _part_with_year(tokens, start, unit, None, token.guessed, invalid=False)


def _decade(tokens: Sequence[Token], start: int, ordinal: Ordinal) -> Named | None:
    """``ІІ декада вересня 2021``: days 1–10, 11–20 or 21 to the month's end."""
    words = tokens[ordinal.end : ordinal.end + 2]
    if len(words) < 2 or words[0].role is not Role.DECADE or words[1].role is not Role.MONTH:
        return None
    month = words[1].entry.value if words[1].entry else 0
    year, guessed, end = _year_after(tokens, ordinal.end + 2)
    guessed = guessed or ordinal.guessed or words[1].guessed
    if not 1 <= ordinal.value <= 3:
        return Named((Point(Unit.DAY, invalid=True),), end)
    first = Point(Unit.DAY, year, month, ordinal.value * 10 - 9, guessed=guessed)
    last = Point(Unit.DAY, year, month, ordinal.value * 10, guessed=guessed)
    if ordinal.value == 3:
        last = Point(Unit.MONTH, year, month, guessed=guessed)
    return Named((first, Mark.DASH, last), end)


def _half_of_year(tokens: Sequence[Token], start: int, ordinal: Ordinal) -> Named | None:
    """``перша половина 2021 року``."""
    words = tokens[ordinal.end : ordinal.end + 2]
    if len(words) < 2 or words[0].role is not Role.HALF_OF or ordinal.value not in (1, 2):
        return None
    if words[1].role is Role.YEAR:
        return Named((Point(Unit.HALF, number=ordinal.value, guessed=True),), ordinal.end + 2)
    year, _, end = _year_after(tokens, ordinal.end + 1)
    if year is None:
        return None
    return Named((Point(Unit.HALF, year, number=ordinal.value, guessed=True),), end)


def _first_months(tokens: Sequence[Token], start: int, ordinal: Ordinal) -> Named | None:
    """``9 місяців 2021 року``: from January on, as reports count; a guess."""
    word = _word(tokens, ordinal.end)
    if word is None or word.role is not Role.MONTH_UNIT or not ordinal.digits or not 2 <= ordinal.value <= 12:
        return None
    year, _, end = _year_after(tokens, ordinal.end + 1)
    if year is None:
        return None
    first, last = (Point(Unit.MONTH, year, month, guessed=True) for month in (1, ordinal.value))
    return Named((first, Mark.DASH, last), end)


def _year(tokens: Sequence[Token], start: int) -> Named | None:
    """``2021 рік``, ``2021 р.``; in «2020-21 роки» also the two digits."""
    number, following = tokens[start], _word(tokens, start + 1)
    has_word = following is not None and following.role is Role.YEAR
    if number.digits == 4 and (has_word or number.value in YEARS):
        end = start + 1 + has_word
        guessed = number.guessed or (following is not None and has_word and following.guessed)
        return Named((Point(Unit.YEAR, number.value, guessed=guessed, numeric=not has_word),), end)
    before = tokens[max(start - 2, 0) : start]
    if (
        number.digits == 2
        and has_word
        and len(before) == 2
        and before[1].is_sign("-/")
        and before[0].digits == 4
    ):
        return Named((Point(Unit.YEAR, full_year(number.value)),), start + 2)
    return None

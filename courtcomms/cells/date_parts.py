"""Parts of a year and of a month: quarters, half-years, seasons, decades, «9 місяців»."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.cells.date_items import Mark, Point, Unit
from courtcomms.cells.date_ordinals import Named, Ordinal, read_ordinal, skip, token_at, year_after
from courtcomms.cells.date_tokens import Token
from courtcomms.cells.date_words import Role

PART_ROLES = {Role.QUARTER: (Unit.QUARTER, 4), Role.HALF: (Unit.HALF, 2)}

#: Strokes typed as digits one: «11 квартал», «111 квартал».
_STROKES = {11: 2, 111: 3}


def read_part(tokens: Sequence[Token], ordinal: Ordinal) -> Named | None:
    """``ІІІ квартал 2021 року``, ``перше півріччя``, ``3 кв.``: the unit behind its number."""
    place = skip(tokens, ordinal.end, ".")
    word = token_at(tokens, place)
    if word is None or word.role not in PART_ROLES:
        return None
    unit, most = PART_ROLES[word.role]
    following = token_at(tokens, skip(tokens, place + 1, "."))
    if word.text == "кв" and following is not None and following.text in {"м", "метрів"}:
        return None
    value, guessed = ordinal.value, ordinal.guessed or word.guessed
    if ordinal.digits and unit is Unit.QUARTER and value in _STROKES:
        value, guessed = _STROKES[value], True
    if ordinal.digits and value > most and word.text == "кв":
        return None
    return _with_year(
        tokens, place + 1, Point(unit, number=value, guessed=guessed, invalid=not 1 <= value <= most)
    )


def _with_year(tokens: Sequence[Token], place: int, point: Point) -> Named:
    point.year, guessed, end = year_after(tokens, place)
    point.guessed = point.guessed or guessed
    return Named((point,), end)


def read_part_before_number(tokens: Sequence[Token], start: int) -> Named | None:
    """``квартал ІІІ``, ``Q3``; with no number the report's own quarter («протягом кварталу»)."""
    token = tokens[start]
    unit, most = PART_ROLES[token.role or Role.QUARTER]
    place = skip(tokens, start + 1, ".")
    ordinal = read_ordinal(tokens, place) if place < len(tokens) else None
    if ordinal is not None and 1 <= ordinal.value <= most and (token.text != "кв" or not ordinal.digits):
        return _with_year(tokens, ordinal.end, Point(unit, number=ordinal.value, guessed=ordinal.guessed))
    if token.text in {"кв", "q", "півр", "піврік"}:
        return None
    return _with_year(tokens, start + 1, Point(unit, guessed=token.guessed))


def read_season(tokens: Sequence[Token], start: int) -> Named:
    """``літо 2021 року``, ``восени``: three months by the calendar; a guess."""
    entry = tokens[start].entry
    first = entry.value if entry else 0
    year, _, end = year_after(tokens, start + 1)
    months = [Point(Unit.MONTH, year, month, guessed=True) for month in (first, first + 2)]
    return Named((months[0], Mark.DASH, months[1]), end)


def read_span_of_parts(tokens: Sequence[Token], ordinal: Ordinal) -> Named | None:
    """``ІІ декада вересня``, ``перша половина 2021 року``, ``9 місяців 2021 року``."""
    word, following = token_at(tokens, ordinal.end), token_at(tokens, ordinal.end + 1)
    if word is None or following is None:
        return None
    if word.role is Role.DECADE and following.role is Role.MONTH:
        return _decade(tokens, ordinal, following)
    if word.role is Role.HALF_OF and ordinal.value in (1, 2):
        return _half_of_year(tokens, ordinal, following)
    if word.text in {"місяців", "місяці", "міс"} and ordinal.digits and 2 <= ordinal.value <= 12:
        return _first_months(tokens, ordinal)
    return None


def _decade(tokens: Sequence[Token], ordinal: Ordinal, month: Token) -> Named:
    """Days 1–10, 11–20 or 21 to the month's end."""
    year, guessed, end = year_after(tokens, ordinal.end + 2)
    guessed = guessed or ordinal.guessed or month.guessed
    number = month.entry.value if month.entry else 0
    if not 1 <= ordinal.value <= 3:
        return Named((Point(Unit.DAY, invalid=True),), end)
    first = Point(Unit.DAY, year, number, ordinal.value * 10 - 9, guessed=guessed)
    last = Point(Unit.DAY, year, number, ordinal.value * 10, guessed=guessed)
    if ordinal.value == 3:
        last = Point(Unit.MONTH, year, number, guessed=guessed)
    return Named((first, Mark.DASH, last), end)


def _half_of_year(tokens: Sequence[Token], ordinal: Ordinal, following: Token) -> Named | None:
    """``перша половина 2021 року``, a half-year by another name."""
    point = Point(Unit.HALF, number=ordinal.value, guessed=True)
    if following.role is Role.YEAR:
        return Named((point,), ordinal.end + 2)
    named = _with_year(tokens, ordinal.end + 1, point)
    return named if point.year is not None else None


def _first_months(tokens: Sequence[Token], ordinal: Ordinal) -> Named | None:
    """``9 місяців 2021 року``: from January on, as reports count; a guess."""
    year, _, end = year_after(tokens, ordinal.end + 1)
    if year is None:
        return None
    first, last = (Point(Unit.MONTH, year, month, guessed=True) for month in (1, ordinal.value))
    return Named((first, Mark.DASH, last), end)

"""Dates with words in them: days and months by name, years."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.cells.date_items import Point, Unit, full_year
from courtcomms.cells.date_ordinals import Named, Ordinal, read_ordinal, skip, token_at, year_after
from courtcomms.cells.date_parts import (
    PART_ROLES,
    read_part,
    read_part_before_number,
    read_season,
    read_span_of_parts,
)
from courtcomms.cells.date_row import YEARS, day_exists
from courtcomms.cells.date_tokens import Kind, Token
from courtcomms.cells.date_words import Role


def read_named(tokens: Sequence[Token], start: int) -> Named | None:
    """A date with words that begins at ``start``."""
    ordinal = read_ordinal(tokens, start)
    if ordinal is not None:
        for reader in (_day, read_part, read_span_of_parts):
            found = reader(tokens, ordinal)
            if found is not None:
                return found
    if tokens[start].role is Role.MONTH:
        return _month(tokens, start)
    if tokens[start].role is Role.SEASON:
        return read_season(tokens, start)
    if tokens[start].role in PART_ROLES:
        return read_part_before_number(tokens, start)
    if tokens[start].kind is Kind.NUMBER:
        return _year(tokens, start)
    return None


def _day(tokens: Sequence[Token], ordinal: Ordinal) -> Named | None:
    """``13 серпня 2021 року``, ``перше вересня``, ``13 числа серпня``, ``13-сер-21``."""
    place = skip(tokens, ordinal.end, ".")
    word = token_at(tokens, place)
    if word is not None and word.role is Role.DAY_UNIT:
        place = skip(tokens, place + 1)
        word = token_at(tokens, place)
    if word is not None and word.is_sign("-") and not word.spaced:
        place += 1
        word = token_at(tokens, place)
        if word is None or word.entry is None or not word.entry.short or word.spaced:
            return None
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
    year, guessed, end = year_after(tokens, place + 1)
    if year is None and word.entry.short:
        year, end = _glued_year(tokens, place + 1)
    point = Point(Unit.DAY, year, word.entry.value, ordinal.value)
    point.guessed = guessed or ordinal.guessed or word.guessed
    point.invalid = not day_exists(year, word.entry.value, ordinal.value)
    return Named((point,), end)


def _glued_year(tokens: Sequence[Token], place: int) -> tuple[int | None, int]:
    """The «21» of «13-сер-21» and «вер.21», as spreadsheets write it."""
    parts = tokens[place : place + 2]
    if len(parts) < 2 or not parts[0].is_sign(".-") or parts[0].spaced or parts[1].spaced:
        return None, place
    return (full_year(parts[1].value), place + 2) if parts[1].digits == 2 else (None, place)


def _month(tokens: Sequence[Token], start: int) -> Named | None:
    """``вересень 2021``, ``August 13, 2021``; a cut-off name only beside a year or another month."""
    token = tokens[start]
    assert token.entry is not None
    year, guessed, end = year_after(tokens, start + 1)
    if year is None:
        day = _day_behind(tokens, start)
        if day is not None:
            return day
        if token.entry.short:
            year, end = _glued_year(tokens, start + 1)
            guessed = year is not None
    if token.entry.short and year is None and not _among_months(tokens, start):
        return None
    following = token_at(tokens, end)
    if year is None and following is not None and following.digits == 2:
        guessed = True  # «вересень 20»: the year or the day
    return Named((Point(Unit.MONTH, year, token.entry.value, guessed=token.guessed or guessed),), end)


def _day_behind(tokens: Sequence[Token], start: int) -> Named | None:
    """``August 13, 2021``: the day between the month and the year; a guess."""
    month, day = tokens[start], token_at(tokens, skip(tokens, start + 1, "."))
    if month.entry is None or day is None or not 0 < day.digits <= 2:
        return None
    year, _, end = year_after(tokens, skip(tokens, start + 1, ".") + 1)
    if year is None:
        return None
    exists = day_exists(year, month.entry.value, day.value)
    point = Point(Unit.DAY, year, month.entry.value, day.value, guessed=True, invalid=not exists)
    return Named((point,), end)


def _among_months(tokens: Sequence[Token], start: int) -> bool:
    """Whether a cut-off month's name stands alone in the text or is joined to another month by a dash."""
    if len(tokens) <= 2:
        return True
    around = tokens[max(start - 3, 0) : start], tokens[start + 1 : start + 4]
    return any(
        any(token.is_sign("-,") for token in side) and any(token.role is Role.MONTH for token in side)
        for side in around
    )


def _short_number_joined(tokens: Sequence[Token], place: int) -> bool:
    """Whether «/21» follows at once: «2020/21» is a school year."""
    parts = tokens[place : place + 2]
    return len(parts) == 2 and parts[0].is_sign("/") and not parts[1].spaced and 0 < parts[1].digits < 4


def _year(tokens: Sequence[Token], start: int) -> Named | None:
    """``2021 рік``, ``2021 р.``, ``2021-Q3``; in «2020-21 роки» also the two digits."""
    number, following = tokens[start], token_at(tokens, start + 1)
    code = tokens[start + 1 : start + 4]
    if (
        number.digits == 4
        and len(code) == 3
        and code[0].is_sign("-")
        and code[1].text == "q"
        and code[2].digits == 1
    ):
        point = Point(Unit.QUARTER, number.value, number=code[2].value, invalid=not 1 <= code[2].value <= 4)
        return Named((point,), start + 4)
    has_word = following is not None and following.role is Role.YEAR
    if number.digits == 4 and (
        has_word or (number.value in YEARS and not _short_number_joined(tokens, start + 1))
    ):
        end = start + 1 + has_word
        guessed = number.guessed or (following is not None and has_word and following.guessed)
        guessed = guessed or (following is not None and following.is_sign("/"))
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

"""Dates written in digits: ``13.08.2021``, ``13/08/21``, ``2021-08-13``, ``13.08``, ``09.2021``, misspelt."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from typing import NamedTuple

from courtcomms.cells.date_items import Point, Unit, full_year
from courtcomms.cells.date_tokens import Kind, Token
from courtcomms.cells.date_words import Role
from courtcomms.cells.roman import read_roman

_SEPARATORS = ".,;/-:_"

#: Years that a number may name without further words.
YEARS = range(1900, 2200)


class Numeric(NamedTuple):
    """A date in digits and the place after its last token."""

    point: Point
    end: int


class _Row(NamedTuple):
    """Up to three numbers with the signs between them; ``ends[n]`` is the place after the n-th number."""

    numbers: list[Token]
    signs: list[str]
    ends: list[int]


def day_exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has such a day; in an untold year February may have 29."""
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return False
    return 1 <= day <= calendar.monthrange(2000 if year is None else year, month)[1]


def read_numeric(tokens: Sequence[Token], start: int) -> Numeric | None:
    """A date in digits that begins at ``start``, if the numbers there make one."""
    row = _row(tokens, start)
    for reader in (_with_roman_month, _year_first, _day_month_year, _fused, _month_year, _day_month):
        found = reader(tokens, start, row)
        if found is not None:
            found.point.numeric = True
            found.point.guessed |= any(token.guessed for token in tokens[start : found.end])
            return found
    return None


def _row(tokens: Sequence[Token], start: int) -> _Row:
    """Numbers from ``start`` on, divided by at most two signs and no words."""
    row = _Row([tokens[start]], [], [start + 1])
    place = start + 1
    while len(row.numbers) < 3:
        number = place
        while number < min(place + 3, len(tokens)) and tokens[number].is_sign(_SEPARATORS):
            number += 1
        if number < len(tokens) and tokens[number].kind is Kind.LINE and number > place:
            number += 1
        if number >= len(tokens) or tokens[number].kind is not Kind.NUMBER:
            break
        row.signs.append("".join(token.text for token in tokens[place:number] if token.kind is Kind.SIGN))
        row.numbers.append(tokens[number])
        place = number + 1
        row.ends.append(place)
    return row


def _goes_on(tokens: Sequence[Token], end: int, signs: str) -> bool:
    """Whether another number is joined to what ends here: then it is something longer than was thought."""
    return (
        end + 1 < len(tokens)
        and tokens[end].is_sign(signs)
        and not tokens[end].spaced
        and tokens[end + 1].kind is Kind.NUMBER
        and not tokens[end + 1].spaced
    )


def _day(day: int, month: int, year: int | None, *, guessed: bool = False) -> Point:
    exists = day_exists(year, month, day)
    return Point(Unit.DAY, year, month, day, guessed=guessed, invalid=not exists)


def _with_roman_month(tokens: Sequence[Token], start: int, row: _Row) -> Numeric | None:
    """``13.VIII.2021``."""
    parts = tokens[start : start + 5]
    if len(parts) < 5 or not (
        parts[1].is_sign("./-") and parts[3].is_sign("./-") and parts[4].digits in (2, 4)
    ):
        return None
    month = read_roman(parts[2].text) if parts[2].kind is Kind.WORD else None
    if month is None or month.value > 12 or parts[0].digits > 2:
        return None
    year = parts[4].value if parts[4].digits == 4 else full_year(parts[4].value)
    return Numeric(_day(parts[0].value, month.value, year, guessed=month.guessed), start + 5)


def _year_first(tokens: Sequence[Token], start: int, row: _Row) -> Numeric | None:
    """``2021-08-13``, ``2021.08.13``, ``2021/08/13``; ``2021-08`` is guessed to be a month."""
    first = row.numbers[0]
    if first.digits != 4 or len(row.numbers) < 2 or row.signs[0] not in ("-", ".", "/"):
        return None
    if row.numbers[1].digits > 2 or row.numbers[1].spaced:
        return None
    if len(row.numbers) == 3 and row.signs[1] == row.signs[0] and row.numbers[2].digits <= 2:
        if _goes_on(tokens, row.ends[2], row.signs[0]):
            return None
        return Numeric(_day(row.numbers[2].value, row.numbers[1].value, first.value), row.ends[2])
    month = row.numbers[1].value
    if (
        first.value not in YEARS
        or row.numbers[1].digits != 2
        or not 1 <= month <= 12
        or len(row.numbers) == 3
    ):
        return None
    return Numeric(Point(Unit.MONTH, first.value, month, guessed=True), row.ends[1])


def _day_month_year(tokens: Sequence[Token], start: int, row: _Row) -> Numeric | None:
    """``13.08.2021`` with any signs; sure are only equal points or slashes, or hyphens before four digits."""
    if len(row.numbers) < 3 or row.numbers[0].digits > 2 or row.numbers[1].digits > 2:
        return None
    day, month, year = row.numbers
    split = _split_year(tokens, row)
    if split is not None:
        return split
    if year.digits < 4 and _goes_on(tokens, row.ends[2], row.signs[1] or "."):
        return None
    same = row.signs[0] == row.signs[1]
    if same and row.signs[0] in (".", "/") and year.digits != 1:
        return _with_year(day, month, year, row.ends[2], guessed=False)
    if (
        same
        and row.signs[0] == "-"
        and not (day.spaced and month.spaced and year.spaced)
        and year.digits in (2, 4)
    ):
        if year.digits == 2 and not day_exists(None, month.value, day.value):
            return None
        return _with_year(day, month, year, row.ends[2], guessed=year.digits == 2)
    return _sloppy(row)


def _with_year(day: Token, month: Token, year: Token, end: int, *, guessed: bool) -> Numeric | None:
    """A date whose year has two or four digits; of more or fewer no certain year can be made."""
    if year.digits == 4:
        return Numeric(_day(day.value, month.value, year.value, guessed=guessed), end)
    if year.digits != 2:
        known = day_exists(None, month.value, day.value)
        return Numeric(Point(Unit.DAY, invalid=True, guessed=guessed), end) if known else None
    if max(day.value, month.value) > 31:
        return None
    point = _day(day.value, month.value, full_year(year.value), guessed=guessed)
    point.short_year = True
    return Numeric(point, end)


def _split_year(tokens: Sequence[Token], row: _Row) -> Numeric | None:
    """``13.08.20 21``: a blank inside the year."""
    end = row.ends[2]
    if row.signs != [".", "."] or end >= len(tokens) or tokens[end].kind is not Kind.NUMBER:
        return None
    head, tail = row.numbers[2], tokens[end]
    if head.digits + tail.digits != 4 or head.text[:1] not in "12":
        return None
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    if after is not None and not (after.kind is Kind.LINE or after.role is Role.YEAR or after.is_sign(",;)")):
        return None
    year = int(f"{head.value}{tail.text}")
    if year not in YEARS:
        return None
    return Numeric(_day(row.numbers[0].value, row.numbers[1].value, year, guessed=True), end + 1)


def _sloppy(row: _Row) -> Numeric | None:
    """Three numbers with wrong signs between them: a guess, and only where it can be one date alone."""
    day, month, year = row.numbers
    if year.digits != 4 or year.value not in YEARS or not 1 <= month.value <= 12 or not 1 <= day.value <= 31:
        return None
    if ":" in "".join(row.signs) and row.signs != [":", ":"]:
        return None
    if row.signs[0] == "-" and row.signs[1] in (".", "/") and day.value <= 12:
        return None
    return Numeric(_day(day.value, month.value, year.value, guessed=True), row.ends[2])


def _fused(tokens: Sequence[Token], start: int, row: _Row) -> Numeric | None:
    """A point left out: ``13.082021``, ``1308.2021``; with none at all only where nothing else is said."""
    first = row.numbers[0]
    second = row.numbers[1] if len(row.numbers) > 1 else None
    if second and row.signs[0] == "." and (first.digits, second.digits) in ((2, 6), (4, 4)):
        written, end = first.text + second.text, row.ends[1]
    elif first.digits == 8 and len(tokens) == 1:
        written, end = first.text, row.ends[0]
    else:
        return None
    if not written.isdecimal() or int(written[4:]) not in YEARS:
        return None
    point = _day(int(written[:2]), int(written[2:4]), int(written[4:]), guessed=True)
    return None if point.invalid or _goes_on(tokens, end, ".") else Numeric(point, end)


def _month_year(tokens: Sequence[Token], start: int, row: _Row) -> Numeric | None:
    """``09.2021``, ``9/2021``, ``09-2021``."""
    if len(row.numbers) < 2 or row.signs[0] not in (".", "/", "-") or row.numbers[0].digits > 2:
        return None
    month, year = row.numbers[:2]
    if year.digits != 4 or year.value not in YEARS or not 1 <= month.value <= 12:
        return None
    if _goes_on(tokens, row.ends[1], "."):
        return None
    return Numeric(Point(Unit.MONTH, year.value, month.value), row.ends[1])


def _day_month(tokens: Sequence[Token], start: int, row: _Row) -> Numeric | None:
    """``13.08``; one digit for the month or a slash makes it weak: it may be no date at all."""
    if len(row.numbers) < 2 or row.signs[0] not in (".", "/") or row.numbers[1].spaced:
        return None
    day, month = row.numbers[:2]
    if max(day.digits, month.digits) > 2 or not 1 <= month.value <= 12 or not 1 <= day.value <= 31:
        return None
    if _goes_on(tokens, row.ends[1], row.signs[0] + "."):
        return None
    point = _day(day.value, month.value, None, guessed=row.signs[0] == "/")
    point.weak = month.digits == 1 or row.signs[0] == "/"
    point.loose = day.digits == 1
    return Numeric(point, row.ends[1])

"""Dates written in digits: ``13.08.2021``, ``13/08/21``, ``2021-08-13``, ``13.08``, ``09.2021``, misspelt."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.cells.date_items import Point, Unit, full_year
from courtcomms.cells.date_row import YEARS, Numeric, Row, day_exists, day_point, goes_on, read_row
from courtcomms.cells.date_slips import read_commas, read_fused, read_split_year, read_wrong_signs
from courtcomms.cells.date_tokens import Kind, Token
from courtcomms.cells.date_words import Role
from courtcomms.cells.roman import read_roman


def read_numeric(tokens: Sequence[Token], start: int) -> Numeric | None:
    """A date in digits that begins at ``start``, if the numbers there make one."""
    row = read_row(tokens, start)
    for reader in (_with_roman_month, _year_first, _day_month_year, read_fused, _month_year, _day_month):
        found = reader(tokens, row)
        if found is not None:
            found.point.numeric = True
            found.point.guessed |= any(_is_guess(token) for token in tokens[start : found.end])
            return found
    return None


def _is_guess(token: Token) -> bool:
    """A Latin «I» is a Roman numeral as good as the Cyrillic one, though read as «і»."""
    return token.guessed and token.role is not Role.AND


def _with_roman_month(tokens: Sequence[Token], row: Row) -> Numeric | None:
    """``13.VIII.2021``, ``13 VIII 2021``."""
    start = row.ends[0] - 1
    divided = start + 1 < len(tokens) and tokens[start + 1].is_sign("./-")
    parts = tokens[start : start + (5 if divided else 3)]
    signs, numbers = (parts[1::2], parts[::2]) if divided else ([], parts)
    if len(numbers) < 3 or not all(sign.is_sign("./-") for sign in signs):
        return None
    day, name, year = numbers
    month = read_roman(name.text) if name.kind is Kind.WORD else None
    if name.role is Role.AND and year.digits != 4:
        # «і» is January only where a whole year follows: «1 і 2» are two days.
        return None
    if (
        month is None
        or month.value > 12
        or day.digits > 2
        or year.digits not in ((2, 4) if divided else (4,))
    ):
        return None
    full = year.value if year.digits == 4 else full_year(year.value)
    return Numeric(day_point(day.value, month.value, full, guessed=month.guessed), start + len(parts))


def _year_first(tokens: Sequence[Token], row: Row) -> Numeric | None:
    """``2021-08-13``, ``2021.08.13``, ``2021/08/13``; ``2021-08`` is guessed to be a month."""
    first = row.numbers[0]
    if first.digits != 4 or len(row.numbers) < 2 or row.signs[0] not in ("-", ".", "/"):
        return None
    if row.numbers[1].digits > 2 or row.numbers[1].spaced:
        return None
    if len(row.numbers) == 3 and row.signs[1] == row.signs[0] and row.numbers[2].digits <= 2:
        if goes_on(tokens, row.ends[2], row.signs[0]):
            return None
        return Numeric(day_point(row.numbers[2].value, row.numbers[1].value, first.value), row.ends[2])
    month = row.numbers[1].value
    if (
        first.value not in YEARS
        or row.numbers[1].digits != 2
        or not 1 <= month <= 12
        or len(row.numbers) == 3
    ):
        return None
    return Numeric(Point(Unit.MONTH, first.value, month, guessed=True), row.ends[1])


def _day_month_year(tokens: Sequence[Token], row: Row) -> Numeric | None:
    """``13.08.2021`` with any signs; sure are only equal points or slashes, or hyphens before four digits."""
    if len(row.numbers) < 3 or row.numbers[0].digits > 2 or row.numbers[1].digits > 2:
        return None
    day, month, year = row.numbers
    found = read_split_year(tokens, row) or read_commas(tokens, row)
    if found is not None:
        return found
    after = tokens[row.ends[2]] if row.ends[2] < len(tokens) else None
    if row.signs == ["/", "/"] and year.digits == 2 and after is not None and after.role is Role.MONTH:
        return None  # «15/22/29 вересня»
    if year.digits < 4 and goes_on(tokens, row.ends[2], row.signs[1] or "."):
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
    return read_wrong_signs(row)


def _with_year(day: Token, month: Token, year: Token, end: int, *, guessed: bool) -> Numeric | None:
    """A date whose year has two or four digits; of more or fewer no certain year can be made."""
    if year.digits == 4:
        return Numeric(day_point(day.value, month.value, year.value, guessed=guessed), end)
    if year.digits != 2:
        known = day_exists(None, month.value, day.value)
        return Numeric(Point(Unit.DAY, invalid=True, guessed=guessed), end) if known else None
    if max(day.value, month.value) > 31:
        return None
    point = day_point(day.value, month.value, full_year(year.value), guessed=guessed)
    point.short_year = True
    return Numeric(point, end)


def _month_year(tokens: Sequence[Token], row: Row) -> Numeric | None:
    """``09.2021``, ``9/2021``, ``09-2021``."""
    if len(row.numbers) < 2 or row.signs[0] not in (".", "/", "-") or row.numbers[0].digits > 2:
        return None
    month, year = row.numbers[:2]
    if year.digits != 4 or year.value not in YEARS or not 1 <= month.value <= 12:
        return None
    if goes_on(tokens, row.ends[1], "."):
        return None
    return Numeric(Point(Unit.MONTH, year.value, month.value), row.ends[1])


def _day_month(tokens: Sequence[Token], row: Row) -> Numeric | None:
    """``13.08``; one digit for the month or a slash makes it weak: it may be no date at all."""
    if len(row.numbers) < 2 or row.signs[0] not in (".", "/") or row.numbers[1].spaced:
        return None
    day, month = row.numbers[:2]
    if max(day.digits, month.digits) > 2 or not 1 <= month.value <= 12 or not 1 <= day.value <= 31:
        return None
    if goes_on(tokens, row.ends[1], row.signs[0] + "."):
        return None
    point = day_point(day.value, month.value, None, guessed=row.signs[0] == "/")
    point.weak = month.digits == 1 or row.signs[0] == "/"
    point.loose = day.digits == 1
    return Numeric(point, row.ends[1])

"""Dates in digits with slips of the pen: wrong signs, a point left out, a blank inside the year.

Each is a guess, and only where the numbers can be one date alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.cells.date_items import full_year
from courtcomms.cells.date_row import YEARS, Numeric, Row, day_point, goes_on
from courtcomms.cells.date_tokens import Kind, Token
from courtcomms.cells.date_words import Role


def read_split_year(tokens: Sequence[Token], row: Row) -> Numeric | None:
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
    return Numeric(day_point(row.numbers[0].value, row.numbers[1].value, year, guessed=True), end + 1)


def read_wrong_signs(row: Row) -> Numeric | None:
    """``13,08.2021``, ``13 08 2021``, ``13:08:2021``."""
    day, month, year = row.numbers
    if year.digits != 4 or year.value not in YEARS or not 1 <= month.value <= 12 or not 1 <= day.value <= 31:
        return None
    if row.signs[0] == ":" and row.signs[1] != ":":
        return None
    if row.signs[0] == "-" and row.signs[1] in (".", "/") and day.value <= 12:
        return None
    return Numeric(day_point(day.value, month.value, year.value, guessed=True), row.ends[2])


def read_commas(tokens: Sequence[Token], row: Row) -> Numeric | None:
    """``13,08,21`` where nothing but the word of the year is said beside: else it may be a list."""
    digits = [number.digits for number in row.numbers]
    rest = tokens[row.ends[-1] :]
    alone = len(tokens) == len(rest) + 5 and all(
        token.role is Role.YEAR or token.is_sign(".") for token in rest
    )
    if not alone or digits != [2, 2, 2] or row.signs != [",", ","]:
        return None
    day, month, year = (number.value for number in row.numbers)
    point = day_point(day, month, full_year(year), guessed=True)
    point.short_year = True
    return None if point.invalid else Numeric(point, row.ends[2])


def read_fused(tokens: Sequence[Token], row: Row) -> Numeric | None:
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
    point = day_point(int(written[:2]), int(written[2:4]), int(written[4:]), guessed=True)
    return None if point.invalid or goes_on(tokens, end, ".") else Numeric(point, end)

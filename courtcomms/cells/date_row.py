"""Numbers in a row, as dates in digits are made of them, and the days that the calendar has."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from typing import NamedTuple

from courtcomms.cells.date_items import Point, Unit
from courtcomms.cells.date_tokens import Kind, Token

_SEPARATORS = ".,;/-:_"

#: Years that a number may name without further words.
YEARS = range(1900, 2200)


class Numeric(NamedTuple):
    """A date in digits and the place after its last token."""

    point: Point
    end: int


class Row(NamedTuple):
    """Up to three numbers with the signs between them; ``ends[n]`` is the place after the n-th number."""

    numbers: list[Token]
    signs: list[str]
    ends: list[int]


def read_row(tokens: Sequence[Token], start: int) -> Row:
    """Numbers from ``start`` on, divided by at most two signs and no words."""
    row = Row([tokens[start]], [], [start + 1])
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


def goes_on(tokens: Sequence[Token], end: int, signs: str) -> bool:
    """Whether another number is joined to what ends here: then it is something longer than was thought."""
    return (
        end + 1 < len(tokens)
        and tokens[end].is_sign(signs)
        and not tokens[end].spaced
        and tokens[end + 1].kind is Kind.NUMBER
        and not tokens[end + 1].spaced
    )


def day_exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has such a day; in an untold year February may have 29."""
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return False
    return 1 <= day <= calendar.monthrange(2000 if year is None else year, month)[1]


def day_point(day: int, month: int, year: int | None, *, guessed: bool = False) -> Point:
    """The day, ``invalid`` if the calendar has it not."""
    return Point(Unit.DAY, year, month, day, guessed=guessed, invalid=not day_exists(year, month, day))

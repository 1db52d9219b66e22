"""What a date phrase is made of after reading its words: points in time and what joins them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum, auto

from courtcomms.cells.date_phrase_table import Phrase


class Unit(IntEnum):
    """What a point of time names, from the finest; a bare number takes its neighbour's unit."""

    NUMBER = 0
    DAY = 1
    MONTH = 2
    QUARTER = 3
    HALF = 4
    YEAR = 5


class Mark(Enum):
    """What stands between points."""

    FROM = auto()
    SINCE = auto()
    TO = auto()
    DASH = auto()
    SEPARATOR = auto()
    LINE = auto()
    OR = auto()
    STROKE = auto()
    BETWEEN = auto()
    OTHER = auto()
    REFERENCE = auto()
    TIME = auto()
    ABOUT = auto()


@dataclass(slots=True, eq=False)
class Point:
    """A day, month, quarter, half-year, year or bare number as it is written, parts untold being ``None``.

    ``number`` is that of a quarter or half-year (``None``: the report's own), or the bare number.
    ``guessed``: letters or signs were. ``weak``: a pair of numbers that is hardly a date by itself («1.9»);
    ``loose``: one that may be something else («1.10»). ``invalid``: no such
    day or period exists. ``blurred``: only some part of the span is meant («кінець вересня»). ``numeric``:
    written in digits. ``within``: «протягом» stands before.
    """

    unit: Unit
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    guessed: bool = False
    weak: bool = False
    loose: bool = False
    invalid: bool = False
    blurred: bool = False
    numeric: bool = False
    within: bool = False
    short_year: bool = False


Item = Point | Mark | Phrase


def full_year(number: int) -> int:
    """The year that two digits stand for: 91–99 are the last century's."""
    return number + (1900 if number > 90 else 2000)

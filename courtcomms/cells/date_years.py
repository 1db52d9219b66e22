"""What points of time take from their neighbours and from the report: units, months, years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.cells.date_joining import JOINING
from courtcomms.cells.date_row import day_exists
from courtcomms.period import Period, PeriodKind

_LIMITS = {Unit.DAY: 31, Unit.MONTH: 12, Unit.QUARTER: 4, Unit.HALF: 2}


def complete(items: list[Item], period: Period | None) -> list[Item]:
    """The items with bare numbers made into days or quarters and every year filled in that can be told.

    A day without a year takes that of the next day it is joined to, else of the one before, else of any
    after it, else the report's. In «28.12–03.01» the year changes in between.
    """
    items = years_from_neighbours(with_units(items))
    points = [item for item in items if isinstance(item, Point)]
    if period is not None and all(point.year is None for point in points):
        _years_from_period(items, period)
    for point in points:
        if point.unit is Unit.DAY and point.month is not None and point.day is not None:
            point.invalid = point.invalid or not day_exists(point.year, point.month, point.day)
    return items


def years_from_neighbours(items: list[Item]) -> list[Item]:
    """The same items; if any of them has a year, all have one then."""
    points = [item for item in items if isinstance(item, Point)]
    if any(point.year is not None for point in points):
        _years_from_next(items)
        _years_from_before(items)
        _years_from_any(points)
    return items


def _joined_pairs(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Places of points with nothing but joining marks between them, from the last pair to the first."""
    following: int | None = None
    for place in range(len(items) - 1, -1, -1):
        item = items[place]
        if isinstance(item, Point):
            if following is not None:
                yield place, following
            following = place
        elif item not in JOINING and item is not Mark.FROM:
            following = None


def with_units(items: list[Item]) -> list[Item]:
    """Bare numbers become what their next neighbour is; those that cannot are no dates."""
    for place, following in _joined_pairs(items):
        number, neighbour = items[place], items[following]
        assert isinstance(number, Point)
        assert isinstance(neighbour, Point)
        if number.unit is Unit.NUMBER:
            _take_unit(number, neighbour)
    return [Mark.OTHER if isinstance(item, Point) and item.unit is Unit.NUMBER else item for item in items]


def _take_unit(number: Point, neighbour: Point) -> None:
    value, unit = number.number or 0, neighbour.unit
    named_month = unit is Unit.MONTH and not neighbour.numeric
    if unit not in _LIMITS or value > _LIMITS[unit] or named_month or (unit is Unit.DAY and number.weak):
        return
    number.unit, number.year, number.guessed = unit, neighbour.year, number.guessed or neighbour.guessed
    number.numeric, number.short_year = neighbour.numeric, neighbour.short_year
    if unit is Unit.DAY:
        number.day, number.month, number.number = value, neighbour.month, None
    elif unit is Unit.MONTH:
        number.month, number.number, number.guessed = value, None, True


def order_key(point: Point) -> tuple[int, int]:
    """Month and day at which a point begins inside its year."""
    if point.unit in {Unit.QUARTER, Unit.HALF}:
        months = 3 if point.unit is Unit.QUARTER else 6
        return ((point.number or 1) - 1) * months + 1, 1
    return point.month or 1, point.day or 1


def end_key(point: Point) -> tuple[int, int]:
    """Month and day at which a point ends inside its year, the last days of months counted alike."""
    if point.unit is Unit.YEAR or (point.unit in {Unit.QUARTER, Unit.HALF} and point.number is None):
        return 12, 31
    month, _ = order_key(point)
    length = {Unit.QUARTER: 3, Unit.HALF: 6}.get(point.unit, 1)
    return month + length - 1, (point.day or 31)


def _range_between(items: Sequence[Item], place: int, following: int) -> bool:
    return any(mark in (Mark.DASH, Mark.TO) for mark in items[place + 1 : following])


class _Turn(NamedTuple):
    """Whether New Year lies between two points, and whether that is a guess."""

    crossed: bool
    guessed: bool


def _new_year_between(first: Point, last: Point, *, ranged: bool) -> _Turn:
    """«28.12–03.01» crosses it. «20–13 серпня» does not: it is a slip, or a list out of order.

    A range that takes more than half a year over New Year is a guess, and so is any crossing in a list.
    """
    begins, ends = order_key(first), end_key(last)
    if begins <= ends or begins[0] == order_key(last)[0]:
        return _Turn(False, False)
    long = 12 - begins[0] + ends[0] > 6
    return _Turn(True, long) if ranged else _Turn(not long, not long)


def _years_from_next(items: Sequence[Item]) -> None:
    for place, following in _joined_pairs(items):
        point, neighbour = items[place], items[following]
        assert isinstance(point, Point)
        assert isinstance(neighbour, Point)
        if point.year is None and neighbour.year is not None and not point.unit > neighbour.unit:
            point.year, point.short_year = neighbour.year, neighbour.short_year
            turn = _new_year_between(point, neighbour, ranged=_range_between(items, place, following))
            point.year -= turn.crossed
            point.guessed = point.guessed or turn.guessed


def _years_from_before(items: Sequence[Item]) -> None:
    before: Point | None = None
    ranged = False
    for item in items:
        if not isinstance(item, Point):
            ranged = item in (Mark.DASH, Mark.TO)
            continue
        if item.year is None and before is not None and before.year is not None:
            item.year = before.year
            if before.unit is not Unit.YEAR:
                turn = _new_year_between(before, item, ranged=ranged)
                item.year += turn.crossed
                item.guessed = item.guessed or turn.guessed
        before = item if item.year is not None else before


def _years_from_any(points: Sequence[Point]) -> None:
    """What is still without a year stands before the first one that has it."""
    first = next(point for point in points if point.year is not None)
    for point in points:
        if point.year is None:
            point.year = first.year


def _years_from_period(items: Sequence[Item], period: Period) -> None:
    for item in items:
        if isinstance(item, Point):
            item.year = period.year
    for place, following in _joined_pairs(items):
        point, neighbour = items[place], items[following]
        assert isinstance(point, Point)
        assert isinstance(neighbour, Point)
        ranged = _range_between(items, place, following)
        turn = _new_year_between(point, neighbour, ranged=ranged)
        neighbour.guessed = neighbour.guessed or turn.guessed
        if turn.crossed and ranged:
            _cross_new_year(point, neighbour, period)


def _cross_new_year(first: Point, last: Point, period: Period) -> None:
    """Lay «28.12–03.01» over the end or the beginning of the report's year, whichever the report touches."""
    months = range(period.start.month, period.end.month + 1)
    if period.kind is not PeriodKind.YEAR and order_key(last)[0] in months:
        first.year = period.year - 1
        return
    last.year = period.year + 1
    last.guessed = last.guessed or order_key(first)[0] not in months


def far_from(year: int, period: Period | None) -> bool:
    """Whether a year can hardly be meant: outside 1991–2099, or more than fifteen years off the report's."""
    if not 1991 <= year <= 2099:
        return True
    return period is not None and abs(year - period.year) > 15

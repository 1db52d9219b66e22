"""Points joined to spans of days."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.period import Period, PeriodKind

_LENGTHS = {Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12}


class Shape(Enum):
    """How a span is said."""

    SINGLE = auto()
    RANGE = auto()
    FROM = auto()
    TO = auto()


@dataclass(slots=True)
class Span:
    """Days from ``start`` to ``end``; either is ``None`` where it is not told or its year is unknown.

    ``unit`` is the coarsest of its ends; ``guessed`` and ``blurred`` are theirs. ``stated`` tells whether a
    preposition said where it begins, ``within`` whether «протягом» stands before; ``backwards`` whether its
    end lies before its start.
    """

    unit: Unit
    shape: Shape
    start: date | None
    end: date | None
    guessed: bool = False
    blurred: bool = False
    stated: bool = False
    years: tuple[int, ...] = ()
    mixed: bool = False
    within: bool = False

    @property
    def backwards(self) -> bool:
        return self.start is not None and self.end is not None and self.end < self.start


def first_day(point: Point, period: Period | None) -> date | None:
    """The day on which a point begins; ``None`` where its year or number is unknown."""
    span = _days_of(point, period)
    return span[0] if span else None


def last_day(point: Point, period: Period | None) -> date | None:
    """The day on which a point ends; ``None`` where its year or number is unknown."""
    span = _days_of(point, period)
    return span[1] if span else None


def _days_of(point: Point, period: Period | None) -> tuple[date, date] | None:
    if point.invalid or point.year is None or not 1 <= point.year <= 9999:
        return None
    if point.unit is Unit.DAY and point.month and point.day:
        day = date(point.year, point.month, point.day)
        return day, day
    if point.unit is Unit.MONTH:
        return _months(point.year, point.month, 1) if point.month else None
    if point.unit in {Unit.QUARTER, Unit.HALF} and point.number is None:
        return _own_part(point, period)
    if point.unit in _LENGTHS:
        length = _LENGTHS[point.unit]
        return _months(point.year, ((point.number or 1) - 1) * length + 1, length)
    return None


def _months(year: int, first: int, length: int) -> tuple[date, date]:
    last = first + length - 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _own_part(point: Point, period: Period | None) -> tuple[date, date] | None:
    """«протягом кварталу»: the report's own quarter, if the report is one; the half-year alike."""
    kind = PeriodKind.QUARTER if point.unit is Unit.QUARTER else PeriodKind.HALF_YEAR
    if period is None or period.kind is not kind or point.year != period.year:
        return None
    return period.start, period.end


def make_spans(items: Sequence[Item], period: Period | None) -> list[Span]:
    """Join the points to spans, in the order of the text."""
    spans: list[Span] = []
    place = 0
    while place < len(items):
        item = items[place]
        if not isinstance(item, Point):
            place += 1
            continue
        before = items[place - 1] if place else None
        chain = _chain(items, place)
        if len(chain) == 2:
            spans.append(_range(chain[0], chain[1], period, stated=before is Mark.FROM))
        else:
            shapes = {Mark.FROM: Shape.FROM, Mark.TO: Shape.TO} if len(chain) == 1 else {}
            shape = shapes.get(before, Shape.SINGLE) if isinstance(before, Mark) else Shape.SINGLE
            spans.extend(_single(point, shape, period) for point in chain)
        place += 2 * len(chain) - 1
    return spans


def _chain(items: Sequence[Item], place: int) -> list[Point]:
    """Points with a dash or «по» between them; three and more are no range but a list."""
    chain: list[Point] = []
    while place < len(items):
        point = items[place]
        if not isinstance(point, Point):
            break
        chain.append(point)
        if place + 1 >= len(items) or items[place + 1] not in (Mark.DASH, Mark.TO):
            break
        place += 2
    return chain


def _years(*points: Point) -> tuple[int, ...]:
    """The years written, to be judged; 0 for two digits of another half of the century («05.09.55»)."""
    return tuple(
        0 if point.short_year and not 2000 <= point.year < 2050 else point.year
        for point in points
        if point.year is not None
    )


def _single(point: Point, shape: Shape, period: Period | None) -> Span:
    start, end = first_day(point, period), last_day(point, period)
    if shape is Shape.FROM:
        end = None
    elif shape is Shape.TO:
        start = None
    return Span(
        point.unit,
        shape,
        start,
        end,
        guessed=point.guessed,
        blurred=point.blurred,
        stated=shape is Shape.FROM,
        years=_years(point),
        within=point.within,
    )


def _range(first: Point, last: Point, period: Period | None, *, stated: bool) -> Span:
    return Span(
        max(first.unit, last.unit),
        Shape.RANGE,
        first_day(first, period),
        last_day(last, period),
        guessed=first.guessed or last.guessed,
        blurred=first.blurred or last.blurred,
        stated=stated,
        years=_years(first, last),
        mixed=first.unit is not last.unit,
    )

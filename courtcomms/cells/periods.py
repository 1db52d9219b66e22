"""Reading the period that a title names: «за ІІІ квартал 2021 року»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.cells.date_joining import tidy
from courtcomms.cells.date_normalise import normalise
from courtcomms.cells.date_phrase_table import Phrase
from courtcomms.cells.date_reading import read_items
from courtcomms.cells.date_spans import Shape, Span, make_spans
from courtcomms.cells.date_years import far_from, with_units, years_from_neighbours
from courtcomms.cells.title_mending import (
    guessed_period,
    together,
    with_counted_months,
    without_digits_in_words,
)
from courtcomms.model import Confidence
from courtcomms.period import Period, PeriodKind

_NO_YEAR = 2000
_PARTS = (Unit.QUARTER, Unit.HALF, Unit.MONTH, Unit.YEAR)


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """What a title says of its period; ``None`` for what it does not say.

    ``quarter`` is 1–4, ``half`` 1–2, ``month`` 1–12; at most one of them is given. ``confidence`` is
    ``PROBABLE`` where letters had to be guessed or more is said than a period can hold («за 9 місяців»), and
    ``SUSPICIOUS`` for a year outside 1991–2099.
    """

    year: int | None = None
    quarter: int | None = None
    half: int | None = None
    month: int | None = None
    confidence: Confidence = Confidence.SURE

    @property
    def period(self) -> Period | None:
        """The quarter, half-year or year named; ``None`` for others, without a year or if it cannot be."""
        if self.year is None or self.month is not None or self.confidence is Confidence.SUSPICIOUS:
            return None
        if self.quarter is not None:
            return Period(self.year, self.quarter, PeriodKind.QUARTER)
        if self.half is not None:
            return Period(self.year, self.half, PeriodKind.HALF_YEAR)
        return Period(self.year, 1, PeriodKind.YEAR)


def read_period(text: str) -> PeriodReading:
    """The period that a title or a line of it names; all ``None`` where there is none.

    A quarter or half-year counts before a month, a month before a year; of several the last one is the
    report's («план на 2020 рік за І квартал 2021 року»). A range that is exactly a quarter, half-year or
    year is read as that. Single days («станом на 30.09.2021») name no period. Never raises for any text.
    """
    whole = with_counted_months(together(text))
    mended = without_digits_in_words(whole)
    reading = _read(mended)
    if mended != whole:
        reading = replace(reading, confidence=_at_least_probable(reading.confidence))
    if reading.quarter or reading.half or reading.month:
        return reading
    guess = guessed_period(mended)
    guessed = _read(guess) if guess != mended else PeriodReading()
    if guessed.quarter is None and guessed.half is None:
        return reading
    return replace(guessed, confidence=_at_least_probable(guessed.confidence))


def _read(text: str) -> PeriodReading:
    normalised = normalise(text)
    reading = read_items(normalised)
    if Phrase.SCHOOL_YEAR in reading.items:
        return PeriodReading()
    items = years_from_neighbours(with_units(_without_single_days(tidy(reading.items))))
    if any(isinstance(item, Point) and item.invalid for item in items):
        return PeriodReading()
    found = [_read_span(span) for span in _spans(items)]
    named = [reading for reading in found if reading is not None]
    if not named:
        return PeriodReading()
    result = _most_telling(named)
    unread_part = (
        result.period is not None and result.period.kind is PeriodKind.YEAR and "квартал" in normalised
    )
    return _with_doubts(result, guessed=reading.guessed or unread_part)


def _without_single_days(items: Sequence[Item]) -> list[Item]:
    """Days that are not an end of a range date documents and lend no year to a quarter."""
    kept: list[Item] = []
    for place, item in enumerate(items):
        beside = (items[place - 1] if place else None, items[place + 1] if place + 1 < len(items) else None)
        day = isinstance(item, Point) and item.unit is Unit.DAY
        kept.append(Mark.OTHER if day and not any(mark in (Mark.DASH, Mark.TO) for mark in beside) else item)
    return kept


def _spans(items: list[Item]) -> list[tuple[Span, bool]]:
    """Spans, each with whether its year is told; one untold is read in an arbitrary leap year."""
    points = [item for item in items if isinstance(item, Point)]
    told = bool(points) and all(point.year is not None for point in points)
    for point in points:
        point.year = point.year if point.year is not None else _NO_YEAR
    return [(span, told) for span in make_spans(items, None)]


def _read_span(found: tuple[Span, bool]) -> PeriodReading | None:
    """The quarter, half-year, month or year that a span is; of months from January on only the year."""
    span, told = found
    if span.start is None or span.end is None or span.shape in (Shape.FROM, Shape.TO) or span.backwards:
        return None
    doubt = Confidence.PROBABLE if span.guessed or span.blurred else Confidence.SURE
    if far_from(span.start.year, None) or far_from(span.end.year, None):
        doubt = Confidence.SUSPICIOUS
    year = span.start.year if told else None
    exact = _exactly(span.start, span.end)
    if exact is None:
        cumulative = (
            told and (span.start.month, span.start.day) == (1, 1) and span.start.year == span.end.year
        )
        return PeriodReading(year, confidence=_at_least_probable(doubt)) if cumulative else None
    months, number = exact
    if months == 12:
        return PeriodReading(year, confidence=doubt) if told else None
    return PeriodReading(
        year,
        number if months == 3 else None,
        number if months == 6 else None,
        number if months == 1 else None,
        doubt,
    )


def _exactly(start: date, end: date) -> tuple[int, int] | None:
    """Length in months and number in the year, if it is one whole month, quarter, half-year or year."""
    if start.year != end.year:
        return None
    for months in (1, 3, 6, 12):
        number, rest = divmod(start.month - 1, months)
        if rest == 0 and _is_whole(start, end, months):
            return months, number + 1
    return None


def _is_whole(start: date, end: date, months: int) -> bool:
    following = date(end.year + end.month // 12, end.month % 12 + 1, 1) if end.year < 9999 else None
    whole = start.day == 1 and following is not None and (following - end).days == 1
    return whole and end.month - start.month + 1 == months


def _most_telling(found: Sequence[PeriodReading]) -> PeriodReading:
    """The quarter or half-year, else the month, else the year; of different quarters only the year."""
    for telling in (
        [reading for reading in found if reading.quarter or reading.half],
        [reading for reading in found if reading.month],
    ):
        if telling:
            last = telling[-1]
            parts = {(reading.quarter, reading.half, reading.month) for reading in telling}
            return last if len(parts) == 1 else PeriodReading(last.year, confidence=Confidence.PROBABLE)
    return found[-1]


def _at_least_probable(confidence: Confidence) -> Confidence:
    return Confidence.PROBABLE if confidence is Confidence.SURE else confidence


def _with_doubts(reading: PeriodReading, *, guessed: bool) -> PeriodReading:
    if not guessed:
        return reading
    confidence = _at_least_probable(reading.confidence)
    return PeriodReading(reading.year, reading.quarter, reading.half, reading.month, confidence)

"""Reading the column «Дата проведення»: what a date phrase means.

The rules, in their order:

- Nothing but blanks and dashes is ``EMPTY``; a day or quarter that the calendar has not makes the whole
  phrase ``INVALID``.
- A standing phrase decides the kind («постійно», «до закінчення карантину», «щомісяця», «за потреби»): the
  first one in the text, but «постійно» yields to «до закінчення …». A day or «з …» beside it is its start,
  «до 31.12.2021» its end; «постійно» with both is a ``RANGE``. A month beside «постійно» is a guess at its
  start. Days with their year beside «щомісяця» are kept; «щорічно, 24 серпня» stays without a year.
- Otherwise the spans decide. Days listed, also as short ranges, are ``DAYS``; a coarse span that contains
  a finer one only frames it («ІІІ квартал 2021 (13.08.2021)» is a day).
- «з 13.08.2021» alone is ``ONGOING_FROM``; «до 31.12.2021» alone is a ``RANGE`` without a start.
- A year untold is the report's. Without a report ``start`` and ``end`` are ``None``.
- The date of a document («наказ № 5 від 12.05.2015») is not the event's.
- Years outside 1991–2099 or more than 15 years off the report's, an end before its start and a day of the
  week that contradicts the date are ``SUSPICIOUS``; the values stay as written.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from courtcomms.cells.date_cursor import Reading
from courtcomms.cells.date_doubts import judged
from courtcomms.cells.date_items import Item, Point, Unit
from courtcomms.cells.date_joining import tidy
from courtcomms.cells.date_kinds import kind_of_spans
from courtcomms.cells.date_normalise import normalise, says_nothing
from courtcomms.cells.date_phrase_table import Phrase
from courtcomms.cells.date_reading import read_items
from courtcomms.cells.date_spans import Span, make_spans
from courtcomms.cells.date_standing import standing_phrase, standing_span, weakly_standing
from courtcomms.cells.date_years import complete
from courtcomms.model import Confidence, DateKind, DateSpan
from courtcomms.period import Period, PeriodKind

#: Registers repeat their phrases («постійно»); longer texts are not kept in memory.
_LONGEST_KEPT = 200

_OWN_KINDS = {
    PeriodKind.QUARTER: DateKind.QUARTER,
    PeriodKind.HALF_YEAR: DateKind.HALF_YEAR,
    PeriodKind.YEAR: DateKind.YEAR,
}


def read_date(text: str, period: Period | None = None) -> DateSpan:
    """What a date phrase means; ``period`` is the report's and lends its year to dates without one.

    ``start`` and ``end`` are inclusive and ``None`` where the phrase does not tell them. ``dates`` are
    sorted, each once. Never raises for any text; time is linear in its length.
    """
    return _read_short(text, period) if len(text) <= _LONGEST_KEPT else _read(text, period)


def _read(text: str, period: Period | None) -> DateSpan:
    normalised = normalise(text)
    if says_nothing(normalised):
        return DateSpan(DateKind.EMPTY)
    reading = read_items(normalised)
    if Phrase.SCHOOL_YEAR in reading.items:
        reading.items = [
            item for item in reading.items if not (isinstance(item, Point) and item.unit is Unit.YEAR)
        ]
    if Phrase.OTHER_YEAR in reading.items:
        period = None
    reading.years_told = any(isinstance(item, Point) and item.year is not None for item in reading.items)
    items = complete(tidy(reading.items), period)
    if any(isinstance(item, Point) and item.invalid for item in items):
        return DateSpan(DateKind.INVALID)
    spans = make_spans(items, period)
    return judged(_meaning(items, spans, reading, period), items, spans, reading, period)


_read_short = lru_cache(maxsize=4096)(_read)


def _meaning(items: Sequence[Item], spans: list[Span], reading: Reading, period: Period | None) -> DateSpan:
    """What items and spans say, before it is asked how surely."""
    phrase = standing_phrase(items)
    if phrase is not None:
        return standing_span(phrase, items, spans, years_told=reading.years_told)
    if spans:
        return kind_of_spans(spans)
    weakly = weakly_standing(items)
    if weakly is not None:
        return weakly
    if Phrase.REPORT_PERIOD in items:
        if period is None:
            return DateSpan(DateKind.QUARTER, confidence=Confidence.PROBABLE)
        return DateSpan(_OWN_KINDS[period.kind], period.start, period.end)
    if reading.weekday_range:
        return DateSpan(DateKind.RECURRING, confidence=Confidence.PROBABLE)
    return DateSpan(DateKind.TEXT)

"""Reading the column «Дата проведення»: what a date phrase means.

The rules, in their order:

- Nothing but blanks and dashes is ``EMPTY``; a day or quarter that the calendar has not makes the whole
  phrase ``INVALID``.
- A standing phrase decides the kind («постійно», «до закінчення карантину», «щомісяця», «за потреби»): the
  first one in the text, but «постійно» yields to «до закінчення …». A day or «з …» beside it is its start.
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
from datetime import date

from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.cells.date_joining import tidy
from courtcomms.cells.date_kinds import kind_of_spans
from courtcomms.cells.date_normalise import normalise, says_nothing
from courtcomms.cells.date_phrases import Phrase
from courtcomms.cells.date_reading import Reading, read_items
from courtcomms.cells.date_spans import Shape, Span, make_spans
from courtcomms.cells.date_years import complete, far_from
from courtcomms.model import Confidence, DateKind, DateSpan
from courtcomms.period import Period, PeriodKind

_STANDING = {
    Phrase.ONGOING: DateKind.ONGOING,
    Phrase.NOW: DateKind.ONGOING,
    Phrase.UNTIL_EVENT: DateKind.UNTIL_EVENT,
    Phrase.RECURRING: DateKind.RECURRING,
    Phrase.AS_NEEDED: DateKind.AS_NEEDED,
}
#: What counts only where no date is told: «щорічна акція 17.08.2021» is a day.
_WEAKLY_STANDING = {
    Phrase.ONGOING_ADJECTIVE: DateKind.ONGOING,
    Phrase.RECURRING_ADJECTIVE: DateKind.RECURRING,
    Phrase.ON_REQUEST: DateKind.AS_NEEDED,
}
_DOUBTS = frozenset(
    {
        Mark.ABOUT,
        Phrase.MOVED,
        Phrase.CANCELLED,
        Phrase.INSTEAD,
        Phrase.EXCEPT,
        Phrase.OTHER_YEAR,
        Phrase.AFTER,
    }
)
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
    items = complete(tidy(reading.items), period)
    if any(isinstance(item, Point) and item.invalid for item in items):
        return DateSpan(DateKind.INVALID)
    spans = make_spans(items, period)
    return _judged(_meaning(items, spans, reading, period), items, spans, reading, period)


def _meaning(items: Sequence[Item], spans: list[Span], reading: Reading, period: Period | None) -> DateSpan:
    standing = _standing_phrase(items)
    if standing is not None:
        return _standing(standing, items, spans)
    if spans:
        return kind_of_spans(spans)
    for item in items:
        if isinstance(item, Phrase) and item in _WEAKLY_STANDING and _alone(item, items):
            return DateSpan(_WEAKLY_STANDING[item])
    if Phrase.REPORT_PERIOD in items:
        if period is None:
            return DateSpan(DateKind.QUARTER, confidence=Confidence.PROBABLE)
        return DateSpan(_OWN_KINDS[period.kind], period.start, period.end)
    if len(reading.weekdays) > 1 and any(mark in (Mark.DASH, Mark.TO) for mark in items):
        return DateSpan(DateKind.RECURRING, confidence=Confidence.PROBABLE)
    return DateSpan(DateKind.TEXT)


def _alone(phrase: Phrase, items: Sequence[Item]) -> bool:
    """«постійна» alone is a date; «постійна комісія» is not."""
    return phrase is not Phrase.ONGOING_ADJECTIVE or Mark.OTHER not in items


def _standing_phrase(items: Sequence[Item]) -> Phrase | None:
    """The phrase that makes the event a standing one."""
    found = [item for item in items if isinstance(item, Phrase) and item in _STANDING]
    if not found:
        return None
    if found[0] in (Phrase.ONGOING, Phrase.NOW) and Phrase.UNTIL_EVENT in found:
        return Phrase.UNTIL_EVENT
    return found[0]


def _standing(phrase: Phrase, items: Sequence[Item], spans: list[Span]) -> DateSpan:
    """A standing event with what is told of its start and end."""
    alternative = _is_alternative(items)
    confidence = Confidence.PROBABLE if alternative else Confidence.SURE
    days = [span for span in spans if span.unit is Unit.DAY]
    if phrase is Phrase.AS_NEEDED and days and not alternative and not any(span.stated for span in days):
        return _doubtful(kind_of_spans(spans))
    told = [] if alternative and not days else spans
    if phrase in (Phrase.ONGOING, Phrase.NOW):
        bounded = [
            span for span in told if span.shape is Shape.RANGE and (span.stated or span.unit is Unit.DAY)
        ]
        if bounded and phrase is Phrase.ONGOING:
            return kind_of_spans(bounded)
        start = _told_start(told, any_point=phrase is Phrase.NOW)
        kind = DateKind.ONGOING if start is None else DateKind.ONGOING_FROM
        return DateSpan(kind, start, confidence=confidence)
    if phrase is Phrase.UNTIL_EVENT:
        return DateSpan(DateKind.UNTIL_EVENT, _told_start(told), confidence=confidence)
    framed = kind_of_spans(told) if told else DateSpan(DateKind.TEXT)
    return DateSpan(
        _STANDING[phrase], framed.start, framed.end, confidence=_worse(confidence, framed.confidence)
    )


def _told_start(spans: Sequence[Span], *, any_point: bool = False) -> date | None:
    """Where a standing event begins: what «з» says, else a day; a blurred beginning is none."""
    stated = [span for span in spans if span.stated]
    if stated:
        return None if stated[0].blurred else stated[0].start
    days = [span.start for span in spans if span.start and (span.unit is Unit.DAY or any_point)]
    return min(days) if days and not any(span.blurred for span in spans) else None


def _is_alternative(items: Sequence[Item]) -> bool:
    """«Червень-серпень / постійно»: a stroke or «або» between a point and a standing phrase."""
    kinds = [item for item in items if isinstance(item, (Point, Phrase)) or item is Mark.OR]
    for place, item in enumerate(kinds):
        if item is Mark.OR and 0 < place < len(kinds) - 1:
            before, after = kinds[place - 1], kinds[place + 1]
            if isinstance(before, Phrase) or isinstance(after, Phrase):
                return True
    return False


def _worse(first: Confidence, second: Confidence) -> Confidence:
    order = (Confidence.SURE, Confidence.PROBABLE, Confidence.SUSPICIOUS)
    return max(first, second, key=order.index)


def _doubtful(span: DateSpan, confidence: Confidence = Confidence.PROBABLE) -> DateSpan:
    confidence = _worse(span.confidence, confidence)
    return DateSpan(span.kind, span.start, span.end, span.dates, confidence)


def _judged(
    span: DateSpan, items: Sequence[Item], spans: Sequence[Span], reading: Reading, period: Period | None
) -> DateSpan:
    """The same meaning with the doubts that the whole phrase gives."""
    if span.kind is DateKind.TEXT:
        return DateSpan(DateKind.TEXT)
    if any(_cannot_be_meant(each, period) for each in spans) or _wrong_weekday(span, reading.weekdays):
        return _doubtful(span, Confidence.SUSPICIOUS)
    if reading.guessed or any(each.guessed or each.blurred for each in spans):
        return _doubtful(span)
    if any(isinstance(item, (Mark, Phrase)) and item in _DOUBTS for item in items):
        return _doubtful(span)
    return span


def _cannot_be_meant(span: Span, period: Period | None) -> bool:
    """An end before its start, or a year far off; what began long ago may still go on."""
    if span.backwards:
        return True
    if span.shape is Shape.FROM and period is not None:
        return any(far_from(year, None) or year - period.year > 15 for year in span.far_years)
    return any(far_from(year, period) for year in span.far_years)


def _wrong_weekday(span: DateSpan, weekdays: Sequence[int]) -> bool:
    days = span.dates or ((span.start,) if span.kind is DateKind.DAY and span.start else ())
    return len(days) == len(weekdays) and sorted(day.weekday() for day in days) != sorted(weekdays)

"""How sure a date is that was read from a phrase."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.cells.date_cursor import Reading
from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.cells.date_phrase_table import Phrase
from courtcomms.cells.date_spans import Shape, Span
from courtcomms.cells.date_years import far_from
from courtcomms.model import Confidence, DateKind, DateSpan
from courtcomms.period import Period

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


def worse(first: Confidence, second: Confidence) -> Confidence:
    """The greater doubt of two."""
    order = (Confidence.SURE, Confidence.PROBABLE, Confidence.SUSPICIOUS)
    return max(first, second, key=order.index)


def doubtful(span: DateSpan, confidence: Confidence = Confidence.PROBABLE) -> DateSpan:
    """The same date with at least this doubt."""
    confidence = worse(span.confidence, confidence)
    return DateSpan(span.kind, span.start, span.end, span.dates, confidence)


def judged(
    span: DateSpan, items: Sequence[Item], spans: Sequence[Span], reading: Reading, period: Period | None
) -> DateSpan:
    """The same meaning with the doubts that the whole phrase gives."""
    if span.kind is DateKind.TEXT:
        return DateSpan(DateKind.TEXT)
    backwards = span.start is not None and span.end is not None and span.end < span.start
    if (
        backwards
        or any(_cannot_be_meant(each, period) for each in spans)
        or _wrong_weekday(span, reading.weekdays)
    ):
        return doubtful(span, Confidence.SUSPICIOUS)
    if reading.guessed or any(each.guessed or each.blurred for each in spans) or _unfinished(items):
        return doubtful(span)
    if any(isinstance(item, (Mark, Phrase)) and item in _DOUBTS for item in items):
        return doubtful(span)
    return span


def _unfinished(items: Sequence[Item]) -> bool:
    """Whether «по» or a dash leads nowhere, «або» leaves a choice, or «13.08» has no year."""
    either = any(
        item is Mark.OR and isinstance(before, Point) and isinstance(after, Point)
        for before, item, after in zip(items, items[1:], items[2:], strict=False)
    )
    dangling = len(items) > 1 and items[-1] in (Mark.TO, Mark.DASH) and isinstance(items[-2], Point)
    return (
        either
        or dangling
        or any(
            isinstance(item, Point) and item.year is None and item.numeric and item.unit is Unit.DAY
            for item in items
        )
    )


def _cannot_be_meant(span: Span, period: Period | None) -> bool:
    """An end before its start, or a year far off; what began long ago may still go on."""
    if span.backwards:
        return True
    if span.shape is Shape.FROM and period is not None:
        return any(far_from(year, None) or year - period.year > 15 for year in span.years)
    return any(far_from(year, period) for year in span.years)


def _wrong_weekday(span: DateSpan, weekdays: Sequence[int]) -> bool:
    days = span.dates or ((span.start,) if span.kind is DateKind.DAY and span.start else ())
    return len(days) == len(weekdays) and sorted(day.weekday() for day in days) != sorted(weekdays)

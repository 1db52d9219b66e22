"""Which kind of date several spans make together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from courtcomms.cells.date_items import Unit
from courtcomms.cells.date_spans import Shape, Span
from courtcomms.model import Confidence, DateKind, DateSpan

_KINDS = {Unit.QUARTER: DateKind.QUARTER, Unit.HALF: DateKind.HALF_YEAR, Unit.YEAR: DateKind.YEAR}

#: Longer ranges inside a list are not told day by day.
_MOST_DAYS_OF_RANGES = 31


def kind_of_spans(spans: Sequence[Span]) -> DateSpan:
    """The date that one or more spans make; what only frames a finer span is left out."""
    spans = _without_frames(spans)
    if len(spans) == 1:
        return _alone(spans[0])
    beginnings = [span for span in spans if span.shape is Shape.FROM]
    if beginnings:
        return DateSpan(DateKind.ONGOING_FROM, beginnings[0].start, confidence=Confidence.PROBABLE)
    if spans[0].shape is Shape.TO:
        return DateSpan(DateKind.RANGE, None, _hull(spans).end, confidence=Confidence.PROBABLE)
    if any(span.shape is Shape.TO for span in spans):
        return _hull(spans)
    if all(span.unit is Unit.DAY for span in spans):
        return _days(spans)
    if all(span.unit is Unit.MONTH and not span.mixed for span in spans):
        return _months(spans)
    units = {span.unit for span in spans}
    if len(units) == 1 and not any(span.mixed for span in spans):
        return _bounds(_KINDS[units.pop()], spans)
    return _hull(spans)


def _without_frames(spans: Sequence[Span]) -> list[Span]:
    """The spans without those that contain a finer one, in linear time."""
    if len({span.unit for span in spans}) == 1:
        return list(spans)
    finest = min(span.unit for span in spans)
    fine = [span for span in spans if span.unit is finest]
    earliest = min((span.start for span in fine if span.start), default=None)
    latest = max((span.end for span in fine if span.end), default=None)
    return [span for span in spans if span.unit is finest or not _contains(span, earliest, latest)]


def _contains(frame: Span, start: date | None, end: date | None) -> bool:
    if frame.shape not in (Shape.SINGLE, Shape.RANGE) or frame.mixed:
        return False
    if frame.start is None or frame.end is None:
        return True
    return (start is None or frame.start <= start) and (end is None or end <= frame.end)


def _alone(span: Span) -> DateSpan:
    if span.shape is Shape.FROM:
        return _from(span)
    if span.shape is Shape.TO:
        if span.blurred:
            return DateSpan(DateKind.TEXT)
        return DateSpan(DateKind.RANGE, None, span.end)
    if span.unit is Unit.DAY:
        return DateSpan(DateKind.DAY if span.shape is Shape.SINGLE else DateKind.RANGE, span.start, span.end)
    if span.mixed:
        return DateSpan(DateKind.RANGE, span.start, span.end)
    if span.unit is Unit.MONTH:
        kind = DateKind.MONTH if span.shape is Shape.SINGLE else DateKind.MONTHS
        return DateSpan(kind, span.start, span.end)
    return DateSpan(_KINDS[span.unit], span.start, span.end)


def _from(span: Span) -> DateSpan:
    """«з 13.08.2021» begins then; «з кінця вересня» begins some day that is not told."""
    if span.blurred:
        return DateSpan(DateKind.ONGOING, confidence=Confidence.PROBABLE)
    return DateSpan(DateKind.ONGOING_FROM, span.start)


def _days(spans: Sequence[Span]) -> DateSpan:
    """Single days and short ranges as days, each once; with a long range only the first and last."""
    listed: set[date] = set()
    in_ranges = 0
    for span in spans:
        if span.start is None or span.end is None:
            return DateSpan(DateKind.DAYS)
        length = (span.end - span.start).days + 1
        in_ranges += length if span.shape is Shape.RANGE else 0
        if in_ranges > _MOST_DAYS_OF_RANGES or length < 1:
            return _hull(spans)
        listed.update(span.start + timedelta(days=day) for day in range(length))
    dates = tuple(sorted(listed))
    if len(dates) == 1:
        return DateSpan(DateKind.DAY, dates[0], dates[0])
    return DateSpan(DateKind.DAYS, dates[0], dates[-1], dates)


def _months(spans: Sequence[Span]) -> DateSpan:
    bounds = {(span.start, span.end) for span in spans}
    return _bounds(DateKind.MONTH if len(bounds) == 1 and spans[0].start else DateKind.MONTHS, spans)


def _bounds(kind: DateKind, spans: Sequence[Span]) -> DateSpan:
    """From the first day of all to the last; untold where one of them is."""
    starts = [span.start for span in spans if span.start]
    ends = [span.end for span in spans if span.end]
    return DateSpan(
        kind,
        min(starts) if len(starts) == len(spans) else None,
        max(ends) if len(ends) == len(spans) else None,
    )


def _hull(spans: Sequence[Span]) -> DateSpan:
    """Spans of several sorts: only the first and the last day are told, and not for sure."""
    starts = [span.start for span in spans if span.start]
    ends = [span.end for span in spans if span.end]
    return DateSpan(
        DateKind.RANGE, min(starts, default=None), max(ends, default=None), confidence=Confidence.PROBABLE
    )

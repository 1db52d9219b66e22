"""Events that return until they are closed: «постійно», «щомісяця», «за потреби», «до закінчення …»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from courtcomms.cells.date_doubts import doubtful
from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.cells.date_kinds import kind_of_spans
from courtcomms.cells.date_phrase_table import Phrase
from courtcomms.cells.date_spans import Shape, Span
from courtcomms.model import Confidence, DateKind, DateSpan

_STANDING = {
    Phrase.ONGOING: DateKind.ONGOING,
    Phrase.NOW: DateKind.ONGOING,
    Phrase.UNTIL_EVENT: DateKind.UNTIL_EVENT,
    Phrase.RECURRING: DateKind.RECURRING,
    Phrase.YEARLY: DateKind.RECURRING,
    Phrase.AS_NEEDED: DateKind.AS_NEEDED,
}
#: What counts only where no date is told: «щорічна акція 17.08.2021» is a day.
_WEAKLY_STANDING = {
    Phrase.ONGOING_ADJECTIVE: DateKind.ONGOING,
    Phrase.RECURRING_ADJECTIVE: DateKind.RECURRING,
    Phrase.ON_REQUEST: DateKind.AS_NEEDED,
}


def weakly_standing(items: Sequence[Item]) -> DateSpan | None:
    """The kind of a phrase that counts only where no date is told."""
    for item in items:
        if isinstance(item, Phrase) and item in _WEAKLY_STANDING and _alone(item, items):
            return DateSpan(_WEAKLY_STANDING[item])
    return None


def _alone(phrase: Phrase, items: Sequence[Item]) -> bool:
    """«постійна» alone is a date; «постійна комісія» is not."""
    return phrase is not Phrase.ONGOING_ADJECTIVE or Mark.OTHER not in items


def standing_phrase(items: Sequence[Item]) -> Phrase | None:
    """The phrase that makes the event a standing one."""
    found = [item for item in items if isinstance(item, Phrase) and item in _STANDING]
    if not found:
        return None
    if found[0] in (Phrase.ONGOING, Phrase.NOW) and Phrase.UNTIL_EVENT in found:
        return Phrase.UNTIL_EVENT
    return found[0]


def standing_span(phrase: Phrase, items: Sequence[Item], spans: list[Span], *, years_told: bool) -> DateSpan:
    """A standing event with what is told of its start and end."""
    alternative = _is_alternative(items)
    days = [span for span in spans if span.unit is Unit.DAY]
    if phrase is Phrase.AS_NEEDED and days and not alternative and not any(span.stated for span in days):
        return doubtful(kind_of_spans(spans))
    told = [] if alternative and not days else spans
    if phrase in (Phrase.ONGOING, Phrase.NOW):
        result = _ongoing(phrase, told, doubtful_day=Mark.ABOUT in items)
    elif phrase is Phrase.UNTIL_EVENT:
        end = None if alternative else _told_end(told)
        result = DateSpan(DateKind.UNTIL_EVENT, _told_start(told), end)
    else:
        result = _repeated(phrase, told, years_told=years_told)
    return doubtful(result) if alternative else result


def _ongoing(phrase: Phrase, spans: Sequence[Span], *, doubtful_day: bool) -> DateSpan:
    """«постійно (з 25.06.2018)», «постійно до 31.12.2021», «серпень 2021 (постійно)», a guess."""
    bounded = [span for span in spans if span.shape is Shape.RANGE and (span.stated or span.unit is Unit.DAY)]
    if bounded and phrase is Phrase.ONGOING:
        return kind_of_spans(bounded)
    start, end = (
        _told_start(spans, any_point=phrase is Phrase.NOW, doubtful_day=doubtful_day),
        _told_end(spans),
    )
    if start is not None:
        return DateSpan(DateKind.ONGOING_FROM, start, end)
    month = spans[0] if [span.unit for span in spans] == [Unit.MONTH] and not doubtful_day else None
    if month is not None and month.start is not None and month.shape is Shape.SINGLE:
        return DateSpan(DateKind.ONGOING_FROM, month.start, confidence=Confidence.PROBABLE)
    return DateSpan(DateKind.ONGOING, None, end)


def _repeated(phrase: Phrase, spans: Sequence[Span], *, years_told: bool) -> DateSpan:
    """What recurs or is done as needed, with the bounds or the days that are told."""
    kind = _STANDING[phrase]
    bounds = [span for span in spans if _bounds_repetition(span, spans, phrase, years_told=years_told)]
    if bounds:
        framed = kind_of_spans(bounds)
        return DateSpan(kind, framed.start, framed.end, confidence=framed.confidence)
    if not years_told or any(span.unit is not Unit.DAY for span in spans):
        return DateSpan(kind)
    listed = kind_of_spans(spans) if spans else DateSpan(kind)
    if len(listed.dates) > 1:
        return DateSpan(kind, listed.start, listed.end, listed.dates, listed.confidence)
    return DateSpan(kind, listed.start, confidence=Confidence.PROBABLE) if spans else DateSpan(kind)


def _bounds_repetition(span: Span, spans: Sequence[Span], phrase: Phrase, *, years_told: bool) -> bool:
    """Whether a span tells how long something is repeated («щотижня у вересні») and not when.

    «щорічно, І квартал» tells when, as long as no year is named.
    """
    if phrase is Phrase.YEARLY and not years_told:
        return False
    if span.shape is Shape.TO:
        return years_told or span.unit is Unit.YEAR
    if span.stated or span.within or span.shape is Shape.RANGE or span.unit is Unit.YEAR:
        return True
    return years_told and (span.unit > Unit.MONTH or (span.unit is Unit.MONTH and len(spans) == 1))


def _told_start(spans: Sequence[Span], *, any_point: bool = False, doubtful_day: bool = False) -> date | None:
    """Where a standing event begins: what «з» says, else a day that is not said of «оновлено»."""
    stated = [span for span in spans if span.stated]
    if stated:
        return None if stated[0].blurred else stated[0].start
    if doubtful_day:
        return None
    points = [span for span in spans if span.shape is not Shape.TO]
    days = [span.start for span in points if span.start and (span.unit is Unit.DAY or any_point)]
    return min(days) if days and not any(span.blurred for span in points) else None


def _told_end(spans: Sequence[Span]) -> date | None:
    """Where it ends for certain: «до 31.12.2021»."""
    ends = [span for span in spans if span.shape is Shape.TO or (span.shape is Shape.RANGE and span.stated)]
    return ends[0].end if len(ends) == 1 and not ends[0].blurred else None


def _is_alternative(items: Sequence[Item]) -> bool:
    """«Червень-серпень / постійно»: a stroke or «або» between a point and a standing phrase."""
    kinds = [item for item in items if isinstance(item, (Point, Phrase)) or item in (Mark.OR, Mark.STROKE)]
    for place, item in enumerate(kinds):
        if item in (Mark.OR, Mark.STROKE) and 0 < place < len(kinds) - 1:
            before, after = kinds[place - 1], kinds[place + 1]
            if isinstance(before, Phrase) or isinstance(after, Phrase):
                return True
    return False

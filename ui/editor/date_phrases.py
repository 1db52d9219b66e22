"""What was understood of a date phrase, said in one Ukrainian phrase.

The quarter at hand only adds «у межах кварталу» or «поза кварталом».
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from courtcomms.model import Confidence, DateKind, DateSpan
from courtcomms.period import ROMAN_QUARTERS, Period, PeriodKind
from ui import wording
from ui.editor.phrases import Phrase

#: A period's word inside «у межах …» and «поза …».
_PERIODS = {
    PeriodKind.QUARTER: ("кварталу", "кварталом"),
    PeriodKind.HALF_YEAR: ("півріччя", "півріччям"),
    PeriodKind.YEAR: ("року", "роком"),
}


def date_phrase(span: DateSpan, period: Period | None = None) -> Phrase:
    """«13 серпня 2021, у межах кварталу», «триває з 25.06.2018», «дату не зрозуміло»."""
    if span.kind is DateKind.EMPTY:
        return Phrase("дату не вказано")
    if span.kind is DateKind.INVALID:
        return Phrase("такої дати немає в календарі, перевірте", doubt=True)
    if span.kind is DateKind.TEXT:
        return Phrase("дату не зрозуміло", doubt=True)
    said = _DATES[span.kind](span)
    if span.confidence is Confidence.SUSPICIOUS:
        return Phrase(f"сумнівно: {said}, перевірте", doubt=True)
    if span.confidence is Confidence.PROBABLE:
        return Phrase(f"імовірно, {said}", doubt=True)
    return _placed(said, span, period)


def _placed(said: str, span: DateSpan, period: Period | None) -> Phrase:
    """A dated event is told apart by where it lies; a standing one only where it has not begun or is over."""
    if period is None or not (span.start or span.end):
        return Phrase(said)
    inner, outer = _PERIODS[period.kind]
    first, last = _first_and_last(span)
    if not period.overlaps(first, last):
        return Phrase(f"{said}, поза {outer}", doubt=True)
    if span.kind.standing:
        return Phrase(said)
    inside = first >= period.start and last <= period.end
    return Phrase(f"{said}, у межах {inner}" if inside else f"{said}, частково у межах {inner}")


def _first_and_last(span: DateSpan) -> tuple[date, date]:
    """The days between which an event lies; a standing one is open where no day is told."""
    if span.kind.standing:
        return span.start or date.min, span.end or date.max
    first = span.start or span.end or date.min
    return first, span.end or first


def _days(span: DateSpan) -> str:
    shown = [wording.digits(day) for day in span.dates]
    return f"{wording.counted(len(shown), 'день', 'дні', 'днів')}: {wording.listed(shown)}"


def _day(span: DateSpan) -> str:
    return wording.day(span.start) if span.start else "один день"


def _range(span: DateSpan) -> str:
    if span.start is None or span.end is None:
        return "проміжок часу"
    return f"з {wording.digits(span.start)} до {wording.digits(span.end)}"


def _months(span: DateSpan) -> str:
    if span.start is None or span.end is None:
        return "кілька місяців"
    first, last = wording.MONTHS[span.start.month - 1], wording.MONTHS[span.end.month - 1]
    if (span.start.year, span.start.month) == (span.end.year, span.end.month):
        return f"{first} {span.start.year}"
    if span.start.year == span.end.year:
        return f"{first}–{last} {span.start.year}"
    return f"{first} {span.start.year} – {last} {span.end.year}"


def _quarter(span: DateSpan) -> str:
    if span.start is None or span.end is None:
        return "квартал"
    first, last = (ROMAN_QUARTERS[(day.month - 1) // 3] for day in (span.start, span.end))
    if first == last:
        return f"{first} квартал {span.start.year}"
    return f"{first}–{last} квартали {span.start.year}"


def _half_year(span: DateSpan) -> str:
    if span.start is None:
        return "півріччя"
    return f"{'І' if span.start.month <= 6 else 'ІІ'} півріччя {span.start.year}"


def _year(span: DateSpan) -> str:
    return f"увесь {span.start.year} рік" if span.start else "увесь рік"


def _ongoing(span: DateSpan) -> str:
    bounds = _bounds(span)
    return f"постійний захід {bounds}" if bounds else "постійний захід, початок не вказано"


def _ongoing_from(span: DateSpan) -> str:
    return f"триває {_bounds(span)}".rstrip()


def _until_event(span: DateSpan) -> str:
    return f"{_ongoing_from(span)}, до певної події"


def _recurring(span: DateSpan) -> str:
    if span.dates:
        return f"повторюється, {_days(span)}"
    return f"повторюється {_bounds(span)}".rstrip() + ", постійний захід"


def _as_needed(span: DateSpan) -> str:
    return f"за потреби {_bounds(span)}".rstrip() + ", постійний захід"


def _bounds(span: DateSpan) -> str:
    """«з 25.06.2018 до 31.12.2021»: of a standing event the days between which it stands, as far as told."""
    told = (("з", span.start), ("до", span.end))
    return " ".join(f"{word} {wording.digits(day)}" for word, day in told if day is not None)


_DATES: dict[DateKind, Callable[[DateSpan], str]] = {
    DateKind.DAY: _day,
    DateKind.DAYS: _days,
    DateKind.RANGE: _range,
    DateKind.MONTH: _months,
    DateKind.MONTHS: _months,
    DateKind.QUARTER: _quarter,
    DateKind.HALF_YEAR: _half_year,
    DateKind.YEAR: _year,
    DateKind.ONGOING: _ongoing,
    DateKind.ONGOING_FROM: _ongoing_from,
    DateKind.UNTIL_EVENT: _until_event,
    DateKind.RECURRING: _recurring,
    DateKind.AS_NEEDED: _as_needed,
}

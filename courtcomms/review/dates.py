"""The date of a row: does it exist, can it be meant, does it belong into the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from courtcomms.model import Column, Confidence, DateKind, DateSpan, Finding, Repair, Severity
from courtcomms.review.row import Row

#: Letters typed for digits that look like them.
_DIGITS = str.maketrans("lIіІOoОоЗзб", "11110000336")
_NOT_A_DIGIT = re.compile(r"\D+")
_YEAR_WORD = re.compile(r"\s*(?:р\.?|року)\s*$", re.IGNORECASE)


def date_that_reads(row: Row) -> Iterator[Finding]:
    """A date that does not exist, cannot be meant, had to be guessed, or says nothing certain."""
    span = row.event.date_span
    if span.kind is DateKind.INVALID:
        message = "Такої дати не існує: перевірте число, місяць і рік."
        yield row.find(Severity.ERROR, "date_invalid", Column.DATE, message)
    elif span.confidence is Confidence.SUSPICIOUS:
        message = f"Навряд чи малася на увазі така дата{_as_read(span)}: перевірте рік і порядок дат."
        yield row.find(Severity.WARN, "date_suspicious", Column.DATE, message)
    elif span.confidence is Confidence.PROBABLE:
        yield _guessed(row, span)
    elif span.kind is DateKind.TEXT:
        message = "З цього тексту дату не зрозуміло."
        yield row.find(Severity.HINT, "date_text", Column.DATE, message)


def _guessed(row: Row, span: DateSpan) -> Finding:
    repair = _retyped(row.text(Column.DATE), span)
    if repair is not None:
        message = f"Дату набрано з помилкою; схоже, це {repair.replacement}."
        return row.find(Severity.WARN, "date_probable", Column.DATE, message, repair=repair)
    message = f"Дату зрозуміло лише здогадно{_as_read(span)}: напишіть її точніше."
    return row.find(Severity.WARN, "date_probable", Column.DATE, message)


def _retyped(text: str, span: DateSpan) -> Repair | None:
    """The day in the form's own manner where only letters or signs between its digits were wrong."""
    if span.kind is not DateKind.DAY or span.start is None:
        return None
    day = f"{span.start:%d.%m.%Y}"
    told = text.strip()
    bare = _YEAR_WORD.sub("", told)
    digits = _NOT_A_DIGIT.sub("", bare.translate(_DIGITS))
    if digits != day.replace(".", "") or any(sign.isalpha() for sign in bare.translate(_DIGITS)):
        return None
    start = text.index(told)
    return Repair(f"Написати «{day}»", start, start + len(bare), day)


def _as_read(span: DateSpan) -> str:
    if span.start is None:
        return ""
    if span.end is None or span.end == span.start:
        return f" ({span.start:%d.%m.%Y})"
    return f" ({span.start:%d.%m.%Y} – {span.end:%d.%m.%Y})"


def date_in_period(row: Row) -> Iterator[Finding]:
    """A dated event belongs into the report of its own quarter."""
    span, period = row.event.date_span, row.period
    if period is None or (span.start is None and span.end is None):
        return
    if span.confidence is not Confidence.SUSPICIOUS and not period.overlaps(span.start, span.end):
        message = f"Дата поза звітним періодом ({period.start:%d.%m.%Y} – {period.end:%d.%m.%Y})."
        yield row.find(Severity.WARN, "date_outside", Column.DATE, message)

"""The usual phrases of a date, made for the quarter at hand."""

from __future__ import annotations

from datetime import date

from courtcomms.period import ROMAN_QUARTERS, Period, PeriodKind
from ui import wording

#: What is said of standing events in any quarter.
_ALWAYS = (
    "постійно",
    "щомісяця",
    "щокварталу",
    "за потреби",
    "до закінчення карантину",
    "до закінчення воєнного стану",
)


def usual_phrases(period: Period | None, today: date) -> tuple[tuple[str, ...], ...]:
    """Phrases in groups: days of the period, the period and its months, standing events.

    The day is today's where the period is under way, else its first. Without a period, that is in the whole
    register, they are made for today's quarter, and «кварталу» alone would say nothing.
    """
    about = period or Period.of(today)
    day = wording.digits(today if about.start <= today <= about.end else about.start)
    whole = ("протягом кварталу",) if period is not None and period.kind is PeriodKind.QUARTER else ()
    return (
        (day, f"з {day} по теперішній час"),
        (*whole, _span(about), *_months(about)),
        _ALWAYS,
    )


def day_phrase(first: date, last: date) -> str:
    """«13.08.2021», «з 13.08.2021 по 15.08.2021»; the days in whichever order."""
    start, end = sorted((first, last))
    if start == end:
        return wording.digits(start)
    return f"з {wording.digits(start)} по {wording.digits(end)}"


def _span(period: Period) -> str:
    if period.kind is not PeriodKind.QUARTER:
        return f"протягом {period.start.year} року"
    number = ROMAN_QUARTERS[(period.start.month - 1) // 3]
    return f"протягом {number} кварталу {period.start.year} року"


def _months(period: Period) -> tuple[str, ...]:
    """The months of a quarter; of a longer period there would be too many."""
    if period.kind is not PeriodKind.QUARTER:
        return ()
    first = period.start.month
    return tuple(f"{wording.MONTHS[month - 1]} {period.start.year}" for month in range(first, first + 3))

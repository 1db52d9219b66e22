"""One table over a half-year or a year, put together from the reports of its quarters."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from enum import StrEnum

from courtcomms.errors import BadInput, Missing
from courtcomms.model import Court
from courtcomms.period import ROMAN_QUARTERS, Period, PeriodKind
from courtcomms.plural import plural
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot
from courtcomms.reports.summary import QuarterRows, snapshot_by_quarters, snapshot_together
from courtcomms.services.exports import report_events
from courtcomms.store import Register


class Layout(StrEnum):
    """How a table over several quarters is put together."""

    #: Each event once, standing ones first.
    TOGETHER = "together"
    #: Quarter by quarter, each under its name.
    BY_QUARTERS = "by-quarters"


def summary_snapshot(
    register: Register,
    court: Court,
    period: Period,
    form: ReportForm,
    layout: Layout = Layout.TOGETHER,
    quarters: Collection[Period] | None = None,
) -> ReportSnapshot:
    """The table of a half-year or a year from its quarters' reports: submitted ones as they were sent,
    the others as they are now. Its notes name the quarters for which there is no report.

    ``quarters``: only these of the period's quarters; ``None`` for all.

    Raises:
        BadInput: the period is a quarter.
        Missing: there is no report for any of the quarters.
    """
    rows, missing = quarter_rows(register, court, period, quarters)
    make = snapshot_together if layout is Layout.TOGETHER else snapshot_by_quarters
    snapshot = make(form, court, period, rows)
    return _noted(snapshot, missing)


def quarter_rows(
    register: Register, court: Court, period: Period, quarters: Collection[Period] | None = None
) -> tuple[tuple[QuarterRows, ...], tuple[Period, ...]]:
    """The rows of the wanted quarters, oldest first, and the quarters for which there is no report.

    Raises:
        BadInput: the period is a quarter.
        Missing: there is no report for any of the quarters.
    """
    if period.kind is PeriodKind.QUARTER:
        raise BadInput(
            f"Зведену таблицю складають за півріччя або рік, а не за {period.title}: нічого не записано."
        )
    wanted = [quarter for quarter in period.quarters if quarters is None or quarter in quarters]
    known = {report.period for report in register.reports(court.id)}
    rows = tuple(
        QuarterRows(quarter, report_events(register, court.id, quarter))
        for quarter in wanted
        if quarter in known
    )
    if not rows:
        raise Missing(
            f"У реєстрі немає жодного квартального звіту за {period.title}: зведену таблицю не складено. "
            "Виберіть інший період або спершу імпортуйте звіти."
        )
    return rows, tuple(quarter for quarter in wanted if quarter not in known)


def summary_periods(reports: Iterable[Period]) -> tuple[Period, ...]:
    """The half-years and years in which there are reports of quarters, newest first, a year before its
    half-years."""
    found = set()
    for quarter in reports:
        if quarter.kind is PeriodKind.QUARTER:
            found.add(Period(quarter.year, 1, PeriodKind.YEAR))
            found.add(Period(quarter.year, (quarter.number + 1) // 2, PeriodKind.HALF_YEAR))
    return tuple(sorted(found, key=lambda period: (-period.end.toordinal(), -period.kind.months)))


def _noted(snapshot: ReportSnapshot, missing: tuple[Period, ...]) -> ReportSnapshot:
    return replace(snapshot, notes=(*snapshot.notes, missing_note(missing))) if missing else snapshot


def missing_note(missing: tuple[Period, ...]) -> str:
    """A Ukrainian sentence on the quarters of one year for which there is no report."""
    numerals = ", ".join(ROMAN_QUARTERS[quarter.number - 1] for quarter in missing)
    word = plural(len(missing), "квартал", "квартали", "квартали")
    one = len(missing) == 1
    return (
        f"За {numerals} {word} {missing[0].year} року {'звіту' if one else 'звітів'} в реєстрі немає: "
        f"{'цього кварталу' if one else 'цих кварталів'} у таблиці немає."
    )

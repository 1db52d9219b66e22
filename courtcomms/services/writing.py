"""A report of the register, or a table over several quarters, as a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from courtcomms.model import Court
from courtcomms.period import Period, PeriodKind
from courtcomms.reports.export import check_suffix, export_report
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot
from courtcomms.services.exports import only_court, snapshot_report
from courtcomms.services.summaries import Layout, summary_snapshot
from courtcomms.store import Register


@dataclass(frozen=True, slots=True)
class Written:
    """A report that was written: its number of rows, and what is to be told of it, in Ukrainian."""

    rows: int
    notes: tuple[str, ...]


def write_report(
    register: Register, period: Period, path: Path, form: ReportForm, layout: Layout | None = None
) -> Written:
    """Export the report of a period to a file by its suffix; a submitted one byte for byte as it was sent.

    A half-year or a year is put together from its quarters where a ``layout`` is asked for, and also where
    the register has no report of that very period.

    Raises:
        Missing: no such report.
        BadInput: a suffix for which there is no writer; a ``layout`` for a single quarter.
        CannotWrite: the file cannot be written; what stood there is untouched.
    """
    check_suffix(path)
    snapshot = _snapshot(register, only_court(register), period, form, layout)
    return Written(snapshot.event_count, export_report(snapshot, path))


def _snapshot(
    register: Register, court: Court, period: Period, form: ReportForm, layout: Layout | None
) -> ReportSnapshot:
    longer = period.kind is not PeriodKind.QUARTER
    if layout is None and (not longer or register.report(court.id, period) is not None):
        return snapshot_report(register, court, period, form)
    return summary_snapshot(register, court, period, form, layout or Layout.TOGETHER)

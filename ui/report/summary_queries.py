"""Questions about a table over several quarters, as functions for the register's worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from courtcomms.period import Period

if TYPE_CHECKING:
    from courtcomms.model import Court
    from courtcomms.reports.form_library import FormLibrary
    from courtcomms.reports.snapshot import ReportSnapshot
    from courtcomms.store import Register


@dataclass(frozen=True, slots=True)
class SummaryChoice:
    """What to put together: a half-year or year, which of its quarters, each event once or by quarters."""

    period: Period
    quarters: tuple[Period, ...]
    together: bool


@dataclass(frozen=True, slots=True)
class SummaryCount:
    """How many rows the reports of some quarters have, and how many different events."""

    choice: SummaryChoice
    rows: int
    events: int


def count(register: Register, court: Court, choice: SummaryChoice) -> SummaryCount:
    """The numbers of a choice."""
    from courtcomms.store import EventQuery

    found = [register.event_ids(EventQuery(court.id, period=quarter)) for quarter in choice.quarters]
    return SummaryCount(choice, sum(map(len, found)), len(set().union(*found)))


def summary(register: Register, court: Court, choice: SummaryChoice, forms: FormLibrary) -> ReportSnapshot:
    """The table, in the form that is chosen for its period."""
    from courtcomms import services

    layout = services.Layout.TOGETHER if choice.together else services.Layout.BY_QUARTERS
    form = forms.form_for(court.id, choice.period)
    return services.summary_snapshot(register, court, choice.period, form, layout, choice.quarters)

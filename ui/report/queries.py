"""Questions about quarters and what is done with them, as functions for the register's worker thread.

Each takes the register first, but for :func:`readiness`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from courtcomms.errors import Missing
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import (
    CarryOver,
    Changes,
    Event,
    EventState,
    Finding,
    Report,
    RowDifference,
)
from courtcomms.period import Period
from courtcomms.progress import Progress
from ui.findings.questions import Material, examine
from ui.places import ALL, TRASH, Place

if TYPE_CHECKING:
    from courtcomms.reports.form_library import FormLibrary
    from courtcomms.store import Register

#: More candidates are not listed: another word finds them sooner than scrolling.
CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class QuarterPlan:
    """What beginning a report would do, with the events that it names; ``report``: it is there already."""

    carry: CarryOver
    events: Mapping[int, Event]
    report: Report | None = None


def plan_quarter(register: Register, court_id: int, period: Period) -> QuarterPlan:
    """What beginning the report of a period would do; writes nothing."""
    from courtcomms import services

    carry = services.plan_quarter(register, court_id, period)
    wanted = (*carry.carried, *carry.closed, *carry.dated)
    events = {event.id: event for event in register.events(wanted)}
    return QuarterPlan(carry, events, register.report(court_id, period))


def carry_over(register: Register, court_id: int, period: Period, event_ids: Sequence[int]) -> Changes:
    """Begin the report of a period, or add to it, with these standing events."""
    return register.carry_over(court_id, period, event_ids)


def end_event(register: Register, event_id: int, day: date) -> Changes:
    """End a standing event on a day."""
    return register.close_event(event_id, day, version=_version(register, event_id))


def resume_event(register: Register, event_id: int) -> Changes:
    """Let an ended event go on."""
    return register.reopen_event(event_id, version=_version(register, event_id))


def leave_out(register: Register, report_id: int, event_ids: Sequence[int]) -> Changes:
    """Take events out of a report."""
    return register.set_included(report_id, event_ids, False)


def take_in(register: Register, report_id: int, event_ids: Sequence[int]) -> Changes:
    """Take events into a report."""
    return register.set_included(report_id, event_ids, True)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Events that a report lacks and that hold the ``words``: the first of them, and how many there are.

    ``left_out`` are those that were taken out of this report; they come first.
    """

    words: str
    events: tuple[Event, ...] = ()
    total: int = 0
    left_out: frozenset[int] = field(default_factory=frozenset)


def candidates(register: Register, report: Report, words: str) -> Candidates:
    """The register's events that could be added to a report, the newest first."""
    from courtcomms.store import EventQuery

    shown = set(register.event_ids(EventQuery(report.court_id, period=report.period)))
    left_out = register.excluded(report.id)
    found = register.event_ids(EventQuery(report.court_id, search=words))
    free = sorted(set(found) - shown, key=lambda event: (event not in left_out, -event))
    return Candidates(words, register.events(free[:CANDIDATES]), len(free), left_out & set(free))


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is about to be submitted: the report and what the review has to say of it.

    ``numbers`` is each event's row.
    """

    report: Report
    findings: tuple[Finding, ...]
    numbers: Mapping[int, int]


def readiness(
    report: Report, material: Material, progress: Progress, settings: LinkSettings = DEFAULT
) -> Readiness:
    """Review a report before it is submitted; not in the register's thread. What was hidden stays so.

    Raises:
        Cancelled: the answer is no longer wanted.
    """
    found = examine(material, settings, progress)
    findings = tuple(finding for finding in found if finding.dismissal not in material.dismissed)
    return Readiness(report, findings, {event: number for number, event in enumerate(material.ids, 1)})


def mark_checked(register: Register, report_id: int) -> Changes:
    """Mark a report as checked."""
    return register.mark_checked(report_id)


def submit(register: Register, report: Report, forms: FormLibrary) -> Changes:
    """Keep a report as it is sent, in the form that is chosen for it."""
    from courtcomms import services

    return services.submit_report(register, report, forms.form_for(report.court_id, report.period))


def reopen(register: Register, report: Report) -> Changes:
    """Take a report back into work."""
    from courtcomms import services

    return services.reopen_report(register, report)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since a report was submitted; ``titles`` of the events, and ``places`` where each of
    them can be looked at now."""

    report: Report
    differences: tuple[RowDifference, ...]
    titles: Mapping[int, str]
    places: Mapping[int, Place]


def compare(register: Register, report: Report) -> Comparison:
    """What changed since a report was submitted, with what is needed to show it."""
    from courtcomms import services

    differences = services.compare_submitted(register, report)
    events = register.events(list(dict.fromkeys(one.event_id for one in differences)))
    titles = {event.id: event.cells.title for event in events}
    titles |= {event.id: event.cells.title for event in register.frozen_events(report.id)}
    shown = {EventState.LIVE: ALL, EventState.TRASHED: TRASH}
    places = {event.id: shown[event.state] for event in events if event.state in shown}
    return Comparison(report, differences, titles, places)


def _version(register: Register, event_id: int) -> int:
    events = register.events([event_id])
    if not events:
        raise Missing("Цього заходу в реєстрі вже немає: нічого не змінено. Оновіть таблицю.")
    return events[0].version

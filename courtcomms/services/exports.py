"""Out of the register into a document."""

from __future__ import annotations

from dataclasses import replace

from courtcomms.errors import Missing
from courtcomms.model import Court, Event, EventState, FrozenReport
from courtcomms.period import Period
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import Rendered, ReportSnapshot, take_snapshot
from courtcomms.store import EventQuery, Register


def only_court(register: Register) -> Court:
    """The register's court (the first one: today a register has one).

    Raises:
        Missing: the register is empty.
    """
    courts = register.courts()
    if not courts:
        raise Missing("Реєстр порожній: імпортуйте попередній звіт або заповніть приклад.")
    return courts[0]


def find_events(register: Register, query: EventQuery) -> tuple[Event, ...]:
    """The events that a query finds, in its order; those of a submitted report as they were sent."""
    ids = register.event_ids(query)
    report = register.submitted_report(query.court_id, query.period) if query.period is not None else 0
    if not report or query.state is not EventState.LIVE:
        return register.events(ids)
    sent = {event.id: event for event in register.frozen_events(report)}
    return tuple(sent[id_] for id_ in ids if id_ in sent)


def report_events(register: Register, court_id: int, period: Period) -> tuple[Event, ...]:
    """The events of a report in its order; of a submitted one as they were sent."""
    return find_events(register, EventQuery(court_id, period=period))


def snapshot_report(register: Register, court: Court, period: Period, form: ReportForm) -> ReportSnapshot:
    """The report of a period as it would be written now; a submitted one as it was sent.

    Raises:
        Missing: the register has no report of this period.
    """
    report = register.report(court.id, period)
    if report is None:
        raise Missing(f"У реєстрі немає звіту за {period.title}: файл не створено. Виберіть інший квартал.")
    frozen = register.frozen(report.id)
    if frozen is None:
        return take_snapshot(form, court, period, report_events(register, court.id, period))
    named = replace(court, names=(replace(frozen.court, valid_from=None),))
    snapshot = take_snapshot(form, named, period, register.frozen_events(report.id))
    return replace(snapshot, sent=_sent(frozen))


def _sent(frozen: FrozenReport) -> dict[str, Rendered]:
    return {suffix: Rendered(data, frozen.notes.get(suffix, ())) for suffix, data in frozen.files.items()}

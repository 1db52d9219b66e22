"""Questions to the register and actions on it, as functions for its worker thread.

Each takes the register first. The store is imported inside, where it is there already.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from courtcomms.errors import CourtcommsError
from courtcomms.model import Cells, Changes, Event, EventState
from courtcomms.period import Period
from ui.places import ALL, TRASH, Listing, Overview, PlaceKind, TableQuery

if TYPE_CHECKING:
    from pathlib import Path

    from courtcomms.importing import ImportedDocument
    from courtcomms.model import Court
    from courtcomms.reports.snapshot import ReportSnapshot
    from courtcomms.services import ImportPlan
    from courtcomms.store import EventQuery, Register

log = logging.getLogger(__name__)


def overview(register: Register) -> Overview:
    """The court and its places with their numbers; empty where no court is stored yet."""
    courts = register.courts()
    if not courts:
        return Overview()
    court = courts[0]
    return Overview(
        court,
        register.reports(court.id),
        len(register.event_ids(event_query(TableQuery(court.id, ALL)))),
        len(register.event_ids(event_query(TableQuery(court.id, TRASH)))),
    )


def listing(register: Register, query: TableQuery) -> Listing:
    """The ids that a query finds; in a report with each event's number there."""
    ids = register.event_ids(event_query(query))
    if query.place.kind is not PlaceKind.REPORT:
        return Listing(query, ids)
    whole = register.event_ids(event_query(TableQuery(query.court_id, query.place))) if query.narrowed else ids
    period = query.place.period
    frozen = register.submitted_report(query.court_id, period) if period is not None else 0
    return Listing(query, ids, {event: number for number, event in enumerate(whole, 1)}, frozen)


def events(register: Register, ids: Sequence[int]) -> tuple[Event, ...]:
    """The events of a page."""
    return register.events(ids)


@dataclass(frozen=True, slots=True)
class FrozenPage:
    """Some events of a submitted report, as they were sent."""

    report_id: int
    events: tuple[Event, ...]


def frozen_events(register: Register, report_id: int, ids: Sequence[int]) -> FrozenPage:
    """The events of a page of a submitted report."""
    wanted = set(ids)
    found = register.frozen_events(report_id)
    return FrozenPage(report_id, tuple(event for event in found if event.id in wanted))


def add_event(register: Register, court_id: int, period: Period | None, after: int | None) -> Changes:
    """An empty event, after another one where a report is shown."""
    return register.add_event(court_id, Cells(), period=period, after=after)


def trash(register: Register, ids: Sequence[int]) -> Changes:
    """Put events into the trash."""
    return register.trash_events(ids)


def restore(register: Register, ids: Sequence[int]) -> Changes:
    """Take events out of the trash."""
    return register.restore_events(ids)


def add_report(register: Register, court_id: int, period: Period) -> Changes:
    """An empty report."""
    return register.add_report(court_id, period)


def save_court(register: Register, court: Court) -> Changes:
    """A court's names, or a new court."""
    return register.save_court(court)


def start_blank(register: Register, court: Court, period: Period) -> Changes:
    """The first court with its first empty report."""
    register.save_court(court)
    stored = register.courts()[0]
    return register.add_report(stored.id, period)


def fill_sample(register: Register) -> Changes:
    """The invented court's quarters."""
    from courtcomms.sample import fill_sample as fill

    return fill(register)


def backup(register: Register) -> Path:
    """A verified copy; its path."""
    return register.backup()


@dataclass(frozen=True, slots=True)
class CopyNews:
    """When the newest copy was made, in local time; ``early``: too short a while ago for another one."""

    newest: datetime | None
    early: bool = False


def newest_copy(register: Register) -> CopyNews:
    """The moment of the newest copy."""
    from courtcomms.store.automatic import INTERVAL, stamped

    now, moments = datetime.now().astimezone(), stamped(register.backups).values()
    newest = max(moments).astimezone() if moments else None
    return CopyNews(newest, early=newest is not None and newest > now - INTERVAL)


def keep_copy(register: Register) -> CopyNews:
    """Make a copy if one is due; none of a register in which there is nothing yet."""
    made = register.backup_if_due() if register.courts() else None
    news = newest_copy(register)
    return replace(news, early=news.early and made is None)


def keep_last_copy(register: Register) -> None:
    """The copy at the end of the program; nobody is there any more to hear why there is none."""
    try:
        keep_copy(register)
    except CourtcommsError as refusal:
        log.warning("no copy was made at the end: %s", refusal)


def plan_import(register: Register, document: ImportedDocument, period: Period) -> ImportPlan:
    """What importing a document into a period's report would do.

    The window shows one court: another one's name in the document is told, and the rows are this court's.
    A court with nothing in it (its import was undone) takes the document's name.
    """
    from courtcomms import services

    plan, known = services.plan_import(register, document, period), overview(register)
    if known.court is None or plan.court.id == known.court.id:
        return plan
    if known.blank:
        return replace(plan, court=replace(plan.court, id=known.court.id))
    nameless = replace(document, court=None)
    return replace(services.plan_import(register, nameless, period), document=document)


def apply_import(register: Register, plan: ImportPlan) -> Changes:
    """Carry out an import as one step."""
    from courtcomms import services

    if not plan.new_court and plan.court not in register.courts():
        register.save_court(plan.court)
    return services.apply_import(register, plan)


def snapshot(register: Register, court: Court, period: Period, form: Path | None) -> ReportSnapshot:
    """The report of a period as it would be written now, in the court's own form if it has one."""
    from courtcomms import services
    from courtcomms.reports.form import load_form

    return services.snapshot_report(register, court, period, load_form(form))


def event_query(query: TableQuery) -> EventQuery:
    """What the table shows, as the register is asked for it."""
    from courtcomms.store import EventQuery

    state = EventState.TRASHED if query.place.kind is PlaceKind.TRASH else EventState.LIVE
    return EventQuery(
        query.court_id,
        period=query.place.period,
        search=query.search,
        sort=query.sort,
        descending=query.descending,
        state=state,
    )

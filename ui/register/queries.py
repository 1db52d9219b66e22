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
from courtcomms.model import Cells, Changes, Column, Event, EventState
from courtcomms.period import Period
from ui import wording
from ui.places import Listing, Overview, PlaceKind, Sight, TableQuery

if TYPE_CHECKING:
    from pathlib import Path

    from courtcomms.model import Court
    from courtcomms.reports.form_library import FormLibrary
    from courtcomms.reports.snapshot import ReportSnapshot
    from courtcomms.store import EventQuery, Register

log = logging.getLogger(__name__)

#: So many rows fill a large screen.
_SCREEN = 25
#: So many finds are told before all are known.
FIRST = 40
#: The uppermost rows.
TOP = Sight()


def overview(register: Register) -> Overview:
    """The court and its places with their numbers; empty where no court is stored yet."""
    courts = register.courts()
    if not courts:
        return Overview()
    court = courts[0]
    counts = register.counts(court.id)
    return Overview(court, register.reports(court.id), counts.live, counts.trashed)


def beginning(register: Register, query: TableQuery, sight: Sight = TOP) -> Listing:
    """What a search finds where the user will look, if that is known much sooner than all of it; else all."""
    some = None
    if query.place.kind is not PlaceKind.REPORT:
        some = register.first_finds(event_query(query), FIRST, sight.current)
    if some is None:
        return listing(register, query, sight)
    first = register.events(_in_sight(some.ids, Sight((sight.current,))))
    return Listing(query, some.ids, first=first, whole=False, top=some.top)


def listing(register: Register, query: TableQuery, sight: Sight = TOP) -> Listing:
    """The ids that a query finds; in a report with each event's number there."""
    ids = register.event_ids(event_query(query))
    wanted = _in_sight(ids, sight)
    if query.place.kind is not PlaceKind.REPORT:
        return Listing(query, ids, first=register.events(wanted))
    report, period = TableQuery(query.court_id, query.place), query.place.period
    whole = register.event_ids(event_query(report)) if query.narrowed else ids
    frozen = register.submitted_report(query.court_id, period) if period is not None else 0
    first = register.frozen_events(frozen, wanted) if frozen else register.events(wanted)
    return Listing(query, ids, {event: number for number, event in enumerate(whole, 1)}, frozen, first)


def _in_sight(ids: tuple[int, ...], sight: Sight) -> tuple[int, ...]:
    """The events about the rows at which the user will look."""
    rows = [ids.index(event) for event in sight.events if event in ids]
    near = {row + step for row in rows or [sight.row] for step in range(-_SCREEN, _SCREEN)}
    return tuple(ids[row] for row in sorted(near) if 0 <= row < len(ids))


def reread(register: Register, portion: int) -> int:
    """Read some events anew that older rules have read; how many still wait."""
    return register.read_some_by_new_rules(portion)


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
    return FrozenPage(report_id, register.frozen_events(report_id, ids))


def add_event(register: Register, court_id: int, period: Period | None, after: int | None) -> Changes:
    """An event with nothing but the court's usual values, after another one where a report is shown."""
    cells = Cells()
    for column, text in register.defaults(court_id).items():
        cells = cells.with_text(column, text)
    return register.add_event(court_id, cells, period=period, after=after)


def duplicate(register: Register, court_id: int, period: Period | None, ids: Sequence[int]) -> Changes:
    """Copies of events, in a report behind the last of them; a number stays with its own row."""
    rows = [event.cells.with_text(Column.NUMBER, "") for event in register.events(ids)]
    after = ids[-1] if period is not None else None
    return register.add_rows(court_id, period, rows, label=f"Копія: {wording.events(len(rows))}", after=after)


def trash(register: Register, ids: Sequence[int]) -> Changes:
    """Put events into the trash."""
    return register.trash_events(ids)


def restore(register: Register, ids: Sequence[int]) -> Changes:
    """Take events out of the trash."""
    return register.restore_events(ids)


def save_court(register: Register, court: Court) -> Changes:
    """A court's names, or a new court."""
    return register.save_court(court)


def start_blank(register: Register, court: Court, period: Period) -> Changes:
    """The first court with its first empty report, as one step."""
    return register.add_report(court, period)


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


def snapshot(register: Register, court: Court, period: Period, forms: FormLibrary) -> ReportSnapshot:
    """The report of a period as it would be written now, in the form that is chosen for it."""
    from courtcomms import services

    return services.snapshot_report(register, court, period, forms.form_for(court.id, period))


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
        filters=query.filters,
    )

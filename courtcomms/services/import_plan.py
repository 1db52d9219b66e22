"""Planning an import: what becomes of each row of several documents, the oldest report first.

Nothing is written. A document is compared with the register and with the older documents beside it, so that
a year of four reports gives each standing event once.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from courtcomms.cells.dates import read_date
from courtcomms.importing import ImportedDocument
from courtcomms.model import Court, Event, Report
from courtcomms.period import Period
from courtcomms.services.exports import report_events
from courtcomms.services.import_court import court_of
from courtcomms.services.import_marks import Marked, Page, mark_rows
from courtcomms.services.import_model import (
    Decision,
    ImportPlan,
    ImportWishes,
    Match,
    PlannedRow,
    ReportPlan,
    RowMark,
)
from courtcomms.services.import_pool import Pool, Slot
from courtcomms.services.import_sending import Known, Taken, age, decide_sent, is_newer
from courtcomms.store import Register

__all__ = [
    "Decision",
    "ImportPlan",
    "ImportWishes",
    "Match",
    "PlannedRow",
    "ReportPlan",
    "RowMark",
    "plan_imports",
]

_NO_WISHES = ImportWishes()


class _Chosen(NamedTuple):
    """A document that is wanted, its place among those given, and the period of its report."""

    period: Period
    place: int
    document: ImportedDocument


def plan_imports(
    register: Register,
    documents: Sequence[ImportedDocument],
    wishes: ImportWishes = _NO_WISHES,
    *,
    unread: Iterable[tuple[str, str]] = (),
) -> ImportPlan:
    """Find out what importing documents would do; writes nothing.

    ``unread`` are the names of files that could not be read with the sentence why; documents that are no
    reports come to them.
    """
    base = register.last_step()
    court = court_of(register, documents)
    wanted = [index for index in range(len(documents)) if index not in wishes.left_out]
    plans = [index for index in wanted if documents[index].kind == "plan"]
    told = {index: wishes.periods.get(index) or documents[index].period for index in wanted}
    chosen = [
        _Chosen(period, index, documents[index])
        for index, period in told.items()
        if period is not None and index not in plans
    ]
    chosen.sort(key=lambda one: (age(one.period), one.place))
    planning = _Planning(register, court, chosen, wishes)
    drafted = [planning.plan(one) for one in chosen]
    reports, also_sent = decide_sent(drafted, planning.taken, planning.known, wishes)
    return ImportPlan(
        reports=reports,
        unread=(*unread, *(_no_report(documents[index]) for index in plans)),
        also_sent=also_sent,
        periodless=tuple(index for index in wanted if told[index] is None and index not in plans),
        documents=tuple(documents),
        wishes=wishes,
        base=base,
    )


def _no_report(document: ImportedDocument) -> tuple[str, str]:
    name = document.source.name
    return name, (f"«{name}» — це план, а не звіт: нічого не імпортовано. Виберіть документ із «Таблицею 1».")


class _Planning:
    """What is known while documents are planned one after the other.

    ``known`` is what the register has, ``taken`` the rows that go into each report, with their events.
    """

    def __init__(
        self, register: Register, court: Court, chosen: Sequence[_Chosen], wishes: ImportWishes
    ) -> None:
        self._register = register
        self._court = court
        self._wishes = wishes
        self._pool = Pool()
        self._own: defaultdict[Period, list[Slot]] = defaultdict(list)
        self._events: dict[int, Slot] = {}
        stored = register.reports(court.id) if court.id else ()
        self.known = Known({report.period: report for report in stored})
        self.taken: list[Taken] = []
        if court.id and chosen:
            self._learn(chosen)

    def plan(self, one: _Chosen) -> ReportPlan:
        """Mark the rows of a document and let those that are taken be known to the next ones."""
        frozen = self.known.is_sent(one.period)
        page = Page(
            one.period,
            one.document.rows,
            self._own[one.period],
            self._pool,
            {row: wish for (index, row), wish in self._wishes.decisions.items() if index == one.place},
            self._wishes.separate,
            frozen,
        )
        marked = mark_rows(page)
        for number, row in enumerate(marked):
            self._take(one, number, row)
        rows = tuple(row.planned for row in marked)
        return ReportPlan(one.document, one.period, self._court, rows, False, frozen, one.place)

    def _take(self, one: _Chosen, number: int, marked: Marked) -> None:
        row, slot = marked.planned, marked.slot
        if row.decision is Decision.SKIP:
            return
        cells = row.row.cells
        if slot is None or row.decision is Decision.ADD:
            slot = Slot(cells, None, one.place, number, last=one.period)
        elif is_newer(one.period, slot.last):
            slot.cells, slot.last, slot.rewritten = cells, one.period, True
        slot.periods.add(one.period)
        self._pool.add(slot, cells, one.period)
        if slot not in self._own[one.period]:
            self._own[one.period].append(slot)
        self.taken.append(Taken(one.period, cells, slot))

    def _learn(self, chosen: Sequence[_Chosen]) -> None:
        """What the register has that rows may be: events, with their texts in the neighbouring reports."""
        for candidate in self._register.candidates(self._court.id, _days(chosen)):
            slot = Slot(candidate.cells, candidate.event_id, standing=candidate.standing)
            slot.periods.update(candidate.periods)
            slot.last = max(candidate.periods, key=age, default=None)
            self._events[candidate.event_id] = slot
            self._pool.add(slot, candidate.cells, min(candidate.periods, key=age, default=None))
        periods = dict.fromkeys(one.period for one in chosen)
        for report in self._neighbours(periods):
            for row in self._register.sent_rows(report.id):
                if row.event_id in self._events:
                    self._pool.add(self._events[row.event_id], row.cells, report.period)
        for period in periods:
            self._own[period] = [self._known_event(event, period) for event in self._stand_in(period)]
            self.known.begun[period] = bool(self._own[period])
        self.known.events = {slot: slot.cells for slot in self._events.values()}

    def _stand_in(self, period: Period) -> tuple[Event, ...]:
        return report_events(self._register, self._court.id, period)

    def _known_event(self, event: Event, period: Period) -> Slot:
        """The event of a report; what a submitted one shows stays apart from what the register says now."""
        slot = self._events.get(event.id)
        if slot is None or self.known.is_sent(period):
            last = slot.last if slot else period
            slot = Slot(event.cells, event.id, standing=event.standing, last=last, periods={period})
        return slot

    def _neighbours(self, periods: Iterable[Period]) -> list[Report]:
        """The submitted reports next to each period: what an event was called then is nearer than now."""
        sent = sorted(filter(self.known.is_sent, self.known.reports), key=age)
        near: dict[Period, None] = {}
        for period in periods:
            before = [one for one in sent if age(one) < age(period)]
            behind = [one for one in sent if age(one) > age(period)]
            near.update(dict.fromkeys([*before[-1:], *behind[:1]]))
        return [self.known.reports[period] for period in near]


def _days(chosen: Iterable[_Chosen]) -> set[dt.date]:
    """The days on which the rows' events begin."""
    spans = (read_date(row.cells.date, one.period) for one in chosen for row in one.document.rows)
    return {span.start for span in spans if span.start is not None}

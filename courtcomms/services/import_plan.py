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
from courtcomms.model import Court
from courtcomms.period import Period
from courtcomms.services.import_court import court_of
from courtcomms.services.import_knowledge import Knowledge, KnownEvent, know
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
    knowledge = Knowledge()
    if court.id and chosen:
        periods = dict.fromkeys(one.period for one in chosen)
        knowledge = know(register, court.id, periods, _days(chosen), base)
    planning = _Planning(court, knowledge, wishes)
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

    def __init__(self, court: Court, knowledge: Knowledge, wishes: ImportWishes) -> None:
        self._court = court
        self._wishes = wishes
        self._pool = Pool()
        self._own: defaultdict[Period, list[Slot]] = defaultdict(list)
        self._events: dict[int, Slot] = {}
        self.known = Known(knowledge.reports)
        self.taken: list[Taken] = []
        self._learn(knowledge.events)
        for period, shown in knowledge.shown.items():
            self._learn_report(period, shown)

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

    def _learn(self, events: Iterable[KnownEvent]) -> None:
        """Let rows find the events of the register."""
        for one in events:
            last = one.periods[0] if one.periods else None
            slot = Slot(one.cells, one.event_id, standing=one.standing, last=last, periods={*one.periods})
            self._events[one.event_id] = slot
            for face in one.faces:
                self._pool.show(slot, face)
        self.known.events = {slot: slot.cells for slot in self._events.values()}

    def _learn_report(self, period: Period, shown: Iterable[KnownEvent]) -> None:
        """Let rows find what stands in their report; a submitted one stays apart from the register's own."""
        known = {} if self.known.is_sent(period) else self._events
        self._own[period] = [
            known.get(one.event_id)
            or Slot(one.cells, one.event_id, standing=one.standing, last=period, periods={period})
            for one in shown
        ]
        self.known.begun[period] = bool(self._own[period])


def _days(chosen: Iterable[_Chosen]) -> set[dt.date]:
    """The days on which the rows' events begin."""
    spans = (read_date(row.cells.date, one.period) for one in chosen for row in one.document.rows)
    return {span.start for span in spans if span.start is not None}

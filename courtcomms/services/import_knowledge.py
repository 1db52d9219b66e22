"""What the register has that rows of documents may be; read once, as long as nothing is done in it.

The user changes one thing after another in the preview, and each time everything is planned anew.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from courtcomms.model import Cells, Report, ReportState
from courtcomms.period import Period
from courtcomms.services.event_match import Sight, sight_of
from courtcomms.services.exports import report_events
from courtcomms.services.import_sending import age
from courtcomms.store import Register


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event of the register: its texts now, and how it is compared, also in the words of earlier reports.

    ``standing`` is the user's own word, ``periods`` are the reports in which it stands, the newest first.
    """

    event_id: int
    cells: Cells
    standing: bool | None
    periods: tuple[Period, ...]
    faces: tuple[Sight, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A court's reports, the events that rows may be, and what the reports concerned show already."""

    reports: Mapping[Period, Report] = field(default_factory=dict)
    events: tuple[KnownEvent, ...] = ()
    shown: Mapping[Period, tuple[KnownEvent, ...]] = field(default_factory=dict)

    def is_sent(self, period: Period) -> bool:
        """Whether the report of a period was submitted."""
        report = self.reports.get(period)
        return report is not None and report.state is ReportState.SUBMITTED


_last: WeakKeyDictionary[Register, tuple[Any, Knowledge]] = WeakKeyDictionary()


def know(
    register: Register, court_id: int, periods: Collection[Period], days: Collection[dt.date], base: int
) -> Knowledge:
    """What is known for rows of the reports of these periods that begin on these days.

    ``base`` is the register's last step: what was read at it holds.
    """
    asked = (base, court_id, frozenset(periods), frozenset(days))
    before, known = _last.get(register, (None, Knowledge()))
    if before != asked:
        known = _read(register, court_id, periods, days)
        _last[register] = asked, known
    return known


def _read(
    register: Register, court_id: int, periods: Collection[Period], days: Collection[dt.date]
) -> Knowledge:
    reports = {report.period: report for report in register.reports(court_id)}
    frame = Knowledge(reports)
    faces = _earlier_faces(register, frame, periods)
    events = []
    for one in register.candidates(court_id, days):
        stood = tuple(sorted(one.periods, key=age, reverse=True))
        now = sight_of(one.cells, stood[-1] if stood else None, one.standing)
        events.append(KnownEvent(one.event_id, one.cells, one.standing, stood, (now, *faces[one.event_id])))
    shown = {period: _shown(register, court_id, frame, period) for period in periods}
    return Knowledge(reports, tuple(events), shown)


def _shown(register: Register, court_id: int, frame: Knowledge, period: Period) -> tuple[KnownEvent, ...]:
    """What the report of a period shows, also by the days of events alone; a submitted one as it was sent."""
    if frame.is_sent(period):
        rows = register.sent_rows(frame.reports[period].id)
        return tuple(KnownEvent(row.event_id, row.cells, row.standing, (period,)) for row in rows)
    events = report_events(register, court_id, period)
    return tuple(KnownEvent(event.id, event.cells, event.standing, (period,)) for event in events)


def _earlier_faces(
    register: Register, frame: Knowledge, periods: Iterable[Period]
) -> defaultdict[int, list[Sight]]:
    """What events were called in the submitted reports next to each period: that is nearer than now."""
    sent = sorted(filter(frame.is_sent, frame.reports), key=age)
    near: dict[Period, None] = {}
    for period in periods:
        before = [one for one in sent if age(one) < age(period)]
        behind = [one for one in sent if age(one) > age(period)]
        near.update(dict.fromkeys([*before[-1:], *behind[:1]]))
    faces: defaultdict[int, list[Sight]] = defaultdict(list)
    for period in near:
        for row in register.sent_rows(frame.reports[period].id):
            faces[row.event_id].append(sight_of(row.cells, period, row.standing))
    return faces

"""A register in memory with the store's own interface, for tests of what stands on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from courtcomms.cells.links import read_links
from courtcomms.errors import Conflict, CourtcommsError
from courtcomms.model import (
    Cells,
    Changes,
    Column,
    Confirmation,
    Court,
    DateKind,
    DateSpan,
    Dismissal,
    Event,
    EventState,
    LinkCheck,
    LinkPlace,
    Participants,
    ParticipantsKind,
    Report,
)
from courtcomms.period import Period
from courtcomms.store.first_finds import FirstFinds
from courtcomms.store.values import CellEdit, Counts, EventDetails, EventQuery, LinkUse

_SPAN = DateSpan(DateKind.TEXT)
_NOBODY = Participants(ParticipantsKind.NONE)


@dataclass
class FakeRegister:
    """Keeps events and steps in dictionaries; ``calls`` counts what was asked, ``refuse`` is raised next."""

    stored_courts: list[Court] = field(default_factory=list)
    stored: dict[int, Event] = field(default_factory=dict)
    rows: dict[Period, list[int]] = field(default_factory=dict)
    steps: dict[int, Callable[[], Changes]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    refuse: CourtcommsError | None = None
    closed: bool = False
    backups: Path = Path("немає такої теки")
    copy: Path | None = None
    usual: dict[Column, str] = field(default_factory=dict)
    before: dict[Column, tuple[str, ...]] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    looks: dict[str, tuple[LinkCheck, ...]] = field(default_factory=dict)
    confirmed: dict[str, Confirmation] = field(default_factory=dict)
    great: bool = False

    def courts(self) -> tuple[Court, ...]:
        return tuple(self.stored_courts)

    def reports(self, court_id: int) -> tuple[Report, ...]:
        periods = sorted(self.rows, reverse=True)
        return tuple(Report(n, court_id, p, rows=len(self._report_ids(p))) for n, p in enumerate(periods, 1))

    def submitted_report(self, _court_id: int, _period: Period) -> int:
        return 0

    def counts(self, _court_id: int) -> Counts:
        self.calls.append("counts")
        states = [event.state for event in self.stored.values()]
        return Counts(states.count(EventState.LIVE), states.count(EventState.TRASHED))

    def report(self, court_id: int, period: Period) -> Report | None:
        return next((one for one in self.reports(court_id) if one.period == period), None)

    def placed(self, report_id: int) -> frozenset[int]:
        period = sorted(self.rows, reverse=True)[report_id - 1]
        return frozenset(self.rows[period])

    def unreported_standing(self, _court_id: int) -> tuple[int, ...]:
        return ()

    def carry_over(self, court_id: int, period: Period, event_ids: Sequence[int]) -> Changes:
        changes = self.add_report(court_id, period)
        self.rows[period].extend(event_ids)
        return changes

    def first_finds(self, query: EventQuery, most: int = 50, current: int = 0) -> FirstFinds | None:
        """Only where the test says that it is a great register."""
        if not (self.great and query.search) or query.period is not None:
            return None
        self.calls.append("first_finds")
        found = self._found(query)
        start = found.index(current) - most // 2 if current in found[most:] else 0
        return FirstFinds(found[start : start + most], start == 0) if len(found) >= most else None

    def event_ids(self, query: EventQuery) -> tuple[int, ...]:
        self.calls.append("event_ids")
        return self._found(query)

    def _found(self, query: EventQuery) -> tuple[int, ...]:
        ids = self._report_ids(query.period) if query.period else list(self.stored)
        found = [n for n in ids if self.stored[n].state is query.state and self._matches(n, query.search)]
        if query.sort is not None:
            found.sort(
                key=lambda n: self.stored[n].cells[query.sort or Column.TITLE], reverse=query.descending
            )
        return tuple(found)

    def events(self, ids: Sequence[int]) -> tuple[Event, ...]:
        self.calls.append("events")
        return tuple(self.stored[n] for n in ids if n in self.stored)

    def save_court(self, court: Court) -> Changes:
        self.stored_courts = [replace(court, id=1)]
        return self._step("Суд", (), self._nothing)

    def add_report(self, _court_id: int, period: Period) -> Changes:
        self.rows.setdefault(period, [])
        return self._step("Новий квартал", (), lambda: self._drop_report(period))

    def add_event(
        self, court_id: int, cells: Cells, *, period: Period | None = None, after: int | None = None
    ) -> Changes:
        self._maybe_refuse()
        event_id = self._create(court_id, cells)
        if period is not None:
            ids = self.rows.setdefault(period, [])
            ids.insert(ids.index(after) + 1 if after in ids else len(ids), event_id)
        return self._step(
            "Новий захід", (event_id,), lambda: self._state([event_id], EventState.WITHDRAWN), True
        )

    def add_rows(
        self, court_id: int, period: Period, rows: Sequence[Cells], *, label: str, source: object = None
    ) -> Changes:
        ids = tuple(self._create(court_id, cells) for cells in rows)
        self.rows.setdefault(period, []).extend(ids)
        return self._step(label, ids, lambda: self._state(ids, EventState.WITHDRAWN), True)

    def set_cell(self, event_id: int, column: Column, text: str, *, version: int) -> Changes:
        self._maybe_refuse()
        event = self.stored[event_id]
        if event.version != version:
            raise Conflict("Рядок тим часом змінено в іншому вікні. Ваш текст залишено в редакторі.")
        return self._write(event_id, column, text)

    def set_cells(self, edits: Sequence[CellEdit], *, label: str = "") -> Changes:
        self._maybe_refuse()
        if any(self.stored[edit.event_id].version != edit.version for edit in edits):
            raise Conflict("Рядок тим часом змінено в іншому вікні. Ваш текст залишено в редакторі.")
        ids = tuple(dict.fromkeys(edit.event_id for edit in edits))
        before = {event_id: self.stored[event_id].cells for event_id in ids}
        after = dict(before)
        for edit in edits:
            after[edit.event_id] = after[edit.event_id].with_text(edit.column, edit.text)
        return self._put_cells(ids, after, before, label)

    def set_details(self, event_id: int, details: EventDetails, *, version: int) -> Changes:
        self._maybe_refuse()
        event = self.stored[event_id]
        if event.version != version:
            raise Conflict("Рядок тим часом змінено в іншому вікні. Ваш текст залишено в редакторі.")
        return self._detail(event_id, details)

    def dismissals(self, _court_id: int) -> frozenset[Dismissal]:
        return frozenset()

    def defaults(self, _court_id: int) -> dict[Column, str]:
        return dict(self.usual)

    def suggestions(self, _court_id: int, column: Column, typed: str, limit: int = 12) -> tuple[str, ...]:
        self.calls.append("suggestions")
        return tuple(text for text in self.before.get(column, ()) if typed.casefold() in text.casefold())[
            :limit
        ]

    def values(self, _court_id: int, column: Column, limit: int = 200) -> tuple[tuple[str, int], ...]:
        texts = (event.cells[column] for event in self.stored.values())
        return tuple((text, 1) for text in texts if text)[:limit]

    def outlet_name(self, url: str) -> str | None:
        return next((name for domain, name in self.named.items() if domain in url), None)

    def link_uses(
        self, _court_id: int, _period: Period | None = None, _progress: object = None
    ) -> tuple[LinkUse, ...]:
        return tuple(
            LinkUse(
                link.target,
                link.flaw,
                (LinkPlace(event.id, column, link.start, link.end),),
                (event.date_span.start,),
                (link.text,),
            )
            for event in self.stored.values()
            for column in (Column.SITE_LINKS, Column.MEDIA)
            for link in read_links(event.cells[column], event.cells.anchors_of(column))
        )

    def link_checks(self, urls: Collection[str]) -> dict[str, tuple[LinkCheck, ...]]:
        self.calls.append("link_checks")
        return {url: self.looks[url] for url in urls if url in self.looks}

    def confirmations(self, urls: Collection[str]) -> dict[str, Confirmation]:
        return {url: self.confirmed[url] for url in urls if url in self.confirmed}

    def trash_events(self, ids: Sequence[int]) -> Changes:
        return self._state(ids, EventState.TRASHED)

    def restore_events(self, ids: Sequence[int]) -> Changes:
        return self._state(ids, EventState.LIVE)

    def revert(self, step_id: int) -> Changes:
        self._maybe_refuse()
        return self.steps[step_id]()

    def backup_if_due(self) -> Path | None:
        self.calls.append("backup_if_due")
        self._maybe_refuse()
        return self.copy

    def close(self) -> None:
        self.closed = True

    def change_elsewhere(self, event_id: int, column: Column, text: str) -> None:
        """Another window writes."""
        self._write(event_id, column, text)

    def _write(self, event_id: int, column: Column, text: str) -> Changes:
        event = self.stored[event_id]
        before = event.cells[column]
        if before == text:
            return Changes()
        self.stored[event_id] = replace(
            event, cells=event.cells.with_text(column, text), version=event.version + 1
        )
        return self._step(
            "Зміна клітинки", (event_id,), lambda: self._put_back(event_id, column, text, before)
        )

    def _detail(self, event_id: int, details: EventDetails) -> Changes:
        event = self.stored[event_id]
        old = EventDetails(event.note, event.tags, event.standing, event.closed_on)
        if old == details:
            return Changes()
        self.stored[event_id] = replace(
            event,
            note=details.note,
            tags=details.tags,
            standing=details.standing,
            closed_on=details.closed_on,
            version=event.version + 1,
        )
        return self._step("Зміна: Примітка", (event_id,), lambda: self._detail(event_id, old))

    def _put_cells(
        self, ids: tuple[int, ...], cells: Mapping[int, Cells], other: Mapping[int, Cells], label: str
    ) -> Changes:
        for event_id in ids:
            event = self.stored[event_id]
            self.stored[event_id] = replace(event, cells=cells[event_id], version=event.version + 1)
        return self._step(label, ids, lambda: self._put_cells(ids, other, cells, label))

    def _put_back(self, event_id: int, column: Column, after: str, before: str) -> Changes:
        if self.stored[event_id].cells[column] != after:
            raise Conflict("Клітинку змінено пізніше: крок не скасовано, текст лишився як є.")
        return self._write(event_id, column, before)

    def _state(self, ids: Sequence[int], state: EventState) -> Changes:
        before = {n: self.stored[n].state for n in ids}
        for n in ids:
            self.stored[n] = replace(self.stored[n], state=state, version=self.stored[n].version + 1)
        old = next(iter(before.values()))
        return self._step("До кошика", tuple(ids), lambda: self._state(ids, old))

    def _create(self, court_id: int, cells: Cells) -> int:
        event_id = len(self.stored) + 1
        self.stored[event_id] = Event(event_id, court_id, 1, cells, _SPAN, _NOBODY)
        return event_id

    def _step(
        self, label: str, ids: tuple[int, ...], back: Callable[[], Changes], created: bool = False
    ) -> Changes:
        step_id = len(self.steps) + 1
        self.steps[step_id] = back
        return Changes(step_id, label, events=ids, created=ids if created else ())

    def _nothing(self) -> Changes:
        return Changes()

    def _drop_report(self, period: Period) -> Changes:
        del self.rows[period]
        return self._step("Новий квартал", (), lambda: self.add_report(1, period))

    def _report_ids(self, period: Period) -> list[int]:
        return [n for n in self.rows.get(period, []) if self.stored[n].state is EventState.LIVE]

    def _matches(self, event_id: int, search: str) -> bool:
        text = " ".join(value for _, value in self.stored[event_id].cells.texts()).casefold()
        return set(search.casefold().split()) <= set(text.split())

    def _maybe_refuse(self) -> None:
        refuse, self.refuse = self.refuse, None
        if refuse is not None:
            raise refuse

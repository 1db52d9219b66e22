"""Rows of other documents on their way into reports, as one step: new events, joined ones, kept reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from courtcomms.errors import Conflict
from courtcomms.model import Cells, Event, EventState
from courtcomms.period import Period
from courtcomms.store import candidates, derived, events, freezing, ordering, reports
from courtcomms.store.incoming import IncomingReport, IncomingRow, KeptReport
from courtcomms.store.journal import SourceRecord
from courtcomms.store.side_tables import EventSourceRecord
from courtcomms.store.steps import Step
from courtcomms.store.tables import EventRecord, ReportRecord


def check_base(session: Session, base: int) -> None:
    """See that nothing was done in the register since step ``base``.

    Raises:
        Conflict: something was.
    """
    if candidates.last_step(session) != base:
        raise Conflict(
            "Реєстр тим часом змінено в іншому вікні: нічого не імпортовано. Перегляньте імпорт ще раз."
        )


class Bringing:
    """One import: rows go in report by report, then reports are kept as they were sent."""

    def __init__(self, step: Step, court_id: int, kept: Iterable[KeptReport] = ()) -> None:
        self._step = step
        self._court_id = court_id
        self._kept = {one.period: one for one in kept}
        #: The events concerned: by their ids, and by the rows that they came with.
        self._known: dict[int, EventRecord] = {}
        self._made: dict[tuple[int, int], EventRecord] = {}
        #: What events of the register said before; what each report's file says of its events.
        self._before: dict[int, Cells] = {}
        self._told: defaultdict[Period, dict[int, Cells]] = defaultdict(dict)

    def bring_in(self, incoming: Sequence[IncomingReport]) -> None:
        """Put the rows of documents into their reports, which are made where they are not there.

        Raises:
            Frozen: a report was submitted. Missing: an event is gone. Conflict: it lies in the trash.
        """
        wanted = {row.event for one in incoming for row in one.rows if row.event is not None}
        self._known = {row.id: row for row in derived.rows_of(self._step.session, wanted)}
        for index, one in enumerate(incoming):
            self._bring_report(index, one)

    def keep(self) -> None:
        """Keep reports as sent.

        Raises:
            Conflict: one of the register's own shows something else by now. Frozen: it was submitted.
        """
        for one in self._kept.values():
            self._step.progress.tell(0, 0)
            report = reports.ensure(self._step, self._court_id, one.period)
            shown = one.shown
            if shown is None:
                shown = self._as_told(report, one.period)
            else:
                reports.check_unchanged(self._step.session, report, shown)
            freezing.freeze(self._step, report, shown, one.court, one.files, one.notes)

    def _bring_report(self, index: int, one: IncomingReport) -> None:
        self._step.progress.tell(0, 0)
        report = reports.ensure(self._step, self._court_id, one.period)
        self._make_events(index, one)
        rows = [(row, self._event_of(index, place, row)) for place, row in enumerate(one.rows)]
        self._place(report, [record.id for _row, record in rows])
        taken = [(row, record) for row, record in rows if row.taken]
        for row, record in taken:
            self._told[one.period][record.id] = row.cells
            if row.rewrites:
                self._rewrite(record, row.cells)
        # A report that is kept has a source also without rows: an import has kept it, nobody sent it then.
        if taken or one.period in self._kept:
            source = self._source(one)
            self._step.add([_origin(source, one.period, row, record) for row, record in taken])

    def _make_events(self, index: int, one: IncomingReport) -> None:
        fresh = [place for place, row in enumerate(one.rows) if row.event is None and row.earlier is None]
        if fresh:
            made = events.create(self._step, self._court_id, [one.rows[place].cells for place in fresh])
            self._made.update(((index, place), record) for place, record in zip(fresh, made, strict=True))

    def _event_of(self, index: int, place: int, row: IncomingRow) -> EventRecord:
        if row.event is None:
            record = self._made[row.earlier or (index, place)]
            self._made[index, place] = record
            return record
        record = self._known.get(row.event) or events.get(self._step.session, row.event)
        if record.state != EventState.LIVE.value:
            raise Conflict(
                "Один із заходів тим часом перенесено до кошика: нічого не імпортовано. "
                "Перегляньте імпорт ще раз."
            )
        return record

    def _place(self, report: ReportRecord, ids: Sequence[int]) -> None:
        """Give rows to those that the report does not show, each behind the one that stands before it."""
        shown = ordering.shown_ids(self._step.session, report)
        there = set(shown)
        after = None if there & set(ids) or not shown else shown[-1]
        waiting: list[int] = []
        for event_id in ids:
            if event_id in there:
                ordering.place(self._step, report, waiting, after)
                after, waiting = event_id, []
            else:
                waiting.append(event_id)
        ordering.place(self._step, report, waiting, after)

    def _rewrite(self, record: EventRecord, cells: Cells) -> None:
        self._before.setdefault(record.id, events.given(record).cells)
        for column, text in cells.texts():
            self._step.set(record, column.value, events.storable(text))
        self._step.set(record, "anchors", events.stored_anchors(cells.anchors))

    def _source(self, one: IncomingReport) -> SourceRecord:
        """The document, kept with the step that imported it."""
        session, (name, sha256, size) = self._step.session, one.source
        session.add(self._step.record)
        session.flush()
        source = SourceRecord(step_id=self._step.record.id, name=name, sha256=sha256, size=size)
        session.add(source)
        session.flush()
        return source

    def _as_told(self, report: ReportRecord, period: Period) -> tuple[Event, ...]:
        """What a report shows, in the words of its file; where that has none, in those from before."""
        told = {**self._before, **self._told[period]}
        shown = events.read(self._step.session, ordering.shown_ids(self._step.session, report))
        return tuple(replace(event, cells=told.get(event.id, event.cells)) for event in shown)


def _origin(source: SourceRecord, period: Period, row: IncomingRow, record: EventRecord) -> EventSourceRecord:
    return EventSourceRecord(
        event_id=record.id, source_id=source.id, period=period.code, place=row.place, number=row.number
    )

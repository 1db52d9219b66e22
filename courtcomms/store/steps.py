"""The recorder: every change of what the user works on goes through a step.

A step writes down each field before and after. Undo, history and conflicts read nothing else, so a
change that went past the recorder could not be taken back.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import insert, inspect
from sqlalchemy.orm import Session

from courtcomms.model import CellChange, Changes, Column, EventState, ReportState
from courtcomms.progress import SILENT, Progress
from courtcomms.store import derived, labels, membership, obstacles
from courtcomms.store.base import Recorded
from courtcomms.store.engine import compact_json
from courtcomms.store.journal import ChangeRecord, StepRecord
from courtcomms.store.tables import CourtRecord, EventRecord, ReportRecord, ReportRowRecord

#: The field of an entry that tells of a row as a whole: it came, or it went.
WHOLE = ""

#: Fields of an event whose text is understood or searched.
_READ = frozenset({*(column.value for column in Column), "anchors", "note", "tags"})
#: What of an event a report shows.
_SHOWN = frozenset({WHOLE, "state", *(column.value for column in Column), "anchors"})
_EVENT, _STATE = EventRecord.__tablename__, (ReportRecord.__tablename__, "state")


class Step:
    """One act of the user inside one transaction.

    ``title`` is the act's own name, as the undo menu shows it; ``turn`` and ``reverts`` are set where it
    takes an earlier one back.
    """

    def __init__(
        self,
        session: Session,
        title: str,
        who: str,
        at: dt.datetime,
        *,
        turn: int = 0,
        reverts: int | None = None,
    ) -> None:
        self.session = session
        self.at = at
        self.record = StepRecord(at=at, who=who, title=title, turn=turn, reverts=reverts)
        self._entries: list[CellChange] = []
        self._created: list[int] = []
        self._events: dict[int, EventRecord] = {}
        self._reports: dict[int, ReportRecord] = {}
        self._gone_reports: set[int] = set()
        self._placed: set[int] = set()
        self._to_read: set[int] = set()
        #: Told of the reading of cells, by far the longest part of a long step.
        self.progress: Progress = SILENT
        self._new: set[Recorded] = set()
        self._arranged: set[int] = set()
        self._spans: defaultdict[int, set[membership.Span]] = defaultdict(set)

    def name(self, title: str) -> None:
        """What the act turned out to be."""
        self.record.title = title

    def add(self, rows: Sequence[Recorded]) -> None:
        """New rows, or rows that come back; all of one table.

        Raises:
            IntegrityError: something stands in their place, or what they refer to is gone.
        """
        self._new.update(row for row in rows if inspect(row).transient)
        self.session.add_all(rows)
        self.session.flush()
        for row in rows:
            if isinstance(row, EventRecord):
                row.state = EventState.LIVE.value
                self._created.append(row.id)
                self._to_read.add(row.id)
            elif isinstance(row, CourtRecord):
                row.withdrawn = False
            self._note(row, WHOLE, None, whole(row))

    def remove(self, row: Recorded) -> None:
        """A row goes. Events and courts stay in their tables, withdrawn: nothing can be lost by undo."""
        self._note(row, WHOLE, whole(row), None)
        if isinstance(row, EventRecord):
            row.state = EventState.WITHDRAWN.value
            return
        if isinstance(row, CourtRecord):
            row.withdrawn = True
            return
        if isinstance(row, ReportRecord):
            self._reports.pop(row.id, None)
            self._gone_reports.add(row.id)
        self.session.delete(row)

    def set(self, row: Recorded, field: str, value: object) -> bool:
        """One field's new value; ``False``, and nothing recorded, where it has that value already.

        Raises:
            Frozen: it is a row of a submitted report; so do the other changes of one.
        """
        before, after = stored(getattr(row, field)), stored(value)
        if before == after:
            return False
        self._note(row, field, before, after)
        setattr(row, field, value)
        if isinstance(row, EventRecord) and field in _READ:
            self._to_read.add(row.id)
        return True

    def finish(self) -> Changes:
        """Recompute what is derived, write the step down, and tell what changed."""
        if not self._entries:
            return Changes()
        self.session.flush()
        stale = self._refresh_derived()
        reports = self._stale_reports()
        self._uncheck(reports)
        self._write_down()
        self._raise_versions(stale)
        return Changes(
            step_id=self.record.id,
            label=labels.turned(self.record.title, self.record.turn),
            events=tuple(row.id for row in stale),
            reports=reports,
            created=tuple(self._created),
            entries=tuple(self._entries),
        )

    def _note(self, row: Recorded, field: str, before: str | None, after: str | None) -> None:
        self._entries.append(CellChange(row.__tablename__, row.id, field, before, after))
        if isinstance(row, EventRecord) and row.id not in self._events:
            self._events[row.id] = row
            self._spans[row.id].add(membership.span_of(row))
        elif isinstance(row, ReportRecord):
            self._reports[row.id] = row
        elif isinstance(row, ReportRowRecord):
            self._placed.add(row.event_id)
            report = self.session.get_one(ReportRecord, row.report_id)
            if report.frozen_id is not None:
                raise obstacles.submitted(report)
            self._reports[report.id] = report
            self._arranged.add(report.id)

    def _refresh_derived(self) -> list[EventRecord]:
        """Read anew what may read differently now; returns the events whose copies elsewhere are stale."""
        placed = derived.rows_of(self.session, self._placed - self._events.keys())
        self._keep_spans(placed)
        unread = [row for row in self._events.values() if row.id in self._to_read]
        derived.refresh(self.session, unread, self.progress)
        moved = [self._events[id_] for id_ in self._placed & self._events.keys() - self._to_read]
        reread = derived.refresh_dates(self.session, [*moved, *placed])
        self._keep_spans([*self._events.values(), *placed])
        return [*self._events.values(), *(row for row in reread if row.id not in self._events)]

    def _keep_spans(self, rows: Iterable[EventRecord]) -> None:
        for row in rows:
            self._spans[row.id].add(membership.span_of(row))

    def _uncheck(self, stale: Sequence[int]) -> None:
        """What was checked is no longer, where something in it changed: not where this is undone."""
        told = {one.subject_id for one in self._entries if (one.subject, one.field) == _STATE}
        shown = {one.subject_id for one in self._entries if one.subject == _EVENT and one.field in _SHOWN}
        for report in membership.checked(self.session, set(stale) - told):
            if report.id in self._arranged or membership.shows_any(self.session, report, shown, self._spans):
                self.set(report, "state", ReportState.DRAFT.value)

    def _write_down(self) -> None:
        self.session.add(self.record)
        self.session.flush()
        rows = [
            {
                "step_id": self.record.id,
                "subject": entry.subject,
                "subject_id": entry.subject_id,
                "field": entry.field,
                "before": entry.before,
                "after": entry.after,
            }
            for entry in self._entries
        ]
        self.session.execute(insert(ChangeRecord), rows)

    def _stale_reports(self) -> tuple[int, ...]:
        events = self._events.keys() | self._placed
        days = {span for spans in self._spans.values() for span in spans}
        showing = membership.reports_showing(self.session, events, days)
        return tuple(sorted(showing | self._reports.keys() | self._gone_reports))

    def _raise_versions(self, events: Sequence[EventRecord]) -> None:
        for event in events:
            if event not in self._new:
                event.version += 1
                event.updated_at = self.at
        for report in self._reports.values():
            if report not in self._new:
                report.version += 1


def stored(value: object) -> str:
    """A field's value as the journal keeps it: JSON, days in ISO form."""
    return compact_json(_plain(value))


def whole(row: Recorded) -> str:
    """All recorded fields of a row as one JSON object."""
    return compact_json({field: _plain(getattr(row, field)) for field in row.RECORDED})


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value

"""The register: every public method is one transaction, and each changing one tells what it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Self

from courtcomms.model import Cells, Changes, Column, Court, Event, EventState, Report
from courtcomms.period import Period
from courtcomms.progress import SILENT, Progress
from courtcomms.store import (
    automatic,
    backup,
    courts,
    derived,
    events,
    history,
    imports,
    integrity,
    labels,
    opening,
    ordering,
    queries,
    reports,
    revert,
)
from courtcomms.store.chunks import SIZE
from courtcomms.store.incoming_rows import IncomingRows
from courtcomms.store.links import Links
from courtcomms.store.lookup import Lookup
from courtcomms.store.quarters import Quarters
from courtcomms.store.steps import Step
from courtcomms.store.transactions import utc_now
from courtcomms.store.values import CellEdit, EventDetails, HistoryEntry


class Register(Lookup, Quarters, Links, IncomingRows):
    """A court's register on disk; used by one thread at a time, whichever.

    Every method may raise ``Conflict`` (another window holds the register), ``CannotWrite`` (full or
    failing disk) and ``RegisterUnusable`` (damaged file); nothing is written then. What a method raises
    beside these is told at it.
    """

    @classmethod
    def open(
        cls, target: Path | str, *, who: str = "", backups: Path | None = None, reread: int | None = None
    ) -> Self:
        """Open a register, made new where there is none, migrated where it is older.

        ``target`` is a file, or an SQLAlchemy URL of one (``sqlite:///…``). ``who`` is told in the history.
        ``backups`` is the folder of copies, by default ``backups`` beside the file. Events that older rules
        have read are read anew first: all of them, or at most ``reread``; the others wait for
        :meth:`read_some_by_new_rules`.

        Raises:
            RegisterUnusable: the file is damaged, newer than the program, or none of its registers.
        """
        path = opening.path_of(target)
        copies = backups or path.parent / "backups"
        opening.prepare(path, copies, create_folder=isinstance(target, Path))
        register = cls(path, who, copies)
        try:
            register._read_by_new_rules(reread)
        except BaseException:
            register.close()
            raise
        return register

    # Reading

    def courts(self) -> tuple[Court, ...]:
        """All courts, in the order they were entered."""
        with self._reading() as session:
            return courts.read_all(session)

    def reports(self, court_id: int) -> tuple[Report, ...]:
        """A court's reports, the newest period first, with their numbers of rows."""
        with self._reading() as session:
            return reports.read_all(session, court_id)

    def report(self, court_id: int, period: Period) -> Report | None:
        """The report of a period, if it was made."""
        with self._reading() as session:
            return reports.read_one(session, court_id, period)

    def events(self, ids: Sequence[int]) -> tuple[Event, ...]:
        """Events in the order asked; unknown ids are skipped."""
        with self._reading() as session:
            return events.read(session, ids)

    def history(self, event_id: int) -> tuple[HistoryEntry, ...]:
        """Everything that changed an event, oldest first."""
        with self._reading() as session:
            return history.of_event(session, event_id)

    def imported_on(self, sha256: str) -> dt.datetime | None:
        """When a document with this SHA-256 was imported last, if any of its events is still there."""
        with self._reading() as session:
            return imports.imported_on(session, sha256)

    # Changing

    def save_court(self, court: Court) -> Changes:
        """Store a court; ``id`` 0 makes a new one.

        Raises:
            Missing: no court with this id. BadInput: no name, or two for one day.
        """
        with self._step(labels.COURT if court.id else labels.NEW_COURT) as step:
            courts.save(step, court)
            return step.finish()

    def add_report(self, court: int | Court, period: Period) -> Changes:
        """Make the report of a period; empty changes where it is there.

        A ``court`` that is not stored yet, or otherwise than here, is stored in the same step.

        Raises:
            Missing: no such court. BadInput: no name, or two for one day.
        """
        with self._step(labels.new_report(period)) as step:
            court_id = courts.ensure(step, court)
            if queries.report_of(step.session, court_id, period) is None:
                reports.ensure(step, court_id, period)
            return step.finish()

    def add_event(
        self, court_id: int, cells: Cells, *, period: Period | None = None, after: int | None = None
    ) -> Changes:
        """Enter an event; with a ``period`` it gets a row in that report, right behind the event ``after``.

        Raises:
            Missing: no such court, or the report does not show ``after``. Frozen: it was submitted.
        """
        with self._step(labels.NEW_EVENT) as step:
            reports.check_court(step.session, court_id)
            made = events.create(step, court_id, [cells])
            if period is not None:
                ordering.insert(step, reports.ensure(step, court_id, period), made, after)
            return step.finish()

    def add_rows(
        self,
        court: int | Court,
        period: Period | None,
        rows: Sequence[Cells],
        *,
        label: str,
        after: int | None = None,
        progress: Progress = SILENT,
    ) -> Changes:
        """Enter rows as events, as one step.

        With a ``period`` they get rows in its report, right behind the event ``after`` or behind its placed
        rows; without one they stand in the register alone. A ``court`` that is not stored yet, or otherwise
        than here, is stored in the same step.

        Raises:
            Missing: no such court, or the report does not show ``after``. Frozen: it was submitted.
            BadInput: the court has no name, or two for one day. Cancelled: they are no longer wanted.
        """
        with self._step(label) as step:
            step.progress = progress
            court_id = courts.ensure(step, court)
            report = reports.ensure(step, court_id, period) if period is not None else None
            created = events.create(step, court_id, rows)
            if report is not None:
                placing = ordering.append if after is None else partial(ordering.insert, after=after)
                placing(step, report, created)
            return step.finish()

    def set_cell(self, event_id: int, column: Column, text: str, *, version: int) -> Changes:
        """Change one cell of the event as it was read at ``version``; the same text changes nothing.

        Raises:
            Conflict: changed elsewhere since, or in the trash. Missing: no such event.
        """
        with self._step(labels.cell(column)) as step:
            events.set_cell(step, event_id, column, text, version)
            return step.finish()

    def set_cells(self, edits: Sequence[CellEdit], *, label: str = "") -> Changes:
        """Change many cells as one step, all or none; ``label`` names it, by default by its columns.

        Raises:
            Conflict: one of the events changed elsewhere since, or is in the trash. Missing: there is none.
        """
        with self._step(label or labels.cells(edit.column for edit in edits)) as step:
            events.set_cells(step, edits)
            return step.finish()

    def set_details(self, event_id: int, details: EventDetails, *, version: int) -> Changes:
        """Change note, tags and standing of the event as it was read at ``version``.

        Raises:
            Conflict: changed elsewhere since, or in the trash. Missing: no such event.
        """
        with self._step("") as step:
            events.set_details(step, event_id, details, version)
            return step.finish()

    def trash_events(self, ids: Sequence[int]) -> Changes:
        """Put events into the trash; those that lie there already are passed over."""
        with self._step("") as step:
            step.name(labels.trash(events.set_state(step, ids, EventState.TRASHED)))
            return step.finish()

    def restore_events(self, ids: Sequence[int]) -> Changes:
        """Take events back out of the trash, to the rows they had."""
        with self._step("") as step:
            step.name(labels.restore(events.set_state(step, ids, EventState.LIVE)))
            return step.finish()

    def revert(self, step_id: int) -> Changes:
        """Take a step back; reverting the step that this makes is redo.

        Raises:
            Conflict: something later stands in the way. Missing: no such step.
        """
        with self._writing() as session:
            target = revert.find(session, step_id)
            step = Step(session, target.title, self._who, utc_now(), turn=target.turn + 1, reverts=target.id)
            revert.revert(step, target)
            return step.finish()

    # Keeping

    def backup(self, target: Path | None = None) -> Path:
        """Make a verified copy, by default among the others; returns where it lies.

        Raises:
            CannotWrite: no room or no right there. RegisterUnusable: the register fails its check.
        """
        return backup.copy_to(self.path, target or automatic.fresh_name(self.backups, utc_now()))

    def backup_if_due(self, now: dt.datetime | None = None) -> Path | None:
        """Make a copy by the habit of :mod:`courtcomms.store.automatic`; ``None`` where none is due.

        Raises:
            CannotWrite: no room or no right there. RegisterUnusable: the register fails its check.
        """
        return automatic.backup_if_due(self.path, self.backups, now or utc_now())

    def integrity(self) -> tuple[str, ...]:
        """What is wrong with the register, in Ukrainian; empty where it is sound."""
        with self._writing() as session:
            problems = integrity.of_file(session)
        if problems:
            return problems
        with self._reading() as session:
            return integrity.of_readings(session)

    def read_some_by_new_rules(self, limit: int) -> int:
        """Read some events anew that older rules have read, the newest first; returns how many still wait.

        Each portion is whole by itself, so this may end at any time and go on at the next opening. Until then
        such events are found by their words and sorted by what the older rules understood.
        """
        with self._reading() as session:
            waiting = derived.count_stale(session)
        if not waiting or not limit:
            return waiting
        with self._writing() as session:
            return waiting - derived.refresh_stale(session, limit)

    def _read_by_new_rules(self, limit: int | None) -> None:
        left = limit
        while left is None or left > 0:
            portion = SIZE if left is None else min(SIZE, left)
            if not self.read_some_by_new_rules(portion):
                return
            left = None if left is None else left - portion

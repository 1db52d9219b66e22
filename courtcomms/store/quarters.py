"""What the register does with reports: which rows, in which order, carried over, submitted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from courtcomms.model import Changes, Column, CourtName, Dismissal, Event, FrozenReport, ReportState
from courtcomms.period import Period
from courtcomms.store import (
    carrying,
    defaults,
    dismissals,
    events,
    freezing,
    frozen_events,
    labels,
    ordering,
    queries,
    reports,
)
from courtcomms.store.tables import ReportRecord
from courtcomms.store.transactions import Transactions


class Quarters(Transactions):
    """The half of the register that makes, orders and submits reports."""

    # Reading

    def frozen(self, report_id: int) -> FrozenReport | None:
        """The report as it was submitted; ``None`` while it is in work."""
        with self._reading() as session:
            return freezing.read(session, session.get(ReportRecord, report_id))

    def submitted_report(self, court_id: int, period: Period) -> int:
        """The id of the submitted report of a period; 0 where there is none, or it is in work."""
        with self._reading() as session:
            report = queries.report_of(session, court_id, period)
            return report.id if report is not None and report.frozen_id is not None else 0

    def frozen_events(self, report_id: int, ids: Sequence[int] | None = None) -> tuple[Event, ...]:
        """The events of a submitted report as they were sent, their cells read anew; else none.

        ``ids`` asks for some of them; what comes is in the report's order.
        """
        with self._reading() as session:
            report = session.get(ReportRecord, report_id)
            return frozen_events.read(session, report, ids) if report else ()

    def current_events(self, report_id: int) -> tuple[Event, ...]:
        """The events that a report shows, or would show again if it were taken back into work."""
        with self._reading() as session:
            report = session.get(ReportRecord, report_id)
            return events.read(session, ordering.shown_ids(session, report)) if report else ()

    def excluded(self, report_id: int) -> frozenset[int]:
        """The events that were taken out of a report."""
        with self._reading() as session:
            return reports.excluded(session, report_id)

    def placed(self, report_id: int) -> frozenset[int]:
        """The events that have a row in a report, also one that was taken out."""
        with self._reading() as session:
            return reports.placed(session, report_id)

    def unreported_standing(self, court_id: int) -> tuple[int, ...]:
        """Standing events that never stood in any report, by date."""
        with self._reading() as session:
            return carrying.unreported_standing(session, court_id)

    def dismissals(self, court_id: int) -> frozenset[Dismissal]:
        """The findings that the user has hidden."""
        with self._reading() as session:
            return dismissals.of_court(session, court_id)

    def defaults(self, court_id: int) -> dict[Column, str]:
        """What a new event has in its columns before anything is typed."""
        with self._reading() as session:
            return defaults.of_court(session, court_id)

    # The rows of a report

    def move_row(self, report_id: int, event_id: int, *, after: int | None) -> Changes:
        """Put an event right behind another one of the report, or first.

        Raises:
            Missing: no such report, or it does not show one of the two. Frozen: it was submitted.
        """
        return self.move_rows(report_id, [event_id], after=after)

    def move_rows(self, report_id: int, event_ids: Sequence[int], *, after: int | None) -> Changes:
        """Put events, in the order given, right behind another one of the report, or first, as one step.

        Raises:
            Missing: no such report, or it does not show one of them. Frozen: it was submitted.
        """
        with self._step(labels.moved(len(event_ids))) as step:
            ordering.move(step, reports.get_open(step.session, report_id), event_ids, after)
            return step.finish()

    def set_included(self, report_id: int, event_ids: int | Sequence[int], included: bool) -> Changes:
        """Take events into a report or out of it, as one step.

        Raises:
            Missing: no such report or event. Frozen: it was submitted.
        """
        ids = [event_ids] if isinstance(event_ids, int) else event_ids
        with self._step(labels.included(len(ids), included)) as step:
            report = reports.get_open(step.session, report_id)
            chosen = [events.get(step.session, event_id) for event_id in ids]
            ordering.include(step, report, chosen, included)
            return step.finish()

    def carry_over(self, court_id: int, period: Period, event_ids: Sequence[int]) -> Changes:
        """Make the report of a period, if it is not there, and give events a row in it, in this order.

        They go behind the standing events with which the report begins, before its other rows. Events that it
        shows already stay where they are.

        Raises:
            Missing: no such court or event. Conflict: an event lies in the trash. Frozen: it was submitted.
        """
        with self._step("") as step:
            step.name(carrying.carry(step, court_id, period, event_ids))
            return step.finish()

    # A report's way out

    def mark_checked(self, report_id: int) -> Changes:
        """Mark a report as checked; the next change of what it shows makes it a draft again.

        Raises:
            Missing: no such report. Frozen: it was submitted.
        """
        with self._step("") as step:
            report = reports.get_open(step.session, report_id)
            step.name(labels.checked(Period.parse(report.period)))
            step.set(report, "state", ReportState.CHECKED.value)
            return step.finish()

    def submit(
        self,
        report_id: int,
        shown: Sequence[Event],
        court: CourtName,
        files: Mapping[str, bytes],
        notes: Mapping[str, Sequence[str]] | None = None,
    ) -> Changes:
        """Mark a report as submitted and keep it as it is sent.

        ``shown``: its events, as ``current_events`` gave them. ``files``: the rendered documents by suffix.

        Raises:
            Missing: no such report. Frozen: it was submitted already.
            Conflict: it shows something else by now.
        """
        with self._step("") as step:
            report = reports.get_open(step.session, report_id)
            step.name(labels.submitted(Period.parse(report.period)))
            reports.check_unchanged(step.session, report, shown)
            freezing.freeze(step, report, shown, court, files, notes or {})
            return step.finish()

    def reopen(self, report_id: int) -> Changes:
        """Take a checked or submitted report back into work; nothing changes where it is a draft.

        Raises:
            Missing: no such report.
        """
        with self._step("") as step:
            report = reports.get(step.session, report_id)
            step.name(labels.reopened(Period.parse(report.period)))
            if report.frozen_id is not None:
                freezing.thaw(step, report)
            elif report.state != ReportState.DRAFT.value:
                step.set(report, "state", ReportState.DRAFT.value)
            return step.finish()

    # What stands beside

    def close_event(self, event_id: int, day: date, *, version: int) -> Changes:
        """End a standing event, as it was read at ``version``, on a day.

        Raises:
            Conflict: changed elsewhere since, or in the trash. Missing: no such event.
        """
        with self._step("") as step:
            step.name(labels.closed(events.set_closed(step, event_id, day, version)))
            return step.finish()

    def reopen_event(self, event_id: int, *, version: int) -> Changes:
        """Let an ended event go on.

        Raises:
            Conflict: changed elsewhere since, or in the trash. Missing: no such event.
        """
        with self._step("") as step:
            step.name(labels.goes_on(events.set_closed(step, event_id, None, version)))
            return step.finish()

    def dismiss(self, findings: Sequence[Dismissal]) -> Changes:
        """Hide findings for their rows, as one step; those hidden already are passed over.

        Raises:
            Missing: no such event.
        """
        with self._step("") as step:
            step.name(labels.dismissed(dismissals.dismiss(step, findings)))
            return step.finish()

    def restore_dismissed(self, findings: Sequence[Dismissal]) -> Changes:
        """Show hidden findings again, as one step."""
        with self._step("") as step:
            step.name(labels.shown_again(dismissals.restore(step, findings)))
            return step.finish()

    def set_default(self, court_id: int, column: Column, text: str) -> Changes:
        """What a new event has in a column before anything is typed; an empty text takes it away.

        Raises:
            Missing: no such court.
        """
        with self._step(labels.default(column)) as step:
            defaults.put(step, court_id, column, text)
            return step.finish()

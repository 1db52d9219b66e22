"""The order of a report's rows, and which of them belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select

from courtcomms.errors import Missing
from courtcomms.model import EventState
from courtcomms.period import Period
from courtcomms.store import queries
from courtcomms.store.steps import Step
from courtcomms.store.tables import EventRecord, ReportRecord, ReportRowRecord

#: Neighbours are placed this far apart, so that a row can be put between them without touching them.
GAP = 1024


class Member(NamedTuple):
    """An event that a report shows, and its row where it has one."""

    event_id: int
    row: ReportRowRecord | None


def move(step: Step, report: ReportRecord, event_id: int, after: int | None) -> None:
    """Put an event right after another one of the report, or first.

    Rows up to the new place get positions, so that they stay where the user sees them.

    Raises:
        Missing: the report does not show one of the two.
    """
    if event_id == after:
        return
    members = _members(step, report)
    order = [member.event_id for member in members]
    if event_id not in order:
        raise _missing(report)
    place = order.index(event_id)
    if (order[place - 1] if place else None) == after:
        return
    own = next(member for member in members if member.event_id == event_id)
    _put(step, report, own, _make_room(step, report, event_id, after))


def append(step: Step, report: ReportRecord, events: Sequence[EventRecord]) -> None:
    """Put new events at the end of the placed rows, in their order."""
    first = _last_position(step, report) + GAP
    step.add([_placed(report, event.id, first + place * GAP) for place, event in enumerate(events)])


def insert(step: Step, report: ReportRecord, event: EventRecord, after: int | None) -> None:
    """Give a new event a row right behind another one, or, without that, one that stands by its date.

    Raises:
        Missing: the report does not show ``after``.
    """
    position = None if after is None else _make_room(step, report, event.id, after)
    step.add([_placed(report, event.id, position)])


def include(step: Step, report: ReportRecord, event: EventRecord, included: bool) -> None:
    """Take an event into a report or out of it.

    One that comes from elsewhere goes behind the placed rows; one that goes keeps its place for later.
    """
    row = _row(step, report, event.id)
    if row is not None:
        step.set(row, "included", included)
        return
    shown = any(member.event_id == event.id for member in _members(step, report))
    if shown != included:
        position = _last_position(step, report) + GAP if included else None
        row = _placed(report, event.id, position)
        row.included = included
        step.add([row])


def _placed(report: ReportRecord, event_id: int, position: int | None) -> ReportRowRecord:
    return ReportRowRecord(report_id=report.id, event_id=event_id, position=position, included=True)


def _missing(report: ReportRecord) -> Missing:
    return Missing(
        f"Цього рядка вже немає у звіті за {Period.parse(report.period).title}: порядок не змінено. "
        "Оновіть таблицю."
    )


def _row(step: Step, report: ReportRecord, event_id: int) -> ReportRowRecord | None:
    return step.session.scalar(
        select(ReportRowRecord).where(
            ReportRowRecord.report_id == report.id, ReportRowRecord.event_id == event_id
        )
    )


def _members(step: Step, report: ReportRecord) -> list[Member]:
    """All that a report shows or would show, rows taken out included, in its order."""
    statement = (
        queries.in_report(report.court_id, report.id, Period.parse(report.period), EventState.LIVE)
        .add_columns(ReportRowRecord)
        .order_by(*queries.report_order())
    )
    return [Member(event_id, row) for event_id, row in step.session.execute(statement)]


def _last_position(step: Step, report: ReportRecord) -> int:
    statement = select(func.max(ReportRowRecord.position)).where(ReportRowRecord.report_id == report.id)
    return step.session.scalar(statement) or 0


def _make_room(step: Step, report: ReportRecord, event_id: int, after: int | None) -> int:
    """A free position right behind ``after``; what stood by date before it is placed, to stay there."""
    if after is None:
        return _between(step, report, event_id, None)
    others = [member for member in _members(step, report) if member.event_id != event_id]
    order = [member.event_id for member in others]
    if after not in order:
        raise _missing(report)
    leading = others[: order.index(after) + 1]
    unplaced = [member for member in leading if member.row is None or member.row.position is None]
    first = _last_position(step, report) + GAP
    for place, member in enumerate(unplaced):
        _put(step, report, member, first + place * GAP)
    return _between(step, report, event_id, after)


def _put(step: Step, report: ReportRecord, member: Member, position: int) -> None:
    if member.row is not None:
        step.set(member.row, "position", position)
        return
    step.add([_placed(report, member.event_id, position)])


def _between(step: Step, report: ReportRecord, event_id: int, after: int | None) -> int:
    """A free position right behind ``after``; makes room where the neighbours stand too close."""
    step.session.flush()
    placed = list(
        step.session.scalars(
            select(ReportRowRecord)
            .where(
                ReportRowRecord.report_id == report.id,
                ReportRowRecord.event_id != event_id,
                ReportRowRecord.position.is_not(None),
            )
            .order_by(ReportRowRecord.position, ReportRowRecord.event_id)
        )
    )
    index = 0
    if after is not None:
        index = [row.event_id for row in placed].index(after) + 1
    free = _middle(placed, index)
    if free is None:
        for place, row in enumerate(placed):
            step.set(row, "position", (place + 1) * GAP)
        free = index * GAP + GAP // 2
    return free


def _middle(placed: Sequence[ReportRowRecord], index: int) -> int | None:
    """The position halfway between the neighbours of a gap, if there is one."""
    before = placed[index - 1].position if index else None
    behind = placed[index].position if index < len(placed) else None
    if before is None:
        return 0 if behind is None else behind - GAP
    if behind is None:
        return before + GAP
    return before + (behind - before) // 2 if behind - before > 1 else None

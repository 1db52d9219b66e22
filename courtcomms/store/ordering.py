"""The order of a report's rows, and which of them belong to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from courtcomms.errors import Missing
from courtcomms.model import EventState
from courtcomms.period import Period
from courtcomms.store import queries
from courtcomms.store.chunks import chunks
from courtcomms.store.steps import Step
from courtcomms.store.tables import EventRecord, ReportRecord, ReportRowRecord

#: Neighbours are placed this far apart, so that rows can be put between them without touching them.
GAP = 1024


class Member(NamedTuple):
    """An event that a report shows, and its row where it has one."""

    event_id: int
    row: ReportRowRecord | None


def shown_ids(session: Session, report: ReportRecord) -> list[int]:
    """The events that a report shows, in its order; of a submitted one those that it would show in work."""
    return [member.event_id for member in _members(session, report) if _shown(member)]


def move(step: Step, report: ReportRecord, event_ids: Sequence[int], after: int | None) -> None:
    """Put events, in the order given, right after another one of the report, or first.

    Rows up to the new place get positions, so that they stay where the user sees them. Where ``after`` is
    moved itself, what stands before it counts.

    Raises:
        Missing: the report does not show one of them.
    """
    block = list(dict.fromkeys(event_ids))
    order = [member.event_id for member in _members(step.session, report)]
    if not {*block, *([] if after is None else [after])} <= set(order):
        raise _missing(report)
    while after in block:
        place = order.index(after)
        after = order[place - 1] if place else None
    rest = [event_id for event_id in order if event_id not in set(block)]
    index = 0 if after is None else rest.index(after) + 1
    if [*rest[:index], *block, *rest[index:]] != order:
        _put(step, report, block, _make_room(step, report, block, after))


def append(step: Step, report: ReportRecord, events: Sequence[EventRecord]) -> None:
    """Put new events at the end of the placed rows, in their order."""
    first = _last_position(step, report) + GAP
    step.add([_placed(report, event.id, first + place * GAP) for place, event in enumerate(events)])


def insert(step: Step, report: ReportRecord, events: Sequence[EventRecord], after: int | None) -> None:
    """Give new events rows right behind another one, or, without that, such that stand by their dates.

    Raises:
        Missing: the report does not show ``after``.
    """
    if after is None:
        step.add([_placed(report, event.id, None) for event in events])
    else:
        place(step, report, [event.id for event in events], after)


def place(step: Step, report: ReportRecord, event_ids: Sequence[int], after: int | None) -> None:
    """Show events right behind another one, or first; rows that were taken out come back there.

    Raises:
        Missing: the report does not show ``after``.
    """
    if event_ids:
        for row in _put(step, report, event_ids, _make_room(step, report, event_ids, after)):
            step.set(row, "included", True)


def include(step: Step, report: ReportRecord, events: Sequence[EventRecord], included: bool) -> None:
    """Take events into a report or out of it.

    One that comes from elsewhere goes behind the placed rows; one that goes keeps its place for later.
    """
    ids = dict.fromkeys(event.id for event in events)
    rows = _rows(step.session, report, ids)
    for row in rows.values():
        step.set(row, "included", included)
    loose = {member.event_id for member in _members(step.session, report) if member.row is None}
    fresh = [id_ for id_ in ids if id_ not in rows and (id_ in loose) != included]
    if not fresh:
        return
    first = _last_position(step, report) + GAP
    positions = [first + place * GAP if included else None for place in range(len(fresh))]
    made = [_placed(report, id_, position) for id_, position in zip(fresh, positions, strict=True)]
    for row in made:
        row.included = included
    step.add(made)


def _placed(report: ReportRecord, event_id: int, position: int | None) -> ReportRowRecord:
    return ReportRowRecord(report_id=report.id, event_id=event_id, position=position, included=True)


def _missing(report: ReportRecord) -> Missing:
    return Missing(
        f"Цього рядка вже немає у звіті за {Period.parse(report.period).title}: порядок не змінено. "
        "Оновіть таблицю."
    )


def _rows(session: Session, report: ReportRecord, ids: Collection[int]) -> dict[int, ReportRowRecord]:
    """The rows that events have in a report, by event."""
    return {
        row.event_id: row
        for some in chunks(ids)
        for row in session.scalars(
            select(ReportRowRecord).where(
                ReportRowRecord.report_id == report.id, ReportRowRecord.event_id.in_(some)
            )
        )
    }


def _members(session: Session, report: ReportRecord) -> list[Member]:
    """All that a report shows or would show, rows taken out included, in its order."""
    statement = (
        queries.in_report(report.court_id, report.id, Period.parse(report.period), EventState.LIVE)
        .add_columns(ReportRowRecord)
        .order_by(*queries.report_order())
    )
    return [Member(event_id, row) for event_id, row in session.execute(statement)]


def _shown(member: Member) -> bool:
    return member.row is None or member.row.included


def _last_position(step: Step, report: ReportRecord) -> int:
    statement = select(func.max(ReportRowRecord.position)).where(ReportRowRecord.report_id == report.id)
    return step.session.scalar(statement) or 0


def _put(
    step: Step, report: ReportRecord, event_ids: Sequence[int], positions: Sequence[int]
) -> list[ReportRowRecord]:
    """Give events these positions; returns the rows that were there already."""
    rows = _rows(step.session, report, event_ids)
    fresh = []
    for event_id, position in zip(event_ids, positions, strict=True):
        if event_id in rows:
            step.set(rows[event_id], "position", position)
        else:
            fresh.append(_placed(report, event_id, position))
    if fresh:
        step.add(fresh)
    return list(rows.values())


def _make_room(
    step: Step, report: ReportRecord, event_ids: Collection[int], after: int | None
) -> Sequence[int]:
    """Free positions right behind ``after``; what stood by date before them is placed, to stay there."""
    block = set(event_ids)
    if after is None:
        return _between(step, report, block, None)
    others = [member for member in _members(step.session, report) if member.event_id not in block]
    order = [member.event_id for member in others]
    if after not in order:
        raise _missing(report)
    leading = others[: order.index(after) + 1]
    unplaced = [member.event_id for member in leading if member.row is None or member.row.position is None]
    first = _last_position(step, report) + GAP
    _put(step, report, unplaced, [first + place * GAP for place in range(len(unplaced))])
    return _between(step, report, block, after)


def _between(step: Step, report: ReportRecord, block: set[int], after: int | None) -> Sequence[int]:
    """Free positions right behind ``after``; makes room where the neighbours stand too close."""
    step.session.flush()
    positioned = step.session.scalars(
        select(ReportRowRecord)
        .where(ReportRowRecord.report_id == report.id, ReportRowRecord.position.is_not(None))
        .order_by(ReportRowRecord.position, ReportRowRecord.event_id)
    )
    placed = [row for row in positioned if row.event_id not in block]
    index = 0
    if after is not None:
        index = [row.event_id for row in placed].index(after) + 1
    free = _free(placed, index, len(block))
    if free is None:
        for place, row in enumerate(placed):
            step.set(row, "position", (place + 1 + (len(block) if place >= index else 0)) * GAP)
        free = range((index + 1) * GAP, (index + 1 + len(block)) * GAP, GAP)
    return free


def _free(placed: Sequence[ReportRowRecord], index: int, number: int) -> Sequence[int] | None:
    """So many positions evenly between the neighbours of a gap, if there are."""
    before = placed[index - 1].position if index else None
    behind = placed[index].position if index < len(placed) else None
    if before is None:
        first = 0 if behind is None else behind - number * GAP
        return range(first, first + number * GAP, GAP)
    if behind is None:
        return range(before + GAP, before + GAP + number * GAP, GAP)
    apart = (behind - before) // (number + 1)
    return range(before + apart, before + apart * number + 1, apart) if apart else None

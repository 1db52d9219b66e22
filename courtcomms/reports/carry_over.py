"""What the next report takes over: standing events, in the order that the user gave them before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from courtcomms.model import CarryOver, Event
from courtcomms.period import Period


class Source(NamedTuple):
    """The report that standing events are carried from: its rows as they are now, in its order."""

    period: Period
    events: Sequence[Event]


def pick_source(target: Period, known: Iterable[Period]) -> Period | None:
    """The newest report of the same length before the target, else the newest that ends no later.

    A quarter that was left out is passed over; a half-year made for the first time takes the quarters' rows.
    """
    others = [period for period in known if period != target and period.end <= target.end]
    before = [period for period in others if period.kind is target.kind]
    return max(before or others, key=lambda period: (period.end, period.start), default=None)


def plan_carry_over(
    target: Period,
    source: Source | None,
    unreported: Sequence[Event],
    *,
    shown: Sequence[int],
    placed: Collection[int],
) -> CarryOver:
    """Plan the beginning of the target's report.

    ``unreported``: standing events that never stood in any report; those that begin by the target's end are
    carried behind the source's. ``shown``: the events that the target shows already or will show by
    themselves, in its order. ``placed``: the events that have a row in it, also one that was taken out,
    which stays out.
    """
    stood = [event for event in source.events if returns(event)] if source else []
    closed = tuple(event.id for event in stood if ended_before(event, target))
    begun = [event for event in unreported if returns(event) and _begun(event, target)]
    candidates = [event.id for event in (*stood, *begun) if not ended_before(event, target)]
    carried = tuple(event_id for event_id in dict.fromkeys(candidates) if event_id not in placed)
    return CarryOver(
        target=target,
        source=source.period if source else None,
        carried=carried,
        closed=closed,
        dated=tuple(id_ for id_ in shown if id_ not in placed and id_ not in set(carried)),
        present=tuple(id_ for id_ in shown if id_ in placed),
    )


def returns(event: Event) -> bool:
    """Whether an event returns each quarter until it ends: as ``Event.is_standing``, closed or not."""
    return event.date_span.kind.standing if event.standing is None else event.standing


def ended_before(event: Event, target: Period) -> bool:
    """Whether a standing event was over when the target began: closed, or by the end that its phrase tells.

    The user's own word that the event stands weighs more than the phrase.
    """
    if event.closed_on is not None:
        return event.closed_on < target.start
    end = event.date_span.end
    return event.standing is None and end is not None and end < target.start


def _begun(event: Event, target: Period) -> bool:
    return event.date_span.start is None or event.date_span.start <= target.end

"""What the network says of a report's links, as findings beside those of the review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from courtcomms.model import Column, Event, EventState, Finding, LinkPlace, Repair, Severity
from courtcomms.services.link_repairs import mend_of, repair_at
from courtcomms.services.link_values import ReportLink

_NEW_ADDRESS = "Поставити нову адресу"
_LONGEST_EXCERPT = 80
_ORDER = {column: place for place, column in enumerate(Column)}


def network_findings(links: Iterable[ReportLink], events: Sequence[Event]) -> tuple[Finding, ...]:
    """A finding for each place of a link with which something is wrong, in the order of the events.

    ``events`` are the report's, as its links were read. A mend is offered where the address itself stands in
    the text, and the report is in work.
    """
    by_id = {event.id: event for event in events}
    found = [
        _finding(by_id[place.event_id], place, link)
        for link in links
        if link.status is not None and link.status.last is not None
        if link.status.severity is not Severity.OK
        for place in link.places
        if place.event_id in by_id
    ]
    numbers = {event.id: number for number, event in enumerate(events)}
    return tuple(sorted(found, key=lambda one: (numbers[one.event_id], _ORDER[one.column], one.start)))


def _finding(event: Event, place: LinkPlace, link: ReportLink) -> Finding:
    assert link.status is not None
    assert link.status.last is not None
    text = event.cells[place.column]
    return Finding(
        link.status.severity,
        f"link_{link.status.last.verdict.value}",
        event.id,
        place.column,
        link.status.reason,
        place.start,
        place.end,
        _repair(event, place, link),
        text[place.start : place.end][:_LONGEST_EXCERPT],
    )


def _repair(event: Event, place: LinkPlace, link: ReportLink) -> Repair | None:
    assert link.status is not None
    assert link.status.last is not None
    if not link.status.last.repair or event.state is EventState.FROZEN:
        return None
    mend = mend_of(link)
    repair = repair_at(event, place, link, *mend) if mend is not None else None
    if repair is None or repair.hidden:
        return None
    return Repair(_NEW_ADDRESS, repair.start, repair.end, repair.after)

"""Which links of the cells have a certain mend, place by place."""

from __future__ import annotations

from collections.abc import Iterable

from courtcomms.cells.links import read_links
from courtcomms.linkcheck.address import read_address
from courtcomms.model import Event, EventState, Finding, Link, LinkPlace
from courtcomms.services.link_values import LinkRepair, ReportLink
from courtcomms.store import Register


def repairs_of(register: Register, links: Iterable[ReportLink]) -> tuple[LinkRepair, ...]:
    """The certain mends of links, place by place, as the cells are now.

    Of one address the network's word comes first (moved for good, what a shortener leads to), then the
    rules'; where it stands in a cell a second time, it goes. Places where the link no longer stands, and
    events in the trash, have none.
    """
    wanted = [(link, mend_of(link), _doubles(link)) for link in links]
    wanted = [each for each in wanted if each[1] is not None or each[2]]
    events = live_events(register, {place.event_id for link, *_mends in wanted for place in link.places})
    found: list[LinkRepair | None] = []
    for link, mend, doubles in wanted:
        for place in link.places:
            event, double = events.get(place.event_id), doubles.get(place)
            if event is not None and double is not None:
                found.append(removal_at(event, place, link, double))
            elif event is not None and mend is not None:
                found.append(repair_at(event, place, link, *mend))
    return tuple(repair for repair in found if repair is not None)


def _doubles(link: ReportLink) -> dict[LinkPlace, Finding]:
    """The places that are the second of their cell and may simply go."""
    return {
        LinkPlace(one.event_id, one.column, one.start, one.end): one
        for one in link.remarks
        if one.repair is not None and not one.repair.replacement
    }


def mend_of(link: ReportLink) -> tuple[str, str] | None:
    """What is to be put in the place of an address, and why; what the user vouches for is kept."""
    status = link.status
    if status is not None and status.last is not None and status.confirmation is None and status.last.repair:
        return _with_fragment(status.last.repair, link.target), status.last.reason
    for finding in link.findings:
        if finding.repair:
            return finding.repair, finding.message
    return None


def _with_fragment(address: str, target: str) -> str:
    """The new address with the old one's place on the page, as a browser carries it along."""
    old, new = read_address(target), read_address(address)
    if old is None or new is None or not old.fragment or new.fragment:
        return address
    return f"{address.removesuffix('#')}#{old.fragment}"


def repair_at(event: Event, place: LinkPlace, link: ReportLink, after: str, why: str) -> LinkRepair | None:
    """The mend of one place of an event as it was read; ``None`` where the link no longer stands there."""
    text = event.cells[place.column]
    there = standing(event, place, link.target)
    if there is None:
        return None
    hidden = is_hidden(there)
    before = there.target if hidden else text[there.start : there.end]
    if before == after:
        return None
    return LinkRepair(
        *(event.id, place.column, there.start, there.end, before, after, link.url, why, event.version),
        hidden=hidden,
        target=link.target,
    )


def removal_at(event: Event, place: LinkPlace, link: ReportLink, double: Finding) -> LinkRepair | None:
    """A link taken away with what set it apart; ``None`` where it no longer stands there."""
    repair = double.repair
    if repair is None or standing(event, place, link.target) is None:
        return None
    before = event.cells[place.column][repair.start : repair.end]
    return LinkRepair(
        *(event.id, place.column, repair.start, repair.end, before, "", link.url),
        *(double.message, event.version),
        target=link.target,
    )


def standing(event: Event, place: LinkPlace, target: str) -> Link | None:
    """The link that stands in a place now, if it is still the one meant."""
    links = read_links(event.cells[place.column], event.cells.anchors_of(place.column))
    return next(
        (each for each in links if (each.start, each.end, each.target) == (place.start, place.end, target)),
        None,
    )


def is_hidden(link: Link) -> bool:
    """Whether the target stands behind words: reading these alone gives another address, or none."""
    return all(read.target != link.target for read in read_links(link.text))


def live_events(register: Register, ids: Iterable[int]) -> dict[int, Event]:
    """The events as they are now; those in the trash are left out."""
    return {event.id: event for event in register.events(sorted(ids)) if event.state is EventState.LIVE}

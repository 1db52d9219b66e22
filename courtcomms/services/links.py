"""The links of a report or of the whole register: what is known of each, and what is still to be asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.groups import group_of, remembered
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Column, Confirmation, Court, Finding, LinkCheck, LinkGroup, LinkStatus
from courtcomms.period import Period
from courtcomms.progress import SILENT, Progress
from courtcomms.services.exports import report_events
from courtcomms.services.link_edits import RepairEdits, repair_edits
from courtcomms.services.link_looking import Looked, look_at_text, looked_at
from courtcomms.services.link_repairs import repairs_of
from courtcomms.services.link_settings import load_settings, load_settings_told, save_settings
from courtcomms.services.link_values import LinkRepair, ReportLink
from courtcomms.store import Register

__all__ = [
    "LinkGroup",
    "LinkRepair",
    "RepairEdits",
    "ReportLink",
    "court_hosts",
    "due",
    "load_settings",
    "load_settings_told",
    "look_at_text",
    "repair_edits",
    "repairs_of",
    "report_links",
    "save_settings",
    "statuses_of",
    "with_looks",
]


def report_links(
    register: Register,
    court: Court,
    period: Period | None,
    settings: LinkSettings,
    now: datetime,
    progress: Progress = SILENT,
) -> tuple[ReportLink, ...]:
    """Everything that is known of the addresses of a period's report, in its order, or of a court's register.

    Nothing is asked of the network. ``now`` is in UTC.

    Raises:
        Cancelled: they are no longer wanted.
    """
    uses = register.link_uses(court.id, period, progress)
    looked = looked_at(uses, settings, court_hosts(court), progress)
    urls = {each.url for each in looked}
    checks, confirmed = register.link_checks(urls), register.confirmations(urls)
    remarks = _remarks(register, court, period, settings)
    return tuple(
        _link(each, _status(each.url, checks, confirmed, now), _of_link(each, remarks), settings, now)
        for each in looked
    )


def statuses_of(register: Register, urls: Collection[str], now: datetime) -> dict[str, LinkStatus]:
    """What all looks and the user's word say of addresses; those of which nothing is known are left out."""
    checks, confirmed = register.link_checks(urls), register.confirmations(urls)
    found = {url: _status(url, checks, confirmed, now) for url in {*checks, *confirmed}}
    return {url: status for url, status in found.items() if status is not None}


def due(
    links: Iterable[ReportLink], now: datetime, settings: LinkSettings = DEFAULT, again: bool = False
) -> tuple[str, ...]:
    """The addresses that a check asks for, each once: those that may be asked and are not remembered.

    Remembered is an address that worked, or was confirmed, within the days of the settings; ``again`` asks
    for these too.
    """
    wanted = (
        link.url for link in links if link.askable and (again or not remembered(link.status, now, settings))
    )
    return tuple(dict.fromkeys(wanted))


def with_looks(
    link: ReportLink, checks: Sequence[LinkCheck], now: datetime, settings: LinkSettings = DEFAULT
) -> ReportLink:
    """The link as it is once these looks at it are known, oldest first."""
    from courtcomms.linkcheck.standing import status_of

    word = link.status.confirmation if link.status is not None else None
    status = status_of(checks, word, now)
    said = [one.severity for one in link.said]
    return replace(link, status=status, group=group_of(said, status, now, settings, askable=link.askable))


def court_hosts(court: Court) -> tuple[str, ...]:
    """The hosts of a court's own site, as the register has it."""
    address = read_address(court.site.strip()) or read_address(f"https://{court.site.strip()}")
    return (address.host,) if address is not None else ()


#: An event, a column, and where in its text a link begins.
LinkStart = tuple[int, Column, int]


def _status(
    url: str, checks: Mapping[str, Sequence[LinkCheck]], confirmed: Mapping[str, Confirmation], now: datetime
) -> LinkStatus | None:
    from courtcomms.linkcheck.standing import status_of

    own, word = checks.get(url, ()), confirmed.get(url)
    return status_of(own, word, now) if own or word is not None else None


def _remarks(
    register: Register, court: Court, period: Period | None, settings: LinkSettings
) -> Mapping[LinkStart, list[Finding]]:
    """What the review says of links of a report, by where they begin; of the whole register nothing."""
    from courtcomms.review.link_remarks import link_remarks

    found: defaultdict[LinkStart, list[Finding]] = defaultdict(list)
    if period is not None:
        events, hidden = report_events(register, court.id, period), register.dismissals(court.id)
        for each in link_remarks(events, period, court=court, dismissed=hidden, settings=settings):
            if each.end > each.start:
                found[each.event_id, each.column, each.start].append(each)
    return found


def _of_link(looked: Looked, remarks: Mapping[LinkStart, list[Finding]]) -> tuple[Finding, ...]:
    """The remarks on a link's places; what its address by itself has told already is not told again."""
    told = {f"link_{finding.code}" for finding in looked.findings}
    places = ((place.event_id, place.column, place.start) for place in looked.use.places)
    return tuple(each for place in places for each in remarks.get(place, ()) if each.code not in told)


def _link(
    looked: Looked,
    status: LinkStatus | None,
    remarks: tuple[Finding, ...],
    settings: LinkSettings,
    now: datetime,
) -> ReportLink:
    use = looked.use
    said = [*(one.severity for one in looked.findings), *(one.severity for one in remarks)]
    return ReportLink(
        url=looked.url,
        target=use.target,
        places=use.places,
        findings=looked.findings,
        status=status,
        official=looked.official,
        group=group_of(said, status, now, settings, askable=looked.askable),
        flaw=use.flaw,
        days=use.days,
        texts=use.texts,
        remarks=remarks,
        askable=looked.askable,
    )

"""The links of a report or of the whole register: what is known of each, and what is still to be asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.groups import NEVER_ASKED, group_of, remembered
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Confirmation, Court, Finding, LinkCheck, LinkGroup, LinkStatus, Severity
from courtcomms.period import Period
from courtcomms.progress import SILENT, Progress
from courtcomms.services.link_edits import RepairEdits, repair_edits
from courtcomms.services.link_repairs import repairs_of
from courtcomms.services.link_settings import load_settings, load_settings_told, save_settings
from courtcomms.services.link_values import LinkRepair, ReportLink
from courtcomms.store import LinkUse, Register

if TYPE_CHECKING:
    from courtcomms.linkcheck.address_findings import AddressFinding

__all__ = [
    "LinkGroup",
    "LinkRepair",
    "RepairEdits",
    "ReportLink",
    "court_hosts",
    "due",
    "load_settings",
    "load_settings_told",
    "repair_edits",
    "repairs_of",
    "report_links",
    "save_settings",
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
    looked = _looked_at(uses, settings, court_hosts(court), progress)
    urls = {each.url for each in looked}
    checks, confirmed = register.link_checks(urls), register.confirmations(urls)
    remarks = _remarks(register, court, period, looked)
    return tuple(
        _link(each, _status(each.url, checks, confirmed, now), remarks[number], settings, now)
        for number, each in enumerate(looked)
    )


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


def court_hosts(court: Court) -> tuple[str, ...]:
    """The hosts of a court's own site, as the register has it."""
    address = read_address(court.site.strip()) or read_address(f"https://{court.site.strip()}")
    return (address.host,) if address is not None else ()


@dataclass(frozen=True, slots=True)
class _Looked:
    """A use of an address with what the rules say of it."""

    use: LinkUse
    url: str
    findings: tuple[AddressFinding, ...]
    official: bool
    askable: bool


def _looked_at(
    uses: Sequence[LinkUse], settings: LinkSettings, hosts: Collection[str], progress: Progress
) -> list[_Looked]:
    found = []
    for number, use in enumerate(uses):
        progress.tell(number, len(uses))
        found.append(_look(use, settings, hosts))
    return found


def _look(use: LinkUse, settings: LinkSettings, hosts: Collection[str]) -> _Looked:
    from courtcomms.linkcheck.offline import is_official

    address = read_address(use.target)
    findings = _findings(use, settings, hosts)
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    askable = address is not None and not wrong and use.flaw not in NEVER_ASKED
    url = address.url if address is not None else use.target
    return _Looked(use, url, findings, address is not None and is_official(url, settings, hosts), askable)


def _findings(use: LinkUse, settings: LinkSettings, hosts: Collection[str]) -> tuple[AddressFinding, ...]:
    """What the rules say of the address in each way in which it is typed; of an anchor, of its target."""
    from courtcomms.linkcheck.offline import look_at

    found: dict[tuple[str, str], AddressFinding] = {}
    for text in dict.fromkeys(_typed(text, use.target) for text in use.texts):
        for finding in look_at(text, settings, official=hosts):
            found.setdefault((finding.code, finding.repair), finding)
    return tuple(sorted(found.values(), key=lambda each: -_WEIGHT[each.severity]))


_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


def _typed(text: str, target: str) -> str:
    """The address as it stands in the cell; where only an anchor's words stand there, its target."""
    from courtcomms.cells.links import read_links

    if text == target:
        return target
    return text if any(link.target == target for link in read_links(text)) else target


def _status(
    url: str, checks: Mapping[str, Sequence[LinkCheck]], confirmed: Mapping[str, Confirmation], now: datetime
) -> LinkStatus | None:
    from courtcomms.linkcheck.standing import status_of

    own, word = checks.get(url, ()), confirmed.get(url)
    return status_of(own, word, now) if own or word is not None else None


def _remarks(
    register: Register, court: Court, period: Period | None, looked: Sequence[_Looked]
) -> Mapping[int, tuple[Finding, ...]]:
    """What the review says of the links' places, by the link's number; of a report only."""
    return defaultdict(tuple)


def _link(
    looked: _Looked,
    status: LinkStatus | None,
    remarks: tuple[Finding, ...],
    settings: LinkSettings,
    now: datetime,
) -> ReportLink:
    use = looked.use
    said = [(one.severity, bool(one.repair)) for one in looked.findings]
    said += [(one.severity, one.repair is not None) for one in remarks]
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

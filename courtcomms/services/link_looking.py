"""What the rules say of addresses as they are typed, before the network is asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.groups import NEVER_ASKED
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import LinkGroup, Severity
from courtcomms.progress import Progress
from courtcomms.services.link_values import ReportLink
from courtcomms.store import LinkUse

if TYPE_CHECKING:
    from courtcomms.linkcheck.address_findings import AddressFinding

#: So many addresses are judged between two words on how far it is.
_PORTION = 100


@dataclass(frozen=True, slots=True)
class Looked:
    """A use of an address with what the rules say of it."""

    use: LinkUse
    url: str
    findings: tuple[AddressFinding, ...]
    official: bool
    askable: bool


def looked_at(
    uses: Sequence[LinkUse], settings: LinkSettings, hosts: Collection[str], progress: Progress
) -> list[Looked]:
    """The uses, each with what the rules say; ``hosts`` are those of the court's own site.

    Raises:
        Cancelled: they are no longer wanted.
    """
    found = []
    for number, use in enumerate(uses):
        if number % _PORTION == 0:
            progress.tell(number, len(uses))
        found.append(_look(use, settings, hosts))
    return found


def _look(use: LinkUse, settings: LinkSettings, hosts: Collection[str]) -> Looked:
    from courtcomms.linkcheck.offline import is_official

    address = read_address(use.target)
    findings = _findings(use, settings, hosts)
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    askable = address is not None and not wrong and use.flaw not in NEVER_ASKED
    url = address.url if address is not None else use.target
    return Looked(use, url, findings, address is not None and is_official(url, settings, hosts), askable)


def _findings(use: LinkUse, settings: LinkSettings, hosts: Collection[str]) -> tuple[AddressFinding, ...]:
    """What the rules say of the address in each way in which it is typed; of an anchor, of its target."""
    from courtcomms.linkcheck.address_findings import worst_first
    from courtcomms.linkcheck.offline import look_at, look_at_target

    found: dict[tuple[str, str], AddressFinding] = {}
    for text in dict.fromkeys(_typed(text, use.target) for text in use.texts):
        # What stands in the text as it is understood needs not be read a second time.
        look = look_at_target if text == use.target and use.flaw is None else look_at
        for finding in look(text, settings, official=hosts):
            found.setdefault((finding.code, finding.repair), finding)
    return worst_first(found.values())


def _typed(text: str, target: str) -> str:
    """The address as it stands in the cell; where only an anchor's words stand there, its target."""
    from courtcomms.cells.links import read_links

    if text == target:
        return target
    return text if any(link.target == target for link in read_links(text)) else target


def look_at_text(text: str, settings: LinkSettings = DEFAULT, hosts: Collection[str] = ()) -> ReportLink:
    """An address that stands nowhere, as somebody wrote it, with what the rules say of it.

    Where it is none as it stands, but a mend is certain, the mended one is what may be asked for.
    """
    from courtcomms.linkcheck.offline import is_official, look_at

    findings = look_at(text, settings, official=hosts)
    mended = next((finding.repair for finding in findings if finding.repair), "")
    address = read_address(text) or read_address(mended)
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    return ReportLink(
        url=address.url if address is not None else text,
        target=text,
        places=(),
        findings=findings,
        status=None,
        official=address is not None and is_official(address.url, settings, hosts),
        group=LinkGroup.WRONG if wrong else LinkGroup.UNCHECKED,
        askable=address is not None and not wrong,
    )

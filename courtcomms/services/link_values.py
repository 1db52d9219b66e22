"""What window and command line say of a report's links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from courtcomms.model import Column, Finding, LinkFlaw, LinkGroup, LinkPlace, LinkStatus, Severity

if TYPE_CHECKING:
    from courtcomms.linkcheck.address_findings import AddressFinding


class Said(NamedTuple):
    """One thing that rules or review say: its code, how grave it is, and its sentence."""

    code: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class ReportLink:
    """One address with everything that is known of it.

    ``url`` is the address as it is asked for and remembered (``Address.url``), or the target where it is no
    address; ``target`` as understood in the cells, ``flaw`` what its text alone tells. ``days`` are the first
    days of the places' events, ``texts`` what stands in the places. ``findings`` are what the rules say of
    the address by itself, ``remarks`` what the review says of its places that needs the row or the report.
    ``askable``: the network may be asked about it.
    """

    url: str
    target: str
    places: tuple[LinkPlace, ...]
    findings: tuple[AddressFinding, ...]
    status: LinkStatus | None
    official: bool
    group: LinkGroup
    flaw: LinkFlaw | None = None
    days: tuple[date | None, ...] = ()
    texts: tuple[str, ...] = ()
    remarks: tuple[Finding, ...] = ()
    askable: bool = True

    @property
    def said(self) -> tuple[Said, ...]:
        """What rules and review say of it, in their order."""
        own = [Said(one.code, one.severity, one.message) for one in self.findings]
        rest = [Said(one.code, one.severity, one.message) for one in self.remarks]
        return (*own, *rest)

    @property
    def severity(self) -> Severity:
        """The worst that rules, review and looks say."""
        seen = self.status.severity if self.status is not None else Severity.OK
        return max((seen, *(one.severity for one in self.said)), key=_WEIGHTS.__getitem__)

    @property
    def reason(self) -> str:
        """The sentence that belongs to the severity; empty where nothing is to be said."""
        worst = self.severity
        if self.status is not None and self.status.severity is worst:
            return self.status.reason
        return next((one.message for one in self.said if one.severity is worst), "")


_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class LinkRepair:
    """A mend of one place of a link: ``before`` becomes ``after``.

    ``start`` and ``end`` are the place in the cell as it was read at ``version``. ``hidden``: an anchor's
    target is mended, and the words in the cell stay. ``url`` is the key of the mended address, ``target`` the
    address as understood there, ``why`` one Ukrainian sentence. With an empty ``after`` the address goes,
    and what set it apart with it: it stands in the cell a second time.
    """

    event_id: int
    column: Column
    start: int
    end: int
    before: str
    after: str
    url: str
    why: str
    version: int
    hidden: bool = False
    target: str = ""

    @property
    def removes(self) -> bool:
        """Whether the address goes."""
        return not self.after

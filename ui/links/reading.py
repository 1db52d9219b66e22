"""The links of a cell as marks and lists want them: each with its address and what the rules say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from courtcomms.model import Anchor, Cells, Column, Link, Severity
from ui.columns import LINKED
from ui.links.looks import LinkLook, look_of

if TYPE_CHECKING:
    from courtcomms.linkcheck.address_findings import AddressFinding
    from ui.links.statuses import LinkGrounds, LinkStatuses

#: A text that is shorter holds no address: most cells without one have a dash.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class ReadLink:
    """A link with the ``url`` as it is asked for (empty where it is no address) and the rules' findings.

    ``typed``: the address stands in the text; else it is an anchor's, whose target the text does not show.
    """

    link: Link
    url: str
    findings: tuple[AddressFinding, ...] = ()
    typed: bool = True

    def look(self, statuses: LinkStatuses) -> LinkLook:
        """How the link looks by what is known now."""
        from courtcomms.linkcheck.groups import group_of

        status = statuses.of(self.link.target) if self.askable else None
        said = [finding.severity for finding in self.findings]
        group = group_of(said, status, datetime.now(UTC), statuses.grounds.settings, askable=self.askable)
        return look_of(self.link, self.findings, status, group)

    @property
    def askable(self) -> bool:
        """Whether the network may be asked about it."""
        from courtcomms.linkcheck.groups import NEVER_ASKED

        wrong = any(finding.severity is Severity.ERROR for finding in self.findings)
        return bool(self.url) and not wrong and self.link.flaw not in NEVER_ASKED


def load_rules() -> None:
    """Import what reads and judges links, in whatever thread: it takes a tenth of a second."""
    import courtcomms.cells.links
    import courtcomms.linkcheck.groups
    import courtcomms.linkcheck.standing
    import courtcomms.review.titles  # noqa: F401
    from courtcomms.linkcheck.offline import look_at

    look_at("https://example.org/")


def read_cell(cells: Cells, column: Column, grounds: LinkGrounds) -> tuple[ReadLink, ...]:
    """The links of a cell of an event, in the order of the text."""
    if column not in LINKED or len(cells[column]) < _SHORTEST:
        return ()
    return read_text(cells[column], cells.anchors_of(column) if cells.anchors else (), grounds)


def read_text(text: str, anchors: Sequence[Anchor], grounds: LinkGrounds) -> tuple[ReadLink, ...]:
    """The links of a text with its anchors. A tenth of a millisecond a link."""
    from courtcomms.cells.links import read_links

    hidden = {anchor.target for anchor in anchors}
    return tuple(_read(link, grounds, typed=link.target not in hidden) for link in read_links(text, anchors))


def _read(link: Link, grounds: LinkGrounds, *, typed: bool) -> ReadLink:
    from courtcomms.linkcheck.address import read_address
    from courtcomms.linkcheck.offline import look_at

    address = read_address(link.target)
    told = link.text if typed else link.target
    findings = look_at(told, grounds.settings, official=grounds.sites)
    return ReadLink(link, address.url if address is not None else "", findings, typed)

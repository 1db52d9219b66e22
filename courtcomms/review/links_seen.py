"""Links of which a look at their page told that something is wrong, or better now by another address."""

from __future__ import annotations

from collections.abc import Iterator

from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.offline import look_at_target
from courtcomms.model import Column, Finding, Link, LinkStatus, Repair, Severity, Verdict
from courtcomms.review.link_repairs import whole_address
from courtcomms.review.row import Row

_LINKED = (Column.SITE_LINKS, Column.MEDIA)
_SAFER = "link_https"
#: What was seen -> the rule that tells of it. What no look could tell is no finding.
CODES: dict[Verdict, str] = {
    Verdict.WORKS: _SAFER,
    Verdict.MOVED: "link_moved",
    Verdict.REDIRECTED: "link_redirected",
    Verdict.REDIRECTED_TO_ROOT: "link_redirected",
    Verdict.REDIRECTED_TO_LOGIN: "link_login",
    Verdict.GONE: "link_gone",
    Verdict.SAYS_NOT_FOUND: "link_gone",
    Verdict.NO_HOST: "link_no_host",
    Verdict.CERTIFICATE_EXPIRED: "link_certificate",
    Verdict.CERTIFICATE_NAME: "link_certificate",
    Verdict.CERTIFICATE_ISSUER: "link_certificate",
    Verdict.BROKEN_TLS: "link_certificate",
    Verdict.BLOCKED: "link_look_yourself",
    Verdict.TEMPORARY: "link_silent",
    Verdict.REDIRECT_LOOP: "link_look_yourself",
    Verdict.BAD_REDIRECT: "link_look_yourself",
    Verdict.BROKEN_ANSWER: "link_look_yourself",
}


def links_seen(row: Row) -> Iterator[Finding]:
    """Each link whose page was looked at and is not simply there; a person's word on it counts."""
    if not row.statuses:
        return
    for column in _LINKED:
        for link in row.links(column):
            status = _status(row, link)
            if status is not None:
                yield from _seen(row, column, link, status)


def leads_elsewhere(row: Row, link: Link) -> bool:
    """Whether a look told which address is to stand in the place of this one: nobody has to ask any more."""
    status = _status(row, link)
    return status is not None and _offered(status)


def _status(row: Row, link: Link) -> LinkStatus | None:
    address = read_address(link.target) if row.statuses else None
    return row.statuses.get(address.url) if address is not None else None


def _offered(status: LinkStatus) -> bool:
    return status.last is not None and bool(status.last.repair) and status.confirmation is None


def _seen(row: Row, column: Column, link: Link, status: LinkStatus) -> Iterator[Finding]:
    last = status.last
    code = CODES.get(last.verdict) if last is not None else None
    if last is None or code is None:
        return
    said = _told_without_a_look(row, link)
    if code == _SAFER and "http" in said:
        return
    grave = status.severity in (Severity.WARN, Severity.ERROR)
    offered = _offered(status)
    if grave or offered:
        severity = status.severity if grave else Severity.WARN if "shortener" in said else Severity.HINT
        repair = _repair(row, column, link, last.repair) if offered else None
        yield row.find(severity, code, column, status.reason, (link.start, link.end), repair)


def _told_without_a_look(row: Row, link: Link) -> frozenset[str]:
    """What the rules of addresses say: they offer https themselves where they know the site, and what hides
    behind a shortener they warn of."""
    return frozenset(said.code for said in look_at_target(link.target, row.link_settings))


def _repair(row: Row, column: Column, link: Link, address: str) -> Repair | None:
    """The new address in the place of the old one; an anchor's words stay, its target is not in the text."""
    if not address or any(anchor.target == link.target for anchor in row.event.cells.anchors_of(column)):
        return None
    meant = Link(address, link.text, link.start, link.end, link.flaw)
    return whole_address(row.text(column), meant)

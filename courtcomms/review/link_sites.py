"""Whose site an address leads to: the column of the court's own site, and that of the media."""

from __future__ import annotations

from collections.abc import Iterator

from courtcomms.cells.typography import is_blank
from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.official import Site, site_address, whose
from courtcomms.linkcheck.page_rules import is_short
from courtcomms.model import Column, Finding, Link, Severity
from courtcomms.review.row import Row, pages_of


def site_of_the_court(row: Row) -> Iterator[Finding]:
    """The column of the court's site: no address of it, or one of another court's.

    Where a short address hides the site, or an address cannot be read, nothing is claimed.
    """
    if row.court is None or is_blank(row.text(Column.SITE_LINKS)):
        return
    sites = [(link, _site(row, link)) for link in pages_of(row.event.cells, Column.SITE_LINKS)]
    for link, site in sites:
        if site is Site.OTHER_COURT:
            message = f"Це сайт іншого суду («{_host(link)}»), а не вашого: чи та це сторінка?"
            place = (link.start, link.end)
            yield row.find(Severity.WARN, "site_other_court", Column.SITE_LINKS, message, place)
    if sites and all(site is Site.ELSEWHERE for _, site in sites):
        message = "Ця графа – для сторінок на сайті суду, а тут такої немає: додайте, якщо вона є."
        yield row.find(Severity.HINT, "site_not_own", Column.SITE_LINKS, message)


def media_of_the_court(row: Row) -> Iterator[Finding]:
    """A court's site is no mass medium: its own pages belong into the column before.

    The portal ``court.gov.ua`` and other bodies of justice report on courts like media do. Without a court
    to compare with nothing is claimed.
    """
    if row.court is None or site_address(row.court.site) is None:
        return
    for link in pages_of(row.event.cells, Column.MEDIA):
        site, place = _site(row, link), (link.start, link.end)
        if site is Site.OWN:
            message = "Це сайт самого суду, а не ЗМІ: його місце в попередній графі."
            yield row.find(Severity.HINT, "media_own_site", Column.MEDIA, message, place)
        elif site is Site.OTHER_COURT:
            message = f"Це сайт суду («{_host(link)}»), а не ЗМІ."
            yield row.find(Severity.HINT, "media_court_site", Column.MEDIA, message, place)


def _site(row: Row, link: Link) -> Site | None:
    """Whose site it is; ``None`` where that is not to be seen."""
    address = read_address(link.target)
    if address is None or is_short(address.host):
        return None
    return whose(address, row.court.site if row.court is not None else "", row.link_settings)


def _host(link: Link) -> str:
    address = read_address(link.target)
    return address.shown_host if address is not None else link.target

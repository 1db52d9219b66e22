"""Official sites: which address is the court's own, another court's, the portal's.

Courts of the country have their sites on ``court.gov.ua``: ``https://ing.dp.court.gov.ua/sud0416/…``, a host
of the region and district and a first folder with the court's number.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum
from functools import lru_cache

from courtcomms.linkcheck.address import Address, read_address
from courtcomms.linkcheck.lists import below
from courtcomms.linkcheck.settings import LinkSettings

COURTS = "court.gov.ua"

_COURT_FOLDER = re.compile(r"/(sud\d{4,5})(?:/|$)", re.IGNORECASE)
_SITES_KEPT = 500


class Site(StrEnum):
    """Whose site an address leads to, as seen from one court."""

    OWN = "own"
    OTHER_COURT = "other_court"
    JUDICIARY = "judiciary"
    ELSEWHERE = "elsewhere"


def is_official(url: str, settings: LinkSettings, own: Collection[str] = ()) -> bool:
    """Whether an address is official: its registrable domain is exactly ``court.gov.ua``, or its host is one
    of the court's own; a host below such a host is official too. What is no address is not."""
    address = read_address(url)
    return address is not None and is_official_host(address.host, settings, own)


def is_official_host(host: str, settings: LinkSettings, own: Collection[str] = ()) -> bool:
    """The same of a host."""
    return below(host, (COURTS,)) or below(host, settings.own_hosts) or below(host, hosts_of(tuple(own)))


@lru_cache(maxsize=_SITES_KEPT)
def hosts_of(sites: tuple[str, ...]) -> tuple[str, ...]:
    """The hosts of sites that are written as hosts or as whole addresses, without ``www.``."""
    read = (site_address(site) for site in sites)
    return tuple(address.host.removeprefix("www.") for address in read if address is not None)


@lru_cache(maxsize=_SITES_KEPT)
def site_address(site: str) -> Address | None:
    """A court's site as the settings hold it, with or without a scheme; ``None`` where it names none."""
    bare = site.strip()
    address = read_address(bare if "://" in bare else f"https://{bare}")
    return address if address is not None and "." in address.host else None


def whose(address: Address, site: str, settings: LinkSettings) -> Site:
    """Whose site an address leads to; ``site`` is that of the court in question, ``""`` where unknown.

    Without a site of its own to compare with every court's site may be the own one.
    """
    own = site_address(site)
    host = address.host.rstrip(".").removeprefix("www.")
    if below(host, settings.own_hosts):
        return Site.OWN
    if own is not None and host == own.host.removeprefix("www."):
        return Site.OWN if _folders_agree(address.path, own.path) else Site.OTHER_COURT
    if _is_court_site(address, host):
        return Site.OTHER_COURT if own is not None else Site.OWN
    if below(host, (COURTS, *settings.judiciary_hosts)):
        return Site.JUDICIARY
    return Site.ELSEWHERE


def _is_court_site(address: Address, host: str) -> bool:
    """Whether a host below ``court.gov.ua`` is one court's: by its folder, or by a region in its name."""
    if not host.endswith(f".{COURTS}"):
        return False
    labels = host.removesuffix(f".{COURTS}").split(".")
    return _COURT_FOLDER.match(address.path) is not None or len(labels) > 1


def _folders_agree(path: str, own: str) -> bool:
    folder, own_folder = _COURT_FOLDER.match(path), _COURT_FOLDER.match(own)
    return folder is None or own_folder is None or folder[1].lower() == own_folder[1].lower()

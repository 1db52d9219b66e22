"""Addresses that lead through a go-between: ``https://l.facebook.com/l.php?u=https%3A%2F%2Fcourt.gov.ua``."""

from __future__ import annotations

from urllib.parse import parse_qsl

from courtcomms.linkcheck.address import Address, read_address
from courtcomms.linkcheck.lists import below, wrappers
from courtcomms.linkcheck.tracking import cleaned

_MOST_NESTED = 5


def unwrapped(address: Address) -> str:
    """The address of the page behind a go-between, or behind several; ``""`` where there is none."""
    found = _behind(address)
    for _ in range(_MOST_NESTED):
        page = read_address(found)
        further = _behind(page) if page is not None else ""
        if not further:
            return found
        found = further
    return ""


def _behind(address: Address) -> str:
    for wrapper in wrappers():
        if address.path == wrapper.path and below(address.host, wrapper.hosts):
            values = dict(reversed(parse_qsl(address.query, max_num_fields=None)))
            inner = next((values[name] for name in wrapper.names if name in values), "")
            page = read_address(inner)
            if page is not None:
                spelled = page.full if any(sign.isspace() for sign in inner) else inner
                return cleaned(spelled, page.host)
    return ""

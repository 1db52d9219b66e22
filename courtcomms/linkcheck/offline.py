"""Rules without the network: what the text of one address tells, at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache

from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.address_findings import AddressFinding, worst_first
from courtcomms.linkcheck.host_rules import Asked, host_findings
from courtcomms.linkcheck.official import is_official
from courtcomms.linkcheck.page_rules import page_findings
from courtcomms.linkcheck.pieces import take_apart
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.linkcheck.spelling import NOT_AN_ADDRESS, spell
from courtcomms.model import Severity

__all__ = ["AddressFinding", "is_official", "look_at", "look_at_target"]

_KEPT, _LONGEST_KEPT = 4_000, 2_000


def look_at(
    text: str, settings: LinkSettings = DEFAULT, *, official: Collection[str] = ()
) -> tuple[AddressFinding, ...]:
    """Everything to be said of one address that stands alone, the worst first; nothing where it is fine.

    ``text`` is what was typed or what a hyperlink leads to; ``official`` are the court's own sites or hosts,
    which no rule takes for a fake. Never raises; the time is linear in the length of the text.
    """
    own = tuple(sorted(official))
    return _kept(text, settings, own) if len(text) <= _LONGEST_KEPT else _look(text, settings, own)


def look_at_target(
    target: str, settings: LinkSettings = DEFAULT, *, official: Collection[str] = ()
) -> tuple[AddressFinding, ...]:
    """The same of an address that was read out of running text: its spelling there is the text's affair."""
    own = tuple(sorted(official))
    if len(target) <= _LONGEST_KEPT:
        return _kept_target(target, settings, own)
    return worst_first(_of_target(target, settings, own))


def _look(text: str, settings: LinkSettings, own: tuple[str, ...]) -> tuple[AddressFinding, ...]:
    spelled = spell(text)
    found = list(spelled.findings)
    if spelled.settled:
        return worst_first(found)
    for target in dict.fromkeys(spelled.targets):
        found += _of_target(target, settings, own)
    if len(spelled.targets) > 1:
        found = [replace(each, repair="") for each in found]
    return worst_first(dict.fromkeys(found))


def _of_target(target: str, settings: LinkSettings, own: tuple[str, ...]) -> Iterator[AddressFinding]:
    address, pieces = read_address(target), take_apart(target)
    if address is None or pieces is None:
        yield AddressFinding("not_an_address", Severity.ERROR, NOT_AN_ADDRESS)
        return
    asked = Asked(address, pieces, settings, own)
    yield from host_findings(asked)
    yield from page_findings(asked)


def _look_at_target(target: str, settings: LinkSettings, own: tuple[str, ...]) -> tuple[AddressFinding, ...]:
    return worst_first(_of_target(target, settings, own))


_kept = lru_cache(maxsize=_KEPT)(_look)
_kept_target = lru_cache(maxsize=_KEPT)(_look_at_target)

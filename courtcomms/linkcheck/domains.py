"""Public suffixes, offline: which part of a host somebody registered, and which top domains there are.

The list (publicsuffix.org, its ICANN section) lies in the package ``publicsuffixlist``; it is read when it
is first needed, which for a report of Ukrainian addresses is hardly ever.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|\[.*\]")
_HOSTS_KEPT = 4_000

#: Answers that need no list: top domains met every day, and the one for made-up addresses (RFC 2606), in
#: which nobody is mistaken: the sample report is full of them.
_TOPS = (
    "ua com org net info eu tv uk de pl us biz fm me be ly gl su gle gd io co li lu cc fr it cz sk ro lt lv "
    "ee ca ch at nl se no fi es media news online site today live press xn--j1amh example"
)
_EVERYDAY = frozenset(_TOPS.split())
_COURTS = "court.gov.ua"


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(only_icann=True, accept_unknown=False)


def is_ip(host: str) -> bool:
    """Whether a host of a read address is a literal address, IPv4 or a bracketed IPv6."""
    return _IP.fullmatch(host) is not None


@lru_cache(maxsize=_HOSTS_KEPT)
def registrable(host: str) -> str:
    """The registrable domain of a host, lower case; an IP, a suffix or no domain as it is."""
    bare = host.lower().rstrip(".")
    if is_ip(bare) or "." not in bare:
        return bare
    if bare == _COURTS or bare.endswith(f".{_COURTS}"):
        return _COURTS
    return _suffixes().privatesuffix(bare) or bare


@lru_cache(maxsize=_HOSTS_KEPT)
def has_known_top(host: str) -> bool:
    """Whether a host ends in a top domain that exists; an IP does not ask for one."""
    bare = host.lower().rstrip(".")
    if is_ip(bare):
        return True
    top = bare.rpartition(".")[2]
    return top in _EVERYDAY or _suffixes().publicsuffix(top) is not None

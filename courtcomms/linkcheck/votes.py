"""Second opinions on a host, asked only where our own reading is in doubt.

A browser's reading (WHATWG) forgives much. Where it accepted a host that the rules of names do not, two
others are asked: `idna`, strict, about each label, and `validators.url` about the normalised address. Only
where the package refuses too is a hint given: it rejects living addresses (LINKS.md), so its word alone
counts for nothing, and its consent never takes back what a rule has found.
"""

from __future__ import annotations

import re
from functools import lru_cache

from courtcomms.linkcheck.address import Address

_ADDRESSES_KEPT = 2_000
_PLAIN_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9]|-(?!-))*(?<!-)")
#: Names that no registry gives out but an owner may give below his own: ``my_page.example.com``.
_OWN_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_]|-(?!-))*(?<!-)")


def is_doubtful(address: Address) -> bool:
    """Whether our doubt about the host is shared by the other readers."""
    return _in_doubt(address.host) and not _votes_for(address.url.split("?", 1)[0])


@lru_cache(maxsize=_ADDRESSES_KEPT)
def _in_doubt(host: str) -> bool:
    labels = host.rstrip(".").split(".")
    if host.startswith("["):
        return False
    own = any(not _OWN_LABEL.fullmatch(label) and not _is_strict(label) for label in labels[:-2])
    return own or any(not _PLAIN_LABEL.fullmatch(label) and not _is_strict(label) for label in labels[-2:])


def _is_strict(label: str) -> bool:
    """Whether an encoded label is a name by IDNA 2008; signs like ☃ are none, though browsers open them."""
    import idna

    try:
        idna.decode(label, strict=True)
    except (idna.IDNAError, UnicodeError):
        return False
    return True


@lru_cache(maxsize=_ADDRESSES_KEPT)
def _votes_for(url: str) -> bool:
    """The vote of `validators` on a normalised address, http and https alone."""
    import validators

    said = validators.url(url, strict_query=False, validate_scheme=lambda scheme: scheme in {"http", "https"})
    return said is True

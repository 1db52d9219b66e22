"""Parameters that follow a reader through the web: which they are, and an address without them."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import unquote

from courtcomms.linkcheck.lists import sites_with_tracking, tracking
from courtcomms.linkcheck.pieces import take_apart

_SITES_KEPT = 2_000


@lru_cache(maxsize=_SITES_KEPT)
def _site_of(host: str) -> str:
    """The site with parameters of its own that a host belongs to; ``""`` where none."""
    bare = host.rstrip(".")
    return next((site for site in sites_with_tracking() if bare == site or bare.endswith(f".{site}")), "")


def is_tracking(parameter: str, host: str) -> bool:
    """Whether one ``name=value`` of a query on a host only follows the reader."""
    name = unquote(parameter.partition("=")[0]).lower()
    known = tracking(_site_of(host))
    return name in known.names or name.startswith(known.prefixes)


def without_tracking(query: str, host: str) -> str:
    """The query without tracking parameters; what stays keeps its spelling and its order."""
    if "=" not in query and not query.startswith("_"):
        return query
    return "&".join(each for each in query.split("&") if not is_tracking(each, host))


def tracking_names(query: str, host: str) -> list[str]:
    """The names of a query's tracking parameters, in order."""
    found = [each.partition("=")[0] for each in query.split("&") if is_tracking(each, host)]
    return list(dict.fromkeys(unquote(name) for name in found))


def cleaned(target: str, host: str) -> str:
    """An address as typed, without its tracking parameters; as it is where it has none."""
    pieces = take_apart(target)
    if pieces is None or not pieces.query:
        return target
    kept = without_tracking(pieces.query, host)
    return target if kept == pieces.query else str(pieces._replace(query=kept or None))

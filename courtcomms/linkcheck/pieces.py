"""An address as typed, in pieces: repairs change one of them and leave the user's spelling of the rest."""

from __future__ import annotations

import re
from typing import NamedTuple

_PIECES = re.compile(
    r"(?P<scheme>https?)://(?:(?P<user>[^/?#\\]*)@)?(?P<host>\[[^\]/?#]*\]|[^/?#\\:@]*)(?P<port>:[0-9]*)?"
    r"(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?",
    re.IGNORECASE | re.DOTALL,
)


class Pieces(NamedTuple):
    """What ``scheme://user@host:port/path?query#fragment`` consists of, as typed.

    ``user``, ``query`` and ``fragment`` are ``None`` without their sign; ``port`` begins with a colon.
    """

    scheme: str
    user: str | None
    host: str
    port: str
    path: str
    query: str | None
    fragment: str | None

    def __str__(self) -> str:
        user = "" if self.user is None else f"{self.user}@"
        query = "" if self.query is None else f"?{self.query}"
        fragment = "" if self.fragment is None else f"#{self.fragment}"
        return f"{self.scheme}://{user}{self.host}{self.port}{self.path}{query}{fragment}"

    def with_host(self, host: str) -> str:
        """The address with another host."""
        return str(self._replace(host=host))


def take_apart(target: str) -> Pieces | None:
    """The pieces of an http or https address; ``None`` of anything else."""
    found = _PIECES.fullmatch(target)
    if found is None:
        return None
    return Pieces(
        found["scheme"],
        found["user"],
        found["host"],
        found["port"] or "",
        found["path"],
        found["query"],
        found["fragment"],
    )

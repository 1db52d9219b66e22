"""One case: what a server does, and the verdict that a person would give."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit

from benchmarks.link_cases.visit import Visit
from courtcomms.model.link_checks import Verdict

#: What is sent: all bytes of an answer at once, or piece by piece, the head first.
Play = Callable[[Visit], bytes | AsyncIterator[bytes]]

DOMAIN = "case.test"


class Group(StrEnum):
    """What the cases have in common; the value is the table's heading of them."""

    WORKS = "works"
    MOVES = "moved for good"
    REDIRECTS = "redirected"
    LOOPS = "long chains and loops"
    GONE = "gone"
    SOFT_404 = "says «not found» with 200"
    TRAPS = "looks like «not found», works"
    BLOCKED = "blocked for robots"
    TEMPORARY = "temporary"
    HOSTS = "no such host"
    TLS = "TLS"
    GUARD = "private addresses"
    HOSTILE = "hostile"


class Tls(StrEnum):
    """Which certificate a case's server shows, or what it does in its place."""

    NONE = "none"
    VALID = "valid"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    OTHER_NAME = "other_name"
    SELF_SIGNED = "self_signed"
    UNKNOWN = "unknown"
    NO_CHAIN = "no_chain"
    GARBAGE = "garbage"
    CLOSES = "closes"


class Listener(StrEnum):
    """What waits for the connection."""

    SERVER = "server"
    REFUSES = "refuses"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Case:
    """An address with the right verdicts: one, or some where honest people differ.

    ``path`` follows the host; ``{run}`` in it becomes the run's name, so that a server that changes its mind
    begins anew. ``secure`` asks by https. ``address`` stands in place of a server's: there nobody of the
    case listens, ``{trap}`` is the port of the one who must not be touched. ``names`` are further hosts that
    a checker under test finds, with their addresses ("" this case's own). Not ``for_peers``: only a name
    that the test resolves can play it, or it is about refusing loopback, where peers have to be allowed it.
    """

    group: Group
    name: str
    about: str
    verdicts: tuple[Verdict, ...]
    play: Play | None = None
    path: str = "/news/1"
    host: str = ""
    tls: Tls = Tls.NONE
    secure: bool = False
    listener: Listener = Listener.SERVER
    address: str = ""
    names: tuple[tuple[str, str], ...] = ()
    for_peers: bool = True

    def knows(self, path: str) -> bool:
        """Whether its server has such a page; those of moves and refusals have an answer to everything."""
        one_page = self.group in (Group.WORKS, Group.HOSTILE)
        return not one_page or path == quote(urlsplit(self.path).path)

    @property
    def own_host(self) -> str:
        """The name under which the checker asks for it."""
        return self.host or f"{self.name}.{DOMAIN}"

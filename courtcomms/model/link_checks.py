"""What is known of an address: what one look at it found, and what all looks together say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from courtcomms.model.columns import Column
from courtcomms.model.findings import Severity


class Verdict(StrEnum):
    """What a look at an address found. The value is what the command line prints."""

    WORKS = "works"
    MOVED = "moved"
    REDIRECTED = "redirected"
    REDIRECTED_TO_ROOT = "redirected_to_root"
    REDIRECTED_TO_LOGIN = "redirected_to_login"
    GONE = "gone"
    SAYS_NOT_FOUND = "says_not_found"
    NO_HOST = "no_host"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NAME = "certificate_name"
    CERTIFICATE_ISSUER = "certificate_issuer"
    BROKEN_TLS = "broken_tls"
    BLOCKED = "blocked"
    TEMPORARY = "temporary"
    REDIRECT_LOOP = "redirect_loop"
    BAD_REDIRECT = "bad_redirect"
    BROKEN_ANSWER = "broken_answer"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """One look at one address.

    ``url`` is the address as it was asked for: normalised, without its fragment. ``chain`` are the addresses
    that it led through, the first and the last included; ``final_url`` the last. ``http`` is the last status,
    ``None`` where no server answered. ``repair`` is the address to put in its place, where that is certain.
    ``checked_at`` is in UTC. ``reason`` is one Ukrainian sentence; ``title`` the page's, as text.
    """

    url: str
    verdict: Verdict
    severity: Severity
    reason: str
    checked_at: datetime
    http: int | None = None
    final_url: str = ""
    chain: tuple[str, ...] = ()
    title: str = ""
    repair: str = ""

    @property
    def hops(self) -> int:
        """How many redirects were followed."""
        return max(0, len(self.chain) - 1)

    @property
    def good(self) -> bool:
        """Whether the page was seen to be there, by its own or another address."""
        return self.verdict in GOOD


#: The page was seen to be there.
GOOD = frozenset({Verdict.WORKS, Verdict.MOVED})


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person opened the address in a browser and found it to be right."""

    url: str
    who: str
    confirmed_at: datetime


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """What all looks at an address together say.

    ``since`` is the first bad day behind which no good one stands; ``dead`` where bad days lie far enough
    apart to believe them; ``last_good`` the last day on which the page was seen. ``last`` is the newest look.
    """

    severity: Severity
    reason: str
    last: LinkCheck | None = None
    confirmation: Confirmation | None = None
    since: date | None = None
    last_good: date | None = None
    dead: bool = False

    @property
    def verdict(self) -> Verdict | None:
        """What the newest look found."""
        return self.last.verdict if self.last is not None else None


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """Where an address stands: ``cell_text[start:end]`` of one event's column."""

    event_id: int
    column: Column
    start: int
    end: int


class LinkGroup(StrEnum):
    """Under which filter a link stands: what is to be done about it, the most urgent first."""

    WRONG = "wrong"
    MOVED = "moved"
    LOOK = "look"
    UNCHECKED = "unchecked"
    FINE = "fine"

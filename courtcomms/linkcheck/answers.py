"""What a server said, hop by hop, or why it said nothing; raw, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FailureKind(StrEnum):
    """Why there is no answer to judge."""

    NO_HOST = "no_host"
    NAME_SERVER = "name_server"
    REFUSED = "refused"
    RESET = "reset"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NAME = "certificate_name"
    CERTIFICATE_ISSUER = "certificate_issuer"
    TLS = "tls"
    PRIVATE = "private"
    SCHEME = "scheme"
    LOOP = "loop"
    TOO_MANY_HOPS = "too_many_hops"
    GARBAGE = "garbage"
    HEADERS = "headers"
    PROXY = "proxy"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of one hop.

    ``url`` is what was asked for, absolute. ``headers`` have lower-case names; of repeated ones the last
    counts. ``body`` is what was read of it, decompressed, at most the settings' limit; ``whole`` where that
    is all. ``location`` is where it redirects to, absolute, by header or, ``refreshed``, by its page.
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    whole: bool = True
    location: str = ""
    refreshed: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the hop to ``url`` gave no answer; ``detail`` is for the log and for telling apart, in English."""

    kind: FailureKind
    url: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Everything that asking for one address brought: answers hop by hop, and the failure that ended them.

    ``tries`` counts how often it was asked for. ``made_up`` is what its host said of an address that
    cannot exist there, where that was asked.
    """

    url: str
    answers: tuple[Answer, ...] = ()
    failure: Failure | None = None
    tries: int = 1
    made_up: Fetched | None = None

    @property
    def last(self) -> Answer | None:
        """The last hop's answer; ``None`` where that hop failed."""
        return self.answers[-1] if self.answers and self.failure is None else None

    @property
    def chain(self) -> tuple[str, ...]:
        """The addresses asked for, in order."""
        failed = (self.failure.url,) if self.failure is not None else ()
        urls = tuple(answer.url for answer in self.answers)
        return urls if urls[-1:] == failed else urls + failed

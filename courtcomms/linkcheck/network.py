"""Whether there is a network at all, so that its absence is told once and not for every address."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

from courtcomms.linkcheck.answers import FailureKind, Fetched
from courtcomms.linkcheck.resolving import NameFailure, Names, in_thread

_NAMES = frozenset({FailureKind.NO_HOST, FailureKind.NAME_SERVER})
#: What every address says where there is no network, or the proxy to it is out of reach.
_SUSPICIOUS = _NAMES | {FailureKind.UNREACHABLE, FailureKind.PROXY}
#: What only a machine at the other end can have caused.
_ANSWERED = (
    frozenset(FailureKind)
    - _SUSPICIOUS
    - {
        FailureKind.TIMEOUT,
        FailureKind.PRIVATE,
        FailureKind.SCHEME,
        FailureKind.LOOP,
        FailureKind.TOO_MANY_HOPS,
        FailureKind.GARBAGE,
    }
)

# Names that exist as long as the country's network does: asked for when no name of the report is known.
_SURE_NAMES = ("court.gov.ua", "rada.gov.ua", "kmu.gov.ua")
# Addresses of documentation (RFC 5737, RFC 3849): nobody is there, and nothing is sent.
_FAR = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
#: Seconds for others, asked at the same time, to show that there is a network after all.
_GRACE = 1.5

#: ``online()``: whether there is a network; called in a thread.
Online = Callable[[], bool]


class Network:
    """Doubts the network only while nobody has answered yet.

    Args:
        names: asks for names that surely exist.
        online: asked instead of the system and of these names.
    """

    def __init__(self, names: Names, online: Online | None = None) -> None:
        self._names, self._online = names, online
        self._seen = asyncio.Event()
        self._one_looks = asyncio.Lock()
        self._missing = False

    def saw(self, fetched: Fetched) -> None:
        """Take notice of what an address brought."""
        failure = fetched.failure
        if fetched.answers or (failure is not None and failure.kind in _ANSWERED):
            self._seen.set()

    async def is_missing(self, fetched: Fetched) -> bool:
        """Whether it is not the address that failed but the network. Tells ``True`` only where all fails."""
        failure = fetched.failure
        if self._seen.is_set() or failure is None or failure.kind not in _SUSPICIOUS:
            return False
        async with self._one_looks:
            if not self._seen.is_set() and not self._missing:
                self._missing = not await self._is_found(failure.kind)
        return self._missing and not self._seen.is_set()

    async def _is_found(self, kind: FailureKind) -> bool:
        if await self._is_there(kind):
            self._seen.set()
        else:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._seen.wait(), _GRACE)
        return self._seen.is_set()

    async def _is_there(self, kind: FailureKind) -> bool:
        if self._online is not None:
            return await in_thread(self._online)
        if kind is FailureKind.PROXY:
            return False
        if not await in_thread(has_way_out):
            return False
        return kind not in _NAMES or await self._knows_a_name()

    async def _knows_a_name(self) -> bool:
        asked = [asyncio.create_task(self._knows(name)) for name in _SURE_NAMES]
        try:
            for answer in asyncio.as_completed(asked):
                if await answer:
                    return True
        finally:
            for task in asked:
                task.cancel()
            await asyncio.gather(*asked, return_exceptions=True)
        return False

    async def _knows(self, name: str) -> bool:
        try:
            return bool(await self._names.look_up(name, 443))
        except NameFailure:
            return False


def has_way_out() -> bool:
    """Whether the system knows a way to anywhere outside. A datagram's way is chosen, none is sent."""
    return any(_has_way(family, address) for family, address in _FAR)


def _has_way(family: socket.AddressFamily, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))
    except OSError:
        return False
    return True

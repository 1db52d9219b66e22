"""What a check asks with, put together: gate, names, proxies, connections, and who follows an address."""

from __future__ import annotations

import ssl
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from courtcomms.linkcheck.address import Address
from courtcomms.linkcheck.client import Client
from courtcomms.linkcheck.guard import Gate, Guard
from courtcomms.linkcheck.hops import Follower
from courtcomms.linkcheck.network import Online
from courtcomms.linkcheck.proxies import Proxies, ProxyFor
from courtcomms.linkcheck.resolving import Names, Resolve
from courtcomms.linkcheck.settings import LinkSettings

#: Part of the time for a connection that its name may take.
_FOR_THE_NAME = 0.75
#: Hosts whose connections are kept at one time: Windows' select takes no more than 512 sockets.
_MOST_KEPT = 100


@dataclass(frozen=True, slots=True)
class Parts:
    """What a check is made of; see ``LinkChecker``."""

    settings: LinkSettings
    proxy_for: ProxyFor
    resolve: Resolve
    trust: Callable[[], ssl.SSLContext]
    guard: Guard
    online: Online | None
    first_delay: float


class Kept:
    """Whose connections are worth keeping: those of hosts that will be asked again, and not of too many."""

    def __init__(self) -> None:
        self._left: Counter[str] = Counter()
        self._kept: set[str] = set()

    def expect(self, origin: str) -> None:
        """Another address of this host and port will be asked for."""
        self._left[origin] += 1

    def begun(self, origin: str) -> None:
        """One of the expected is being asked for."""
        self._left[origin] -= 1
        if self._left[origin] <= 0:
            del self._left[origin]
            self._kept.discard(origin)

    def wants(self, address: Address) -> bool:
        """Whether a connection to it is to be kept."""
        origin = origin_of(address)
        if origin not in self._left:
            return False
        if origin not in self._kept and len(self._kept) < _MOST_KEPT:
            self._kept.add(origin)
        return origin in self._kept


class Tools:
    """Everything that asks, for one check; to be made inside the loop."""

    def __init__(self, parts: Parts) -> None:
        self.kept = Kept()
        gate = Gate(parts.guard, parts.settings.allowed_hosts)
        self.names = Names(gate, parts.resolve, parts.settings.connect_seconds * _FOR_THE_NAME)
        proxies = Proxies(parts.proxy_for, gate)
        self.client = Client(parts.settings, gate, self.names, proxies, parts.trust, self.kept.wants)
        self.follower = Follower(self.client, gate, parts.settings)


def origin_of(address: Address) -> str:
    """What connections are kept by."""
    return f"{address.scheme}://{address.host}:{address.port}"

"""Through which proxy an address is asked for: what the system says, asked once for each host."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from courtcomms.linkcheck.address import Address
from courtcomms.linkcheck.guard import Gate
from courtcomms.linkcheck.resolving import in_thread

#: The proxy (``http://user:word@host:port``) for an address; ``None``: it is asked for directly. It is called
#: in threads, because scripts of proxies and lists of exceptions may ask a name server.
ProxyFor = Callable[[str], str | None]

_PORTS = {"http": 80, "https": 443}


def system_proxy(url: str) -> str | None:
    """What environment, Windows' registry or macOS say; a script of proxies (PAC) is not read here."""
    parts = urlsplit(url)
    proxies = urllib.request.getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or urllib.request.proxy_bypass(parts.netloc):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


class BadProxy(Exception):
    """The system names a proxy that cannot be used: of another kind than HTTP, or no address at all."""


class Proxies:
    """Remembers for one check which host is asked for through which proxy."""

    def __init__(self, proxy_for: ProxyFor, gate: Gate) -> None:
        self._proxy_for, self._gate = proxy_for, gate
        self._known: dict[tuple[str, str, int], str | None] = {}

    async def of(self, address: Address) -> str | None:
        """The proxy's address, let through the gate; ``None`` without one.

        Raises:
            BadProxy: there is one, but none that can be used.
        """
        origin = (address.scheme, address.host, address.port)
        if origin not in self._known:
            proxy = await in_thread(partial(self._proxy_for, address.url))
            if proxy:
                self._let_through(proxy)
            self._known[origin] = proxy or None
        return self._known[origin]

    def _let_through(self, proxy: str) -> None:
        try:
            parts = urlsplit(proxy)
            host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme)
        except ValueError as error:
            raise BadProxy("the proxy's address cannot be read") from error
        if parts.scheme not in _PORTS or not host or not port:
            raise BadProxy(f"a proxy of the kind {parts.scheme}")
        self._gate.vouch_for_proxy(host, port)

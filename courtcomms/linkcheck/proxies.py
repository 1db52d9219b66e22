"""Through which proxy an address is asked for: what the system says."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from urllib.parse import urlsplit

#: The proxy's address (``http://user:word@host:port``) for an address; ``None``: asked for directly.
ProxyFor = Callable[[str], str | None]


def system_proxy(url: str) -> str | None:
    """What environment, Windows' registry or macOS say; a PAC script is not read here."""
    parts = urlsplit(url)
    proxies = urllib.request.getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or urllib.request.proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"

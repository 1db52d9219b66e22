"""Which addresses may be dialled: the world's only, unless the user vouches for a host of his own."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable

#: ``guard(host, ip)``: whether ``ip`` (in digits) may be dialled for ``host`` (as it stands in the address).
Guard = Callable[[str, str], bool]

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Names that mean this machine or its neighbours: RFC 6761, RFC 6762, RFC 8375, ICANN's «internal» of 2024,
# and what routers call their own network.
_LOCAL_DOMAINS = frozenset(
    {"corp", "home", "internal", "intranet", "lan", "local", "localdomain", "localhost", "private"}
)

# IPv6 in which an IPv4 address travels: NAT64 (RFC 6052; the local-use prefix of RFC 8215), the
# IPv4-compatible addresses of old, and those translated by the stack (RFC 2765).
_CARRIERS = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96", "::ffff:0:0:0/96")))


def is_global(host: str, ip: str) -> bool:
    """Whether an address belongs to the world: the guard of a real check, whatever the host's name."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    return all(_is_of_the_world(each) for each in (address, *_carried(address)))


def _is_of_the_world(address: _Address) -> bool:
    if _is_nat64(address):
        return True
    if isinstance(address, ipaddress.IPv6Address) and address.is_site_local:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _is_nat64(address: _Address) -> bool:
    """The well-known prefix of NAT64 stands for the IPv4 address in it, which is judged by itself."""
    return isinstance(address, ipaddress.IPv6Address) and address in _CARRIERS[0]


def _carried(address: _Address) -> Iterable[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 address would lead to: mapped, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if any(address in carrier for carrier in _CARRIERS):
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def literal(host: str) -> str:
    """The address in digits where ``host`` (as WHATWG writes it, IPv6 in brackets) is one; "" for a name."""
    bare = host.removeprefix("[").removesuffix("]")
    if not bare[-1:].isdigit() and ":" not in bare:  # a name: WHATWG reads as digits what ends in digits
        return ""
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        return ""


def is_local_name(host: str) -> bool:
    """Whether a name can only mean this machine or its neighbours, so that it need not be asked for."""
    name = host.rstrip(".").lower()
    before, _, top = name.rpartition(".")
    return not before or top in _LOCAL_DOMAINS or f".{name}".endswith(".home.arpa")


class Gate:
    """What this check may dial: knows every address that was judged, and lets only those through.

    Args:
        guard: judges an address in digits for a host.
        allowed_hosts: names of the user's own network, which pass unjudged.
    """

    def __init__(self, guard: Guard, allowed_hosts: Iterable[str] = ()) -> None:
        self._guard = guard
        self._allowed = frozenset(host.strip().rstrip(".").lower() for host in allowed_hosts)
        self._judged: set[tuple[str, int]] = set()
        self._proxies: set[tuple[str, int]] = set()

    def lets(self, host: str, port: int) -> bool:
        """Whether ``host`` may be asked for by what it says itself: an address in digits, or a local name.

        Other names are judged when it is known where they lead (``admits``), or by the proxy.
        """
        digits = literal(host)
        if not self._vouched(host):
            if (host, port) in self._proxies:
                return False
            if not (self._guard(host, digits) if digits else not is_local_name(host)):
                return False
        if digits:
            self._judged.add((digits, port))
        return True

    def vouch_for_proxy(self, host: str, port: int) -> None:
        """Let the proxy through: it stands in the user's own network, and it is the user who named it."""
        self._proxies.add((host, port))
        if digits := literal(host):
            self._judged.add((digits, port))

    def admits(self, host: str, ip: str, port: int, asked_port: int) -> bool:
        """Judge ``ip:port``, at which ``host:asked_port`` is said to live; what passes may be dialled."""
        free = self._vouched(host) or (host, asked_port) in self._proxies
        if free or self._guard(host, ip):
            self._judged.add((literal(ip), port))
            return True
        return False

    def may_dial(self, ip: str, port: int) -> bool:
        """Whether exactly this was judged before: the last look, taken where the socket is made."""
        return (literal(ip), port) in self._judged

    def _vouched(self, host: str) -> bool:
        return host.rstrip(".").lower() in self._allowed

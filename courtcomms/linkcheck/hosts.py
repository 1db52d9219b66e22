"""Hosts that no reader of the report can reach: literal private addresses, names of a local network.

Reading an address (WHATWG) has already made every spelling of an IPv4 address plain: octal, hexadecimal,
short, full-width and circled digits all arrive here as ``127.0.0.1``.
"""

from __future__ import annotations

import ipaddress
from functools import lru_cache

from courtcomms.linkcheck.domains import is_ip
from courtcomms.linkcheck.lists import below

_HOSTS_KEPT = 4_000

#: Names for local networks: RFC 6761 and 6762, RFC 8375, ICANN's ``internal``, and what routers use.
_LOCAL = "corp domain home home.arpa internal intranet invalid lan local localdomain localhost private"
_LOCAL_NAMES = (*_LOCAL.split(), "test", "workgroup")
#: Public names that answer with a loopback or a private address.
_TO_LOCAL = ("lacolhost.com", "localtest.me", "lvh.me", "nip.io", "sslip.io", "vcap.me", "xip.io")
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


def literal_ip(host: str) -> Ip | None:
    """The IP that a read address's host spells out, brackets removed; ``None`` of a name."""
    try:
        return ipaddress.ip_address(host.strip("[]")) if is_ip(host) else None
    except ValueError:
        return None


@lru_cache(maxsize=_HOSTS_KEPT)
def is_private_host(host: str) -> bool:
    """Whether a host is told by its text alone to lie in no public network."""
    ip = literal_ip(host)
    if ip is not None:
        return not is_global(ip)
    bare = host.rstrip(".")
    return "." not in bare or below(bare, _LOCAL_NAMES) or below(bare, _TO_LOCAL)


def is_global(ip: Ip) -> bool:
    """Whether an IP is reachable for everybody; an IPv6 that carries an IPv4 is what that one is."""
    if isinstance(ip, ipaddress.IPv6Address):
        carried = _carried(ip)
        if carried is not None:
            return is_global(carried)
        return ip.is_global and not ip.is_multicast and ip not in _NAT64[1]
    return ip.is_global and not ip.is_multicast


def _carried(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 inside a mapped, 6to4, Teredo, NAT64 or compatible IPv6."""
    if ip in _NAT64[0] or (int(ip) >> 32 == 0 and int(ip) > 1):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)

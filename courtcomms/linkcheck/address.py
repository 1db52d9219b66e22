"""An address as browsers read it, taken apart, and the form in which people read it.

Reading follows the WHATWG URL standard: what a browser opens is what is judged, asked and remembered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import can_ada

from courtcomms.linkcheck.scripts import decoded_label, may_be_shown

_PORTS = {"http": 80, "https": 443}
_KEPT, _LONGEST_KEPT = 8_000, 2_000
#: No server reads a longer address (8 KiB are usual), and none is read here: hosts of that length cost time.
_LONGEST = 32_768

#: The official portal and every court's site are one server farm: it is asked as one host.
_COURTS = "court.gov.ua"

_ENCODED_RUN = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


@dataclass(frozen=True, slots=True)
class Address:
    """A web address taken apart.

    ``url`` is what is asked, stored and compared: the standard's serialisation without fragment and without
    credentials; reading it again gives the same ``url``. ``fragment`` has no ``#``. ``host`` is ASCII, lower
    case, an IPv6 one in brackets; ``shown_host`` is the same for people. ``port`` is the one that is dialled.
    ``path`` begins with ``/``, ``query`` has no ``?``. ``userinfo`` tells that credentials stood there.
    """

    url: str
    fragment: str
    scheme: str
    host: str
    shown_host: str
    port: int
    path: str
    query: str
    userinfo: bool

    @property
    def registrable(self) -> str:
        """The name that somebody registered: ``court.gov.ua`` of ``ing.dp.court.gov.ua``; an IP as it is."""
        from courtcomms.linkcheck.domains import registrable

        return registrable(self.host)

    @property
    def full(self) -> str:
        """The address with its fragment: what stands in a cell."""
        return f"{self.url}#{self.fragment}" if self.fragment else self.url


def read_address(text: str) -> Address | None:
    """Read an http or https address; ``None`` where a browser would open no page of the web.

    Nothing is guessed: an address without a scheme is none, nor is one of more than 32 KiB. Never raises.
    """
    return _kept(text) if len(text) <= _LONGEST_KEPT else _read(text)


def _read(text: str) -> Address | None:
    if len(text) > _LONGEST:
        return None
    try:
        read = can_ada.parse(text)
    except (ValueError, TypeError):  # no address; a lone surrogate
        return None
    scheme = read.protocol.removesuffix(":")
    if scheme not in _PORTS or not read.hostname or len(read.href) > _LONGEST:
        return None
    fragment, userinfo = read.hash.removeprefix("#"), bool(read.username or read.password)
    read.hash = read.username = read.password = ""
    return Address(
        url=read.href,
        fragment=fragment,
        scheme=scheme,
        host=read.hostname,
        shown_host=shown_host(read.hostname),
        port=int(read.port or _PORTS[scheme]),
        path=read.pathname,
        query=read.search.removeprefix("?"),
        userinfo=userinfo,
    )


_kept = lru_cache(maxsize=_KEPT)(_read)


def shown_host(host: str) -> str:
    """A host for people: its encoded labels in their own letters, where these cannot deceive."""
    if "xn--" not in host:
        return host
    labels = host.split(".")
    decoded = [decoded_label(label) for label in labels]
    top = next((label for label in reversed(decoded) if label), "")
    pairs = zip(labels, decoded, strict=True)
    return ".".join(own if may_be_shown(own, top) else label for label, own in pairs)


def shown(url: str) -> str:
    """An address for people: host and percent-encoded letters readable; what is no address as it stands.

    Only letters and digits of other alphabets are decoded: the shown address leads to the same page.
    """
    address = read_address(url)
    if address is None:
        return url
    host, port = address.shown_host, ""
    if address.port != _PORTS[address.scheme]:
        port = f":{address.port}"
    rest = address.full.split("://", 1)[1]
    at = min((found for sign in "/?#" if (found := rest.find(sign)) >= 0), default=len(rest))
    return f"{address.scheme}://{host}{port}{_ENCODED_RUN.sub(_decoded, rest[at:])}"


def _decoded(run: re.Match[str]) -> str:
    try:
        text = bytes.fromhex(run[0].replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:  # another encoding of old: cp1251
        return run[0]
    return text if text.isalnum() and not text.isascii() else run[0]


def pace_key(host: str) -> str:
    """The host that counts for pacing: all courts' sites are one server, ``www.`` makes no other."""
    bare = host.lower().rstrip(".")
    if bare == _COURTS or bare.endswith(f".{_COURTS}"):
        return _COURTS
    return bare.removeprefix("www.")

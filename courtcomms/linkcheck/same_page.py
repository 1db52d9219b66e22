"""The same page by two spellings: one key for all addresses that lead to it for certain."""

from __future__ import annotations

import re
from functools import lru_cache

from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.lists import same_sites
from courtcomms.linkcheck.tracking import without_tracking

_KEPT, _LONGEST_KEPT = 8_000, 2_000

#: First labels of hosts that show the same pages: for telephones, for old browsers.
_SAME_HOSTS = frozenset({"www", "m", "mobile", "mbasic", "touch", "web"})
#: Facebook's hosts for languages: ``uk-ua.facebook.com``.
_LANGUAGE = re.compile(r"[a-z]{2}-[a-z]{2}(?=\.facebook\.com)")
#: ``web.`` and ``touch.`` are hosts of their own elsewhere.
_ONLY_FACEBOOK = frozenset({"web", "touch", "mbasic"})

_INDEX = ("/", "/index.html", "/index.htm", "/index.php", "/index.aspx")
_ENCODED = re.compile(r"%[0-9a-f]{2}", re.IGNORECASE)
_VIDEO = re.compile(r"/([\w-]{6,20})")


def page_key(url: str) -> str:
    """One key for the spellings of one page; what is no address is its own key.

    Scheme, ``www.``, mobile and language hosts, the final slash, an index file, tracking parameters, the
    order of parameters, the default port, the fragment and credentials make no other page. The key reads as
    an address and is its own key; it is for comparing, not for opening.
    """
    return _kept(url) if len(url) <= _LONGEST_KEPT else _key(url)


def _key(url: str) -> str:
    address = read_address(url)
    if address is None:
        return url.strip()
    host = _host(address.host)
    path, query = _path(address.path), without_tracking(address.query, host)
    video = _VIDEO.fullmatch(path) if host == "youtu.be" else None
    if video is not None:
        host, path, query = "youtube.com", "/watch", "&".join(filter(None, [f"v={video[1]}", query]))
        query = without_tracking(query, host)
    port = "" if address.port in {80, 443} else f":{address.port}"
    query = "&".join(sorted(filter(None, query.split("&"))))
    ask = f"?{query}" if query else ""
    return _ENCODED.sub(lambda sign: sign[0].upper(), f"https://{host}{port}{path}{ask}")


_kept = lru_cache(maxsize=_KEPT)(_key)


def _host(host: str) -> str:
    bare = _LANGUAGE.sub("www", host.rstrip(".") or host)
    while True:
        first, _, rest = bare.partition(".")
        if (
            first not in _SAME_HOSTS
            or "." not in rest
            or (first in _ONLY_FACEBOOK and rest != "facebook.com")
        ):
            break
        bare = rest
    return same_sites().get(bare, bare)


def _path(path: str) -> str:
    """The path without its final slash and index file; ``""`` of the root."""
    end = len(path)
    while True:
        ending = next((each for each in _INDEX if path.endswith(each, 0, end)), "")
        if not ending:
            return path[:end]
        end -= len(ending)

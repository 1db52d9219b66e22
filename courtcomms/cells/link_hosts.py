"""Which words with dots are addresses: «court.gov.ua» is, «zvit.docx» and «ст.12» are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from courtcomms.cells.look_alikes import to_latin

#: Last labels that make an address of any two words: national and general ones met in Ukrainian reports.
_PLAIN_ENDS = (
    "ua com org net edu gov int info biz eu tv fm ly gl su media укр рф бел uk de fr ca cz sk hu ro lt "
    "lv ee us pl ru by kz ge gle goog mobi museum tech blog agency foundation wiki travel рус"
)
_PLAIN = frozenset(_PLAIN_ENDS.split())

#: Last labels that are words or file endings too: an address only with a path, «www.» or a third label.
_DOUBTFUL_ENDS = (
    "me md io co cc be it is in at to no so am im li fo ph gd vn vc ch es nl se fi dk pt gr bg tr il jp "
    "cn tk ml ws pro one art live today news online site press app dev page link space shop store city "
    "world top xyz cloud website club name click team group center help law legal fund ngo academy "
    "school university plus video social email digital rs sh zone guide report reviews watch works "
    "network support systems"
)
_DOUBTFUL = frozenset(_DOUBTFUL_ENDS.split())

_LABEL = re.compile(r"[^\W_](?:[^\W_]|-){0,62}(?<!-)")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_LETTERS = re.compile(r"[^\W\d_]{2,24}|xn--[a-z0-9-]{2,40}")

#: Sites whose addresses carry another address in their path; it belongs to them.
_CARRIERS = re.compile(
    r"(?:[\w-]+\.)*(?:archive\.(?:org|ph|is|today|md|vn|li|fo)|archive-it\.org|ghostarchive\.org|arquivo\.pt"
    r"|webcache\.googleusercontent\.com|translate\.google(?:\.\w+)+|translate\.goog|megalodon\.jp|webarchive\.\w+"
    r"|webcitation\.org|perma\.cc|timetravel\.mementoweb\.org|validator\.w3\.org|via\.hypothes\.is|12ft\.io"
    r"|l\.facebook\.com|lm\.facebook\.com|l\.instagram\.com|r\.jina\.ai|away\.vk\.com)",
    re.IGNORECASE,
)

#: A register names the same few hosts again and again.
_HOSTS_KEPT = 2_000


@lru_cache(maxsize=_HOSTS_KEPT)
def is_host(host: str) -> bool:
    """Whether a name after a typed scheme can be a host: labels joined by dots, an IP or localhost."""
    if host.lower() == "localhost" or _IP.fullmatch(host):
        return True
    labels = host.removesuffix(".").split(".")
    return len(labels) > 1 and _well_formed(labels) and _LETTERS.fullmatch(labels[-1]) is not None


@lru_cache(maxsize=_HOSTS_KEPT)
def is_known_host(host: str) -> bool:
    """Whether a name ends like the addresses that people do write; «ing.dp.court» does not."""
    labels = host.lower().removesuffix(".").split(".")
    return len(labels) > 1 and _well_formed(labels) and (labels[-1] in _PLAIN or labels[-1] in _DOUBTFUL)


@lru_cache(maxsize=_HOSTS_KEPT)
def is_bare_host(host: str, *, with_path: bool) -> bool:
    """Whether a name that nothing announces as an address is one."""
    labels = host.lower().split(".")
    if len(labels) < 2 or len(labels) > 9 or not _well_formed(labels):
        return False
    if labels[-1] in _PLAIN:
        return True
    www = labels[0] == "www"
    if labels[-1] in _DOUBTFUL:
        return with_path or www or (len(labels) > 2 and not any(label.isdigit() for label in labels))
    return www and len(labels) > 2 and _LETTERS.fullmatch(labels[-1]) is not None


def carries_addresses(host: str) -> bool:
    """Whether an address on this host may contain another one: an archive, a translator, a redirect."""
    return _CARRIERS.fullmatch(host) is not None


def latin_host(host: str) -> str | None:
    """The host that was meant where Cyrillic letters slipped into a Latin name, ``None`` if none did."""
    if host.isascii():
        return None
    latin = to_latin(host)
    slipped = latin != host and latin.isascii() and sum(char.isascii() for char in host) * 2 > len(host)
    return latin if slipped and is_known_host(latin) else None


def _well_formed(labels: Sequence[str]) -> bool:
    return all(_LABEL.fullmatch(label) for label in labels)

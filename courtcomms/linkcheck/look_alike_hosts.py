"""Hosts with letters of the wrong alphabet, and the host that was meant."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from courtcomms.cells.look_alikes import to_cyrillic
from courtcomms.linkcheck.domains import has_known_top
from courtcomms.linkcheck.scripts import decoded_label, is_cyrillic, is_mixed, scripts, twin

_HOSTS_KEPT = 2_000


class LookAlike(NamedTuple):
    """A host that looks like another one; ``meant`` is that one, ``""`` where it is not certain."""

    meant: str


@lru_cache(maxsize=_HOSTS_KEPT)
def look_alike(host: str) -> LookAlike | None:
    """What is wrong with the letters of a host in its own letters (not encoded); ``None`` where nothing is.

    Wrong are: letters of two alphabets in one label; a Cyrillic label that reads as a Latin one («асе»)
    before a Latin top domain; a Latin label that reads as a Cyrillic one before a Cyrillic top domain.
    """
    if host.isascii() and not _may_be_cyrillic(host):
        return None
    labels = host.lower().rstrip(".").split(".")
    cyrillic = is_cyrillic(labels[-1]) or (is_mixed(labels[-1]) and twin(labels[-1]) is None)
    doubtful = [_cyrillic_doubt(label) if cyrillic else _latin_doubt(label) for label in labels]
    if not any(doubtful):
        return None
    meant = [_meant(label, cyrillic) if bad else label for label, bad in zip(labels, doubtful, strict=True)]
    whole = ".".join(meant)
    certain = all(meant) and has_known_top(_encoded_top(whole))
    return LookAlike(whole if certain else "")


def _may_be_cyrillic(host: str) -> bool:
    return host.endswith((".xn--j1amh", ".xn--p1ai"))


def _latin_doubt(label: str) -> bool:
    return is_mixed(label) or (is_cyrillic(label) and twin(label) is not None)


def _cyrillic_doubt(label: str) -> bool:
    if is_mixed(label):
        return True
    latin = scripts(label) == {"LATIN"} and not label.startswith("xn--") and label != "www"
    return latin and is_cyrillic(to_cyrillic(label))


def _meant(label: str, cyrillic: bool) -> str:
    """The label in one alphabet; ``""`` where some letter has no twin there."""
    mended = to_cyrillic(label) if cyrillic else twin(label) or ""
    return mended if mended and not is_mixed(mended) else ""


def _encoded_top(host: str) -> str:
    top = host.rpartition(".")[2]
    return top if top.isascii() else f"xn--{top.encode('punycode').decode()}"


def in_own_letters(host: str) -> str:
    """A host with every encoded label decoded, also those that are not shown to people."""
    return ".".join(decoded_label(label) for label in host.split("."))


def skeleton(host: str) -> str:
    """A host as it looks at a glance: Latin letters without accents, digits read as the letters they ape."""
    latin = ".".join(twin(label) or label for label in in_own_letters(host.lower()).split("."))
    plain = "".join(char for char in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(char))
    return plain.translate(_AS_LETTERS).replace("rn", "m").replace("vv", "w")


_AS_LETTERS = str.maketrans("01345|", "olaesl")

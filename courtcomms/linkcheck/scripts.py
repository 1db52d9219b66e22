"""Alphabets of host labels: which one a label is written in, and whether it may be shown as it reads."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from courtcomms.cells.look_alikes import to_latin

_CYRILLIC, _LATIN = "CYRILLIC", "LATIN"
#: A register names the same few hosts again and again.
_LABELS_KEPT = 2_000


@lru_cache(maxsize=_LABELS_KEPT)
def scripts(label: str) -> frozenset[str]:
    """The alphabets of a label's letters, as the first words of their Unicode names."""
    letters = {char for char in label if char.isalpha()}
    return frozenset(unicodedata.name(char, "UNKNOWN").split(" ", 1)[0] for char in letters)


def is_mixed(label: str) -> bool:
    """Whether one label has letters of two alphabets: no honest name has them here."""
    return len(scripts(label)) > 1


def is_cyrillic(label: str) -> bool:
    """Whether all letters of a label, at least one, are Cyrillic."""
    return scripts(label) == {_CYRILLIC}


def twin(label: str) -> str | None:
    """The Latin label that a Cyrillic or mixed one looks like to the last letter; ``None`` where none.

    «асе» looks like ``ace``, «сourt» like ``court``; «суд» looks like no Latin word.
    """
    if not scripts(label) & {_CYRILLIC}:
        return None
    latin = to_latin(label)
    return latin if latin.isascii() else None


def may_be_shown(label: str, top: str) -> bool:
    """Whether a decoded label may be shown to people in a name that ends in ``top``, as browsers judge.

    Mixed labels and those that a Latin name could be taken for stay in their encoded form; where the top
    domain is Cyrillic itself, Cyrillic labels before it are what one expects.
    """
    if not scripts(label) or is_mixed(label):
        return False
    return is_cyrillic(top) or twin(label) is None


def decoded_label(label: str) -> str:
    """An encoded label in its own letters; a plain one, and one that is no right encoding, as it is."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode().decode("punycode")
    except ValueError:
        return label

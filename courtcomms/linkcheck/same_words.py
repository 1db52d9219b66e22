"""How far two texts say the same."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{2,}")


def only_in(text: str, other: str) -> int:
    """How many different words one text has that the other has not; numbers do not count."""
    return len(words_of(text) - words_of(other))


def words_of(text: str) -> frozenset[str]:
    """The different words of a text, in small letters; numbers are none."""
    return frozenset(_WORD.findall(text.casefold()))

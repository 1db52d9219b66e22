"""How far two texts say the same."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{2,}")


def only_in(text: str, other: str) -> int:
    """How many different words one text has that the other has not; numbers do not count."""
    return len(set(_WORD.findall(text.casefold())) - set(_WORD.findall(other.casefold())))

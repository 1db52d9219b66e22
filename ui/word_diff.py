"""Which words of a text came and which went; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")


class Fate(Enum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that had the same fate."""

    fate: Fate
    text: str


def compare_words(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The old text with the words that went, and the new one with those that came; joined they are the
    texts."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, first, last, begin, end in matcher.get_opcodes():
        same = kind == "equal"
        _append(left, Fate.KEPT if same else Fate.GONE, "".join(old[first:last]))
        _append(right, Fate.KEPT if same else Fate.NEW, "".join(new[begin:end]))
    return tuple(left), tuple(right)


def _append(pieces: list[Piece], fate: Fate, text: str) -> None:
    if text:
        pieces.append(Piece(fate, text))

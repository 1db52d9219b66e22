"""Where two texts of a cell differ, as places in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.word_diff import Fate, Piece, compare_words

Span = tuple[int, int]
#: Texts longer than this together are marked as a whole: comparing their words would take too long.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Difference:
    """The places ``(start, end)`` that differ, in the text before and in the text after; ``blank`` where
    these hold but blanks and line ends."""

    before: tuple[Span, ...]
    after: tuple[Span, ...]
    blank: bool = False


def compare(before: str, after: str) -> Difference:
    """What differs between two texts, word by word."""
    if len(before) + len(after) > _LONGEST:
        return Difference(((0, len(before)),), ((0, len(after)),))
    old, new = compare_words(before, after)
    changed = "".join(piece.text for piece in (*old, *new) if piece.fate is not Fate.KEPT)
    return Difference(_places(old), _places(new), blank=bool(changed) and not changed.strip())


def _places(pieces: Sequence[Piece]) -> tuple[Span, ...]:
    found, at = [], 0
    for piece in pieces:
        if piece.fate is not Fate.KEPT:
            found.append((at, at + len(piece.text)))
        at += len(piece.text)
    return tuple(found)

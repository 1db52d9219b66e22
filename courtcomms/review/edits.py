"""Small changes of one text: one repair of many, and many repairs at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from courtcomms.model import Repair


class Edit(NamedTuple):
    """Replace ``text[start:end]``; an empty stretch is a place to insert at."""

    start: int
    end: int
    replacement: str


def one_repair(text: str, edits: Sequence[Edit], label: str) -> Repair:
    """One replacement that does what several ordered edits do; what lies between them stays."""
    pieces, at = [], edits[0].start
    for edit in edits:
        pieces += [text[at : edit.start], edit.replacement]
        at = edit.end
    return Repair(label, edits[0].start, edits[-1].end, "".join(pieces))


def repaired(text: str, repairs: Iterable[Repair]) -> str:
    """The text with several repairs of the same review done; of two that overlap only the first.

    For «Виправити всі такі»: places are those of the text as it stands.
    """
    pieces, at = [], 0
    for repair in sorted(repairs, key=lambda each: (each.start, each.end)):
        if repair.start >= at:
            pieces += [text[at : repair.start], repair.replacement]
            at = repair.end
    return "".join([*pieces, text[at:]])

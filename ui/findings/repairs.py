"""Repairs of findings: what a cell's text becomes, and how that is shown beforehand. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from courtcomms.model import Column, Event, Finding, Repair

#: Signs about the mended place that a preview shows, before and after it.
_AROUND = 24
#: What cannot be seen, made visible.
_SEEN = str.maketrans({" ": "·", "\u00a0": "°", "\n": "↵", "\t": "→"})
_HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class CellRepair:
    """The repairs of one cell; they hold only while it still has the text that was ``seen``."""

    event_id: int
    column: Column
    seen: str
    repairs: tuple[Repair, ...]


def mend(text: str, repairs: Iterable[Repair]) -> str:
    """The text with its repairs made; of two that overlap the first one only."""
    mended, end = [], 0
    for repair in sorted(set(repairs), key=lambda one: (one.start, one.end)):
        if repair.start >= end:
            mended += [text[end : repair.start], repair.replacement]
            end = repair.end
    return "".join([*mended, text[end:]])


def by_cell(findings: Iterable[Finding], events: Mapping[int, Event]) -> tuple[CellRepair, ...]:
    """The certain repairs of findings, cell by cell, with the texts that they were found in."""
    cells: dict[tuple[int, Column], list[Repair]] = {}
    for finding in findings:
        if finding.repair is not None and finding.event_id in events:
            cells.setdefault((finding.event_id, finding.column), []).append(finding.repair)
    return tuple(
        CellRepair(event_id, column, events[event_id].cells[column], tuple(repairs))
        for (event_id, column), repairs in cells.items()
    )


def preview(text: str, repair: Repair) -> tuple[str, str]:
    """The place before and after, with a little of what stands around and blanks made visible."""
    start, end = repair.start, repair.end
    left, right = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    head = ("…" if start > _AROUND else "") + left
    tail = right + ("…" if end + _AROUND < len(text) else "")
    return _flat(head, text[start:end], tail), _flat(head, repair.replacement, tail)


def _flat(head: str, middle: str, tail: str) -> str:
    """One line; only in the middle are the blanks made visible, else every word would swim in dots."""
    shown = middle.translate(_SEEN)
    for sign in _HIDDEN:
        shown = shown.replace(sign, f"‹{ord(sign):04X}›")
    line = f"{head}{shown}{tail}".translate(str.maketrans({"\n": "↵", "\u00a0": " "}))
    return line.strip() or "порожньо"

"""Repairs of findings: what a cell's text becomes, and how that is shown beforehand. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from courtcomms.model import Column, Event, Finding, Repair

#: Signs about the mended place that a preview shows, before and after it.
_AROUND = 24
#: What cannot be seen, made visible.
_SEEN = str.maketrans({" ": "·", "\u00a0": "°", "\n": "↵", "\t": "→"})
_ONE_LINE = str.maketrans({"\n": "↵", "\u00a0": " "})
_HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class CellRepair:
    """The repairs of one cell; they hold only while it still has the text that was ``seen``."""

    event_id: int
    column: Column
    seen: str
    repairs: tuple[Repair, ...]


def by_cell(findings: Iterable[Finding], events: Mapping[int, Event]) -> tuple[CellRepair, ...]:
    """The certain repairs of findings, cell by cell, with the texts that they were found in."""
    cells: dict[tuple[int, Column], list[Repair]] = {}
    for finding in findings:
        if finding.repair is not None and finding.event_id in events:
            cells.setdefault((finding.event_id, finding.column), []).append(finding.repair)
    return tuple(
        CellRepair(event_id, column, events[event_id].cells[column], tuple(dict.fromkeys(repairs)))
        for (event_id, column), repairs in cells.items()
    )


def preview(text: str, repair: Repair) -> tuple[str, str]:
    """The place before and after, with a little of what stands around and the signs that differ visible."""
    old, new = text[repair.start : repair.end], repair.replacement
    same = _alike(old, new)
    tail = _alike(old[same:][::-1], new[same:][::-1])
    start, end = repair.start + same, repair.end - tail
    head = ("…" if start > _AROUND else "") + text[max(start - _AROUND, 0) : start]
    rest = text[end : end + _AROUND] + ("…" if end + _AROUND < len(text) else "")
    return _line(head, text[start:end], rest), _line(head, new[same : len(new) - tail], rest)


def _alike(one: str, other: str) -> int:
    """How many signs two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _line(head: str, middle: str, rest: str) -> str:
    """One line; blanks are made visible in the middle only, else every word would swim in dots."""
    if len(middle) > 2 * _AROUND:
        middle = f"{middle[:_AROUND]} … {middle[-_AROUND:]}"
    shown = middle.translate(_SEEN) if not any(map(str.isalnum, middle)) else middle
    for sign in _HIDDEN:
        shown = shown.replace(sign, f"‹{ord(sign):04X}›")
    return f"{head}{shown}{rest}".translate(_ONE_LINE).strip() or "порожньо"

"""Mends of links as edits of whole cells, which the register takes as one step."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from courtcomms.cells.links import read_links
from courtcomms.model import Anchor, Column, Event, LinkPlace
from courtcomms.services.link_repairs import live_events, standing
from courtcomms.services.link_values import LinkRepair
from courtcomms.store import CellEdit, Register


@dataclass(frozen=True, slots=True)
class RepairEdits:
    """What ``Register.set_cells`` is given: ``done`` are the mends in it, ``left_out`` those whose text was
    changed meanwhile, or would not read as meant afterwards."""

    edits: tuple[CellEdit, ...]
    done: tuple[LinkRepair, ...]
    left_out: tuple[LinkRepair, ...]

    @property
    def label(self) -> str:
        """The step's name."""
        return f"Виправлення посилань: {len(self.done)}"


def repair_edits(register: Register, repairs: Iterable[LinkRepair]) -> RepairEdits:
    """The mends against the cells as they are now, several of a cell at once.

    The words of an anchor stay; its target is replaced. A mend whose place has another text by now is left
    out, and so are those of a cell whose links would not read as meant afterwards.
    """
    by_cell: defaultdict[tuple[int, Column], list[LinkRepair]] = defaultdict(list)
    for repair in dict.fromkeys(repairs):
        by_cell[repair.event_id, repair.column].append(repair)
    events = live_events(register, {event_id for event_id, _column in by_cell})
    edits: list[CellEdit] = []
    done: list[LinkRepair] = []
    left_out: list[LinkRepair] = []
    for (event_id, column), wanted in by_cell.items():
        event = events.get(event_id)
        fit = [one for one in _apart(wanted) if event is not None and _fits(event, one)]
        edit = _edit(event, column, fit) if event is not None and fit else None
        if edit is not None:
            edits.append(edit)
            done += fit
        left_out += [one for one in wanted if edit is None or one not in fit]
    return RepairEdits(tuple(edits), tuple(done), tuple(left_out))


def _apart(repairs: Iterable[LinkRepair]) -> list[LinkRepair]:
    """In the cell's order; of two in one place the first."""
    kept: list[LinkRepair] = []
    for repair in sorted(repairs, key=lambda one: (one.start, one.end)):
        if not kept or repair.start >= kept[-1].end:
            kept.append(repair)
    return kept


def _fits(event: Event, repair: LinkRepair) -> bool:
    """Whether what is to be mended still stands there."""
    if not repair.hidden:
        return event.cells[repair.column][repair.start : repair.end] == repair.before
    place = LinkPlace(event.id, repair.column, repair.start, repair.end)
    return standing(event, place, repair.before) is not None


def _edit(event: Event, column: Column, repairs: Sequence[LinkRepair]) -> CellEdit | None:
    """One cell's new text and anchors; ``None`` where its links would not read as meant."""
    text, anchors = event.cells[column], event.cells.anchors_of(column)
    meant = _meant(text, anchors, repairs)
    kept = _mended_anchors(text, anchors, repairs)
    for repair in reversed(repairs):
        if not repair.hidden:
            text = text[: repair.start] + repair.after + text[repair.end :]
    if [_Read(link.start, link.end, link.target) for link in read_links(text, kept)] != meant:
        return None
    return CellEdit(event.id, column, text, event.version, kept if kept != anchors else None)


class _Read(NamedTuple):
    """A link of a cell: its place and where it leads."""

    start: int
    end: int
    target: str


def _meant(text: str, anchors: Sequence[Anchor], repairs: Sequence[LinkRepair]) -> list[_Read]:
    """How the cell's links must read afterwards: the mended lead to the new address, those that are taken
    away are gone, the others are as before."""
    places = {(repair.start, repair.end): repair for repair in repairs if not repair.removes}
    ahead = deque(sorted((one for one in repairs if not one.hidden), key=lambda one: one.start))
    found, moved = [], 0
    for link in read_links(text, anchors):
        while ahead and ahead[0].end <= link.start:
            moved += _longer(ahead.popleft())
        if ahead and ahead[0].removes and ahead[0].start <= link.start:
            continue
        repair = places.get((link.start, link.end))
        start, length = link.start + moved, link.end - link.start
        if repair is not None and not repair.hidden:
            length = len(repair.after)
        found.append(_Read(start, start + length, repair.after if repair is not None else link.target))
    return found


def _longer(repair: LinkRepair) -> int:
    """How far a mend moves what stands behind it."""
    return len(repair.after) - (repair.end - repair.start)


def _mended_anchors(
    text: str, anchors: Sequence[Anchor], repairs: Sequence[LinkRepair]
) -> tuple[Anchor, ...]:
    """The anchors with their new targets; one whose words are mended as an address is none any more."""
    places = _anchor_places(text, anchors)
    kept: dict[int, Anchor] = dict(enumerate(anchors))
    for repair in repairs:
        number = places.get((repair.start, repair.end))
        if number is None:
            continue
        if repair.hidden:
            kept[number] = replace(kept[number], target=repair.after)
        else:
            del kept[number]
    return tuple(kept.values())


def _anchor_places(text: str, anchors: Sequence[Anchor]) -> dict[tuple[int, int], int]:
    """Where each anchor stands, by its number: the n-th of a text stands at that text's n-th occurrence."""
    places: dict[tuple[int, int], int] = {}
    search_from: Counter[str] = Counter()
    for number, anchor in enumerate(anchors):
        start = text.find(anchor.text, search_from[anchor.text]) if anchor.text.strip() else -1
        if start >= 0:
            end = search_from[anchor.text] = start + len(anchor.text)
            places.setdefault((start, end), number)
    return places

"""A clip of chosen cells, made in a worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from courtcomms.model import Column, Event
from ui.columns import COLUMNS, WRITTEN, full

if TYPE_CHECKING:
    from courtcomms.reports.clip import Clip, ClipCell
    from courtcomms.reports.snapshot import ReportSnapshot


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to copy: rows by their ids with the numbers shown for them, columns by their sections.

    ``cells`` are the chosen pairs of a row's place among ``ids`` and a section; the others stay blank.
    ``whole``: whole rows under their heading.
    """

    ids: tuple[int, ...]
    numbers: tuple[str, ...]
    sections: tuple[int, ...]
    cells: frozenset[tuple[int, int]]
    whole: bool = False


def make_clip(wanted: Wanted, events: Sequence[Event]) -> Clip:
    """The clip of chosen cells; a row that is gone meanwhile is left out."""
    from courtcomms.reports.clip import clip

    found = {event.id: event for event in events}
    rows = [
        [_cell(wanted, place, section, found[event_id]) for section in wanted.sections]
        for place, event_id in enumerate(wanted.ids)
        if event_id in found
    ]
    heading = [full(COLUMNS[section]) for section in wanted.sections] if wanted.whole else ()
    return clip(rows, heading)


def make_table_clip(snapshot: ReportSnapshot) -> Clip:
    """The clip of a whole report."""
    from courtcomms.reports.clip import clip_table

    return clip_table(snapshot)


def _cell(wanted: Wanted, place: int, section: int, event: Event) -> ClipCell:
    from courtcomms.reports.clip import ClipCell

    column: Column = COLUMNS[section]
    if not wanted.whole and (place, section) not in wanted.cells:
        return ClipCell("")
    if column not in WRITTEN:
        return ClipCell(wanted.numbers[place])
    return ClipCell(event.cells[column], event.cells.anchors_of(column))

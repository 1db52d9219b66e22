"""What a paste would do, found out in a worker: cells to be written, or rows to be added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from courtcomms.model import Anchor, Column
from ui.clipboard.addresses import pasted_addresses
from ui.columns import COLUMNS, LINKED, WRITTEN

if TYPE_CHECKING:
    from courtcomms.importing.clips.clipboard import Rows
    from courtcomms.importing.clips.rows import CopiedRows, RowsPlan


@dataclass(frozen=True, slots=True)
class Target:
    """Where to paste: ``ids`` of the events from the first chosen row down to the table's end, the first
    chosen section, and the chosen cells as distances from these two."""

    ids: tuple[int, ...]
    section: int
    cells: frozenset[tuple[int, int]]

    @property
    def height(self) -> int:
        """Rows from the first chosen cell to the last."""
        return max(row for row, _ in self.cells) + 1

    @property
    def width(self) -> int:
        """Columns from the first chosen cell to the last."""
        return max(column for _, column in self.cells) + 1


@dataclass(frozen=True, slots=True)
class Write:
    """A text for a cell, and the hyperlinks that it does not show."""

    event_id: int
    column: Column
    text: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is to be done with what was copied.

    ``writes`` go into cells; ``rows`` with their ``plan`` are to be added after a look at them: all that was
    copied, or what reached below the table. ``left_out`` columns found no place; ``notes`` tell of the cells
    written. ``empty``: there was nothing to paste. ``addresses``: nothing but addresses of pages was
    copied, of which events may be made.
    """

    writes: tuple[Write, ...] = ()
    rows: CopiedRows | None = None
    plan: RowsPlan | None = None
    left_out: int = 0
    notes: tuple[str, ...] = ()
    empty: bool = False
    addresses: tuple[str, ...] = ()


def read(html: str | None, text: str | None, target: Target | None, *, rows_wanted: bool) -> Reading:
    """Understand what was copied. Without a ``target`` only rows can be added.

    Raises:
        BadInput: more than can be pasted.
    """
    from courtcomms.importing.clips.clipboard import read_clipboard
    from courtcomms.importing.clips.find import copied_rows, looks_like_rows

    copied = read_clipboard(html, text)
    if not copied.rows:
        return Reading(empty=True)
    addresses = pasted_addresses(text or "", html or "") if copied.table is None or rows_wanted else ()
    if addresses and _as_events(addresses, target, rows_wanted=rows_wanted):
        return Reading(addresses=addresses)
    rows = copied_rows(copied)
    if rows is not None and (rows_wanted or target is None or looks_like_rows(copied, rows)):
        return Reading(rows=rows, plan=rows.plan())
    return _into_cells(copied.rows, target) if target is not None else Reading(empty=True)


def _as_events(addresses: tuple[str, ...], target: Target | None, *, rows_wanted: bool) -> bool:
    """Whether new events are meant: wanted as rows, with no cell to paste into, or several of them on a cell
    that is none for links. On a cell of links they are that cell's."""
    if rows_wanted or target is None:
        return True
    return len(addresses) > 1 and COLUMNS[target.section] not in LINKED


def _into_cells(copied: Rows, target: Target) -> Reading:
    from courtcomms.importing.clips.clipboard import paste_cell
    from courtcomms.importing.clips.find import rows_from

    height, width = len(copied), len(copied[0])
    sections = COLUMNS[target.section : target.section + width]
    writes, notes = [], []
    for row, column in _places(height, width, target):
        if row >= len(target.ids) or target.section + column >= len(COLUMNS):
            continue
        into = COLUMNS[target.section + column]
        if into in WRITTEN:
            paste = paste_cell(into, copied[row % height][column % width])
            writes.append(Write(target.ids[row], into, paste.text, paste.anchors))
            notes += paste.notes
    below = copied[len(target.ids) :]
    rows = rows_from([line[: len(sections)] for line in below], sections) if below else None
    return Reading(
        tuple(writes),
        rows,
        rows.plan() if rows is not None else None,
        left_out=width - len(sections),
        notes=tuple(dict.fromkeys(notes)),
    )


def _places(height: int, width: int, target: Target) -> Iterator[tuple[int, int]]:
    """The cells to be written, as distances from the first one: one value fills all that is chosen, a range
    is repeated where the chosen one is a multiple of it, as in Excel."""
    if height == width == 1:
        yield from sorted(target.cells)
        return
    tall, wide = target.height, target.width
    if tall % height or wide % width:
        tall, wide = height, width
    yield from ((row, column) for row in range(tall) for column in range(wide))

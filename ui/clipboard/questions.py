"""What pasting asks of the register, as functions for its worker thread; each takes the register first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from courtcomms.errors import Conflict
from courtcomms.model import Cells, Changes, Column
from courtcomms.period import Period
from ui.clipboard.pasting import Write

if TYPE_CHECKING:
    from courtcomms.store import Register

#: The texts that the user saw in the cells she writes over; cells out of sight are not among them.
Seen = Mapping[tuple[int, Column], str]


def write(register: Register, writes: Sequence[Write], seen: Seen, label: str) -> Changes:
    """Write cells as one step, all or none.

    Raises:
        Conflict: a cell does not hold any more what the user saw in it, or its event is in the trash.
    """
    from courtcomms.store import CellEdit

    events = {event.id: event for event in register.events(list({one.event_id for one in writes}))}
    edits = []
    for one in writes:
        event = events.get(one.event_id)
        held = event.cells[one.column] if event is not None else None
        if event is None or seen.get((event.id, one.column), held) != held:
            raise Conflict(
                "Клітинки тим часом змінено в іншому вікні: нічого не записано, чуже виправлення збережено, "
                "скопійоване лишилося в буфері. Перегляньте їх і повторіть."
            )
        edits.append(CellEdit(event.id, one.column, one.text, event.version, one.anchors))
    return register.set_cells(edits, label=label)


def add_rows(
    register: Register,
    court_id: int,
    period: Period | None,
    rows: Sequence[Cells],
    label: str,
    after: int | None,
) -> Changes:
    """Enter rows as events, in a report right behind another one."""
    return register.add_rows(court_id, period, rows, label=label, after=after)


def known_rows(
    register: Register, court_id: int, period: Period, rows: Sequence[Cells]
) -> tuple[Sequence[Cells], tuple[bool, ...]]:
    """The rows, and which of them stand in the report already: with the same name and date, however typed."""
    from courtcomms.services import report_events

    present = {_identity(event.cells) for event in report_events(register, court_id, period)}
    return rows, tuple(bool(row.title.strip()) and _identity(row) in present for row in rows)


def _identity(cells: Cells) -> tuple[str, str]:
    from courtcomms.cells.search_key import search_key

    return search_key(cells.title), search_key(cells.date)

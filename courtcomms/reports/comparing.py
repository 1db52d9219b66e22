"""How a submitted report differs from what it would be now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from courtcomms.model import Cells, Column, DifferenceKind, Event, FrozenRow, RowDifference


def compare_rows(sent: Sequence[FrozenRow], now: Sequence[Event]) -> tuple[RowDifference, ...]:
    """What changed, by the numbers of the submitted rows; rows that were added come last.

    Of rows in another order only those are told that must be moved to get from the one order to the
    other. The number in the first column is the row's place, so it is not compared.
    """
    current = {event.id: event for event in now}
    places = {event.id: place for place, event in enumerate(now, 1)}
    kept = [row.event_id for row in sent if row.event_id in current]
    still = _longest_rising([places[event_id] for event_id in kept])
    found: list[RowDifference] = []
    for number, row in enumerate(sent, 1):
        event = current.get(row.event_id)
        if event is None:
            found.append(RowDifference(row.event_id, number, DifferenceKind.REMOVED, before=row.cells.title))
            continue
        if places[event.id] not in still:
            places_told = str(number), str(places[event.id])
            found.append(RowDifference(event.id, number, DifferenceKind.MOVED, None, *places_told))
        found += _changed(event.id, number, row.cells, event.cells)
    before = {row.event_id for row in sent}
    added = [event for event in now if event.id not in before]
    found += [
        RowDifference(event.id, places[event.id], DifferenceKind.ADDED, after=event.cells.title)
        for event in added
    ]
    return tuple(found)


def _changed(event_id: int, number: int, before: Cells, after: Cells) -> Iterator[RowDifference]:
    for column in Column:
        if column is Column.NUMBER:
            continue
        old, new = before[column], after[column]
        if old == new:
            # The words may lead elsewhere though they are the same.
            old, new = _targets(before, column), _targets(after, column)
        if old != new:
            yield RowDifference(event_id, number, DifferenceKind.CHANGED, column, old, new)


def _targets(cells: Cells, column: Column) -> str:
    return "\n".join(f"{anchor.text} → {anchor.target}" for anchor in cells.anchors_of(column))


def _longest_rising(places: Sequence[int]) -> set[int]:
    """A longest part of different numbers that rises: what may stay where it is."""
    ends: list[int] = []
    at: list[int] = []
    for place in places:
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        at.append(length)
    rising: set[int] = set()
    wanted = len(ends) - 1
    for place, length in zip(reversed(places), reversed(at), strict=True):
        if length == wanted:
            rising.add(place)
            wanted -= 1
    return rising

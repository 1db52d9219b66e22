"""The rows of the table: which event stands in which."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.model import Event

#: From the next row sought on a table of all rows pays.
_SOUGHT_ONE_BY_ONE = 4


class Rows:
    """Ids in display order, and the row of each."""

    def __init__(self, ids: tuple[int, ...] = ()) -> None:
        self.ids = ids
        self._rows: dict[int, int] | None = None
        self._sought = 0

    def row_of(self, event_id: int) -> int:
        """The row of an event, -1 where it has none."""
        if self._rows is None:
            # A table of a region's rows takes longer to make than the paint that asks for one or two of them.
            self._sought += 1
            if self._sought <= _SOUGHT_ONE_BY_ONE:
                return _place(self.ids, event_id)
            self._rows = {known: row for row, known in enumerate(self.ids)}
        return self._rows.get(event_id, -1)

    def rows_of(self, events: Sequence[Event]) -> Sequence[int]:
        """The rows of some events; those of a page stand one behind the other."""
        first = self.row_of(events[0].id) if events else -1
        if first >= 0 and self.ids[first : first + len(events)] == tuple(event.id for event in events):
            return range(first, first + len(events))
        return [row for event in events if (row := self.row_of(event.id)) >= 0]


def _place(ids: tuple[int, ...], event_id: int) -> int:
    try:
        return ids.index(event_id)
    except ValueError:
        return -1

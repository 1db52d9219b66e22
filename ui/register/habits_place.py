"""Where the user was in the table, kept by events while the rows change under her hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.places import Sight
from ui.register.habits import FIRST
from ui.register.row_heights import RowHeights

if TYPE_CHECKING:
    from ui.register.view import EventView

#: A selection of more rows is not brought back after the rows changed.
_MOST_KEPT = 500


@dataclass(frozen=True, slots=True)
class _Spot:
    """The current event, where it stood and whether it was in sight, the uppermost event in sight and by how
    much it is cut off, and the selected rows, each with its event and its outer columns."""

    current: int = 0
    seen: bool = False
    row: int = 0
    column: int = FIRST
    top: int = 0
    offset: int = 0
    chosen: tuple[tuple[int, int, int], ...] = ()


class PlaceKeeper(QObject):
    """After the rows changed the same event is current, the same rows are selected and in sight. Where
    something else is looked at (another place, order or search) the current event comes into sight."""

    def __init__(self, view: EventView, heights: RowHeights) -> None:
        super().__init__(view)
        self._view = view
        self._heights = heights
        self._spot = _Spot()
        self._typing = False
        self._query = view.table.query
        view.table.modelAboutToBeReset.connect(self._remember)
        view.table.modelReset.connect(self._return)

    def sight(self) -> Sight:
        """What of the rows shown would still be looked at if others were shown."""
        view = self._view
        top, ids = view.rowAt(0), view.table.ids
        events = (view.current_id, ids[top] if 0 <= top < len(ids) else 0)
        # Where the current event is not among something else, the first row will be current.
        turned = view.table.query != self._query
        return Sight(tuple(event for event in events if event), 0 if turned else max(top, 0), view.current_id)

    def _remember(self) -> None:
        view = self._view
        editor = view.delegate.editor
        self._typing = editor is not None and editor.hasFocus()
        if editor is not None:
            # Qt takes the field away with the old rows, and what was typed with it.
            editor.keep()
        view.drag.let_go()
        current, top, ids = view.currentIndex(), view.rowAt(0), view.table.ids
        top_id = ids[top] if 0 <= top < len(ids) else 0
        offset = view.rowViewportPosition(max(top, 0))
        place = (max(current.row(), 0), max(current.column(), FIRST))
        seen = view.visualRect(current).intersects(view.viewport().rect())
        self._spot = _Spot(view.current_id, seen, *place, top_id, offset, self._chosen_rows())

    def _chosen_rows(self) -> tuple[tuple[int, int, int], ...]:
        blocks = list(self._view.selectionModel().selection())
        cells = sum(block.height() * block.width() for block in blocks)
        if cells == 1 or sum(block.height() for block in blocks) > _MOST_KEPT:
            return ()
        ids = self._view.table.ids
        return tuple(
            (ids[row], block.left(), block.right())
            for block in blocks
            for row in range(block.top(), block.bottom() + 1)
        )

    def _return(self) -> None:
        view, spot = self._view, self._spot
        table, count = view.table, view.table.rowCount()
        turned, self._query = table.query != self._query, table.query
        view.delegate.current_row = -1
        row = table.row_of(spot.current)
        if row >= 0:
            view.keys.one(table.index(row, spot.column))
            view.keys.select_again(spot.chosen)
        elif count:
            view.keys.one(table.index(0 if turned else min(spot.row, count - 1), spot.column))
        else:
            view.chosen.emit(0)
        if self._typing:
            # The keyboard was in the field, and would be nowhere.
            view.setFocus()
        top = table.row_of(spot.top)
        if top >= 0:
            self._heights.restore(top, spot.offset)
        if turned or spot.seen:
            self._heights.follow()
        else:
            self._heights.fit_soon()
        if view.isVisible():
            # Else the rows would be painted twice.
            self._heights.fit()

"""Which cells the user has chosen in the table, as numbers of rows and columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from PySide6.QtWidgets import QAbstractItemView

#: More cells than these are not copied or filled at once.
MOST_CELLS = 50_000


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows and columns with a chosen cell, ascending; ``cells`` are the chosen ones among them."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    cells: frozenset[tuple[int, int]]

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def one(self) -> bool:
        """Whether it is a single cell."""
        return len(self.cells) == 1


def selected(view: QAbstractItemView) -> Selection | None:
    """The chosen cells, else the current one; ``None`` where they are too many to be handled at once.

    Read by ranges: a whole register is chosen by one key.
    """
    ranges = view.selectionModel().selection()
    if sum(one.width() * one.height() for one in ranges) > MOST_CELLS:
        return None
    cells = {
        cell
        for one in ranges
        for cell in product(range(one.top(), one.bottom() + 1), range(one.left(), one.right() + 1))
    }
    current = view.currentIndex()
    if not cells and current.isValid():
        cells = {(current.row(), current.column())}
    rows, columns = ({cell[side] for cell in cells} for side in (0, 1))
    return Selection(tuple(sorted(rows)), tuple(sorted(columns)), frozenset(cells))

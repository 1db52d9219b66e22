"""An event being put together from rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from courtcomms.importing.finding.columns import ColumnPlan, RowCells
from courtcomms.importing.grid import GridCell
from courtcomms.importing.text_builder import shortened


@dataclass(slots=True)
class Draft:
    """The cells of an event under the columns of its table.

    ``repeated``: columns whose cell is merged with the row above. ``place`` is where its first row stands.
    """

    plan: ColumnPlan
    cells: RowCells
    repeated: list[int]
    place: str
    doubts: list[str] = field(default_factory=list)

    def doubt(self, sentence: str) -> None:
        """Remember once what had to be guessed."""
        if sentence not in self.doubts:
            self.doubts.append(sentence)

    def go_on(self, plan: ColumnPlan, more: RowCells) -> None:
        """Add the cells of a further row, which may stand in a table of other columns."""
        if len(more) == len(self.cells) and plan.columns == self.plan.columns:
            self.cells = [[*known, *added] for known, added in zip(self.cells, more, strict=True)]
            return
        self.cells = list(self.cells)
        for column, added in zip(plan.columns, more, strict=True):
            at = self.plan.columns.index(column) if column in self.plan.columns else None
            if at is not None:
                self.cells[at] = [*self.cells[at], *added]
            elif words := words_of(added):
                self.doubt(f"Для «{shortened(words)}» у першій частині таблиці немає колонки: не взято.")


def words_of(cells: Iterable[GridCell]) -> str:
    """The words of cells one after another."""
    return " ".join(cell.text for cell in cells if cell.text.strip())

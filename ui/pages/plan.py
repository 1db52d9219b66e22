"""Which piece of a report stands where on which sheet: numbers only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a piece is."""

    LETTERHEAD = auto()
    TITLE = auto()
    HEADING = auto()
    ROW = auto()
    SECTION = auto()
    SIGNATURE = auto()
    DATE = auto()
    EXECUTOR = auto()


#: Pieces of the table, with borders around them.
TABLE = (Kind.HEADING, Kind.ROW, Kind.SECTION)


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece on a sheet: the ``index``-th of its kind, its upper edge and height in units.

    A row of which the sheet has only a part has ``starts`` and ``stops``, a line number a cell.
    """

    kind: Kind
    index: int
    top: float
    height: float
    starts: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """The pieces of one sheet from above; ``number`` counts from 1."""

    number: int
    placed: tuple[Placed, ...]

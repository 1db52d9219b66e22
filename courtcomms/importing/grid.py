"""One neutral form for every source: lines and tables in the order of the document.

Word, Excel and whatever comes later are read into this; finding the report and mapping its columns know
nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Most columns that are looked at; what stands further right is told and left.
MOST_COLUMNS = 100
#: Most rows with something in them, over all tables of a document.
MOST_ROWS = 20_000
#: Most characters of a cell; the rest is told and left.
MOST_TEXT = 1_000_000


@dataclass(frozen=True, slots=True)
class GridLink:
    """A hyperlink over ``text[start:end]`` of its cell."""

    target: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as a person sees it.

    ``column`` is its first grid column from 0, ``span`` how many it covers. ``continues``: the lower part
    of a vertical merge (its own text is empty). ``label`` is an automatic number shown in it that is no
    text. ``notes`` say in Ukrainian what the reader left out of it. ``tables`` stand inside it; their
    words are also in ``text``.
    """

    column: int
    text: str = ""
    span: int = 1
    links: tuple[GridLink, ...] = ()
    continues: bool = False
    label: str = ""
    notes: tuple[str, ...] = ()
    tables: tuple[GridTable, ...] = ()

    @property
    def end(self) -> int:
        """First grid column after the cell."""
        return self.column + self.span


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row; ``index`` is its number in the source, from 1. ``hidden``: the source does not show it."""

    cells: tuple[GridCell, ...]
    index: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class GridTable:
    """A table, or a sheet's whole area; ``name`` and ``hidden`` are the sheet's.

    ``hidden_columns`` are grid columns that the source does not show. ``turned``: it stood on its side in
    the source, ``index`` of a row counts the columns there.
    """

    rows: tuple[GridRow, ...]
    name: str = ""
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    turned: bool = False


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of text outside tables."""

    text: str


@dataclass(frozen=True, slots=True)
class GridLeft:
    """Something of the document that stands in no cell and no line.

    ``kind`` is «note», «comment», «image», «table» or «text»; ``text`` is what it says (empty for an
    image), ``place`` where it stands, in Ukrainian.
    """

    kind: str
    text: str
    place: str = ""


Block = GridLine | GridTable


@dataclass(frozen=True, slots=True)
class Grid:
    """A document: its blocks in order, and what is to be told of it as a whole (Ukrainian sentences).

    ``left`` is what no block holds, in the order in which it was met.
    """

    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    left: tuple[GridLeft, ...] = ()

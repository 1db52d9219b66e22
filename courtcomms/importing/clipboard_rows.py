"""Copied rows as rows of the register: which column is what, which rows are taken, what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from courtcomms.cells.headings import Heading, read_heading
from courtcomms.importing.clipboard import TOO_NARROW, Copied, tables_of
from courtcomms.importing.clipboard_guess import guess_columns
from courtcomms.importing.columns import column_of
from courtcomms.importing.grid import Grid, GridCell, GridRow, GridTable
from courtcomms.importing.mapper import map_rows
from courtcomms.importing.refusal import Refusal
from courtcomms.importing.row_kinds import RowKind, place, row_kind
from courtcomms.importing.table_finder import FoundReport, Part, find_report
from courtcomms.importing.table_head import Head, Leaf
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.title import is_title_line
from courtcomms.importing.warning_list import WarningList
from courtcomms.model import Cells, Column
from courtcomms.plural import plural

#: Rows in which a heading that is no report's is looked for, and rows looked at for numbers of columns.
_LOOKED_AT = 5
_FEWEST_HEADINGS = 2
#: Rows below which the layout of a table is not looked at any more.
_SAMPLE = 200
_MOST_QUOTED = 6
#: Fewer columns than these are cells for a range and no rows of a report.
_FEWEST_COLUMNS = 3
_POSITIONAL = len(Column) - 1


@dataclass(frozen=True, slots=True)
class SourceOfColumn:
    """A copied column: its heading, empty where it has none, a cell of it, and the column it seems to be."""

    heading: str
    sample: str
    column: Column | None


@dataclass(frozen=True, slots=True)
class RowsPlan:
    """What adding the rows would do: ``rows`` in order, and what is left out, in Ukrainian sentences."""

    rows: tuple[Cells, ...]
    told: tuple[str, ...]


class CopiedRows:
    """The rows of what was copied. Reading them again with other columns changes nothing here.

    ``headed``: a heading told the columns; else they were guessed.
    """

    def __init__(self, found: FoundReport, notes: Sequence[str], *, headed: bool) -> None:
        self._found = found
        self._notes = notes
        self.headed = headed
        self.columns = _sources(found, headed=headed)

    @property
    def guess(self) -> tuple[Column | None, ...]:
        """The column that each copied column seems to be."""
        return tuple(source.column for source in self.columns)

    def plan(self, choice: Sequence[Column | None] | None = None) -> RowsPlan:
        """The rows by the user's choice of columns (``None`` is not taken), by default the guessed ones.

        Copied columns that go into one are joined line by line.
        """
        found = self._chosen(choice) if choice is not None else self._found
        warnings = _Quiet()
        rows = tuple(row.cells for row in map_rows(found, warnings))
        told = [*_tell_around(found), *_tell_numbers(found), *_tell_narrow(rows), *found.told, *self._notes]
        told += warnings.sentences()
        return RowsPlan(rows, tuple(told))

    def _chosen(self, choice: Sequence[Column | None]) -> FoundReport:
        keys = [Heading(column.value) if column is not None else None for column in choice]
        own = [leaf.key for leaf in self._found.head.leaves]
        # The two halves of the media column stay what they are as long as the user leaves them there.
        keys = [
            before if before is not None and key is not None and column_of(before) is column_of(key) else key
            for before, key in zip(own, keys, strict=True)
        ]
        return replace(self._found, parts=[_with_keys(part, keys) for part in self._found.parts])


def copied_rows(copied: Copied) -> CopiedRows | None:
    """The rows of what was copied; ``None`` where it has no table."""
    if copied.table is None or not copied.rows:
        return None
    notes = copied.grid.notes
    try:
        return CopiedRows(find_report(copied.grid), notes, headed=True)
    except Refusal:
        pass
    table = max(tables_of(copied.grid.blocks), key=lambda one: _heading_row(one) is not None, default=None)
    table = table if table is not None and _heading_row(table) is not None else copied.table
    return _plain_rows(table, copied.grid, notes)


def rows_from(rows: Sequence[Sequence[GridCell]], columns: Sequence[Column | None]) -> CopiedRows:
    """Rows whose columns are known already: those of a range that reached below the table."""
    table = GridTable(tuple(GridRow(tuple(row), at) for at, row in enumerate(rows, 1)))
    leaves = tuple(
        Leaf(at, at + 1, f"стовпець {at + 1}", Heading(column.value) if column is not None else None)
        for at, column in enumerate(columns)
    )
    found = FoundReport([Part(table, Head("report", 0, 0, leaves), 0)], [])
    return CopiedRows(found, (), headed=False)


def looks_like_rows(copied: Copied, rows: CopiedRows | None) -> bool:
    """Whether whole rows were meant and not a range of cells: a heading tells it, as many columns as the
    form has, or a name and a date in every row among three columns."""
    if rows is None or (copied.own and not copied.whole_rows) or len(rows.columns) < _FEWEST_COLUMNS:
        return copied.whole_rows
    if rows.headed or copied.whole_rows or len(rows.columns) >= _POSITIONAL:
        return True
    return {Column.TITLE, Column.DATE} <= set(rows.guess) and all(
        cells.title.strip() for cells in rows.plan().rows
    )


class _Quiet(WarningList):
    """Columns that the user does not take are seen in the preview; each of their cells need not be told."""

    def add(self, sentence: str, sort: str = "") -> None:
        if not sort.startswith("column "):
            super().add(sentence, sort)


def _plain_rows(table: GridTable, grid: Grid, notes: Sequence[str]) -> CopiedRows:
    """Rows of a table that is no whole report."""
    at = _heading_row(table)
    leaves = _layout(table)
    first = at + 1 if at is not None else _title_rows(table)
    if at is not None:
        leaves = tuple(_named(leaf, table.rows[at]) for leaf in leaves)
    else:
        guessed = guess_columns([_cells_under(leaf, table.rows[first:]) for leaf in leaves])
        keys = [Heading(column.value) if column is not None else None for column in guessed]
        leaves = tuple(replace(leaf, key=key) for leaf, key in zip(leaves, keys, strict=True))
    found = FoundReport([Part(table, Head("report", first, first, leaves), first)], [])
    found.title_lines += [
        cell.text for row in table.rows[: at if at is not None else first] for cell in row.cells
    ]
    found.outside += [block.text for block in grid.blocks if not isinstance(block, GridTable)]
    return CopiedRows(found, notes, headed=at is not None)


def _heading_row(table: GridTable) -> int | None:
    """The row that heads a few columns: at least two of its cells are headings, and most of them."""
    for at, row in enumerate(table.rows[:_LOOKED_AT]):
        told = [cell.text for cell in row.cells if cell.text.strip()]
        keys = {key for text in told if (key := read_heading(text)) is not None}
        if len(keys) >= _FEWEST_HEADINGS and 2 * len(keys) > len(told):
            return at
    return None


def _title_rows(table: GridTable) -> int:
    """How many rows at the top are lines of a title in a single cell."""
    for at, row in enumerate(table.rows):
        told = [cell.text for cell in row.cells if cell.text.strip()]
        if len(told) > 1 or not all(is_title_line(line) for text in told for line in text.split("\n")):
            return at
    return 0


def _layout(table: GridTable) -> tuple[Leaf, ...]:
    """The columns that most rows have."""
    layouts = [tuple((cell.column, cell.end) for cell in row.cells) for row in table.rows[:_SAMPLE]]
    usual = max(layouts, key=lambda edges: (layouts.count(edges), len(edges)), default=())
    return tuple(Leaf(start, end, f"стовпець {at}", None) for at, (start, end) in enumerate(usual, 1))


def _named(leaf: Leaf, row: GridRow) -> Leaf:
    text = next((cell.text for cell in row.cells if cell.column <= leaf.start < cell.end), "")
    return replace(leaf, text=" ".join(text.split()), key=read_heading(text))


def _cells_under(leaf: Leaf, rows: Sequence[GridRow]) -> list[GridCell]:
    return [cell for row in rows[:_SAMPLE] for cell in row.cells if leaf.start <= cell.column < leaf.end]


def _sources(found: FoundReport, *, headed: bool) -> tuple[SourceOfColumn, ...]:
    part = found.parts[0]
    return tuple(
        SourceOfColumn(
            leaf.text if headed else "",
            next((shortened(c.text) for c in _cells_under(leaf, part.rows) if c.text.strip()), ""),
            column_of(leaf.key) if leaf.key is not None else None,
        )
        for leaf in part.head.leaves
    )


def _with_keys(part: Part, keys: Sequence[Heading | None]) -> Part:
    """A part read by other columns; a part with columns of its own keeps them."""
    if len(part.head.leaves) != len(keys):
        return part
    leaves = tuple(replace(leaf, key=key) for leaf, key in zip(part.head.leaves, keys, strict=True))
    return replace(part, head=replace(part.head, leaves=leaves))


def _tell_around(found: FoundReport) -> list[str]:
    """Lines above, between and below the rows."""
    told = []
    for name, lines in (("Рядки над таблицею", found.title_lines), ("Текст поза таблицею", found.outside)):
        kept = [shortened(line) for line in lines if line.strip()]
        if kept:
            shown = "; ".join(f"«{line}»" for line in kept[:_MOST_QUOTED])
            told.append(f"{name} не взято: {shown}{_more(len(kept) - _MOST_QUOTED)}.")
    return told


def _more(left: int) -> str:
    return f" та ще {left} {plural(left, 'рядок', 'рядки', 'рядків')}" if left > 0 else ""


def _tell_numbers(found: FoundReport) -> list[str]:
    kinds = [
        row_kind(place(row, part.head.leaves)[0], part.head.leaves, after_event=False)
        for part in found.parts
        for row in part.rows[:_LOOKED_AT]
    ]
    return ["Рядок з номерами колонок не взято."] if RowKind.COLUMN_NUMBERS in kinds else []


def _tell_narrow(rows: Sequence[Cells]) -> list[str]:
    if not any(TOO_NARROW.fullmatch(text) for cells in rows for _, text in cells.texts()):
        return []
    return ["Замість деяких значень скопійовано «####»: розширте стовпець в Excel і скопіюйте ще раз."]

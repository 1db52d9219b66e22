"""What another program put on the clipboard: cells with their texts and links, whatever form it took."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from courtcomms.cells.typography import clean
from courtcomms.errors import BadInput
from courtcomms.importing.files.refusal import Refusal
from courtcomms.importing.finding.columns import trimmed
from courtcomms.importing.grid import Block, Grid, GridCell, GridLine, GridRow, GridTable
from courtcomms.importing.html.reader import HtmlPage, read_html
from courtcomms.importing.html.source import Maker, too_much
from courtcomms.importing.mapping.anchors import cell_links
from courtcomms.importing.plain.tsv import read_tsv, unquoted
from courtcomms.model import Anchor, Column

#: What our own clips say of themselves (as reports.clip writes it).
_WHOLE_ROWS = "rows"
_LONGEST_TEXT = 64_000_000
#: What Excel shows, and copies, for a value that is wider than its column.
TOO_NARROW = re.compile(r"#{3,}")
#: A full rectangle of cells.
Rows = tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied.

    ``grid`` is all of it, with the lines around tables. ``table`` is the table that is meant, the one with
    most filled cells; ``None`` where there are only words. ``rows`` are its cells as a full rectangle, or
    one row of one cell for mere words; empty for an empty clipboard. ``own``: copied in this program;
    ``whole_rows``: copied there as whole rows with their heading.
    """

    grid: Grid
    table: GridTable | None
    rows: Rows
    own: bool = False
    whole_rows: bool = False

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def single(self) -> bool:
        """Whether it is one value."""
        return len(self.rows) == 1 and self.width == 1


@dataclass(frozen=True, slots=True)
class CellPaste:
    """A copied cell in a column: text, hyperlinks that the text does not show, things to tell."""

    text: str
    anchors: tuple[Anchor, ...]
    notes: tuple[str, ...]


def read_clipboard(html: str | bytes | None, text: str | None) -> Copied:
    """Understand what was copied, from its two usual forms; ``Copied.rows`` is empty where there is nothing.

    A table in the HTML is what is meant. Without one, text with tabs is a table, and any other text is one
    cell, however many lines it has.

    Raises:
        BadInput: more than can be pasted.
    """
    if len(text or "") > _LONGEST_TEXT:
        raise _refused(too_much("забагато тексту"))
    try:
        page = read_html(html) if html else None
    except Refusal as refusal:
        page = None
        if not (text or "").strip():
            raise _refused(refusal) from refusal
    if page is not None and page.has_tables:
        return _of_page(page)
    return _of_words(page, clean(text or "").text)


def paste_cell(column: Column, cell: GridCell) -> CellPaste:
    """A copied cell as it goes into a column of the register."""
    links = cell_links(column, cell.text, cell.links)
    hashes = ("замість значення скопійовано «####»",) if TOO_NARROW.fullmatch(cell.text) else ()
    return CellPaste(cell.text, links.anchors, (*cell.notes, *links.notes, *hashes))


def tables_of(blocks: Sequence[Block]) -> Iterator[GridTable]:
    """All tables, those inside other ones behind them."""
    tables = [block for block in blocks if isinstance(block, GridTable)]
    while tables:
        yield from tables
        cells = chain.from_iterable(row.cells for table in tables for row in table.rows)
        tables = [inner for cell in cells for inner in cell.tables]


def _refused(refusal: Refusal) -> BadInput:
    return BadInput(
        f"Скопійоване {refusal.what}: нічого не вставлено, воно лишилося в буфері обміну. {refusal.advice}"
    )


def _of_page(page: HtmlPage) -> Copied:
    own = page.maker is Maker.OWN
    table = max(tables_of(page.grid.blocks), key=_filled)
    rows = _rectangle(table)
    return Copied(page.grid, table, rows, own, own and page.mark == _WHOLE_ROWS)


def _of_words(page: HtmlPage | None, text: str) -> Copied:
    """Plain text is what the program itself made of its words; HTML is asked for links alone."""
    notes = page.grid.notes if page is not None else ()
    if "\t" in text.strip("\n") and not (page is not None and page.lists):
        table = read_tsv(text)
        return Copied(Grid((table,), notes), table, _rectangle(table))
    words = trimmed(page.words) if page is not None else GridCell(0)
    cell = words if words.links or not text.strip() else trimmed(GridCell(0, unquoted(text.rstrip("\n"))))
    lines = tuple(GridLine(line) for line in cell.text.split("\n") if line.strip())
    return Copied(Grid(lines, notes), None, ((replace(cell, column=0),),) if lines else ())


def _filled(table: GridTable) -> int:
    return sum(bool(cell.text.strip()) and not cell.tables for row in table.rows for cell in row.cells)


def _rectangle(table: GridTable) -> Rows:
    """Every place filled: a cell merged down holds in each of its rows, one merged across in its first
    column."""
    width = max((cell.end for row in table.rows for cell in row.cells), default=0)
    rows: list[tuple[GridCell, ...]] = []
    for row in table.rows:
        rows.append(_full(row, width, rows[-1] if rows else ()))
    return tuple(rows)


def _full(row: GridRow, width: int, above: Sequence[GridCell]) -> tuple[GridCell, ...]:
    cells = [GridCell(column) for column in range(width)]
    for cell in row.cells:
        if not cell.continues:
            cells[cell.column] = cell
        elif above:
            cells[cell.column] = above[cell.column]
    return tuple(cells)

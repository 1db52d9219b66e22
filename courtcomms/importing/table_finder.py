"""Finds the report in a document: its table, the parts in which it goes on, the lines before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from courtcomms.importing.grid import Block, Grid, GridCell, GridLine, GridRow, GridTable
from courtcomms.importing.link_list import ListedLinks, is_link_list, listed_links
from courtcomms.importing.refusal import Refusal
from courtcomms.importing.table_head import ROWS_LOOKED_AT, Head, find_head
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.title import Title, read_title
from courtcomms.plural import plural

_CONTINUED = re.compile(r"\s*продовження\b.{0,60}", re.IGNORECASE)
_DEEPEST = 4
#: Rows of all tables in which headings are looked for.
_MOST_ROWS_LOOKED_AT = 600
#: Lines above a further table that can be its title.
_TITLE_LINES = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A table of the report with the heading that its rows are read by; data begins at ``first_row``."""

    table: GridTable
    head: Head
    first_row: int
    place: str = ""

    @property
    def rows(self) -> Sequence[GridRow]:
        """Rows under the heading."""
        return self.table.rows[self.first_row :]

    def place_of(self, row: GridRow) -> str:
        """Where a row stands, as the user is told: «таблиця 1, рядок 7»."""
        return f"{self.place}, рядок {row.index}" if self.place else f"рядок {row.index}"


@dataclass(slots=True)
class FoundReport:
    """The report in a document.

    ``title_lines`` stand before the table or in its first rows. ``outside`` is text that belongs to
    neither title nor table; ``told`` are Ukrainian sentences; ``listed`` links have a sheet of their own.
    """

    parts: list[Part]
    title_lines: list[str]
    outside: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    listed: ListedLinks = field(default_factory=dict)

    @property
    def head(self) -> Head:
        """The heading of the first part."""
        return self.parts[0].head


def find_report(grid: Grid) -> FoundReport:
    """The report or plan of a document; tables inside other tables are looked at where none stands free.

    Raises:
        Refusal: there is none; it says what was seen instead.
    """
    blocks: Sequence[Block] = grid.blocks
    for _ in range(_DEEPEST):
        heads = _heads(blocks)
        main = _main(blocks, heads)
        if main is not None:
            return _collect(blocks, heads, main)
        blocks = tuple(_opened(blocks))
    raise _not_found(grid.blocks)


def _heads(blocks: Sequence[Block]) -> list[Head | None]:
    """The heading of each table; tables after very many others are not looked at."""
    left = _MOST_ROWS_LOOKED_AT
    heads: list[Head | None] = []
    for block in blocks:
        heads.append(find_head(block) if isinstance(block, GridTable) and left > 0 else None)
        left -= min(len(block.rows), ROWS_LOOKED_AT) if isinstance(block, GridTable) else 0
    return heads


def _main(blocks: Sequence[Block], heads: Sequence[Head | None]) -> int | None:
    """Index of the report: one that is shown before a hidden sheet, a report before a plan, the first."""

    def rank(at: int) -> tuple[bool, bool, int]:
        block, head = blocks[at], heads[at]
        hidden = isinstance(block, GridTable) and block.hidden
        return head is not None and head.kind == "plan", hidden, at

    return min((at for at, head in enumerate(heads) if head is not None), key=rank, default=None)


def _collect(blocks: Sequence[Block], heads: Sequence[Head | None], main: int) -> FoundReport:
    table, head = blocks[main], heads[main]
    assert isinstance(table, GridTable)
    assert head is not None
    before = [line for block in blocks[:main] for line in _lines(block)]
    inside = [line for row in table.rows[: head.first] for line in _row_lines(row)]
    found = FoundReport([Part(table, head, head.stop)], before + inside)
    if table.hidden:
        found.told.append(f"Звіт узято з прихованого аркуша «{table.name}».")
    _follow(found, blocks[main + 1 :], heads[main + 1 :])
    return found


def _follow(found: FoundReport, blocks: Sequence[Block], heads: Sequence[Head | None]) -> None:
    """Take the tables in which the report goes on; everything else is outside it."""
    between: list[str] = []
    title = read_title(found.title_lines)
    for block, head in zip(blocks, heads, strict=True):
        if isinstance(block, GridLine):
            between.append(block.text)
            continue
        if is_link_list(block):
            found.listed |= listed_links(block)
            continue
        part = _continuation(found, block, head, between, title)
        if part is not None:
            found.parts.append(part)
            between = [line for line in between if not _CONTINUED.fullmatch(line)]
        else:
            _tell_other(found, block, head)
        found.outside += between
        between = []
    found.outside += between


def _continuation(
    found: FoundReport, table: GridTable, head: Head | None, between: list[str], title: Title
) -> Part | None:
    if table.hidden:
        return None
    if head is not None:
        above = [line for row in table.rows[: head.first] for line in _row_lines(row)]
        own = read_title([*between, table.name, *above][-_TITLE_LINES:])
        other = own.period is not None and own.period != title.period
        return Part(table, head, head.stop) if head.kind == found.head.kind and not other else None
    main = found.parts[-1]
    same_width = _width(table) == len(main.head.leaves) and table.name == main.table.name
    if same_width and all(_CONTINUED.fullmatch(line) for line in between):
        return Part(table, main.head, 0)
    return None


def _width(table: GridTable) -> int:
    """The number of cells that most rows of a table have."""
    counts = [len(row.cells) for row in table.rows]
    return max(set(counts), key=counts.count, default=0)


def _tell_other(found: FoundReport, table: GridTable, head: Head | None) -> None:
    words = shortened(" ".join(line for row in table.rows[:3] for line in _row_lines(row)))
    if not words:
        return
    name = f"на аркуші «{table.name}» " if table.name else ""
    if head is not None and head.kind == found.head.kind:
        found.told.append(f"У документі є ще один звіт {name}(«{words}»): узято лише перший.")
    else:
        found.told.append(f"Іншу таблицю {name}не взято: «{words}».")


def _lines(block: Block) -> list[str]:
    if isinstance(block, GridLine):
        return [block.text]
    return [line for row in block.rows for line in _row_lines(row)]


def _row_lines(row: GridRow) -> list[str]:
    return [line for cell in row.cells for line in cell.text.split("\n") if line.strip()]


def _opened(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same document with tables that hold tables taken apart."""
    for block in blocks:
        if isinstance(block, GridLine) or not any(cell.tables for row in block.rows for cell in row.cells):
            yield block
            continue
        for cell in (cell for row in block.rows for cell in row.cells):
            yield from _cell_blocks(cell)


def _cell_blocks(cell: GridCell) -> Iterator[Block]:
    rest = cell.text
    for table in cell.tables:
        words = "\n".join("\t".join(inner.text for inner in row.cells) for row in table.rows)
        above, _, rest = rest.partition(words) if words else ("", "", rest)
        yield from (GridLine(line) for line in above.split("\n") if line.strip())
        yield table
    yield from (GridLine(line) for line in rest.split("\n") if line.strip())


def _not_found(blocks: Sequence[Block]) -> Refusal:
    tables = [block for block in blocks if isinstance(block, GridTable) and block.rows]
    return Refusal(
        f"не містить звіту за формою «Таблиця 1» ({_seen(blocks, tables)})",
        "Виберіть файл, у якому є таблиця звіту з рядком заголовків.",
    )


def _seen(blocks: Sequence[Block], tables: Sequence[GridTable]) -> str:
    if not tables:
        return "у ньому лише текст без таблиць" if blocks else "у ньому немає ні тексту, ні таблиць"
    number = len(tables)
    word = "аркуш" if tables[0].name else "таблиця"
    forms = {"аркуш": ("аркуш", "аркуші", "аркушів"), "таблиця": ("таблиця", "таблиці", "таблиць")}[word]
    first = shortened(" | ".join(line for row in tables[0].rows[:2] for line in _row_lines(row)))
    verb = "але він не має" if number == 1 and word == "аркуш" else "але жодна не має"
    verb = {("аркуш", False): "але жоден не має", ("таблиця", True): "але вона не має"}.get(
        (word, number == 1), verb
    )
    return f"у ньому {number} {plural(number, *forms)}, {verb} колонок «Назва заходу» і «Дата проведення»" + (
        f"; перше, що видно: «{first}»" if first else ""
    )

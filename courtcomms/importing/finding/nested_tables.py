"""Tables inside the cells of other tables, taken out where no report stands free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from courtcomms.importing.grid import Block, GridCell, GridLine

_DEEPEST = 4


def depths(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks as they are, then with tables that hold tables taken apart, depth by depth."""
    for _ in range(_DEEPEST):
        yield blocks
        if not any(_has_tables(block) for block in blocks):
            return
        blocks = tuple(_opened(blocks))


def _has_tables(block: Block) -> bool:
    return not isinstance(block, GridLine) and any(cell.tables for row in block.rows for cell in row.cells)


def _opened(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, GridLine) or not _has_tables(block):
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

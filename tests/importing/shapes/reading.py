"""What the readers gave, in the form in which shapes say it."""

import io

from courtcomms.importing.docx.reader import read_docx
from courtcomms.importing.files.package import Package
from courtcomms.importing.grid import Grid, GridTable
from courtcomms.importing.xlsx.reader import read_xlsx


def grid_of(content: bytes) -> Grid:
    """The file as the readers give it, before a report is looked for in it."""
    package = Package(io.BytesIO(content))
    main = package.related("", "officeDocument")
    assert main is not None
    return read_xlsx(package, main) if main.startswith("xl/") else read_docx(package, main)


def told(grid: Grid) -> tuple[str, ...]:
    """All that the reader says of the document, then of its cells."""
    cells = [note for block in grid.blocks if isinstance(block, GridTable) for note in _of_table(block)]
    return (*grid.notes, *cells)


def _of_table(table: GridTable) -> list[str]:
    return [note for row in table.rows for cell in row.cells for note in cell.notes]


def left(grid: Grid) -> tuple[tuple[str, str, str], ...]:
    """What stands in no cell."""
    return tuple((item.kind, item.text, item.place) for item in grid.left)


def rows_of(document) -> tuple[tuple[str, ...], ...]:
    """The nine texts of each row."""
    return tuple(tuple(text for _, text in row.cells.texts()) for row in document.rows)


def links_of(document) -> list[list[list[tuple[str, str]]]]:
    """The links of each cell of each row, as (target, shown words)."""
    return [[[(link.target, link.text) for link in cell] for cell in row.links] for row in document.rows]

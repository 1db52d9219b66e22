"""Grids built by hand: what finding sees of a document, without any file."""

from collections.abc import Sequence

from docx_files import TITLE

from courtcomms.importing import NO_CHOICES, ImportedDocument, SourceFile, document_of_grid
from courtcomms.importing.grid import Grid, GridCell, GridLine, GridRow, GridTable

SOURCE = SourceFile("звіт.docx", "0" * 64, 1)
SECOND = ("2", "Екскурсія", "Обізнаність", "20.08.2021", "-", "-", "Школярі", "Прессекретар", "15")
THIRD = ("3", "Лекція", "Правова освіта", "01.09.2021", "-", "-", "Студенти", "Суддя", "40")


def event(number: int, date: str = "13.08.2021", name: str = "Захід") -> tuple[str, ...]:
    """An event that no other one equals."""
    return (str(number), f"{name} {number}", "Довіра", date, "-", "-", "Громадяни", "Суддя", str(10 + number))


def cells(*texts: str) -> tuple[GridCell, ...]:
    """Cells side by side."""
    return tuple(GridCell(at, text) for at, text in enumerate(texts))


def wide(text: str, span: int = 9) -> tuple[GridCell, ...]:
    """One cell over the whole width."""
    return (GridCell(0, text, span=span),)


def table(*rows: Sequence[str] | Sequence[GridCell], name: str = "", hidden: bool = False) -> GridTable:
    """A table of rows of texts or of ready-made cells; an empty row is left out as a sheet leaves it."""
    made = []
    for index, row in enumerate(rows, 1):
        ready = tuple(
            cell if isinstance(cell, GridCell) else GridCell(at, cell) for at, cell in enumerate(row)
        )
        if name:
            ready = tuple(cell for cell in ready if cell.text or cell.continues)
        if ready:
            made.append(GridRow(ready, index))
    return GridTable(tuple(made), name, hidden)


def lines(*texts: str) -> tuple[GridLine, ...]:
    """Lines outside tables."""
    return tuple(GridLine(text) for text in texts)


def titled(period: str, court: str = TITLE[2]) -> tuple[GridLine, ...]:
    """The four lines of the form."""
    return lines("Таблиця 1", "Звіт", court, period)


def documents(
    *blocks: GridLine | GridTable, name: str = "звіт", choices=NO_CHOICES
) -> tuple[ImportedDocument, ...]:
    """All reports of a document of these blocks."""
    return document_of_grid(Grid(blocks), SOURCE, name, choices)


def document(*blocks: GridLine | GridTable, name: str = "звіт", choices=NO_CHOICES) -> ImportedDocument:
    """The only report of a document of these blocks."""
    (found,) = documents(*blocks, name=name, choices=choices)
    return found


def names(found: ImportedDocument) -> list[str]:
    """The events of a report by their names."""
    return [row.cells.title for row in found.rows]


def texts(found: ImportedDocument, at: int = 0) -> tuple[str, ...]:
    """The nine cells of a row."""
    return tuple(text for _, text in found.rows[at].cells.texts())


def codes(found: Sequence[ImportedDocument]) -> list[str | None]:
    """The periods of reports."""
    return [one.period.code if one.period else None for one in found]

"""Text with tabs between cells, as spreadsheets put it beside their tables on the clipboard."""

from __future__ import annotations

import re

from courtcomms.cells.typography import clean
from courtcomms.importing.grid import MOST_COLUMNS, MOST_ROWS, GridCell, GridRow, GridTable

#: A field in quotes, up to its end; a quote inside is doubled. Possessive: linear on any text.
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
#: What makes a program quote a field. A name in quotes («"Вісник"») holds none of these and keeps its own.
_NEEDS_QUOTES = re.compile(r'[\t\n]|""')


def read_rows(text: str) -> list[list[str]]:
    """The cells of each line; quoted fields may hold line ends and tabs. Never raises.

    Reading stops behind the last row that a table may have.
    """
    text = clean(text).text
    rows: list[list[str]] = []
    row: list[str] = []
    at = 0
    while len(rows) <= MOST_ROWS:
        field, at = _field(text, at)
        row.append(field)
        if at < len(text) and text[at] == "\t":
            at += 1
            continue
        rows.append(row)
        row = []
        at += 1
        # The line end behind the last row ends it; it does not begin another one.
        if at >= len(text):
            break
    return rows


def read_tsv(text: str) -> GridTable:
    """The same as a table of the neutral grid; columns beyond the widest table are left."""
    return GridTable(
        tuple(
            GridRow(tuple(GridCell(at, field) for at, field in enumerate(row[:MOST_COLUMNS])), index)
            for index, row in enumerate(read_rows(text), 1)
        )
    )


def unquoted(text: str) -> str:
    """One cell's text without the quotes that a spreadsheet put around its lines."""
    match = _QUOTED.fullmatch(text)
    if match is None or not _NEEDS_QUOTES.search(match[1]):
        return text
    return match[1].replace('""', '"')


def _field(text: str, at: int) -> tuple[str, int]:
    """The field that begins at a place, and where it ends."""
    match = _QUOTED.match(text, at)
    if match is not None and _NEEDS_QUOTES.search(match[1]):
        return match[1].replace('""', '"'), match.end()
    match = _PLAIN.match(text, at)
    assert match is not None
    return match.group(), match.end()

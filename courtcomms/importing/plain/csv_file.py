"""Text with a separator between cells (RFC 4180 and what programs really write) as a table.

Which sign separates is told by the headings; without known headings, by how evenly the lines divide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from courtcomms.cells.headings import read_heading
from courtcomms.cells.typography import clean
from courtcomms.importing.files.refusal import too_large
from courtcomms.importing.finding.columns import trimmed
from courtcomms.importing.grid import MOST_COLUMNS, MOST_ROWS, MOST_TEXT, GridCell, GridRow, GridTable
from courtcomms.importing.plain.tsv import read_rows
from courtcomms.plural import plural

_SEPARATORS = ("\t", ";", ",", "|")
#: Excel's own word on the separator, in the first line.
_TOLD = re.compile(r'"?sep=([^\w\s"]|\t)"?\n', re.IGNORECASE)
_SAMPLE_ROWS = 60
_SAMPLE = 200_000
#: Cells of a line that no table has, and no sentence as many commas.
_MOST_FIELDS = 20_000
#: Headings that make lines a table, and columns that do where headings are unknown.
_FEWEST_HEADINGS = 3
_FEWEST_COLUMNS = 4
#: How many of the lines must divide alike where headings are unknown.
_ALIKE = 0.7


def read_table(text: str) -> tuple[GridTable | None, tuple[str, ...]]:
    """The table that a text is, ``None`` for mere lines; and what is to be told.

    Raises:
        Refusal: more rows than any report has.
    """
    cleaned = clean(text.removeprefix("\ufeff"))
    told = _TOLD.match(cleaned.text)
    body = cleaned.text[told.end() :] if told else cleaned.text
    separator = told[1] if told else _separator(body)
    notes = _notes(cleaned.removed)
    return (_table(body, separator) if separator else None), notes


def _notes(removed: int) -> tuple[str, ...]:
    if not removed:
        return ()
    signs = plural(removed, "недрукований знак", "недруковані знаки", "недрукованих знаків")
    return (f"Вилучено {removed} {signs}.",)


def _separator(text: str) -> str:
    """The sign under which the text is a table; empty where it is none under any."""
    sample = text[:_SAMPLE]
    rows = {sign: list(islice(_rows(sample, sign), _SAMPLE_ROWS)) for sign in _SEPARATORS if sign in sample}
    headings = {sign: _headings(found) for sign, found in rows.items()}
    best = max(headings, key=lambda sign: headings[sign], default="")
    if best and headings[best] >= _FEWEST_HEADINGS:
        return best
    return next((sign for sign, found in rows.items() if _even(found) and not _prose(sign, found)), "")


def _headings(rows: list[list[str]]) -> int:
    """How many columns the row with most headings names."""
    return max(len({key for cell in row[:MOST_COLUMNS] if (key := read_heading(cell))}) for row in rows)


def _even(rows: list[list[str]]) -> bool:
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    if not widths:
        return False
    width, count = widths.most_common(1)[0]
    return width >= _FEWEST_COLUMNS and count > 1 and count >= _ALIKE * widths.total()


def _prose(separator: str, rows: list[list[str]]) -> bool:
    """Whether these are sentences: there a blank follows the comma."""
    behind = [cell for row in rows for cell in row[1:] if cell]
    return separator in ",;" and 2 * sum(cell.startswith(" ") for cell in behind) > len(behind)


def _table(text: str, separator: str) -> GridTable:
    rows = []
    for index, row in enumerate(_rows(text, separator), 1):
        if separator == "|":
            row = [field.strip(" ") for field in row]  # blanks that only keep the sign off the words
        cells = tuple(_cell(at, field) for at, field in enumerate(row[:MOST_COLUMNS]) if field.strip())
        if cells:
            rows.append(GridRow(cells, index))
        if len(rows) > MOST_ROWS:
            raise too_large(f"понад {MOST_ROWS} рядків")
    return GridTable(tuple(rows))


def _cell(column: int, field: str) -> GridCell:
    if len(field) <= MOST_TEXT:
        return trimmed(GridCell(column, field))
    note = f"текст завеликий, узято перші {MOST_TEXT} знаків"
    return trimmed(GridCell(column, field[:MOST_TEXT], notes=(note,)))


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """The cells of each row; a quoted one may hold line ends. Tabs are read as from the clipboard."""
    if separator == "\t":
        yield from read_rows(text)
        return
    field = _pattern(separator)
    row: list[str] = []
    at = 0
    while at < len(text):
        match = field.match(text, at)
        assert match is not None
        row.append(match[1].replace('""', '"') if match[1] is not None else match[2])
        if len(row) > _MOST_FIELDS:
            raise too_large("забагато стовпців")
        at = match.end() + 1
        if text[match.end() : at] != separator:
            yield row
            row = []
    if row:
        yield [*row, ""]


@cache
def _pattern(separator: str) -> re.Pattern[str]:
    """One field: in quotes to its end (a quote inside is doubled), else as it is. Linear on any text."""
    sign = re.escape(separator)
    return re.compile(rf'"((?:[^"]++|"")*+)"[ ]*(?=[{sign}\n]|\Z)|([^{sign}\n]*+)')

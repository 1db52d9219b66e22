"""What makes a row doubtful: cells that seem to stand in their neighbour's column, or too few of them.

Rules of a glance: an address where a date or a number belongs, a date where people are counted. They only
draw the user's eye to the row; nothing is moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from courtcomms.cells.typography import is_blank
from courtcomms.importing.finding.table_head import Leaf
from courtcomms.importing.grid import GridCell, GridRow
from courtcomms.importing.text_builder import shortened
from courtcomms.model import Cells, Column

_WHOLE_DATE = re.compile(r"\s*\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)\d\d\s*(?:р\.?|року)?\s*")
#: Columns that hold no address.
_NO_ADDRESS = frozenset(
    {Column.NUMBER, Column.DATE, Column.AUDIENCE, Column.RESPONSIBLE, Column.PARTICIPANTS}
)
#: Columns that hold no bare date, and those that hold no bare number.
_NO_DATE = frozenset(Column) - {Column.DATE}
_NO_NUMBER = frozenset(Column) - {Column.NUMBER, Column.MEDIA, Column.PARTICIPANTS}
#: A bare date or number is no longer.
_LONGEST_PLAIN = 24
_COLUMNS = tuple(Column)


def shifted_cells(cells: Cells) -> Iterator[str]:
    """Ukrainian sentences on cells that seem to belong to another column."""
    for column in _COLUMNS:
        text = cells[column]
        found = _misplaced(column, text) if text else ""
        if found:
            yield f"«{shortened(text)}» — {found}: перевірте, чи не зсунуто клітинки рядка."
    if is_blank(cells.title):
        yield "Назви заходу немає: перевірте, чи не зсунуто клітинки рядка."


def _misplaced(column: Column, text: str) -> str:
    if column in _NO_ADDRESS and ("://" in text or "www." in text):
        return f"адреса в колонці {_NAMES[column]}"
    if len(text) > _LONGEST_PLAIN:
        return "текст у колонці номера" if column is Column.NUMBER else ""
    if column in _NO_DATE and _WHOLE_DATE.fullmatch(text):
        return f"дата в колонці {_NAMES[column]}"
    if column in _NO_NUMBER and text.strip().isdecimal():
        return f"саме число в колонці {_NAMES[column]}"
    return ""


_NAMES = {
    Column.NUMBER: "номера",
    Column.TITLE: "назви",
    Column.GOAL: "цілі",
    Column.DATE: "дати",
    Column.SITE_LINKS: "посилань на сайт",
    Column.MEDIA: "публікацій",
    Column.AUDIENCE: "аудиторії",
    Column.RESPONSIBLE: "відповідальних осіб",
    Column.PARTICIPANTS: "кількості учасників",
}


def ill_fitting(row: GridRow, leaves: Sequence[Leaf], stray: Sequence[GridCell], *, sheet: bool) -> str:
    """A sentence where a row has other cells than its table has columns, empty where it fits.

    Sheets have no cells where nothing stands, so that a row's number of cells tells nothing there.
    """
    if len(row.cells) == len(leaves) and all(
        cell.column == leaf.start for cell, leaf in zip(row.cells, leaves, strict=True)
    ):
        return ""
    words = " ".join(cell.text for cell in stray if cell.text.strip())
    if words:
        return f"Клітинок у рядку більше, ніж колонок: «{shortened(words)}» не взято."
    if sheet or not row.cells:
        return ""
    missing = len(leaves) - sum(any(_over(cell, leaf) for cell in row.cells) for leaf in leaves)
    if len(row.cells) < len(leaves) and missing > 0:
        return f"У рядку бракує клітинок ({missing}): перевірте, чи решта стоїть у своїх колонках."
    edges = {leaf.start for leaf in leaves}
    if len(row.cells) == len(leaves) and any(cell.column not in edges for cell in row.cells):
        return "Межі клітинок рядка не збігаються з колонками: клітинки взято за порядком."
    return ""


def _over(cell: GridCell, leaf: Leaf) -> bool:
    return cell.column < leaf.end and leaf.start < cell.end

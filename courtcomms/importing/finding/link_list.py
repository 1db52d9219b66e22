"""The sheet «Посилання» of our own workbooks: links that a cell of Excel cannot hold.

A cell leads to one address as a whole; which words in it lead where is told by that sheet: the № of the
row, the column, the words, the address. Links without words there are told by the cell's own text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from courtcomms.cells.headings import read_heading
from courtcomms.importing.finding.columns import column_of
from courtcomms.importing.grid import GridCell, GridLink, GridRow, GridTable
from courtcomms.model import Column

#: Sheet and headings as the Excel writer gives them.
SHEET_NAME = "Посилання"
_NUMBER, _COLUMN, _SHOWN, _TARGET = "№", "Графа", "Текст у клітинці", "Посилання"


@dataclass(frozen=True, slots=True)
class ListedLink:
    """Words of a cell and where they lead."""

    shown: str
    target: str


#: Links by the № of the report's row and its column.
ListedLinks = dict[tuple[str, Column], list[ListedLink]]


def is_link_list(table: GridTable) -> bool:
    """Whether a table is such a sheet."""
    return (
        table.name == SHEET_NAME
        and bool(table.rows)
        and {_NUMBER, _COLUMN, _TARGET} <= set(_texts(table.rows[0]).values())
    )


def listed_links(table: GridTable) -> ListedLinks:
    """The links of such a sheet whose words it tells."""
    columns = {text: at for at, text in _texts(table.rows[0]).items()}
    found: ListedLinks = {}
    for row in table.rows[1:]:
        texts = _texts(row)
        number, heading, shown, target = (
            texts.get(columns.get(name, -1), "") for name in (_NUMBER, _COLUMN, _SHOWN, _TARGET)
        )
        key = read_heading(heading)
        if number.isdigit() and shown and target and key is not None:
            found.setdefault((number, column_of(key)), []).append(ListedLink(shown, target))
    return found


def leads_to_list(target: str) -> bool:
    """Whether a link only leads to that sheet of the same workbook."""
    return target.startswith((f"#'{SHEET_NAME}'!", f"#{SHEET_NAME}!"))


def with_listed(cell: GridCell, listed: Sequence[ListedLink]) -> GridCell:
    """The cell with the listed links at their words; links whose words are gone are left out.

    The list goes by the order of the text. A link of the whole cell to an address that has words of its own
    is not kept beside them.
    """
    found: list[GridLink] = []
    at = 0
    for link in listed:
        start = cell.text.find(link.shown, at)
        if start >= 0:
            at = start + len(link.shown)
            found.append(GridLink(link.target, start, at))
    placed = {link.target for link in found}
    own = [link for link in cell.links if link.target not in placed]
    return replace(cell, links=(*own, *found))


def _texts(row: GridRow) -> dict[int, str]:
    """The words of the row's cells by column, with the blanks around them."""
    return {cell.column: cell.text for cell in row.cells}

"""The sheet «Посилання» of our own workbooks: links that a cell of Excel cannot hold beside its first one."""

from __future__ import annotations

from courtcomms.importing.grid import GridCell, GridLink, GridRow, GridTable

#: Sheet and headings as the Excel writer gives them.
SHEET_NAME = "Посилання"
_HEADINGS = ("№", "Графа", "Захід", "Посилання")

#: Addresses by the number of the report's row (from 1) and the heading of its column.
ListedLinks = dict[tuple[int, str], list[str]]


def is_link_list(table: GridTable) -> bool:
    """Whether a table is such a sheet."""
    return (
        bool(table.rows) and table.name == SHEET_NAME and _texts(table.rows[0])[: len(_HEADINGS)] == _HEADINGS
    )


def listed_links(table: GridTable) -> ListedLinks:
    """The links of such a sheet."""
    found: ListedLinks = {}
    for row in table.rows[1:]:
        number, heading, _, target = (*_texts(row), "", "", "", "")[:4]
        if number.isdigit() and len(number) < 7 and target:
            found.setdefault((int(number), " ".join(heading.split())), []).append(target)
    return found


def leads_to_list(target: str) -> bool:
    """Whether a link only leads to that sheet of the same workbook."""
    return target.startswith((f"#'{SHEET_NAME}'!", f"#{SHEET_NAME}!"))


def with_listed(cell: GridCell, targets: list[str]) -> GridCell:
    """The cell with links from the list that it lacks; where in the cell they stood is not known."""
    known = {link.target for link in cell.links}
    more = [GridLink(target, 0, len(cell.text)) for target in targets if target not in known]
    return GridCell(cell.column, cell.text, links=(*cell.links, *more), notes=cell.notes)


def _texts(row: GridRow) -> tuple[str, ...]:
    """The words of the row's first columns, blank where there is no cell."""
    by_column = {cell.column: cell.text.strip() for cell in row.cells}
    return tuple(by_column.get(at, "") for at in range(len(_HEADINGS)))

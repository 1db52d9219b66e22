"""Which cells of the Excel report are links themselves, and which links need a list of their own.

A cell of Excel leads to one address only, and LibreOffice turns a cell that is a link into one unbroken
line, cut off at the cell's edge. So by default only a cell of one link that stands on one line is a link;
the others are reached through the sheet «Посилання», to which the row's № leads. A form may ask for a link
in every cell, as suits Excel.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from courtcomms.model import Column
from courtcomms.reports.snapshot import CellContent, ReportSnapshot
from courtcomms.reports.xlsx_limits import LINK_LIMIT
from courtcomms.reports.xlsx_sheet import Sheet

_TITLE = list(Column).index(Column.TITLE)


class CellLinks:
    """Which address, if any, a cell of the report leads to by itself."""

    def __init__(self, every_cell: bool, sheet: Sheet) -> None:
        self._every_cell = every_cell
        self._sheet = sheet

    def target_of(self, column: int, cell: CellContent) -> str | None:
        """The cell's own link; ``column`` counts from 1."""
        targets = [target for target in cell.targets if len(target) <= LINK_LIMIT]
        if self._every_cell or (len(cell.targets) == 1 and self._sheet.fits_line(column, cell.text)):
            return targets[0] if targets else None
        return None

    def reach_all(self, snapshot: ReportSnapshot) -> bool:
        """Whether no link of the report needs the sheet «Посилання»."""
        cells = ((column, cell) for row in snapshot.rows for column, cell in enumerate(row, 1) if cell.links)
        return all(self._reaches(column, cell) for column, cell in cells)

    def _reaches(self, column: int, cell: CellContent) -> bool:
        """A cell shows that it leads somewhere, not which of its words do: these must be told of."""
        whole = all(link.text == cell.text for link in cell.links if link.hidden)
        return whole and cell.targets == (self.target_of(column, cell),)


@dataclass(frozen=True, slots=True)
class ListedLink:
    """A link in the list: № of the report's row, column, event, linked text where it hides the address."""

    number: int
    column: Column
    event: str
    shown: str
    target: str


def listed_links(snapshot: ReportSnapshot) -> Iterator[ListedLink]:
    """The links of a report in their order; an address that a cell shows several times is listed once."""
    for number, row in enumerate(snapshot.rows, 1):
        for column, cell in zip(Column, row, strict=True):
            told: set[str] = set()
            for link in cell.links:
                if link.hidden or link.target not in told:
                    shown = link.text if link.hidden else ""
                    yield ListedLink(number, column, row[_TITLE].text, shown, link.target)
                if not link.hidden:
                    told.add(link.target)

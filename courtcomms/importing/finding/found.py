"""What finding gives: the tables of a report, the lines before it, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from courtcomms.importing.document import LeftOut
from courtcomms.importing.finding.link_list import ListedLinks
from courtcomms.importing.finding.table_head import Head
from courtcomms.importing.finding.title import NO_TITLE, Title
from courtcomms.importing.grid import GridRow, GridTable


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text outside the rows, and where it stands, in Ukrainian."""

    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A table of the report, or a piece of one, with the heading that its rows are read by.

    Data are ``first_row <= row < last_row`` (to the end where that is ``None``). ``place`` names the table
    for the user, ``unit`` what an event of it is there.
    """

    table: GridTable
    head: Head
    first_row: int
    last_row: int | None = None
    place: str = ""
    unit: str = "рядок"

    @property
    def rows(self) -> Sequence[GridRow]:
        """Rows under the heading."""
        return self.table.rows[self.first_row : self.last_row]

    def place_of(self, row: GridRow) -> str:
        """Where a row stands: «таблиця 1, рядок 7»."""
        own = f"{self.unit} {row.index}"
        return f"{self.place}, {own}" if self.place else own


@dataclass(slots=True)
class FoundReport:
    """A report in a document.

    ``above`` are lines before the table or in its first rows; ``around`` is text that belongs to neither
    title nor table; ``told`` are Ukrainian sentences, ``left`` whole tables that were not taken; ``listed``
    links have a sheet of their own. ``title`` is what the lines (and the sheet's name) tell, ``source``
    names what told the period where that was not the title.
    """

    parts: list[Part]
    above: list[Line]
    around: list[Line] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    listed: ListedLinks = field(default_factory=dict)
    title: Title = NO_TITLE
    source: str = ""

    @property
    def head(self) -> Head:
        """The heading of the first part."""
        return self.parts[0].head

    @property
    def title_lines(self) -> list[str]:
        """The words of the lines before the rows."""
        return [line.text for line in self.above]

    @property
    def outside(self) -> list[str]:
        """The words around the rows."""
        return [line.text for line in self.around]

"""Collecting a cell's text piece by piece with the places of its links."""

from __future__ import annotations

from courtcomms.cells.typography import clean
from courtcomms.importing.grid import MOST_TEXT, GridCell, GridLink, GridTable

_SHORT = 60


def shortened(text: str) -> str:
    """A text on one line, short enough to be quoted in a warning."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[: _SHORT - 1].rstrip() + "…"


def cell_of(text: str, column: int, span: int = 1) -> GridCell:
    """A cell of a text and nothing else; most texts need no looking at."""
    if text.isprintable() and len(text) <= MOST_TEXT:
        return GridCell(column, text, span)
    builder = TextBuilder()
    builder.add(text)
    return builder.cell(column, span)


class TextBuilder:
    """Text, links and notes of one cell or one paragraph outside tables."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._links: list[GridLink] = []
        self._hidden: list[str] = []
        self._removed = 0
        self._cut = False
        self._notes: list[str] = []
        self.tables: list[GridTable] = []
        self.label = ""

    @property
    def position(self) -> int:
        """Number of characters so far."""
        return self._length

    def add(self, piece: str) -> None:
        """Append shown text; signs that no Office format can hold are left out and counted."""
        text = piece
        if not piece.isprintable():  # most pieces are, and need no looking at
            cleaned = clean(piece)
            self._removed += cleaned.removed
            text = cleaned.text
        if self._length + len(text) > MOST_TEXT:
            text = text[: MOST_TEXT - self._length]
            self._cut = True
        self._parts.append(text)
        self._length += len(text)

    def add_hidden(self, piece: str) -> None:
        """Remember text that the source hides, for the warning."""
        if sum(map(len, self._hidden)) < _SHORT:
            self._hidden.append(piece)

    def add_link(self, target: str, start: int) -> None:
        """The text from ``start`` until here leads to ``target``.

        One link that the program cut into adjoining pieces is put together again; a link that stands
        inside the same link (a field in a hyperlink) is one.
        """
        while self._links and self._links[-1].target == target and self._links[-1].start >= start:
            self._links.pop()
        last = self._links[-1] if self._links else None
        if last is not None and last.target == target and last.end == start and self._text(last) != target:
            start = self._links.pop().start
        self._links.append(GridLink(target, start, self._length))

    def _text(self, link: GridLink) -> str:
        return "".join(self._parts)[link.start : link.end]

    def add_cell(self, cell: GridCell) -> None:
        """Append a cell of a table that stands inside this cell."""
        offset = self._length
        self.add(cell.text)
        self._links += [GridLink(link.target, link.start + offset, link.end + offset) for link in cell.links]
        self._notes += cell.notes

    def note(self, text: str) -> None:
        """Something to tell of this cell, once."""
        if text not in self._notes:
            self._notes.append(text)

    def text(self) -> str:
        """All shown text so far."""
        return "".join(self._parts)

    def notes(self) -> tuple[str, ...]:
        """What was left out, as Ukrainian fragments."""
        notes = list(self._notes)
        if self._removed:
            notes.append(f"вилучено недрукованих знаків: {self._removed}")
        hidden = shortened("".join(self._hidden)) if self._hidden else ""
        if hidden:
            notes.append(f"прихований текст не взято: «{hidden}»")
        if self._cut:
            notes.append(f"текст завеликий, узято перші {MOST_TEXT} знаків")
        return tuple(notes)

    def cell(self, column: int, span: int) -> GridCell:
        """The finished cell."""
        return GridCell(
            column=column,
            text=self.text(),
            span=span,
            links=tuple(self._links),
            label=self.label,
            notes=self.notes(),
            tables=tuple(self.tables),
        )

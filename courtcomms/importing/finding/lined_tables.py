"""Tables typed as lines: cells parted by tabs, «|», «;» or several blanks, without a table around them.

A line is a table's first as soon as its pieces are the headings of a report; the lines below it are rows of
as many cells, some of them going on in the next line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from courtcomms.cells.headings import Heading
from courtcomms.importing.finding.table_head import Head, head_at
from courtcomms.importing.grid import Block, GridCell, GridLine, GridRow, GridTable

_SEPARATORS = tuple(re.compile(pattern) for pattern in (r"\t", r"\s*\|\s*", r"\s*;\s*", r"(?:\s|\u00a0){2,}"))
_TAB, _PIPE, _SEMICOLON, _BLANKS = _SEPARATORS
_RULE = re.compile(r"[\s|+=:–—-]{3,}")
_NUMBER = re.compile(r"\s*\d{1,3}\s*[.)]?\s*")
_FEWEST = 4
_LONGEST_HEAD = 1200
#: Lines of text in which a heading is looked for; letters and orders are shorter.
_MOST_LOOKED_AT = 400


def lined_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks with typed tables made tables; the very blocks where there are none."""
    out: list[Block] = []
    at, looked = 0, 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, GridLine) and looked < _MOST_LOOKED_AT:
            looked += 1
            typed = _typed(blocks, at)
            if typed is not None:
                out.append(typed.table())
                at = typed.stop
                continue
        out.append(block)
        at += 1
    return tuple(out)


def _typed(blocks: Sequence[Block], at: int) -> _Typed | None:
    line = blocks[at]
    if not isinstance(line, GridLine) or len(line.text) > _LONGEST_HEAD:
        return None
    for separator in _SEPARATORS:
        pieces = _split(line.text, separator)
        if len(pieces) < _FEWEST:
            continue
        head = head_at([_row(pieces, 1)], 0)
        if head is not None and len(head.leaves) == len(pieces):
            typed = _Typed(separator, head, line.text, pieces)
            typed.read(blocks, at + 1)
            return typed
    return None


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    """The pieces of a line; a frame's signs at its ends part nothing."""
    if separator is _PIPE:
        text = text.strip().strip("|")
    elif separator is _BLANKS:
        text = text.strip()
    return [piece.strip() for piece in separator.split(text)]


def _row(pieces: Sequence[str], index: int) -> GridRow:
    return GridRow(tuple(GridCell(at, piece) for at, piece in enumerate(pieces)), index)


@dataclass(slots=True)
class _Typed:
    """A typed table being read; ``stop`` is the block behind it."""

    separator: re.Pattern[str]
    head: Head
    first_line: str
    pieces: list[str]
    stop: int = 0
    _rows: list[GridRow] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.head.leaves)

    def read(self, blocks: Sequence[Block], at: int) -> None:
        """Take the lines behind the heading until another block, or text that is no row, comes."""
        last_row = at
        loose: list[str] = []
        while at < len(blocks):
            block = blocks[at]
            if not isinstance(block, GridLine):
                break
            text = block.text
            if self.separator is _PIPE and _RULE.fullmatch(text):
                at += 1
                continue
            pieces = self._pieces(text)
            if len(pieces) < 2:
                loose.append(text.strip())
            else:
                for words in loose:
                    self._take_loose(words)
                loose = []
                self._take(pieces)
                last_row = at + 1
            at += 1
        self._close()
        self.stop = max(last_row, at - len(loose))

    def _pieces(self, text: str) -> list[str]:
        pieces = _split(text, self.separator)
        if self.separator is not _BLANKS or len(pieces) == self.width or len(pieces) < 2:
            return pieces
        return self._by_position(text) or pieces

    def _by_position(self, text: str) -> list[str]:
        """Pieces under the headings over which they stand, where each stands under one of its own."""
        starts = [match.start() for match in re.finditer(r"\S+(?:\s\S+)*", self.first_line)]
        found = [""] * self.width
        if len(starts) != self.width:
            return []
        for match in re.finditer(r"\S+(?:\s\S+)*", text):
            at = min(range(self.width), key=lambda place: abs(starts[place] - match.start()))
            if found[at] or abs(starts[at] - match.start()) > 2:
                return []
            found[at] = match[0]
        return found

    def _take(self, pieces: list[str]) -> None:
        """A line with cells: a row of its own, or the rest of one that a cell's line end broke."""
        whole = len(self._open) + len(pieces) - 1
        if self._open and len(self._open) < self.width and whole <= self.width and not self._begins(pieces):
            self._open = [*self._open[:-1], f"{self._open[-1]}\n{pieces[0]}", *pieces[1:]]
            return
        self._close()
        self._open = pieces

    def _begins(self, pieces: Sequence[str]) -> bool:
        """Whether a line begins a row: it is whole, or its first cell is a number where № stands first."""
        if len(pieces) >= self.width:
            return True
        return self.head.leaves[0].key is Heading.NUMBER and _NUMBER.fullmatch(pieces[0]) is not None

    def _take_loose(self, words: str) -> None:
        """A line without cells between rows: the rest of a cell, or a section's heading."""
        if self._open and len(self._open) < self.width:
            self._open = [*self._open[:-1], f"{self._open[-1]}\n{words}"]
            return
        self._close()
        self._rows.append(GridRow((GridCell(0, words, span=self.width),), len(self._rows) + 2))

    def _close(self) -> None:
        if self._open:
            self._rows.append(_row(self._open, len(self._rows) + 2))
        self._open = []

    def table(self) -> GridTable:
        """What was read, with its heading."""
        return GridTable((_row(self.pieces, 1), *self._rows))

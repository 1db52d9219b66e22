"""The heading of a table: which of its first rows are headings and what each column is.

Columns are found by their words, never by their position.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from courtcomms.cells.headings import Heading, read_heading
from courtcomms.importing.grid import GridRow, GridTable

#: Rows of one table in which the heading may begin.
ROWS_LOOKED_AT = 30
_TALLEST_HEAD = 3
_WIDEST_HEAD = 16
_LONGEST_HEADING = 400
#: Columns that only a report of what was done has.
_REPORT_ONLY = frozenset(
    {Heading.SITE_LINKS, Heading.MEDIA, Heading.MEDIA_COUNT, Heading.MEDIA_LINKS, Heading.PARTICIPANTS}
)
_FEWEST_REPORT = 4
_ENOUGH_WITHOUT_TITLE = 6
_PLAN_COLUMNS = frozenset({Heading.TITLE, Heading.DATE, Heading.RESPONSIBLE})
#: Words of plans, which the form of the report does not have; the first that fits.
_PLAN_WORDS = (
    (re.compile(r"\b(?:строк|термін)\w*|\bколи\b|\bдата\b", re.IGNORECASE), Heading.DATE),
    (re.compile(r"\b(?:виконав\w+|відповідальн\w+)", re.IGNORECASE), Heading.RESPONSIBLE),
    (re.compile(r"\bаудитор\w+", re.IGNORECASE), Heading.AUDIENCE),
    (re.compile(r"\b(?:мета|ціл[ьі])\b", re.IGNORECASE), Heading.GOAL),
    (re.compile(r"\bзах[оі]д\w*|\bзавдання\b|\bпитання\b", re.IGNORECASE), Heading.TITLE),
    (re.compile(r"^\s*(?:№|номер\b)", re.IGNORECASE), Heading.NUMBER),
)

TableKind = Literal["report", "plan"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One column under the heading: its grid columns ``start <= column < end``, its words, its meaning."""

    start: int
    end: int
    text: str
    key: Heading | None


@dataclass(frozen=True, slots=True)
class Head:
    """A table's heading: rows ``first <= row < stop`` (indices in the table) and the columns under it."""

    kind: TableKind
    first: int
    stop: int
    leaves: tuple[Leaf, ...]

    @property
    def keys(self) -> frozenset[Heading]:
        """What the columns were taken for."""
        return _keys(self.leaves)


def find_head(table: GridTable) -> Head | None:
    """The heading of a report, else that of a plan, in the first rows of a table."""
    rows = table.rows[:ROWS_LOOKED_AT]
    starts = [at for at, row in enumerate(rows) if _may_be_head(row)]
    reports = [head for at in starts for head in _heads(rows, at, "report")]
    found = reports or [head for at in starts for head in _heads(rows, at, "plan")]
    return max(found, key=_rank, default=None)


def head_at(rows: Sequence[GridRow], at: int) -> Head | None:
    """The heading that begins at a row, of a report or else of a plan."""
    if not _may_be_head(rows[at]):
        return None
    found = _heads(rows, at, "report") or _heads(rows, at, "plan")
    return max(found, key=_rank, default=None)


def _rank(head: Head) -> tuple[int, int, int]:
    """Most columns understood; then the least tall (a title's last row is none of it), then the earliest."""
    return len(head.keys), head.first - head.stop, -head.first


def _may_be_head(row: GridRow) -> bool:
    texts = [cell.text for cell in row.cells if cell.text.strip()]
    return 2 <= len(texts) <= _WIDEST_HEAD and all(len(text) <= _LONGEST_HEADING for text in texts)


def _heads(rows: Sequence[GridRow], at: int, kind: TableKind) -> list[Head]:
    """Headings that begin at a row: as tall as their merged cells, or taller where that tells more."""
    found = []
    least = _merged_height(rows, at)
    for stop in range(at + least, min(at + _TALLEST_HEAD, len(rows)) + 1):
        if stop > at + least and not _goes_on(rows[at : stop - 1], rows[stop - 1]):
            break
        leaves = _leaves(rows[at:stop], kind)
        if _is_kind(_keys(leaves), kind):
            found.append(Head(kind, at, stop, leaves))
    return found


def _merged_height(rows: Sequence[GridRow], at: int) -> int:
    """Rows that the heading's own vertical merges reach down to."""
    height = 1
    while height < _TALLEST_HEAD and at + height < len(rows) and _continues(rows[at + height]):
        height += 1
    return height


def _continues(row: GridRow) -> bool:
    return any(cell.continues for cell in row.cells)


def _goes_on(above: Sequence[GridRow], row: GridRow) -> bool:
    """Whether a row can be a lower part of the heading: it divides a wide cell or fills a gap."""
    starts = {cell.column for upper in above for cell in upper.cells}
    return _may_be_head(row) and any(cell.column not in starts for cell in row.cells)


def _leaves(rows: Sequence[GridRow], kind: TableKind) -> tuple[Leaf, ...]:
    cells = [cell for row in rows for cell in row.cells]
    edges = sorted({edge for cell in cells for edge in (cell.column, cell.end)})
    leaves = []
    for start, end in pairwise(edges):
        texts = [
            cell.text for cell in cells if cell.column <= start and end <= cell.end and cell.text.strip()
        ]
        if texts:
            leaves.append(Leaf(start, end, " ".join(" ".join(texts).split()), _key(texts, kind)))
    return tuple(leaves)


def _key(texts: list[str], kind: TableKind) -> Heading | None:
    """By all words of the column from top to bottom, else by the lowest, else by the topmost."""
    for text in ("\n".join(texts), texts[-1], texts[0]):
        key = _read_heading(text) or (_plan_heading(text) if kind == "plan" else None)
        if key is not None:
            return key
    return None


_read_heading = lru_cache(maxsize=4096)(read_heading)


def _plan_heading(text: str) -> Heading | None:
    return next((key for pattern, key in _PLAN_WORDS if pattern.search(text)), None)


def _keys(leaves: Sequence[Leaf]) -> frozenset[Heading]:
    return frozenset(leaf.key for leaf in leaves if leaf.key is not None)


def _is_kind(keys: frozenset[Heading], kind: TableKind) -> bool:
    if kind == "plan":
        return keys >= _PLAN_COLUMNS and not keys & _REPORT_ONLY
    enough = _FEWEST_REPORT if Heading.TITLE in keys else _ENOUGH_WITHOUT_TITLE
    return len(keys) >= enough and bool(keys & _REPORT_ONLY)

"""What a row under the heading is: an event, or something that only looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import takewhile

from courtcomms.cells.headings import Heading
from courtcomms.importing.finding.table_head import Leaf
from courtcomms.importing.finding.title_words import names_events_of_period
from courtcomms.importing.grid import GridCell, GridRow

_TOTALS = re.compile(
    r"\s*(?:всього|усього|разом|загалом|підсумок|итого)\b\s*[:.\-–—]*\s*"
    r"(?:(?:за|по|у|в)\s+.{0,60}|(?:проведено\s+)?(?:\d{1,6}\s+)?(?:зах[оі]д\w*|учасник\w*|ос[іо]б\w*).{0,30})?"
    r"[\s:.\-–—\d]*",
    re.IGNORECASE | re.DOTALL,
)
_TOTAL_NUMBER = re.compile(
    r"\s*загальна\s+кількість\s+(?:учасник|заход|публікац|присутн|осіб)\w*[\s:.\-–—\d]*", re.IGNORECASE
)
#: What a section is called where its row is no wide cell: «Постійно діючі заходи», «Розділ І».
_SECTION = re.compile(
    r"\s*(?:(?:постійн|разов|планов|позапланов|поточн|інш|нов|систематичн)\w*[\w\s,()-]{0,40}\bзаход\w*"
    r"|розділ\s+[\w.]{1,5}(?:[.:\s–-].{0,80})?|заходи,?\s+(?:що|які)\s.{0,60})\s*[:.]?\s*",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST_SECTION = 120
_NUMBER = re.compile(r"[(\[]?\s*(\d{1,3})\s*[.)\]]?")
#: The number of a section; events are counted «1», «2».
_ROMAN = re.compile(r"[IVXІХ]{1,5}\s*[.)]?")
_FEWEST_NUMBERS = 3
#: Columns of which at least one is filled in where a new event begins.
_NAMING = (Heading.NUMBER, Heading.TITLE, Heading.DATE, Heading.GOAL)


class RowKind(Enum):
    """What to do with a row."""

    EVENT = auto()
    EMPTY = auto()
    HEADING = auto()
    COLUMN_NUMBERS = auto()
    SECTION = auto()
    TOTALS = auto()
    CONTINUATION = auto()


#: The cells of a row under each column of the heading, in the heading's order.
Placed = Sequence[Sequence[GridCell]]


def place(row: GridRow, leaves: Sequence[Leaf]) -> tuple[list[list[GridCell]], list[GridCell]]:
    """The cells of a row under their columns, and cells that stand under none.

    Cells go by the grid where their edges are those of the heading; where they are not, but there are as
    many cells as columns, by their order; else under the column in which they begin.
    """
    if len(row.cells) == len(leaves) and all(
        cell.column == leaf.start and cell.end == leaf.end
        for cell, leaf in zip(row.cells, leaves, strict=True)
    ):
        return [[cell] for cell in row.cells], []
    placed: list[list[GridCell]] = [[] for _ in leaves]
    starts, ends = {leaf.start for leaf in leaves}, {leaf.end for leaf in leaves}
    on_grid = all(cell.column in starts and cell.end in ends for cell in row.cells)
    if not on_grid and len(row.cells) == len(leaves):
        return [[cell] for cell in row.cells], []
    stray = []
    for cell in row.cells:
        at = _under(cell, leaves)
        placed[at].append(cell) if at is not None else stray.append(cell)
    return placed, stray


def _under(cell: GridCell, leaves: Sequence[Leaf]) -> int | None:
    begins = (at for at, leaf in enumerate(leaves) if leaf.start <= cell.column < leaf.end)
    touches = (at for at, leaf in enumerate(leaves) if leaf.start < cell.end and cell.column < leaf.end)
    return next(begins, next(touches, None))


def row_kind(placed: Placed, leaves: Sequence[Leaf], *, after_event: bool) -> RowKind:
    """What a row is; ``after_event``: an event stands above it that it could continue."""
    texts = [_joined(cells) for cells in placed]
    if not any(texts) and not _has_continued(placed):
        return RowKind.EMPTY
    if _is_heading(texts, leaves):
        return RowKind.HEADING
    if _are_column_numbers(texts):
        return RowKind.COLUMN_NUMBERS
    if _is_totals(texts, leaves):
        return RowKind.TOTALS
    if _is_section(placed, texts, leaves):
        return RowKind.SECTION
    if after_event and _continues_event(placed, texts, leaves):
        return RowKind.CONTINUATION
    return RowKind.EVENT


def _joined(cells: Sequence[GridCell]) -> str:
    text = cells[0].text if len(cells) == 1 else " ".join([cell.text for cell in cells])
    return " ".join(text.split())


def _has_continued(placed: Placed) -> bool:
    return any(cell.continues for cells in placed for cell in cells)


def _is_heading(texts: Sequence[str], leaves: Sequence[Leaf]) -> bool:
    """The heading again, as it stands on the next page of some tables; half of its words are enough."""
    told = [(text, leaf.text) for text, leaf in zip(texts, leaves, strict=True) if text]
    return (
        len(told) >= 2
        and all(f"{heading.lower()} ".startswith(f"{text.lower()} ") for text, heading in told)
        and sum(len(text) > 3 for text, _ in told) >= 2
    )


def _are_column_numbers(texts: Sequence[str]) -> bool:
    """«1 2 3 … 9», with or without signs around."""
    told = [text for text in texts if text]
    numbers = list(takewhile(bool, map(_NUMBER.fullmatch, told)))  # most rows end at their name
    if len(numbers) < max(_FEWEST_NUMBERS, len(told)):
        return False
    values = [int(match[1]) for match in numbers if match]
    return values == list(range(values[0], values[0] + len(values))) and values[0] in (0, 1, 2)


def _of(texts: Sequence[str], leaves: Sequence[Leaf], key: Heading) -> str:
    return " ".join([text for text, leaf in zip(texts, leaves, strict=True) if leaf.key is key and text])


def _is_totals(texts: Sequence[str], leaves: Sequence[Leaf]) -> bool:
    number, title = (_of(texts, leaves, key) for key in (Heading.NUMBER, Heading.TITLE))
    if _of(texts, leaves, Heading.DATE) or any(sign.isdigit() for sign in number):
        return False
    named = [text for text in (number, title) if text]
    if not named:
        named = [text for text in texts if text and not text.isdigit()]
    return any(_TOTALS.fullmatch(text) or _TOTAL_NUMBER.fullmatch(text) for text in named)


def _is_section(placed: Placed, texts: Sequence[str], leaves: Sequence[Leaf]) -> bool:
    """One cell alone in its row or behind «ІІ», such as «Постійні заходи»: (nearly) as wide as the table,
    or words under №, or known for a section's."""
    told = [at for at, text in enumerate(texts) if text]
    if len(told) == 2 and leaves[told[0]].key is Heading.NUMBER and _ROMAN.fullmatch(texts[told[0]]):
        del told[0]
    if (
        len(told) != 1
        or len(leaves) < _FEWEST_NUMBERS
        or any(cell.label for cells in placed for cell in cells)
    ):
        return False
    if _names_section(texts[told[0]], leaves[told[0]].key):
        return True
    cell = next(cell for cell in placed[told[0]] if cell.text.strip())
    covered = sum(leaf.start < cell.end and cell.column < leaf.end for leaf in leaves)
    return covered >= len(leaves) - 2 and covered > 1


def _names_section(text: str, key: Heading | None) -> bool:
    if len(text) > _LONGEST_SECTION:
        return False
    if key is Heading.NUMBER:
        return _WORD.search(text) is not None
    return key is Heading.TITLE and (_SECTION.fullmatch(text) is not None or names_events_of_period(text))


def _continues_event(placed: Placed, texts: Sequence[str], leaves: Sequence[Leaf]) -> bool:
    """The event above goes on: its № and name are merged down to here, or all that names one is blank."""
    if not any(leaf.key in _NAMING for leaf in leaves):
        return False
    if any(_of(texts, leaves, key) for key in _NAMING):
        named = _of(texts, leaves, Heading.NUMBER) or _of(texts, leaves, Heading.TITLE)
        return not named and _merged(placed, leaves, Heading.TITLE)
    if any(cell.label for cells in placed for cell in cells):
        return False
    return _merged(placed, leaves, Heading.TITLE) or not _has_continued(placed)


def _merged(placed: Placed, leaves: Sequence[Leaf], key: Heading) -> bool:
    return any(
        cell.continues
        for cells, leaf in zip(placed, leaves, strict=True)
        if leaf.key is key
        for cell in cells
    )

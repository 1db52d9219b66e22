"""Whether a table says again what another one said."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.importing.finding.found import Part
from courtcomms.importing.grid import GridRow

_NUMBER = 5


def is_bare(parts: Sequence[Part]) -> bool:
    """Whether no row of the parts is filled in."""
    return not any(_words(row) for part in parts for row in part.rows)


def repeats(part: Part, others: Sequence[Part]) -> bool:
    """Whether all rows of a part stand in one other part too; № does not count, nor do blank rows."""
    own = {words for row in part.rows if (words := _words(row))}
    return bool(own) and any(own <= {_words(row) for row in other.rows} for other in others)


def _words(row: GridRow) -> tuple[str, ...]:
    texts = (" ".join(cell.text.split()) for cell in row.cells)
    return tuple(text for text in texts if text and not (len(text) < _NUMBER and text.rstrip(".)").isdigit()))

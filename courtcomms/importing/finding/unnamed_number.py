"""A column of numbers before the first heading, over which nobody wrote «№»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from courtcomms.cells.headings import Heading
from courtcomms.importing.finding.table_head import Head, Leaf
from courtcomms.importing.grid import GridRow

_NUMBER = re.compile(r"\s*\d{1,4}\s*[.)]?\s*")
_ROWS_LOOKED_AT = 30


def with_number(head: Head, rows: Sequence[GridRow]) -> Head:
    """The heading with that column, if there is one in the rows below and no other column of numbers."""
    if Heading.NUMBER in head.keys:
        return head
    edge = head.leaves[0].start
    before = [
        cell for row in rows[:_ROWS_LOOKED_AT] for cell in row.cells if cell.end <= edge and cell.text.strip()
    ]
    starts = {cell.column for cell in before}
    if len(starts) != 1 or not all(_NUMBER.fullmatch(cell.text) for cell in before):
        return head
    return replace(head, leaves=(Leaf(starts.pop(), edge, "", Heading.NUMBER), *head.leaves))

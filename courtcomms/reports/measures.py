"""Measures of the page in the units of the Office formats."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

POINTS_PER_MM = 72 / 25.4
DXA_PER_POINT = 20
#: Left and right margin of a table's cell.
CELL_MARGIN_DXA = 57


def dxa(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * POINTS_PER_MM * DXA_PER_POINT)


def column_dxa(widths_mm: Sequence[float]) -> tuple[int, ...]:
    """Column widths whose sum is the rounded sum, not the sum of rounded widths."""
    edges = [dxa(edge) for edge in accumulate(widths_mm, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def half_points(points: float) -> int:
    """Word's measure of a font's size."""
    return round(points * 2)

"""Where the cells of a Word row stand in its table's grid: spans, widths, merges from above.

Word goes by the widths where spans say less than there is; the table's own ``tblGrid`` is not believed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from courtcomms.importing.docx.names import attribute, child, inside, name_of, number_of, value_of
from courtcomms.importing.files.xml_safe import Element

#: Word's own limit of columns.
_WIDEST_SPAN = 63
_NO_MARKS: Mapping[str, Element] = {}
#: How far two edges may lie apart and be one, in twentieths of a point: 1.5 mm.
_NEAR = 85


@dataclass(frozen=True, slots=True)
class Place:
    """A ``w:tc`` with its properties by name, its first grid column and how many it covers."""

    element: Element
    properties: Mapping[str, Element]
    column: int
    span: int


@dataclass(slots=True)
class TableState:
    """What a row must know of the rows above it in its table.

    ``merged`` are grid columns in which a vertical merge is open.
    """

    rows: int = 0
    merged: set[int] = field(default_factory=set)
    _columns: int = 0
    _edges: list[int] = field(default_factory=list)

    def places(self, row: Element, properties: Element | None) -> tuple[list[Place], bool]:
        """The row's cells, and whether a cell of it was deleted under tracked changes."""
        self.rows += 1
        found: list[Place] = []
        first = column = _span(value_of(properties, "gridBefore"), 0)
        deleted = False
        for item in inside(row, "tc"):
            own = child(item, "tcPr")
            marks = {name_of(mark.tag): mark for mark in own} if own is not None else _NO_MARKS
            if "w:cellDel" in marks:
                deleted = True
                continue
            span = _span(attribute(marks["w:gridSpan"], "val"), 1) if "w:gridSpan" in marks else 1
            found.append(Place(item, marks, column, span))
            column += span
        if column < self._columns:
            found = self._by_widths(found, properties) or found
        elif column > self._columns:
            self._columns = column
            self._edges = self._new_edges(found, first)
        return found, deleted

    def _new_edges(self, places: Sequence[Place], first: int) -> list[int]:
        """Where each grid column begins, if every cell tells its width and covers one column."""
        widths = [_width(place.properties.get("w:tcW")) for place in places]
        if first or None in widths or any(place.span > 1 for place in places):
            return []
        edges = [0]
        for width in widths:
            edges.append(edges[-1] + (width or 0))
        return edges

    def _by_widths(self, places: Sequence[Place], properties: Element | None) -> list[Place] | None:
        """The cells at the edges of the full row above; ``None`` where the widths do not tell."""
        at = _width(child(properties, "wBefore")) or 0 if properties is not None else 0
        column = self._column(at)
        moved: list[Place] = []
        for place in places:
            width = _width(place.properties.get("w:tcW"))
            end = self._column(at + width) if width is not None else None
            if column is None or width is None or end is None or end <= column:
                return None
            moved.append(Place(place.element, place.properties, column, end - column))
            at, column = at + width, end
        return moved

    def _column(self, at: int) -> int | None:
        if not self._edges:
            return None
        right = bisect_left(self._edges, at)
        near = [edge for edge in (right - 1, right) if 0 <= edge < len(self._edges)]
        best = min(near, key=lambda edge: abs(self._edges[edge] - at))
        return best if abs(self._edges[best] - at) <= _NEAR else None


def _width(found: Element | None) -> int | None:
    """A width in twentieths of a point; ``None`` where it is not told so."""
    if found is None or attribute(found, "type") not in (None, "dxa"):
        return None
    width = number_of(attribute(found, "w"), 0)
    return width if width > 0 else None


def _span(text: str | None, least: int) -> int:
    return max(least, min(number_of(text, least), _WIDEST_SPAN))

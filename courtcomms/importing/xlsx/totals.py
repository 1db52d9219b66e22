"""Totals rows of Excel's own tables: sums that Excel keeps under the data, no events."""

from __future__ import annotations

from courtcomms.importing.docx.names import number_of
from courtcomms.importing.files.package import Package, Relation
from courtcomms.importing.files.xml_safe import parse_small
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.xlsx.areas import Cells
from courtcomms.importing.xlsx.names import Area, local, read_area

_MOST_TABLES = 200


def drop_totals(cells: Cells, package: Package, relations: dict[str, Relation]) -> list[str]:
    """Take the totals rows of a sheet's tables out of its cells, in place; what was left, in Ukrainian."""
    told: list[str] = []
    parts = [item.target for item in relations.values() if item.type == "table" and package.has(item.target)]
    for part in parts[:_MOST_TABLES]:
        area = _totals(package, part)
        for row in range(area.top, area.bottom + 1) if area is not None else ():
            words = _dropped(cells, row, area) if area is not None else ""
            if words:
                told.append(f"Підсумковий рядок {row} не взято: «{words}».")
    return told


def _totals(package: Package, part: str) -> Area | None:
    root = parse_small(package.chunks(part))
    area = read_area(root.get("ref", "")) if root is not None and local(root) == "table" else None
    height = number_of(root.get("totalsRowCount"), 0) if root is not None else 0
    if area is None or not 0 < height <= area.bottom - area.top:
        return None
    return Area(max(area.bottom - min(height, 9) + 1, area.top), area.left, area.bottom, area.right)


def _dropped(cells: Cells, row: int, area: Area) -> str:
    known = cells.get(row, {})
    columns = [column for column in sorted(known) if area.left <= column <= area.right]
    words = shortened(" ".join(known.pop(column).text for column in columns))
    if not known:
        cells.pop(row, None)
    return words

"""A heading's cell that holds two headings, over one column or over two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from courtcomms.cells.headings import Heading, read_heading
from courtcomms.importing.finding.columns import column_of
from courtcomms.importing.finding.table_head import Head, Leaf
from courtcomms.importing.grid import GridRow
from courtcomms.importing.text_builder import shortened
from courtcomms.model import Column

#: Where one heading may end and another begin: a sign between them, or a capital after a blank.
_JOINT = re.compile(r"\s*[/;+]\s*|\s+(?=[А-ЩЮЯЄІЇҐ][а-щьюяєіїґ])")
_LONGEST = 200
_ROWS_LOOKED_AT = 30

Half = tuple[str, Heading]


def two_headings(text: str) -> tuple[Half, Half] | None:
    """Both headings of a cell that names two columns of the form; ``None`` for any other."""
    if len(text) > _LONGEST:
        return None
    for joint in _JOINT.finditer(text):
        left, right = text[: joint.start()], text[joint.end() :]
        one, other = read_heading(left), read_heading(right)
        if one is None or other is None or column_of(one) is column_of(other):
            continue
        # «Комунікаційна ціль Заходу»: a lone word behind a blank is the heading's own last one.
        if len(right.split()) > 1 or joint[0].strip():
            return (left, one), (right, other)
    return None


def divided(head: Head, rows: Sequence[GridRow]) -> Head:
    """The heading with each double cell over two columns of the rows made two."""
    leaves: list[Leaf] = []
    for leaf in head.leaves:
        halves = two_headings(leaf.text) if leaf.end - leaf.start > 1 else None
        edge = _inner_edge(leaf, rows) if halves is not None else None
        if halves is None or edge is None:
            leaves.append(leaf)
            continue
        (left, one), (right, other) = halves
        leaves += [Leaf(leaf.start, edge, left, one), Leaf(edge, leaf.end, right, other)]
    return head if len(leaves) == len(head.leaves) else replace(head, leaves=tuple(leaves))


def _inner_edge(leaf: Leaf, rows: Sequence[GridRow]) -> int | None:
    """Where the rows divide a column, if most of them do so at one place."""
    looked_at = [row for row in rows[:_ROWS_LOOKED_AT] if row.cells]
    edges = Counter(
        cell.column for row in looked_at for cell in row.cells if leaf.start < cell.column < leaf.end
    )
    if len(edges) != 1:
        return None
    ((edge, count),) = edges.items()
    return edge if 2 * count > len(looked_at) else None


def told_of_columns(head: Head) -> Iterator[str]:
    """Ukrainian sentences on columns that were taken together or could be two."""
    for leaf in head.leaves:
        halves = two_headings(leaf.text)
        if halves is not None and leaf.key is not None and not _stands_over_several(halves[0], head):
            yield (
                f"Колонка «{shortened(leaf.text)}» має два заголовки: усе з неї взято до колонки "
                f"«{_named(leaf.key, halves)}». Перевірте її."
            )
    taken: dict[Column, list[str]] = {}
    for leaf in head.leaves:
        if leaf.key is not None:
            taken.setdefault(column_of(leaf.key), []).append(leaf.text)
    for column, headings in taken.items():
        if len(headings) > 1 and column is not Column.MEDIA:
            names = ", ".join(f"«{shortened(heading)}»" for heading in headings)
            yield f"Колонки {names} взято разом, рядок під рядком: перевірте їх."


def _stands_over_several(half: Half, head: Head) -> bool:
    """«Учасники» over «Цільова аудиторія» and «Кількість» gathers them; each has its own words below."""
    return sum(leaf.text.startswith(half[0] + " ") for leaf in head.leaves) > 1


def _named(key: Heading, halves: tuple[Half, Half]) -> str:
    return next((text for text, own in halves if own is key), halves[0][0])

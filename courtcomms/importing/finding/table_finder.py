"""Finds the reports in a document, whatever their tables look like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from courtcomms.importing.finding.found import FoundReport, Part
from courtcomms.importing.finding.gather import gather
from courtcomms.importing.finding.lined_tables import lined_tables
from courtcomms.importing.finding.nested_tables import depths
from courtcomms.importing.finding.not_found import not_found
from courtcomms.importing.finding.turned_tables import turned_upright
from courtcomms.importing.grid import Block, Grid
from courtcomms.importing.text_builder import shortened

__all__ = ["FoundReport", "Part", "find_report", "find_reports"]


def find_reports(grid: Grid) -> tuple[FoundReport, ...]:
    """The reports of a document in their order, else its plan; at least one.

    Looked for in this order: free tables, tables inside other tables, tables typed as lines, tables on their
    side.

    Raises:
        Refusal: there is none; it says what was seen instead.
    """
    for blocks, told in _views(grid.blocks):
        found = gather(blocks)
        if found:
            if told:
                found[0].told.append(told)
            return tuple(found)
    raise not_found(grid.blocks)


def find_report(grid: Grid) -> FoundReport:
    """The first report of a document; it tells of the others.

    Raises:
        Refusal: as :func:`find_reports`.
    """
    first, *others = find_reports(grid)
    for other in others:
        table = other.parts[0].table
        name = f"на аркуші «{table.name}» " if table.name else ""
        words = shortened(" ".join([*other.title_lines, *(leaf.text for leaf in other.head.leaves)]))
        first.told.append(f"У документі є ще один звіт {name}(«{words}»): узято лише перший.")
    return first


def _views(blocks: Sequence[Block]) -> Iterator[tuple[Sequence[Block], str]]:
    """The document as it is and as it can be meant, each with what is to be told of that."""
    for opened in depths(blocks):
        yield opened, ""
    ways: tuple[tuple[Callable[[Sequence[Block]], tuple[Block, ...]], str], ...] = (
        (lined_tables, "Таблиці в документі немає: рядки з розділеними колонками прочитано як таблицю."),
        (turned_upright, "Таблиця стоїть боком: назви колонок у першому стовпці, заходи в наступних."),
    )
    for way, told in ways:
        for opened in depths(blocks):
            changed = way(opened)
            if changed != tuple(opened):
                yield changed, told

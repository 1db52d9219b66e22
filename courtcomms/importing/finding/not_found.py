"""A document without a report: what was seen in it instead."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.importing.files.refusal import Refusal
from courtcomms.importing.grid import Block, GridTable
from courtcomms.importing.text_builder import shortened
from courtcomms.plural import counted_rows, plural

#: Tables that are described one by one.
_MOST_TABLES = 3


def not_found(blocks: Sequence[Block]) -> Refusal:
    """The refusal for a document in which neither a report nor a plan stands."""
    tables = [block for block in blocks if isinstance(block, GridTable) and block.rows]
    return Refusal(
        f"не містить звіту за формою «Таблиця 1» ({_seen(blocks, tables)})",
        "Виберіть файл, у якому є таблиця звіту з рядком заголовків.",
    )


def _seen(blocks: Sequence[Block], tables: Sequence[GridTable]) -> str:
    if not tables:
        return "у ньому лише текст без таблиць" if blocks else "у ньому немає ні тексту, ні таблиць"
    number, sheets = len(tables), bool(tables[0].name)
    if sheets:
        counted = f"{number} {plural(number, 'аркуш', 'аркуші', 'аркушів')}"
        none = "але він не має" if number == 1 else "але жоден не має"
    else:
        counted = f"{number} {plural(number, 'таблиця', 'таблиці', 'таблиць')}"
        none = "але вона не має" if number == 1 else "але жодна не має"
    shown = [words for table in tables[:_MOST_TABLES] if (words := _described(table))]
    more = number - _MOST_TABLES
    rest = f" та ще {more}" if more > 0 and shown else ""
    listed = f"; перше, що видно: {'; '.join(shown)}{rest}" if shown else ""
    return f"у ньому {counted}, {none} колонок «Назва заходу» і «Дата проведення»{listed}"


def _described(table: GridTable) -> str:
    """The first row with several words, as it is the heading as a rule, and the number of rows."""
    told = [[cell.text for cell in row.cells if cell.text.strip()] for row in table.rows]
    filled = [row for row in told if row]
    first = next((row for row in filled if len(row) > 1), filled[0] if filled else [])
    if not first:
        return ""
    name = f"аркуш «{shortened(table.name)}»: " if table.name else ""
    return f"{name}«{shortened(' | '.join(first))}» ({counted_rows(len(filled))})"

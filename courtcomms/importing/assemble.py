"""From a document's grid to its reports: title, rows, and everything that is to be told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from courtcomms.importing.column_choice import chosen, shape_of
from courtcomms.importing.document import (
    NO_CHOICES,
    ImportedDocument,
    LeftKind,
    LeftOut,
    ReadingChoices,
    SourceFile,
)
from courtcomms.importing.grid import Grid
from courtcomms.importing.mapper import map_rows, source_columns
from courtcomms.importing.table_finder import FoundReport, find_report
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.title import Title, is_title_line, period_of_name, read_title
from courtcomms.importing.warning_list import WarningList
from courtcomms.period import Period
from courtcomms.plural import plural

#: Lines outside the table that are quoted in the warning, and those that are read at all.
_MOST_OUTSIDE = 8
_MOST_LOOKED_AT = 100


def document_of_grid(
    grid: Grid,
    source: SourceFile,
    name_stem: str,
    choices: ReadingChoices = NO_CHOICES,
    *,
    told: Sequence[str] = (),
) -> tuple[ImportedDocument, ...]:
    """Every report of a document (or, where there is none, its plan), in order; at least one.

    ``name_stem`` is the file's name, in which the period is looked for last. ``told`` are sentences of
    whoever read the file.

    Raises:
        Refusal: there is neither a report nor a plan; it says what was seen instead.
    """
    found = find_report(grid)
    parts = [replace(part, head=chosen(part.head, choices)) for part in found.parts]
    own_shape = shape_of(found.head)
    found = replace(found, parts=parts)
    warnings = WarningList()
    for sentence in told:
        warnings.add(sentence)
    rows = map_rows(found, warnings)
    if not rows:
        warnings.add("У таблиці звіту немає жодного заповненого рядка: звіт порожній.")
    title = _title(found, name_stem, warnings)
    for sentence in (*found.told, *grid.notes):
        warnings.add(sentence)
    left = _tell_outside(found, warnings)
    document = ImportedDocument(
        kind=found.head.kind,
        court=title.court,
        period=title.period,
        columns=source_columns(found),
        rows=tuple(rows),
        warnings=warnings.sentences(),
        source=source,
        left=left,
        shape=own_shape,
    )
    return (document,)


def _title(found: FoundReport, name_stem: str, warnings: WarningList) -> Title:
    title = read_title(found.title_lines)
    if title.court is None:
        warnings.add("Назви суду в заголовку документа не знайдено.")
    if title.period is not None and title.guessed:
        warnings.add(f"Період у заголовку прочитано з сумнівом: {title.period.name}. Перевірте його.")
    period = title.period or _period_of_names(found, name_stem, warnings)
    return Title(title.court, period)


def _period_of_names(found: FoundReport, name_stem: str, warnings: WarningList) -> Period | None:
    places = (("назви аркуша", found.parts[0].table.name), ("назви файла", name_stem))
    for place, name in places:
        period = period_of_name(name)
        if period is not None:
            warnings.add(f"Період у заголовку не знайдено, узято з {place}: {period.name}. Перевірте його.")
            return period
    warnings.add("Період звіту не знайдено: вкажіть його самі.")
    return None


def _tell_outside(found: FoundReport, warnings: WarningList) -> tuple[LeftOut, ...]:
    """Words around the table that are neither title nor rows, such as the signature."""
    lines = [line for line in (*found.title_lines, *found.outside) if line.strip()]
    outside = [line for line in lines[:_MOST_LOOKED_AT] if not is_title_line(line)]
    if not outside:
        return ()
    shown = "; ".join(f"«{shortened(line)}»" for line in outside[:_MOST_OUTSIDE])
    left = len(outside) + max(0, len(lines) - _MOST_LOOKED_AT) - _MOST_OUTSIDE
    more = f" та ще {left} {plural(left, 'рядок', 'рядки', 'рядків')}" if left > 0 else ""
    warnings.add(f"Текст поза таблицею не взято: {shown}{more}.")
    return tuple(LeftOut(LeftKind.TEXT, shortened(line), "поза таблицею") for line in outside)

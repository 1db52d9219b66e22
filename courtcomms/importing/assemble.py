"""From a document's grid to its reports: title, rows, and everything that is to be told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from courtcomms.importing.document import (
    NO_CHOICES,
    ImportedDocument,
    LeftKind,
    LeftOut,
    ReadingChoices,
    SourceFile,
)
from courtcomms.importing.finding.double_headings import told_of_columns
from courtcomms.importing.finding.found import FoundReport
from courtcomms.importing.finding.table_finder import find_reports
from courtcomms.importing.finding.title import Title, period_of_name, title_lines, year_of_name
from courtcomms.importing.grid import Grid
from courtcomms.importing.mapping.column_choice import chosen, shape_of
from courtcomms.importing.mapping.mapper import map_rows, source_columns
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.warning_list import WarningList
from courtcomms.plural import plural

#: Lines outside the table that are quoted in the warning, and those that are read at all.
_MOST_OUTSIDE = 8
_MOST_LOOKED_AT = 100
#: Characters of a line that is listed as left.
_LONGEST_LEFT = 300


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
    whoever read the file; they and what the grid itself left out are told with the first report.

    Raises:
        Refusal: there is neither a report nor a plan; it says what was seen instead.
    """
    reports = find_reports(grid)
    documents = []
    for part, found in enumerate(reports):
        first = part == 0
        warnings = WarningList()
        for sentence in told if first else ():
            warnings.add(sentence)
        document = _document(found, source, choices, warnings, name_stem, alone=len(reports) == 1)
        for sentence in grid.notes if first else ():
            warnings.add(sentence)
        around = _tell_outside(found, warnings)
        left = (*around, *document.left, *(_of_grid(grid) if first else ()))
        documents.append(
            replace(document, warnings=warnings.sentences(), left=left, part=part, parts=len(reports))
        )
    return tuple(documents)


def _document(
    found: FoundReport,
    source: SourceFile,
    choices: ReadingChoices,
    warnings: WarningList,
    name_stem: str,
    *,
    alone: bool,
) -> ImportedDocument:
    """One report with its rows; its warnings are still in ``warnings``."""
    shape = shape_of(found.head)
    found.parts = [replace(part, head=chosen(part.head, choices)) for part in found.parts]
    left: list[LeftOut] = []
    rows = map_rows(found, warnings, left)
    for sentence in told_of_columns(found.head):
        warnings.add(sentence)
    if not rows:
        warnings.add("У таблиці звіту немає жодного заповненого рядка: звіт порожній.")
    title = _title(found, name_stem, warnings, alone=alone)
    for sentence in found.told:
        warnings.add(sentence)
    return ImportedDocument(
        kind=found.head.kind,
        court=title.court,
        period=title.period,
        columns=source_columns(found),
        rows=tuple(rows),
        warnings=(),
        source=source,
        left=(*left, *found.left),
        shape=shape,
    )


def _title(found: FoundReport, name_stem: str, warnings: WarningList, *, alone: bool) -> Title:
    """The title with its period; the file's name tells that of a single report, or the year of all."""
    title = found.title
    if title.court is None:
        warnings.add("Назви суду в заголовку документа не знайдено.")
    if title.period is not None and not found.source and title.guessed:
        warnings.add(f"Період у заголовку прочитано з сумнівом: {title.period.name}. Перевірте його.")
        return title
    place = found.source
    if title.period is None:
        year, named = year_of_name(name_stem), period_of_name(name_stem)
        title = title.with_year(year) if year is not None else title
        if title.period is None and title.part is None and alone:
            title = replace(title, period=named)
        place = f"{place} й файла" if place else "назви файла"
    if title.period is None and title.part is not None:
        warnings.add("Року звітного періоду не прочитано: вкажіть період самі.")
    elif title.period is None:
        warnings.add("Період звіту не знайдено: вкажіть його самі.")
    elif place:
        warnings.add(f"Період у заголовку не знайдено, узято з {place}: {title.period.name}. Перевірте його.")
    return title


def _tell_outside(found: FoundReport, warnings: WarningList) -> list[LeftOut]:
    """Words around the table that are neither title nor rows, such as the signature."""
    lines = [line for line in (*found.above, *found.around) if line.text.strip()]
    said = title_lines([line.text for line in lines[:_MOST_LOOKED_AT]], found.title)
    outside = [line for at, line in enumerate(lines) if at not in said]
    if not outside:
        return []
    shown = "; ".join(f"«{shortened(line.text)}»" for line in outside[:_MOST_OUTSIDE])
    left = len(outside) - _MOST_OUTSIDE
    more = f" та ще {left} {plural(left, 'рядок', 'рядки', 'рядків')}" if left > 0 else ""
    warnings.add(f"Текст поза таблицею не взято: {shown}{more}.")
    return [LeftOut(LeftKind.TEXT, _cut(line.text), line.place) for line in outside]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_LEFT else f"{text[: _LONGEST_LEFT - 1]}…"


def _of_grid(grid: Grid) -> list[LeftOut]:
    """What the reader of the file saw and could not put into the grid."""
    return [LeftOut(LeftKind(left.kind), _cut(left.text), left.place) for left in grid.left]

"""From the found table to rows of nine cells, with a warning for whatever is left or doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from courtcomms.cells.typography import is_blank
from courtcomms.importing.anchors import cell_links
from courtcomms.importing.columns import ColumnPlan, RowCells
from courtcomms.importing.document import ImportedRow, ShownLink, SourceColumn
from courtcomms.importing.grid import GridCell, GridRow
from courtcomms.importing.link_list import ListedLinks, with_listed
from courtcomms.importing.row_kinds import RowKind, place, row_kind
from courtcomms.importing.table_finder import FoundReport, Part
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.warning_list import WarningList
from courtcomms.model import Anchor, Cells, Column


def map_rows(found: FoundReport, warnings: WarningList) -> list[ImportedRow]:
    """The events of the found report in the order of the document; warnings are added as they arise."""
    mapper = _Mapper(warnings, found.listed)
    for part in found.parts:
        mapper.take(part)
    return mapper.finish()


def source_columns(found: FoundReport) -> tuple[SourceColumn, ...]:
    """Each column of the (first) table and what it was taken for."""
    leaves = found.head.leaves
    return tuple(
        SourceColumn(at, leaf.text, leaf.key.value if leaf.key else None) for at, leaf in enumerate(leaves)
    )


@dataclass(slots=True)
class _Draft:
    """An event being put together. ``repeated``: columns whose cell is merged with the row above."""

    plan: ColumnPlan
    cells: RowCells
    repeated: list[int] = field(default_factory=list)
    place: str = ""
    doubts: list[str] = field(default_factory=list)


class _Mapper:
    def __init__(self, warnings: WarningList, listed: ListedLinks) -> None:
        self._warnings = warnings
        self._listed = listed
        self._drafts: list[_Draft] = []
        self._above: RowCells = []
        self._empty_rows = 0
        self._empty_after: list[int] = []

    def take(self, part: Part) -> None:
        """Take the rows of one table of the report."""
        plan = ColumnPlan(part.head.leaves)
        self._above = [[] for _ in plan.leaves]
        hidden: list[int] = []
        last = 0
        for row in part.rows:
            self._empty_rows += max(0, row.index - last - 1) if last else 0
            last = row.index
            if self._take_row(row, plan, part) and row.hidden:
                hidden.append(row.index)
        self._tell_hidden(part, hidden)

    def _take_row(self, row: GridRow, plan: ColumnPlan, part: Part) -> bool:
        """Whether the row was taken as (a part of) an event."""
        placed, stray = place(row, plan.leaves)
        kind = row_kind(placed, plan.leaves, after_event=bool(self._drafts))
        self._tell_stray(stray)
        if kind is RowKind.EVENT:
            self._take_event(placed, plan, part.place_of(row))
        elif kind is RowKind.CONTINUATION:
            self._continue_event(placed)
        else:
            self._leave_row(kind, row)
        return kind in (RowKind.EVENT, RowKind.CONTINUATION)

    def _take_event(self, placed: RowCells, plan: ColumnPlan, where: str) -> None:
        """A cell merged down from the row above holds for this row too."""
        merged = [any(cell.continues for cell in cells) for cells in placed]
        cells = [self._above[at] if merged[at] else placed[at] for at in range(len(placed))]
        repeated = [
            at for at, own in enumerate(cells) if merged[at] and any(cell.text.strip() for cell in own)
        ]
        if self._empty_rows and self._drafts:
            self._empty_after.append(len(self._drafts))
        self._empty_rows = 0
        self._above = cells
        self._drafts.append(_Draft(plan, cells, repeated, where))

    def _continue_event(self, placed: RowCells) -> None:
        draft = self._drafts[-1]
        more = [[cell for cell in cells if not cell.continues and cell.text.strip()] for cells in placed]
        draft.cells = [[*known, *added] for known, added in zip(draft.cells, more, strict=True)]
        name = draft.plan.row_name(draft.cells, len(self._drafts))
        self._warnings.add(
            f"{name}: запис продовжується в наступному рядку таблиці, частини з'єднано.", "continued"
        )
        joined = "Запис продовжується в наступному рядку таблиці: частини з'єднано."
        if joined not in draft.doubts:
            draft.doubts.append(joined)

    def _leave_row(self, kind: RowKind, row: GridRow) -> None:
        words = shortened(_words(row.cells))
        if kind is RowKind.EMPTY:
            self._empty_rows += 1
        elif kind is RowKind.TOTALS:
            self._warnings.add(f"Підсумковий рядок не взято як захід: «{words}».", "rows")
        elif kind is RowKind.SECTION:
            self._warnings.add(f"Рядок-заголовок розділу не взято як захід: «{words}».", "rows")
        for note in (note for cell in row.cells for note in cell.notes):
            self._warnings.add(f"Рядок {row.index} таблиці, не захід: {note}.", "notes")

    def _tell_stray(self, stray: Sequence[GridCell]) -> None:
        words = shortened(_words(stray))
        if words:
            self._warnings.add(f"Текст поза колонками таблиці не взято: «{words}».", "stray")

    def _tell_hidden(self, part: Part, rows: Sequence[int]) -> None:
        if rows:
            shown = ", ".join(map(str, rows[:10])) + (f" та ще {len(rows) - 10}" if len(rows) > 10 else "")
            self._warnings.add(
                f"Приховані рядки таблиці ({shown}) теж імпортовано: перевірте, чи вони потрібні."
            )
        for leaf in part.head.leaves:
            if leaf.start in part.table.hidden_columns:
                self._warnings.add(
                    f"Прихований стовпець «{shortened(leaf.text)}» теж імпортовано: перевірте його."
                )

    def finish(self) -> list[ImportedRow]:
        """All events as rows of nine cells."""
        self._drop_numbered_tail()
        if len(self._drafts) == 1 and self._drafts[0].plan.says_nothing(self._drafts[0].cells):
            return []
        for number in self._empty_after:
            if number < len(self._drafts):
                draft = self._drafts[number - 1]
                name = draft.plan.row_name(draft.cells, number)
                self._warnings.add(f"Після місця «{name}» пропущено порожні рядки таблиці.", "empty")
        return [self._row(draft, number) for number, draft in enumerate(self._drafts, 1)]

    def _drop_numbered_tail(self) -> None:
        """Rows at the end that were prepared with a number and never filled in are no events."""
        dropped = 0
        while self._drafts and self._drafts[-1].plan.is_only_numbered(self._drafts[-1].cells):
            self._drafts.pop()
            dropped += 1
        if dropped:
            self._warnings.add(f"Незаповнених рядків з номером у кінці таблиці пропущено: {dropped}.")

    def _row(self, draft: _Draft, number: int) -> ImportedRow:
        name = draft.plan.row_name(draft.cells, number)
        own_number = draft.plan.combined(Column.NUMBER, draft.cells).text.strip()
        texts: dict[str, str] = {}
        anchors: list[Anchor] = []
        links: list[tuple[ShownLink, ...]] = []
        for column in Column:
            cell = draft.plan.combined(column, draft.cells)
            heading = draft.plan.names[column]
            listed = self._listed.get((own_number, column), [])
            cell = with_listed(cell, listed) if listed else cell
            understood = cell_links(column, cell.text, cell.links)
            texts[column.value] = cell.text
            anchors += understood.anchors
            links.append(understood.shown)
            for note in (*cell.notes, *understood.notes):
                self._warnings.add(f"{name}, колонка «{heading}»: {note}.", note[:16])
        self._tell_repeated(draft, name)
        self._tell_dropped(draft, name)
        return ImportedRow(
            Cells(**texts, anchors=tuple(anchors)), tuple(links), draft.place, tuple(draft.doubts)
        )

    def _tell_repeated(self, draft: _Draft, name: str) -> None:
        for at in draft.repeated:
            heading = shortened(draft.plan.leaves[at].text)
            self._warnings.add(
                f"{name}, колонка «{heading}»: повторено текст клітинки, об'єднаної з рядком вище.", "merged"
            )
            draft.doubts.append(f"Колонка «{heading}»: повторено текст клітинки, об'єднаної з рядком вище.")

    def _tell_dropped(self, draft: _Draft, name: str) -> None:
        for at in draft.plan.dropped:
            words = shortened(_words(draft.cells[at]))
            if not is_blank(words):
                heading = shortened(draft.plan.leaves[at].text)
                self._warnings.add(
                    f"{name}: текст зайвої колонки «{heading}» не взято: «{words}».", f"column {at}"
                )


def _words(cells: Iterable[GridCell]) -> str:
    return " ".join(cell.text for cell in cells if cell.text.strip())

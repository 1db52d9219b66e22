"""From the found table to rows of nine cells, with a warning for whatever is left or doubtful."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.importing.document import ImportedRow, LeftKind, LeftOut, SourceColumn
from courtcomms.importing.finding.columns import ColumnPlan, RowCells
from courtcomms.importing.finding.found import FoundReport, Part
from courtcomms.importing.finding.link_list import ListedLinks
from courtcomms.importing.finding.row_kinds import RowKind, place, row_kind
from courtcomms.importing.grid import GridCell, GridRow
from courtcomms.importing.mapping.doubts import ill_fitting
from courtcomms.importing.mapping.drafts import Draft, words_of
from courtcomms.importing.mapping.made_rows import RowMaker
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.warning_list import WarningList


def map_rows(
    found: FoundReport, warnings: WarningList, left: list[LeftOut] | None = None
) -> list[ImportedRow]:
    """The events of the found report in the order of the document; warnings are added as they arise.

    What no row holds is added to ``left``.
    """
    mapper = _Mapper(warnings, found.listed, left if left is not None else [])
    for part in found.parts:
        mapper.take(part)
    return mapper.finish()


def source_columns(found: FoundReport) -> tuple[SourceColumn, ...]:
    """Each column of the (first) table and what it was taken for."""
    leaves = found.head.leaves
    return tuple(
        SourceColumn(at, leaf.text, leaf.key.value if leaf.key else None) for at, leaf in enumerate(leaves)
    )


_TOLD = {RowKind.TOTALS: "Підсумковий рядок", RowKind.SECTION: "Рядок-заголовок розділу"}


class _Mapper:
    def __init__(self, warnings: WarningList, listed: ListedLinks, left: list[LeftOut]) -> None:
        self._warnings = warnings
        self._listed = listed
        self._left = left
        self._drafts: list[Draft] = []
        self._above: RowCells = []
        self._empty_rows = 0
        self._empty_after: list[int] = []

    def take(self, part: Part) -> None:
        """Take the rows of one table of the report."""
        plan = ColumnPlan(part.head.leaves)
        if len(self._above) != len(plan.leaves):  # a merge may go on from the table before
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
        where = part.place_of(row)
        self._tell_stray(stray, where)
        if kind is RowKind.EVENT:
            self._take_event(placed, plan, where)
            self._doubt_fit(ill_fitting(row, plan.leaves, stray, sheet=bool(part.table.name)))
        elif kind is RowKind.CONTINUATION:
            self._continue_event(placed, plan)
        else:
            self._leave_row(kind, row, where)
        return kind in (RowKind.EVENT, RowKind.CONTINUATION)

    def _doubt_fit(self, sentence: str) -> None:
        if sentence:
            self._drafts[-1].doubt(sentence)

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
        self._drafts.append(Draft(plan, cells, repeated, where))

    def _continue_event(self, placed: RowCells, plan: ColumnPlan) -> None:
        draft = self._drafts[-1]
        more = [[cell for cell in cells if not cell.continues and cell.text.strip()] for cells in placed]
        draft.go_on(plan, more)
        name = draft.plan.row_name(draft.cells, len(self._drafts))
        sentence = "апис продовжується в наступному рядку таблиці, частини з'єднано."
        self._warnings.add(f"{name}: з{sentence}", "continued")
        draft.doubt(f"З{sentence}")

    def _leave_row(self, kind: RowKind, row: GridRow, where: str) -> None:
        words = shortened(words_of(row.cells))
        if kind is RowKind.EMPTY:
            self._empty_rows += 1
        elif kind in _TOLD:
            self._warnings.add(f"{_TOLD[kind]} не взято як захід: «{words}».", "rows")
            self._left.append(LeftOut(LeftKind.ROW, words, where))
        for note in (note for cell in row.cells for note in cell.notes):
            self._warnings.add(f"Рядок {row.index} таблиці, не захід: {note}.", "notes")

    def _tell_stray(self, stray: Sequence[GridCell], where: str) -> None:
        words = shortened(words_of(stray))
        if words:
            self._warnings.add(f"Текст поза колонками таблиці не взято: «{words}».", "stray")
            self._left.append(LeftOut(LeftKind.TEXT, words, where))

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
        maker = RowMaker(self._warnings, self._listed)
        rows = [maker.row(draft, number) for number, draft in enumerate(self._drafts, 1)]
        self._left += maker.left_columns()
        return rows

    def _drop_numbered_tail(self) -> None:
        """Rows at the end that were prepared with a number and never filled in are no events."""
        dropped = 0
        while self._drafts and self._drafts[-1].plan.is_only_numbered(self._drafts[-1].cells):
            draft = self._drafts.pop()
            self._left.append(LeftOut(LeftKind.ROW, "лише номер", draft.place))
            dropped += 1
        if dropped:
            self._warnings.add(f"Незаповнених рядків з номером у кінці таблиці пропущено: {dropped}.")

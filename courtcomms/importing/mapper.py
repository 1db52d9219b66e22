"""From the found table to rows of nine cells, with a warning for whatever is left or doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from courtcomms.cells.headings import Heading
from courtcomms.cells.typography import is_blank, trim_layout
from courtcomms.importing.anchors import cell_links
from courtcomms.importing.document import ImportedRow, ShownLink, SourceColumn
from courtcomms.importing.grid import GridCell, GridLink, GridRow
from courtcomms.importing.row_kinds import RowKind, place, row_kind
from courtcomms.importing.table_finder import FoundReport, Part
from courtcomms.importing.table_head import Leaf
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.warning_list import WarningList
from courtcomms.model import Anchor, Cells, Column

_MEDIA = frozenset({Heading.MEDIA, Heading.MEDIA_COUNT, Heading.MEDIA_LINKS})


def map_rows(found: FoundReport, warnings: WarningList) -> list[ImportedRow]:
    """The events of the found report in the order of the document; warnings are added as they arise."""
    mapper = _Mapper(warnings)
    for part in found.parts:
        mapper.take(part)
    return mapper.finish()


def source_columns(found: FoundReport) -> tuple[SourceColumn, ...]:
    """Each column of the (first) table and what it was taken for."""
    leaves = found.head.leaves
    return tuple(
        SourceColumn(at, leaf.text, leaf.key.value if leaf.key else None) for at, leaf in enumerate(leaves)
    )


def column_of(key: Heading) -> Column:
    """The column of the form that a heading's column goes into."""
    return Column.MEDIA if key in _MEDIA else Column(key.value)


@dataclass(slots=True)
class _Draft:
    """An event being put together: the source cells under each column of its table."""

    leaves: Sequence[Leaf]
    cells: list[list[GridCell]]
    repeated: list[int] = field(default_factory=list)


class _Mapper:
    def __init__(self, warnings: WarningList) -> None:
        self._warnings = warnings
        self._drafts: list[_Draft] = []
        self._above: list[list[GridCell]] = []
        self._empty_rows = 0
        self._empty_before: list[int] = []

    def take(self, part: Part) -> None:
        """Take the rows of one table of the report."""
        self._above = [[] for _ in part.head.leaves]
        hidden = []
        last = 0
        for row in part.rows:
            self._empty_rows += max(0, row.index - last - 1) if last else 0
            last = row.index
            if self._take_row(row, part.head.leaves) and row.hidden:
                hidden.append(row.index)
        if hidden:
            self._warnings.add(
                f"Приховані рядки таблиці ({_numbers(hidden)}) теж імпортовано: перевірте, чи вони потрібні."
            )
        shown_columns = (leaf.text for leaf in part.head.leaves if leaf.start in part.table.hidden_columns)
        for heading in shown_columns:
            self._warnings.add(f"Прихований стовпець «{shortened(heading)}» теж імпортовано: перевірте його.")

    def _take_row(self, row: GridRow, leaves: Sequence[Leaf]) -> bool:
        placed, stray = place(row, leaves)
        kind = row_kind(placed, leaves, after_event=bool(self._drafts))
        self._tell_stray(stray)
        if kind is RowKind.EVENT:
            self._take_event(placed, leaves)
            return True
        if kind is RowKind.CONTINUATION:
            self._continue_event(placed)
            return True
        if kind is RowKind.EMPTY:
            self._empty_rows += 1
        elif kind in (RowKind.TOTALS, RowKind.SECTION):
            self._tell_row(kind, placed)
        return False

    def _take_event(self, placed: list[list[GridCell]], leaves: Sequence[Leaf]) -> None:
        """A cell merged down from the row above holds for this row too."""
        draft = _Draft(leaves, [])
        for at, cells in enumerate(placed):
            if any(cell.continues for cell in cells):
                draft.cells.append(self._above[at])
                if any(cell.text.strip() for cell in self._above[at]):
                    draft.repeated.append(at)
            else:
                draft.cells.append(cells)
        self._above = draft.cells
        if self._empty_rows and self._drafts:
            self._empty_before.append(len(self._drafts))
        self._empty_rows = 0
        self._drafts.append(draft)

    def _continue_event(self, placed: list[list[GridCell]]) -> None:
        draft = self._drafts[-1]
        more = [[cell for cell in cells if not cell.continues and cell.text.strip()] for cells in placed]
        draft.cells = [[*known, *added] for known, added in zip(draft.cells, more, strict=True)]
        place_name = _row_name(draft, len(self._drafts))
        self._warnings.add(
            f"{place_name}: запис продовжується в наступному рядку таблиці, частини з'єднано.", "continued"
        )

    def _tell_row(self, kind: RowKind, placed: list[list[GridCell]]) -> None:
        words = shortened(" ".join(cell.text for cells in placed for cell in cells if cell.text.strip()))
        name = "Підсумковий рядок" if kind is RowKind.TOTALS else "Рядок-заголовок розділу"
        self._warnings.add(f"{name} не взято як захід: «{words}».", "rows")

    def _tell_stray(self, stray: list[GridCell]) -> None:
        words = shortened(" ".join(cell.text for cell in stray if cell.text.strip()))
        if words:
            self._warnings.add(f"Текст поза колонками таблиці не взято: «{words}».", "stray")

    def finish(self) -> list[ImportedRow]:
        """All events as rows of nine cells."""
        self._drop_numbered_tail()
        for number in self._empty_before:
            if number < len(self._drafts):
                name = _row_name(self._drafts[number - 1], number)
                self._warnings.add(f"Після місця «{name}» пропущено порожні рядки таблиці.", "empty")
        return [self._row(draft, number) for number, draft in enumerate(self._drafts, 1)]

    def _drop_numbered_tail(self) -> None:
        """Rows at the end that were prepared with a number and never filled in are no events."""
        dropped = 0
        while self._drafts and _only_numbered(self._drafts[-1]):
            self._drafts.pop()
            dropped += 1
        if dropped:
            self._warnings.add(f"Незаповнених рядків з номером у кінці таблиці пропущено: {dropped}.")

    def _row(self, draft: _Draft, number: int) -> ImportedRow:
        name = _row_name(draft, number)
        texts: dict[str, str] = {}
        anchors: list[Anchor] = []
        links: list[tuple[ShownLink, ...]] = []
        for column in Column:
            cell = _combined(column, draft)
            understood = cell_links(column, cell.text, cell.links)
            texts[column.value] = cell.text
            anchors += understood.anchors
            links.append(understood.shown)
            for note in (*cell.notes, *understood.notes):
                self._warnings.add(
                    f"{name}, колонка «{_heading(draft, column)}»: {note}.", note.split(":")[0][:20]
                )
        self._tell_repeated(draft, name)
        self._tell_dropped(draft, name)
        return ImportedRow(Cells(**texts, anchors=tuple(anchors)), tuple(links))

    def _tell_repeated(self, draft: _Draft, name: str) -> None:
        for at in draft.repeated:
            heading = shortened(draft.leaves[at].text)
            self._warnings.add(
                f"{name}, колонка «{heading}»: повторено текст клітинки, об'єднаної з рядком вище.", "merged"
            )

    def _tell_dropped(self, draft: _Draft, name: str) -> None:
        for leaf, cells in zip(draft.leaves, draft.cells, strict=True):
            words = shortened(" ".join(cell.text for cell in cells))
            if leaf.key is None and not is_blank(words):
                self._warnings.add(
                    f"{name}: текст зайвої колонки «{shortened(leaf.text)}» не взято: «{words}».",
                    f"column {leaf.text}",
                )


def _combined(column: Column, draft: _Draft) -> GridCell:
    """All source cells that belong to one column of the form, as one cell."""
    parts = [
        (leaf, cell)
        for leaf, cells in zip(draft.leaves, draft.cells, strict=True)
        if leaf.key is not None and column_of(leaf.key) is column
        for cell in cells
    ]
    told = [cell for _, cell in parts if cell.text.strip()]
    if len({leaf.start for leaf, _ in parts}) > 1 and any(not is_blank(cell.text) for cell in told):
        told = [cell for cell in told if not is_blank(cell.text)]
    elif len({leaf.start for leaf, _ in parts}) > 1:
        told = told[:1]
    label = next((cell.label for _, cell in parts if cell.label), "") if column is Column.NUMBER else ""
    joined = _joined(told) if told else GridCell(0, label)
    notes = tuple(note for _, cell in parts for note in cell.notes)
    return replace(joined, notes=notes)


def _joined(cells: Sequence[GridCell]) -> GridCell:
    text, links = "", []
    for cell in cells:
        trimmed = trim_layout(cell.text)
        text += "\n" if text else ""
        shift = len(text) - cell.text.index(trimmed)
        links += [_shifted(link, shift, len(text), len(text) + len(trimmed)) for link in cell.links]
        text += trimmed
    return GridCell(0, text, links=tuple(links))


def _shifted(link: GridLink, by: int, least: int, most: int) -> GridLink:
    start, end = (min(max(at + by, least), most) for at in (link.start, link.end))
    return GridLink(link.target, start, end)


def _only_numbered(draft: _Draft) -> bool:
    filled = [
        leaf.key
        for leaf, cells in zip(draft.leaves, draft.cells, strict=True)
        for cell in cells
        if cell.text.strip()
    ]
    return all(key is Heading.NUMBER for key in filled)


def _row_name(draft: _Draft, number: int) -> str:
    own = shortened(_combined(Column.NUMBER, draft).text).strip(" .)")
    return f"Рядок № {own}" if own.isdigit() else f"Рядок {number}"


def _heading(draft: _Draft, column: Column) -> str:
    names = (leaf.text for leaf in draft.leaves if leaf.key is not None and column_of(leaf.key) is column)
    return shortened(next(names, column.value))


def _numbers(values: Sequence[int]) -> str:
    shown = ", ".join(map(str, values[:10]))
    return shown + (f" та ще {len(values) - 10}" if len(values) > 10 else "")

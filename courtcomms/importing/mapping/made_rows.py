"""Finished rows of nine cells, with what is to be told of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from courtcomms.cells.typography import is_blank
from courtcomms.importing.document import ImportedRow, LeftKind, LeftOut, ShownLink
from courtcomms.importing.finding.columns import row_name
from courtcomms.importing.finding.link_list import ListedLinks, with_listed
from courtcomms.importing.mapping.anchors import cell_links
from courtcomms.importing.mapping.doubts import shifted_cells
from courtcomms.importing.mapping.drafts import Draft, words_of
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.warning_list import WarningList
from courtcomms.model import Anchor, Cells, Column
from courtcomms.plural import counted_rows

_MOST_QUOTED = 5
_COLUMNS = tuple(Column)


@dataclass(slots=True)
class _LeftColumn:
    """A column that is not taken: where it first stands, some of its words, how many cells say something."""

    place: str
    words: list[str] = field(default_factory=list)
    count: int = 0


class RowMaker:
    """Makes rows of drafts; warnings are added as they arise."""

    def __init__(self, warnings: WarningList, listed: ListedLinks) -> None:
        self._warnings = warnings
        self._listed = listed
        self._columns: dict[str, _LeftColumn] = {}

    def row(self, draft: Draft, number: int) -> ImportedRow:
        """The event with its links; ``number`` is its place among the events, from 1."""
        combined = {column: draft.plan.combined(column, draft.cells) for column in _COLUMNS}
        own_number = combined[Column.NUMBER].text.strip()
        name = row_name(own_number, number)
        texts: dict[str, str] = {}
        anchors: list[Anchor] = []
        links: list[tuple[ShownLink, ...]] = []
        for column, cell in combined.items():
            listed = self._listed.get((own_number, column), []) if self._listed else []
            cell = with_listed(cell, listed) if listed else cell
            understood = cell_links(column, cell.text, cell.links)
            texts[column] = cell.text
            anchors += understood.anchors
            links.append(understood.shown)
            for note in (*cell.notes, *understood.notes):
                heading = draft.plan.names[column]
                self._warnings.add(f"{name}, колонка «{heading}»: {note}.", note[:16])
        self._tell_repeated(draft, name)
        self._tell_dropped(draft, name)
        cells = Cells(**texts, anchors=tuple(anchors))
        for sentence in shifted_cells(cells):
            draft.doubt(sentence)
        return ImportedRow(cells, tuple(links), draft.place, tuple(draft.doubts))

    def _tell_repeated(self, draft: Draft, name: str) -> None:
        for at in draft.repeated:
            heading = shortened(draft.plan.leaves[at].text)
            words = f"колонка «{heading}»: повторено текст клітинки, об'єднаної з рядком вище."
            self._warnings.add(f"{name}, {words}", "merged")
            draft.doubt(f"К{words[1:]}")

    def _tell_dropped(self, draft: Draft, name: str) -> None:
        for at in draft.plan.dropped:
            words = shortened(words_of(draft.cells[at]))
            if not is_blank(words):
                heading = shortened(draft.plan.leaves[at].text)
                self._warnings.add(
                    f"{name}: текст зайвої колонки «{heading}» не взято: «{words}».", f"column {at}"
                )
                where = draft.place.rpartition(",")[0]
                left = self._columns.setdefault(
                    heading, _LeftColumn(f"{where}, колонка {at + 1}".lstrip(", "))
                )
                left.count += 1
                left.words += [words] if len(left.words) < _MOST_QUOTED else []

    def left_columns(self) -> Iterator[LeftOut]:
        """The columns that were not taken although they say something."""
        for heading, left in self._columns.items():
            more = f" … (усього {counted_rows(left.count)})" if left.count > len(left.words) else ""
            yield LeftOut(LeftKind.COLUMN, f"{heading}: {'; '.join(left.words)}{more}", left.place)

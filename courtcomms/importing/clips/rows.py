"""Copied rows as rows of the register: which column is what, which rows are taken, what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from courtcomms.cells.headings import Heading
from courtcomms.importing.clips.clipboard import TOO_NARROW
from courtcomms.importing.finding.columns import column_of
from courtcomms.importing.finding.row_kinds import RowKind, place, row_kind
from courtcomms.importing.finding.table_finder import FoundReport, Part
from courtcomms.importing.mapping.mapper import map_rows
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.warning_list import WarningList
from courtcomms.model import Cells, Column
from courtcomms.plural import plural

#: Rows at the top of a table that are looked at for the numbers of columns.
_LOOKED_AT = 5
_MOST_QUOTED = 6


@dataclass(frozen=True, slots=True)
class SourceOfColumn:
    """A copied column: its heading, empty where it has none, and the column of the form it seems to be."""

    heading: str
    column: Column | None


@dataclass(frozen=True, slots=True)
class RowsPlan:
    """What adding the rows would do: ``rows`` in order, and what is left out, in Ukrainian sentences.

    ``sources`` has for each row the texts of all copied columns, whether they are taken or not.
    """

    rows: tuple[Cells, ...]
    sources: tuple[tuple[str, ...], ...]
    told: tuple[str, ...]


class CopiedRows:
    """The rows of what was copied. Reading them again with other columns changes nothing here.

    ``headed``: a heading told the columns; else they were guessed.
    """

    def __init__(self, found: FoundReport, notes: Sequence[str], *, headed: bool) -> None:
        self._found = found
        self._notes = notes
        self.headed = headed
        self.columns = _sources(found, headed=headed)

    @property
    def guess(self) -> tuple[Column | None, ...]:
        """The column that each copied column seems to be."""
        return tuple(source.column for source in self.columns)

    def plan(self, choice: Sequence[Column | None] | None = None) -> RowsPlan:
        """The rows by the user's choice of columns (``None`` is not taken), by default the guessed ones.

        Copied columns that go into one are joined line by line.
        """
        found = self._chosen(choice) if choice is not None else self._found
        warnings = _Quiet()
        rows = tuple(row.cells for row in map_rows(found, warnings))
        told = [*_tell_around(found), *_tell_numbers(found), *_tell_narrow(rows), *found.told, *self._notes]
        told += warnings.sentences()
        return RowsPlan(rows, tuple(_source_texts(found))[: len(rows)], tuple(told))

    def _chosen(self, choice: Sequence[Column | None]) -> FoundReport:
        keys = [Heading(column.value) if column is not None else None for column in choice]
        own = [leaf.key for leaf in self._found.head.leaves]
        # The two halves of the media column stay what they are as long as the user leaves them there.
        keys = [
            before if before is not None and key is not None and column_of(before) is column_of(key) else key
            for before, key in zip(own, keys, strict=True)
        ]
        return replace(self._found, parts=[_with_keys(part, keys) for part in self._found.parts])


class _Quiet(WarningList):
    """Columns that the user does not take are seen in the preview; each of their cells need not be told."""

    def add(self, sentence: str, sort: str = "") -> None:
        if not sort.startswith("column "):
            super().add(sentence, sort)


def _sources(found: FoundReport, *, headed: bool) -> tuple[SourceOfColumn, ...]:
    return tuple(
        SourceOfColumn(leaf.text if headed else "", column_of(leaf.key) if leaf.key is not None else None)
        for leaf in found.head.leaves
    )


def _with_keys(part: Part, keys: Sequence[Heading | None]) -> Part:
    """A part read by other columns; a part with columns of its own keeps them."""
    if len(part.head.leaves) != len(keys):
        return part
    leaves = tuple(replace(leaf, key=key) for leaf, key in zip(part.head.leaves, keys, strict=True))
    return replace(part, head=replace(part.head, leaves=leaves))


def _source_texts(found: FoundReport) -> Iterator[tuple[str, ...]]:
    """The copied texts of each row that is an event, in the columns of the first part."""
    width = len(found.head.leaves)
    texts: list[str] | None = None
    for part in found.parts:
        leaves, above = part.head.leaves, [""] * len(part.head.leaves)
        for row in part.rows:
            placed = place(row, leaves)[0]
            kind = row_kind(placed, leaves, after_event=texts is not None)
            own = ["\n".join(cell.text or cell.label for cell in cells) for cells in placed]
            if kind is RowKind.CONTINUATION and texts is not None:
                texts[:] = ["\n".join(filter(None, pair)) for pair in zip(texts, own, strict=False)]
            elif kind is RowKind.EVENT:
                if texts is not None:
                    yield tuple(texts)
                merged = [any(cell.continues for cell in cells) for cells in placed]
                above = [up if down else text for up, down, text in zip(above, merged, own, strict=True)]
                texts = [*above, *[""] * width][:width]
    if texts is not None:
        yield tuple(texts)


def _tell_around(found: FoundReport) -> list[str]:
    """Lines above, between and below the rows."""
    told = []
    for name, lines in (("Рядки над таблицею", found.title_lines), ("Текст поза таблицею", found.outside)):
        kept = [shortened(line) for line in lines if line.strip()]
        if kept:
            shown = "; ".join(f"«{line}»" for line in kept[:_MOST_QUOTED])
            told.append(f"{name} не взято: {shown}{_more(len(kept) - _MOST_QUOTED)}.")
    return told


def _more(left: int) -> str:
    return f" та ще {left} {plural(left, 'рядок', 'рядки', 'рядків')}" if left > 0 else ""


def _tell_numbers(found: FoundReport) -> list[str]:
    kinds = [
        row_kind(place(row, part.head.leaves)[0], part.head.leaves, after_event=False)
        for part in found.parts
        for row in part.rows[:_LOOKED_AT]
    ]
    return ["Рядок з номерами колонок не взято."] if RowKind.COLUMN_NUMBERS in kinds else []


def _tell_narrow(rows: Sequence[Cells]) -> list[str]:
    if not any(TOO_NARROW.fullmatch(text) for cells in rows for _, text in cells.texts()):
        return []
    return ["Замість деяких значень скопійовано «####»: розширте стовпець в Excel і скопіюйте ще раз."]

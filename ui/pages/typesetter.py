"""The pieces of a report, set in the form's type: titles, heading, rows, the lines under them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from courtcomms.reports.form_model import Align, LetterheadLine
from courtcomms.reports.snapshot import CellContent, ReportSnapshot
from courtcomms.reports.tail import executor_lines, signature_lines, signed_day
from ui.pages.block import Block, text_lines
from ui.pages.measures import BORDER, CELL_MARGIN, EXECUTOR_PT, EXECUTOR_WIDTH_MM, PAGE_NUMBER_PT, Room, units
from ui.pages.picture import Picture
from ui.pages.type import type_of

#: Rows are kept while their sheet is made; more of them are set anew when they are wanted again.
_ROWS = 64
#: Goals, posts, audiences and dashes stand in a report again and again; the last ones are kept.
_SHORT, _TEXTS = 160, 500


class Typesetter:
    """Sets pieces of a report, each when it is wanted. Not for two threads at once."""

    def __init__(self, snapshot: ReportSnapshot) -> None:
        self.snapshot = snapshot
        self.room = Room(snapshot.form)
        form = snapshot.form
        self._table = type_of(form.font.name, form.font.table_pt)
        self._strong = type_of(form.font.name, form.font.table_pt, bold=True)
        edges = self.room.edges
        self._widths = [max(right - left - 2 * CELL_MARGIN, 1.0) for left, right in pairwise(edges)]
        self._rows: OrderedDict[int, tuple[Block, ...]] = OrderedDict()
        self._texts: OrderedDict[tuple[str, int], Block] = OrderedDict()

    def _line(self, text: str, points: float, align: Align, *, bold: bool = False) -> Block:
        font = type_of(self.snapshot.form.font.name, points, bold=bold)
        return Block(text_lines(text), font, self.room.width, align)

    @cached_property
    def letterhead(self) -> tuple[Block | Picture, ...]:
        """The court's own lines and pictures above the titles."""
        letterhead = self.snapshot.letterhead
        return tuple(self._letterhead_line(line) for line in letterhead.lines) if letterhead else ()

    def _letterhead_line(self, line: LetterheadLine) -> Block | Picture:
        if line.image:
            return Picture(line, self.room.width, self.room.height)
        return self._line(line.text, line.size_pt, line.align, bold=line.bold)

    @cached_property
    def titles(self) -> tuple[Block, ...]:
        """The lines over the table."""
        size = self.snapshot.form.font.title_pt
        return tuple(self._line(line.text, size, line.align, bold=line.bold) for line in self.snapshot.titles)

    @cached_property
    def heading(self) -> tuple[Block, ...]:
        """The heading row."""
        pairs = zip(self.snapshot.header, self._widths, strict=True)
        return tuple(Block(text_lines(text), self._strong, width, Align.CENTER) for text, width in pairs)

    def row(self, place: int) -> tuple[Block, ...]:
        """A row's cells."""
        known = self._rows.get(place)
        if known is None:
            known = tuple(self._cell(cell, column) for column, cell in enumerate(self.snapshot.rows[place]))
            self._rows[place] = known
            if len(self._rows) > _ROWS:
                self._rows.popitem(last=False)
        return known

    def _cell(self, content: CellContent, column: int) -> Block:
        if len(content.text) > _SHORT or content.links:
            return self._set_cell(content, column)
        key = content.text, column
        known = self._texts.get(key)
        if known is not None:
            self._texts.move_to_end(key)
            return known
        known = self._texts[key] = self._set_cell(content, column)
        if len(self._texts) > _TEXTS:
            self._texts.popitem(last=False)
        return known

    def _set_cell(self, content: CellContent, column: int) -> Block:
        align = self.snapshot.form.columns[column].align
        return Block(content.lines, self._table, self._widths[column], align)

    def section(self, number: int) -> Block:
        """A line over the full width of the table."""
        width = max(self.room.table_width - 2 * CELL_MARGIN, 1.0)
        return Block(text_lines(self.snapshot.sections[number].text), self._strong, width, Align.CENTER)

    @cached_property
    def signature(self) -> tuple[Block, ...]:
        """The post's lines, the name at the right edge."""
        font = type_of(self.snapshot.form.font.name, self.snapshot.form.font.tail_pt)
        width = self.room.width
        lines = signature_lines(self.snapshot.form.signatory)
        return tuple(Block(text_lines(line), font, width, Align.LEFT, tab=width) for line in lines)

    @cached_property
    def date(self) -> tuple[Block, ...]:
        """The date under the signature, if there is one."""
        day = signed_day(self.snapshot.form.signed)
        return (self._line(day, self.snapshot.form.font.tail_pt, Align.LEFT),) if day else ()

    @cached_property
    def executor(self) -> tuple[Block, ...]:
        """Who made the report."""
        used = self.snapshot.form.font
        font = type_of(used.name, min(used.tail_pt, EXECUTOR_PT))
        width = min(units(EXECUTOR_WIDTH_MM), self.room.width)
        lines = executor_lines(self.snapshot.form.executor)
        return tuple(Block(text_lines(line), font, width, Align.LEFT) for line in lines)

    def page_number(self, number: int) -> Block:
        """The number in the top margin."""
        return self._line(str(number), PAGE_NUMBER_PT, Align.CENTER)


def height_of(blocks: Sequence[Block]) -> float:
    """Of blocks one under another."""
    return sum([block.height for block in blocks])


def row_height(blocks: Sequence[Block]) -> float:
    """Of cells side by side, with the line over them."""
    return BORDER + max([block.height for block in blocks])

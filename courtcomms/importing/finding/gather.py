"""Puts the tables of a document together to reports: which goes on, which begins one, which is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from courtcomms.importing.document import LeftKind, LeftOut
from courtcomms.importing.finding.found import FoundReport, Line, Part
from courtcomms.importing.finding.link_list import is_link_list, listed_links
from courtcomms.importing.finding.new_report import Known, begins_report, section_title, title_of
from courtcomms.importing.finding.pieces import Piece, lines_of, pieces_of
from courtcomms.importing.finding.report_years import with_years
from courtcomms.importing.finding.same_rows import is_bare, repeats
from courtcomms.importing.finding.table_head import ROWS_LOOKED_AT, Head
from courtcomms.importing.finding.tail_rows import tail_start
from courtcomms.importing.finding.title import is_title_line
from courtcomms.importing.grid import Block, GridLine, GridTable
from courtcomms.importing.text_builder import shortened
from courtcomms.plural import counted_rows

_CONTINUED = re.compile(r"\s*продовження\b.{0,60}", re.IGNORECASE)
#: Rows of all tables that are read letter by letter in search of headings.
_MOST_ROWS_LOOKED_AT = 600
#: Lines above a further table that can be its title.
_TITLE_LINES = 12


def gather(blocks: Sequence[Block]) -> list[FoundReport]:
    """The reports among the blocks in order, else the plan, else nothing."""
    cut = _cut(blocks)
    pieces = [piece for some in cut for piece in some if piece.head is not None]
    if not pieces:
        return []
    wanted = "report" if any(piece.head and piece.head.kind == "report" for piece in pieces) else "plan"
    mine = [piece for piece in pieces if piece.head and piece.head.kind == wanted]
    hidden = all(piece.table.hidden for piece in mine)
    gatherer = _Gatherer(wanted, hidden=hidden)
    for block, some in zip(blocks, cut, strict=True):
        if isinstance(block, GridLine):
            gatherer.take_line(block)
        else:
            gatherer.take_table(block, some)
    return gatherer.finish()


def _cut(blocks: Sequence[Block]) -> list[list[Piece]]:
    """The pieces of each table (none for a line), each with its name for the user."""
    left, number = _MOST_ROWS_LOOKED_AT, 0
    cut: list[list[Piece]] = []
    for block in blocks:
        if isinstance(block, GridLine):
            cut.append([])
            continue
        number += 1
        place = f"аркуш «{block.name}»" if block.name else f"таблиця {number}"
        cut.append(pieces_of(block, place, thorough=left > 0))
        left -= min(len(block.rows), ROWS_LOOKED_AT)
    return cut


@dataclass(slots=True)
class _Gatherer:
    """Takes blocks in their order; ``_between`` are lines since the last table."""

    wanted: str
    hidden: bool
    reports: list[FoundReport] = field(default_factory=list)
    known: Known = field(default_factory=Known)
    _between: list[Line] = field(default_factory=list)
    _early: list[tuple[str, LeftOut]] = field(default_factory=list)
    _last_place: str = ""

    def take_line(self, line: GridLine) -> None:
        """A line outside tables."""
        where = self._last_place.replace("таблиця", "після таблиці").replace("аркуш", "після аркуша")
        self._between.append(Line(line.text, where or "перед таблицею"))

    def take_table(self, table: GridTable, pieces: Sequence[Piece]) -> None:
        """A table with its pieces."""
        if is_link_list(table):
            if self.reports:
                self.reports[-1].listed |= listed_links(table)
            return
        for piece in pieces:
            if piece.head is None:
                self._take_headless(piece)
            elif not self._is_wanted(piece):
                self._leave(piece)
            elif piece.own_head:
                self._take_headed(piece, _part(piece, piece.head))
            else:
                self._take_section(piece, _part(piece, piece.head))
        self._last_place = pieces[0].place

    def _is_wanted(self, piece: Piece) -> bool:
        return (
            piece.head is not None
            and piece.head.kind == self.wanted
            and (self.hidden or not piece.table.hidden)
        )

    def _take_headed(self, piece: Piece, part: Part) -> None:
        lines = [*self._between, *piece.above()]
        near = lines[-_TITLE_LINES:] if self.reports else lines
        title, source = title_of(near, piece.table.name)
        if not self.reports or begins_report(self.known, title, near, part):
            self._begin(part, lines, Known(title, source, near))
        elif repeats(part, self.reports[-1].parts):
            self._tell_repeated(part)
        else:
            self._go_on(part, lines)
        self._between = []

    def _begin(self, part: Part, lines: list[Line], known: Known) -> None:
        """A new report; lines before its title belong to the one before."""
        start = 0
        if self.reports:
            start = _title_start(lines)
            self._leave_lines(lines[:start])
        found = FoundReport([part], lines[start:], title=known.title, source=known.source)
        if known.title.court is None and self.reports and (court := self.reports[-1].title.court) is not None:
            found.title = replace(known.title, court=court)
            known = replace(known, title=found.title)
            found.told.append("Суд узято з попереднього звіту того самого файла.")
        if part.table.hidden:
            found.told.append(f"Звіт узято з прихованого аркуша «{part.table.name}».")
        self.reports.append(found)
        self.known = known

    def _go_on(self, part: Part, lines: Sequence[Line]) -> None:
        self.reports[-1].parts.append(part)
        self._leave_lines(lines)

    def _leave_lines(self, lines: Sequence[Line]) -> None:
        """Lines below the rows of the current report that say that it goes on are no news."""
        self.reports[-1].around += [line for line in lines if not _CONTINUED.fullmatch(line.text)]

    def _take_headless(self, piece: Piece) -> None:
        if not self.reports:
            self._between += lines_of(piece.table.rows, piece.place)
            return
        head = self.reports[-1].parts[-1].head
        lines, self._between = self._between, []
        if self._same_columns(piece.table):
            part = _part(piece, head)
            if all(_CONTINUED.fullmatch(line.text) for line in lines):
                self._go_on(part, lines)
                return
            title, source = title_of(lines[-_TITLE_LINES:], piece.table.name)
            if begins_report(self.known, title, lines, part):
                self._begin(part, lines, Known(title, source, lines))
                self.reports[-1].told.append(
                    "Таблиця не має заголовків: її колонки прочитано, як у звіті перед нею."
                )
                return
        self._leave(piece)
        self._leave_lines(lines)

    def _same_columns(self, table: GridTable) -> bool:
        main = self.reports[-1].parts[-1]
        counts = [len(row.cells) for row in table.rows]
        usual = max(set(counts), key=counts.count, default=0)
        return usual == len(main.head.leaves) and table.name == main.table.name and not table.hidden

    def _take_section(self, piece: Piece, part: Part) -> None:
        """Rows under a line that names a period: another report, or a section of this one."""
        title = section_title(self.known, piece)
        if title is None or not self.reports:
            self._go_on(replace(part, first_row=piece.start), [])
        elif is_bare(self.reports[-1].parts):
            current = self.reports[-1]
            current.parts = [part]
            current.above += piece.above()
            current.title, current.source = title, ""
        else:
            self.reports.append(FoundReport([part], piece.above(), title=title))
        if title is not None:
            self.known = replace(self.known, title=title, base=self.known.over_heading)

    def _leave(self, piece: Piece) -> None:
        """A table that belongs to no report of the document is told."""
        rows = piece.table.rows[piece.start : piece.last]
        words = shortened(" ".join(line.text for line in lines_of(rows[:3], "")))
        if not words:
            return
        name = f"на аркуші «{piece.table.name}» " if piece.table.name else ""
        if piece.head is not None and piece.head.kind == self.wanted:
            sentence = f"Ще один звіт на прихованому аркуші «{piece.table.name}» не взято: «{words}»."
        elif piece.head is not None and piece.head.kind == "plan":
            sentence = f"Іншу таблицю {name}не взято, це план: «{words}»."
        else:
            sentence = f"Іншу таблицю {name}не взято: «{words}»."
        self._tell(sentence, LeftOut(LeftKind.TABLE, f"{words} ({counted_rows(len(rows))})", piece.place))

    def _tell_repeated(self, part: Part) -> None:
        rows = counted_rows(len(part.rows))
        name = f"на аркуші «{part.table.name}» " if part.table.name else ""
        self._tell(
            f"Ту саму таблицю {name}повторено ({rows}): удруге її не взято.",
            LeftOut(LeftKind.TABLE, f"повторення звіту ({rows})", part.place),
        )

    def _tell(self, sentence: str, left: LeftOut) -> None:
        if not self.reports:
            self._early.append((sentence, left))
            return
        self.reports[-1].told.append(sentence)
        self.reports[-1].left.append(left)

    def finish(self) -> list[FoundReport]:
        """All reports, the lines below the last table with it, signatures cut off the rows."""
        self._leave_lines(self._between)
        for sentence, left in self._early:
            self.reports[0].told.append(sentence)
            self.reports[0].left.append(left)
        for report in self.reports:
            report.parts = [_without_tail(part, report) for part in report.parts]
        return with_years(self.reports)


def _part(piece: Piece, head: Head) -> Part:
    unit = "стовпець" if piece.table.turned else "рядок"
    return Part(piece.table, head, piece.first, piece.last, piece.place, unit)


def _title_start(lines: Sequence[Line]) -> int:
    """The first of the last lines that says what a title says; lines above are the signature before it."""
    least = max(0, len(lines) - _TITLE_LINES)
    return next((at for at in range(least, len(lines)) if is_title_line(lines[at].text)), len(lines))


def _without_tail(part: Part, report: FoundReport) -> Part:
    end = tail_start(part)
    stop = part.first_row + len(part.rows)
    report.around += lines_of(part.table.rows[end:stop], part.place)
    return replace(part, last_row=end)

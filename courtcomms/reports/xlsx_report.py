"""The report's own sheet in Excel: title, table, signature."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from courtcomms.model import Column
from courtcomms.progress import SILENT, Progress
from courtcomms.reports.form import Align, TitleLine
from courtcomms.reports.snapshot import LetterheadLine, ReportSnapshot, Row
from courtcomms.reports.tail import executor_lines, signature_lines, signed_day
from courtcomms.reports.text_metrics import count_lines
from courtcomms.reports.xlsx_heights import letters_size, line_height
from courtcomms.reports.xlsx_limits import ROW_LIMIT
from courtcomms.reports.xlsx_links import CellLinks
from courtcomms.reports.xlsx_sheet import Sheet
from courtcomms.reports.xlsx_styles import Styles

#: Columns whose cells may be numbers; a date stays the text that it is.
_NUMERIC = (Column.NUMBER, Column.PARTICIPANTS)
#: A number that a cell shows back digit for digit.
_PLAIN_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_TITLE_LINE = 1.35
_GAP = 8.0
_HINT = "Посилання цього рядка"


class ReportSheet:
    """Fills a sheet with a report; ``links`` tells which cells are links, ``places`` where № cells lead."""

    def __init__(self, sheet: Sheet, styles: Styles, links: CellLinks, places: Mapping[int, str]) -> None:
        self._sheet, self._styles = sheet, styles
        self._links, self._places = links, places

    def fill(self, snapshot: ReportSnapshot, progress: Progress = SILENT) -> list[int]:
        """Write everything; returns the numbers of the rows that are higher than Excel shows."""
        self._add_letterhead(snapshot)
        self._add_titles(snapshot)
        self._add_heading(snapshot.header)
        heights, sections = [], snapshot.sections_by_place()
        for number, row in enumerate(snapshot.rows, 1):
            progress.tell(number - 1, len(snapshot.rows))
            self._add_sections(sections.get(number - 1, ()), snapshot)
            heights.append(self._add_row(number, row, snapshot))
        self._add_sections(sections.get(len(snapshot.rows), ()), snapshot)
        self._add_tail(snapshot)
        return [number for number, height in enumerate(heights, 1) if height > ROW_LIMIT]

    def _add_letterhead(self, snapshot: ReportSnapshot) -> None:
        """The words of the letterhead; its pictures are for Word and paper."""
        if snapshot.letterhead is None:
            return
        for line in snapshot.letterhead.lines:
            if not line.image:
                self._add_line(line, snapshot)
        self._sheet.next_row(_GAP)

    def _add_titles(self, snapshot: ReportSnapshot) -> None:
        for line in snapshot.titles:
            self._add_line(line, snapshot)
        self._sheet.next_row(_GAP)

    def _add_line(self, line: TitleLine | LetterheadLine, snapshot: ReportSnapshot) -> None:
        size = snapshot.form.font.title_pt
        lines = count_lines(line.text, self._sheet.width, size, bold=line.bold)
        style = self._styles.title(line.align, line.bold)
        self._sheet.put_merged(line.text, style, len(snapshot.header), lines * size * _TITLE_LINE)

    def _add_heading(self, header: tuple[str, ...]) -> None:
        self._sheet.fitting_row(header, bold=True)
        for place, heading in enumerate(header, 1):
            self._sheet.put(place, heading, self._styles.heading())
        self._sheet.freeze_heading()

    def _add_sections(self, texts: Sequence[str], snapshot: ReportSnapshot) -> None:
        size = snapshot.form.font.table_pt
        for text in texts:
            lines = count_lines(text, self._sheet.width, letters_size(snapshot.form.font), bold=True)
            height = lines * line_height(size)
            self._sheet.put_merged(text, self._styles.heading(), len(snapshot.header), height)

    def _add_row(self, number: int, row: Row, snapshot: ReportSnapshot) -> float:
        texts = [cell.text for cell in row]
        height = self._sheet.fitting_row(texts)
        for place, (column, cell, text) in enumerate(zip(snapshot.form.columns, row, texts, strict=True), 1):
            target = self._links.target_of(place, cell) if cell.targets else None
            if column.column in _NUMERIC and _PLAIN_NUMBER.fullmatch(text):
                self._sheet.put_number(place, int(text), self._styles.number(column.align))
            elif target is not None:
                self._sheet.put(place, text, self._styles.link(column.align), target)
            else:
                self._sheet.put(place, text, self._styles.text(column.align, len(text)))
        if number in self._places:
            self._sheet.lead(1, self._places[number], _HINT)
        return height

    def _add_tail(self, snapshot: ReportSnapshot) -> None:
        form = snapshot.form
        line = form.font.tail_pt * _TITLE_LINE
        day = signed_day(form.signed)
        for block in (signature_lines(form.signatory), [day] if day else [], executor_lines(form.executor)):
            if block:
                self._sheet.next_row(line)
            for text in block:
                self._sheet.next_row(line)
                left, _tab, right = text.partition("\t")
                self._sheet.put(1, left, self._styles.under(Align.LEFT))
                self._sheet.put(len(snapshot.header), right, self._styles.under(Align.RIGHT))

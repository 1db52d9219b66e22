"""Cells for the clipboard: a table that Word, Excel and LibreOffice take as it is, and plain text beside it.

Both forms can be read back without loss by :mod:`courtcomms.importing.clips.clipboard`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from courtcomms.model import Anchor
from courtcomms.reports.snapshot import CellContent, Line, ReportSnapshot, cell_content, plain_cell

#: By this attribute of the table our own clip is known again; its value is a :data:`CELLS` or :data:`ROWS`.
MARK = "data-courtcomms"
#: A range of cells.
CELLS = "cells"
#: Whole rows under their heading.
ROWS = "rows"

_HEAD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">'
    '<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    "<style>br {mso-data-placement:same-cell;}</style></head><body>"
)
_TAIL = "</body></html>"
#: A cell is text to every program: «=1» is no formula, «1.10» no date. Excel reads the style and ``x:str``,
#: LibreOffice reads ``sdnum``.
_CELL = (
    """<td x:str sdnum="1058;1058;@" valign="top" style='mso-number-format:"\\@";vertical-align:top;"""
    """border:.5pt solid windowtext;padding:0 4pt;white-space:normal'>"""
)
_TABLE = (
    '<table {mark}="{kind}" border="1" cellspacing="0" cellpadding="4"'
    " style=\"border-collapse:collapse;font-family:'Times New Roman',serif;font-size:10pt\">"
)
_BREAK = '<br style="mso-data-placement:same-cell">'
_PIXELS_PER_MM = 96 / 25.4
_BLANKS = re.compile(" +|\t+")
#: A field must be quoted that holds a sign which ends it, or that begins as a quoted one does.
_QUOTED = re.compile(r'[\t\n]|^"')


@dataclass(frozen=True, slots=True)
class ClipCell:
    """A cell's text and the hyperlinks that the text does not show."""

    text: str
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Clip:
    """What goes onto the clipboard: ``html`` for programs that take tables, ``text`` for all others."""

    html: str
    text: str


def clip(rows: Sequence[Sequence[ClipCell]], heading: Sequence[str] = ()) -> Clip:
    """A clip of rows with equally many cells; with a ``heading`` they are whole rows.

    Signs that no document can hold are left out; every other sign comes back when the clip is read.
    """
    contents = [[cell_content(cell.text, cell.anchors) for cell in row] for row in rows]
    return _clip(contents, [cell_content(text) for text in heading])


def _clip(
    rows: Sequence[Sequence[CellContent]], heading: Sequence[CellContent], widths_mm: Sequence[float] = ()
) -> Clip:
    texts = [[cell.text for cell in row] for row in ([heading, *rows] if heading else rows)]
    return Clip(_html(rows, heading, widths_mm), _tsv(texts))


def clip_table(snapshot: ReportSnapshot) -> Clip:
    """The whole table of a report under the form's headings, in the form's widths."""
    heading = [plain_cell(text) for text in snapshot.header]
    widths = [column.width_mm for column in snapshot.form.columns]
    return _clip(snapshot.rows, heading, widths)


def _tsv(texts: Sequence[Sequence[str]]) -> str:
    """Tab-separated lines as Excel writes them. A single cell is bare text: people paste it into letters."""
    if len(texts) == 1 and len(texts[0]) == 1:
        return texts[0][0]
    lines = "\n".join("\t".join(_field(text) for text in row) for row in texts)
    return lines + "\n" if texts[-1:] == [[""]] else lines


def _field(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _html(
    rows: Sequence[Sequence[CellContent]], heading: Sequence[CellContent], widths_mm: Sequence[float]
) -> str:
    parts = [_HEAD, _TABLE.format(mark=MARK, kind=ROWS if heading else CELLS)]
    parts += [f"<col width={round(width * _PIXELS_PER_MM)}>" for width in widths_mm]
    if heading:
        cells = "".join(f"<th>{_lines(cell.lines)}</th>" for cell in heading)
        parts.append(f"<tr>{cells}</tr>")
    for row in rows:
        cells = "".join(f"{_CELL}{_lines(cell.lines)}</td>" for cell in row)
        parts.append(f"<tr>{cells}</tr>")
    return "".join([*parts, "</table>", _TAIL])


def _lines(lines: Sequence[Line]) -> str:
    return _BREAK.join(_line(line) for line in lines)


def _line(line: Line) -> str:
    whole = "".join(run.text for run in line)
    parts, at = [], 0
    for run in line:
        words = _words(run.text, whole, at)
        at += len(run.text)
        parts.append(words if run.target is None else f'<a href="{escape(run.target)}">{words}</a>')
    return "".join(parts)


def _words(text: str, line: str, offset: int) -> str:
    """Escaped words; blanks that HTML would drop are written as Office writes them."""
    parts, at = [], 0
    for match in _BLANKS.finditer(text):
        parts += [escape(text[at : match.start()], quote=False), _blanks(match, line, offset)]
        at = match.end()
    return "".join([*parts, escape(text[at:], quote=False)])


def _blanks(match: re.Match[str], line: str, offset: int) -> str:
    blanks, start, end = match.group(), match.start() + offset, match.end() + offset
    if blanks[0] == "\t":
        return f"<span style='mso-tab-count:{len(blanks)}'>&nbsp;&nbsp;&nbsp; </span>"
    apart = start > 0 and end < len(line) and " " not in (line[start - 1], line[end])
    if apart and len(blanks) == 1:
        return blanks
    return f"<span style='mso-spacerun:yes'>{'&nbsp;' * len(blanks)}</span>"

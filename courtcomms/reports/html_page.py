"""The report as a page for the court's site: one file without scripts and without anything fetched.

The page says all that the report says: titles, table with links, sections, signatures. Read back, it is the
same report.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping

from courtcomms.model import Column
from courtcomms.progress import SILENT, Progress
from courtcomms.reports.form import Align, ReportForm
from courtcomms.reports.html_cells import attribute, lines_html, words_html
from courtcomms.reports.html_style import style_of
from courtcomms.reports.properties import properties_of
from courtcomms.reports.snapshot import (
    Letterhead,
    LetterheadLine,
    Rendered,
    ReportSnapshot,
    Row,
)
from courtcomms.reports.tail import executor_lines, signature_lines, signed_day

#: By ``data-courtcomms`` the page is known again as ours when it is read.
_HEAD = """<!DOCTYPE html>
<html lang="uk" data-courtcomms="page">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>{title}</title>
<meta name="author" content="{creator}">
<style>{style}</style>
</head>
<body>
"""
_PICTURES = ((b"\x89PNG", "png"), (b"\xff\xd8", "jpeg"), (b"GIF8", "gif"))


def render_html(snapshot: ReportSnapshot, progress: Progress = SILENT) -> Rendered:
    """The report as one valid HTML 5 page in UTF-8; the same snapshot gives the same bytes.

    Raises:
        Cancelled: the page is no longer wanted.
    """
    return Rendered("".join(_page(snapshot, progress)).encode())


def _page(snapshot: ReportSnapshot, progress: Progress) -> Iterator[str]:
    form, properties = snapshot.form, properties_of(snapshot)
    yield _HEAD.format(
        title=attribute(properties.title or snapshot.court),
        creator=attribute(properties.creator),
        style=style_of(form.page, form.font, rows_break=form.rows_break),
    )
    if snapshot.letterhead is not None:
        yield _letterhead(snapshot.letterhead)
    yield "<main>\n<table>\n"
    yield _caption(snapshot)
    yield _heading(snapshot)
    yield from _body(snapshot, progress)
    yield "</table>\n</main>\n"
    yield _footer(form)
    yield "</body>\n</html>\n"


def _letterhead(letterhead: Letterhead) -> str:
    lines = "".join([_letterhead_line(line) for line in letterhead.lines])
    return f"<header>\n{lines}</header>\n" if lines else ""


def _letterhead_line(line: LetterheadLine) -> str:
    size = f' style="font-size:{line.size_pt:g}pt"'
    if line.image:
        kind = next((kind for mark, kind in _PICTURES if line.image.startswith(mark)), "png")
        data = f"data:image/{kind};base64,{b64encode(line.image).decode()}"
        width = f' style="width:{line.width_mm:g}mm"' if line.width_mm else ""
        words = f'<img alt="{attribute(line.text) or "Герб"}" src="{data}"{width}>'
    else:
        words = words_html(line.text) or "<br>"
    words = f"<b>{words}</b>" if line.bold and not line.image else words
    return f'<p class="{line.align.value}"{size}>{words}</p>\n'


def _caption(snapshot: ReportSnapshot) -> str:
    lines = [
        f'<p class="{line.align.value}{" bold" if line.bold else ""}">{words_html(line.text)}</p>'
        for line in snapshot.titles
    ]
    return f"<caption>\n{chr(10).join(lines)}\n</caption>\n" if lines else ""


def _heading(snapshot: ReportSnapshot) -> str:
    columns = snapshot.form.columns
    whole = sum(column.width_mm for column in columns)
    widths = "".join([f'<col style="width:{column.width_mm / whole:.2%}">' for column in columns])
    cells = "\n".join([f'<th scope="col">{words_html(text)}</th>' for text in snapshot.header])
    return f"<colgroup>{widths}</colgroup>\n<thead>\n<tr>\n{cells}\n</tr>\n</thead>\n"


def _body(snapshot: ReportSnapshot, progress: Progress) -> Iterator[str]:
    """Each section is a body of its own, under its line."""
    starts = _starts(snapshot)
    sections = snapshot.sections_by_place()
    opened = False
    for place in range(len(snapshot.rows) + 1):
        for text in sections.get(place, ()):
            yield ("</tbody>\n" if opened else "") + "<tbody>\n" + _section(text, len(snapshot.header))
            opened = True
        if place < len(snapshot.rows):
            progress.tell(place, len(snapshot.rows))
            yield ("" if opened else "<tbody>\n") + _row(snapshot.rows[place], starts)
            opened = True
    yield "</tbody>\n"


def _section(text: str, width: int) -> str:
    return f'<tr><th class="section" colspan="{width}" scope="rowgroup">{words_html(text)}</th></tr>\n'


def _starts(snapshot: ReportSnapshot) -> Mapping[Column, tuple[str, str]]:
    """How a cell of each column begins and ends; the event's name is the heading of its row."""
    made = {}
    for column, heading in zip(snapshot.form.columns, snapshot.header, strict=True):
        tag, scope = ("th", ' scope="row"') if column.column is Column.TITLE else ("td", "")
        side = "" if column.align is Align.LEFT else f' class="{column.align.value}"'
        made[column.column] = (f'<{tag}{scope}{side} data-label="{attribute(heading)}">', f"</{tag}>\n")
    return made


def _row(row: Row, starts: Mapping[Column, tuple[str, str]]) -> str:
    cells = [
        f"{start}{lines_html(cell.lines)}{end}"
        for cell, (start, end) in zip(row, starts.values(), strict=True)
    ]
    return f"<tr>\n{''.join(cells)}</tr>\n"


def _footer(form: ReportForm) -> str:
    lines = [*_signature(form), *_day(form), *_executor(form)]
    return f"<footer>\n{''.join(lines)}</footer>\n" if lines else ""


def _signature(form: ReportForm) -> Iterator[str]:
    for place, line in enumerate(signature_lines(form.signatory)):
        left, tab, right = line.partition("\t")
        first = "" if place else " first"
        name = f" <span>{words_html(right)}</span>" if tab else ""
        yield f'<p class="sign{first}"><span>{words_html(left)}</span>{name}</p>\n'


def _day(form: ReportForm) -> list[str]:
    day = signed_day(form.signed)
    return [f'<p class="first">{day}</p>\n'] if day else []


def _executor(form: ReportForm) -> Iterator[str]:
    for place, line in enumerate(executor_lines(form.executor)):
        yield f'<p class="note{"" if place else " first"}">{words_html(line)}</p>\n'

"""Lines, links and blanks as HTML: everything escaped, every sign that was typed still there.

Blanks that a page would let fall together (at the ends of a line, several in a row, tabs) keep their place
by a style of their own line, so that they also come back when the page is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from courtcomms.reports.snapshot import Line, Run

#: Blanks that HTML would drop.
_BLANKS_COUNT = re.compile(r"\A[ \t]|[ \t]\Z|[ \t]{2}|\t")
_KEPT = '<span style="white-space:pre-wrap">'


def lines_html(lines: Sequence[Line]) -> str:
    """A cell's lines, one under the other."""
    return "<br>".join([_line(line) for line in lines])


def words_html(text: str) -> str:
    """Plain lines without links."""
    return "<br>".join([_kept(line, escape(line, quote=False)) for line in text.split("\n")])


def attribute(text: str) -> str:
    """A text on one line, as the value of an attribute between double quotes."""
    return escape(" ".join(text.split()))


def _line(line: Line) -> str:
    return _kept("".join([run.text for run in line]), "".join([_run(run) for run in line]))


def _kept(text: str, markup: str) -> str:
    return f"{_KEPT}{markup}</span>" if _BLANKS_COUNT.search(text) else markup


def _run(run: Run) -> str:
    words = escape(run.text, quote=False)
    return words if run.target is None else f'<a href="{escape(run.target)}" rel="noopener">{words}</a>'

"""Whatever lies on the clipboard: cells come out of it, or one sentence; never anything else."""

from __future__ import annotations

import contextlib

import clip_samples as samples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from courtcomms.errors import BadInput
from courtcomms.importing.clips.clipboard import paste_cell, read_clipboard
from courtcomms.importing.clips.find import copied_rows, looks_like_rows
from courtcomms.model import Column

_PIECES = (
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th colspan=3>", "<td rowspan=2>",
    "<p>", "</p>", "<br>", "<div>", "</div>", "<a href='https://a.ua/1'>", "<a href='#x'>", "</a>",
    "<li>", "<o:p>&nbsp;</o:p>", "<tr style='display:none'>", "<td style='display:none'>",
    "<caption>", "<col span=2>", "<pre>", "<![if x]>",
    "<span style='mso-spacerun:yes'>&nbsp; </span>", "<span style='mso-list:Ignore'>1.</span>",
    "<!--", "-->", "Назва заходу", "Дата проведення", "Посилання на сайт", "13.08.2021", "Лекція",
    "-", "1", "2", "\xa0", "\n", "Microsoft Word", "Microsoft Excel", 'content="LibreOffice',
    "data-courtcomms", "<table data-courtcomms=rows>", "Version:1.0\nStartHTML:0\n",
    "SourceURL:http://[x\n", "\t", '"', "&#xD800;", "\x00", "<base href='http://['>",
)  # fmt: skip
_markup = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)
_SAMPLES = (samples.EXCEL, samples.EXCEL_REPORT, samples.WORD, samples.BROWSER, samples.GOOGLE_SHEETS)
_torn = st.builds(
    lambda sample, at, cut: sample[: at % len(sample)] + sample[(at + cut) % len(sample) :],
    st.sampled_from(_SAMPLES),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
)


@example("<table><tr><td>меню<td><table><tr><td></table><table>", None)
@settings(max_examples=250, deadline=None)
@given(st.one_of(_markup, _torn, st.binary(max_size=60)), st.one_of(st.none(), _markup))
def test_any_clipboard_is_read_or_refused(html: str | bytes, text: str | None) -> None:
    with contextlib.suppress(BadInput):
        copied = read_clipboard(html, text)
        assert len({len(row) for row in copied.rows}) <= 1
        for cell in (cell for row in copied.rows for cell in row):
            assert all(0 <= link.start <= link.end <= len(cell.text) for link in cell.links)
            assert paste_cell(Column.SITE_LINKS, cell).text == cell.text
        rows = copied_rows(copied)
        if rows is None:
            assert not copied.rows
            return
        looks_like_rows(copied, rows)
        plan = rows.plan([Column.TITLE, *[None] * (len(rows.columns) - 1)] if rows.columns else None)
        assert len(plan.sources) == len(plan.rows)
        assert all(len(source) == len(rows.columns) for source in plan.sources)

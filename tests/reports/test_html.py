"""The page for the court's site: valid, self-contained, for every screen, and the same words and links."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from courtcomms.cells.typography import clean
from courtcomms.importing.clips.clipboard import read_clipboard
from courtcomms.model import Anchor, Cells, Column, Court, Event
from courtcomms.period import Period
from courtcomms.progress import Cancelled, Progress
from courtcomms.reports.export import export_report
from courtcomms.reports.form import Align, Executor, ReportForm, Signatory, SignatureDate, TitleLine
from courtcomms.reports.html_page import render_html
from courtcomms.reports.snapshot import (
    Letterhead,
    LetterheadLine,
    ReportSnapshot,
    SectionRow,
    take_snapshot,
)

_VOID = frozenset({"meta", "br", "col", "img"})
#: Elements whose text is words that a reader sees, directly or in one of the inner ones.
_KNOWN = _VOID | {
    *("html", "head", "title", "style", "body", "header", "main", "footer", "table", "caption", "colgroup"),
    *("thead", "tbody", "tr", "th", "td", "p", "span", "b", "a"),
}


class Strict(HTMLParser):
    """Reads markup as it stands, mending nothing: each element must be known and closed in its turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.declarations: list[str] = []

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _KNOWN
        names = [name for name, _value in attrs]
        assert len(set(names)) == len(names)
        assert not any(name.startswith("on") for name in names)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(snapshot: ReportSnapshot) -> str:
    return render_html(snapshot).data.decode()


def tree(snapshot: ReportSnapshot) -> html.HtmlElement:
    return html.document_fromstring(render_html(snapshot).data, parser=html.HTMLParser(encoding="utf-8"))


def came_back(snapshot: ReportSnapshot) -> list[list[str]]:
    """The texts of the rows under the heading, read as any copied page is."""
    copied = read_clipboard(page(snapshot), None)
    return [[cell.text for cell in row] for row in copied.rows[1:]]


@pytest.fixture
def full(messy: ReportSnapshot, form: ReportForm) -> ReportSnapshot:
    """Signed, with sections and a letterhead."""
    signed = replace(
        form,
        signatory=Signatory(True, "Керівник\nапарату <суду>", "Ім'я ПРІЗВИЩЕ"),
        signed=SignatureDate(True, date(2025, 5, 25)),
        executor=Executor(True, "Прізвище І. Б.", "(000) 000-00-00"),
    )
    lines = (
        LetterheadLine("", Align.CENTER, image=b"\x89PNG\r\n\x1a\n", width_mm=12),
        LetterheadLine("СУД & «Ко»", Align.CENTER, bold=True, size_pt=14),
    )
    sections = (
        SectionRow(0, "І квартал"),
        SectionRow(2, "ІІ <квартал>"),
        SectionRow(5, "ІІІ – заходів не було"),
    )
    return replace(messy, form=signed, sections=sections, letterhead=Letterhead(b"", lines))


def test_markup_is_whole_and_knows_no_script(full: ReportSnapshot) -> None:
    strict = Strict()
    strict.feed(page(full))
    strict.close()
    assert strict.open == []
    assert strict.declarations == ["DOCTYPE html"]


def test_nothing_is_fetched(full: ReportSnapshot) -> None:
    root = tree(full)
    assert not root.findall(".//script") + root.findall(".//link") + root.findall(".//iframe")
    assert all(image.get("src").startswith("data:image/png;base64,") for image in root.findall(".//img"))
    assert "url(" not in page(full)
    assert "@import" not in page(full)
    policy = root.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'")


def test_language_title_and_encoding(full: ReportSnapshot) -> None:
    root = tree(full)
    assert root.get("lang") == "uk"
    title = root.findtext(".//title")
    assert title.startswith("Таблиця 1 Звіт Вигаданого районного суду щодо комунікаційної")
    assert title.endswith("за ІІІ квартал 2021 року")
    assert page(full).index('<meta charset="utf-8">') < 1024


def test_the_table_tells_a_reader_aloud_what_each_cell_is(full: ReportSnapshot) -> None:
    table = tree(full).find(".//table")
    assert "за ІІІ\u00a0квартал 2021\u00a0року" in table.find("caption").text_content()
    heads = table.findall("thead/tr/th")
    assert [head.get("scope") for head in heads] == ["col"] * 9
    rows = [row for row in table.iterfind("tbody/tr") if len(row) == 9]
    assert len(rows) == 5
    for row in rows:
        assert [cell.tag for cell in row] == ["td", "th", *["td"] * 7]
        assert row[1].get("scope") == "row"
        labels = [" ".join(head.text_content().split()) for head in heads]
        assert [cell.get("data-label") for cell in row] == labels


def test_sections_are_rows_over_the_whole_width(full: ReportSnapshot) -> None:
    found = tree(full).findall(".//th[@colspan]")
    assert [(cell.get("colspan"), cell.get("scope"), cell.text) for cell in found] == [
        ("9", "rowgroup", "І квартал"),
        ("9", "rowgroup", "ІІ <квартал>"),
        ("9", "rowgroup", "ІІІ – заходів не було"),
    ]
    bodies = tree(full).findall(".//tbody")
    assert [len(body) for body in bodies] == [3, 4, 1]


def test_signature_date_executor_and_letterhead(full: ReportSnapshot) -> None:
    root = tree(full)
    lines = [" ".join(line.text_content().split()) for line in root.findall(".//footer/p")]
    assert lines == [
        "Керівник",
        "апарату <суду> Ім'я ПРІЗВИЩЕ",
        "25.05.2025",
        "Прізвище І. Б.",
        "(000) 000-00-00",
    ]
    image, name = root.findall(".//header/p")
    assert image.find("img").get("alt")
    assert name.text_content() == "СУД & «Ко»"


def test_what_is_switched_off_leaves_no_trace(messy: ReportSnapshot) -> None:
    root = tree(messy)
    assert root.find(".//footer") is None
    assert root.find(".//header") is None


def test_on_paper_and_on_a_telephone(messy: ReportSnapshot) -> None:
    style = tree(messy).findtext(".//style")
    assert "@page { size: A4 landscape; margin: 20mm 10mm 20mm 30mm }" in style
    assert "thead { display: table-header-group }" in style
    assert "tr { break-inside: avoid }" in style
    assert "attr(data-label)" in style
    assert style.count("{") == style.count("}")


def test_rows_may_break_where_the_form_lets_them(messy: ReportSnapshot) -> None:
    loose = replace(messy, form=replace(messy.form, rows_break=True))
    assert "tr { break-inside: auto }" in tree(loose).findtext(".//style")


def test_a_fonts_name_is_no_way_into_the_style(messy: ReportSnapshot) -> None:
    font = replace(messy.form.font, name='"; } </style><script>alert(1)</script>')
    root = tree(replace(messy, form=replace(messy.form, font=font)))
    assert root.find(".//script") is None
    assert re.search(r'font: 12pt/1.3 "\\22 \\3b  \\7d ', root.findtext(".//style"))


def test_links_are_those_of_the_snapshot(form: ReportForm, court: Court, period: Period) -> None:
    anchors = (Anchor(Column.SITE_LINKS, "тут", 'https://a.ua/?x="1"&y=<2>'),)
    cells = Cells(title="Захід", site_links="Новина тут; https://b.ua/?a=1&b=2", anchors=anchors)
    event = Event(1, 1, 1, cells, None, None)  # type: ignore[arg-type]
    snapshot = take_snapshot(form, court, period, [event])
    links = tree(snapshot).findall(".//a")
    assert [(link.get("href"), link.text) for link in links] == [
        ("https://a.ua/?x=%221%22&y=%3C2%3E", "тут"),
        ("https://b.ua/?a=1&b=2", "https://b.ua/?a=1&b=2"),
    ]
    assert {link.get("rel") for link in links} == {"noopener"}
    assert [link.target for link in snapshot.rows[0][4].links] == [link.get("href") for link in links]


def test_lines_over_the_table_keep_their_side(form: ReportForm, messy: ReportSnapshot) -> None:
    titles = (TitleLine("Праворуч", Align.RIGHT, False), TitleLine("<Жирно>", Align.CENTER, True))
    found = tree(replace(messy, titles=titles)).findall(".//caption/p")
    assert [(line.get("class"), line.text) for line in found] == [
        ("right", "Праворуч"),
        ("center bold", "<Жирно>"),
    ]


def test_a_quarter_without_events(form: ReportForm, court: Court, period: Period) -> None:
    assert came_back(take_snapshot(form, court, period, [])) == [["-"] * 9]


def test_every_cell_comes_back(messy: ReportSnapshot) -> None:
    assert came_back(messy) == [[cell.text for cell in row] for row in messy.rows]


#: Signs that HTML itself does not allow are no part of the promise; they are tried apart.
SIGNS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Cc"))
TEXT = st.one_of(
    st.text(SIGNS, max_size=30),
    st.text("аб \u00a0\t\n&<>\"'-=", max_size=30),
    st.lists(
        st.sampled_from(["https://a.ua/?a=1&b=2", " ", "\n", "  ", "&nbsp;", "</td>", "слово", "\t"])
    ).map("".join),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXT, min_size=8, max_size=8))
def test_any_text_comes_back(snapshot_of: Callable[..., ReportSnapshot], texts: list[str]) -> None:
    snapshot = snapshot_of([texts])
    assert came_back(snapshot) == [["1", *[clean(text).text for text in texts]]]
    links = [run.target for cell in snapshot.rows[0] for line in cell.lines for run in line if run.target]
    assert [link.get("href") for link in tree(snapshot).findall(".//a")] == links


def test_signs_that_no_document_can_hold_are_left_out(one_cell: Callable[..., ReportSnapshot]) -> None:
    made = page(one_cell("а\x00б\x0bв\ud800г"))
    assert ">аб<br>вг<" in made


def test_a_long_report_can_be_called_off(messy: ReportSnapshot, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        export_report(messy, tmp_path / "a.html", Progress(cancelled=lambda: True))
    assert not (tmp_path / "a.html").exists()


def test_the_signature_has_its_own_size_and_the_executor_no_more_than_ten(
    snapshot_of: Callable[..., ReportSnapshot], form: ReportForm
) -> None:
    for size, shown, note in ((16.0, "16pt", "10pt"), (8.0, "8pt", "8pt")):
        own = replace(form, font=replace(form.font, tail_pt=size))
        page = render_html(replace(snapshot_of([]), form=own)).data.decode()
        assert f"footer {{ font-size: {shown} }}" in page
        assert f"footer p.note {{ font-size: {note} }}" in page

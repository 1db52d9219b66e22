"""What stands in the Word file, read back by python-docx."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courtcomms.model import Anchor, Column, Court, Event
from courtcomms.period import Period
from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot, take_snapshot

OneCell = Callable[..., ReportSnapshot]
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(snapshot: ReportSnapshot) -> DocumentObject:
    return Document(io.BytesIO(render_docx(snapshot)))


def table_texts(document: DocumentObject) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def title_cell(snapshot: ReportSnapshot) -> str:
    return table_texts(opened(snapshot))[1][1]


def link_targets(document: DocumentObject) -> list[str]:
    cells = [cell for row in document.tables[0].rows for cell in row.cells]
    links = [link for cell in cells for paragraph in cell.paragraphs for link in paragraph.hyperlinks]
    return [link.url for link in links]


def test_title_lines_and_header(messy: ReportSnapshot) -> None:
    document = opened(messy)
    assert [p.text for p in document.paragraphs][:4] == [line.text for line in messy.titles]
    assert table_texts(document)[0] == list(messy.header)
    assert [run.bold for p in document.paragraphs[:4] for run in p.runs] == [None, True, True, True]


def test_every_cell_reads_back_as_it_was(messy: ReportSnapshot) -> None:
    assert table_texts(opened(messy))[1:] == [[cell.text for cell in row] for row in messy.rows]


def test_real_report_reads_back_cell_by_cell(real_snapshot: ReportSnapshot) -> None:
    document = opened(real_snapshot)
    assert table_texts(document)[1:] == [[cell.text for cell in row] for row in real_snapshot.rows]
    assert len(link_targets(document)) == 22


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "  на початку і в кінці  ",
        "таб\tтут\t",
        "\tз таба",
        "рядок\n\n\nще рядок",
        "\n\nпорожні\n",
        "<w:t>&amp; ]]> \"'",
        "=SUM(A1)",
        "a\u00a0b\u00adc\u200bd\u2028e",
        "😀 𝕏 漢字",
        "я" * 10_000,
    ],
)
def test_text_survives(one_cell: OneCell, text: str) -> None:
    assert title_cell(one_cell(text)) == text


_XML_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x0b"), max_size=40).map(
    lambda text: "".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))
)


@given(text=_XML_TEXT)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_survives(one_cell: OneCell, text: str) -> None:
    snapshot = one_cell(text)
    assert title_cell(snapshot) == snapshot.rows[0][1].text


@pytest.mark.parametrize(
    ("hidden", "target"),
    [
        ("https://a.ua/?a=1&b=2", "https://a.ua/?a=1&b=2"),
        ("https://a.ua/#місце", "https://a.ua/#місце"),
        ('https://a.ua/"лапки"', "https://a.ua/%22лапки%22"),
        ("https://кирилиця.укр/новини?слово=два", "https://кирилиця.укр/новини?слово=два"),
        ("https://a.ua/два слова", "https://a.ua/два%20слова"),
    ],
)
def test_target_of_a_hyperlink(
    form: ReportForm, court: Court, period: Period, event_of: Callable[..., Event], hidden: str, target: str
) -> None:
    event = event_of(1, ["", "тут"], (Anchor(Column.TITLE, "тут", hidden),))
    document = opened(take_snapshot(form, court, period, [event]))
    # python-docx puts the fragment apart only for links that it reads as internal
    assert link_targets(document) == [target]
    assert table_texts(document)[1][1] == "тут"


def test_equal_addresses_share_a_relationship(one_cell: OneCell) -> None:
    document = opened(one_cell("https://a.ua/\nhttps://b.ua/\nhttps://a.ua/"))
    links = [
        link._hyperlink.rId for p in document.tables[0].rows[1].cells[1].paragraphs for link in p.hyperlinks
    ]
    assert links[0] == links[2] != links[1]


def test_links_look_like_links_and_are_not_spell_checked(one_cell: OneCell) -> None:
    document = opened(one_cell("Див. https://a.ua/"))
    paragraph = document.tables[0].rows[1].cells[1].paragraphs[0]
    run = paragraph.hyperlinks[0].runs[0]
    assert run.style.name == "Hyperlink"
    assert run._element.rPr.find(f"{_W}noProof") is not None
    assert paragraph.runs[0]._element.rPr is None


def test_long_address_stays_one_unaltered_run(one_cell: OneCell, long_address: str) -> None:
    assert len(long_address) == 159
    document = opened(one_cell(long_address, Column.MEDIA))
    assert document.tables[0].rows[1].cells[5].text == long_address
    assert link_targets(document) == [long_address]


def test_quarter_without_events_keeps_the_form(form: ReportForm, court: Court, period: Period) -> None:
    document = opened(take_snapshot(form, court, period, []))
    assert table_texts(document)[1:] == [["-"] * 9]

"""A clip is what Word, Excel and LibreOffice take, and plain text as Excel writes it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from openpyxl import load_workbook

from courtcomms.importing import read_document
from courtcomms.importing.clips.clipboard import read_clipboard
from courtcomms.model import Anchor, Column
from courtcomms.reports.clip import Clip, ClipCell, clip, clip_table
from courtcomms.reports.snapshot import ReportSnapshot

ADDRESS = "https://zr.dp.court.gov.ua/sud0000/1/?a=1&b=2"


def of(*rows: tuple[str, ...], heading: tuple[str, ...] = ()) -> Clip:
    return clip([[ClipCell(text) for text in row] for row in rows], heading)


def cells(made: Clip) -> list[html.HtmlElement]:
    return html.document_fromstring(made.html).findall(".//td")


def test_text_is_quoted_only_where_excel_would_not_read_it_back() -> None:
    made = of(("a\tb", "рядок\nдругий"), ('"Вісник"', 'про "Вісник"'), ("", "-"))
    assert made.text == '"a\tb"\t"рядок\nдругий"\n"""Вісник"""\tпро "Вісник"\n\t-'


def test_one_cell_is_bare_text() -> None:
    assert of(('"Вісник"\nдва',)).text == '"Вісник"\nдва'


def test_every_cell_is_text_to_excel_and_to_libreoffice() -> None:
    for cell in cells(of(("=1+1", "13.08.2021"))):
        assert 'mso-number-format:"\\@"' in cell.get("style")
        assert cell.get("x:str") is not None
        assert cell.get("sdnum") == "1058;1058;@"


def test_lines_stay_in_their_cell() -> None:
    (cell,) = cells(of(("один\nдва",)))
    (line_break,) = cell.findall("br")
    assert line_break.get("style") == "mso-data-placement:same-cell"
    assert (cell.text, line_break.tail) == ("один", "два")


def test_addresses_and_hidden_targets_are_links() -> None:
    anchors = (Anchor(Column.SITE_LINKS, "новина", 'https://a.example/?x=1&y="2"'),)
    made = clip([[ClipCell(f"новина\n{ADDRESS}", anchors)]])
    links = [(link.text, link.get("href")) for link in cells(made)[0].findall("a")]
    assert links == [("новина", "https://a.example/?x=1&y=%222%22"), (ADDRESS, ADDRESS)]


def test_markup_in_a_text_stays_text() -> None:
    (cell,) = cells(of(('<b>&nbsp;</b> & "x"',)))
    assert cell.text_content() == '<b>&nbsp;</b> & "x"'
    assert cell.find("b") is None


def test_whole_rows_have_their_heading_in_both_forms() -> None:
    made = of(("1", "Лекція"), heading=("№", "Назва"))
    assert made.text == "№\tНазва\n1\tЛекція"
    assert [cell.text for cell in html.document_fromstring(made.html).findall(".//th")] == ["№", "Назва"]


def test_signs_that_no_document_can_hold_are_left_out() -> None:
    made = of(("а\x00б\ud800в",))
    assert made.text == "абв"
    assert made.html.encode()


def test_a_whole_report_has_the_forms_headings_numbers_and_widths(messy: ReportSnapshot) -> None:
    made = clip_table(messy)
    table = html.document_fromstring(made.html).find(".//table")
    assert len(table.findall("col")) == 9
    assert table.get("data-courtcomms") == "rows"
    heading, *rows = table.findall("tr")
    assert [" ".join(cell.text_content().split()) for cell in heading] == list(messy.header)
    assert [row[0].text_content() for row in rows] == ["1", "2", "3", "4", "5"]
    copied = read_clipboard(made.html, made.text)
    assert copied.whole_rows
    assert [[cell.text for cell in row] for row in copied.rows[1:]] == [
        [cell.text for cell in row] for row in messy.rows
    ]
    assert made.text.split("\t")[0] == "№"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
def test_libreoffice_writer_takes_a_report_with_every_word_and_link(
    tmp_path: Path, snapshot_of: Callable[..., ReportSnapshot]
) -> None:
    rows = [
        ["=Збори", "перший\n\nдругий", "13.08.2021", f"Новина: {ADDRESS}", "-", "<b>&amp;", "-", "007"],
        ["Друге", "", "постійно", f"{ADDRESS}\nhttps://b.ua/2", "«Вісник» https://c.ua/", "", "", "25"],
    ]
    sent = snapshot_of(rows)
    (tmp_path / "clip.html").write_text(clip_table(sent).html, encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--infilter=HTML (StarWriter)", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", str(tmp_path), str(tmp_path / "clip.html")],
        check=True, capture_output=True, timeout=150,
    )  # fmt: skip
    read = read_document(tmp_path / "clip.docx")
    assert [[row.cells[column] for column in Column] for row in read.rows] == [
        [cell.text for cell in row] for row in sent.rows
    ]
    assert [[link.target for links in row.links for link in links] for row in read.rows] == [
        [link.target for cell in row for link in cell.links] for row in sent.rows
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
def test_libreoffice_takes_cells_as_text_with_lines_and_links(tmp_path: Path) -> None:
    texts = ("=1+1", "13.08.2021", "перший\nдругий  з  пробілами", ADDRESS, "007", "1/2")
    (tmp_path / "clip.html").write_text(of(texts, ("", "a", "b", "c", "d", "e")).html, encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--infilter=HTML (StarCalc)", "--convert-to", "xlsx",
         "--outdir", str(tmp_path), str(tmp_path / "clip.html")],
        check=True, capture_output=True, timeout=150,
    )  # fmt: skip
    sheet = load_workbook(tmp_path / "clip.xlsx").active
    found = [cell.value for cell in sheet[1]]
    assert found[:2] == ["=1+1", "13.08.2021"]
    assert sheet["A1"].data_type == "s"
    assert re.sub("\xa0", " ", found[2]) == texts[2]
    assert found[3:] == [ADDRESS, "007", "1/2"]
    assert sheet["D1"].hyperlink.target == ADDRESS
    assert [cell.value or "" for cell in sheet[2]][1:3] == ["a", "b"]

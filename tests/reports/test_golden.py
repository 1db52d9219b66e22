"""Parts of a small report as they stood when somebody last looked at them.

A change here is a change of what a court sends. Look at the difference, and at the file in Word and
LibreOffice; if it is meant, renew the texts with

    COURTCOMMS_RENEW_GOLDEN=1 python -m pytest tests/reports/test_golden.py
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.form import Executor, ReportForm, Signatory, SignatureDate
from courtcomms.reports.html_page import render_html
from courtcomms.reports.snapshot import ReportSnapshot, SectionRow
from courtcomms.reports.xlsx_writer import render_xlsx

_GOLDEN = Path(__file__).parent / "golden"
_ROW = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tr"
_PARTS = {
    "docx": ("word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "docProps/core.xml"),
    "xlsx": ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/styles.xml"),
}


@pytest.fixture
def small(snapshot_of: Callable[..., ReportSnapshot], form: ReportForm) -> ReportSnapshot:
    signed = replace(
        form,
        signatory=Signatory(True, "Заступник керівника апарату", "Ім'я ПРІЗВИЩЕ"),
        signed=SignatureDate(True, date(2025, 5, 25)),
        executor=Executor(True, "Прізвище І. Б.", "(000) 000-00-00"),
    )
    rows = [
        ["Буклети", "Знати", "постійно", "https://a.ua/1\n\nhttps://a.ua/2", "-", "Усі", "Керівник", "25"],
        ["=Збори", "Навчити", "13.08.2021", "https://a.ua/3", "«Вісник» https://b.ua/", "", "-", "до 100"],
    ]
    return snapshot_of(rows, signed)


@pytest.mark.parametrize(("suffix", "part"), [(suffix, part) for suffix in _PARTS for part in _PARTS[suffix]])
def test_part_is_as_it_was(
    small: ReportSnapshot, parts_of: Callable[[bytes], dict[str, bytes]], suffix: str, part: str
) -> None:
    render = {"docx": render_docx, "xlsx": render_xlsx}[suffix]
    root = etree.fromstring(parts_of(render(small))[part])
    text = etree.tostring(root, encoding="unicode").replace("><", ">\n<") + "\n"
    compare(text, f"{suffix}_{part.replace('/', '_')}.txt")


@pytest.fixture
def parted(small: ReportSnapshot) -> ReportSnapshot:
    """The same rows as a table over two quarters."""
    return replace(
        small, sections=(SectionRow(0, "І квартал 2021 року"), SectionRow(1, "ІІ квартал 2021 року"))
    )


def test_table_over_quarters_in_word_is_as_it_was(
    parted: ReportSnapshot, parts_of: Callable[[bytes], dict[str, bytes]]
) -> None:
    root = etree.fromstring(parts_of(render_docx(parted))["word/document.xml"])
    rows = [etree.tostring(row, encoding="unicode") for row in root.iter(_ROW) if len(row) == 2]
    compare("\n".join(rows).replace("><", ">\n<") + "\n", "docx_sections.txt")


def test_page_is_as_it_was(parted: ReportSnapshot) -> None:
    compare(render_html(parted).data.decode(), "html_page.txt")


def compare(text: str, name: str) -> None:
    file = _GOLDEN / name
    if os.environ.get("COURTCOMMS_RENEW_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")

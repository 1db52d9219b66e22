"""Lines over the full width of the table, and the letterhead's words over it, in Excel."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from courtcomms.reports.form import Align
from courtcomms.reports.snapshot import Letterhead, LetterheadLine, ReportSnapshot, SectionRow
from courtcomms.reports.xlsx_writer import render_with_notes, render_xlsx

LONG = "ІІІ квартал 2021 року " * 12


@pytest.fixture
def parted(snapshot_of: Callable[..., ReportSnapshot]) -> ReportSnapshot:
    row = ["Захід", "", "13.08.2021", "https://a.ua/1\nhttps://a.ua/2", "-", "", "", "25"]
    sections = (
        SectionRow(0, "І квартал"),
        SectionRow(2, "=ІІ квартал"),
        SectionRow(2, LONG),
        SectionRow(3, "ІV"),
    )
    return replace(snapshot_of([row, row, row]), sections=sections)


def sheet(snapshot: ReportSnapshot, number: int = 0) -> Worksheet:
    return load_workbook(io.BytesIO(render_xlsx(snapshot))).worksheets[number]


def under_heading(found: Worksheet) -> list[tuple[object, ...]]:
    """The first column's values and data types below the heading, down to the table's end."""
    top = int(str(found.print_title_rows).rpartition("$")[2])
    cells = [found.cell(row, 1) for row in range(top + 1, found.max_row + 1)]
    return [(cell.value, cell.data_type) for cell in cells]


def test_sections_stand_between_the_rows_as_text(parted: ReportSnapshot) -> None:
    assert under_heading(sheet(parted)) == [
        ("І квартал", "s"),
        (1, "n"),
        (2, "n"),
        ("=ІІ квартал", "s"),
        (LONG, "s"),
        (3, "n"),
        ("ІV", "s"),
    ]


def test_each_is_merged_over_all_columns_framed_and_high_enough(parted: ReportSnapshot) -> None:
    found = sheet(parted)
    rows = [
        row for row in range(1, found.max_row + 1) if found.cell(row, 1).value in ("І квартал", LONG, "ІV")
    ]
    assert {f"A{row}:I{row}" for row in rows} <= {str(area) for area in found.merged_cells.ranges}
    heights = [found.row_dimensions[row].height for row in rows]
    assert heights[0] == heights[2] >= 12.75
    assert heights[1] == pytest.approx(2 * heights[0])
    for row in rows:
        assert found.cell(row, 1).border.left.style == "thin"
        assert found.cell(row, 9).border.right.style == "thin"
        assert found.cell(row, 5).border.bottom.style == "thin"


def test_numbers_still_lead_to_their_links(parted: ReportSnapshot) -> None:
    found, links = sheet(parted), sheet(parted, 1)
    places = [cell.hyperlink.location for (cell,) in found["A1:A40"] if cell.hyperlink]
    assert len(places) == 3
    named = [links[place.rpartition("!")[2]].value for place in places]
    assert named == [1, 2, 3]


def test_the_letterheads_words_stand_above_the_titles(parted: ReportSnapshot) -> None:
    lines = (
        LetterheadLine("", Align.CENTER, image=b"\x89PNG", width_mm=12, height_mm=17),
        LetterheadLine("ВИГАДАНИЙ СУД", Align.CENTER, bold=True, size_pt=14),
        LetterheadLine("вул. Вигадана, 1", Align.RIGHT),
    )
    headed = replace(parted, letterhead=Letterhead(b"", lines))
    found = sheet(headed)
    texts = [found.cell(row, 1).value for row in range(1, 5)]
    assert texts == ["ВИГАДАНИЙ СУД", "вул. Вигадана, 1", None, "Таблиця 1"]
    assert found["A1"].font.bold
    assert found["A2"].alignment.horizontal == "right"
    (note,) = render_with_notes(headed).notes
    assert "Зображень бланка" in note
    assert render_with_notes(parted).notes == ()

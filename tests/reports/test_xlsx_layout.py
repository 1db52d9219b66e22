"""How the Excel file lies on screen and paper."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from courtcomms.reports.form import Executor, Font, ReportForm, Signatory, SignatureDate
from courtcomms.reports.snapshot import ReportSnapshot
from courtcomms.reports.text_metrics import count_lines
from courtcomms.reports.xlsx_heights import line_height
from courtcomms.reports.xlsx_writer import render_xlsx

SnapshotOf = Callable[..., ReportSnapshot]
Parts = Callable[[bytes], dict[str, bytes]]
_ROWS = [["подія", *["-"] * 7]] * 3


def opened(snapshot: ReportSnapshot) -> Workbook:
    return load_workbook(io.BytesIO(render_xlsx(snapshot)))


@pytest.fixture
def sheet(messy: ReportSnapshot) -> Worksheet:
    return opened(messy)["Звіт"]


def test_sheet_and_margins(sheet: Worksheet) -> None:
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    margins = sheet.page_margins
    inches = (margins.left, margins.right, margins.top, margins.bottom)
    assert [inch * 25.4 for inch in inches] == pytest.approx([30, 10, 20, 20])


def test_columns_fill_the_width_of_the_sheet(sheet: Worksheet) -> None:
    pixels = [sheet.column_dimensions[letter].width * 8 for letter in "ABCDEFGHI"]
    assert sum(pixels) * 25.4 / 96 == pytest.approx(257, abs=0.5)


def test_widths_are_counted_in_digits_of_a_font_that_is_everywhere(sheet: Worksheet) -> None:
    normal = sheet["A5"].font
    assert (normal.name, normal.sz) == ("Times New Roman", 12)


def test_title_lies_over_all_columns(sheet: Worksheet) -> None:
    assert {str(cells) for cells in sheet.merged_cells.ranges} == {f"A{row}:I{row}" for row in (1, 2, 3, 4)}
    assert [sheet.cell(row, 1).alignment.horizontal for row in (1, 2, 3, 4)] == ["right", *["center"] * 3]
    assert [bool(sheet.cell(row, 1).font.b) for row in (1, 2, 3, 4)] == [False, True, True, True]


def test_header_stays_in_view_and_repeats_in_print(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "A7"
    assert sheet.print_title_rows == "$6:$6"


def test_cells_are_wrapped_framed_and_in_the_forms_font(sheet: Worksheet) -> None:
    for row in sheet["A6:I11"]:
        for cell in row:
            assert cell.alignment.wrap_text
            assert (cell.font.name, cell.font.sz) == ("Times New Roman", 10)
            assert {cell.border.left.style, cell.border.bottom.style} == {"thin"}


def lines_needed(snapshot: ReportSnapshot) -> list[int]:
    """Lines of each row where a cell leaves 5 pixels beside its text, as Excel does."""
    rooms = [column.width_mm * 72 / 25.4 - 3.75 for column in snapshot.form.columns]
    rows = [zip(row, rooms, strict=True) for row in snapshot.rows]
    return [max(count_lines(cell.text, room, 10) for cell, room in row) for row in rows]


def heights(snapshot: ReportSnapshot) -> list[float]:
    sheet = opened(snapshot)["Звіт"]
    return [sheet.row_dimensions[number].height for number in range(7, 7 + len(snapshot.rows))]


def test_rows_show_every_line_at_the_heights_that_excel_gives_lines(messy: ReportSnapshot) -> None:
    """At size 10 a line takes 12.75 pt on a screen of 100 % and 13.2 pt on one of 125 %."""
    for height, lines in zip(heights(messy), lines_needed(messy), strict=True):
        assert height >= min(lines * 13.2, 409)


def test_rows_have_hardly_a_line_to_spare(real_snapshot: ReportSnapshot) -> None:
    spare = [
        height / 13.2 - lines
        for height, lines in zip(heights(real_snapshot), lines_needed(real_snapshot), strict=True)
    ]
    assert max(spare) < 2.01
    assert sum(spare) / len(spare) < 0.5


@pytest.mark.parametrize(("size", "height"), [(8, 11.25), (9, 12), (10, 13.2), (11, 15), (12, 15.75)])
def test_height_of_a_line_is_what_excel_gives_it(size: float, height: float) -> None:
    assert line_height(size) == pytest.approx(height)


def test_letters_of_another_font_are_taken_to_be_wider(snapshot_of: SnapshotOf, form: ReportForm) -> None:
    rows = [["і знову слово за словом, доки не скінчиться рядок; " * 6, *["-"] * 7]]
    times, arial = (
        heights(snapshot_of(rows, replace(form, font=Font(name, 12, 10))))[0]
        for name in ("Times New Roman", "Arial")
    )
    assert arial >= times * 1.15


def test_pages_of_the_sheet_of_links_are_counted_on_their_own(messy: ReportSnapshot) -> None:
    workbook = opened(messy)
    assert workbook["Посилання"].page_setup.firstPageNumber == 1
    assert workbook["Посилання"].page_setup.useFirstPageNumber
    assert not workbook["Звіт"].page_setup.useFirstPageNumber


def test_columns_of_the_sheet_of_links_fill_the_width_of_the_paper(messy: ReportSnapshot) -> None:
    sheet = opened(messy)["Посилання"]
    pixels = [dimension.width * 8 for dimension in sheet.column_dimensions.values()]
    assert sum(pixels) * 25.4 / 96 == pytest.approx(257, abs=0.5)


def test_excel_may_fit_the_rows_again(parts_of: Parts, messy: ReportSnapshot) -> None:
    part = parts_of(render_xlsx(messy))["xl/worksheets/sheet1.xml"]
    assert part.count(b" ht=") >= 10
    assert b"customHeight" not in part


def test_page_numbers_from_page_2(sheet: Worksheet) -> None:
    assert sheet.HeaderFooter.differentFirst
    assert sheet.oddHeader.center.text == "&P"
    assert sheet.firstHeader.center.text is None


def test_page_numbers_switched_off(snapshot_of: SnapshotOf, form: ReportForm) -> None:
    without = replace(form, page=replace(form.page, page_numbers=False))
    assert opened(snapshot_of(_ROWS, without))["Звіт"].oddHeader.center.text is None


def test_font_of_the_form(snapshot_of: SnapshotOf, form: ReportForm) -> None:
    sheet = opened(snapshot_of(_ROWS, replace(form, font=Font("Arial", 14, 9))))["Звіт"]
    assert (sheet["B7"].font.name, sheet["B7"].font.sz) == ("Arial", 9)
    assert (sheet["A2"].font.name, sheet["A2"].font.sz) == ("Arial", 14)


def test_signature_date_and_executor(snapshot_of: SnapshotOf, form: ReportForm) -> None:
    full = replace(
        form,
        signatory=Signatory(True, "Заступник керівника\nапарату суду", "Ім'я ПРІЗВИЩЕ"),
        signed=SignatureDate(True, date(2025, 5, 25)),
        executor=Executor(True, "Прізвище І. Б.", "(000) 000-00-00"),
    )
    rows = opened(snapshot_of(_ROWS, full))["Звіт"].iter_rows(min_row=10, values_only=True)
    assert [tuple(value for value in row if value) for row in rows] == [
        (),
        ("Заступник керівника",),
        ("апарату суду", "Ім'я ПРІЗВИЩЕ"),
        (),
        ("25.05.2025",),
        (),
        ("Прізвище І. Б.",),
        ("(000) 000-00-00",),
    ]


def test_nothing_under_the_table_by_default(sheet: Worksheet, messy: ReportSnapshot) -> None:
    assert sheet.max_row == 6 + len(messy.rows)


def test_properties(parts_of: Parts, messy: ReportSnapshot) -> None:
    parts = parts_of(render_xlsx(messy))
    properties = opened(messy).properties
    assert properties.language == "uk-UA"
    assert properties.creator == "Вигаданий районний суд"
    assert (properties.title or "").endswith("за ІІІ квартал 2021 року")
    stamps = re.findall(rb"W3CDTF\">([^<]+)<", parts["docProps/core.xml"])
    assert stamps == [b"2021-09-30T00:00:00Z"] * 2
    assert b"Microsoft" not in parts["docProps/app.xml"]

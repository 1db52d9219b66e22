"""What stands in the Excel file, read back by openpyxl."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from courtcomms.model import Anchor, Column, Court, Event
from courtcomms.period import Period
from courtcomms.reports.form import ExcelHabits, ReportForm
from courtcomms.reports.snapshot import ReportSnapshot, take_snapshot
from courtcomms.reports.xlsx_writer import render_xlsx

OneCell = Callable[..., ReportSnapshot]
SnapshotOf = Callable[..., ReportSnapshot]
_FIRST = 7


def opened(snapshot: ReportSnapshot) -> Workbook:
    return load_workbook(io.BytesIO(render_xlsx(snapshot)))


def cell_of(snapshot: ReportSnapshot, address: str = f"B{_FIRST}") -> Cell:
    return opened(snapshot)["Звіт"][address]


def texts(sheet: Worksheet, first: int, columns: int) -> list[list[str]]:
    rows = sheet.iter_rows(min_row=first, max_col=columns, values_only=True)
    return [["" if value is None else str(value) for value in row] for row in rows]


def reachable(workbook: Workbook) -> set[str]:
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    return {cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target}


def test_title_lines_and_header(messy: ReportSnapshot) -> None:
    sheet = opened(messy)["Звіт"]
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == [line.text for line in messy.titles]
    assert texts(sheet, 6, 9)[0] == list(messy.header)


def test_every_cell_reads_back_as_it_was(messy: ReportSnapshot) -> None:
    sheet = opened(messy)["Звіт"]
    assert texts(sheet, _FIRST, 9) == [[cell.text for cell in row] for row in messy.rows]


def test_real_report_reads_back_cell_by_cell(real_snapshot: ReportSnapshot) -> None:
    workbook = opened(real_snapshot)
    assert texts(workbook["Звіт"], _FIRST, 9) == [[cell.text for cell in row] for row in real_snapshot.rows]
    assert reachable(workbook) == {t for row in real_snapshot.rows for cell in row for t in cell.targets}


@pytest.mark.parametrize(
    "text",
    [
        "=SUM(A1)",
        "=1+1",
        "+1",
        "-1",
        "@x",
        "#N/A",
        "'апостроф",
        "TRUE",
        "  на краю  ",
        "таб\tтут\t",
        "рядок\n\n\nще",
        "\n\nпорожні\n",
        "<t>&amp; ]]> \"'",
        "_x0041_ і _x005F_x0041_",
        "</is></c>",
        '<row customHeight="1">',
        "a\u00a0b\u00ad\u200b\u2028",
        "😀 𝕏 漢字",
        "я" * 10_000,
        "0025",
        "1e5",
        "13.08.2021",
    ],
)
def test_text_stays_text(one_cell: OneCell, text: str) -> None:
    cell = cell_of(one_cell(text))
    assert cell.data_type == "s"
    assert str(cell.value) == text.replace("x005F_", "")  # openpyxl drops even those that were escaped


def test_signs_that_look_escaped_are_escaped(
    one_cell: OneCell, parts_of: Callable[..., dict[str, bytes]]
) -> None:
    strings = parts_of(render_xlsx(one_cell("_x0041_ _x004_ _xfe_ _x005F_")))["xl/sharedStrings.xml"]
    assert b"_x005F_x0041_ _x004_ _xfe_ _x005F_x005F_" in strings


_XML_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40).map(
    lambda text: "".join(c for c in text if c not in "\ufffe\uffff_")
)


@given(text=_XML_TEXT)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_survives(one_cell: OneCell, text: str) -> None:
    snapshot = one_cell(text)
    assert (cell_of(snapshot).value or "") == snapshot.rows[0][1].text


@pytest.mark.parametrize(("text", "value"), [("25", 25), ("0", 0), ("999999999", 999_999_999)])
def test_plain_participants_are_numbers(one_cell: OneCell, text: str, value: int) -> None:
    cell = cell_of(one_cell(text, Column.PARTICIPANTS), f"I{_FIRST}")
    assert (cell.data_type, cell.value) == ("n", value)


@pytest.mark.parametrize("text", ["до 100", "-", "007", "+5", "25 ", "1 000", "٣", "²", "9999999999", "25\n"])
def test_other_participants_stay_text(one_cell: OneCell, text: str) -> None:
    cell = cell_of(one_cell(text, Column.PARTICIPANTS), f"I{_FIRST}")
    assert (cell.data_type, cell.value) == ("s", text)


def test_number_is_a_number_and_digits_in_a_title_are_not(one_cell: OneCell) -> None:
    sheet = opened(one_cell("2021"))["Звіт"]
    assert (sheet[f"A{_FIRST}"].data_type, sheet[f"A{_FIRST}"].value) == ("n", 1)
    assert (sheet[f"B{_FIRST}"].data_type, sheet[f"B{_FIRST}"].value) == ("s", "2021")


def test_a_short_text_stays_text_when_edited_in_excel(one_cell: OneCell) -> None:
    assert cell_of(one_cell("13.08.2021")).number_format == "@"
    assert cell_of(one_cell("слово " * 50)).number_format == "General"  # old Excel shows #### otherwise


def test_one_link_on_one_line_is_the_cells_own(one_cell: OneCell) -> None:
    workbook = opened(one_cell("https://a.ua/1", Column.SITE_LINKS))
    cell = workbook["Звіт"][f"E{_FIRST}"]
    assert cell.hyperlink.target == "https://a.ua/1"
    assert cell.font.underline == "single"
    assert workbook.sheetnames == ["Звіт"]


def test_several_links_are_reached_through_the_sheet_of_links(snapshot_of: SnapshotOf) -> None:
    rows = [
        ["перша", "-", "-", "https://a.ua/1\nhttps://a.ua/2\nhttps://a.ua/1", "-", "-", "-", "-"],
        ["друга", "-", "-", "-", "«Вісник» https://b.ua/3", "-", "-", "-"],
        ["третя", *["-"] * 7],
    ]
    workbook = opened(snapshot_of(rows))
    links = workbook["Посилання"]
    assert texts(links, 1, 4) == [
        ["№", "Графа", "Захід", "Посилання"],
        ["1", "Посилання на сайт", "перша", "https://a.ua/1"],
        ["1", "Посилання на сайт", "перша", "https://a.ua/2"],
        ["2", "ЗМІ", "друга", "https://b.ua/3"],
    ]
    addresses = [links.cell(row, 4) for row in (2, 3, 4)]
    assert [cell.hyperlink.target for cell in addresses] == [cell.value for cell in addresses]
    assert links.max_column == 4
    numbers = [workbook["Звіт"].cell(row, 1).hyperlink for row in (7, 8, 9)]
    assert [link and link.location for link in numbers] == ["'Посилання'!A2", "'Посилання'!A4", None]


def test_an_address_longer_than_a_line_is_opened_by_a_word_beside_it(
    snapshot_of: SnapshotOf, long_address: str
) -> None:
    links = opened(snapshot_of([["подія", "-", "-", f"{long_address}\nhttps://a.ua/1", *["-"] * 4]]))[
        "Посилання"
    ]
    assert texts(links, 1, 5) == [
        ["№", "Графа", "Захід", "Посилання", "Перейти"],
        ["1", "Посилання на сайт", "подія", long_address, "відкрити"],
        ["1", "Посилання на сайт", "подія", "https://a.ua/1", ""],
    ]
    clicked = {cell.coordinate: cell.hyperlink.target for row in links for cell in row if cell.hyperlink}
    assert clicked == {"E2": long_address, "D3": "https://a.ua/1"}


def test_hidden_addresses_are_listed_with_their_words(
    form: ReportForm, court: Court, period: Period, event_of: Callable[..., Event]
) -> None:
    anchors = (
        Anchor(Column.SITE_LINKS, "тут", "https://a.ua/1"),
        Anchor(Column.SITE_LINKS, "тут", "https://a.ua/2"),
    )
    event = event_of(1, ["", "подія", "", "", "тут і тут; https://b.ua/"], anchors)
    links = opened(take_snapshot(form, court, period, [event]))["Посилання"]
    assert [row[3:] for row in texts(links, 1, 5)] == [
        ["Текст у клітинці", "Посилання"],
        ["тут", "https://a.ua/1"],
        ["тут", "https://a.ua/2"],
        ["", "https://b.ua/"],
    ]


@pytest.mark.parametrize(("text", "listed"), [("новина", False), ("про новина дня", True)])
def test_a_hidden_address_under_a_part_of_its_cell_is_listed(
    form: ReportForm, court: Court, period: Period, event_of: Callable[..., Event], text: str, listed: bool
) -> None:
    event = event_of(1, ["", text], (Anchor(Column.TITLE, "новина", "https://a.ua/1"),))
    workbook = opened(take_snapshot(form, court, period, [event]))
    assert workbook["Звіт"][f"B{_FIRST}"].hyperlink.target == "https://a.ua/1"
    assert ("Посилання" in workbook.sheetnames) is listed


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Коротка  назва\nу два рядки", "Коротка назва у два рядки"),
        ("слово " * 20, "слово слово слово слово слово…"),
        ("ш" * 100, "ш" * 18 + "…"),
    ],
)
def test_name_of_the_event_in_the_list_is_one_line(snapshot_of: SnapshotOf, name: str, shown: str) -> None:
    links = opened(snapshot_of([[name, "-", "-", "https://a.ua/1\nhttps://a.ua/2", *["-"] * 4]]))["Посилання"]
    assert links["C2"].value == shown
    assert links.row_dimensions[2].height < 14


def test_form_may_ask_for_a_link_in_every_cell(snapshot_of: SnapshotOf, form: ReportForm) -> None:
    rows = [["перша", "-", "-", "https://a.ua/1\nhttps://a.ua/2", "-", "-", "-", "-"]]
    workbook = opened(snapshot_of(rows, replace(form, excel=ExcelHabits(True))))
    assert workbook["Звіт"][f"E{_FIRST}"].hyperlink.target == "https://a.ua/1"
    assert reachable(workbook) == {"https://a.ua/1", "https://a.ua/2"}


@pytest.mark.parametrize(
    ("hidden", "target"),
    [
        ("https://a.ua/?a=1&b=2#c", "https://a.ua/?a=1&b=2#c"),
        ('https://a.ua/"лапки"', "https://a.ua/%22лапки%22"),
        ("https://кирилиця.укр/два слова", "https://кирилиця.укр/два%20слова"),
    ],
)
def test_target_of_a_hyperlink(
    form: ReportForm, court: Court, period: Period, event_of: Callable[..., Event], hidden: str, target: str
) -> None:
    event = event_of(1, ["", "тут"], (Anchor(Column.TITLE, "тут", hidden),))
    cell = cell_of(take_snapshot(form, court, period, [event]))
    assert (cell.value, cell.hyperlink.target) == ("тут", target)


def test_quarter_without_events_keeps_the_form(form: ReportForm, court: Court, period: Period) -> None:
    workbook = opened(take_snapshot(form, court, period, []))
    assert texts(workbook["Звіт"], _FIRST, 9) == [["-"] * 9]

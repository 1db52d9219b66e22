"""What Excel cannot hold is refused or told, never cut in silence."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from openpyxl import load_workbook

from courtcomms.errors import BadInput
from courtcomms.model import Anchor, Column, Court, Event
from courtcomms.period import Period
from courtcomms.reports import xlsx_limits
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot, take_snapshot
from courtcomms.reports.xlsx_writer import render_with_notes, render_xlsx

OneCell = Callable[..., ReportSnapshot]


def test_cell_at_the_limit_is_written_whole(one_cell: OneCell) -> None:
    text = "я" * 32_767
    sheet = load_workbook(io.BytesIO(render_xlsx(one_cell(text))))["Звіт"]
    assert sheet["B7"].value == text


@pytest.mark.parametrize("text", ["я" * 32_768, "😀" * 16_384, "_x0041_" * 2_600])
def test_cell_over_the_limit_is_refused(one_cell: OneCell, text: str) -> None:
    with pytest.raises(BadInput) as refusal:
        render_xlsx(one_cell(text))
    message = str(refusal.value)
    assert "рядку 1" in message
    assert "Назва (вид) заходу" in message
    assert ".docx" in message


def test_too_long_link_stays_text_and_is_told(one_cell: OneCell) -> None:
    address = "https://a.ua/" + "x" * 2_100
    rendered = render_with_notes(one_cell(address, Column.SITE_LINKS))
    workbook = load_workbook(io.BytesIO(rendered.data))
    assert workbook["Звіт"]["E7"].value == address
    assert not any(cell.hyperlink and cell.hyperlink.target for row in workbook["Посилання"] for cell in row)
    assert any("2079" in note and ": 1." in note for note in rendered.notes)


def test_an_address_longer_than_a_cell_is_told_and_does_not_spoil_the_file(
    form: ReportForm, court: Court, period: Period, event_of: Callable[..., Event]
) -> None:
    anchor = Anchor(Column.TITLE, "тут", "https://a.ua/" + "x" * 40_000)
    snapshot = take_snapshot(form, court, period, [event_of(1, ["", "тут і там"], (anchor,))])
    rendered = render_with_notes(snapshot)
    rows = load_workbook(io.BytesIO(rendered.data))["Посилання"].iter_rows(values_only=True)
    assert max(len(str(value)) for row in rows for value in row) < 100
    assert any(": 1." in note for note in rendered.notes)


def test_link_at_the_limit_is_a_link(one_cell: OneCell) -> None:
    address = "https://a.ua/".ljust(2_079, "x")
    rendered = render_with_notes(one_cell(address, Column.SITE_LINKS))
    assert load_workbook(io.BytesIO(rendered.data))["Посилання"]["E2"].hyperlink.target == address


def test_more_links_than_a_sheet_holds(one_cell: OneCell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_limits, "LINKS_LIMIT", 2)
    text = "\n".join(f"https://a.ua/{n}" for n in range(5))
    rendered = render_with_notes(one_cell(text, Column.SITE_LINKS))
    links = load_workbook(io.BytesIO(rendered.data))["Посилання"]
    assert [bool(links.cell(row, 4).hyperlink) for row in range(2, 7)] == [True, True, False, False, False]
    assert [links.cell(row, 4).value for row in range(2, 7)] == text.split("\n")
    assert any("(3)" in note for note in rendered.notes)


def test_row_higher_than_excel_shows_is_told(one_cell: OneCell) -> None:
    rendered = render_with_notes(one_cell("рядок\n" * 60))
    sheet = load_workbook(io.BytesIO(rendered.data))["Звіт"]
    assert sheet.row_dimensions[7].height <= 409.5
    assert any("рядки 1)" in note and "Word" in note for note in rendered.notes)


def test_an_ordinary_report_has_nothing_to_tell(one_cell: OneCell) -> None:
    assert render_with_notes(one_cell("подія")).notes == ()

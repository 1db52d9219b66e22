"""The protocol of a check as a workbook: what it says, how it looks in print, that nothing in it runs."""

import datetime as dt
import io

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from courtcomms.errors import BadInput, CannotWrite
from courtcomms.reports.form import load_form
from courtcomms.reports.link_protocol import LinkProtocol, ProtocolRow, render_protocol, write_protocol

NEWS = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1192115/"
FULL = ProtocolRow(
    url=NEWS,
    target=NEWS,
    where="№ 1 (сайт)",
    verdict="Порада: перенесено назавжди",
    reason="Сторінку перенесено назавжди: впишіть нову адресу.",
    http="200",
    final_url="https://court.gov.ua/нове",
    hops="1",
    title="Екскурсія до суду",
    checked="22.11.2026, 09:15",
    repair="https://court.gov.ua/нове",
)


@pytest.fixture(scope="module")
def form():
    return load_form()


def protocol(*rows):
    lines = ("Звіт за ІІІ квартал 2021 року", "Складено 22.11.2026, 09:20", f"Посилань: {len(rows)}")
    made_at = dt.datetime(2026, 11, 22, 9, 20, tzinfo=dt.UTC)
    return LinkProtocol("Інгулецький районний суд", lines, rows, made_at)


@pytest.fixture
def sheet_of(form):
    """The sheet of a protocol, as Excel would read it."""

    def read(*rows):
        return openpyxl.load_workbook(io.BytesIO(render_protocol(protocol(*rows), form))).active

    return read


def table(sheet):
    """The table's rows as texts, its heading first."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(number for number, row in enumerate(rows) if row[0] == "№")
    return rows[start:]


def test_it_says_what_was_found_under_its_headings(sheet_of):
    sheet = sheet_of(
        FULL, ProtocolRow("ftp://a.ua/x", "ftp://a.ua/x", "№ 2 (ЗМІ)", "Помилка: запис адреси", "Ні.")
    )
    assert [sheet.cell(row, 1).value for row in range(1, 6)] == [
        "Протокол перевірки посилань",
        "Інгулецький районний суд",
        "Звіт за ІІІ квартал 2021 року",
        "Складено 22.11.2026, 09:20",
        "Посилань: 2",
    ]
    heading, full, bare = table(sheet)
    told = dict(zip([name.replace("-\n", "") for name in heading], full, strict=True))
    assert told == {
        "№": 1,
        "Посилання": NEWS,
        "Перейти": "відкрити",
        "Де у звіті": "№ 1 (сайт)",
        "Висновок": "Порада: перенесено назавжди",
        "Пояснення": "Сторінку перенесено назавжди: впишіть нову адресу.",
        "Код HTTP": "200",
        "Кінцева адреса": "https://court.gov.ua/нове",
        "Переходів": "1",
        "Назва сторінки": "Екскурсія до суду",
        "Коли перевірено": "22.11.2026, 09:15",
        "Чим замінити": "https://court.gov.ua/нове",
    }
    assert bare == [2, "ftp://a.ua/x", None, "№ 2 (ЗМІ)", "Помилка: запис адреси", "Ні.", *[None] * 6]


def test_only_pages_of_the_web_can_be_clicked(sheet_of):
    sheet = sheet_of(
        FULL,
        ProtocolRow("javascript:alert(1)", "javascript:alert(1)", "", "", ""),
        ProtocolRow("file:///etc/passwd", "file:///etc/passwd", "", "", ""),
    )
    links = {
        cell.coordinate: cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink
    }
    assert list(links.values()) == [NEWS]


@pytest.mark.parametrize(
    "title", ['=HYPERLINK("http://evil.com")', "+1+1", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0"]
)
def test_nothing_that_a_page_says_runs_as_a_formula(sheet_of, title):
    sheet = sheet_of(ProtocolRow(title, NEWS, title, title, title, title=title, repair=title))
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.value for cell in cells].count(title) == 6
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_what_no_workbook_can_hold_is_left_out_and_endless_texts_are_cut(sheet_of):
    sheet = sheet_of(ProtocolRow(NEWS, NEWS, "", "", "", title="Но\x07ви\x00на", repair="a" * 40_000))
    row = table(sheet)[1]
    assert row[9] == "Новина"
    assert len(row[11]) < 1_100
    assert row[11].endswith("…")


def test_it_is_made_for_print(sheet_of, form):
    sheet = sheet_of(*[FULL] * 60)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    heading = next(row[0].row for row in sheet.iter_rows() if row[0].value == "№")
    assert sheet.print_title_rows == f"${heading}:${heading}"
    assert sheet.freeze_panes == f"A{heading + 1}"
    widths = sum(sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJKL")
    # 257 mm stand on a page; a column's width is in digits of 8 pixels.
    assert widths * 8 / 96 * 25.4 <= form.page.width_mm + 3
    assert all(sheet.row_dimensions[row].height > 20 for row in range(heading + 1, heading + 61))


def test_the_same_protocol_gives_the_same_valid_bytes(form, tmp_path):
    made = protocol(FULL, FULL)
    file = tmp_path / "protokol.xlsx"
    write_protocol(made, file, form)
    assert file.read_bytes() == render_protocol(made, form)
    result = OpenXmlValidator().validate(str(file))
    assert result.is_valid, list(result.errors)


def test_a_report_without_links_has_a_protocol_too(sheet_of):
    assert table(sheet_of())[1:] == []


@pytest.mark.parametrize("name", ["protokol.docx", "protokol", "protokol.xls"])
def test_another_kind_of_file_is_refused(form, tmp_path, name):
    with pytest.raises(BadInput, match="xlsx"):
        write_protocol(protocol(FULL), tmp_path / name, form)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_its_place_and_a_folder_that_is_not_there(form, tmp_path):
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(BadInput, match="тека"):
        write_protocol(protocol(FULL), tmp_path / "a.xlsx", form)
    with pytest.raises(CannotWrite):
        write_protocol(protocol(FULL), tmp_path / "nema" / "a.xlsx", form)

"""Cells of Excel as they are shown: texts, numbers, dates, formulas, whatever stores them."""

import pytest
from docx_files import ROW
from office_zip import zipped
from xlsx_files import number_cell, parts, report, report_rows, sheet, text_cell, usual_row, xlsx

DATE, TITLE, PEOPLE = 3, 1, 8


def cells(read, replaced, **options):
    return read(report(usual_row(replaced=replaced), **options), "звіт.xlsx").rows[0].cells


def test_inline_strings(read):
    document = read(report(usual_row()), "звіт.xlsx")
    assert [text for _, text in document.rows[0].cells.texts()] == list(ROW)
    assert document.warnings == ()


def test_shared_strings_rich_text_and_readings(read):
    strings = (
        "<si><t>День суду</t></si>"
        "<si><r><t>Перша </t></r><r><rPr><b/></rPr><t>половина</t></r>"
        "<rPh sb='0' eb='1'><t>ЧИТАННЯ</t></rPh></si>"
        "<si/>"
    )
    replaced = {
        1: '<c r="@" t="s"><v>0</v></c>',
        2: '<c r="@" t="s"><v>1</v></c>',
        6: '<c r="@" t="s"><v>2</v></c>',
    }
    found = cells(read, replaced, strings=strings)
    assert (found.title, found.goal, found.audience) == ("День суду", "Перша половина", "")


def test_index_outside_the_shared_strings_is_blank(read):
    assert cells(read, {6: '<c r="@" t="s"><v>99</v></c>', 7: '<c r="@" t="s"><v>x</v></c>'}).audience == ""


def test_escapes_of_excel(read):
    found = cells(read, {1: text_cell("а_x000D_\nб_x005F_x000D_ _x041F_ _xD83D__xDE00_", "@")})
    assert found.title == "а\nб_x000D_ П 😀"


def test_control_characters_are_removed_and_told(read):
    document = read(report(usual_row(replaced={1: text_cell("а_x0001_б_xD800_в", "@")})), "звіт.xlsx")
    assert document.rows[0].cells.title == "абв" or document.rows[0].cells.title == "аб\ufffdв"
    assert any("недрукованих знаків" in w and "Рядок № 1" in w and "Назва" in w for w in document.warnings)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("44421", "14", "13.08.2021"),
        ("44421", "dd.mm.yyyy", "13.08.2021"),
        ("44421", "d/m/yy", "13.8.21"),
        ("44421", "yyyy\\-mm\\-dd", "2021-08-13"),
        ("44421", '[$-422]d mmmm yyyy" р."', "13 серпня 2021 р."),
        ("44421", "[$-F800]dddd, mmmm dd, yyyy", "13 серпня 2021 р."),
        ("44421", "mmmm yyyy", "серпень 2021"),
        ("44421", "ddd dd.mm", "Пт 13.08"),
        ("44421.604166666664", "dd.mm.yyyy h:mm", "13.08.2021 14:30"),
        ("44421.604166666664", "22", "13.08.2021 14:30"),
        ("44421.604166666664", "h:mm AM/PM", "2:30 PM"),
        ("1.5", "[h]:mm", "36:00"),
        ("0.99999999", "[h]:mm", "24:00"),
        ("0.0625", "[mm]:ss", "90:00"),
        ("0.52167824", "47", "31:13,0"),
        ("44421", "[$-409]d mmmm yyyy", "13 August 2021"),
        ("44421", "[$-FC19]dd mmmm yyyy г.;@", "13 августа 2021 г."),
        ("44421", "[$-uk-UA]d mmmm yyyy", "13 серпня 2021"),
        ("44421.604166666664", "[$-F400]h:mm:ss AM/PM", "14:30:00"),
        ("44421", "16", "13.сер"),
        ("44421", "31", "13.08.2021"),
        ("44421", '"до; "dd.mm.yyyy', "до; 13.08.2021"),
        ("60", "14", "29.02.1900"),
        ("59", "14", "28.02.1900"),
        ("61", "14", "01.03.1900"),
        ("-5", "14", "-5"),
        ("99999999", "14", "99999999"),
    ],
)
def test_dates_as_shown(read, value, code, shown):
    assert cells(read, {DATE: number_cell(value, "@", 1)}, formats=("0", code)).date == shown


def test_dates_counted_from_1904(read):
    assert (
        cells(read, {DATE: number_cell("42959", "@", 1)}, formats=("0", "14"), date1904=True).date
        == "13.08.2021"
    )


def test_date_stored_as_text_of_iso(read):
    found = cells(
        read, {DATE: '<c r="@" t="d"><v>2021-08-13T00:00:00</v></c>', 8: '<c r="@" t="d"><v>14:30</v></c>'}
    )
    assert (found.date, found.participants) == ("13.08.2021", "14:30")


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("25", "General", "25"),
        ("2.5", "General", "2,5"),
        ("0.10000000000000001", "General", "0,1"),
        ("1.0000000000000001E-2", "General", "0,01"),
        ("380971234567", "General", "380971234567"),
        ("2.5", "1", "3"),
        ("7", "000", "007"),
        ("1234567.891", "#,##0.00", "1\u00a0234\u00a0567,89"),
        ("0.256", "0%", "26%"),
        ("0.2565", "10", "25,65%"),
        ("25", '0" осіб"', "25 осіб"),
        ("25", '"близько "0', "близько 25"),
        ("1", "\\№ 0", "№ 1"),
        ("-5", "0;[Red](0)", "(5)"),
        ("-5", "1", "-5"),
        ("0", '0;-0;"немає"', "немає"),
        ("1.5", "0.0##", "1,5"),
        ("2", "0.#", "2"),
        ("1500000", '0,," млн"', "2 млн"),
        ("441234567", "(00) 000-00-00", "(44) 123-45-67"),
        ("12", "@", "12"),
        ("0.5", "# ?/?", "1/2"),
        ("2.75", "12", "2 3/4"),
        ("0.333", "13", "1/3"),
        ("3", "# ?/?", "3"),
        ("1.125", "# ?/8", "1 1/8"),
        ("12345.678", "11", "1,23E+04"),
        ("0.00012", "##0.0E+0", "120,0E-6"),
        ("-12345", "0.0E+00", "-1,2E+04"),
        ("1E+21", "General", "1E+21"),
        ("1.5E-10", "General", "1,5E-10"),
        ("1E-05", "General", "0,00001"),
        ("0.33333333333333331", "General", "0,333333333"),
        ("1234567.8912345", "General", "1234567,891"),
        ("-0.5", "General", "-0,5"),
        ("5", '[<10]"мало";[>=100]"багато";0', "мало"),
        ("100", '[<10]"мало";[>=100]"багато";0', "багато"),
        ("50", '[<10]"мало";[>=100]"багато";0', "50"),
        ("25", 'General" осіб"', "25 осіб"),
        ("25", ";;;", "25"),
        ("12.5", "[$₴-422]0.00", "₴12,50"),
        ("nonsense", "0", "nonsense"),
    ],
)
def test_numbers_as_shown(read, value, code, shown):
    assert cells(read, {PEOPLE: number_cell(value, "@", 1)}, formats=("0", code)).participants == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("@", "Суд"),
        ('"м. "@', "м. Суд"),
        ('0;-0;0;@" (район)"', "Суд (район)"),
        ('0;-0;"-";', "Суд"),
        ("dd.mm.yyyy;@", "Суд"),
    ],
)
def test_texts_as_their_format_shows_them(read, code, shown):
    styled = text_cell("Суд", "@").replace("<c ", '<c s="1" ')
    assert cells(read, {7: styled}, formats=("0", code)).responsible == shown


def test_long_whole_number_keeps_its_digits_and_is_told(read):
    document = read(report(usual_row(replaced={PEOPLE: number_cell("380971234567", "@")})), "з.xlsx")
    assert document.rows[0].cells.participants == "380971234567"
    assert any("довге число" in warning for warning in document.warnings)


def test_logical_values_and_errors(read):
    document = read(
        report(usual_row(replaced={7: '<c r="@" t="b"><v>1</v></c>', 8: '<c r="@" t="e"><v>#REF!</v></c>'})),
        "з.xlsx",
    )
    assert (document.rows[0].cells.responsible, document.rows[0].cells.participants) == ("ІСТИНА", "#REF!")
    assert any("формула показує помилку" in w and "Рядок № 1" in w for w in document.warnings)


def test_formulas_give_their_kept_values(read):
    replaced = {
        1: '<c r="@" t="str"><f>A1&amp;B1</f><v>Сума_x000D_</v></c>',
        8: '<c r="@"><f>SUM(A1:A9)</f><v>42</v></c>',
    }
    found = cells(read, replaced)
    assert (found.title, found.participants) == ("Сума", "42")


def test_formula_without_a_kept_value_is_told(read):
    document = read(report(usual_row(replaced={8: '<c r="@"><f>SUM(A1:A9)</f></c>'})), "з.xlsx")
    assert document.rows[0].cells.participants == ""
    assert any("без збереженого значення" in w and "Кількість учасників" in w for w in document.warnings)


def test_number_of_the_row_is_a_number(read):
    assert cells(read, {0: number_cell("1.0", "@")}).number == "1"


def test_cells_and_rows_without_addresses(read):
    rows = "".join(
        f"<row>{''.join(text_cell(text) for text in texts)}</row>" for texts in (ROW, ("2", *ROW[1:]))
    )
    document = read(xlsx(sheet(report_rows() + rows)), "звіт.xlsx")
    assert [item.cells.number for item in document.rows] == ["1", "2"]
    assert document.rows[1].cells.participants == "25"


def test_strict_workbook(read):
    assert len(read(xlsx(sheet(report_rows(usual_row()), strict=True), strict=True), "звіт.xlsx").rows) == 1


def test_workbook_in_utf_16(read):
    content = parts(sheet(report_rows(usual_row())))
    part = content["xl/worksheets/sheet1.xml"].replace(
        '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-16"?>'
    )
    content["xl/worksheets/sheet1.xml"] = part.encode("utf-16")
    assert read(zipped(content), "звіт.xlsx").rows[0].cells.title == ROW[1]

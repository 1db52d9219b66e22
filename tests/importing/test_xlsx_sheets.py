"""Sheets of Excel: links, merges, hidden things, several sheets, false dimensions."""

import pytest
from docx_files import HEADINGS, ROW
from office_zip import zipped
from xlsx_files import number_cell, parts, report, report_rows, row, sheet, text_cell, usual_row, xlsx

from courtcomms.model import Anchor, Column

SITE = 4
NEWS = "https://court.gov.ua/press/news/1183447/"
SECOND = ("2", "Екскурсія", "Обізнаність", "20.08.2021", "-", "-", "Школярі", "Прессекретар", "15")


def links(*items):
    return f"<hyperlinks>{''.join(items)}</hyperlinks>"


def link(ref, key="", location=""):
    place = f' location="{location}"' if location else ""
    return f'<hyperlink ref="{ref}"{f" r:id={chr(34)}{key}{chr(34)}" if key else ""}{place}/>'


def site(read, shown, after, **targets):
    rows = usual_row(replaced={SITE: text_cell(shown, "@")})
    document = read(report(rows, after=after, links=targets), "звіт.xlsx")
    return document.rows[0], document.warnings


def test_words_that_lead_somewhere(read):
    found, _ = site(read, "новина", links(link("E7", "h1")), h1=NEWS)
    assert found.cells.anchors == (Anchor(Column.SITE_LINKS, "новина", NEWS),)
    assert [(item.target, item.text) for item in found.links[SITE]] == [(NEWS, "новина")]


def test_cell_with_several_addresses_has_them_all_once(read):
    found, _ = site(read, f"{NEWS}\n\nhttps://a.ua/2", links(link("E7", "h1")), h1=NEWS)
    assert [item.target for item in found.links[SITE]] == [NEWS, "https://a.ua/2"]
    assert found.cells.anchors == ()


def test_link_of_a_cell_with_other_addresses_goes_to_the_free_line(read):
    found, _ = site(read, "https://a.ua/2\n«Весь Кривий Ріг»", links(link("E7", "h1")), h1=NEWS)
    assert [(item.target, item.text) for item in found.links[SITE]] == [
        ("https://a.ua/2", "https://a.ua/2"),
        (NEWS, "«Весь Кривий Ріг»"),
    ]


def test_link_with_a_place_in_the_page(read):
    assert (
        site(read, "новина", links(link("E7", "h1", "p2")), h1=NEWS)[0].links[SITE][0].target == NEWS + "#p2"
    )


def test_address_kept_as_a_location(read):
    assert site(read, "новина", links(link("E7", location=NEWS)))[0].links[SITE][0].target == NEWS


def test_link_to_another_sheet_stays_text_and_is_told(read):
    found, warnings = site(read, "далі", links(link("E7", location="Аркуш2!A1")))
    assert found.links[SITE] == ()
    assert any("не веде на вебсторінку" in warning for warning in warnings)


def test_link_over_a_range_of_cells(read):
    document = read(
        report(
            usual_row(replaced={SITE: text_cell("тут", "@")}),
            row(8, *SECOND),
            after=links(link("E7:E8", "h1")),
            links={"h1": NEWS},
        ),
        "звіт.xlsx",
    )
    assert [[item.target for item in found.links[SITE]] for found in document.rows] == [[NEWS], [NEWS]]


@pytest.mark.parametrize(
    ("formula", "value", "shown"),
    [
        (f'HYPERLINK("{NEWS}","новина")', "<v>новина</v>", "новина"),
        (f'HYPERLINK("{NEWS}","новина ""А""")', "", 'новина "А"'),
        (f'HYPERLINK("{NEWS}")', "", NEWS),
        (f'=hyperlink( "{NEWS}" ; A1 )', "<v>зведене</v>", "зведене"),
    ],
)
def test_hyperlink_formulas(read, formula, value, shown):
    quoted = formula.replace('"', "&quot;")
    rows = usual_row(replaced={SITE: f'<c r="@" t="str"><f>{quoted}</f>{value}</c>'})
    found = read(report(rows), "звіт.xlsx").rows[0]
    assert found.cells.site_links == shown
    assert [item.target for item in found.links[SITE]] == [NEWS]


def test_hyperlink_formula_that_must_be_computed_is_told(read):
    rows = usual_row(replaced={SITE: '<c r="@" t="str"><f>HYPERLINK(LOWER(A1)&amp;"x")</f><v>сюди</v></c>'})
    assert any("HYPERLINK" in warning for warning in read(report(rows), "звіт.xlsx").warnings)


def test_hidden_rows_columns_and_sheets_are_told(read):
    hidden = row(8, *SECOND, attributes='hidden="1"')
    columns = '<cols><col min="7" max="7" width="9" hidden="1"/></cols>'
    document = read(
        xlsx(("Звіт", "hidden", sheet(report_rows(usual_row(), hidden), before=columns))), "звіт.xlsx"
    )
    told = " ".join(document.warnings)
    assert len(document.rows) == 2
    assert "Приховані рядки таблиці (8)" in told
    assert "Прихований стовпець «Цільова аудиторія" in told
    assert "прихованого аркуша «Звіт»" in told


def test_shown_sheet_goes_before_a_hidden_one(read):
    old = sheet(report_rows(row(7, *SECOND)))
    document = read(
        xlsx(("Чернетка", "veryHidden", old), ("Звіт", "visible", sheet(report_rows(usual_row())))), "з.xlsx"
    )
    assert [found.cells.number for found in document.rows] == ["1"]


def test_report_on_a_later_sheet(read):
    cover = sheet(row(1, "Інгулецький районний суд"))
    document = read(
        xlsx(("Титул", "visible", cover), ("Таблиця", "visible", sheet(report_rows(usual_row())))), "з.xlsx"
    )
    assert len(document.rows) == 1


def test_reports_of_other_quarters_are_told_and_left(read):
    other = sheet(report_rows(row(7, *SECOND)).replace("ІІІ квартал", "ІV квартал"))
    document = read(
        xlsx(("ІІІ", "visible", sheet(report_rows(usual_row()))), ("ІV", "visible", other)), "з.xlsx"
    )
    assert document.period.code == "2021-Q3"
    assert [found.cells.number for found in document.rows] == ["1"]
    assert any("ще один звіт" in warning and "«ІV»" in warning for warning in document.warnings)


def test_period_from_the_name_of_the_sheet_is_told(read):
    untitled = sheet(row(1, *HEADINGS) + row(2, *ROW))
    document = read(xlsx(("ІІІ квартал 2021 року", "visible", untitled)), "звіт.xlsx")
    assert document.period.code == "2021-Q3"
    assert any("назви аркуша" in warning for warning in document.warnings)


def test_merged_cells(read):
    merges = (
        '<mergeCells><mergeCell ref="A2:I2"/><mergeCell ref="H7:H8"/><mergeCell ref="E8:F8"/></mergeCells>'
    )
    second = row(8, *SECOND[:5], "ПІД ОБ'ЄДНАННЯМ", SECOND[6], "", SECOND[8])
    document = read(report(usual_row(), second, after=merges), "звіт.xlsx")
    assert document.rows[1].cells.responsible == ROW[7]
    assert document.rows[1].cells.media == ""
    assert any("ПІД ОБ'ЄДНАННЯМ" in warning for warning in document.warnings)


def test_headings_merged_over_two_rows_and_columns(read):
    upper = row(
        6, "№", "Назва заходу", "Ціль", "Дата", "Посилання на сайт", "Публікації у ЗМІ", "", "Учасники"
    )
    lower = row(7, "", "", "", "", "", "кількість", "посилання на публікації", "")
    merges = (
        "<mergeCells>"
        + "".join(f'<mergeCell ref="{c}6:{c}7"/>' for c in "ABCDEH")
        + '<mergeCell ref="F6:G6"/></mergeCells>'
    )
    data = row(8, "1", "Назва", "Ціль", "13.08.2021", "-", "1", "https://zmi.ua/1", "25")
    document = read(
        xlsx(sheet(row(1, "за ІІІ квартал 2021 року") + upper + lower + data, after=merges)), "з.xlsx"
    )
    assert len(document.rows) == 1
    assert document.rows[0].cells.media == "1\nhttps://zmi.ua/1"
    assert document.rows[0].cells.participants == "25"


def test_far_cell_and_areas_over_the_whole_sheet_are_harmless(read):
    far = f'<row r="1048576">{text_cell("далеко", "XFD1048576")}</row>'
    after = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' + links(link("A1:XFD1048576", "h1"))
    document = read(report(usual_row(), far, after=after, links={"h1": NEWS}), "звіт.xlsx")
    assert [found.cells.title for found in document.rows] == [ROW[1]]
    assert any("правіше" in warning for warning in document.warnings)
    assert any("весь аркуш" in warning for warning in document.warnings)


def test_comments_on_cells_are_told(read):
    content = parts(sheet(report_rows(usual_row())))
    key = "xl/worksheets/_rels/sheet1.xml.rels"
    comment = '<Relationship Id="c" Type="http://x/relationships/comments" Target="../comments1.xml"/>'
    content[key] = content[key].replace("</Relationships>", comment + "</Relationships>")
    assert any("римітки до клітинок" in warning for warning in read(zipped(content), "звіт.xlsx").warnings)


def test_empty_rows_between_events_are_told_and_at_the_end_not(read):
    document = read(
        report(usual_row(), row(10, *SECOND), '<row r="11"><c r="A11" s="0"/></row>'), "звіт.xlsx"
    )
    assert [found.cells.number for found in document.rows] == ["1", "2"]
    assert [warning for warning in document.warnings if "порожні рядки" in warning] == [
        "Після місця «Рядок № 1» пропущено порожні рядки таблиці."
    ]


def test_numbers_stay_numbers_in_any_style(read):
    rows = usual_row(replaced={0: number_cell("1", "@"), 8: number_cell("25", "@")})
    assert read(report(rows), "звіт.xlsx").rows[0].cells.participants == "25"


LISTED = ("№", "Графа", "Захід", "Текст у клітинці", "Посилання")


def with_list(rows, *listed, heading=LISTED):
    """A workbook of report rows and of rows of its sheet of links."""
    lines = row(1, *heading) + "".join(row(at, *texts) for at, texts in enumerate(listed, 2))
    places = links(link("A7", location="'Посилання'!A2"))
    return xlsx(
        ("Звіт", "visible", sheet(report_rows(*rows), after=places)),
        ("Посилання", "visible", sheet(lines)),
    )


def test_links_from_the_sheet_of_links_come_back_to_their_words(read):
    first = usual_row(replaced={SITE: text_cell("новина тут і тут\nhttps://a.ua/2", "@")})
    book = with_list(
        [first, row(8, *SECOND)],
        ("1", "Посилання на сайт", "День", "тут", NEWS),
        ("1", "Посилання на сайт", "День", "тут", "https://a.ua/3"),
        ("1", "Посилання на сайт", "День", "", "https://a.ua/2"),
        ("2", "Назва заходу", "Екскурсія", "Екскурсія", "https://b.ua/3"),
    )
    document = read(book, "звіт.xlsx")
    assert [(item.target, item.text) for item in document.rows[0].links[SITE]] == [
        (NEWS, "тут"),
        ("https://a.ua/3", "тут"),
        ("https://a.ua/2", "https://a.ua/2"),
    ]
    assert document.rows[1].cells.anchors == (Anchor(Column.TITLE, "Екскурсія", "https://b.ua/3"),)
    assert document.warnings == ()


def test_columns_of_the_list_of_links_may_stand_in_any_order(read):
    first = usual_row(replaced={SITE: text_cell("новина", "@")})
    book = with_list(
        [first],
        ("Посилання на сайт", NEWS, "новина", "1"),
        heading=("Графа", "Посилання", "Текст у клітинці", "№"),
    )
    assert read(book, "звіт.xlsx").rows[0].cells.anchors == (Anchor(Column.SITE_LINKS, "новина", NEWS),)


def test_listed_links_follow_the_number_of_their_row_when_another_row_was_deleted(read):
    second = row(8, "2", *SECOND[1:SITE], "новина", *SECOND[SITE + 1 :])
    book = with_list(
        [second],
        ("1", "Посилання на сайт", "День", "новина", "https://a.ua/1"),
        ("2", "Посилання на сайт", "Екскурсія", "новина", "https://a.ua/2"),
    )
    assert read(book, "звіт.xlsx").rows[0].cells.anchors == (
        Anchor(Column.SITE_LINKS, "новина", "https://a.ua/2"),
    )


def test_a_listed_link_whose_words_are_gone_is_left_out(read):
    first = usual_row(replaced={SITE: text_cell("нова новина", "@")})
    book = with_list(
        [first],
        ("1", "Посилання на сайт", "День", "стара", "https://a.ua/1"),
        ("1", "Посилання на сайт", "День", "новина", "https://a.ua/2"),
    )
    assert read(book, "звіт.xlsx").rows[0].cells.anchors == (
        Anchor(Column.SITE_LINKS, "новина", "https://a.ua/2"),
    )


def test_words_inside_words_already_linked_are_not_meant(read):
    first = usual_row(replaced={SITE: text_cell("тут, а ще ту", "@")})
    book = with_list(
        [first],
        ("1", "Посилання на сайт", "День", "тут", "https://a.ua/1"),
        ("1", "Посилання на сайт", "День", "ту", "https://a.ua/2"),
    )
    found = read(book, "звіт.xlsx").rows[0].links[SITE]
    assert [(item.target, item.text) for item in found] == [
        ("https://a.ua/1", "тут"),
        ("https://a.ua/2", "ще ту"),
    ]


def test_the_list_may_be_longer_than_any_report(read):
    listed = [("1", "Посилання на сайт", "День", "", f"https://a.ua/{at}") for at in range(20_001)]
    first = usual_row(replaced={SITE: text_cell("новина", "@")})
    book = with_list([first], *listed, ("1", "Посилання на сайт", "День", "новина", NEWS))
    assert read(book, "звіт.xlsx").rows[0].cells.anchors == (Anchor(Column.SITE_LINKS, "новина", NEWS),)


def test_a_sheet_of_that_name_with_other_columns_is_another_table(read):
    book = with_list([usual_row()], ("щось", "інше"), heading=("Сайт", "Адреса"))
    assert any("«Посилання» не взято" in warning for warning in read(book, "звіт.xlsx").warnings)

"""Tables as people make them in Word: merges, ragged grids, wrappers, automatic numbers."""

import pytest
from docx_files import HEADINGS, ROW, docx, lines, p, r, report, row, sdt, tbl, tc, title, tr, word_part

SECOND = ("2", "Екскурсія", "Обізнаність", "20.08.2021", "-", "-", "Школярі", "Прессекретар", "15")


def titles(document):
    return [item.cells.title for item in document.rows]


def test_content_controls_around_table_row_and_cell(read):
    cells = [sdt(tc(lines(text))) for text in ROW]
    body = title() + sdt(tbl(row(*HEADINGS), sdt(tr(*cells)), sdt(row(*SECOND))))
    document = read(docx(body))
    assert [[text for _, text in item.cells.texts()] for item in document.rows] == [list(ROW), list(SECOND)]


def test_column_with_a_span_in_the_heading_keeps_later_columns_in_place(read):
    wide = tr(
        *(tc(lines(text), '<w:gridSpan w:val="2"/>' if at == 5 else "") for at, text in enumerate(HEADINGS))
    )
    split = tr(*(tc(lines(text)) for text in (*ROW[:5], "1", "https://zmi.ua/1", *ROW[6:])))
    cells = read(docx(title() + tbl(wide, split))).rows[0].cells
    assert cells.media == "1\nhttps://zmi.ua/1"
    assert cells.audience == ROW[6]
    assert cells.participants == ROW[8]


def test_cell_over_two_columns_belongs_to_the_first(read):
    merged = tr(
        *(tc(lines(text)) for text in ROW[:4]),
        tc(lines("-"), '<w:gridSpan w:val="2"/>'),
        *(tc(lines(text)) for text in ROW[6:]),
    )
    cells = read(docx(report(merged))).rows[0].cells
    assert (cells.site_links, cells.media, cells.audience) == ("-", "", ROW[6])


def test_row_that_begins_later_and_row_that_ends_early(read):
    late = tr(*(tc(lines(text)) for text in ROW[1:]), properties='<w:gridBefore w:val="1"/>')
    early = row(*SECOND[:8])
    first, second = read(docx(report(late, early))).rows
    assert (first.cells.number, first.cells.title, first.cells.participants) == ("", ROW[1], ROW[8])
    assert (second.cells.responsible, second.cells.participants) == (SECOND[7], "")


def test_wild_spans_with_the_right_number_of_cells_go_by_order(read):
    spans = (3, 1, 7, 2, 1, 1, 4, 1, 9)
    wild = tr(
        *(tc(lines(text), f'<w:gridSpan w:val="{span}"/>') for text, span in zip(ROW, spans, strict=True))
    )
    assert [text for _, text in read(docx(report(wild))).rows[0].cells.texts()] == list(ROW)


def test_absurd_span_is_harmless(read):
    wide = tr(tc(lines("1")), tc(lines("Назва"), '<w:gridSpan w:val="999999999"/>'))
    assert titles(read(docx(report(wide, row(*SECOND))))) == ["Назва", "Екскурсія"]


def test_old_horizontal_merge(read):
    merged = tr(
        *(tc(lines(text)) for text in ROW[:4]),
        tc(lines("-"), '<w:hMerge w:val="restart"/>'),
        tc(p(), '<w:hMerge w:val="continue"/>'),
        *(tc(lines(text)) for text in ROW[6:]),
    )
    assert read(docx(report(merged))).rows[0].cells.audience == ROW[6]


def merged_down(texts, column, state):
    mark = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[state]
    return tr(*(tc(lines(text), mark if at in column else "") for at, text in enumerate(texts)))


def test_cell_merged_down_holds_for_both_rows_and_is_told(read):
    upper = merged_down(ROW, {7}, "restart")
    lower = merged_down((*SECOND[:7], "", SECOND[8]), {7}, "continue")
    document = read(docx(report(upper, lower)))
    assert [item.cells.responsible for item in document.rows] == [ROW[7], ROW[7]]
    assert any("Рядок № 2" in w and "об'єднаної з рядком вище" in w for w in document.warnings)


def test_row_whose_name_is_merged_down_goes_on_with_the_event(read):
    upper = merged_down(ROW, {0, 1, 2}, "restart")
    lower = merged_down(
        ("", "", "", "20.08.2021", "https://court.gov.ua/2/", "-", "", "", ""), {0, 1, 2}, "continue"
    )
    document = read(docx(report(upper, lower, row(*SECOND))))
    assert titles(document) == [ROW[1], SECOND[1]]
    assert document.rows[0].cells.date == "13.08.2021\n20.08.2021"
    assert [link.target for link in document.rows[0].links[4]] == [ROW[4], "https://court.gov.ua/2/"]
    assert any("продовжується в наступному рядку" in warning for warning in document.warnings)


def numbering(pattern="%1.", form="decimal", extra=""):
    return word_part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{extra}',
    )


def numbered(texts, list_id=1):
    mark = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>'
    return tr(tc(p(properties=mark)), *(tc(lines(text)) for text in texts[1:]))


@pytest.mark.parametrize(
    ("pattern", "form", "expected"),
    [
        ("%1.", "decimal", ["1.", "2."]),
        ("%1", "decimal", ["1", "2"]),
        ("%1)", "upperRoman", ["I)", "II)"]),
        ("%1", "decimalZero", ["01", "02"]),
        ("%1)", "lowerLetter", ["a)", "b)"]),
        ("%1)", "russianLower", ["а)", "б)"]),
        ("-", "bullet", ["", ""]),
    ],
)
def test_automatic_numbers_are_read_as_shown(read, pattern, form, expected):
    body = report(numbered(ROW), numbered(SECOND))
    document = read(docx(body, more={"numbering": numbering(pattern, form)}))
    assert [item.cells.number for item in document.rows] == expected


def test_automatic_numbers_restart_where_the_list_does(read):
    extra = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    body = report(numbered(ROW), numbered(SECOND, 2), numbered(SECOND, 2))
    document = read(docx(body, more={"numbering": numbering(extra=extra)}))
    assert [item.cells.number for item in document.rows] == ["1.", "7.", "8."]


def test_automatic_numbers_by_style(read):
    styles = word_part(
        "styles", '<w:style w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    styled = tr(tc(p(properties='<w:pStyle w:val="n"/>')), *(tc(lines(text)) for text in ROW[1:]))
    document = read(docx(report(styled, styled), more={"numbering": numbering(), "styles": styles}))
    assert [item.cells.number for item in document.rows] == ["1.", "2."]


def test_automatic_number_adds_nothing_to_text_and_is_told(read):
    mark = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    listed = tr(
        tc(p(r("5"), properties=mark)), tc(p(r("перше"), properties=mark)), *(tc(lines(x)) for x in ROW[2:])
    )
    document = read(docx(report(listed), more={"numbering": numbering()}))
    assert (document.rows[0].cells.number, document.rows[0].cells.title) == ("5", "перше")
    assert any("Назва (вид) заходу" in w and "автоматичні номери" in w for w in document.warnings)


def test_hidden_row_is_imported_and_told(read):
    hidden = tr(*(tc(lines(text)) for text in SECOND), properties="<w:hidden/>")
    document = read(docx(report(row(*ROW), hidden)))
    assert titles(document) == [ROW[1], SECOND[1]]
    assert any(warning.startswith("Приховані рядки") for warning in document.warnings)


def test_report_inside_a_layout_table_is_found_with_its_title(read):
    outer = tbl(tr(tc(title() + tbl(row(*HEADINGS), row(*ROW), row(*SECOND)) + p(r("Виконавець Іваненко")))))
    document = read(docx(outer))
    assert titles(document) == [ROW[1], SECOND[1]]
    assert document.period.code == "2021-Q3"
    assert document.court is not None
    assert any("Виконавець Іваненко" in warning for warning in document.warnings)


def test_two_tables_without_a_line_between_stay_two(read):
    body = title() + tbl(row("Затверджено", "наказ № 5")) + tbl(row(*HEADINGS), row(*ROW))
    assert titles(read(docx(body))) == [ROW[1]]


def test_an_empty_table_inside_a_cell_hides_nothing_around_it(read):
    outer = tbl(tr(tc(tbl(row("")) + p()), tc(tbl(row(*HEADINGS), row(*ROW)) + p())))
    document = read(docx(title() + outer))
    assert [found.cells.title for found in document.rows] == [ROW[1]]

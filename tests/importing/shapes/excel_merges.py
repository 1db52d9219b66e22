"""Merged cells, rows that go on, hidden and filtered rows, totals."""

from docx_files import HEADINGS, ROW, TITLE
from office_zip import zipped
from shape import changed, excel
from xlsx_files import number_cell, parts, report, report_rows, row, sheet, text_cell, usual_row, xlsx

SECOND = ("2", "Екскурсія", "Обізнаність", "20.08.2021", "-", "-", "Школярі", "Прессекретар", "15")


def merges(*areas):
    return "<mergeCells>" + "".join(f'<mergeCell ref="{area}"/>' for area in areas) + "</mergeCells>"


@excel("title merged across, cell merged across", rows=(changed(5, "", changed(4, "-")),))
def _across():
    return report(row(7, *changed(5, "", changed(4, "-"))), after=merges("A1:I1", "A2:I2", "E7:F7"))


@excel("cell merged down over three rows", rows=tuple(changed(7, ROW[7], (n, *ROW[1:])) for n in "123"))
def _down():
    rows = [row(7 + at, n, *ROW[1:7], "" if at else ROW[7], ROW[8]) for at, n in enumerate("123")]
    return report(*rows, after=merges("H7:H9"))


@excel(
    "cell merged across and down at once",
    rows=(changed(5, "", changed(4, "спільне")), changed(5, "", changed(4, "спільне", SECOND))),
)
def _block():
    upper = row(7, *changed(5, "", changed(4, "спільне")))
    return report(upper, row(8, *changed(5, "", changed(4, "", SECOND))), after=merges("E7:F8"))


@excel("heading of two rows merged across and down", rows=(changed(5, "1\nhttps://zmi.example/1"),))
def _heading():
    upper = row(6, *HEADINGS[:6], "", *HEADINGS[6:])
    lower = row(7, *[""] * 5, "кількість", "посилання на публікації", "", "", "")
    data = row(8, *ROW[:5], "1", "https://zmi.example/1", *ROW[6:])
    areas = [f"{letter}6:{letter}7" for letter in "ABCDEHIJ"]
    above = "".join(row(at, line) for at, line in enumerate(TITLE, 1))
    return xlsx(sheet(above + upper + lower + data, after=merges("F6:G6", *areas)))


@excel(
    "words under a merge are told",
    rows=(changed(5, "", changed(4, "-")),),
    told=("текст під об'єднаною клітинкою не взято: «СХОВАНЕ»",),
)
def _under():
    return report(row(7, *changed(5, "СХОВАНЕ", changed(4, "-"))), after=merges("E7:F7"))


@excel(
    "event whose words go on in further rows",
    rows=(changed(4, "https://a.example/1\nhttps://a.example/2\nhttps://a.example/3"), SECOND),
    warned=("запис продовжується в наступному рядку",),
)
def _goes_on():
    first = row(7, *changed(4, "https://a.example/1"))
    more = [row(8 + at, *[""] * 4, f"https://a.example/{at + 2}") for at in range(2)]
    return report(first, *more, row(10, *SECOND))


@excel(
    "whole-sheet merge and link are harmless",
    told=("Аркуш «Аркуш1»: об'єднання клітинок на весь аркуш не враховано.",),
)
def _whole():
    links = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="Аркуш1!A1"/></hyperlinks>'
    return report(usual_row(), after=merges("A1:XFD1048576") + links)


@excel(
    "hidden rows, also of no height",
    rows=(ROW, SECOND, changed(0, "3")),
    warned=("Приховані рядки таблиці (8, 9)",),
)
def _hidden_rows():
    third = row(9, *changed(0, "3"), attributes='ht="0" customHeight="1"')
    return report(usual_row(), row(8, *SECOND, attributes='hidden="1"'), third)


@excel(
    "hidden columns, also of no width",
    warned=("Прихований стовпець «Цільова", "Прихований стовпець «Кількість учасників"),
)
def _hidden_columns():
    columns = (
        '<cols><col min="7" max="7" width="9" hidden="1"/>'
        '<col min="9" max="9" width="0" customWidth="1"/></cols>'
    )
    return report(usual_row(), before=columns)


@excel("report on a hidden sheet", warned=("прихованого аркуша «Звіт»",))
def _hidden_sheet():
    return xlsx(("Звіт", "hidden", sheet(report_rows(usual_row()))))


@excel("draft on a very hidden sheet beside the report")
def _very_hidden():
    draft = sheet(report_rows(row(7, *SECOND)))
    return xlsx(("Чернетка", "veryHidden", draft), ("Звіт", "visible", sheet(report_rows(usual_row()))))


@excel(
    "filtered rows",
    rows=(ROW, SECOND),
    told=("Аркуш «Аркуш1»: увімкнено фільтр: рядки, які він приховав, теж прочитано.",),
    warned=("Приховані рядки таблиці (8)",),
)
def _filtered():
    chosen = '<filterColumn colId="3"><filters><filter val="13.08.2021"/></filters></filterColumn>'
    after = f'<autoFilter ref="A6:I8">{chosen}</autoFilter>'
    return report(usual_row(), row(8, *SECOND, attributes='hidden="1"'), after=after)


@excel("grouped rows, folded away", rows=(ROW, SECOND), warned=("Приховані рядки таблиці (8)",))
def _grouped():
    return report(usual_row(), row(8, *SECOND, attributes='outlineLevel="1" hidden="1"'))


@excel("totals row written by hand", rows=(ROW, SECOND), warned=("Підсумковий рядок",))
def _totals():
    return report(usual_row(), row(8, *SECOND), row(9, "", "Всього заходів: 2", *[""] * 6, "40"))


def _with_table(rows, attributes):
    content = parts(
        sheet(report_rows(*rows), after='<tableParts count="1"><tablePart r:id="t"/></tableParts>')
    )
    columns = "".join(f'<tableColumn id="{at}" name="{at}"/>' for at in range(1, 10))
    content["xl/tables/table1.xml"] = (
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Т" '
        f'displayName="Т" {attributes}><autoFilter ref="A6:I7"/>'
        f'<tableColumns count="9">{columns}</tableColumns></table>'
    )
    name = "xl/worksheets/_rels/sheet1.xml.rels"
    relation = (
        '<Relationship Id="t" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" '
        'Target="/xl/tables/table1.xml"/></Relationships>'
    )
    content[name] = content[name].replace("</Relationships>", relation)
    return zipped(content)


@excel(
    "Excel's own table with its totals row",
    rows=(ROW, SECOND),
    told=("Аркуш «Аркуш1»: підсумковий рядок 9 не взято: «40».",),
)
def _own_totals():
    total = f'<row r="9">{number_cell("40", "I9").replace("<v>", "<f>SUBTOTAL(109,Т[9])</f><v>")}</row>'
    return _with_table([usual_row(), row(8, *SECOND), total], 'ref="A6:I9" totalsRowCount="1"')


@excel("Excel's own table without totals", rows=(ROW, SECOND))
def _own_table():
    return _with_table([usual_row(), row(8, *SECOND)], 'ref="A6:I8" totalsRowShown="0"')


@excel("rows in any order, cells in any order", rows=(ROW, SECOND))
def _any_order():
    cells = "".join(
        text_cell(text, f"{letter}7") for letter, text in reversed(list(zip("ABCDEFGHI", ROW, strict=True)))
    )
    return report(row(8, *SECOND), f'<row r="7">{cells}</row>')


@excel("rows and cells without addresses", rows=(ROW, SECOND))
def _no_addresses():
    rows = "".join(f"<row>{''.join(text_cell(text) for text in texts)}</row>" for texts in (ROW, SECOND))
    return report(rows)


@excel(
    "a cell and a row given twice",
    told=("Аркуш «Аркуш1»: повторені клітинки рядка 7 не взято.",),
)
def _twice():
    return report(usual_row(), f'<row r="7">{text_cell("ЗАЙВЕ", "B7")}</row>')


@excel(
    "a far cell and a false dimension", told=("Аркуш «Аркуш1»: клітинки правіше 100-го стовпця не взято.",)
)
def _far():
    return report(usual_row(), f'<row r="1048576">{text_cell("далеко", "XFD1048576")}</row>')


@excel("report on the second sheet")
def _second():
    cover = sheet(row(1, "Зразковий районний суд"))
    return xlsx(("Титул", "visible", cover), ("Дані", "visible", sheet(report_rows(usual_row()))))

"""Links of Excel: of cells, of areas, of formulas; what cannot be had is told."""

from docx_files import ROW
from shape import changed, excel
from xlsx_files import number_cell, report, report_rows, row, sheet, text_cell, usual_row, xlsx

NEWS = "https://court.example/press/news/1183447/"
SITE = 4
SECOND = ("2", "Екскурсія", "Обізнаність", "20.08.2021", "тут", "-", "Школярі", "Прессекретар", "15")
WORDS = (changed(SITE, "новина"),)
TO_NEWS = {(0, SITE): [(NEWS, "новина")]}


def links(*items):
    return f"<hyperlinks>{''.join(items)}</hyperlinks>"


def linked(shown, *items, **targets):
    cell = {SITE: text_cell(shown, "@")} if shown else {SITE: '<c r="@" s="0"/>'}
    return report(usual_row(replaced=cell), after=links(*items), links=targets)


def formula(code, value="новина", **more):
    """A report whose site cell holds a formula; ``more`` are other cells by column letter."""
    quoted = code.replace("&", "&amp;").replace('"', "&quot;")
    kept = f"<v>{value}</v>" if value else ""
    return usual_row(replaced={SITE: f'<c r="@" t="str"><f>{quoted}</f>{kept}</c>'})


@excel("link of a cell", rows=WORDS, links=TO_NEWS)
def _cell():
    return linked("новина", '<hyperlink ref="E7" r:id="h" display="новина" tooltip="сайт"/>', h=NEWS)


@excel(
    "link whose words are another address",
    rows=(changed(SITE, "https://court.example/1"),),
    links={(0, SITE): [(NEWS, "https://court.example/1")]},
)
def _other():
    return linked("https://court.example/1", '<hyperlink ref="E7" r:id="h"/>', h=NEWS)


@excel(
    "link over an area of cells",
    rows=(changed(SITE, "тут"), SECOND),
    links={(0, SITE): [(NEWS, "тут")], (1, SITE): [(NEWS, "тут")]},
)
def _area():
    first = usual_row(replaced={SITE: text_cell("тут", "@")})
    return report(first, row(8, *SECOND), after=links('<hyperlink ref="E7:E8" r:id="h"/>'), links={"h": NEWS})


@excel("link with a place in the page", rows=WORDS, links={(0, SITE): [(NEWS + "#p2", "новина")]})
def _place():
    return linked("новина", '<hyperlink ref="E7" r:id="h" location="p2"/>', h=NEWS)


@excel("address kept as a place", rows=WORDS, links=TO_NEWS)
def _location():
    return linked("новина", f'<hyperlink ref="E7" location="{NEWS}"/>')


@excel("link to another sheet stays words and is told", rows=WORDS, warned=("не веде на вебсторінку",))
def _sheet():
    return linked("новина", '<hyperlink ref="E7" location="Аркуш2!A1"/>')


@excel("mail address stays words and is told", rows=WORDS, warned=("не веде на вебсторінку",))
def _mail():
    return linked("новина", '<hyperlink ref="E7" r:id="h"/>', h="mailto:inbox@court.example")


@excel(
    "link without its address in the file is told",
    rows=WORDS,
    told=("Аркуш «Аркуш1»: посилання клітинки E7 не має адреси у файлі: лишився тільки текст.",),
)
def _dangling():
    return linked("новина", '<hyperlink ref="E7" r:id="none"/>')


@excel(
    "link of an empty cell is told",
    rows=(changed(SITE, ""),),
    told=(f"Аркуш «Аркуш1»: посилання порожньої клітинки E7 не взято: {NEWS}.",),
)
def _empty():
    return linked("", '<hyperlink ref="E7" r:id="h"/>', h=NEWS)


@excel("link of a newer program's extension", rows=WORDS, links=TO_NEWS)
def _extension():
    item = (
        '<x14:hyperlink r:id="h" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        '<xm:sqref xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">E7</xm:sqref>'
        "</x14:hyperlink>"
    )
    after = f'<extLst><ext uri="x">{item}</ext></extLst>'
    return report(usual_row(replaced={SITE: text_cell("новина", "@")}), after=after, links={"h": NEWS})


@excel(
    "cell with several addresses, the first of them its link",
    rows=(changed(SITE, f"{NEWS}\nhttps://a.example/2"),),
)
def _several():
    return linked(f"{NEWS}\nhttps://a.example/2", '<hyperlink ref="E7" r:id="h"/>', h=NEWS)


@excel("HYPERLINK with an address and words", rows=WORDS, links=TO_NEWS)
def _literal():
    return report(formula(f'HYPERLINK("{NEWS}","новина")'))


@excel(
    "HYPERLINK without a kept value",
    rows=(
        changed(
            SITE,
            'слова "А"',
        ),
    ),
    links={(0, SITE): [(NEWS, 'слова "А"')]},
)
def _no_value():
    return report(formula(f'HYPERLINK("{NEWS}","слова ""А""")', ""))


@excel("HYPERLINK put together with &", rows=WORDS, links=TO_NEWS)
def _joined():
    return report(formula('HYPERLINK("https://court.example/"&"press/news/"&1183447&"/","новина")'))


@excel("HYPERLINK put together by CONCATENATE", rows=WORDS, links=TO_NEWS)
def _concatenate():
    return report(formula('HYPERLINK(CONCATENATE("https://court.example/","press/news/1183447/"),B7)'))


@excel("HYPERLINK from cells of this and of another sheet", rows=WORDS, links=TO_NEWS)
def _cells():
    first = formula("HYPERLINK('Адреси сайту'!$A$1&K7,\"новина\")")
    tail = text_cell("1183447/", "K7")
    main = sheet(report_rows(first.replace("</row>", f"{tail}</row>")))
    return xlsx(
        ("Звіт", "visible", main),
        ("Адреси сайту", "visible", sheet(row(1, "https://court.example/press/news/"))),
    )


@excel(
    "HYPERLINK shared over rows moves its references",
    rows=(changed(SITE, "тут"), changed(SITE, "тут", SECOND)),
    links={(0, SITE): [("https://a.example/1", "тут")], (1, SITE): [("https://a.example/2", "тут")]},
)
def _shared():
    shared = 'HYPERLINK("https://a.example/"&amp;A7,"тут")'
    cell = f'<c r="@" t="str"><f t="shared" ref="E7:E8" si="0">{shared}</f><v>тут</v></c>'
    first = usual_row(replaced={SITE: cell})
    second = row(8, *SECOND, replaced={SITE: '<c r="@" t="str"><f t="shared" si="0"/><v>тут</v></c>'})
    return report(first, second)


@excel(
    "HYPERLINK that must be computed is told", rows=WORDS, told=("адресу з формули HYPERLINK не прочитано",)
)
def _computed():
    return report(formula('IF(A7=1,HYPERLINK("https://a.example"),"")'))


@excel(
    "HYPERLINK from a formatted number is not guessed",
    rows=WORDS,
    told=("адресу з формули HYPERLINK не прочитано",),
)
def _formatted():
    first = formula('HYPERLINK("https://a.example/"&D7,"новина")')
    dated = first.replace(text_cell(ROW[3], "D7"), number_cell("44421", "D7", 1))
    return report(dated, formats=("0", "14"))


@excel(
    "HYPERLINK to a place in the book stays words and is told", rows=WORDS, warned=("не веде на вебсторінку",)
)
def _inside():
    return report(formula('HYPERLINK("#Аркуш2!A1","новина")'))

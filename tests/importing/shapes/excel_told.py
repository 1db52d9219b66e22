"""What of a workbook stands in no cell: comments, pictures, drawn words, charts. All of it is told."""

from docx_files import ROW
from office_zip import TRANSITIONAL, relations, zipped
from shape import changed, excel
from xlsx_files import SHEET, parts, report, report_rows, sheet, text_cell, usual_row, xlsx

_RELS = "xl/worksheets/_rels/sheet1.xml.rels"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
TOLD = "Аркуш «Аркуш1»: примітки до клітинок не взято."


def with_parts(related, more, before="", after=""):
    """A report with further parts of its sheet: id → (kind, target), and the parts themselves."""
    content = parts(sheet(report_rows(usual_row()), before=before, after=after))
    return zipped(content | {_RELS: relations(related)} | more)


def comments(*items):
    texts = "".join(
        f'<comment ref="{ref}" authorId="0"><text><r><t>{text}</t></r></text></comment>'
        for ref, text in items
    )
    return (
        f'<comments xmlns="{SHEET}"><authors><author>А</author>'
        f"</authors><commentList>{texts}</commentList></comments>"
    )


@excel(
    "comments on cells",
    told=(TOLD,),
    left=(
        ("comment", "Уточнити", "аркуш «Аркуш1», клітинка E7"),
        ("comment", "Так", "аркуш «Аркуш1», клітинка I7"),
    ),
)
def _comments():
    return with_parts(
        {"c": ("comments", "../comments1.xml")},
        {"xl/comments1.xml": comments(("E7", "Уточнити"), ("I7", "Так"))},
    )


@excel(
    "conversation on a cell, kept also as a comment",
    told=(TOLD,),
    left=(
        ("comment", "Уточнити", "аркуш «Аркуш1», клітинка E7"),
        ("comment", "Готово", "аркуш «Аркуш1», клітинка E7"),
    ),
)
def _threaded():
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    said = "".join(
        f'<threadedComment ref="E7" id="{at}"><text>{text}</text></threadedComment>'
        for at, text in enumerate(("Уточнити", "Готово"))
    )
    related = {
        "c": ("comments", "../comments1.xml"),
        "t": ("threadedComment", "../threadedComments/threadedComment1.xml"),
    }
    copy = comments(("E7", "[Threaded comment] Your version of Excel… Comment: Уточнити"))
    return with_parts(
        related,
        {
            "xl/comments1.xml": copy,
            "xl/threadedComments/threadedComment1.xml": (
                f'<ThreadedComments xmlns="{space}">{said}</ThreadedComments>'
            ),
        },
    )


def drawing(*content):
    anchors = "".join(
        (
            f"<xdr:twoCellAnchor><xdr:from><xdr:col>{at}</xdr:col>"
            f"<xdr:row>6</xdr:row></xdr:from>{item}</xdr:twoCellAnchor>"
        )
        for at, item in enumerate(content)
    )
    return f'<xdr:wsDr xmlns:xdr="{_DRAWING}" xmlns:a="{_MAIN}" xmlns:r="{TRANSITIONAL}">{anchors}</xdr:wsDr>'


@excel(
    "pictures, charts and drawn words over cells",
    told=(
        "Аркуш «Аркуш1»: не взято 2 зображення.",
        "Аркуш «Аркуш1»: посилання зображення не взято: https://a.example/1.",
    ),
    left=(
        ("image", "", "аркуш «Аркуш1», клітинка A7"),
        ("image", "", "аркуш «Аркуш1», клітинка B7"),
        ("text", "Увага\nчернетка", "аркуш «Аркуш1», клітинка C7"),
    ),
)
def _drawn():
    picture = '<xdr:pic><xdr:nvPicPr><xdr:cNvPr><a:hlinkClick r:id="h"/></xdr:cNvPr></xdr:nvPicPr></xdr:pic>'
    words = (
        "<xdr:sp><xdr:txBody><a:p><a:r><a:t>Увага</a:t></a:r></a:p>"
        "<a:p><a:r><a:t>чернетка</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    )
    more = {
        "xl/drawings/drawing1.xml": drawing(picture, "<xdr:graphicFrame/>", words),
        "xl/drawings/_rels/drawing1.xml.rels": relations({"h": ("hyperlink", "https://a.example/1")}),
    }
    return with_parts({"d": ("drawing", "../drawings/drawing1.xml")}, more, after='<drawing r:id="d"/>')


@excel(
    "picture that lies in a cell",
    rows=(changed(7, "", changed(6, "")),),
    told=("зображення в клітинці не взято",) * 2,
)
def _in_cell():
    wps = '<c r="@" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'.replace(
        '"ID_1"', "&quot;ID_1&quot;"
    )
    return report(usual_row(replaced={6: '<c r="@" t="e" vm="1"><v>#VALUE!</v></c>', 7: wps}))


@excel(
    "chart on a sheet of its own",
    told=("Аркуш «Діаграма» без клітинок (діаграму) не взято.",),
    left=(("image", "", "аркуш «Діаграма»"),),
)
def _chart_sheet():
    content = parts(sheet(report_rows(usual_row())))
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace(
        "</sheets>", '<sheet name="Діаграма" sheetId="9" r:id="ch"/></sheets>'
    )
    chart = (
        f'<Relationship Id="ch" Type="{TRANSITIONAL}/chartsheet" '
        'Target="chartsheets/sheet1.xml"/></Relationships>'
    )
    name = "xl/_rels/workbook.xml.rels"
    content[name] = content[name].replace("</Relationships>", chart)
    return zipped(content | {"xl/chartsheets/sheet1.xml": f'<chartsheet xmlns="{SHEET}"/>'})


@excel(
    "headers and footers of printed pages",
    left=(("text", "Зразковий суд", "аркуш «Аркуш1», верхній колонтитул"),),
)
def _margins():
    margins = (
        '<oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Зразковий суд&amp;R&amp;D</oddHeader>'
        "<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>"
    )
    return report(usual_row(), after=f"<headerFooter>{margins}</headerFooter>")


@excel("checks of input and colours by rule change nothing")
def _rules():
    after = (
        '<conditionalFormatting sqref="A7:I7"><cfRule type="expression" priority="1">'
        "<formula>LEN(A7)&gt;0</formula></cfRule></conditionalFormatting>"
        '<dataValidations count="1">'
        '<dataValidation type="list" sqref="G7" prompt="Виберіть">'
        '<formula1>"а,б"</formula1></dataValidation></dataValidations>'
    )
    return report(usual_row(), after=after)


@excel("names of parts that are missing", rows=(ROW,))
def _missing():
    related = {
        "d": ("drawing", "../drawings/none.xml"),
        "v": ("vmlDrawing", "../drawings/none.vml"),
        "t": ("table", "../none.xml"),
    }
    return with_parts(related, {}, after='<drawing r:id="d"/>')


@excel("other sheets with other tables are told", warned=("«Довідник»",))
def _other():
    guide = sheet('<row r="1">' + text_cell("Суд", "A1") + text_cell("Адреса", "B1") + "</row>")
    return xlsx(("Звіт", "visible", sheet(report_rows(usual_row()))), ("Довідник", "visible", guide))

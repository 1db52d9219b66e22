"""Habits of the programs that write workbooks."""

import io
from xml.sax.saxutils import escape

from docx_files import HEADINGS, TITLE
from office_zip import zipped
from openpyxl import Workbook
from shape import changed, excel
from xlsx_files import SHEET, column_name, parts, report_rows, sheet, usual_row, xlsx

NEWS = "https://court.example/press/news/1/"
LINKED = {"rows": (changed(4, "новина", changed(8, "25")),), "links": {(0, 4): [(NEWS, "новина")]}}
_LINES = [*((line,) for line in TITLE), (), HEADINGS, changed(4, "новина")]


def shared(rows, cell):
    """Rows of shared strings; ``cell`` makes one from address and index."""
    strings = list(dict.fromkeys(text for texts in rows for text in texts))
    body = ""
    for number, texts in enumerate(rows, 1):
        cells = "".join(
            cell(f"{column_name(at)}{number}", strings.index(text)) for at, text in enumerate(texts)
        )
        body += f'<row r="{number}" spans="1:9">{cells}</row>' if texts else ""
    return body, "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)


@excel("Strict Open XML")
def _strict():
    return xlsx(sheet(report_rows(usual_row()), strict=True), strict=True)


@excel("workbook with macros", "звіт.xlsm")
def _macros():
    return xlsx(sheet(report_rows(usual_row())))


@excel("template of Excel", "звіт.xltx")
def _template():
    return xlsx(sheet(report_rows(usual_row())))


@excel("targets of relationships that begin at the root")
def _absolute():
    content = parts(sheet(report_rows(usual_row())))
    name = "xl/_rels/workbook.xml.rels"
    return zipped(content | {name: content[name].replace('Target="worksheets', 'Target="/xl/worksheets')})


@excel("sheet in UTF-16")
def _utf16():
    content = parts(sheet(report_rows(usual_row())))
    name = "xl/worksheets/sheet1.xml"
    wide = content[name].replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-16"?>')
    return zipped(content | {name: wide.encode("utf-16")})


@excel("openpyxl", **LINKED)
def _openpyxl():
    book = Workbook()
    page = book.active
    for texts in _LINES:
        page.append(list(texts))
    page["A7"], page["I7"] = 1, 25
    page["E7"].hyperlink = NEWS
    page["E7"].value = "новина"
    page.merge_cells("A2:I2")
    page.freeze_panes = "A7"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@excel("XlsxWriter: shared strings, spans, links with tips", **LINKED)
def _xlsxwriter():
    body, strings = shared(_LINES, lambda at, index: f'<c r="{at}" s="1" t="s"><v>{index}</v></c>')
    after = '<hyperlinks><hyperlink ref="E7" r:id="rId1" tooltip="сайт"/></hyperlinks>'
    return xlsx(
        sheet(body, after=after), links={"rId1": NEWS}, strings=strings, formats=("General", "General")
    )


@excel("Google Sheets: empty styled cells, a drawing of nothing, links by relationship", **LINKED)
def _google():
    body, strings = shared(_LINES, lambda at, index: f'<c r="{at}" s="2" t="s"><v>{index}</v></c>')
    padded = body.replace("</row>", '<c r="Z1" s="2"/></row>', 1).replace(
        'spans="1:9"', 'customHeight="1" ht="15.75"'
    )
    empty = "".join(f'<row r="{at}" ht="15.75" customHeight="1"/>' for at in range(8, 1001))
    after = '<hyperlinks><hyperlink r:id="rId1" ref="E7"/></hyperlinks><drawing r:id="rId2"/>'
    content = parts(
        sheet(padded + empty, before='<sheetPr><outlinePr summaryBelow="0"/></sheetPr>', after=after),
        links={"rId1": NEWS},
        strings=strings,
        formats=("General",) * 3,
    )
    name = "xl/worksheets/_rels/sheet1.xml.rels"
    relation = (
        '<Relationship Id="rId2" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" '
        'Target="../drawings/drawing1.xml"/>'
        "</Relationships>"
    )
    drawing = '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'
    return zipped(
        content
        | {name: content[name].replace("</Relationships>", relation), "xl/drawings/drawing1.xml": drawing}
    )


@excel("LibreOffice: numbers with types, rows of the whole sheet, its own hyperlinks", **LINKED)
def _libreoffice():
    body, strings = shared(_LINES, lambda at, index: f'<c r="{at}" s="0" t="s"><v>{index}</v></c>')
    number = str(list(dict.fromkeys(text for texts in _LINES for text in texts)).index("25"))
    typed = body.replace(f'<c r="I7" s="0" t="s"><v>{number}</v></c>', '<c r="I7" s="0" t="n"><v>25</v></c>')
    tail = '<row r="1048576" customFormat="false" ht="12.8" hidden="false" customHeight="false"></row>'
    before = (
        '<cols><col collapsed="false" customWidth="false" '
        'hidden="false" min="10" max="16384" width="11"/></cols>'
    )
    after = '<hyperlinks><hyperlink ref="E7" r:id="rId1" display="новина"/></hyperlinks>'
    return xlsx(
        sheet(typed + tail, before=before, after=after),
        links={"rId1": NEWS},
        strings=strings,
        formats=("General",),
    )


@excel("Excel 365: newer namespaces, marks of revisions, dynamic arrays")
def _excel_365():
    page = sheet(report_rows(usual_row())).replace(
        f'<worksheet xmlns="{SHEET}"',
        f'<worksheet xmlns="{SHEET}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" mc:Ignorable="x14ac"',
    )
    return xlsx(
        page.replace('<row r="7"', '<row r="7" x14ac:dyDescent="0.25"').replace(
            '<c r="I7"', '<c r="I7" cm="1"'
        )
    )

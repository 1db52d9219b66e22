"""Habits of the programs that people write in, and of whole documents."""

from docx_files import (
    HEADINGS,
    ROW,
    TITLE,
    docx,
    lines,
    link,
    p,
    parts,
    r,
    report,
    row,
    row_with,
    sdt,
    tbl,
    tc,
    title,
    tr,
)
from office_zip import zipped
from shape import changed, word

NEWS = "https://court.example/press/news/1/"
SECOND = ("2", "Екскурсія", "Обізнаність", "20.08.2021", "-", "-", "Школярі", "Прессекретар", "15")
LINKED = {"rows": (changed(4, "новина"),), "links": {(0, 4): [(NEWS, "новина")]}}


@word("Strict Open XML", **LINKED)
def _strict():
    return docx(report(row_with(4, p(link("h", r("новина"))))), strict=True, links={"h": NEWS})


@word("document with macros", "звіт.docm")
def _macros():
    return docx(report(row(*ROW)), kind="macroEnabled")


@word("template of Word", "звіт.dotx")
def _template():
    return docx(report(row(*ROW)), kind="template")


@word("main part under another name, absolute targets")
def _renamed():
    content = parts(report(row(*ROW)))
    content["word/document2.xml"] = content.pop("word/document.xml")
    content["word/_rels/document2.xml.rels"] = content.pop("word/_rels/document.xml.rels")
    content["_rels/.rels"] = content["_rels/.rels"].replace('"word/document.xml', '"/word/document2.xml')
    return zipped(content)


@word("table of contents before the report")
def _contents():
    entry = p(
        '<w:hyperlink w:anchor="_Toc1">' + r("Звіт") + "<w:r><w:tab/></w:r>" + r("2") + "</w:hyperlink>"
    )
    toc = sdt(
        p(r("Зміст")) + entry, '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    )
    return docx(toc + report(row(*ROW)))


@word("table divided by a section break, the second part in landscape", rows=(ROW, SECOND))
def _sections():
    section = p(properties='<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>')
    return docx(title() + tbl(row(*HEADINGS), row(*ROW)) + section + tbl(row(*SECOND)))


def _google_run(text, properties=""):
    fonts = '<w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/>'
    return (
        '<w:r w:rsidDel="0" w:rsidR="0" w:rsidRPr="0"><w:rPr>'
        f'{fonts}{properties}<w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


@word(
    "Google Docs: empty runs, controls around suggestions, links with a style",
    rows=(changed(4, "новина"), SECOND),
    links={(0, 4): [(NEWS, "новина")]},
)
def _google():
    empty = '<w:r><w:rPr><w:rtl w:val="0"/></w:rPr></w:r>'
    suggestion = sdt(_google_run("Керівник апарату"), '<w:id w:val="-12"/><w:tag w:val="goog_rdk_0"/>')
    blue = '<w:color w:val="1155cc"/><w:u w:val="single"/>'
    cells = [p(empty, _google_run(text), empty) for text in ROW]
    cells[4] = p(empty, link("h", _google_run("новина", blue)), "<w:r><w:rPr/></w:r>")
    cells[7] = p(suggestion)
    marks = '<w:tcMar/><w:vAlign w:val="top"/>'
    first = tr(
        *(tc(cell, marks) for cell in cells), properties='<w:cantSplit w:val="0"/><w:tblHeader w:val="0"/>'
    )
    head = "".join(p(_google_run(line), properties='<w:pageBreakBefore w:val="0"/>') for line in TITLE)
    table = tbl(row(*HEADINGS), first, row(*SECOND)).replace("<w:tblGrid/>", "")
    return docx(head + table, links={"h": NEWS})


@word(
    "LibreOffice: direct fonts, its own link style, frames kept twice",
    rows=(changed(4, "новина", changed(1, "слова\nу рамці")),),
    links=LINKED["links"],
)
def _libreoffice():
    box = "<w:txbxContent>" + p(r("у рамці")) + "</w:txbxContent>"
    frame = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>{box}</v:textbox>"
        "</v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    language = '<w:lang w:val="uk-UA"/>'
    style = '<w:rStyle w:val="InternetLink"/>' + language
    cells = [
        p(
            r(text, language),
            properties='<w:pStyle w:val="Normal"/><w:widowControl/><w:bidi w:val="0"/><w:rPr></w:rPr>',
        )
        for text in ROW
    ]
    cells[1] = p(frame, r("слова", language))
    cells[4] = p(link("h", r("нов", style), r("ина", style)), r("", language))
    widths = '<w:tcW w:w="{}" w:type="dxa"/>'
    body = tr(
        *(tc(cell, widths.format(1000 + at)) for at, cell in enumerate(cells)),
        properties='<w:cantSplit w:val="false"/>',
    )
    return docx(report(body), links={"h": NEWS})


@word("WPS: custom data, field links, wrapped words", **LINKED)
def _wps():
    mark = '<w:r><w:rPr><w:rFonts w:hint="default"/></w:rPr><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{NEWS}" </w:instrText></w:r>'
    shown = r("новина", '<w:rStyle w:val="6"/><w:rFonts w:hint="default"/>')
    data = (
        '<w:customXml w:uri="http://www.wps.cn/officeDocument/2013/wpsCustomData" w:element="k">'
        "{}</w:customXml>"
    )
    content = p(mark.format("begin"), code, mark.format("separate"), data.format(shown), mark.format("end"))
    return docx(report(row_with(4, content)))


@word(
    "Word 2003 saved anew: smart tags, old text box, rows in custom XML",
    rows=(changed(1, "День суду\nу рамці"),),
)
def _old():
    tag = '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">'
    box = "<w:txbxContent>" + p(r("у рамці")) + "</w:txbxContent>"
    shape = (
        '<w:r><w:pict><v:shapetype id="_x0000_t202"/><v:shape type="#_x0000_t202">'
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    )
    line = p(
        '<w:r w:rsidR="001"><w:t xml:space="preserve">День </w:t></w:r>',
        tag,
        r("суду"),
        "</w:smartTag>",
        shape,
    )
    return docx(report(row_with(1, line)))


@word("tables one right after another")
def _adjoining():
    return docx(title() + tbl(row("Затверджено", "наказ № 5")) + tbl(row(*HEADINGS), row(*ROW)))


@word("report in UTF-16 with every part in it")
def _utf16():
    return docx(report(row(*ROW)), encoding="UTF-16")


@word("names of parts with backslashes and in other case")
def _backslashes():
    content = parts(report(row(*ROW)))
    return zipped(
        {
            name.replace("word/d", "Word\\d") if name.endswith("document.xml") else name: part
            for name, part in content.items()
        }
    )


@word("blank lines around the words of every cell")
def _blank():
    return docx(report(tr(*(tc(lines(f"\n \n{text}\n\n")) for text in ROW))))

"""What stands in no cell: notes, comments, pictures, headers, other documents. All of it is told."""

from docx_files import ROW, docx, p, parts, r, report, row, row_with, tbl, word_part
from office_zip import zipped
from shape import changed, one, word

PLACE = "таблиця 1, рядок 2, клітинка 2"
SLOVA = (changed(1, "слова"),)
_PIC = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"


def note(kind, *texts):
    """A part of notes with the separators that Word puts first."""
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{at}"><w:p/></w:{kind}>'
        for at, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes = "".join(f'<w:{kind} w:id="{at}">{p(r(text))}</w:{kind}>' for at, text in enumerate(texts, 1))
    return word_part(f"{kind}s", (separators if kind != "comment" else "") + notes)


def reference(kind, at=1):
    return f'<w:r><w:{kind}Reference w:id="{at}"/></w:r>'


@word(
    "footnote",
    rows=SLOVA,
    told=("Не взято 1 виноску документа.",),
    left=(("note", "За даними суду.", PLACE),),
)
def _footnote():
    return one(p(r("слова"), reference("footnote")), more={"footnotes": note("footnote", "За даними суду.")})


@word(
    "endnote", rows=SLOVA, told=("Не взято 1 виноску документа.",), left=(("note", "Див. наказ № 5.", PLACE),)
)
def _endnote():
    return one(p(r("слова"), reference("endnote")), more={"endnotes": note("endnote", "Див. наказ № 5.")})


@word(
    "comments, one of them tied to no words",
    rows=SLOVA,
    told=("Не взято 2 примітки на полях.",),
    left=(("comment", "Уточнити дату", PLACE), ("comment", "Загалом добре", "")),
)
def _comments():
    part = note("comment", "Уточнити дату", "Загалом добре")
    return one(
        p('<w:commentRangeStart w:id="1"/>', r("слова"), reference("comment")), more={"comments": part}
    )


@word(
    "note whose text is missing from the file",
    rows=SLOVA,
    told=("Не взято 1 виноску документа.",),
    left=(("note", "", PLACE),),
)
def _missing():
    return one(p(r("слова"), reference("footnote", 7)))


@word(
    "header and footer: words are told, page numbers are not",
    left=(("text", "Для службового користування", "верхній колонтитул"),),
)
def _header():
    page = p("<w:fldSimple w:instr='PAGE'>" + r("2") + "</w:fldSimple>", r(" з "), r("5"))
    header = ("header", word_part("hdr", p(r("Для службового користування")))[1])
    footer = ("footer", word_part("ftr", p(r("Сторінка ")) + page)[1])
    return docx(report(row(*ROW)), more={"header": header, "footer": footer})


@word("table in the header", left=(("table", "Суд\tЗразок", "верхній колонтитул"),))
def _header_table():
    header = ("header", word_part("hdr", tbl(row("Суд", "Зразок")) + p())[1])
    return docx(report(row(*ROW)), more={"header": header})


@word(
    "pictures in a cell and before the table",
    rows=SLOVA,
    told=("Не взято 2 зображення.",),
    left=(("image", "", "перед таблицею"), ("image", "", PLACE)),
)
def _pictures():
    return docx(p(_PIC) + report(row_with(1, p(_PIC, r("слова")))))


@word("picture of old Word", rows=SLOVA, told=("Не взято 1 зображення.",), left=(("image", "", PLACE),))
def _old_picture():
    return one(p('<w:r><w:pict><v:shape><v:imagedata r:id="none"/></v:shape></w:pict></w:r>', r("слова")))


@word(
    "picture whose file is missing",
    rows=SLOVA,
    told=("Не взято 1 зображення.",),
    left=(("image", "", PLACE),),
)
def _dangling():
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="i"/>'
    content = parts(
        report(row_with(1, p(f"<w:r><w:drawing><pic:pic>{blip}</pic:pic></w:drawing></w:r>", r("слова"))))
    )
    name = "word/_rels/document.xml.rels"
    relation = '<Relationship Id="i" Type="http://x/image" Target="media/none.png"/></Relationships>'
    return zipped(content | {name: content[name].replace("</Relationships>", relation)})


@word(
    "sheet of Excel, chart and scheme put into the text",
    rows=SLOVA,
    told=("Не взято 3 об'єкти інших програм.",),
    left=(("image", "", PLACE),) * 3,
)
def _objects():
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    scheme = '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
    ole = '<w:object><v:shape><v:imagedata r:id="x"/></v:shape></w:object>'
    return one(p(f"<w:r>{ole}</w:r><w:r><w:drawing>{chart}{scheme}</w:drawing></w:r>", r("слова")))


@word(
    "another document put in by reference",
    rows=SLOVA,
    told=("Не взято вкладені в документ частини іншого формату.",),
    left=(("text", "", "перед таблицею"), ("text", "", PLACE), ("text", "", "після таблиці 1")),
)
def _foreign():
    body = p('<w:subDoc r:id="s"/>') + report(row_with(1, '<w:altChunk r:id="a"/>' + p(r("слова"))))
    return docx(body + '<w:altChunk r:id="b"/>')

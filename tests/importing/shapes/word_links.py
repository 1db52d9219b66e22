"""Links of every make; where no address can be had, that is told."""

from docx_files import ROW, docx, field_link, link, p, parts, r, report, row_with
from office_zip import zipped
from shape import changed, one, word

NEWS = "https://court.example/press/news/1183447/"
SITE = 4
WORDS = (changed(SITE, "новина"),)
TO_NEWS = {(0, SITE): [(NEWS, "новина")]}
_MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (_MARK.format(kind) for kind in ("begin", "separate", "end"))


def code(text):
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


@word("hyperlink whose words are its address", rows=(changed(SITE, NEWS),))
def _plain():
    return one(p(link("h", r(NEWS))), SITE, links={"h": NEWS})


@word("hyperlink whose words differ from its address", rows=WORDS, links=TO_NEWS)
def _words():
    return one(p(link("h", r("новина"))), SITE, links={"h": NEWS})


@word(
    "hyperlink that shows one address and leads to another",
    rows=(changed(SITE, "https://court.example/1/"),),
    links={(0, SITE): [("https://other.example/2", "https://court.example/1/")]},
)
def _other():
    return one(p(link("h", r("https://court.example/1/"))), SITE, links={"h": "https://other.example/2"})


@word("address cut into runs and into several hyperlinks", rows=(changed(SITE, NEWS),))
def _cut():
    return one(p(link("h", r(NEWS[:9]), r(NEWS[9:20])), link("h", r(NEWS[20:]))), SITE, links={"h": NEWS})


@word("address as text cut into runs, without a hyperlink", rows=(changed(SITE, NEWS),))
def _text():
    return one(p(r(NEWS[:5]), r(NEWS[5:6], "<w:noProof/>"), r(NEWS[6:])), SITE)


@word("simple field", rows=WORDS, links=TO_NEWS)
def _simple():
    return one(p(f"<w:fldSimple w:instr=' HYPERLINK \"{NEWS}\" '>{r('новина')}</w:fldSimple>"), SITE)


@word("complex field with its instruction in several runs", rows=WORDS, links=TO_NEWS)
def _complex():
    return one(p(field_link(f' HYPERLINK "{NEWS}" ', r("нов") + r("ина"))), SITE)


@word(
    "field with a place in the page, a tip and a frame",
    rows=WORDS,
    links={(0, SITE): [(NEWS + "#розділ", "новина")]},
)
def _switches():
    return one(
        p(field_link(f'HYPERLINK "{NEWS}" \\l "розділ" \\o "підказка" \\t "_blank"', r("новина"))), SITE
    )


@word(
    "field over two paragraphs",
    rows=(changed(SITE, "перше\nдруге"),),
    links={(0, SITE): [(NEWS, "перше\nдруге")]},
)
def _two():
    first = p(BEGIN, code(f'HYPERLINK "{NEWS}"'), SEPARATE, r("перше"))
    return one(first + p(r("друге"), END), SITE)


@word("link field inside a condition field", rows=WORDS, links=TO_NEWS)
def _nested():
    inner = field_link(f'HYPERLINK "{NEWS}"', r("новина"))
    condition = BEGIN + code(' IF 1 = 1 "') + inner + code('" "ні"') + SEPARATE + inner + END
    return one(p(condition), SITE)


@word("link field whose address comes from another field", rows=WORDS, links=TO_NEWS)
def _merged():
    address = BEGIN + code("MERGEFIELD адреса") + SEPARATE + r(NEWS) + END
    return one(p(BEGIN, code('HYPERLINK "'), address, code('"'), SEPARATE, r("новина"), END), SITE)


@word("link field that shows nothing is told", rows=(changed(SITE, "-"),), warned=("без видимого тексту",))
def _silent():
    return one(p(BEGIN, code(f'HYPERLINK "{NEWS}"'), END, r("-")), SITE)


@word("field that never ends loses no words", rows=(changed(SITE, "новина"),))
def _endless():
    return one(p(BEGIN, r("новина")), SITE)


@word("link to a bookmark stays words and is told", rows=WORDS, warned=("не веде на вебсторінку",))
def _bookmark():
    return one(p('<w:hyperlink w:anchor="розділ">' + r("новина") + "</w:hyperlink>"), SITE)


@word(
    "link without its address in the file is told",
    rows=WORDS,
    told=("посилання без адреси: у файлі її немає, лишився тільки текст",),
)
def _dangling():
    return one(p(link("none", r("новина"))), SITE)


@word("link whose address is not marked as external", rows=WORDS, links=TO_NEWS)
def _internal():
    content = parts(report(row_with(SITE, p(link("h", r("новина"))))), links={"h": NEWS})
    name = "word/_rels/document.xml.rels"
    return zipped(content | {name: content[name].replace(' TargetMode="External"', "")})


@word("mail address stays words and is told", rows=WORDS, warned=("не веде на вебсторінку",))
def _mail():
    return one(p(link("h", r("новина"))), SITE, links={"h": "mailto:inbox@court.example"})


@word(
    "inserted link counts, deleted one does not",
    rows=WORDS,
    links=TO_NEWS,
    told=("У документі є незатверджені виправлення: вставлене взято, вилучене — ні.",),
)
def _tracked():
    gone = '<w:del w:id="2">' + link("g", "<w:r><w:delText>x</w:delText></w:r>") + "</w:del>"
    new = '<w:ins w:id="1">' + link("h", r("новина")) + "</w:ins>"
    return one(p(gone, new), SITE, links={"h": NEWS, "g": "https://gone.example"})


@word(
    "many links of all makes in one cell",
    rows=(changed(SITE, "https://a.example/1\nДруга\nhttps://c.example/3"),),
    links={
        (0, SITE): [
            ("https://a.example/1", "https://a.example/1"),
            ("https://b.example/2", "Друга"),
            ("https://c.example/3", "https://c.example/3"),
        ]
    },
)
def _many():
    field = field_link('HYPERLINK "https://c.example/3"', r("https://c.example/3"))
    return one(
        p(r("https://a.example/1")) + p(link("h", r("Друга"))) + p(field),
        SITE,
        links={"h": "https://b.example/2"},
    )


@word(
    "links in the columns of the name and of the media",
    rows=(changed(5, "Час", changed(1, "День")),),
    links={(0, 1): [(NEWS, "День")], (0, 5): [("https://zmi.example/7", "Час")]},
)
def _columns():
    cells = row_with(1, p(link("h", r("День"))))
    second = row_with(5, p(link("m", r("Час"))))
    first = cells.split("<w:tc>")
    first[6] = second.split("<w:tc>")[6]
    return docx(report("<w:tc>".join(first)), links={"h": NEWS, "m": "https://zmi.example/7"})


@word(
    "picture that leads somewhere is told with its address",
    rows=(ROW,),
    told=("Не взято 1 зображення.", f"посилання зображення не взято: {NEWS}"),
    left=(("image", "", "таблиця 1, рядок 2, клітинка 5"),),
)
def _picture():
    click = '<a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:id="h"/>'
    drawing = (
        "<w:r><w:drawing><pic:pic><pic:nvPicPr><pic:cNvPr>"
        f"{click}</pic:cNvPr></pic:nvPicPr></pic:pic></w:drawing></w:r>"
    )
    return one(p(r(ROW[SITE]), drawing), SITE, links={"h": NEWS})

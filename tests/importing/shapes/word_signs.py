"""Signs between and inside words."""

from docx_files import docx, p, r, report, row_with, word_part
from shape import changed, one, word

FADED = "<w:vanish/>"


def in_title(text):
    return (changed(1, text),)


@word("runs cut inside a word, a letter with its accent, and blanks", rows=in_title("Київ і\u0306 суд  2"))
def _runs():
    return one(p(r("Ки"), r("їв", "<w:b/>"), r(" "), r("і"), r("\u0306 суд"), r(" "), r(" 2")))


@word("signs beyond the basic plane", rows=in_title("суд 😀🏛"))
def _planes():
    return one(p(r("суд 😀"), r("🏛")))


@word("tabs, line breaks, page breaks and column breaks", rows=in_title("а\tб\nв\nг\nд"))
def _breaks():
    inner = (
        "<w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t>"
        '<w:br w:type="page"/><w:t>г</w:t><w:br w:type="column"/><w:t>д</w:t>'
    )
    return one(p(f"<w:r>{inner}</w:r>"))


@word(
    "soft hyphen, no-break hyphen, no-break blank",
    rows=in_title("кому\u00adнікація прес\u2011служба 15\u00a0осіб"),
)
def _hyphens():
    inner = (
        "<w:t>кому</w:t><w:softHyphen/><w:t xml:space='preserve'>нікація прес</w:t>"
        "<w:noBreakHyphen/><w:t>служба 15\u00a0осіб</w:t>"
    )
    return one(p(f"<w:r>{inner}</w:r>"))


@word("symbols of picture fonts: bullets, dashes, ticks, arrows", rows=in_title("• а − б → ✓ ▪ α"))
def _symbols():
    def sym(font, sign):
        return f'<w:r><w:sym w:font="{font}" w:char="{sign}"/></w:r>'

    return one(
        p(
            *(
                sym("Symbol", "F0B7"),
                r(" а "),
                sym("Symbol", "F02D"),
                r(" б "),
                sym("Wingdings", "F0E0"),
                r(" "),
            ),
            *(sym("Wingdings", "F0FC"), r(" "), sym("Wingdings", "F0A7"), r(" "), sym("Symbol", "F061")),
        )
    )


@word("letters typed in a picture font", rows=in_title("✓ виконано ➢"))
def _letters():
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    return one(p(r("ü ", font), r("виконано "), r("\uf0d8", font)))


@word(
    "symbol that no letter stands for is told",
    rows=in_title("а"),
    told=("знак шрифту «Webdings» не взято",),
)
def _picture():
    return one(p(r("а"), '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>'))


@word(
    "hidden words in a cell and in a line outside are told",
    rows=in_title("видно і це"),
    told=("Поза таблицею: прихований текст не взято: «ззовні».", "прихований текст не взято: «таємне»"),
)
def _hidden():
    row = row_with(1, p(r("видно "), r("таємне", FADED), r("і це")))
    return docx(p(r("ззовні", FADED)) + report(row))


@word(
    "words hidden by a style, shown again by a switch",
    rows=in_title("аб"),
    told=("прихований текст не взято: «НІ»",),
)
def _style():
    base = '<w:style w:type="character" w:styleId="b"><w:name w:val="b"/><w:rPr><w:vanish/></w:rPr></w:style>'
    styles = word_part(
        "styles",
        base
        + '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:basedOn w:val="b"/></w:style>',
    )
    style = '<w:rStyle w:val="h"/>'
    return one(p(r("а"), r("НІ", style), r("б", style + '<w:vanish w:val="0"/>')), more={"styles": styles})


@word("paragraph end that is hidden", rows=in_title("перша друга"))
def _hidden_end():
    return one(p(r("перша "), properties=f"<w:rPr>{FADED}</w:rPr>") + p(r("друга")))


@word("reading above a word", rows=in_title("основа"))
def _ruby():
    return one(
        p(
            "<w:r><w:ruby><w:rt>",
            r("ЧИТАННЯ"),
            "</w:rt><w:rubyBase>",
            r("основа"),
            "</w:rubyBase></w:ruby></w:r>",
        )
    )


@word("directions of writing", rows=in_title("суд שלום суд"))
def _directions():
    inner = (
        '<w:dir w:val="rtl">' + r("שלום", "<w:rtl/>") + '</w:dir><w:bdo w:val="ltr">' + r(" суд") + "</w:bdo>"
    )
    return one(p(r("суд "), inner, properties="<w:bidi/>"))


@word("formula of one line", rows=in_title("x+1"))
def _formula():
    return one(p(_math("<m:r><m:t>x+1</m:t></m:r>")))


@word(
    "formula with a fraction is told",
    rows=in_title("y=1/2"),
    told=("формулу записано одним рядком, перевірте її",),
)
def _fraction():
    parts = "<m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den>"
    return one(p(_math(f"<m:r><m:t>y=</m:t></m:r><m:f><m:fPr/>{parts}</m:f>")))


def _math(inner):
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    return f'<m:oMathPara xmlns:m="{space}"><m:oMath>{inner}</m:oMath></m:oMathPara>'


@word("capitals, superscripts and strikes are words as typed", rows=in_title("Суд2 так"))
def _formatted():
    return one(
        p(r("Суд", "<w:caps/>"), r("2", '<w:vertAlign w:val="superscript"/>'), r(" так", "<w:strike/>"))
    )


@word("form fields of old Word: a tick box, a list, a text", rows=in_title("☒ Вебінар слова"))
def _form():
    def field(code, data, shown=""):
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        middle = f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        return (
            begin
            + middle
            + ('<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + shown if shown else "")
            + end
        )

    names = '<w:listEntry w:val="Лекція"/><w:listEntry w:val="Вебінар"/>'
    return one(
        p(
            *(field("FORMCHECKBOX", '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'), r(" ")),
            *(field("FORMDROPDOWN", f'<w:ddList><w:result w:val="1"/>{names}</w:ddList>'), r(" ")),
            field("FORMTEXT", "<w:textInput/>", r("слова")),
        )
    )


@word("fields with results: page, date, sequence", rows=in_title("17 і 13.08.2021"))
def _fields():
    simple = "<w:fldSimple w:instr=' DATE \\@ \"dd.MM.yyyy\" '>" + r("13.08.2021") + "</w:fldSimple>"
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ n</w:instrText></w:r>'
    end = (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("17")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return one(p(begin, end, r(" і "), simple))


@word("symbol field without a result", rows=in_title("• пункт"))
def _symbol_field():
    code = r'<w:r><w:instrText xml:space="preserve"> SYMBOL 183 \f "Symbol" \s 10 </w:instrText></w:r>'
    return one(
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            code,
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            r(" пункт"),
        )
    )

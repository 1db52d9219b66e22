"""Automatic numbers in the № column, as Word shows them."""

from docx_files import ROW, docx, lines, p, r, report, tc, tr, word_part
from shape import changed, one, word


def level(form, pattern, at=0, more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(*levels, more="", root=""):
    return word_part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{root}{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}',
    )


def mark(key=1, at=0):
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{key}"/></w:numPr>'


def numbered(*marks):
    """A document with a row for each paragraph property in its № cell."""
    return report(*(tr(tc(p(properties=one)), *(tc(lines(text)) for text in ROW[1:])) for one in marks))


def rows(*numbers):
    return tuple(changed(0, number) for number in numbers)


@word("automatic numbers 1. 2.", rows=rows("1.", "2."))
def _decimal():
    return docx(numbered(mark(), mark()), more={"numbering": numbering(level("decimal", "%1."))})


@word("automatic Roman numbers", rows=rows("I)", "II)", "III)", "IV)"))
def _roman():
    return docx(numbered(*[mark()] * 4), more={"numbering": numbering(level("upperRoman", "%1)"))})


@word(
    "automatic Cyrillic letters past the alphabet",
    rows=rows(*(f"{letter})" for letter in "абвгдежзиклмнопрстуфхцчшщыэюя"), "аа)"),
)
def _letters():
    return docx(numbered(*[mark()] * 30), more={"numbering": numbering(level("russianLower", "%1)"))})


@word("automatic Ukrainian letters of one's own", rows=rows("а", "б", "в", "г", "ґ", "д"))
def _ukrainian():
    own = '<w:numFmt w:val="custom" w:format="а, б, в, ..."/>'
    content = level("decimal", "%1").replace('<w:numFmt w:val="decimal"/>', own)
    return docx(numbered(*[mark()] * 6), more={"numbering": numbering(content)})


@word("automatic numbers with zeros: 001", rows=rows("001", "002"))
def _zeros():
    own = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    content = level("decimal", "%1").replace('<w:numFmt w:val="decimal"/>', own)
    return docx(numbered(mark(), mark()), more={"numbering": numbering(content)})


@word("automatic numbers of two levels: 1.1.", rows=rows("1.", "1.1.", "1.2.", "2.", "2.1."))
def _levels():
    content = numbering(level("decimal", "%1."), level("decimal", "%1.%2.", 1))
    return docx(numbered(mark(), mark(1, 1), mark(1, 1), mark(), mark(1, 1)), more={"numbering": content})


@word("upper level in Roman, lower shows it in digits", rows=rows("I", "1.1"))
def _digits():
    content = numbering(level("upperRoman", "%1"), level("decimal", "%1.%2", 1, "<w:isLgl/>"))
    return docx(numbered(mark(), mark(1, 1)), more={"numbering": content})


@word("lower level that never begins anew", rows=rows("1", "1.1", "2", "2.2"))
def _no_restart():
    content = numbering(level("decimal", "%1"), level("decimal", "%1.%2", 1, '<w:lvlRestart w:val="0"/>'))
    return docx(numbered(mark(), mark(1, 1), mark(), mark(1, 1)), more={"numbering": content})


@word("automatic numbers begun anew", rows=rows("1.", "7.", "8."))
def _restarted():
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    content = numbering(level("decimal", "%1."), more=anew)
    return docx(numbered(mark(), mark(2), mark(2)), more={"numbering": content})


@word("automatic numbers from a paragraph style", rows=rows("1.", "2."))
def _style():
    pointer = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = word_part(
        "styles", f'<w:style w:type="paragraph" w:styleId="n"><w:name w:val="n"/>{pointer}</w:style>'
    )
    style = '<w:pStyle w:val="n"/>'
    content = numbering(level("decimal", "%1."))
    return docx(numbered(style, style), more={"numbering": content, "styles": styles})


@word("style that stands for the second level of a list", rows=rows("1.1", "1.2"))
def _style_level():
    pointer = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = word_part(
        "styles", f'<w:style w:type="paragraph" w:styleId="n"><w:name w:val="n"/>{pointer}</w:style>'
    )
    content = numbering(level("decimal", "%1"), level("decimal", "%1.%2", 1, '<w:pStyle w:val="n"/>'))
    style = '<w:pStyle w:val="n"/>'
    return docx(numbered(style, style), more={"numbering": content, "styles": styles})


@word("list told by a list style", rows=rows("1)", "2)"))
def _list_style():
    styles = word_part(
        "styles",
        (
            '<w:style w:type="numbering" w:styleId="L"><w:pPr>'
            '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        ),
    )
    linked = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="5"/></w:num>'
    )
    content = numbering(level("decimal", "%1)"), more=linked, root='<w:styleLink w:val="L"/>')
    return docx(numbered(mark(9), mark(9)), more={"numbering": content, "styles": styles})


@word("words in the pattern and a level without a number", rows=rows("№ 1", "захід", "№ 2"))
def _words():
    content = numbering(level("decimal", "№ %1"), level("none", "захід%2", 1))
    return docx(numbered(mark(), mark(1, 1), mark()), more={"numbering": content})


@word(
    "number format that is not known here is told",
    rows=rows("1", "2"),
    told=("Автоматичні номери особливого вигляду («cardinalText») записано цифрами.",),
)
def _odd():
    return docx(numbered(mark(), mark()), more={"numbering": numbering(level("cardinalText", "%1"))})


@word(
    "automatic numbers inside the words of a cell are told",
    rows=(changed(1, "перше\nдруге"),),
    told=("автоматичні номери списку не взято",),
)
def _in_words():
    content = p(r("перше"), properties=mark()) + p(r("друге"), properties=mark())
    return one(content, more={"numbering": numbering(level("decimal", "%1."))})


@word("bullets before the lines of a cell", rows=(changed(1, "перше\nдруге"),))
def _bullets():
    content = p(r("перше"), properties=mark()) + p(r("друге"), properties=mark())
    return one(content, more={"numbering": numbering(level("bullet", "•"))})

"""What a reader of a Word page sees is what comes in, whatever stands around the words."""

import pytest
from docx_files import HEADINGS as NAMES
from docx_files import (
    ROW,
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
    word_part,
)
from office_zip import zipped

from courtcomms.period import Period

TITLE_COLUMN = 1


def title_cell(read, content, **options):
    """The text of the name cell with ready-made content in it."""
    return read(docx(report(row_with(TITLE_COLUMN, content)), **options)).rows[0].cells.title


INLINE = {
    "runs split anywhere": (
        p(r("Ден"), r("ь відкр"), r("итих", "<w:b/>"), r(" дверей")),
        "День відкритих дверей",
    ),
    "paragraphs": (lines("перший\n\nтретій"), "перший\n\nтретій"),
    "blank lines around": (lines("\n \nслова\n\n"), "слова"),
    "line break": (p(r("а"), "<w:r><w:br/></w:r>", r("б")), "а\nб"),
    "carriage return": (p("<w:r><w:t>а</w:t><w:cr/><w:t>б</w:t></w:r>"), "а\nб"),
    "tabs": (p("<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:ptab/><w:t>в</w:t></w:r>"), "а\tб\tв"),
    "no-break hyphen": (
        p("<w:r><w:t>прес</w:t><w:noBreakHyphen/><w:t>служба</w:t></w:r>"),
        "прес\u2011служба",
    ),
    "soft hyphen": (p("<w:r><w:t>комуні</w:t><w:softHyphen/><w:t>кація</w:t></w:r>"), "комуні\u00adкація"),
    "no-break blank": (p(r("суд\u00a0України")), "суд\u00a0України"),
    "double blanks": (p(r("Розміщення  на  сайті")), "Розміщення  на  сайті"),
    "odd apostrophe": (p(r("звꞌязок")), "звꞌязок"),
    "symbol": (p(r("а"), '<w:r><w:sym w:font="Arial" w:char="2192"/></w:r>', r("б")), "а→б"),
    "content control around a run": (p(r("а "), sdt(r("усередині")), r(" б")), "а усередині б"),
    "content control around a paragraph": (sdt(p(r("усередині"))), "усередині"),
    "smart tag": (p('<w:smartTag w:uri="x" w:element="y">', r("Кривий Ріг"), "</w:smartTag>"), "Кривий Ріг"),
    "custom xml": (p('<w:customXml w:element="y">', r("слова"), "</w:customXml>"), "слова"),
    "insertion": (p(r("а"), '<w:ins w:id="1">', r("бв"), "</w:ins>"), "абв"),
    "deletion": (p(r("а"), '<w:del w:id="1"><w:r><w:delText>ЗАЙВЕ</w:delText></w:r></w:del>', r("б")), "аб"),
    "move": (
        p(
            '<w:moveFrom w:id="1">',
            r("ЗВІДСИ"),
            "</w:moveFrom>",
            r("а"),
            '<w:moveTo w:id="2">',
            r("сюди"),
            "</w:moveTo>",
        ),
        "асюди",
    ),
    "deleted paragraph end": (
        p(r("перша "), properties='<w:rPr><w:del w:id="3"/></w:rPr>') + p(r("половина")),
        "перша половина",
    ),
    "field result": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ n</w:instrText></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            r("17"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        "17",
    ),
    "prompt of an empty control": (p(r("а"), sdt(r("Клацніть тут"), "<w:showingPlcHdr/>")), "а"),
    "formula": (
        p(
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x+1</m:t></m:r></m:oMath>'
        ),
        "x+1",
    ),
    "ruby": (
        p(
            "<w:r><w:ruby><w:rt>",
            r("ЧИТАННЯ"),
            "</w:rt><w:rubyBase>",
            r("основа"),
            "</w:rubyBase></w:ruby></w:r>",
        ),
        "основа",
    ),
    "bookmarks and proofing": (
        p(
            '<w:bookmarkStart w:id="0" w:name="x"/><w:proofErr w:type="a"/>',
            r("слово"),
            '<w:bookmarkEnd w:id="0"/>',
        ),
        "слово",
    ),
    "unknown wrapper": (p('<x:some xmlns:x="urn:x">', r("слово"), "</x:some>"), "слово"),
}


@pytest.mark.parametrize("name", INLINE)
def test_words_of_a_cell(read, name):
    content, expected = INLINE[name]
    assert title_cell(read, content) == expected


def test_blanks_at_the_ends_count_only_where_the_file_keeps_them(read):
    assert title_cell(read, p("<w:r><w:t>один </w:t></w:r>", r(" два"))) == "один два"
    assert title_cell(read, p(r("один "), "<w:r><w:t>\n  два\n</w:t></w:r>")) == "один два"


BOX = "<w:txbxContent>" + p(r("у рамці")) + "</w:txbxContent>"
TWICE = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
    f"{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def test_text_box_is_read_once_after_its_paragraph(read):
    assert title_cell(read, p(TWICE, r("слова"))) == "слова\nу рамці"


def test_old_text_box_is_read_too(read):
    assert (
        title_cell(read, p(f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>", r("слова")))
        == "слова\nу рамці"
    )


def test_title_in_a_text_box_is_found(read):
    boxed = "<w:txbxContent>" + title() + "</w:txbxContent>"
    body = p(f"<w:r><w:pict><v:textbox>{boxed}</v:textbox></w:pict></w:r>") + tbl(row(*NAMES), row(*ROW))
    document = read(docx(body))
    assert document.period == Period.quarter(2021, 3)
    assert document.court.nominative.startswith("Інгулецький районний суд")


def test_report_in_a_text_box_is_found(read):
    box = "<w:txbxContent>" + report(row(*ROW)) + "</w:txbxContent>"
    document = read(docx(p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")))
    assert [row.cells.title for row in document.rows] == ["День відкритих дверей"]


def test_table_in_a_cell_becomes_lines_of_the_cell(read):
    inner = tbl(row("Весь Кривий Ріг", "1"), row("Криворізька", "2")) + p()
    assert title_cell(read, p(r("Видання:")) + inner) == "Видання:\nВесь Кривий Ріг\t1\nКриворізька\t2"


def test_hidden_text_is_left_out_and_told(read):
    document = read(
        docx(report(row_with(TITLE_COLUMN, p(r("видно "), r("таємне", "<w:vanish/>"), r("і це")))))
    )
    assert document.rows[0].cells.title == "видно і це"
    assert [
        w for w in document.warnings if "«таємне»" in w and "Рядок № 1" in w and "Назва (вид) заходу" in w
    ]


def test_hidden_style_hides_and_an_explicit_switch_shows(read):
    styles = word_part(
        "styles",
        '<w:style w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="hid"><w:basedOn w:val="base"/></w:style>',
    )
    content = p(
        r("а"), r("НІ", '<w:rStyle w:val="hid"/>'), r("б", '<w:rStyle w:val="hid"/><w:vanish w:val="0"/>')
    )
    assert title_cell(read, content, more={"styles": styles}) == "аб"


def test_revisions_are_told_once(read):
    content = p('<w:ins w:id="1">', r("нове"), "</w:ins>")
    document = read(docx(report(row_with(1, content), row_with(2, content))))
    assert sum("незатверджені виправлення" in warning for warning in document.warnings) == 1


def test_row_deleted_under_tracked_changes_is_gone(read):
    gone = tr(*(tc(lines(text)) for text in ROW), properties='<w:del w:id="9"/>')
    kept = tr(*(tc(lines(text)) for text in ("2", *ROW[1:])), properties='<w:ins w:id="9"/>')
    document = read(docx(report(gone, kept)))
    assert [row.cells.number for row in document.rows] == ["2"]


def test_footnotes_comments_and_pictures_are_told(read):
    content = p(
        r("слова"),
        '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r>',
        "<w:r><w:drawing><pic:pic/></w:drawing></w:r>",
    )
    told = " ".join(read(docx(report(row_with(1, content)))).warnings)
    assert "1 виноску" in told
    assert "1 примітку" in told
    assert "1 зображення" in told


def test_sign_of_a_picture_font_is_told_and_left(read):
    document = read(
        docx(report(row_with(1, p(r("а"), '<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'))))
    )
    assert document.rows[0].cells.title == "а"
    assert any("Wingdings" in warning for warning in document.warnings)


def test_strict_document_reads_the_same(read):
    document = read(
        docx(report(row_with(4, p(link("rId1", r("новина"))))), strict=True, links={"rId1": "https://a.ua/1"})
    )
    assert document.rows[0].cells.title == ROW[1]
    assert document.rows[0].links[4][0].target == "https://a.ua/1"


@pytest.mark.parametrize("encoding", ["UTF-16", "windows-1251"])
def test_other_encodings_of_the_main_part(read, encoding):
    body = report(row("1", "День суду", *ROW[2:]))
    assert read(docx(body, encoding=encoding)).rows[0].cells.title == "День суду"


def test_document_with_macros_reads_without_a_warning(read):
    assert read(docx(report(row(*ROW)), kind="macroEnabled"), "звіт.docm").warnings == ()


def test_dangling_relationships_do_no_harm(read):
    content = parts(report(row_with(1, p(link("rId77", r("слова"))))), more={})
    content["word/_rels/document.xml.rels"] = content["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="i" Type="http://x/image" Target="media/none.png"/>'
        '<Relationship Id="s" Type="http://x/styles" Target="none.xml"/></Relationships>',
    )
    assert read(zipped(content)).rows[0].cells.title == "слова"


def test_main_part_may_have_another_name(read):
    content = parts(report(row(*ROW)))
    content["word/document2.xml"] = content.pop("word/document.xml")
    content["word/_rels/document2.xml.rels"] = content.pop("word/_rels/document.xml.rels")
    content["_rels/.rels"] = content["_rels/.rels"].replace("word/document.xml", "/word/document2.xml")
    assert len(read(zipped(content)).rows) == 1


def test_main_part_is_found_without_the_pointer_to_it(read):
    content = parts(report(row(*ROW)))
    del content["_rels/.rels"]
    assert len(read(zipped(content)).rows) == 1

"""The short way through a plain cell of Word reads what the long way reads, or leaves the cell to it."""

from collections.abc import Callable

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from courtcomms.importing.docx.context import Context
from courtcomms.importing.docx.numbering import read_numbering
from courtcomms.importing.docx.plain import plain_cell
from courtcomms.importing.docx.styles import Style, Styles
from courtcomms.importing.docx.tables import read_table
from courtcomms.importing.docx.text import TextReader
from courtcomms.importing.grid import GridCell

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = Styles(
    {"Hidden": Style(hidden=True), "Listed": Style(list_id="1", level=0), "Based": Style("Hidden")}
)
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    "</w:numbering>"
)

#: What stands in runs, in paragraphs and in cells: things that the short way knows, and more.
SPACE = ("", ' xml:space="preserve"')
LOOKS = (
    "<w:b/>",
    "<w:vanish/>",
    '<w:vanish w:val="0"/>',
    '<w:rStyle w:val="Hidden"/>',
    '<w:rStyle w:val="Other"/>',
    '<w:rFonts w:ascii="Wingdings"/>',
    '<w:rFonts w:ascii="Arial"/>',
    '<w:sz w:val="20"/>',
    "<w:rtl/>",
)
IN_RUNS = (
    "<w:tab/>",
    "<w:br/>",
    "<w:noBreakHyphen/>",
    "<w:softHyphen/>",
    "<w:lastRenderedPageBreak/>",
    "<w:delText>ні</w:delText>",
    '<w:footnoteReference w:id="2"/>',
)
IN_PARAGRAPHS = (
    "<w:proofErr/>",
    '<w:bookmarkStart w:id="1"/>',
    "<w:bookmarkEnd/>",
    "<w:ins><w:r><w:t>додано</w:t></w:r></w:ins>",
    "<w:del><w:r><w:delText>зайве</w:delText></w:r></w:del>",
    '<w:hyperlink w:anchor="там"><w:r><w:t>слово</w:t></w:r></w:hyperlink>',
    "<w:sdt><w:sdtContent><w:r><w:t>поле</w:t></w:r></w:sdtContent></w:sdt>",
)
ENDS = (
    "",
    '<w:jc w:val="left"/>',
    '<w:pStyle w:val="Hidden"/>',
    '<w:pStyle w:val="Based"/>',
    '<w:pStyle w:val="Listed"/>',
    '<w:pStyle w:val="Other"/>',
    '<w:numPr><w:numId w:val="1"/></w:numPr>',
    "<w:rPr><w:del/></w:rPr>",
    "<w:rPr><w:vanish/></w:rPr>",
    "<w:rPr><w:b/></w:rPr>",
)

words = st.text("аії'’ №1\u00a0\t\n  <&", max_size=8).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
)
texts = st.builds("<w:t{}>{}</w:t>".format, st.sampled_from(SPACE), words)
looks = st.lists(st.sampled_from(LOOKS), max_size=2).map(lambda found: f"<w:rPr>{''.join(found)}</w:rPr>")


def joined(items: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(items, max_size=most).map("".join)


runs = st.builds(
    "<w:r>{}{}</w:r>".format, st.just("") | looks, joined(texts | texts | st.sampled_from(IN_RUNS), 3)
)
paragraphs = st.builds(
    "<w:p><w:pPr>{}</w:pPr>{}</w:p>".format,
    st.sampled_from(ENDS),
    joined(runs | runs | runs | st.sampled_from(IN_PARAGRAPHS), 4),
)
cells = joined(paragraphs, 3).map(lambda inside: f"<w:tc {W}><w:tcPr/>{inside}</w:tc>")


def context(*, numbered: bool) -> Context:
    known = Context(styles=STYLES)
    if numbered:
        known.numbering = read_numbering(etree.fromstring(NUMBERING), STYLES)
    return known


def long_way(element: etree._Element, known: Context) -> GridCell:
    reader = TextReader(known, read_table)
    reader.read(element)
    return reader.builder.cell(0, 1)


@settings(max_examples=300)
@given(cells, st.booleans())
@example(f"<w:tc {W}><w:p/><w:p><w:r><w:t> а </w:t></w:r></w:p></w:tc>", False)
@example(
    f'<w:tc {W}><w:p><w:pPr><w:pStyle w:val="Based"/></w:pPr><w:r><w:t>а</w:t></w:r></w:p></w:tc>', False
)
def test_both_ways_read_the_same(cell: str, numbered: bool) -> None:
    plain = plain_cell(etree.fromstring(cell), 0, 1, context(numbered=numbered))
    if plain is not None:
        assert plain == long_way(etree.fromstring(cell), context(numbered=numbered))


def taken(of: Callable[[str], str], *inside: str) -> set[bool]:
    """Whether the short way takes a cell with each of these in it."""
    found = (plain_cell(etree.fromstring(of(one)), 0, 1, context(numbered=True)) for one in inside)
    return {cell is not None for cell in found}


def test_plain_cells_do_take_the_short_way() -> None:
    def in_paragraph(inside: str) -> str:
        return f"<w:tc {W}><w:p>{inside}<w:r><w:t>слово</w:t></w:r></w:p><w:p/></w:tc>"

    assert taken(in_paragraph, "", *IN_PARAGRAPHS[:3], "<w:pPr><w:jc/></w:pPr>") == {True}
    assert taken(in_paragraph, *IN_PARAGRAPHS[3:], "<w:r><w:tab/></w:r>") == {False}

"""Hyperlinks of Word documents: every target arrives, none twice, whatever is shown."""

from collections import Counter

import pytest
from docx_files import docx, field_link, link, p, r, report, row_with

from courtcomms.cells.links import read_links
from courtcomms.model import Anchor, Column

SITE = 4
NEWS = "https://court.gov.ua/press/news/1183447/"


def site_row(read, content, **links):
    document = read(docx(report(row_with(SITE, content)), links=links))
    return document.rows[0], document.warnings


def targets(row):
    return [item.target for item in row.links[SITE]]


def test_address_that_shows_itself_needs_no_anchor(read):
    row, warnings = site_row(read, p(link("rId1", r(NEWS))), rId1=NEWS)
    assert targets(row) == [NEWS]
    assert row.cells.anchors == ()
    assert warnings == ()


def test_words_that_lead_somewhere_become_an_anchor(read):
    row, _ = site_row(read, p(r("див. "), link("rId1", r("новину "), r("на сайті"))), rId1=NEWS)
    assert row.cells.site_links == "див. новину на сайті"
    assert row.cells.anchors == (Anchor(Column.SITE_LINKS, "новину на сайті", NEWS),)
    assert [(item.target, item.text) for item in row.links[SITE]] == [(NEWS, "новину на сайті")]


def test_address_that_leads_elsewhere_keeps_its_target(read):
    row, _ = site_row(read, p(link("rId1", r("https://court.gov.ua/1/"))), rId1="https://evil.example/2")
    assert targets(row) == ["https://evil.example/2"]


def test_same_link_twice_stays_twice(read):
    row, _ = site_row(read, p(link("rId1", r(NEWS))) + p() + p(link("rId1", r(NEWS))), rId1=NEWS)
    assert targets(row) == [NEWS, NEWS]


def test_address_cut_into_several_hyperlinks_is_one(read):
    content = p(link("rId1", r("https://court.gov.ua/")), link("rId1", r("press/news/1183447/")))
    row, _ = site_row(read, content, rId1=NEWS)
    assert targets(row) == [NEWS]
    assert row.cells.anchors == ()


@pytest.mark.parametrize(
    ("instruction", "target"),
    [
        (f' HYPERLINK "{NEWS}" ', NEWS),
        (f'HYPERLINK {NEWS} \\o "підказка"', NEWS),
        (f'hyperlink "{NEWS}" \\l "розділ" \\t "_blank"', NEWS + "#розділ"),
        (f' HYPERLINK \\o "https://ні.ua" "{NEWS}" \\h', NEWS),
    ],
)
def test_links_as_fields(read, instruction, target):
    row, _ = site_row(read, p(field_link(instruction, r("новина"))))
    assert targets(row) == [target]
    assert row.cells.site_links == "новина"


def test_field_over_several_paragraphs(read):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    content = p(
        mark.format("begin"),
        f'<w:r><w:instrText>HYPERLINK "{NEWS}"</w:instrText></w:r>',
        mark.format("separate"),
        r("перше"),
    ) + p(r("друге"), mark.format("end"))
    row, _ = site_row(read, content)
    assert row.cells.site_links == "перше\nдруге"
    assert targets(row) == [NEWS]


def test_field_that_is_never_closed(read):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    content = p(
        mark.format("begin"),
        f'<w:r><w:instrText>HYPERLINK "{NEWS}"</w:instrText></w:r>',
        mark.format("separate"),
        r("новина"),
    )
    row, _ = site_row(read, content)
    assert targets(row) == [NEWS]
    assert row.cells.audience == "Громадяни"


def test_simple_field(read):
    content = p(f"<w:fldSimple w:instr=' HYPERLINK \"{NEWS}\" '>{r('новина')}</w:fldSimple>")
    assert targets(site_row(read, content)[0]) == [NEWS]


def test_field_inside_the_same_hyperlink_counts_once(read):
    content = p(link("rId1", field_link(f'HYPERLINK "{NEWS}"', r("новина"))))
    assert targets(site_row(read, content, rId1=NEWS)[0]) == [NEWS]


def test_bookmark_is_part_of_the_target(read):
    content = p('<w:hyperlink r:id="rId1" w:anchor="p2">' + r("новина") + "</w:hyperlink>")
    assert targets(site_row(read, content, rId1=NEWS)[0]) == [NEWS + "#p2"]


@pytest.mark.parametrize(
    "target", ["mailto:inbox@court.gov.ua", "file:///C:/x.docx", "javascript:alert(1)", "..\\x.docx"]
)
def test_other_targets_stay_text_and_are_told(read, target):
    row, warnings = site_row(read, p(link("rId1", r("сюди"))), rId1=target)
    assert row.cells.site_links == "сюди"
    assert targets(row) == []
    assert row.cells.anchors == ()
    assert any("Рядок № 1" in warning and "не веде на вебсторінку" in warning for warning in warnings)


def test_link_without_words_is_told(read):
    row, warnings = site_row(read, p(link("rId1", r("")), r("-")), rId1=NEWS)
    assert targets(row) == []
    assert any("без видимого тексту" in warning for warning in warnings)


def test_inserted_link_counts_and_deleted_one_does_not(read):
    content = p(
        '<w:ins w:id="1">',
        link("rId1", r(NEWS)),
        "</w:ins>",
        r(" "),
        '<w:del w:id="2">',
        link("rId2", "<w:r><w:delText>https://x.ua</w:delText></w:r>"),
        "</w:del>",
    )
    assert targets(site_row(read, content, rId1=NEWS, rId2="https://x.ua")[0]) == [NEWS]


def test_anchor_stays_at_its_own_words(read):
    content = p(r("тут нічого, а ось "), link("rId1", r("тут")), r(" — новина"))
    row, _ = site_row(read, content, rId1=NEWS)
    (found,) = read_links(row.cells.site_links, row.cells.anchors)
    assert found.target == NEWS
    assert found.end == row.cells.site_links.rindex("тут") + len("тут")


def test_links_of_other_columns_arrive_too(read):
    document = read(
        docx(report(row_with(1, p(link("rId1", r("День відкритих дверей"))))), links={"rId1": NEWS})
    )
    assert [item.target for item in document.rows[0].links[1]] == [NEWS]
    assert document.rows[0].cells.anchors_of(Column.TITLE)[0].target == NEWS


def test_blank_lines_before_the_text_do_not_move_links(read):
    row, _ = site_row(read, p() + p(r(" ")) + p(link("rId1", r("новина"))) + p(), rId1=NEWS)
    assert row.cells.site_links == "новина"
    assert [(item.target, item.text) for item in row.links[SITE]] == [(NEWS, "новина")]


def test_many_links_of_all_sorts_in_one_cell(read):
    content = (
        p(r("«Весь Кривий Ріг»"))
        + p(link("rId1", r("https://a.ua/1")))
        + p(r("https://b.ua/2"))
        + p(link("rId2", r("Третя")))
        + p(field_link('HYPERLINK "https://d.ua/4"', r("https://d.ua/4")))
    )
    row, _ = site_row(read, content, rId1="https://a.ua/1", rId2="https://c.ua/3")
    assert Counter(targets(row)) == Counter(
        ["https://a.ua/1", "https://b.ua/2", "https://c.ua/3", "https://d.ua/4"]
    )
    assert [anchor.text for anchor in row.cells.anchors] == ["Третя"]

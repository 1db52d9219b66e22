"""How the Word file lies on paper: sheet, margins, table, page numbers, signature."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.form import Executor, Font, ReportForm, Signatory, SignatureDate
from courtcomms.reports.snapshot import ReportSnapshot

SnapshotOf = Callable[..., ReportSnapshot]
Parts = Callable[[bytes], dict[str, bytes]]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NS = {"w": _W, "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
_ROWS = [["подія", *["-"] * 7]] * 3


class Part:
    """A part that answers XPath questions with plain values."""

    def __init__(self, data: bytes) -> None:
        self.root = etree.fromstring(data)

    def all(self, path: str) -> list[etree._Element]:
        return list(self.root.xpath(path, namespaces=_NS))

    def values(self, path: str, name: str = "val") -> list[str | None]:
        return [element.get(f"{{{_W}}}{name}") for element in self.all(path)]

    def count(self, path: str) -> int:
        return len(self.all(path))


@pytest.fixture
def part(parts_of: Parts) -> Callable[[ReportSnapshot, str], Part]:
    return lambda snapshot, name: Part(parts_of(render_docx(snapshot))[f"word/{name}.xml"])


@pytest.fixture
def body(part: Callable[[ReportSnapshot, str], Part]) -> Callable[[ReportSnapshot], Part]:
    return lambda snapshot: part(snapshot, "document")


def test_sheet_and_margins(body: Callable[..., Part], messy: ReportSnapshot) -> None:
    document = body(messy)
    size, margins = document.all("//w:sectPr/w:pgSz")[0], document.all("//w:sectPr/w:pgMar")[0]
    assert dict(size.attrib) == {f"{{{_W}}}w": "16838", f"{{{_W}}}h": "11906", f"{{{_W}}}orient": "landscape"}
    sides = [margins.get(f"{{{_W}}}{side}") for side in ("left", "right", "top", "bottom")]
    assert sides == ["1701", "567", "1134", "1134"]


def test_table_is_as_wide_as_the_text(body: Callable[..., Part], messy: ReportSnapshot) -> None:
    document = body(messy)
    grid = [int(width) for width in document.values("//w:gridCol", "w")]
    assert sum(grid) == 16838 - 1701 - 567
    assert document.values("//w:tblW", "w") == [str(sum(grid))]
    assert document.values("//w:tblLayout", "type") == ["fixed"]
    for row in document.all("//w:tr"):
        widths = [int(w.get(f"{{{_W}}}w")) for w in row.iterfind("w:tc/w:tcPr/w:tcW", _NS)]
        assert widths == grid


def test_heading_row_repeats_and_is_the_only_one(body: Callable[..., Part], messy: ReportSnapshot) -> None:
    document = body(messy)
    assert document.count("//w:tr[1]/w:trPr/w:tblHeader") == 1
    assert document.count("//w:tr/w:trPr/w:tblHeader") == 1
    names = [etree.QName(child).localname for child in document.all("//w:tr[1]/w:trPr/*")]
    assert names == ["cantSplit", "tblHeader"]


def test_rows_stay_whole_unless_higher_than_a_page(body: Callable[..., Part], messy: ReportSnapshot) -> None:
    whole = [row.find("w:trPr/w:cantSplit", _NS) is not None for row in body(messy).all("//w:tr")]
    assert whole == [True, True, True, False, True, True]


@pytest.mark.parametrize(("lines", "whole"), [(10, True), (25, True), (60, False)])
def test_height_of_a_page_decides(
    body: Callable[..., Part], snapshot_of: SnapshotOf, lines: int, whole: bool
) -> None:
    document = body(snapshot_of([["рядок\n" * (lines - 1), *["-"] * 7]]))
    assert bool(document.count("//w:tr[2]/w:trPr/w:cantSplit")) is whole


def test_form_may_let_rows_break(
    body: Callable[..., Part], snapshot_of: SnapshotOf, form: ReportForm
) -> None:
    document = body(snapshot_of(_ROWS, replace(form, rows_break=True)))
    assert document.count("//w:tr[position()>1]/w:trPr/w:cantSplit") == 0


def test_table_is_described_for_those_who_listen(body: Callable[..., Part], messy: ReportSnapshot) -> None:
    document = body(messy)
    assert "комунікаційної діяльності суду" in str(document.values("//w:tblCaption"))
    assert "Дата проведення" in str(document.values("//w:tblDescription"))


def test_alignment_of_columns(body: Callable[..., Part], snapshot_of: SnapshotOf) -> None:
    cells = body(snapshot_of(_ROWS)).all("//w:tr[2]/w:tc")
    centred = [cell.find("w:p/w:pPr/w:jc", _NS) is not None for cell in cells]
    assert centred == [True, False, False, True, False, False, False, False, True]


def test_page_numbers_in_the_middle_of_the_top_margin_from_page_2(
    part: Callable[..., Part], messy: ReportSnapshot
) -> None:
    document, header = part(messy, "document"), part(messy, "header1")
    assert document.count("//w:sectPr/w:titlePg") == 1
    assert document.values("//w:sectPr/w:headerReference", "type") == ["default"]
    assert [text.text for text in header.all("//w:instrText")] == [" PAGE "]
    assert header.values("//w:fldChar", "fldCharType") == ["begin", "separate", "end"]
    distance = int(document.values("//w:pgMar", "header")[0])
    number_height = 12 * 20 * 1.149
    assert distance + number_height / 2 == pytest.approx(1134 / 2, abs=3)


def test_page_numbers_switched_off(parts_of: Parts, snapshot_of: SnapshotOf, form: ReportForm) -> None:
    without = replace(form, page=replace(form.page, page_numbers=False))
    parts = parts_of(render_docx(snapshot_of(_ROWS, without)))
    assert not any("header" in name for name in parts)
    assert b"headerReference" not in parts["word/document.xml"]
    assert b"titlePg" not in parts["word/document.xml"]


def test_fonts_and_language(part: Callable[..., Part], messy: ReportSnapshot) -> None:
    styles = part(messy, "styles")
    fonts = styles.all("//w:docDefaults//w:rFonts")[0]
    assert {etree.QName(name).localname: value for name, value in fonts.attrib.items()} == dict.fromkeys(
        ("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman"
    )
    assert styles.values("//w:docDefaults//w:lang") == ["uk-UA"]
    assert styles.values("//w:style[@w:styleId='TableText']//w:sz") == ["20"]
    assert styles.count("//w:style[@w:type='character']/w:name[@w:val='Hyperlink']") == 1
    settings = part(messy, "settings")
    assert settings.values("//w:themeFontLang") == ["uk-UA"]
    assert settings.values("//w:decimalSymbol") == [","]


def test_font_of_the_form(part: Callable[..., Part], snapshot_of: SnapshotOf, form: ReportForm) -> None:
    styles = part(snapshot_of(_ROWS, replace(form, font=Font("Arial", 14, 9.5))), "styles")
    assert styles.values("//w:docDefaults//w:rFonts", "cs") == ["Arial"]
    assert styles.values("//w:docDefaults//w:sz") == ["28"]
    assert styles.values("//w:style[@w:styleId='TableText']//w:szCs") == ["19"]


def signed(form: ReportForm) -> ReportForm:
    return replace(
        form,
        signatory=Signatory(True, "Заступник керівника\nапарату суду", "Ім'я ПРІЗВИЩЕ"),
        signed=SignatureDate(True, date(2025, 5, 25)),
        executor=Executor(True, "Прізвище І. Б.", "(000) 000-00-00"),
    )


def text_of(paragraph: etree._Element) -> str:
    nodes = paragraph.iter(f"{{{_W}}}t", f"{{{_W}}}tab")
    runs = [node for node in nodes if node.getparent().tag == f"{{{_W}}}r"]
    return "".join("\t" if node.tag.endswith("tab") else node.text or "" for node in runs)


def test_signature_date_and_executor(
    body: Callable[..., Part], snapshot_of: SnapshotOf, form: ReportForm
) -> None:
    under = body(snapshot_of(_ROWS, signed(form))).all("//w:tbl/following-sibling::w:p")
    assert [text_of(paragraph) for paragraph in under] == [
        "Заступник керівника",
        "апарату суду\tІм'я ПРІЗВИЩЕ",
        "25.05.2025",
        "Прізвище І. Б.",
        "(000) 000-00-00",
        "",
    ]
    framed = [p.find("w:pPr/w:framePr", _NS) for p in under]
    assert [frame is not None for frame in framed] == [False, False, False, True, True, False]
    assert dict(framed[3].attrib) == dict(framed[4].attrib)
    assert (framed[3].get(f"{{{_W}}}vAnchor"), framed[3].get(f"{{{_W}}}yAlign")) == ("margin", "bottom")


def test_last_row_keeps_with_the_signature(
    body: Callable[..., Part], snapshot_of: SnapshotOf, form: ReportForm
) -> None:
    document = body(snapshot_of(_ROWS, signed(form)))
    assert document.count("//w:tr[last()]//w:keepNext") == 9
    assert document.count("//w:tr[position()<last()]//w:keepNext") == 0


@pytest.mark.parametrize("part_off", ["signatory", "signed", "executor"])
def test_each_part_under_the_table_is_switched_apart(
    body: Callable[..., Part], snapshot_of: SnapshotOf, form: ReportForm, part_off: str
) -> None:
    full = signed(form)
    off = replace(full, **{part_off: replace(getattr(full, part_off), show=False)})
    texts = {text_of(p) for p in body(snapshot_of(_ROWS, off)).all("//w:tbl/following-sibling::w:p")}
    gone = {"signatory": "Заступник керівника", "signed": "25.05.2025", "executor": "Прізвище І. Б."}
    assert {name for name, text in gone.items() if text not in texts} == {part_off}


def test_nothing_but_an_unseen_line_under_the_table_by_default(
    body: Callable[..., Part], messy: ReportSnapshot
) -> None:
    (last,) = body(messy).all("//w:tbl/following-sibling::w:p")
    assert text_of(last) == ""
    assert last.find("w:pPr/w:spacing", _NS).get(f"{{{_W}}}lineRule") == "exact"


def test_properties(parts_of: Parts, messy: ReportSnapshot) -> None:
    core = parts_of(render_docx(messy))["docProps/core.xml"].decode()
    for value in (
        "<dc:language>uk-UA</dc:language>",
        "<dc:creator>Вигаданий районний суд</dc:creator>",
        "за ІІІ квартал 2021 року</dc:title>",
        "Комунікаційна діяльність суду",
        "2021-09-30T00:00:00Z</dcterms:created>",
        "2021-09-30T00:00:00Z</dcterms:modified>",
    ):
        assert value in core
    app = parts_of(render_docx(messy))["docProps/app.xml"]
    assert b"courtcomms" in app
    assert b"Microsoft" not in app

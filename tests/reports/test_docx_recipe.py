"""The Word file line by line against what its recipe asks: each rule once, in the order of the design."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from courtcomms.model import Column
from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.form import (
    NAME_PLACE,
    Align,
    Executor,
    Font,
    ReportForm,
    Signatory,
    SignatureDate,
    TitleLine,
)
from courtcomms.reports.snapshot import NO_BREAK_SPACE, ReportSnapshot

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROW = [
    "Захід",
    "Ціль",
    "13.08.2021",
    "https://a.example/?q=1 і https://b.example/2",
    "-",
    "усі",
    "хтось",
    "25",
]

SnapshotOf = Callable[..., ReportSnapshot]


class Word:
    """A rendered report, asked for its parts."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.body = etree.fromstring(parts["word/document.xml"])[0]
        self.styles = etree.fromstring(parts["word/styles.xml"])
        self.settings = etree.fromstring(parts["word/settings.xml"])

    def style(self, identity: str) -> etree._Element:
        (found,) = [one for one in self.styles.iter(f"{_W}style") if one.get(f"{_W}styleId") == identity]
        return found


def value(element: etree._Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(f"{_W}{name}")


@pytest.fixture
def word(snapshot_of: SnapshotOf, parts_of: Callable[[bytes], dict[str, bytes]]) -> Callable[..., Word]:
    def render(form: ReportForm | None = None, rows: list[list[str]] | None = None) -> Word:
        snapshot = snapshot_of(rows or [_ROW]) if form is None else snapshot_of(rows or [_ROW], form)
        return Word(parts_of(render_docx(snapshot)))

    return render


def test_properties_of_rows_stand_in_the_order_that_word_wants(word: Callable[..., Word]) -> None:
    rows = list(word().body.iter(f"{_W}trPr"))
    assert [[etree.QName(one).localname for one in row] for row in rows] == [
        ["cantSplit", "tblHeader"],
        ["cantSplit"],
    ]


def test_layout_is_fixed_and_widths_agree_three_times(word: Callable[..., Word]) -> None:
    table = word().body.find(f"{_W}tbl")
    properties = table.find(f"{_W}tblPr")
    assert value(properties.find(f"{_W}tblLayout"), "type") == "fixed"
    grid = [int(value(one, "w") or 0) for one in table.iter(f"{_W}gridCol")]
    assert int(value(properties.find(f"{_W}tblW"), "w") or 0) == sum(grid)
    for row in table.iter(f"{_W}tr"):
        assert [int(value(one, "w") or 0) for one in row.iter(f"{_W}tcW")] == grid


def test_links_have_the_style_that_word_knows_and_are_not_proofread(word: Callable[..., Word]) -> None:
    made = word()
    assert value(made.style("Hyperlink").find(f"{_W}name")) == "Hyperlink"
    linked = [run for link in made.body.iter(f"{_W}hyperlink") for run in link.iter(f"{_W}r")]
    assert len(linked) == 2
    for run in linked:
        assert value(run.find(f"{_W}rPr/{_W}rStyle")) == "Hyperlink"
        assert run.find(f"{_W}rPr/{_W}noProof") is not None
    plain = [run for run in made.body.iter(f"{_W}r") if run not in linked]
    assert all(run.find(f"{_W}rPr/{_W}noProof") is None for run in plain)


def test_language_is_ukrainian_wherever_word_asks(word: Callable[..., Word]) -> None:
    made = word()
    (lang,) = made.styles.iter(f"{_W}lang")
    assert (value(lang), value(lang, "eastAsia")) == ("uk-UA", "uk-UA")
    assert value(made.settings.find(f"{_W}themeFontLang")) == "uk-UA"
    assert b"<dc:language>uk-UA</dc:language>" in made.parts["docProps/core.xml"]
    assert value(made.settings.find(f"{_W}decimalSymbol")) == ","
    assert value(made.settings.find(f"{_W}listSeparator")) == ";"


def test_one_font_for_every_script(word: Callable[..., Word], form: ReportForm) -> None:
    (fonts,) = word(replace(form, font=Font("Arial", 12, 10))).styles.iter(f"{_W}rFonts")
    assert {value(fonts, script) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Arial"}


@pytest.mark.parametrize("tail", [9.0, 12.0, 15.5])
def test_three_sizes(word: Callable[..., Word], form: ReportForm, tail: float) -> None:
    made = word(replace(form, font=Font("Times New Roman", 13, 9.5, tail)))
    (usual,) = made.styles.iterfind(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}sz")
    assert value(usual) == "26"
    sizes = {
        name: value(made.style(name).find(f"{_W}rPr/{_W}sz"))
        for name in ("TableText", "Signature", "Executor")
    }
    assert sizes == {
        "TableText": "19",
        "Signature": f"{tail * 2:g}",
        "Executor": f"{min(tail, 10) * 2:g}",
    }


def test_table_tells_what_it_is(word: Callable[..., Word]) -> None:
    properties = word().body.find(f"{_W}tbl/{_W}tblPr")
    assert "за ІІІ квартал 2021 року" in (value(properties.find(f"{_W}tblCaption")) or "").replace(
        "\u00a0", " "
    )
    assert (value(properties.find(f"{_W}tblDescription")) or "").startswith("№; Назва (вид) заходу; ")
    assert value(properties.find(f"{_W}tblLook"), "firstRow") == "1"


def test_page_number_is_a_field_in_the_middle_from_the_second_page(word: Callable[..., Word]) -> None:
    made = word()
    section = made.body.find(f"{_W}sectPr")
    assert section.find(f"{_W}titlePg") is not None
    assert [value(one, "type") for one in section.iter(f"{_W}headerReference")] == ["default"]
    header = etree.fromstring(made.parts["word/header1.xml"])
    assert [value(one, "fldCharType") for one in header.iter(f"{_W}fldChar")] == ["begin", "separate", "end"]
    assert value(made.style("Header").find(f"{_W}pPr/{_W}jc")) == "center"


def test_executor_is_framed_at_the_foot_of_the_last_sheet(
    word: Callable[..., Word], form: ReportForm
) -> None:
    made = word(replace(form, executor=Executor(True, "Зразок О. В.", "1")))
    frames = [one.find(f"{_W}pPr/{_W}framePr") for one in made.body.iterfind(f"{_W}p")]
    framed = [(value(one, "vAnchor"), value(one, "yAlign")) for one in frames if one is not None]
    assert framed == [("margin", "bottom")] * 2


def test_no_break_spaces_stand_only_in_words_of_the_program(
    word: Callable[..., Word], form: ReportForm
) -> None:
    typed = ["№ 15 від 5 січня 2021 року", *["-"] * 7]
    made = word(
        replace(form, signatory=Signatory(True, "Голова суду", "О. В. Зразок")),
        [typed],
    )
    texts = [text.text or "" for text in made.body.iter(f"{_W}t")]
    glued = [text for text in texts if NO_BREAK_SPACE in text]
    assert glued == [f"за ІІІ{NO_BREAK_SPACE}квартал 2021{NO_BREAK_SPACE}року"]
    assert typed[0] in texts


def test_nothing_of_a_strange_template(word: Callable[..., Word]) -> None:
    everything = b"".join(word().parts.values())
    for strange in (b"Macintosh", b"en-US", b"python-docx", b"thumbnail", b"Letter"):
        assert strange not in everything
    assert [name for name in word().parts if "thumbnail" in name or "customXml" in name] == []


def test_only_lines_that_are_switched_on_stand(word: Callable[..., Word], form: ReportForm) -> None:
    lines = (
        TitleLine("Додаток 2", Align.RIGHT, False, show=False),
        TitleLine(f"{NAME_PLACE} повідомляє", Align.LEFT, True),
    )
    made = word(replace(form, titles=lines))
    first = next("".join(one.itertext(f"{_W}t")) for one in made.body.iterfind(f"{_W}p"))
    assert first == "Вигаданий районний суд повідомляє"
    assert "Додаток 2" not in "".join(made.body.itertext(f"{_W}t"))


def test_a_form_without_any_line_begins_with_its_table(word: Callable[..., Word], form: ReportForm) -> None:
    made = word(replace(form, titles=()))
    assert etree.QName(made.body[0]).localname == "tbl"


def test_what_is_typed_under_the_table_stands(word: Callable[..., Word], form: ReportForm) -> None:
    under = replace(
        form,
        signatory=Signatory(True, "Т. в. о. голови", "о. зразок"),
        signed=SignatureDate(True, date(2026, 1, 5)),
    )
    text = " ".join("".join(one.itertext(f"{_W}t")) for one in word(under).body.iterfind(f"{_W}p"))
    assert "Т. в. о. головио. зразок 05.01.2026" in text


def test_headings_of_the_form_head_the_columns(word: Callable[..., Word], form: ReportForm) -> None:
    columns = [
        replace(one, heading="Що\nбуло") if one.column is Column.TITLE else one for one in form.columns
    ]
    row = next(word(replace(form, columns=tuple(columns))).body.iter(f"{_W}tr"))
    cell = row.findall(f"{_W}tc")[1]
    assert ["".join(p.itertext(f"{_W}t")) for p in cell.iter(f"{_W}p")] == ["Що", "було"]

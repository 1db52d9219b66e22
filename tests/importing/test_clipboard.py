"""What each program puts on the clipboard is understood as the cells that its user copied."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import clip_samples as samples
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from courtcomms.cells.typography import clean
from courtcomms.errors import BadInput
from courtcomms.importing.clips import clipboard
from courtcomms.importing.clips.clipboard import Copied, paste_cell, read_clipboard
from courtcomms.importing.html import source as html_source
from courtcomms.model import Anchor, Column
from courtcomms.reports.clip import CELLS, MARK, ROWS, ClipCell, clip

#: Two blanks in a row are written with a no-break space by these, and cannot be told from a real one.
_SPACED = ("WRITER", "GOOGLE_SHEETS")


def texts(copied: Copied) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in copied.rows]


def targets(copied: Copied) -> list[str]:
    return [link.target for row in copied.rows for cell in row for link in cell.links]


def table(inner: str) -> Copied:
    return read_clipboard(f"<table>{inner}</table>", None)


@pytest.mark.parametrize("name", ["EXCEL", "WORD", "CALC", "WRITER", "GOOGLE_DOCS", "GOOGLE_SHEETS"])
def test_the_same_rows_from_every_program(name: str) -> None:
    copied = read_clipboard(getattr(samples, name), "щось інше")
    first = list(samples.FIRST)
    if name in _SPACED:
        first[2] = "Інформування\u00a0 громадян"
    if name == "WORD":
        first[0] = ""
        first[4] = "https://zr.dp.court.gov.ua/sud0000/pres-\ncentr/1/"
        assert copied.rows[0][0].label == "1."
    assert texts(copied) == [tuple(first), samples.SECOND]
    assert targets(copied) == [samples.SITE, samples.PAPER]


def test_the_plain_form_of_excel_gives_the_same_texts() -> None:
    assert texts(read_clipboard(None, samples.EXCEL_TEXT)) == [samples.FIRST, samples.SECOND]


def test_what_word_keeps_beside_the_text_is_told() -> None:
    copied = read_clipboard(samples.WORD, None)
    assert copied.grid.notes == (
        "У тексті є незатверджені виправлення: вставлене взято, вилучене — ні.",
        "Не взято 1 виноску.",
    )
    assert copied.rows[0][7].notes == ("прихований текст не взято: «чернетка»",)
    assert "Примітка внизу" not in str(copied.grid)


def test_windows_header_completes_relative_links() -> None:
    copied = read_clipboard(samples.BROWSER, None)
    assert texts(copied)[0] == ("Дата", "Захід", "Посилання")
    assert texts(copied)[3] == ("20.08.2021", "Екскурсія", "")
    assert targets(copied) == [samples.SITE, "mailto:inbox@zr.example"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_bytes_in_any_encoding(encoding: str) -> None:
    copied = read_clipboard("<table><tr><td>Їхній ґанок</td><td>2</td></tr></table>".encode(encoding), None)
    assert texts(copied) == [("Їхній ґанок", "2")]


def test_a_charset_that_lies_does_no_harm() -> None:
    markup = '<html><head><meta charset="windows-1251"></head><table><tr><td>Ґанок</td></tr></table>'
    assert texts(read_clipboard(markup, None)) == [("Ґанок",)]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>a</p><p>b</p>", "a\nb"),
        ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
        ("<div>a<br></div><div><br></div><div>b</div>", "a\n\nb"),
        ("a<br>\n   b <br> c", "a\nb\nc"),
        (" a \n  <b> b</b> c ", "a b c"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("&nbsp;", ""),
        ("<p>&nbsp;</p>", ""),
        ("a&nbsp;b", "a\u00a0b"),
        ("<span style='white-space:pre-wrap'>a  b</span> <span>c  d</span>", "a  b c d"),
        ("<script>x</script><style>y</style>a<!-- b --><template>z</template>", "a"),
        ("a<span style='mso-tab-count:2'>&nbsp;&nbsp; </span>b", "a\t\tb"),
        ("&lt;b&gt; &amp;amp;", "<b> &amp;"),
        ("a\0\b\ud800b", "ab"),
        ("<img alt='😀' src=x>!", "😀!"),
    ],
)
def test_a_cell_reads_as_it_is_seen(cell: str, text: str) -> None:
    assert texts(table(f"<tr><td>{cell}</td></tr>")) == [(text,)]


def test_merged_cells_hold_in_every_row_and_in_their_first_column() -> None:
    copied = table(
        "<tr><td rowspan=2>а</td><td colspan=2>б</td></tr><tr><td>в</td><td>г</td></tr><tr><td>ґ</td></tr>"
    )
    assert texts(copied) == [("а", "б", ""), ("а", "в", "г"), ("ґ", "", "")]


@pytest.mark.parametrize("span", ["0", "-3", "999999999", "x", ""])
def test_senseless_spans_do_no_harm(span: str) -> None:
    copied = table(f"<tr><td rowspan='{span}' colspan='{span}'>а</td><td>б</td></tr><tr><td>в</td></tr>")
    assert {"а", "в"} <= {text for row in texts(copied) for text in row}
    assert copied.width <= 100


def test_rows_and_cells_that_lost_their_table() -> None:
    assert texts(read_clipboard("<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>", None)) == [
        ("a", "b"),
        ("c", ""),
    ]
    assert texts(read_clipboard("<td>a</td><td>b</td>", None)) == [("a", "b")]
    assert texts(table("<form><tr><td>a</td></tr></form><td>b")) == [("a",), ("b",)]


def test_the_fullest_table_is_meant_and_not_the_layout_around_it() -> None:
    inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    copied = table(f"<tr><td>меню</td><td>{inner}</td></tr>")
    assert texts(copied) == [("a", "b"), ("c", "d")]


def test_mere_words_are_one_cell_with_all_its_lines() -> None:
    assert texts(read_clipboard(None, "перший\r\nдругий\r\n")) == [("перший\nдругий",)]
    assert texts(read_clipboard("<p>перший</p><p>другий</p>", "перший\nдругий")) == [("перший\nдругий",)]
    assert texts(read_clipboard("<p>перший</p><p>другий</p>", None)) == [("перший\nдругий",)]
    assert texts(read_clipboard(None, '"один\nдва"\r\n')) == [("один\nдва",)]


def test_a_list_of_word_is_no_table_although_tabs_stand_in_its_plain_form() -> None:
    copied = read_clipboard(samples.WORD_LIST, samples.WORD_LIST_TEXT)
    assert copied.table is None
    assert texts(copied) == [("1)\tСуддя\n2)\tСекретар",)]


def test_a_linked_headline_keeps_where_it_leads() -> None:
    copied = read_clipboard(samples.LINK, "Суд провів брифінг")
    pasted = paste_cell(Column.SITE_LINKS, copied.rows[0][0])
    assert pasted.text == "Суд провів брифінг"
    assert pasted.anchors == (Anchor(Column.SITE_LINKS, "Суд провів брифінг", samples.SITE),)


def test_what_a_link_loses_in_a_cell_is_told() -> None:
    (cell,) = table("<tr><td><a href='file:///C:/звіт.docx'>звіт</a></td></tr>").rows[0]
    pasted = paste_cell(Column.TITLE, cell)
    assert (pasted.text, pasted.anchors) == ("звіт", ())
    assert pasted.notes[0].endswith("не веде на вебсторінку, лишився тільки текст")
    hashes = paste_cell(Column.DATE, table("<tr><td>######</td></tr>").rows[0][0])
    assert hashes.notes == ("замість значення скопійовано «####»",)


@pytest.mark.parametrize(
    "nothing", [(None, None), ("", ""), ("<p></p>", " \n"), ("<!-- -->", None), ("\0", "")]
)
def test_an_empty_clipboard_is_empty(nothing: tuple[str | None, str | None]) -> None:
    assert read_clipboard(*nothing).rows == ()


def test_too_much_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_source, "_LONGEST", 100)
    monkeypatch.setattr(clipboard, "_LONGEST_TEXT", 100)
    with pytest.raises(BadInput, match=r"^Скопійоване завелике \(забагато тексту\): нічого не вставлено"):
        read_clipboard("<p>" + "a" * 200, None)
    with pytest.raises(BadInput, match="Скопіюйте меншу частину"):
        read_clipboard(None, "a" * 200)


def test_too_deep_markup_gives_way_to_plain_text() -> None:
    deep = "<div>" * 5000 + "глибоко"
    assert texts(read_clipboard(deep, "a\tb")) == [("a", "b")]
    with pytest.raises(BadInput, match="надто складна будова"):
        read_clipboard(deep, "")


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("courtcomms.importing.html.tables.MOST_ROWS", 3)
    with pytest.raises(BadInput, match="понад 3 рядків"):
        table("<tr><td>a</td></tr>" * 4)


@pytest.mark.timeout(60)
def test_merged_cells_without_end_are_refused_and_not_counted_out() -> None:
    with pytest.raises(BadInput, match="забагато клітинок"):
        table("<tr><td rowspan=20000>" * 15_000)


def test_neighbouring_links_keep_their_own_places() -> None:
    link = "<a href='https://a.ua/1'>тут</a>"
    (cell,) = table(f"<tr><td>див. {link} {link}<br>{link}</td></tr>").rows[0]
    assert [(item.start, item.end) for item in cell.links] == [(5, 8), (9, 12), (13, 16)]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
@pytest.mark.parametrize("program", ["StarCalc", "StarWriter"])
def test_what_libreoffice_itself_makes_of_a_clip_comes_back(program: str, tmp_path: Path) -> None:
    hidden = Anchor(Column.SITE_LINKS, "новина", "https://b.example/2")
    rows = [
        ["Лекція для учнів\nдруга", "новина\nhttps://a.court.gov.ua/1?x=1&y=2", "=1+1", "13.08.2021", ""],
        ["№\u00a015", "-", "007", "«Вісник» <b>", "1/2"],
    ]
    made = clip([[ClipCell(text, (hidden,) if "новина" in text else ()) for text in row] for row in rows])
    (tmp_path / "clip.html").write_text(made.html, encoding="utf-8")
    (tmp_path / "out").mkdir()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         f"--infilter=HTML ({program})", "--convert-to", f"html:HTML ({program})",
         "--outdir", str(tmp_path / "out"), str(tmp_path / "clip.html")],
        check=True, capture_output=True, timeout=150,
    )  # fmt: skip
    copied = read_clipboard((tmp_path / "out" / "clip.html").read_bytes(), None)
    assert texts(copied) == [tuple(row) for row in rows]
    assert targets(copied) == ["https://b.example/2", "https://a.court.gov.ua/1?x=1&y=2"]


_signs = st.one_of(st.sampled_from("аб \t\n\"'\u00a0&<>=-.:/1"), st.characters(codec="utf-8"))
_texts = st.text(alphabet=_signs, max_size=12)
_grids = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(_texts, min_size=width, max_size=width), min_size=1, max_size=4)
)


@settings(max_examples=150, deadline=None)
@given(_grids)
@example([["\u00a0", " "], ["\n", "a\n\n"]])
@example([["", ""], ["", ""]])
@example([['"', '"a\tb"'], ["https://a.ua/?b=1&c", "a b  c "]])
def test_every_grid_comes_back_from_its_clip(grid: list[list[str]]) -> None:
    wanted = [tuple(clean(text).text for text in row) for row in grid]
    made = clip([[ClipCell(text) for text in row] for row in grid])
    copied = read_clipboard(made.html, made.text)
    assert texts(copied) == wanted
    assert (copied.own, copied.whole_rows) == (True, False)
    if copied.width > 1:
        assert texts(read_clipboard(None, made.text)) == wanted


def test_hidden_links_come_back_from_a_clip() -> None:
    anchors = (
        Anchor(Column.MEDIA, "тут", "https://a.example/1"),
        Anchor(Column.MEDIA, "тут", "https://a.example/2"),
    )
    made = clip([[ClipCell("тут і тут\nhttps://a.example/3", anchors), ClipCell("")]])
    (cell, _) = read_clipboard(made.html, made.text).rows[0]
    assert paste_cell(Column.MEDIA, cell).anchors == anchors


def test_reader_and_writer_mean_the_same_mark() -> None:
    assert html_source.OWN_MARK == MARK
    assert clipboard._WHOLE_ROWS == ROWS != CELLS
    made = clip([[ClipCell("Лекція")]], ["Назва"])
    assert read_clipboard(made.html, None).whole_rows

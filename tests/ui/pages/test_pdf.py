"""What is in the PDF: every word, the links over their texts, the fonts, the facts, the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper import LONG_ADDRESS, NINE, bare, read, signed_form, snapshot_of, usual, usual_row
from pypdf import PageObject, PdfReader

from courtcomms.model import Anchor, Cells, Column, DateKind, DateSpan, Event, Participants, ParticipantsKind
from courtcomms.progress import Cancelled, Progress
from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.snapshot import ReportSnapshot, cell_content
from ui.pages.layout import lay_out
from ui.pages.measures import PER_POINT
from ui.pages.pdf import SHEET_HEIGHT, render_pdf

ROOT = Path(__file__).resolve().parents[3]
SIGNS = (
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ «»–—’…№%&<>()[]{}fifflABCxyz019-/.,"
)


def text_of(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def notes_of(page: PageObject) -> list[tuple[str, tuple[float, ...]]]:
    """The links of a page: address and rectangle."""
    found = []
    for note in page.get("/Annots") or ():
        entry = note.get_object()
        found.append((entry["/A"]["/URI"], tuple(float(side) for side in entry["/Rect"])))
    return found


def test_every_word_of_every_cell_can_be_found() -> None:
    snapshot = usual(14, signed_form())
    words = Counter(text_of(read(render_pdf(snapshot))).split())
    wanted = Counter(word for row in snapshot.rows for cell in row for word in cell.text.split())
    # Addresses are broken over lines.
    missing = {word for word in wanted - words if "/" not in word}
    assert not missing
    shown = bare(text_of(read(render_pdf(snapshot))))
    assert all(shown.count(bare(row[4].text)) == 1 for row in snapshot.rows)
    for word in ("Керівник", "Олена", "ПЕТРЕНКО", "05.10.2021", "Іваненко", "Вигаданого", "Таблиця"):
        assert words[word] >= 1


@settings(max_examples=15)
@given(st.lists(st.text(SIGNS, max_size=60), min_size=NINE, max_size=NINE))
def test_any_text_is_found_in_it(texts: list[str]) -> None:
    snapshot = snapshot_of([texts])
    shown = Counter(bare(text_of(read(render_pdf(snapshot)))))
    assert not Counter(bare("".join(cell.text for cell in snapshot.rows[0]))) - shown


def test_blanks_are_blanks_for_a_reader() -> None:
    assert "\t" not in text_of(read(render_pdf(usual(2))))


def test_letters_are_not_joined() -> None:
    assert "office fluff" in text_of(read(render_pdf(snapshot_of([["1", "office fluff"]]))))


def linked() -> ReportSnapshot:
    anchor = Anchor(Column.SITE_LINKS, "новина на сайті суду", "https://суд.example/новини?id=1&x=(2)")
    cells = Cells(title="Захід", site_links="новина на сайті суду\nі далі", anchors=(anchor,))
    event = Event(1, 1, 1, cells, DateSpan(DateKind.TEXT), Participants(ParticipantsKind.TEXT))
    content = cell_content(event.cells.site_links, event.cells.anchors)
    plain = snapshot_of([usual_row(1), ("2", "", "", "", f"Новина\n{LONG_ADDRESS}")] * 5)
    row = (*plain.rows[0][:4], content, *plain.rows[0][5:])
    return replace(plain, rows=(*plain.rows, row))


def test_links_lie_over_their_texts_on_their_pages() -> None:
    snapshot = linked()
    report, reader = lay_out(snapshot), read(render_pdf(snapshot))
    assert len(reader.pages) == report.page_count > 1
    for number, page in enumerate(reader.pages):
        areas = report.sheet(number).links()
        notes = notes_of(page)
        assert len(notes) == len(areas)
        for area, (_address, (left, low, right, high)) in zip(areas, notes, strict=True):
            assert left == pytest.approx(area.area.left() / PER_POINT, abs=0.01)
            assert right == pytest.approx(area.area.right() / PER_POINT, abs=0.01)
            assert low == pytest.approx((SHEET_HEIGHT - area.area.bottom()) / PER_POINT, abs=0.01)
            assert high == pytest.approx((SHEET_HEIGHT - area.area.top()) / PER_POINT, abs=0.01)


def test_the_text_beneath_a_link_is_its_own() -> None:
    page = read(render_pdf(snapshot_of([usual_row(1)]))).pages[0]
    places: list[tuple[float, float, str]] = []
    page.extract_text(
        visitor_text=lambda text, cm, tm, _font, _size: places.append((*_place(cm, tm), text.strip()))
    )
    for address, (left, low, _right, high) in notes_of(page):
        beneath = [text for x, y, text in places if abs(x - left) < 1 and low < y < high and text]
        assert beneath
        assert all(text in address for text in beneath)


def _place(cm: list[float], tm: list[float]) -> tuple[float, float]:
    return tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]


def test_addresses_are_written_as_a_pdf_may_hold_them() -> None:
    addresses = {address for page in read(render_pdf(linked())).pages for address, _area in notes_of(page)}
    assert LONG_ADDRESS in addresses
    assert "https://xn--d1azg.example/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8?id=1&x=(2)" in addresses


def test_every_font_is_embedded_and_says_what_its_glyphs_mean() -> None:
    reader = read(render_pdf(usual(3, signed_form())))
    names = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            whole = font.get_object()
            assert "/ToUnicode" in whole
            descriptor = whole["/DescendantFonts"][0]["/FontDescriptor"]
            assert any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
            assert descriptor["/FontName"] == whole["/BaseFont"]
            names.add(whole["/BaseFont"])
    assert len(names) == 2, "regular and bold"


def test_it_tells_what_it_is() -> None:
    reader = read(render_pdf(usual(2)))
    court, period = "Вигаданого районного суду", "за ІІІ квартал 2021 року"
    title = f"Таблиця 1 Звіт {court} щодо комунікаційної діяльності суду {period}"
    info, catalog = reader.metadata, reader.trailer["/Root"]
    assert info is not None
    assert (info.title, info.author) == (title, "Вигаданий районний суд")
    assert info.subject == "Комунікаційна діяльність суду"
    assert info.producer is not None
    assert [made.split()[0] for made in info.producer.split(", ")] == ["Qt", "pypdf"]
    assert info.creation_date is not None
    assert f"{info.creation_date:%Y-%m-%d}" == "2021-09-30"
    assert catalog["/Lang"] == "uk-UA"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    told = reader.xmp_metadata
    assert told is not None
    assert told.dc_title["x-default"] == title
    assert told.dc_creator == ["Вигаданий районний суд"]
    assert told.dc_description["x-default"] == info.subject
    assert list(told.dc_language) == ["uk-UA"]
    assert told.pdf_producer == info.producer
    assert told.xmp_create_date == info.creation_date.replace(tzinfo=None)


def test_a_sheet_is_a4_landscape() -> None:
    box = read(render_pdf(usual(1))).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (842, 595)


def test_the_same_report_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "app = QGuiApplication([])\n"
        "from paper import signed_form, usual\n"
        "from ui.pages.pdf import render_pdf\n"
        "Path(sys.argv[2]).write_bytes(render_pdf(usual(4, signed_form())))\n"
    )
    for seed in ("1", "2"):
        environment = {
            **os.environ,
            "QT_HASH_SEED": "",
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(ROOT),
            "TZ": f"UTC{seed}",
        }
        del environment["QT_HASH_SEED"]
        command = [sys.executable, "-c", program, str(Path(__file__).parent), str(tmp_path / f"{seed}.pdf")]
        subprocess.run(command, check=True, env=environment, cwd=ROOT, timeout=60)
    first = (tmp_path / "1.pdf").read_bytes()
    assert first == (tmp_path / "2.pdf").read_bytes() == render_pdf(usual(4, signed_form()))


def test_another_report_has_another_id() -> None:
    ids = [read(render_pdf(usual(count))).trailer["/ID"][0] for count in (2, 3)]
    assert ids[0] != ids[1]


def test_the_file_is_one_piece_with_a_table_that_holds() -> None:
    data = render_pdf(usual(8))
    assert data.count(b"%%EOF") == 1
    reader = read(data)
    for number, place in reader.xref[0].items():
        assert data[place:].startswith(b"%d 0 obj" % number)
    assert data[reader._startxref :].startswith(b"xref")


def test_where_an_address_leads_stands_in_the_file_once() -> None:
    reader = read(render_pdf(linked()))
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots") or ()]
    places = {(note["/A"]["/URI"], note.raw_get("/A").idnum) for note in notes}
    assert len(places) == len({address for address, _number in places}) < len(notes)


def test_the_library_for_pdf_is_loaded_when_one_is_made() -> None:
    program = "import sys; import ui.pages.printing, ui.pages.renderer; print('pypdf' in sys.modules)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    assert done.stdout.strip() == "False"


def test_it_is_stopped_where_it_is_no_longer_wanted() -> None:
    with pytest.raises(Cancelled):
        render_pdf(usual(3), Progress(cancelled=lambda: True))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libre_office_makes_as_many_pages_of_the_word_file_with_the_same_words(tmp_path: Path) -> None:
    snapshot = usual(16, signed_form())
    source = tmp_path / "report.docx"
    source.write_bytes(render_docx(snapshot))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    theirs, ours = PdfReader(tmp_path / "report.pdf"), read(render_pdf(snapshot))
    assert len(theirs.pages) == len(ours.pages)
    assert Counter(bare(text_of(theirs))) == Counter(bare(text_of(ours)))

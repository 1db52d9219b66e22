"""Letterheads of every shape: what is taken, what is left, what is refused, and the report under them."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import which

import letterheads
import pytest
from letterheads import PICTURE, letterhead, line, picture
from lxml import etree
from openxml_audit import OpenXmlValidator

from courtcomms.errors import BadInput
from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.form import Align, Font, ReportForm
from courtcomms.reports.form_library import STANDARD, FormLibrary
from courtcomms.reports.letterhead import cleaned_letterhead, letterhead_file, read_letterhead
from courtcomms.reports.snapshot import Letterhead, ReportSnapshot

SnapshotOf = Callable[..., ReportSnapshot]
Parts = Callable[[bytes], dict[str, bytes]]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NS = {"w": _W}
_ROWS = [[f"подія {number}", *["-"] * 7] for number in range(40)]
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Показане</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
TEXT_BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape" Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
    'simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset>'
    '</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="1000000" cy="500000"/><wp:wrapNone/><wp:docPr id="9" name="Напис"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    "<wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent><w:p><w:r><w:t>У написі</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>У написі</w:t></w:r>"
    "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
OLE = (
    '<w:p><w:r><w:object><v:shape id="_x0000_i1025" style="width:30pt;height:20mm"><v:imagedata r:id="rIdP" '
    'o:title="Герб"/></v:shape><o:OLEObject Type="Embed" ProgID="Word.Document" ShapeID="_x0000_i1025" '
    'DrawAspect="Content" ObjectID="_1" r:id="rIdO"/></w:object></w:r></w:p>'
)

SHAPES: dict[str, Callable[[], bytes]] = {
    "header with picture": letterheads.with_header,
    "table in the body": letterheads.with_table,
    "portrait, one line": lambda: letterhead(line("Вигаданий суд")),
    "landscape without styles of its own": lambda: letterhead(line("Вигаданий суд"), styles=_bare_styles()),
    "text box": lambda: letterhead(TEXT_BOX + line("Після напису")),
    "two sections, title page": lambda: letterhead(
        f"<w:p><w:pPr><w:sectPr>{letterheads.PORTRAIT}<w:titlePg/></w:sectPr></w:pPr></w:p>{line('Друга')}"
    ),
    "own page numbers": lambda: letterhead(line("Суд"), footer=FIELD.format(code=" PAGE ")),
    "content control": lambda: letterhead(
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{line('У полі')}</w:sdtContent></w:sdt>"
    ),
    "object": lambda: letterhead(
        OLE + line("Суд"),
        known={**PICTURE, "rIdO": ("oleObject", "embeddings/o.bin")},
        more={"word/embeddings/o.bin": b"MZ"},
    ),
}


def _bare_styles() -> str:
    return f'<w:styles xmlns:w="{_W}"/>'


@pytest.fixture
def head_of(tmp_path: Path) -> Callable[[bytes], Letterhead]:
    def read(data: bytes) -> Letterhead:
        file = tmp_path / "бланк.docx"
        file.write_bytes(data)
        return read_letterhead(file)

    return read


@pytest.fixture
def report(snapshot_of: SnapshotOf, head_of: Callable[[bytes], Letterhead]) -> Callable[..., bytes]:
    def render(data: bytes, **changes: object) -> bytes:
        snapshot = snapshot_of(_ROWS)
        form = replace(snapshot.form, **changes)
        return render_docx(replace(snapshot, form=form, letterhead=head_of(data)))

    return render


def texts(part: bytes) -> str:
    return " ".join("".join(p.itertext(f"{{{_W}}}t")) for p in etree.fromstring(part).iter(f"{{{_W}}}p"))


def edges(parts: dict[str, bytes], kind: str) -> dict[str, str]:
    """Which part stands as header or footer on which pages."""
    rels = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {rel.get("Id"): f"word/{rel.get('Target')}" for rel in rels}
    root = etree.fromstring(parts["word/document.xml"])
    space = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {
        reference.get(f"{{{_W}}}type"): targets[reference.get(space)]
        for reference in root.iterfind(f".//w:{kind}Reference", _NS)
    }


@pytest.mark.parametrize("shape", SHAPES)
def test_report_under_any_letterhead_is_valid_and_the_same_every_time(
    report: Callable[..., bytes], parts_of: Parts, tmp_path: Path, shape: str
) -> None:
    data = report(SHAPES[shape]())
    assert data == report(SHAPES[shape]())
    file = tmp_path / "звіт.docx"
    file.write_bytes(data)
    assert [error.description for error in OpenXmlValidator().validate(str(file)).errors] == []
    parts = parts_of(data)
    root = etree.fromstring(parts["word/document.xml"])
    assert [etree.QName(child).localname for child in root[0]][-2:] == ["p", "sectPr"]
    (size,) = root.iterfind(".//w:sectPr/w:pgSz", _NS)
    assert size.get(f"{{{_W}}}orient") == "landscape"
    everything = b" ".join(parts.values())
    for gone in (
        b"OLEObject",
        b"vbaProject",
        b"attachedTemplate",
        b"showingPlcHdr",
        b'TargetMode="External"',
    ):
        assert gone not in everything


def test_body_stands_above_our_titles(report: Callable[..., bytes], parts_of: Parts) -> None:
    words = texts(parts_of(report(letterheads.with_table()))["word/document.xml"])
    assert words.index("Вигаданий районний суд") < words.index("01.02.2026 № 15") < words.index("Таблиця 1")
    assert words.index("Таблиця 1") < words.index("подія 1")


def test_header_of_the_letterhead_stays_and_pages_are_numbered_over_it(
    report: Callable[..., bytes], parts_of: Parts
) -> None:
    parts = parts_of(report(letterheads.with_header()))
    headers, footers = edges(parts, "header"), edges(parts, "footer")
    assert set(headers) == set(footers) == {"default", "first"}
    assert all("ВИГАДАНИЙ РАЙОННИЙ СУД" in texts(parts[part]) for part in headers.values())
    assert all("вул. Вигадана, 1" in texts(parts[part]) for part in footers.values())
    assert b"PAGE" in parts[headers["default"]]
    assert b"PAGE" not in parts[headers["first"]]
    assert b"titlePg" in parts["word/document.xml"]
    assert [name for name in parts if name.endswith(".png")] == ["word/media/image1.png"]


def test_without_page_numbers_the_header_is_on_every_page_as_it_was(
    report: Callable[..., bytes], form: ReportForm, parts_of: Parts
) -> None:
    parts = parts_of(report(letterheads.with_header(), page=replace(form.page, page_numbers=False)))
    assert set(edges(parts, "header")) == {"default"}
    assert b"PAGE" not in b"".join(parts.values())


def test_a_letterhead_that_numbers_its_pages_keeps_doing_so(
    report: Callable[..., bytes], parts_of: Parts
) -> None:
    parts = parts_of(report(SHAPES["own page numbers"]()))
    assert edges(parts, "header") == {}
    assert b"".join(parts.values()).count(b"instrText>") == 2


def test_our_looks_win_and_theirs_stay_theirs(report: Callable[..., bytes], parts_of: Parts) -> None:
    parts = parts_of(report(letterheads.with_table(), font=Font("Arial", 14, 9, 11)))
    styles = etree.fromstring(parts["word/styles.xml"])
    by_id = {style.get(f"{{{_W}}}styleId"): style for style in styles.iterfind("w:style", _NS)}
    names = [style.find("w:name", _NS).get(f"{{{_W}}}val") for style in by_id.values()]
    assert len({name.casefold() for name in names}) == len(names) == len(styles.findall("w:style", _NS))
    value = f"{{{_W}}}val"
    assert by_id["Title"].find("w:basedOn", _NS).get(value) == "ReportBase"
    assert by_id["HeadTitle"].find("w:rPr/w:color", _NS).get(value) == "FF0000"
    assert by_id["TableText"].find("w:rPr/w:sz", _NS).get(value) == "18"
    assert by_id["Signature"].find("w:rPr/w:sz", _NS).get(value) == "22"
    base = by_id["ReportBase"]
    assert base.find("w:rPr/w:rFonts", _NS).get(f"{{{_W}}}ascii") == "Arial"
    assert base.find("w:rPr/w:i", _NS).get(value) == "0"
    assert by_id["TableGrid"].find("w:tblPr/w:tblCellMar/w:left", _NS).get(f"{{{_W}}}w") == "57"
    root = etree.fromstring(parts["word/document.xml"])
    used = [style.get(value) for style in root.iterfind(".//w:body/w:p/w:pPr/w:pStyle", _NS)]
    assert used[:2] == ["HeadTitle", "Title"]
    assert set(used) <= set(by_id)


def test_lines_for_writers_that_know_no_word(head_of: Callable[[bytes], Letterhead]) -> None:
    emblem, name = head_of(letterheads.with_header()).lines
    assert (emblem.image, emblem.width_mm, emblem.height_mm) == (letterheads.png(), 20, 20)
    assert emblem.align is Align.CENTER
    assert (name.text, name.align, name.bold, name.size_pt) == (
        "ВИГАДАНИЙ РАЙОННИЙ СУД",
        Align.CENTER,
        True,
        14,
    )
    left, middle, below = head_of(letterheads.with_table()).lines
    assert (left.text, left.align, left.bold, left.size_pt) == (
        "Вигаданий районний суд",
        Align.LEFT,
        True,
        11,
    )
    assert middle.image
    assert (below.text, below.align, below.bold, below.size_pt) == ("01.02.2026 № 15", Align.CENTER, True, 16)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (TEXT_BOX + line("Після"), ["", "У написі", "Після"]),
        (FIELD.format(code=' DATE \\@ "dd.MM.yyyy" '), ["Показане"]),
        (FIELD.format(code=" PAGE ") + line("Суд"), ["Суд"]),
        ('<w:p><w:fldSimple w:instr="AUTHOR"><w:r><w:t>Хтось</w:t></w:r></w:fldSimple></w:p>', ["Хтось"]),
        (
            "<w:p><w:ins><w:r><w:t>нове</w:t></w:r></w:ins><w:del><w:r><w:delText>старе</w:delText></w:r></w:del></w:p>",
            ["нове"],
        ),
        ("<w:p><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t></w:r></w:p>", ["а\tб", "в"]),
        (line("перший") + "<w:p/>" + line("третій") + "<w:p/><w:p/>", ["перший", "", "третій"]),
        ("<w:p/>", []),
    ],
)
def test_what_is_read_of_a_body(head_of: Callable[[bytes], Letterhead], body: str, shown: list[str]) -> None:
    assert [one.text for one in head_of(letterhead(body)).lines] == shown


def test_what_is_dangerous_is_left_out_and_told(tmp_path: Path, parts_of: Parts) -> None:
    link = '<w:p><w:hyperlink r:id="rIdL"><w:r><w:t>sud.example</w:t></w:r></w:hyperlink></w:p>'
    data = letterhead(
        link
        + OLE
        + picture("rIdX")
        + line("Суд")
        + FIELD.format(code=" INCLUDEPICTURE http://evil.example/a.png "),
        known={
            **PICTURE,
            "rIdL": ("hyperlink", "!https://sud.example"),
            "rIdX": ("image", "!https://evil.example/x.png"),
            "rIdO": ("oleObject", "embeddings/o.bin"),
            "rIdV": ("vbaProject", "vbaProject.bin"),
            "rIdT": ("settings", "settings.xml"),
        },
        more={
            "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
            "word/embeddings/o.bin": b"MZ",
            "word/settings.xml": f'<w:settings xmlns:w="{_W}"><w:documentProtection w:edit="readOnly"/>'
            '<w:defaultTabStop w:val="708"/></w:settings>',
            "word/_rels/settings.xml.rels": letterheads.relations(
                {"rId1": ("attachedTemplate", "!file:///C:/evil.dotm")}
            ),
        },
        macros=True,
    )
    file = tmp_path / "бланк.docm"
    file.write_bytes(data)
    made, left_out = cleaned_letterhead(file)
    assert set(left_out) == {"макроси", "вбудовані об'єкти", "приєднаний шаблон", "посилання назовні"}
    parts = parts_of(made.document)
    everything = b"\n".join(parts.values())
    for gone in (
        b"evil",
        b"https://sud.example",
        b"INCLUDEPICTURE",
        b"OLEObject",
        b"documentProtection",
        b"macro",
    ):
        assert gone not in everything, gone
    assert not [name for name in parts if name.endswith(".bin")]
    assert "sud.example" in texts(parts["word/document.xml"])
    assert b'w:val="708"' in parts["word/settings.xml"]
    assert len([name for name in parts if "media" in name]) == 1


def bomb() -> bytes:
    return letterhead(line("а"), more={"word/styles.xml": b" " * (21 << 20)})


def with_doctype() -> bytes:
    return letterhead(line("а"), styles=f'<!DOCTYPE a [<!ENTITY b "c">]><w:styles xmlns:w="{_W}"/>')


def crowd() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(2_100):
            archive.writestr(f"a{number}", b"")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (lambda: letterhead(line("а"), strict=True), "Strict"),
        (lambda: letterhead(line("а") * 61), "цілий документ"),
        (lambda: b"%PDF-1.4", "не документ Word"),
        (lambda: b"", "не документ Word"),
        (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "паролем"),
        (lambda: letterhead(line("а"))[:700], "пошкоджено"),
        (lambda: letterhead("<w:p>"), "пошкоджено"),
        (bomb, "завеликий"),
        (with_doctype, "DOCTYPE"),
        (crowd, "забагато частин"),
    ],
)
def test_what_does_not_serve_is_refused_in_a_sentence(
    head_of: Callable[[bytes], Letterhead], data: Callable[[], bytes], said: str
) -> None:
    with pytest.raises(BadInput, match=said) as refusal:
        head_of(data())
    assert "бланк.docx" in str(refusal.value)
    assert "без бланка" in str(refusal.value)


def test_absent_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="не прочитано"):
        read_letterhead(tmp_path / "нема.docx")


@pytest.fixture
def library(tmp_path: Path) -> FormLibrary:
    return FormLibrary(tmp_path / "forms", tmp_path / "table1.toml")


def test_a_form_keeps_its_letterhead(
    library: FormLibrary, form: ReportForm, tmp_path: Path, snapshot_of: SnapshotOf
) -> None:
    own = tmp_path / "Бланк суду.docx"
    own.write_bytes(letterheads.with_table())
    made, left_out = library.keep_letterhead(own)
    own.unlink()
    assert left_out == ()
    assert (made.name, made.file) == ("Бланк суду.docx", letterhead_file(made.content))
    for name in ("З бланком", STANDARD):
        library.save(name, replace(form, letterhead=made))
        again = library.load(name)
        assert again.letterhead == made
        assert snapshot_of(_ROWS, again).letterhead == made.content


def test_a_form_whose_letterhead_is_gone_is_kept_without_it_and_says_so(
    library: FormLibrary, form: ReportForm, tmp_path: Path, snapshot_of: SnapshotOf
) -> None:
    own = tmp_path / "а.docx"
    own.write_bytes(letterheads.with_header())
    made, _ = library.keep_letterhead(own)
    library.create("Моя", replace(form, rows_break=True, letterhead=made))
    (library.folder / made.file).write_bytes(b"\0")
    again = library.load("Моя")
    assert again.rows_break
    assert again.letterhead is None
    snapshot = snapshot_of(_ROWS, again)
    assert snapshot.letterhead is None
    assert made.file in snapshot.notes[0]


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.timeout(240)
@pytest.mark.parametrize("shape", ["header with picture", "table in the body"])
def test_every_word_is_seen_in_libreoffice(report: Callable[..., bytes], tmp_path: Path, shape: str) -> None:
    from pypdf import PdfReader

    file = tmp_path / "report.docx"
    file.write_bytes(report(SHAPES[shape]()))
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=200)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages]
    seen = " ".join(pages).split()
    for number in range(40):
        assert str(number) in seen
    first = {"header with picture": "ВИГАДАНИЙ", "table in the body": "Вигаданий"}[shape]
    assert first in pages[0]
    assert "Таблиця" in pages[0].split()
    assert len(pages) > 1


@pytest.mark.parametrize("size", ["²", "-4", "0", "9" * 5000, "1e9", "٣٠", "999999999"])
def test_measures_that_are_none_are_the_usual_ones(head_of: Callable[[bytes], Letterhead], size: str) -> None:
    body = line("Вигаданий суд", run=f'<w:sz w:val="{size}"/>')
    section = re.sub(r'w:header="\d+"', f'w:header="{size}"', letterheads.PORTRAIT)
    assert size in section
    (shown,) = head_of(letterhead(body, section=section)).lines
    assert (shown.text, shown.size_pt) == ("Вигаданий суд", 10)


@pytest.mark.parametrize("size", ["²", "", "9" * 5000, "1.2"])
def test_a_picture_without_a_true_size_is_not_shown_to_others(
    head_of: Callable[[bytes], Letterhead], size: str
) -> None:
    whole = picture()
    assert len(head_of(letterhead(whole + line("Суд"), known=PICTURE)).lines) == 2
    torn = re.sub(r'cx="\d+"', f'cx="{size}"', whole)
    assert torn != whole
    assert [one.text for one in head_of(letterhead(torn + line("Суд"), known=PICTURE)).lines][-1] == "Суд"

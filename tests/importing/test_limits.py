"""Files made to hang or to exhaust a machine are refused in time and within memory."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx_files import HEADINGS, ROW, docx, lines, p, parts, r, report, row, row_with, tbl, tc, title, tr
from office_zip import zipped
from xlsx_files import parts as xlsx_parts
from xlsx_files import report_rows, sheet, text_cell, usual_row

from courtcomms.errors import BadInput
from courtcomms.importing import read_document
from courtcomms.importing.files.package import Package
from courtcomms.importing.files.refusal import Refusal

#: Seconds of processor and megabytes that one file may take on the slowest machine.
SECONDS, MEGABYTES = 10, 700

_READ = """
import json, sys, time
from pathlib import Path
from courtcomms.errors import BadInput
from courtcomms.importing import read_document
begin = time.process_time()
try:
    told = {"rows": len(read_document(Path(sys.argv[1])).rows)}
except BadInput as refused:
    told = {"refused": str(refused)}
told["seconds"] = time.process_time() - begin
# Not getrusage: a child begins with the largest memory of the process that started it.
told["megabytes"] = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps(told))
"""


def stored(content: dict[str, str | bytes]) -> bytes:
    """Not compressed, so that it is not refused for its ratio already."""
    return zipped(content, compression=zipfile.ZIP_STORED)


def document_of(body: str) -> bytes:
    return stored(parts(body))


def book_of(rows: str, after: str = "") -> bytes:
    return stored(xlsx_parts(sheet(report_rows(usual_row(), rows), after=after)))


def with_part(name: str, content: str | bytes) -> bytes:
    return stored(parts(report(row(*ROW))) | {name: content})


HOSTILE = {
    "bomb": lambda: zipped(parts(report(row(*ROW))) | {"word/document.xml": b" " * (120 << 20)}),
    "two million cells in a row": lambda: document_of(tbl(tr("<w:tc/>" * 2_000_000))),
    "a million empty paragraphs": lambda: document_of("<w:p/>" * 1_000_000 + report(row(*ROW))),
    "two million bookmarks": lambda: document_of("<w:bookmarkEnd/>" * 2_000_000 + report(row(*ROW))),
    "deep tables": lambda: document_of("<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000),
    "huge attribute": lambda: document_of(f'<w:p w:x="{"я" * 6_000_000}"/>' + report(row(*ROW))),
    "huge text": lambda: document_of(report(row_with(1, p(r("я" * 12_000_000))))),
    "many rows": lambda: document_of(report(row("1", "слово") * 25_000)),
    "many tables": lambda: document_of(tbl(row("Назва", "Дата", "Мета")) * 19_000),
    "many relationships": lambda: with_part(
        "word/_rels/document.xml.rels",
        "<Relationships>" + '<Relationship Id="a" Type="b" Target="c"/>' * 400_000 + "</Relationships>",
    ),
    "a million empty rows": lambda: book_of("<row/>" * 1_000_000),
    "three million empty cells": lambda: book_of(f"<row>{'<c/>' * 1000}</row>" * 3_000),
    "thirty thousand rows": lambda: book_of(f"<row>{text_cell('слово')}</row>" * 30_000),
    "merges over everything": lambda: book_of(
        "", "<mergeCells>" + '<mergeCell ref="A1:XF9999"/>' * 60_000 + "</mergeCells>"
    ),
    "links over everything": lambda: book_of(
        f"<row>{text_cell('слово')}</row>" * 15_000,
        "<hyperlinks>" + '<hyperlink ref="A1:XFD1048576" location="http://a.ua"/>' * 60_000 + "</hyperlinks>",
    ),
    "shared strings without end": lambda: stored(
        xlsx_parts(sheet(report_rows(usual_row())), strings="<si/>" * 3_000_000)
    ),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measured as Linux tells it")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_ends_in_time_and_memory(name, tmp_path):
    path = tmp_path / "звіт.docx"
    path.write_bytes(HOSTILE[name]())
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(path)], capture_output=True, text=True, timeout=100, check=True
    )
    told = json.loads(done.stdout)
    assert told["seconds"] < SECONDS
    assert told["megabytes"] < MEGABYTES
    if "refused" in told:
        assert "нічого не імпортовано" in told["refused"]
    else:
        assert told["rows"] >= 1


def test_bomb_is_known_by_what_comes_out_of_it():
    package = Package(io.BytesIO(zipped({"word/document.xml": b" " * (30 << 20)})))
    with pytest.raises(Refusal, match="стиснуто понад міру"):
        sum(map(len, package.chunks("word/document.xml")))


def test_too_many_parts(tmp_path):
    path = tmp_path / "звіт.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for at in range(2_001):
            archive.writestr(f"word/media/{at}.png", b"")
    with pytest.raises(BadInput, match="забагато частин"):
        read_document(path)


def test_directory_larger_than_any_real_one_is_not_even_parsed(tmp_path):
    path = tmp_path / "звіт.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for at in range(20_000):
            archive.writestr(f"word/media/{'x' * 60}{at}.png", b"")
    with pytest.raises(BadInput, match="забагато частин"):
        read_document(path)


def test_overlong_cell_is_cut_and_told(tmp_path):
    path = tmp_path / "звіт.docx"
    path.write_bytes(
        docx(report(row_with(1, "".join(p(r("".join(map(str, range(at, at + 50_000))))) for at in range(5)))))
    )
    document = read_document(path)
    assert len(document.rows[0].cells.title) <= 1_000_000
    assert any("перші 1000000 знаків" in warning and "Рядок № 1" in warning for warning in document.warnings)


def test_columns_far_to_the_right_are_left(tmp_path):
    path = tmp_path / "звіт.docx"
    wide = tr(*(tc(lines(text)) for text in (*ROW, *["зайве"] * 200)))
    path.write_bytes(docx(title() + tbl(row(*HEADINGS), wide)))
    document = read_document(path)
    assert document.rows[0].cells.participants == ROW[8]
    assert any("поза колонками" in warning for warning in document.warnings)


def hidden_row(number: int) -> str:
    return row_with(1, p(r("а"), r("таємне", "<w:vanish/>")), (str(number), *ROW[1:]))


def test_warnings_of_one_sort_do_not_flood(tmp_path):
    path = tmp_path / "звіт.docx"
    path.write_bytes(docx(report(*(hidden_row(at) for at in range(300)))))
    warnings = read_document(path).warnings
    assert len(warnings) < 30
    assert any("таких самих попереджень" in warning for warning in warnings)

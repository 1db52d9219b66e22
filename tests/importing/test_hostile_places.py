"""Things that are no file, change while they are read, are cut off, or bear names made to deceive."""

import os
import sys
import threading
from pathlib import Path

import pytest
from docx_files import ROW, docx, report, row
from page_files import archive, csv_text, html_page
from refusals import is_one_good_sentence, outcome
from xlsx_files import report as xlsx_report
from xlsx_files import usual_row

from courtcomms.errors import BadInput
from courtcomms.importing.isolation.isolated import read_isolated

sys.path.insert(0, str(Path(__file__).parents[1] / "hostile"))

from hostile_text import noise, open_text, rich_text

GOOD = docx(report(row(*ROW)))
POSIX = pytest.mark.skipif(os.name == "nt", reason="names and devices of other systems")
SOUND = {
    "звіт.docx": GOOD,
    "звіт.xlsx": xlsx_report(usual_row()),
    "звіт.csv": csv_text().encode("utf-16"),
    "звіт.html": html_page().encode(),
    "звіт.mht": archive(("file:///x.htm", html_page())),
}
SIGNATURES = {
    "zip": b"PK\x03\x04",
    "end of a zip": b"PK\x05\x06",
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "rtf": b"{\\rtf1",
    "html": b"<html><body>",
    "saved page": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n",
    "xml": b"<?xml version='1.0'?>",
    "flat word": b"<?xml version='1.0'?><pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>",
    "utf-16": b"\xff\xfe",
    "utf-32": b"\xff\xfe\0\0",
    "utf-8": b"\xef\xbb\xbf",
    "pdf": b"%PDF-",
    "picture": b"\x89PNG",
    "program": b"MZ",
    "sep": b"sep=;\r\n",
    "odt": open_text("")[:60],
    "rich": rich_text("x"),
}


def told_of(path: Path) -> str:
    with pytest.raises(BadInput) as refused:
        read_isolated(path)
    text = str(refused.value)
    assert "нічого не імпортовано" in text
    assert "\n" not in text
    return text


@pytest.mark.parametrize("name", SOUND)
def test_cut_off_at_every_tenth(name, tmp_path):
    for tenth in range(10):
        path = tmp_path / name
        path.write_bytes(SOUND[name][: len(SOUND[name]) * tenth // 10])
        told = outcome(path)
        assert is_one_good_sentence(told) if isinstance(told, str) else told.rows is not None


@pytest.mark.parametrize("name", SIGNATURES)
@pytest.mark.parametrize("suffix", ["docx", "csv"])
def test_signature_and_then_anything(name, suffix, tmp_path):
    path = tmp_path / f"звіт.{suffix}"
    path.write_bytes(noise(SIGNATURES[name], 5000))
    told = outcome(path)
    assert is_one_good_sentence(told) if isinstance(told, str) else told.rows is not None


@POSIX
def test_pipe_folder_and_device(tmp_path):
    os.mkfifo(tmp_path / "pipe.docx")
    assert "не файл" in told_of(tmp_path / "pipe.docx")
    assert "тека" in told_of(tmp_path)
    assert "не файл" in told_of(Path("/dev/zero"))
    link = tmp_path / "endless.docx"
    link.symlink_to("/dev/zero")
    assert "не файл" in told_of(link)


@POSIX
def test_link_that_leads_to_itself(tmp_path):
    link = tmp_path / "loop.docx"
    link.symlink_to(link)
    assert "loop.docx" in told_of(link)


@POSIX
def test_sparse_file_of_ten_gigabytes(tmp_path):
    path = tmp_path / "великий.docx"
    with path.open("wb") as file:
        file.write(GOOD)
        file.truncate(10 << 30)
    assert "понад 100 МБ" in told_of(path)


@POSIX
@pytest.mark.parametrize(
    "name", ["рядок\nдругий.docx", "a\u202excod.exe.docx", "\u200b\u2066.docx", "a\x1b[31m\x07.docx"]
)
def test_name_made_to_deceive(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.7")
    text = told_of(path)
    assert all(sign.isprintable() for sign in text)
    path.write_bytes(GOOD)
    (document,) = read_isolated(path)
    assert document.source.name.isprintable()


@POSIX
def test_name_that_is_no_text(tmp_path):
    with open(os.path.join(os.fsencode(tmp_path), b"\xff\xfe.docx"), "wb") as file:  # noqa: PTH118, PTH123 - bytes
        file.write(GOOD)
    (path,) = tmp_path.iterdir()
    (document,) = read_isolated(path)
    document.source.name.encode("utf-8")


def test_file_that_is_gone(tmp_path):
    assert "немає" in told_of(tmp_path / "був.docx")


@POSIX
def test_file_that_grows_and_vanishes_while_it_is_read(tmp_path):
    path = tmp_path / "звіт.docx"
    path.write_bytes(GOOD)
    done = threading.Event()

    def grow() -> None:
        with path.open("ab") as file:
            path.unlink()
            while not done.is_set():
                file.write(b"x" * 4096)
                if file.tell() > 150 << 20:
                    break

    with path.open("rb") as held:
        thread = threading.Thread(target=grow)
        thread.start()
        try:
            told = outcome(Path(f"/proc/self/fd/{held.fileno()}") if Path("/proc").is_dir() else path)
        finally:
            done.set()
            thread.join()
    assert not isinstance(told, str) or "нічого не імпортовано" in told


@POSIX
def test_file_that_is_replaced_by_a_pipe(tmp_path):
    path = tmp_path / "звіт.docx"
    path.write_bytes(GOOD)
    assert len(read_isolated(path)) == 1
    path.unlink()
    os.mkfifo(path)
    assert "не файл" in told_of(path)


def test_program_lives_on_after_all_of_it(tmp_path):
    bad, good = tmp_path / "a.docx", tmp_path / "b.docx"
    bad.write_bytes(b"PK\x03\x04" * 9)
    good.write_bytes(GOOD)
    told_of(bad)
    assert len(read_isolated(good)[0].rows) == 1

"""Pages saved by Word, Excel, LibreOffice, Google and browsers, alone or with their parts."""

import os

import pytest
from docx_files import COURT, HEADINGS, ROW, TITLE
from page_files import ROWS, TRICKY, archive, html_page, html_table
from refusals import is_one_good_sentence, refusal
from test_text_file import texts

from courtcomms.errors import BadInput
from courtcomms.importing import read_document
from courtcomms.importing.html.file import decoded
from courtcomms.period import Period

WORD_HEAD = (
    '<meta http-equiv=Content-Type content="text/html; charset=windows-1251"><meta name=ProgId '
    'content=Word.Document><meta name=Generator content="Microsoft Word 15">'
    "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]-->"
    "<style>p{margin:0}</style>"
)
FRAMES = (
    "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head>"
    "<link id=Main-File rel=Main-File href='../Звіт.htm'>"
    '<link id="shLink" href="{0}/sheet001.htm"><link id="shLink" href="{0}/sheet002.htm">'
    "</head><frameset rows='*,39'><frame src='{0}/sheet001.htm' name='frSheet'>"
    "<frame src='{0}/tabstrip.htm' name='frTabs'></frameset></html>"
)


def whole(document) -> bool:
    return (
        texts(document) == [tuple(ROW), TRICKY]
        and document.period == Period.quarter(2021, 3)
        and document.court is not None
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "koi8-u", "cp866"])
def test_page_in_the_encoding_that_it_names(encoding, read):
    name = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    document = read(html_page(f'<meta charset="{name}">').encode(encoding, "xmlcharrefreplace"), "звіт.html")
    assert whole(document)
    assert document.warnings == ()


@pytest.mark.parametrize(
    "head", ["", "<meta charset=iso-8859-1>", "<meta charset=нема>", "<meta charset=rot13>"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_page_that_names_no_encoding_or_a_wrong_one(head, encoding, read):
    assert whole(read(html_page(head).encode(encoding), "звіт.htm"))


def test_encoding_that_does_not_fit_is_not_believed():
    assert decoded('<meta charset="utf-8">Звіт про роботу'.encode("cp1251")).endswith("Звіт про роботу")


@pytest.mark.parametrize("name", ["звіт.doc", "звіт.xls", "звіт.docx"])
def test_page_named_as_a_document_is_read_and_told(name, read):
    document = read(html_page(WORD_HEAD).encode("cp1251"), name)
    assert whole(document)
    (told,) = document.warnings
    assert told.endswith("але це вебсторінка: прочитано як вебсторінку.")


def test_page_of_xhtml(read):
    assert whole(read(html_page(before='<?xml version="1.0" encoding="utf-8"?>').encode(), "звіт.xhtml"))


def test_page_with_windows_header_of_the_clipboard(read):
    markup = html_page("")
    assert whole(read(f"Version:0.9\r\nStartHTML:00000105\r\nEndHTML:0000\r\n{markup}".encode(), "кліп.html"))


def test_page_as_excel_writes_it(read):
    excel = (
        "<meta name=ProgId content=Excel.Sheet><meta name=Generator content='Microsoft Excel 15'>"
        "<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets/></x:ExcelWorkbook></xml><![endif]-->"
    )
    before = "<html xmlns:x='urn:schemas-microsoft-com:office:excel'>"
    assert whole(read(html_page(excel, before=before).encode("cp1251"), "звіт.htm"))


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_page_with_its_parts(transfer, encoding, read):
    content = archive(
        ("file:///C:/звіт.htm", html_page(f"<meta charset={encoding}>")), encoding=encoding, transfer=transfer
    )
    document = read(content, "звіт.mht")
    assert whole(document)
    assert document.warnings == ()


def test_book_saved_as_one_page_with_frames(read):
    pages = (
        ("file:///C:/Звіт.htm", FRAMES.format("Звіт.files")),
        ("file:///C:/Звіт.files/sheet001.htm", html_page()),
        ("file:///C:/Звіт.files/tabstrip.htm", "<table><tr><td>Аркуш1</table>"),
    )
    assert whole(read(archive(*pages), "звіт.mhtml"))


def test_archive_without_a_page(tmp_path):
    text = refusal(archive(), tmp_path, "звіт.mht")
    assert is_one_good_sentence(text)


def test_book_of_frames_reads_its_sheets(tmp_path):
    folder = tmp_path / "Звіт.files"
    folder.mkdir()
    (folder / "sheet001.htm").write_text(html_page(), encoding="utf-8")
    (folder / "tabstrip.htm").write_text("<table><tr><td>Аркуш1</table>", encoding="utf-8")
    path = tmp_path / "Звіт.htm"
    path.write_text(FRAMES.format("%D0%97%D0%B2%D1%96%D1%82.files"), encoding="utf-8")
    assert whole(read_document(path))


def test_book_of_frames_without_its_sheets(tmp_path):
    text = refusal(FRAMES.format("Звіт.files").encode(), tmp_path, "Звіт.htm")
    assert "обкладинка" in text
    assert is_one_good_sentence(text)


@pytest.mark.parametrize(
    "place", ["..", "../secret", "/etc", "C:", "a/b", "http://127.0.0.1", "%2e%2e", "link"]
)
def test_sheets_elsewhere_are_never_read(place, tmp_path):
    secret = tmp_path / "secret"
    home = tmp_path / "home"
    secret.mkdir()
    home.mkdir()
    for folder in (secret, tmp_path):
        (folder / "sheet001.htm").write_text(html_page(), encoding="utf-8")
    if hasattr(os, "symlink"):
        (home / "link").symlink_to(secret, target_is_directory=True)
    path = home / "Звіт.htm"
    path.write_text(FRAMES.format(place), encoding="utf-8")
    with pytest.raises(BadInput, match="обкладинка"):
        read_document(path)


def test_several_sheets_are_read_together(tmp_path):
    folder = tmp_path / "f"
    folder.mkdir()
    (folder / "sheet001.htm").write_text(html_page(rows=ROWS[:1]), encoding="utf-8")
    (folder / "sheet002.htm").write_text("<table><tr><td>Примітка</td></tr></table>", encoding="utf-8")
    path = tmp_path / "Звіт.htm"
    path.write_text(FRAMES.format("f"), encoding="utf-8")
    assert len(read_document(path).rows) == 1


def test_links_of_a_page_come_in(read):
    markup = html_page(rows=(ROW,)).replace(">13.08.2021<", '><a href="https://суд.ua/1">13.08.2021</a><')
    (row,) = read(
        markup.replace("-</td>", '<a href="https://a.example/1">тут</a></td>', 1).encode(), "a.html"
    ).rows
    assert "https://a.example/1" in {link.target for links in row.links for link in links}


def test_scripts_and_hidden_words_are_no_text(read):
    markup = html_page("<script>document.write('зле')</script><style>td{color:red}</style>")
    document = read(markup.encode(), "a.html")
    assert "зле" not in str(document)


def test_page_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr("courtcomms.importing.html.file._MOST_BYTES", 100)
    assert "завеликий" in refusal(html_page().encode(), tmp_path, "a.html")


def test_headings_are_those_of_the_form(read):
    document = read((f"<p>{TITLE[1]} {COURT}</p>" + html_table()).encode(), "a.html")
    assert [column.source for column in document.columns] == [" ".join(item.split()) for item in HEADINGS]

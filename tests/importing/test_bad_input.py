"""Whatever file is given: a document, or one Ukrainian sentence that says what to do. Never a traceback."""

import os
import struct

import pytest
from docx_files import ROW, WORD, docx, parts, report, row
from office_zip import relations, zipped
from refusals import is_one_good_sentence, outcome, refusal
from xlsx_files import report as xlsx_report
from xlsx_files import usual_row

from courtcomms.errors import BadInput
from courtcomms.importing import read_document

GOOD = docx(report(row(*ROW)))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def ole(*streams: str) -> bytes:
    """The beginning of an OLE file and a directory sector with these streams."""
    entries = b"".join(
        (name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams)
    )
    return OLE + entries.ljust(512, b"\0")


def part_replaced(name: str, content: str | bytes) -> bytes:
    changed = parts(report(row(*ROW)))
    changed[name] = content
    return zipped(changed)


def without(*names: str) -> bytes:
    return zipped({name: content for name, content in parts(report(row(*ROW))).items() if name not in names})


BROKEN = {
    "empty": (b"", "порожній"),
    "blanks": (b" \r\n\t ", "порожній"),
    "encrypted": (ole("EncryptionInfo", "EncryptedPackage"), "захищено паролем"),
    "old word": (ole("WordDocument", "1Table"), ".doc"),
    "old excel": (ole("Workbook"), ".xls"),
    "very old excel": (ole("Book"), ".xls"),
    "word with a sheet inside": (ole("WordDocument", "Workbook"), ".doc"),
    "installer": (ole("Something"), "старого формату"),
    "rtf": (b"{\\rtf1\\ansi \\'e7}", "RTF"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "html": ("\ufeff<!DOCTYPE html><html><body><table></table>".encode(), "не містить звіту"),
    "html in 1251": ("<HTML><title>Звіт</title>".encode("cp1251"), "не містить звіту"),
    "saved page": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "пошкоджено"),
    "word 2003 xml": (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>',
        "документ Word у вигляді XML",
    ),
    "excel 2003 xml": (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
        "книга Excel у вигляді XML",
    ),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "зображення"),
    "png": (b"\x89PNG\r\n\x1a\n", "зображення"),
    "text": ("Звіт за квартал".encode(), "не містить звіту"),
    "text in 1251": ("Звіт за квартал".encode("cp1251"), "не містить звіту"),
    "text in utf-16": ("Звіт за квартал".encode("utf-16"), "не містить звіту"),
    "program": (b"MZ\x90\x00\x03", "програма"),
    "program of linux": (b"\x7fELF\x02\x01", "програма"),
    "noise": (bytes(range(256)) * 4, "пошкоджено"),
    "truncated": (GOOD[: len(GOOD) // 2], "пошкоджено"),
    "head of a zip": (GOOD[:4], "пошкоджено"),
    "damaged data": (GOOD[:400] + b"\xff" * 60 + GOOD[460:], "пошкоджено"),
    "odt": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "OpenDocument",
    ),
    "drawing": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.graphics", "content.xml": "<a/>"}),
        "не текст і не таблиця",
    ),
    "sxw": (
        zipped({"mimetype": "application/vnd.sun.xml.writer", "content.xml": "<a/>"}),
        "дуже старого OpenOffice",
    ),
    "odt with a password": (
        zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": "<m:manifest><m:encryption-data/></m:manifest>",
                "content.xml": b"\x8a\x01",
            }
        ),
        "захищено паролем",
    ),
    "odt with a doctype": (
        zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
            }
        ),
        "DOCTYPE",
    ),
    "xlsb": (zipped({"xl/workbook.bin": b"\0"}), ".xlsb"),
    "pptx": (zipped({"ppt/presentation.xml": "<a/>"}), "презентація"),
    "zip with a report": (
        zipped({"Звіт/Звіт 3 квартал.docx": GOOD}),
        "у якому лежить «звіт 3 квартал.docx»",
    ),
    "zip with many": (
        zipped({f"{number}.docx": GOOD for number in range(1, 6)}),
        "лежать «1.docx», «2.docx», «3.docx» та ще 2 файли",
    ),
    "other zip": (zipped({"readme.txt": "слова"}), "немає документа Word чи Excel"),
    "empty zip": (b"PK\x05\x06" + b"\0" * 18, "немає документа Word чи Excel"),
    "no main part": (without("word/document.xml"), "немає документа Word чи Excel"),
    "main part is no document": (part_replaced("word/document.xml", "<a/>"), "пошкоджено"),
    "main part is empty": (part_replaced("word/document.xml", ""), "пошкоджено"),
    "not well-formed": (
        part_replaced("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>'),
        "пошкоджено",
    ),
    "not xml": (part_replaced("word/document.xml", b"\0\1\2\3" * 50), "пошкоджено"),
    "wrong encoding declared": (
        part_replaced("word/document.xml", b'<?xml version="1.0" encoding="UTF-16"?><w:document/>'),
        "пошкоджено",
    ),
    "broken relationships": (part_replaced("word/_rels/document.xml.rels", "<Relationships>"), "пошкоджено"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_file_that_is_no_report(name, tmp_path):
    content, expected = BROKEN[name]
    text = refusal(content, tmp_path)
    assert expected in text
    assert is_one_good_sentence(text)
    assert "«звіт.docx»" in text


def test_password_is_told_with_the_way_out(tmp_path):
    assert refusal(ole("EncryptedPackage"), tmp_path, "x.docx") == (
        "Файл «x.docx» захищено паролем: нічого не імпортовано. "
        "Зніміть пароль у Word чи Excel і спробуйте ще раз."
    )


def test_missing_file_folder_and_device(tmp_path):
    with pytest.raises(BadInput, match="немає"):
        read_document(tmp_path / "немає.docx")
    with pytest.raises(BadInput, match="тека"):
        read_document(tmp_path)
    with pytest.raises(BadInput, match="нічого не імпортовано"):
        read_document(tmp_path / ("x" * 300 + ".docx"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.docx")
    with pytest.raises(BadInput, match="не файл"):
        read_document(tmp_path / "pipe.docx")


def test_no_right_to_read(tmp_path, monkeypatch):
    path = tmp_path / "звіт.docx"
    path.write_bytes(GOOD)

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(BadInput, match="немає права") as refused:
        read_document(path)
    assert is_one_good_sentence(str(refused.value).replace("; нічого", ": нічого"))


def test_book_named_as_a_document_is_read_and_told(read):
    document = read(xlsx_report(usual_row()), "звіт.docx")
    assert len(document.rows) == 1
    assert any("прочитано як книгу Excel" in warning for warning in document.warnings)


def test_document_named_as_a_book_is_read_and_told(read):
    document = read(GOOD, "звіт.xlsx")
    assert len(document.rows) == 1
    assert any("прочитано як документ Word" in warning for warning in document.warnings)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/word/document2.xml", "C:/x.xml", "word\\..\\..\\x"])
def test_parts_with_foreign_paths(name, tmp_path):
    content = parts(report(row(*ROW))) | {name: "x"}
    assert "чужими шляхами" in refusal(zipped(content), tmp_path)


def test_parts_with_the_same_name(tmp_path):
    content = parts(report(row(*ROW)))
    content["Word/Document.xml"] = content["word/document.xml"]
    assert "однаковими назвами" in refusal(zipped(content), tmp_path)


def test_part_encrypted_inside_the_zip(tmp_path):
    flagged = bytearray(GOOD)
    at = flagged.find(b"PK\x01\x02")
    while at >= 0:
        flagged[at + 8] |= 1
        at = flagged.find(b"PK\x01\x02", at + 4)
    assert "захищено паролем" in refusal(bytes(flagged), tmp_path)


@pytest.mark.parametrize("declared", [10, 1 << 31])
def test_declared_size_that_lies(declared, tmp_path):
    lying = bytearray(GOOD)
    at = lying.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<L", lying, at + 24, declared)
        at = lying.find(b"PK\x01\x02", at + 4)
    path = tmp_path / "звіт.docx"
    path.write_bytes(lying)
    told = outcome(path)
    assert is_one_good_sentence(told) if isinstance(told, str) else len(told.rows) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "body", ["", "<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>"]
)
def test_doctype_is_refused(encoding, body, tmp_path):
    text = f"<?xml version='1.0' encoding='{encoding}'?>{' ' * 70_000}<!DOCTYPE d [{body}]><d>&b;</d>"
    assert "DOCTYPE" in refusal(part_replaced("word/document.xml", text.encode(encoding)), tmp_path)


def test_external_parts_are_never_opened(read, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("the network was touched")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    content = parts(report(row(*ROW)))
    content["word/_rels/document.xml.rels"] = relations(
        {"t": ("hyperlink", "http://evil.example/x.dotm")}
    ).replace("/hyperlink", "/attachedTemplate")
    assert len(read(zipped(content)).rows) == 1


def test_nothing_is_written_beside_the_file(tmp_path):
    path = tmp_path / "звіт.docx"
    path.write_bytes(GOOD)
    before = path.stat()
    read_document(path)
    assert list(tmp_path.iterdir()) == [path]
    assert (path.stat().st_mtime_ns, path.stat().st_size) == (before.st_mtime_ns, before.st_size)


def test_name_that_is_no_text_can_be_told(tmp_path):
    if os.name == "nt":
        pytest.skip("names are text there")
    path = os.path.join(os.fsencode(tmp_path), b"\xff\xfe.docx")  # noqa: PTH118 - bytes
    with open(path, "wb") as file:  # noqa: PTH123 - bytes
        file.write(b"%PDF-1.4")
    (odd,) = tmp_path.iterdir()
    with pytest.raises(BadInput) as refused:
        read_document(odd)
    str(refused.value).encode("utf-8")


def test_list_of_content_types_is_not_needed(read):
    assert len(read(without("[Content_Types].xml")).rows) == 1

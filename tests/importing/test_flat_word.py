"""A Word document saved as one file of XML: the same document as its package."""

import pytest
from docx_files import ROW, parts, report, row
from refusals import is_one_good_sentence, refusal

PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat(content: dict[str, str | bytes], head: str = "") -> bytes:
    """The parts of a package as Word's «Документ Word XML»."""
    inside = ""
    for name, text in content.items():
        xml = text.decode() if isinstance(text, bytes) else text
        xml = xml[xml.find("?>") + 2 :] if xml.startswith("<?xml") else xml
        inside += f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>'
    picture = '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>'
    start = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
    )
    return f'{start}{head}<pkg:package xmlns:pkg="{PKG}">{inside}{picture}</pkg:package>'.encode()


def test_the_same_is_read_as_from_the_package(read):
    content = parts(report(row(*ROW)))
    from office_zip import zipped

    flat_one, packed_one = read(flat(content), "звіт.xml"), read(zipped(content), "звіт.docx")
    assert flat_one.rows == packed_one.rows
    assert flat_one.warnings == packed_one.warnings


def test_named_as_a_document_it_is_told(read):
    (told,) = read(flat(parts(report(row(*ROW)))), "звіт.doc").warnings
    assert "прочитано як документ Word" in told


def test_part_named_twice_counts_once(read):
    content = flat(parts(report(row(*ROW))))
    again = content.replace(b"</pkg:package>", content[content.find(b"<pkg:part") : -len(b"</pkg:package>")])
    assert len(read(again + b"</pkg:package>", "звіт.xml").rows) == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (flat({}, "<!DOCTYPE a [<!ENTITY b 'c'>]>"), "DOCTYPE"),
        (flat(parts(report(row(*ROW))))[:-500], "пошкоджено"),
        (f'<pkg:package xmlns:pkg="{PKG}"></pkg:package>'.encode(), "пошкоджено"),
        (flat({"readme.xml": "<a/>"}), "немає документа Word чи Excel"),
    ],
)
def test_broken_one(content, expected, tmp_path):
    text = refusal(content, tmp_path, "звіт.xml")
    assert expected in text
    assert is_one_good_sentence(text)

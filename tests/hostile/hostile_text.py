"""Pages, text and formats of other programs that harm whoever reads them to the end."""

from __future__ import annotations

import random

from hostile_zips import MEGABYTE, ole
from office_zip import zipped
from page_files import archive, csv_text, html_page

OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
)
ODT = "application/vnd.oasis.opendocument.text"


def page(inside: str) -> bytes:
    """A sound page with this in front of its table."""
    return html_page().replace("<body>", f"<body>{inside}").encode()


def fetching(port: int) -> bytes:
    """A page that asks for everything a page can ask for."""
    at = f"http://127.0.0.1:{port}"
    return (
        html_page(
            f"<base href='{at}/'><link rel=stylesheet href='{at}/a.css'>"
            f"<style>@import url({at}/b.css)</style>"
            f"<script src='{at}/c.js'></script><meta http-equiv=refresh content='0;url={at}/'>",
            before=f"<!DOCTYPE html PUBLIC '-//x//' '{at}/x.dtd'>",
        )
        .replace(
            "<body>",
            f"<body background='{at}/d'><img src='{at}/e.png'><iframe src='{at}/f'></iframe>"
            f"<object data='{at}/g'></object><video src='{at}/h'></video>",
        )
        .encode()
    )


def parts_in_parts() -> bytes:
    """A saved page whose parts hold parts, three thousand deep."""
    head = b"MIME-Version: 1.0\r\n"
    for number in range(3000):
        head += f'Content-Type: multipart/related; boundary="b{number}"\r\n\r\n--b{number}\r\n'.encode()
    return head + b"Content-Type: text/html\r\n\r\n<table></table>"


def big_archive() -> bytes:
    """A saved page with forty megabytes of a picture's letters."""
    return archive(("file:///x.htm", html_page())) + b"QUJD" * (10 * MEGABYTE)


def one_line(megabytes: int) -> bytes:
    """A table of text with one endless line."""
    return csv_text().encode() + b"x" * (megabytes * MEGABYTE)


def quotes() -> bytes:
    """Ten million quotation marks."""
    return csv_text().encode() + b'";"' * (3 * MEGABYTE)


def with_nuls() -> bytes:
    """A table of text whose every second byte is NUL, and no mark."""
    return b"\0".join(bytes([byte]) for byte in csv_text().encode("cp1251"))


def separators() -> bytes:
    """A line of five million cells."""
    return csv_text().encode() + b";" * (5 * MEGABYTE)


def many_lines() -> bytes:
    """A million rows."""
    return csv_text().encode() + b"1;2;3;4;5;6;7;8;9\n" * 1_000_000


def rich_text(inside: str) -> bytes:
    """An RTF document."""
    return ("{\\rtf1\\ansi\\ansicpg1251 " + inside + "}").encode("ascii")


def rich_deep() -> bytes:
    """Groups in groups, a million deep."""
    return b"{\\rtf1 " + b"{" * 1_000_000 + b"x" + b"}" * 1_000_000 + b"}"


def open_text(inside: str, **more: bytes) -> bytes:
    """An .odt with this in its body."""
    content = (
        f'<office:document-content {OFFICE} office:version="1.2"><office:body><office:text>{inside}'
        "</office:text></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    return zipped({"mimetype": ODT, "content.xml": content, "META-INF/manifest.xml": manifest} | more)


def flat_sheet(inside: str) -> bytes:
    """A .fods with this sheet."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {OFFICE} office:version="1.2" '
        f'office:mimetype="{kind}"><office:body><office:spreadsheet><table:table table:name="А">{inside}'
        "</table:table></office:spreadsheet></office:body></office:document>"
    ).encode()


def repeated_cells() -> bytes:
    """A sheet full of one cell."""
    return flat_sheet(
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="1024" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    )


def noise(head: bytes, size: int = 20_000) -> bytes:
    """A signature and then anything."""
    return head + random.Random(7).randbytes(size)


def old_noise(stream: str) -> bytes:
    """An OLE file that names a stream and then holds anything."""
    return ole(stream, filler=random.Random(7).randbytes(40_000))

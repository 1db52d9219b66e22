"""Every hostile file by name: what it is called, its bytes, and words of the sentence that it comes to.

An empty word stands for files that are to be read as if nothing were wrong, or refused: as long as it is one
of both. ``READ`` means that the sound report in it must come in.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import NamedTuple

import hostile_excel as excel
import hostile_text as text
import hostile_word as word
import hostile_zips as zips

READ = "\0"
#: Nobody listens there; tests put a listener of their own in its place.
NOWHERE = 9


class Case(NamedTuple):
    """``build`` is given the port of a listener that must hear nothing."""

    build: Callable[[int], bytes]
    told: str = ""
    name: str = "звіт.docx"


def _page(inside: str, told: str = "") -> Case:
    return Case(lambda port: text.page(inside), told, "звіт.html")


ZIPS = {
    "zip bomb": Case(lambda port: zips.padded(64), "завеликий"),
    "bomb of several parts": Case(lambda port: zips.many_large()),
    "zips in zips": Case(lambda port: zips.matryoshka(), "архів"),
    "overlapping entries": Case(lambda port: zips.overlapping()),
    "sizes too small": Case(lambda port: zips.lying(10)),
    "sizes too large": Case(lambda port: zips.lying(1 << 31)),
    "10,000 entries": Case(lambda port: zips.crowded(), "забагато частин"),
    "same name twice": Case(lambda port: zips.twice("Word/Document.xml"), "однаковими назвами"),
    "absolute path": Case(lambda port: zips.with_part("/etc/cron.d/x", "x"), "чужими шляхами"),
    "path upwards": Case(lambda port: zips.with_part("../../x", "x"), "чужими шляхами"),
    "path of Windows": Case(lambda port: zips.with_part("C:\\x", "x"), "чужими шляхами"),
    "symbolic link": Case(lambda port: zips.symbolic_link(), "пошкоджено"),
    "encrypted entries": Case(lambda port: zips.locked(), "паролем"),
    "encrypted package": Case(lambda port: zips.ole("EncryptedPackage"), "паролем"),
    "huge directory": Case(lambda port: zips.huge_directory(), "забагато частин"),
    "directory beyond the file": Case(lambda port: zips.directory_of(1 << 19), "пошкоджено"),
    "unknown packing": Case(lambda port: zips.odd_method(), "пошкоджено"),
    "endless packing": Case(lambda port: zips.endless_deflate(), "пошкоджено"),
    "program before a zip": Case(lambda port: b"MZ\x90\0" + zips.with_part("x", "x"), "програма"),
    "pdf before a zip": Case(lambda port: b"%PDF-1.7\n" + zips.with_part("x", "x"), "PDF"),
    "picture before a zip": Case(lambda port: b"\xff\xd8\xff" + zips.with_part("x", "x"), "зображення"),
    "page before a zip": Case(lambda port: b"<html>" + zips.with_part("x", "x"), "пошкоджено"),
}
WORD = {
    "billion laughs": Case(lambda port: word.laughs(), "DOCTYPE"),
    "quadratic blow-up": Case(lambda port: word.quadratic(), "DOCTYPE"),
    "external entity, file": Case(
        lambda port: word.doctype("<!ENTITY b SYSTEM 'file:///etc/passwd'>"), "DOCTYPE"
    ),
    "external entity, http": Case(
        lambda port: word.doctype(f"<!ENTITY b SYSTEM 'http://127.0.0.1:{port}/x'>"), "DOCTYPE"
    ),
    "parameter entity": Case(
        lambda port: word.doctype(f"<!ENTITY % b SYSTEM 'http://127.0.0.1:{port}/x'>%b;"), "DOCTYPE"
    ),
    "DTD in UTF-16": Case(lambda port: word.doctype("<!ENTITY b 'x'>", "utf-16"), "DOCTYPE"),
    "DTD in UTF-7": Case(lambda port: word.doctype("<!ENTITY b 'x'>", "utf-7")),
    "tables 10,000 deep": Case(lambda port: word.nested_tables(10_000), "завеликий"),
    "elements 1,000,000 deep": Case(lambda port: word.deep(1_000_000), "завеликий"),
    "huge text": Case(lambda port: word.long_text(), "завеликий"),
    "huge attribute": Case(lambda port: word.long_attribute(), "завеликий"),
    "a million attributes": Case(lambda port: word.many_attributes(), "завеликий"),
    "40,000 namespaces": Case(lambda port: word.many_namespaces()),
    "span of 10⁹": Case(lambda port: word.wide_span()),
    "a million rows": Case(lambda port: word.many_rows()),
    "500,000 cells": Case(lambda port: word.many_cells()),
    "20,000 links in a cell": Case(lambda port: word.many_links()),
    "fields without an end": Case(lambda port: word.open_fields()),
    "DDE and INCLUDE fields": Case(word.fields, READ),
    "template from http": Case(
        lambda port: word.outside("attachedTemplate", f"http://127.0.0.1:{port}/x.dotm"), READ
    ),
    "template from UNC": Case(
        lambda port: word.outside("attachedTemplate", "\\\\127.0.0.1\\x\\y.dotm"), READ
    ),
    "picture from http": Case(lambda port: word.outside("image", f"http://127.0.0.1:{port}/x.png"), READ),
    "styles from a file": Case(lambda port: word.outside("styles", "file:///etc/passwd"), READ),
    "frame from http": Case(lambda port: word.outside("frame", f"http://127.0.0.1:{port}/x"), READ),
    "altChunk from a file": Case(lambda port: word.foreign_part("file:///etc/passwd"), READ),
    "altChunk from http": Case(lambda port: word.foreign_part(f"http://127.0.0.1:{port}/x"), READ),
    "OLE object and macros": Case(lambda port: word.embedded(), READ),
    "circle of relations": Case(lambda port: word.circle_of_relations()),
    "circle of styles": Case(lambda port: word.circle_of_styles(), READ),
    "XInclude and style sheet": Case(lambda port: word.includes(), READ),
}
EXCEL = {
    "cell XFD1048576": Case(lambda port: excel.far_cell(), READ, "звіт.xlsx"),
    "whole sheet merged": Case(
        lambda port: excel.after('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "", "звіт.xlsx"
    ),
    "whole sheet a link": Case(
        lambda port: excel.after(
            '<hyperlinks><hyperlink ref="A1:XFD1048576" location="http://a.example"/></hyperlinks>'
        ),
        "",
        "звіт.xlsx",
    ),
    "a million cells": Case(lambda port: excel.million_cells(), "", "звіт.xlsx"),
    "100,000 merges": Case(lambda port: excel.many_merges(), "", "звіт.xlsx"),
    "1 MB text in 40,000 cells": Case(lambda port: excel.repeated_text(), "", "звіт.xlsx"),
    "odd numbers": Case(lambda port: excel.odd_numbers(), "", "звіт.xlsx"),
    "formulas that fetch": Case(excel.formulas, READ, "звіт.xlsx"),
    "1,500 sheets": Case(lambda port: excel.many_sheets(), "", "звіт.xlsx"),
    "book in a circle": Case(lambda port: excel.own_circle(), "", "звіт.xlsx"),
}
TEXT = {
    "tags 1,000,000 deep": _page("<div>" * 1_000_000),
    "html tables 10,000 deep": _page("<table><tr><td>" * 10_000),
    "html spans of 10⁹": _page("<table><tr><td rowspan=1000000000 colspan=1000000000>x</table>", READ),
    "html rowspans by thousands": _page("<table>" + "<tr><td rowspan=65000>x" * 3000 + "</table>"),
    "page that fetches": Case(text.fetching, READ, "звіт.html"),
    "huge attribute in html": _page(f"<p class='{'x' * (30 << 20)}'>"),
    "entities in html": _page("&lt;" * 3_000_000),
    "html with entities of its own": Case(
        lambda port: b"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'b'>]><html>&a;&a;" + text.page(""),
        "",
        "x.html",
    ),
    "frames of the system": Case(
        lambda port: b"<html><frameset><frame src='file:///etc/passwd'><frame src='../../etc/passwd'>",
        "обкладинка",
        "x.htm",
    ),
    "saved page 3,000 parts deep": Case(lambda port: text.parts_in_parts(), "", "звіт.mht"),
    "saved page of 40 MB": Case(lambda port: text.big_archive(), "", "звіт.mht"),
    "line of 100 MB": Case(lambda port: text.one_line(99), "завеликий", "звіт.csv"),
    "line of 30 MB": Case(lambda port: text.one_line(30), "", "звіт.csv"),
    "9,000,000 quotes": Case(lambda port: text.quotes(), "", "звіт.csv"),
    "5,000,000 separators": Case(lambda port: text.separators(), "стовпців", "звіт.csv"),
    "1,000,000 lines": Case(lambda port: text.many_lines(), "рядків", "звіт.csv"),
    "NULs between letters": Case(lambda port: text.with_nuls(), "пошкоджено", "звіт.csv"),
    "flat Word with a DTD": Case(
        lambda port: (
            b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><pkg:package xmlns:pkg="
            b"'http://schemas.microsoft.com/office/2006/xmlPackage'/>"
        ),
        "DOCTYPE",
        "звіт.xml",
    ),
    "odt with a DTD": Case(
        lambda port: text.zipped(
            {"mimetype": text.ODT, "content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}
        ),
        "DOCTYPE",
        "звіт.odt",
    ),
    "odt bomb": Case(lambda port: text.open_text(" " * (64 << 20)), "стиснуто понад міру", "звіт.odt"),
    "fods with an entity": Case(
        lambda port: text.flat_sheet("&b;").replace(
            b"?>", b"?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", 1
        ),
        "DOCTYPE",
        "звіт.fods",
    ),
    "pdf named docx": Case(lambda port: text.noise(b"%PDF-1.7\n"), "PDF"),
    "picture named docx": Case(lambda port: text.noise(b"\xff\xd8\xff\xe0"), "зображення"),
    "program named docx": Case(lambda port: text.noise(b"MZ\x90\0"), "програма"),
    "noise": Case(lambda port: text.noise(b"\0"), "пошкоджено"),
    "noise as a zip": Case(lambda port: text.noise(b"PK\x03\x04"), "пошкоджено"),
    "deflate without a zip": Case(lambda port: zlib.compress(b"x" * 999), "пошкоджено"),
}
#: These need LibreOffice to be tried at all.
LIBRE_OFFICE = {
    "rtf 1,000,000 deep": Case(lambda port: text.rich_deep(), "", "звіт.rtf"),
    "rtf with endless bytes": Case(lambda port: text.rich_text("\\bin2000000000 x"), "", "звіт.rtf"),
    "rtf noise": Case(lambda port: text.noise(b"{\\rtf1"), "", "звіт.rtf"),
    "doc noise": Case(lambda port: text.old_noise("WordDocument"), "", "звіт.doc"),
    "xls noise": Case(lambda port: text.old_noise("Workbook"), "", "звіт.xls"),
    "sheet full of one cell": Case(lambda port: text.repeated_cells(), "", "звіт.fods"),
}
INSIDE = ZIPS | WORD | EXCEL | TEXT
ALL = INSIDE | LIBRE_OFFICE

"""Both files are valid Office Open XML, by a validator and by what no validator notices."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from openpyxl.utils import column_index_from_string, range_boundaries
from openxml_audit import OpenXmlValidator

from courtcomms.model import Court
from courtcomms.period import Period
from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.form import Executor, ReportForm, Signatory, SignatureDate
from courtcomms.reports.letterhead import read_letterhead
from courtcomms.reports.snapshot import Letterhead, ReportSnapshot, SectionRow, take_snapshot
from courtcomms.reports.xlsx_writer import render_xlsx

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

RENDERERS = {".docx": render_docx, ".xlsx": render_xlsx}


@pytest.fixture(params=["messy", "signed", "empty", "plain", "sections", "letterhead", "many", "real"])
def snapshot(
    request: pytest.FixtureRequest,
    messy: ReportSnapshot,
    form: ReportForm,
    court: Court,
    period: Period,
    one_cell: Callable[..., ReportSnapshot],
) -> ReportSnapshot:
    """Reports of every shape: troublesome, signed, without events, plain without page numbers, over several
    quarters, on a letterhead, of 300 rows, the real one."""
    if request.param == "real":
        return request.getfixturevalue("real_snapshot")
    full = replace(
        form,
        signatory=Signatory(True, "Посада", "Ім'я ПРІЗВИЩЕ"),
        signed=SignatureDate(True, date(2025, 5, 25)),
        executor=Executor(True, "Прізвище І. Б.", "1"),
    )
    unnumbered = replace(form, page=replace(form.page, page_numbers=False), rows_break=True)
    plain = one_cell("подія")
    return {
        "messy": messy,
        "signed": replace(messy, form=full),
        "empty": take_snapshot(full, court, period, []),
        "plain": replace(plain, form=unnumbered),
        "sections": replace(messy, sections=_SECTIONS),
        "letterhead": replace(messy, form=full, letterhead=_letterhead(request.getfixturevalue("tmp_path"))),
        "many": replace(messy, rows=messy.rows * 60, event_count=300),
    }[request.param]


_SECTIONS = (
    SectionRow(0, "І квартал 2021 року"),
    SectionRow(2, "ІІ квартал & <2021> року – заходів не було"),
    SectionRow(2, "ІІІ квартал\n2021 року"),
    SectionRow(5, "ІV квартал 2021 року – заходів не було"),
)


def _letterhead(folder: Path) -> Letterhead:
    """A letterhead as Word users make one, from python-docx's American template."""
    document = Document()
    document.add_paragraph("ВИГАДАНИЙ СУД & Ко")
    document.add_table(1, 2).cell(0, 0).text = "вул. Вигадана, 1"
    document.sections[0].header.paragraphs[0].text = "Бланк"
    document.save(str(folder / "blank.docx"))
    return read_letterhead(folder / "blank.docx")


@pytest.fixture(params=sorted(RENDERERS))
def package(request: pytest.FixtureRequest, snapshot: ReportSnapshot) -> tuple[str, bytes]:
    return request.param, RENDERERS[request.param](snapshot)


@pytest.fixture
def parts(package: tuple[str, bytes], parts_of: Callable[[bytes], dict[str, bytes]]) -> dict[str, bytes]:
    return parts_of(package[1])


def test_validator_finds_nothing(package: tuple[str, bytes], tmp_path: Path) -> None:
    file = tmp_path / f"report{package[0]}"
    file.write_bytes(package[1])
    result = OpenXmlValidator().validate(str(file))
    assert [error.description for error in result.errors] == []
    assert result.is_valid


def relations(parts: dict[str, bytes]) -> list[tuple[str, etree._Element]]:
    """Each relationship with the part (or package, as ``""``) from which it goes."""
    found = []
    for name in parts:
        if name.endswith(".rels"):
            folder, file = posixpath.split(name)
            source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels")).strip("/")
            found += [(source, relation) for relation in etree.fromstring(parts[name]).iter(_RELATION)]
    return found


def resolved(source: str, relation: etree._Element) -> str:
    target = relation.get("Target", "")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")


def test_content_types_come_first_and_name_every_part(
    package: tuple[str, bytes], parts: dict[str, bytes]
) -> None:
    with zipfile.ZipFile(io.BytesIO(package[1])) as archive:
        names = archive.namelist()
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert len(set(names)) == len(names)
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = [override.get("PartName", "").lstrip("/") for override in types.iter(f"{_TYPES}Override")]
    assert sorted(named) == sorted(n for n in names if not n.endswith(".rels") and n != "[Content_Types].xml")


def test_relationships_lead_to_parts_and_every_part_is_led_to(parts: dict[str, bytes]) -> None:
    inner = [(s, r) for s, r in relations(parts) if r.get("TargetMode") != "External"]
    reached = {resolved(source, relation) for source, relation in inner}
    assert reached == {n for n in parts if not n.endswith(".rels") and n != "[Content_Types].xml"}


def test_relationship_ids_are_unique_used_and_known(parts: dict[str, bytes]) -> None:
    ids = [(source, relation.get("Id")) for source, relation in relations(parts)]
    assert max(Counter(ids).values()) == 1
    external = {(s, r.get("Id")) for s, r in relations(parts) if r.get("TargetMode") == "External"}
    used = {
        (name, value)
        for name in parts
        if name.endswith(".xml")
        for element in etree.fromstring(parts[name]).iter()
        for key, value in element.attrib.items()
        if str(key).startswith(_R)
    }
    assert used <= set(ids)
    assert external <= used


def test_addresses_have_no_blanks(parts: dict[str, bytes]) -> None:
    targets = [r.get("Target", "") for _s, r in relations(parts) if r.get("TargetMode") == "External"]
    for target in targets:
        assert re.fullmatch(r'https?://[^\s<>"{}|\\^`]+', target), target


def test_dates_of_the_document_are_dates(parts: dict[str, bytes]) -> None:
    core = etree.fromstring(parts["docProps/core.xml"])
    stamps = [element.text or "" for element in core if "W3CDTF" in str(element.attrib)]
    assert len(stamps) == 2
    for stamp in stamps:
        datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ")  # noqa: DTZ007 - only whether it is one


def test_no_foreign_program_is_named(parts: dict[str, bytes]) -> None:
    assert not [name for name in parts if "thumbnail" in name]
    for name in ("docProps/app.xml", "docProps/core.xml"):
        assert b"Microsoft" not in parts[name]
        assert b"openpyxl" not in parts[name]
        assert b"python-docx" not in parts[name]


#: The order in which the schema wants a paragraph's properties, of those that are used here.
_PARAGRAPH = ["pStyle", "keepNext", "keepLines", "framePr", "tabs", "spacing", "jc", "rPr"]
#: And a cell's.
_CELL = ["tcW", "gridSpan", "vAlign"]


@pytest.fixture
def body(snapshot: ReportSnapshot, parts_of: Callable[[bytes], dict[str, bytes]]) -> etree._Element:
    root = etree.fromstring(parts_of(render_docx(snapshot))["word/document.xml"])
    return root[0]


def test_a_paragraph_ends_the_body_and_every_cell(body: etree._Element) -> None:
    assert [etree.QName(child).localname for child in body][-2:] == ["p", "sectPr"]
    for cell in body.iter(f"{_W}tc"):
        assert cell[-1].tag == f"{_W}p"


def test_every_row_fills_its_grid(body: etree._Element) -> None:
    for table in body.iter(f"{_W}tbl"):
        grid = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
        for row in table.findall(f"{_W}tr"):
            spans = [cell.find(f"{_W}tcPr/{_W}gridSpan") for cell in row.findall(f"{_W}tc")]
            assert sum(1 if span is None else int(span.get(f"{_W}val", "0")) for span in spans) == grid
    assert len(report_table(body).findall(f"{_W}tblGrid/{_W}gridCol")) == 9


def test_properties_stand_in_the_order_of_the_schema(body: etree._Element) -> None:
    for properties in report_table(body).iter(f"{_W}pPr", f"{_W}tcPr"):
        order = _PARAGRAPH if properties.tag == f"{_W}pPr" else _CELL
        places = [order.index(etree.QName(child).localname) for child in properties]
        assert places == sorted(set(places))


def test_no_text_holds_a_tab_or_a_line_end(body: etree._Element) -> None:
    for text in body.iter(f"{_W}t"):
        assert not set("\t\n\r") & set(text.text or "")


def test_headings_are_repeated_from_the_first_row_on(body: etree._Element) -> None:
    marks = [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in report_table(body).findall(f"{_W}tr")]
    assert marks == [True] + [False] * (len(marks) - 1)


def test_a_line_between_quarters_keeps_with_the_next_row(
    messy: ReportSnapshot, parts_of: Callable[[bytes], dict[str, bytes]]
) -> None:
    parts = parts_of(render_docx(replace(messy, sections=_SECTIONS)))
    root = etree.fromstring(parts["word/document.xml"])
    found = [cell for cell in root.iter(f"{_W}tc") if cell.find(f"{_W}tcPr/{_W}gridSpan") is not None]
    texts = ["\n".join("".join(line.itertext()) for line in cell.iter(f"{_W}p")) for cell in found]
    assert texts == [section.text for section in _SECTIONS]
    for cell in found:
        assert cell.getparent().find(f"{_W}trPr/{_W}cantSplit") is not None
        assert all(line.find(f"{_W}pPr/{_W}keepNext") is not None for line in cell.iter(f"{_W}p"))


def report_table(body: etree._Element) -> etree._Element:
    """The report's own table, behind whatever tables the letterhead has."""
    (found,) = [table for table in body.iter(f"{_W}tbl") if table.find(f".//{_W}tblHeader") is not None]
    return found


def test_excel_sheets(snapshot: ReportSnapshot, parts_of: Callable[[bytes], dict[str, bytes]]) -> None:
    parts = parts_of(render_xlsx(snapshot))
    strings = etree.fromstring(parts["xl/sharedStrings.xml"])
    assert int(strings.get("uniqueCount", "-1")) == len(strings)
    assert all(len("".join(item.itertext())) <= 32_767 for item in strings)
    uses = 0
    for name in (name for name in parts if name.startswith("xl/worksheets/sheet")):
        root = etree.fromstring(parts[name])
        rows = [int(row.get("r", "0")) for row in root.iter(f"{_X}row")]
        assert rows == sorted(set(rows))
        for row in root.iter(f"{_X}row"):
            places = [re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r", "")) for cell in row]
            columns = [column_index_from_string(place.group(1)) for place in places if place]
            assert columns == sorted(set(columns))
            assert {place.group(2) for place in places if place} <= {row.get("r")}
            assert float(row.get("ht", "0")) <= 409.5
        linked = [link.get("ref") for link in root.iter(f"{_X}hyperlink")]
        assert len(set(linked)) == len(linked)
        assert not list(root.iter(f"{_X}f"))
        merged = [range_boundaries(area.get("ref", "")) for area in root.iter(f"{_X}mergeCell")]
        covered = [
            (row, column)
            for left, top, right, bottom in merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]
        assert len(set(covered)) == len(covered)
        assert {row for row, _column in covered} <= set(rows)
        shared = [int(cell.findtext(f"{_X}v", "-1")) for cell in root.iter(f"{_X}c") if cell.get("t") == "s"]
        assert all(0 <= place < len(strings) for place in shared)
        uses += len(shared)
    assert int(strings.get("count", "-1")) == uses

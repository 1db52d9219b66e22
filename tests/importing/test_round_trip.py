"""Any text in any cell, put into a file by whatever writer, comes out as it was."""

import io
from collections import Counter

import docx as python_docx
import openpyxl
from docx_files import HEADINGS, TITLE, docx, link, p, r, report, tc, tr
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from xlsx_files import report as xlsx_report
from xlsx_files import row as xlsx_row

from courtcomms.cells.links import read_links
from courtcomms.cells.typography import clean, is_blank, trim_layout
from courtcomms.importing import read_document
from courtcomms.importing.to_json import document_to_json, refusal_to_json
from courtcomms.model import Column

SETTINGS = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}

SIGNS = st.characters(
    codec="utf-8",
    exclude_categories=("Cs", "Cc", "Cn"),
    include_characters="\n\t",
    exclude_characters="\ufffe\uffff",
)
TEXT = st.one_of(
    st.text(SIGNS, max_size=40),
    st.text("абвґєії №-–«»'ꞌ\u00a0\n\t.,/:<>&\"_x0", max_size=40),
    st.sampled_from(
        ["_x000D_", "https://court.gov.ua/1/\n\nhttps://a.ua/?a=1&b=2", "=1+1", "  два  бланки  ", "-"]
    ),
)
ROWS = st.lists(st.lists(TEXT, min_size=9, max_size=9), min_size=1, max_size=3)


def expected(rows):
    return [[trim_layout(clean(text).text) for text in row] for row in rows]


def usable(rows):
    """Rows that are surely events: a name and a date; other shapes have tests of their own."""
    fixed = [[*row[:1], "Назва " + row[1].strip("\n"), row[2], "13.08.2021", *row[4:]] for row in rows]
    assume(not any(all(text.strip().isdigit() for text in row if text.strip()) for row in fixed))
    return fixed


def texts(document):
    return [[text for _, text in row.cells.texts()] for row in document.rows]


def reading(tmp_path, content, name):
    path = tmp_path / name
    path.write_bytes(content)
    return read_document(path)


def word_row(cells):
    return tr(*(tc("".join(p(_with_tabs(line)) for line in text.split("\n"))) for text in cells))


def _with_tabs(line):
    return "<w:r><w:tab/></w:r>".join(r(piece) for piece in line.split("\t"))


@settings(max_examples=60, **SETTINGS)
@given(ROWS)
def test_any_text_survives_word(tmp_path, rows):
    rows = usable(rows)
    document = reading(tmp_path, docx(report(*map(word_row, rows))), "звіт.docx")
    assert texts(document) == expected(rows)


@settings(max_examples=60, **SETTINGS)
@given(ROWS)
def test_any_text_survives_excel(tmp_path, rows):
    rows = usable(rows)
    escaped = [[text.replace("_x", "_x005F_x") for text in row] for row in rows]
    content = xlsx_report(*(xlsx_row(7 + at, *row) for at, row in enumerate(escaped)))
    assert texts(reading(tmp_path, content, "звіт.xlsx")) == expected(rows)


WORDS = st.text("абвг https://a.ua/1.", min_size=1, max_size=12)
LINKED = st.lists(
    st.tuples(WORDS, st.sampled_from([None, "https://a.ua/1", "https://b.ua/2", "http://c.ua/ї?x=1&y"])),
    min_size=1,
    max_size=6,
)


@settings(max_examples=150, **SETTINGS)
@given(LINKED, st.booleans())
def test_every_hyperlink_is_found_again_from_the_imported_cell(tmp_path, pieces, in_lines):
    links = {f"h{at}": target for at, (_, target) in enumerate(pieces) if target}
    runs = [link(f"h{at}", r(text)) if target else r(text) for at, (text, target) in enumerate(pieces)]
    content = "".join(p(run) for run in runs) if in_lines else p(r(" | ").join(runs))
    cells = [tc(p(r(text))) for text in ("1", "Назва", "", "13.08.2021", "", "", "", "", "")]
    cells[4] = tc(content)
    document = reading(tmp_path, docx(report(tr(*cells)), links=links), "звіт.docx")
    found = document.rows[0].cells
    read = Counter(item.target for item in read_links(found.site_links, found.anchors_of(Column.SITE_LINKS)))
    wanted = Counter(target for text, target in pieces if target and text.strip())
    told = " ".join(document.warnings)
    assert all(read[target] >= number or "не вдалося прив'язати" in told for target, number in wanted.items())
    shown = Counter(item.target for item in document.rows[0].links[4])
    assert all(shown[target] == read[target] for target in wanted)


def test_report_made_with_python_docx(tmp_path):
    made = python_docx.Document()
    for line in TITLE:
        made.add_paragraph(line)
    table = made.add_table(rows=2, cols=9)
    for cell, text in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.text = text
    for at, cell in enumerate(table.rows[1].cells):
        cell.text = f"клітинка {at}\nдругий рядок\tз табуляцією"
    out = io.BytesIO()
    made.save(out)
    document = reading(tmp_path, out.getvalue(), "звіт.docx")
    assert texts(document) == [[f"клітинка {at}\nдругий рядок\tз табуляцією" for at in range(9)]]
    assert (document.period.code, document.warnings) == ("2021-Q3", ())


def test_report_made_with_openpyxl(tmp_path):
    made = openpyxl.Workbook()
    sheet = made.active
    for line in TITLE:
        sheet.append([line])
    sheet.append([])
    sheet.append(HEADINGS)
    sheet.append([1, "Назва", "Ціль", None, "новина", "-", "Громадяни", "Керівник", 25])
    sheet["E7"].hyperlink = "https://court.gov.ua/1/"
    sheet.merge_cells("A2:I2")
    out = io.BytesIO()
    made.save(out)
    document = reading(tmp_path, out.getvalue(), "звіт.xlsx")
    assert texts(document) == [["1", "Назва", "Ціль", "", "новина", "-", "Громадяни", "Керівник", "25"]]
    assert [item.target for item in document.rows[0].links[4]] == ["https://court.gov.ua/1/"]
    assert document.warnings == ()


def test_json_of_a_document_and_of_a_refusal(tmp_path):
    plain = document_to_json(
        reading(tmp_path, docx(report(word_row(["1", "Назва", *["-"] * 7]))), "звіт.docx")
    )
    assert plain["rows"] == [{"cells": [{"text": text, "links": []} for text in ("1", "Назва", *["-"] * 7)]}]
    assert plain["columns"][0] == {"source": "№", "key": "number", "index": 0}
    refused = refusal_to_json("Файл «x» порожній.")
    assert set(plain) <= set(refused)
    assert (refused["kind"], refused["rows"], refused["error"]) == ("none", [], "Файл «x» порожній.")
    assert is_blank(plain["rows"][0]["cells"][8]["text"])

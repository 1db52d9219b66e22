"""The user's own report, in both formats, against its cells as JSON."""

import json
from collections import Counter

import pytest

from courtcomms.cells.links import read_links
from courtcomms.importing import read_document
from courtcomms.importing.to_json import document_to_json
from courtcomms.model import Column
from courtcomms.period import Period


@pytest.fixture(scope="module")
def truth(shared_data):
    return json.loads((shared_data / "table1_2021q3.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["docx", "xlsx"])
def document(request, shared_data):
    return read_document(shared_data / f"table1_2021q3.{request.param}")


def test_texts_are_those_of_the_document_byte_for_byte(document, truth):
    expected = [[cell["text"] for cell in row["cells"]] for row in truth["rows"]]
    assert [[text for _, text in row.cells.texts()] for row in document.rows] == expected


def test_every_cell_has_the_documents_links(document, truth):
    expected = [
        [Counter(link["target"] for link in cell["links"]) for cell in row["cells"]] for row in truth["rows"]
    ]
    assert [
        [Counter(link.target for link in links) for links in row.links] for row in document.rows
    ] == expected


def test_links_are_found_again_in_the_imported_cells(document, truth):
    for row, expected in zip(document.rows, truth["rows"], strict=True):
        for column, cell in zip(Column, expected["cells"], strict=True):
            found = read_links(row.cells[column], row.cells.anchors_of(column))
            if column in (Column.SITE_LINKS, Column.MEDIA):
                assert Counter(link.target for link in found) == Counter(
                    link["target"] for link in cell["links"]
                )


def test_addresses_that_the_text_shows_are_not_stored_twice(document):
    assert [row.cells.anchors for row in document.rows] == [()] * 12


def test_court_and_period_come_from_the_title(document, truth):
    assert document.court.nominative == truth["court"]
    assert document.period == Period.quarter(2021, 3)
    assert document.kind == "report"


def test_nothing_doubtful_is_told_of_a_clean_report(document):
    assert document.warnings == ()


def test_columns_are_told_with_their_own_headings(document, truth):
    assert [column.key for column in document.columns] == [column.value for column in Column]
    assert [column.index for column in document.columns] == list(range(9))
    assert document.columns[3].source == "Дата проведення"
    assert document.columns[8].source == truth["header"][8]


def test_source_is_told_by_name_size_and_hash(document, shared_data):
    data = (shared_data / document.source.name).read_bytes()
    assert document.source.size == len(data)
    assert len(document.source.sha256) == 64


def test_json_has_the_promised_shape_and_only_plain_values(document, truth):
    plain = document_to_json(document)
    assert json.loads(json.dumps(plain)) == plain
    assert list(plain) == ["court", "period", "kind", "columns", "rows", "warnings"]
    assert plain["period"] == "2021-Q3"
    assert plain["rows"][6]["cells"][5]["text"] == truth["rows"][6]["cells"][5]["text"]
    assert [link["target"] for link in plain["rows"][6]["cells"][5]["links"]] == [
        link["target"] for link in truth["rows"][6]["cells"][5]["links"]
    ]

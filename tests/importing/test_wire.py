"""What was read survives the way between two processes, and nothing but that comes out of it."""

import io
import json

import pytest
from docx_files import ROW, row_with
from docx_files import report as docx_report
from docx_files import row as docx_row
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.importing.document import (
    NO_CHOICES,
    ImportedDocument,
    ImportedRow,
    LeftKind,
    LeftOut,
    ReadingChoices,
    ShownLink,
    SourceColumn,
    SourceFile,
)
from courtcomms.importing.isolation.frames import BadFrame, read_frame, write_frame
from courtcomms.importing.isolation.wire import (
    WireError,
    choices_from_wire,
    choices_to_wire,
    from_wire,
    to_wire,
)
from courtcomms.model import Anchor, Cells, Column, CourtName
from courtcomms.period import Period, PeriodKind

texts = st.text(max_size=20)
periods = st.builds(
    Period,
    st.integers(1991, 2199),
    st.integers(1, 2),
    st.sampled_from([PeriodKind.QUARTER, PeriodKind.HALF_YEAR]),
)
anchors = st.builds(Anchor, st.sampled_from(list(Column)), texts, texts)
links = st.builds(ShownLink, texts, texts)
cells = st.builds(Cells, *([texts] * 9), anchors=st.tuples(anchors))
rows = st.builds(
    ImportedRow,
    cells,
    st.tuples(*[st.lists(links, max_size=2).map(tuple)] * 9),
    texts,
    st.tuples(texts, texts),
)
documents = st.builds(
    ImportedDocument,
    kind=st.sampled_from(["report", "plan", "none"]),
    court=st.none() | st.builds(CourtName, texts, texts, st.none() | st.dates()),
    period=st.none() | periods,
    columns=st.lists(st.builds(SourceColumn, st.integers(0, 99), texts, st.none() | texts), max_size=3).map(
        tuple
    ),
    rows=st.lists(rows, max_size=2).map(tuple),
    warnings=st.lists(texts, max_size=2).map(tuple),
    source=st.builds(SourceFile, texts, texts, st.integers(0, 2**40)),
    left=st.lists(st.builds(LeftOut, st.sampled_from(list(LeftKind)), texts, texts), max_size=2).map(tuple),
    shape=texts,
    part=st.integers(0, 3),
    parts=st.integers(1, 4),
)
SOURCE = SourceFile("a.docx", "0" * 64, 1)
EMPTY = ImportedDocument("report", None, Period(2021, 3), (), (), (), SOURCE)


@given(st.lists(documents, max_size=2).map(tuple))
def test_everything_survives_as_json(read):
    assert from_wire(json.loads(json.dumps(to_wire(read)))) == read


def test_real_document_survives(read):
    from docx_files import docx

    document = read(docx(docx_report(docx_row(*ROW), row_with(1, "<w:p/>"))))
    assert from_wire(json.loads(json.dumps(to_wire([document])))) == (document,)


@given(st.dictionaries(texts, st.lists(st.none() | texts, max_size=3).map(tuple), max_size=3))
def test_choices_survive(columns):
    choices = ReadingChoices(columns)
    assert choices_from_wire(json.loads(json.dumps(choices_to_wire(choices)))) == choices


def test_no_choices_are_no_choices():
    assert choices_from_wire(choices_to_wire(NO_CHOICES)) == NO_CHOICES


def broken(**changed) -> dict:
    return {"documents": [to_wire([EMPTY])["documents"][0] | changed]}


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"documents": None},
        {"documents": "x"},
        {"documents": [1]},
        {"documents": [{}]},
        broken(kind="letter"),
        broken(court=7),
        broken(period={"year": 3, "number": 1, "kind": "quarter"}),
        broken(period={"year": 2021, "number": 1, "kind": "week"}),
        broken(period={"year": 2021, "number": 1}),
        broken(court={"nominative": "а", "genitive": "б", "valid_from": "вчора"}),
        broken(rows=[[]]),
        broken(part=True),
        broken(parts="1"),
        broken(shape=None),
        broken(source=None),
        broken(more=1),
        broken(left=[{"kind": "soul", "text": "", "place": ""}]),
    ],
)
def test_anything_else_is_refused(values):
    with pytest.raises(WireError):
        from_wire(values)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(json_values)
def test_no_json_breaks_it(value):
    with pytest.raises(WireError):
        from_wire({"documents": [value]})


@given(st.lists(st.dictionaries(texts, json_values, max_size=2), max_size=3))
def test_frames_carry_messages_in_order(messages):
    pipe = io.BytesIO()
    for message in messages:
        write_frame(pipe, message)
    pipe.seek(0)
    assert [read_frame(pipe, 1 << 20) for _ in messages] == messages
    assert read_frame(pipe, 1 << 20) is None


@pytest.mark.parametrize(
    "raw",
    [b"\0", b"\0\0\0\2{", b"\0\0\0\2[]", b"\0\0\0\2{x", b"\xff\xff\xff\xff{}", b"\0\0\0\1\xff", b"\0\0\0\0"],
)
def test_anything_else_is_no_frame(raw):
    with pytest.raises(BadFrame):
        read_frame(io.BytesIO(raw), 100)


def test_odd_names_pass():
    pipe = io.BytesIO()
    write_frame(pipe, {"path": "a\udcff\n"})
    pipe.seek(0)
    assert read_frame(pipe, 100) == {"path": "a\udcff\n"}

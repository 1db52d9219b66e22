"""The user's word on columns: kept by the shape of the headings, taken for the next file of that shape."""

import json
import logging

import pytest
from docx_files import HEADINGS, ROW
from grids import document, event, table, texts, titled
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.importing import NO_CHOICES, ReadingChoices, load_choices, remember

ABOVE = titled("за ІІІ квартал 2021 року")
USUAL = ("number", "title", "goal", "date", "site_links", "media", "audience", "responsible", "participants")


def read(headings, row, choices=NO_CHOICES):
    return document(*ABOVE, table(headings, row), choices=choices)


def test_columns_are_taken_as_the_user_said():
    shape = read(HEADINGS, ROW).shape
    said = (*USUAL[:2], "audience", *USUAL[3:6], None, "responsible", "participants")
    found = read(HEADINGS, ROW, ReadingChoices({shape: said}))
    assert texts(found)[2] == ""
    assert found.rows[0].cells.audience == ROW[2]
    assert [column.key for column in found.columns] == list(said)
    assert any("зайвої колонки" in warning and ROW[6] in warning for warning in found.warnings)
    assert found.shape == shape


def test_column_without_a_known_heading_can_be_given_a_meaning():
    headings = (*HEADINGS[:8], "Скільки було")
    plain = read(headings, ROW)
    assert plain.columns[8].key is None
    found = read(headings, ROW, ReadingChoices({plain.shape: USUAL}))
    assert texts(found) == ROW


def test_publications_may_be_told_by_two_columns():
    headings = (*HEADINGS[:6], "Ефіри", *HEADINGS[6:])
    shape = read(headings, (*ROW[:6], "радіо", *ROW[6:])).shape
    said = (*USUAL[:5], "media_count", "media_links", *USUAL[6:])
    found = read(headings, (*ROW[:5], "1", "радіо", *ROW[6:]), ReadingChoices({shape: said}))
    assert found.rows[0].cells.media == "1\nрадіо"


@pytest.mark.parametrize("said", [USUAL[:8], (*USUAL, None), (*USUAL[:8], "goal"), (*USUAL[:8], "колір")])
def test_choices_that_do_not_fit_are_left_aside(said):
    shape = read(HEADINGS, ROW).shape
    found = read(HEADINGS, ROW, ReadingChoices({shape: said}))
    assert texts(found) == ROW


def test_choice_holds_for_each_table_of_the_report():
    shape = read(HEADINGS, ROW).shape
    said = (*USUAL[:2], None, *USUAL[3:])
    blocks = (table(HEADINGS, event(1)), table(HEADINGS, event(2)), table(event(3)))
    found = document(*ABOVE, *blocks, choices=ReadingChoices({shape: said}))
    assert [row.cells.goal for row in found.rows] == ["", "", ""]


@pytest.mark.parametrize(
    "other",
    [
        tuple(heading.upper() for heading in HEADINGS),
        tuple(heading.replace(" ", "\n") for heading in HEADINGS),
        tuple(f"{at}. {heading}" for at, heading in enumerate(HEADINGS, 1)),
        tuple(f"  {heading} " for heading in HEADINGS),
        tuple(heading.replace("Дата", "Дaта") for heading in HEADINGS),
    ],
    ids=["capitals", "lines", "numbers", "blanks", "latin letter"],
)
def test_shape_does_not_depend_on_how_headings_are_typed(other):
    assert read(other, ROW).shape == read(HEADINGS, ROW).shape


def test_shape_depends_on_words_and_order():
    others = [
        (*HEADINGS[:3], "Термін проведення", *HEADINGS[4:]),
        (HEADINGS[1], HEADINGS[0], *HEADINGS[2:]),
        (*HEADINGS, "Примітка"),
    ]
    shapes = {read(headings, (*ROW, "")[: len(headings)]).shape for headings in (HEADINGS, *others)}
    assert len(shapes) == 4


def test_remembered_and_loaded(tmp_path):
    path = tmp_path / "columns.json"
    assert load_choices(path) == NO_CHOICES
    remember(path, "a", USUAL)
    remember(path, "b", (None, "title"))
    remember(path, "a", (*USUAL[:8], None))
    assert dict(load_choices(path).columns) == {"b": (None, "title"), "a": (*USUAL[:8], None)}


@pytest.mark.parametrize(("shape", "columns"), [("", USUAL), ("a", ()), ("a", ("колір",))])
def test_nonsense_is_not_remembered(tmp_path, shape, columns):
    path = tmp_path / "columns.json"
    with pytest.raises(ValueError, match="no columns of a shape"):
        remember(path, shape, columns)
    assert not path.exists()


def test_oldest_shapes_are_forgotten(tmp_path):
    path = tmp_path / "columns.json"
    many = {str(at): ["title"] for at in range(500)}
    path.write_text(json.dumps({"version": 1, "columns": many}), encoding="utf-8")
    remember(path, "new", ("title",))
    known = load_choices(path).columns
    assert (len(known), "0" in known, "1" in known, "new" in known) == (500, False, True, True)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"version": 9, "columns": {}}', b'{"version": 1, "columns": 5}', b"\xff\xfe"],
)
def test_broken_file_is_set_aside_and_told_in_the_log(tmp_path, caplog, content):
    path = tmp_path / "columns.json"
    path.write_bytes(content)
    with caplog.at_level(logging.WARNING, logger="courtcomms"):
        assert load_choices(path) == NO_CHOICES
    assert "set aside" in caplog.text
    assert (tmp_path / "columns.json.broken").read_bytes() == content
    remember(path, "a", ("title",))
    assert dict(load_choices(path).columns) == {"a": ("title",)}


def test_entries_that_cannot_be_meant_are_passed_over(tmp_path):
    path = tmp_path / "columns.json"
    entries = {"good": ["title", None], "empty": [], "key": ["колір"], "kind": "title", "number": [5]}
    path.write_text(json.dumps({"version": 1, "columns": entries}), encoding="utf-8")
    assert dict(load_choices(path).columns) == {"good": ("title", None)}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(JSON)
def test_any_json_is_survived(tmp_path_factory, plain):
    path = tmp_path_factory.mktemp("memory") / "columns.json"
    path.write_text(json.dumps({"version": 1, "columns": plain}), encoding="utf-8")
    assert all(isinstance(value, tuple) for value in load_choices(path).columns.values())

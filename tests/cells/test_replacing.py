"""Finding and replacing in a cell: every place told is a place of the text itself."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.cells.replacing import find_spans, replace_spans


def found(text: str, needle: str, **how: bool) -> list[str]:
    return [text[start:end] for start, end in find_spans(text, needle, **how)]


@pytest.mark.parametrize(
    ("text", "needle", "places"),
    [
        ("Суд і СУД", "суд", ["Суд", "СУД"]),
        ("зв’язок, звʼязок, зв`язок", "зв'язок", ["зв’язок", "звʼязок", "зв`язок"]),
        ("прес\u2011секретар", "прес-секретар", ["прес\u2011секретар"]),
        ("25\u00a0осіб", "25 осіб", ["25\u00a0осіб"]),
        ("Дaтa", "дата", ["Дaтa"]),
        ("за\u0301мок", "замок", ["за\u0301мок"]),
        ("на\u00adвчан\u200bня", "навчання", ["на\u00adвчан\u200bня"]),
        ("Ки\u0456\u0308в", "київ", ["Ки\u0456\u0308в"]),
        ("Ґанок", "ганок", []),
        ("проєкт", "проект", []),
        ("Straße", "strasse", ["Straße"]),
        ("Straße", "s", ["S"]),
        ("ааа", "аа", ["аа"]),
        ("текст", "", []),
        ("Перший\nрядок", "й\nр", ["й\nр"]),
        ("TOP", "ТОР", []),
    ],
)
def test_what_is_found(text: str, needle: str, places: list[str]) -> None:
    assert found(text, needle) == places


@pytest.mark.parametrize(
    ("text", "needle", "places"),
    [("Суд суд", "суд", ["суд"]), ("зв’язок зв'язок", "зв'язок", ["зв'язок"]), ("Дaта", "Дата", [])],
)
def test_with_the_case_every_sign_counts(text: str, needle: str, places: list[str]) -> None:
    assert found(text, needle, match_case=True) == places


@pytest.mark.parametrize(
    ("text", "needle", "starts"),
    [
        ("суд судовий підсуд (суд)", "суд", [0, 20]),
        ("об’єкт і б’єкт", "б'єкт", [9]),
        ("справа 15, 150, 15", "15", [7, 16]),
        ("суд\u0301 суд", "суд", [0, 5]),
        ("«суд»", "«суд»", [0]),
    ],
)
def test_whole_words_do_not_go_on(text: str, needle: str, starts: list[int]) -> None:
    assert [start for start, _end in find_spans(text, needle, whole_words=True)] == starts


def test_only_the_places_change() -> None:
    text = "Суд,\u00a0СУД; суддя"
    assert replace_spans(text, find_spans(text, "суд"), "рада") == "рада,\u00a0рада; рададя"
    assert replace_spans(text, [], "x") == text
    assert replace_spans("аб", [(1, 2), (0, 1)], "в") == "вв"


@pytest.mark.parametrize("spans", [[(0, 2), (1, 3)], [(2, 1)], [(0, 9)], [(-1, 1)]])
def test_places_that_do_not_fit_are_refused(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        replace_spans("абвг", spans, "x")


TEXTS = st.text(st.sampled_from("абҐґіїйЙ'’ʼ -–\u00a0\u0301\u0308\u00ad\u200bAaßİ1\n🎙"), max_size=24)


@settings(max_examples=300)
@given(TEXTS, TEXTS, st.booleans(), st.booleans())
def test_places_lie_in_the_text_in_order(text: str, needle: str, case: bool, whole: bool) -> None:
    spans = find_spans(text, needle, match_case=case, whole_words=whole)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    # A place never begins between a letter and its marks, so nothing but what was found is torn.
    if not case:
        assert not any(unicodedata.combining(text[start]) and start for start, _end in spans)
    rest = replace_spans(text, spans, "")
    assert len(rest) == len(text) - sum(end - start for start, end in spans)


@settings(max_examples=200)
@given(TEXTS, st.integers(0, 24), st.integers(1, 6))
def test_every_piece_is_found_where_it_stands(text: str, start: int, length: int) -> None:
    piece = text[start : start + length]
    spans = find_spans(text, piece, match_case=True)
    assert bool(spans) == bool(piece)
    assert all(text[a:b] == piece for a, b in spans)


@settings(max_examples=200)
@given(st.text(st.sampled_from("абвсудіїє' 15"), min_size=1, max_size=20))
def test_a_text_is_found_whole_in_any_manner_of_typing(text: str) -> None:
    typed = text.upper().replace("'", "’").replace(" ", "\u00a0")
    assert find_spans(typed, text) == ((0, len(typed)),)

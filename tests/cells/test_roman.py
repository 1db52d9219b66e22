"""Roman numerals in any mix of letters, and words with one letter wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.cells.roman import Roman, read_roman
from courtcomms.cells.typos import TypoIndex, one_edit_apart


@pytest.mark.parametrize(
    ("word", "value", "guessed"),
    [
        ("І", 1, False), ("i", 1, False), ("ІІІ", 3, False), ("III", 3, False), ("IІI", 3, False),
        ("ІV", 4, False), ("IX", 9, False), ("ХІІ", 12, False), ("xxxi", 31, False),
        ("ІУ", 4, True), ("lll", 3, True), ("1V", 4, True), ("Il", 2, True),
    ],
)  # fmt: skip
def test_numeral(word, value, guessed):
    assert read_roman(word) == Roman(value, guessed)


@pytest.mark.parametrize("word", ["", "ІІІІ", "ІІV", "VV", "MMXXI", "суд", "кв", "Ш", "і" * 1000])
def test_no_numeral(word):
    assert read_roman(word) is None


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("вересня", "вересня", False), ("вересня", "вересн", True), ("вересня", "верессня", True),
        ("вересня", "веревня", True), ("вересня", "веерсня", True), ("вересня", "веесн", False),
        ("вересня", "серпня", False), ("", "а", True), ("аб", "ба", True), ("абв", "вба", False),
    ],
)  # fmt: skip
def test_one_edit(first, second, apart):
    assert one_edit_apart(first, second) is apart
    assert one_edit_apart(second, first) is apart


def test_index_finds_what_a_search_through_all_words_finds():
    words = ["вересня", "серпня", "червня", "травня", "липня", "постійно"]
    index = TypoIndex(words, shortest=5)

    @given(st.sampled_from(words), st.integers(0, 8), st.sampled_from("абвгдеєжзиіїйклмнопрстуфхцчшщьюя"))
    def check(word, place, letter):
        for misspelt in (word[:place] + letter + word[place:], word[:place] + word[place + 1 :]):
            expected = tuple(sorted(known for known in words if one_edit_apart(misspelt, known)))
            assert index.nearest(misspelt) == (expected if len(misspelt) >= 5 else ())

    check()

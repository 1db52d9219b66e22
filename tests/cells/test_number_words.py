"""Ukrainian number words."""

import pytest

from courtcomms.cells.number_words import WordNumber, read_number_words


@pytest.mark.parametrize(
    ("words", "value", "taken", "loose"),
    [
        ("двадцять п'ять осіб", 25, 2, False),
        ("двадцять пять", 25, 2, False),
        ("дев'ятнадцяти", 19, 1, False),
        ("одинадцять", 11, 1, False),
        ("дванадцятеро", 12, 1, False),
        ("чотирнадцять", 14, 1, False),
        ("сорока двох", 42, 2, False),
        ("дев'яносто", 90, 1, False),
        ("п'ятсот", 500, 1, False),
        ("сто двадцять", 120, 2, False),
        ("двохсот", 200, 1, False),
        ("тисяча двісті п'ятнадцять", 1215, 3, False),
        ("дві тисячі п'ятсот", 2500, 3, False),
        ("п'ять тисяч", 5000, 2, True),
        ("два мільйони", 2_000_000, 2, True),
        ("два десятки", 20, 2, True),
        ("сотня", 100, 1, True),
        ("півсотні", 50, 1, True),
        ("сорок сорок", 40, 1, False),
        ("п'ять двадцять", 5, 1, False),
        ("нуль", 0, 1, False),
    ],
)
def test_number_words_are_read_as_far_as_they_go(words: str, value: int, taken: int, loose: bool) -> None:
    assert read_number_words(words.split()) == WordNumber(value, taken, loose)


@pytest.mark.parametrize("words", ["", "перший", "кілька десятків", "сім'я", "осіб п'ять", "стонадцять"])
def test_other_words_are_no_number(words: str) -> None:
    assert read_number_words(words.split()) is None

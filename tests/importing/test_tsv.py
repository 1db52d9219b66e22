"""Tab-separated text as spreadsheets write it."""

from __future__ import annotations

import pytest

from courtcomms.importing.grid import MOST_COLUMNS
from courtcomms.importing.plain.tsv import read_rows, read_tsv, unquoted


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\tb", [["a", "b"]]),
        ("\t\n", [["", ""]]),
        ("", [[""]]),
        ('"один\nдва"\tb\n', [["один\nдва", "b"]]),
        ('"каже ""так""\nі все"\tb', [['каже "так"\nі все', "b"]]),
        ('"Вісник"\t"Слово"', [['"Вісник"', '"Слово"']]),
        ('газета "Вісник"\tb', [['газета "Вісник"', "b"]]),
        ('"не закрито\tb\nc\td', [['"не закрито', "b"], ["c", "d"]]),
        ('"a\tb"c\td', [['"a', 'b"c', "d"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ("a\u2028b\x85c\td", [["a\u2028b\x85c", "d"]]),
    ],
)
def test_fields_and_lines(text: str, rows: list[list[str]]) -> None:
    assert read_rows(text) == rows


def test_columns_beyond_the_widest_table_are_left() -> None:
    (row,) = read_tsv("\t".join("a" * (MOST_COLUMNS + 5))).rows
    assert len(row.cells) == MOST_COLUMNS


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('"один\nдва"', "один\nдва"),
        ('"Вісник"', '"Вісник"'),
        ('"Вісник"\n"Слово"', '"Вісник"\n"Слово"'),
        ("один\nдва", "один\nдва"),
    ],
)
def test_only_the_quotes_of_a_spreadsheet_are_taken_off(text: str, cell: str) -> None:
    assert unquoted(text) == cell


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ['"', '""\t', '"a\t', '"\n', '"""\t', '\t""x'])
def test_any_pile_of_quotes_is_read_in_time(piece: str) -> None:
    rows = read_rows(piece * 200_000)
    assert rows

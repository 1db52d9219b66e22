"""What can be kept at all, what is blank, what is layout."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.cells.typography import clean, is_blank, plain, trim_layout, visible


@pytest.mark.parametrize(
    ("text", "cleaned", "removed"),
    [
        ("", "", 0),
        ("а\r\nб\rв\vг\fґ\nд\tе", "а\nб\nв\nг\nґ\nд\tе", 0),
        ("а\x00б\x07\x1f", "аб", 3),
        ("а\ud800б\udfff", "аб", 2),
        ("а\ufffeб\uffff", "аб", 2),
        ("№ «ІІІ» – ꞌ\u00a0\u00ad\u200b📎", "№ «ІІІ» – ꞌ\u00a0\u00ad\u200b📎", 0),
    ],
)
def test_only_what_no_office_format_can_hold_goes(text: str, cleaned: str, removed: int) -> None:
    result = clean(text)
    assert (result.text, result.removed) == (cleaned, removed)


@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_a_cleaned_text_is_clean_for_good(text: str) -> None:
    result = clean(text)
    assert re.fullmatch("[\\t\\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*", result.text)
    again = clean(result.text)
    assert (again.text, again.removed) == (result.text, 0)
    assert result.removed <= len(text)
    result.text.encode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "-",
        "–",
        "—",
        "−",
        " - ",
        "\u00a0–\u00a0",
        "---",
        "- -",
        "\u200b",
        "‑",
        "-\n",
        "\ufeff-",
        "―",
    ],
)
def test_blanks_and_dashes_say_nothing(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "а", ".", "- 5", "–а", "немає", "_", "+", "~"])
def test_anything_else_says_something(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        ("\n \n а \n\nб\n\n", " а \n\nб"),
        ("а", "а"),
        ("", ""),
        ("\n\n", ""),
        (" - ", " - "),
        ("\n\u00a0\nа\n\u200b\n", "а"),
    ],
)
def test_blank_lines_at_the_ends_are_layout(text: str, trimmed: str) -> None:
    assert trim_layout(text) == trimmed


@given(st.text("а \n\u00a0-", max_size=30))
def test_trimming_keeps_everything_between(text: str) -> None:
    trimmed = trim_layout(text)
    assert trimmed in text
    assert trim_layout(trimmed) == trimmed
    assert trimmed.split() == text.split()


def test_signs_without_width_are_dropped_for_reading() -> None:
    assert visible("на\u00adвчан\u200bня\u2060") == "навчання"
    assert plain("\u00a0Дата  ‑ ПРОВЕДЕННЯ \n\n з’їзд \u0438\u0306") == "дата - проведення\nз'їзд й"

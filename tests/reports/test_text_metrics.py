"""Widths of letters and wrapping of lines."""

from __future__ import annotations

import math
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.reports.text_metrics import count_lines, letters_in, text_width
from courtcomms.reports.times_widths import BOLD, REGULAR

_FONTS = Path("/usr/share/fonts")


class Font:
    """Advance widths of a TrueType font, from its cmap (format 4) and hmtx tables."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        count = struct.unpack(">H", self._data[4:6])[0]
        records = [struct.unpack(">4sLLL", self._data[12 + 16 * n : 28 + 16 * n]) for n in range(count)]
        self._tables = {tag.decode(): offset for tag, _sum, offset, _length in records}
        self._glyphs = self._read_cmap()

    def _number(self, form: str, place: int) -> int:
        value: int = struct.unpack_from(">" + form, self._data, place)[0]
        return value

    def _read_cmap(self) -> dict[int, int]:
        start = self._tables["cmap"]
        subtables = range(start + 4, start + 4 + 8 * self._number("H", start + 2), 8)
        windows = next(s for s in subtables if self._data[s : s + 4] == b"\x00\x03\x00\x01")
        table = start + self._number("L", windows + 4)
        segments = self._number("H", table + 6) // 2
        glyphs: dict[int, int] = {}
        for n in range(segments):
            end = self._number("H", table + 14 + 2 * n)
            first = self._number("H", table + 16 + 2 * (segments + n))
            delta = self._number("h", table + 16 + 2 * (2 * segments + n))
            place = table + 16 + 2 * (3 * segments + n)
            shift = self._number("H", place)
            for code in range(first, min(end, 0xFFFE) + 1):
                glyph = self._number("H", place + shift + 2 * (code - first)) if shift else code
                glyphs[code] = (glyph + delta) & 0xFFFF if glyph or not shift else 0
        return glyphs

    def width(self, character: str) -> int:
        """In thousandths of the font's size."""
        scale = self._number("H", self._tables["head"] + 18)
        last = self._number("H", self._tables["hhea"] + 34) - 1
        glyph = min(self._glyphs[ord(character)], last)
        return round(self._number("H", self._tables["hmtx"] + 4 * glyph) * 1000 / scale)


@pytest.mark.parametrize(("style", "widths"), [("Regular", REGULAR), ("Bold", BOLD)])
def test_widths_are_those_of_the_font(style: str, widths: dict[str, int]) -> None:
    found = list(_FONTS.rglob(f"LiberationSerif-{style}.ttf"))
    if not found:
        pytest.skip("Liberation Serif is not installed, so the table cannot be compared with it")
    font = Font(found[0])
    assert widths == {character: font.width(character) for character in widths}


def test_the_tables_have_all_ukrainian_letters_and_signs() -> None:
    alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    for character in alphabet + alphabet.upper() + "«»–—№’0123456789":
        assert character in REGULAR
        assert character in BOLD


def test_width_grows_with_size() -> None:
    assert text_width("0000", 10) == pytest.approx(20)
    assert text_width("0000", 12) == pytest.approx(24)
    assert text_width("Кількість", 10, bold=True) > text_width("Кількість", 10)


def test_widest_heading_words_are_as_measured_in_word() -> None:
    """The measures of DOCUMENTS.md: the words at 10 pt bold with margins of 1 mm on both sides, in dxa."""
    measured = {"Кількість": 996, "учасників,": 1075, "проведення": 1158, "Відповідальні": 1370}
    for word, dxa in {**measured, "Комунікаційна": 1466}.items():
        assert text_width(word, 10, bold=True) * 20 + 2 * 57 == pytest.approx(
            dxa, rel=0.015
        )  # kerning takes a little


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("00", 1),
        ("00 00", 1),
        ("00 00 00", 2),
        ("00\n00", 2),
        ("00\n\n\n00", 4),
        ("\n", 2),
        ("00000 0", 2),
        ("000000", 2),
        ("0 00000", 2),
        ("0 000000", 3),
        ("000-000", 2),
        ("00\u00a000", 1),
        ("0\u00a0000 0", 2),
        ("00      00", 2),
    ],
)
def test_lines_in_a_column_of_five_digits(text: str, lines: int) -> None:
    assert count_lines(text, 25.0, 10.0) == lines


def test_long_address_breaks_inside_the_column(long_address: str) -> None:
    width = 115.0
    at_least = text_width(long_address, 10) / width
    assert at_least <= count_lines(long_address, width, 10) <= at_least + 3


def test_letters_that_stand_in_a_width() -> None:
    assert letters_in("00000", 25.0, 10.0) == 5
    assert letters_in("000000", 25.0, 10.0) == 5
    assert letters_in("ІШ", 2.0, 10.0) == 0
    assert letters_in("", 25.0, 10.0) == 0


def test_ideographs_and_pictures_are_wide() -> None:
    assert count_lines("漢" * 10, 50, 10) == 2
    assert text_width("😀", 10) == 10


@given(st.text(st.sampled_from("абв-/?\nЩ0")), st.floats(11, 300), st.booleans())
def test_never_fewer_lines_than_the_letters_need(text: str, width: float, bold: bool) -> None:
    needed = [max(1, math.ceil(text_width(line, 10, bold=bold) / width)) for line in text.split("\n")]
    assert count_lines(text, width, 10, bold=bold) >= sum(needed)


@given(st.text(st.sampled_from("абв -/Щ0"), max_size=40))
def test_a_wider_column_never_needs_more_lines_than_one_letter_each(text: str) -> None:
    assert 1 <= count_lines(text, 1.0, 10) <= max(1, len(text))
    assert count_lines(text, 10_000.0, 10) == 1

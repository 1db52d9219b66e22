"""How wide a text is in Times New Roman and how many lines it takes when wrapped.

Office programs store no row height that is computed for us: Excel needs one in the file, and Word must
be told which rows may break over pages. Both answers come from here. They lean to the high side: a row
that is a line too high is not noticed, a line that is cut off is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, takewhile

from courtcomms.reports.times_widths import BOLD, REGULAR

#: Height of a line of Times New Roman over the font's size: ascent 0.891 + descent 0.216 + gap 0.042.
LINE_HEIGHT = 1.149

#: For a letter that the tables do not have: most European letters are narrower, ideographs are 1000.
_UNKNOWN = 722
_IDEOGRAPHS = 0x2E80
#: To the next default tab stop, 36 pt, at worst.
_TAB = 3600

#: A word, or the blanks between two; a no-break space is part of a word.
_PIECES = re.compile(r"[^ \t\u2002-\u200a\u3000]+|[ \t\u2002-\u200a\u3000]+")
#: Where a word that is longer than the line is first broken: after these, as the Office programs do.
_BREAKABLE = re.compile(r"[^-/?]*[-/?]+|[^-/?]+")


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text on one line, in points; ``size`` is the font's size in points."""
    return _thousandths(text, bold) * size / 1000


def letters_in(text: str, width: float, size: float) -> int:
    """How many of a text's first letters stand side by side in a width, both in points."""
    ends = accumulate(_thousandths(letter, bold=False) for letter in text)
    room = width * 1000 / size
    return sum(1 for _ in takewhile(lambda end: end <= room, ends))


def count_lines(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a column.

    Args:
        text: the text; ``\\n`` begins a new line, an empty one counts.
        width: room for letters in the column, points.
        size: the font's size, points.
        bold: whether it is set in bold.

    Words go to the next line whole; one that is longer than a line is broken after a hyphen, a slash or a
    question mark, and failing that between any two letters.
    """
    room = max(width * 1000 / size, 1.0)
    return sum(_lines_of(line, room, bold) for line in text.split("\n"))


@lru_cache(maxsize=20_000)
def _thousandths(text: str, bold: bool) -> int:
    widths = BOLD if bold else REGULAR
    return sum([widths.get(character) or _unknown(character) for character in text])


def _unknown(character: str) -> int:
    if character == "\t":
        return _TAB
    return 1000 if ord(character) >= _IDEOGRAPHS else _UNKNOWN


@lru_cache(maxsize=4_000)
def _lines_of(line: str, room: float, bold: bool) -> int:
    if len(line) * 1000 <= room:
        return 1
    lines, used = 1, 0.0
    for piece in _PIECES.findall(line):
        advance = _thousandths(piece, bold)
        if piece[0] in " \t" or piece.isspace():
            used += advance  # blanks hang over the edge and never begin a line
        elif used + advance <= room:
            used += advance
        elif advance <= room:
            lines, used = lines + 1, advance
        else:
            added, used = _broken_word(piece, used, room, bold)
            lines += added
    return lines


def _broken_word(word: str, used: float, room: float, bold: bool) -> tuple[int, float]:
    """Lines that a word longer than the column adds, and how much of the last one it fills."""
    lines, used = (1, 0.0) if used else (0, 0.0)
    for part in _BREAKABLE.findall(word):
        advance = _thousandths(part, bold)
        if used + advance <= room:
            used += advance
            continue
        if used:
            lines, used = lines + 1, 0.0
        for character in part:
            step = _thousandths(character, bold)
            if used + step > room and used:
                lines, used = lines + 1, 0.0
            used += step
    return lines, used

"""Signs of text: what can be kept at all, what is blank, what is mere layout."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

#: Everything outside the characters of XML 1.0: no Office format can hold it.
_UNKEEPABLE = re.compile("[^\\t\\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: Line ends of other programs: CRLF, CR, Word's soft break (U+000B) and page break (U+000C).
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c]")

#: Signs without width that copying from Word and from browsers leaves behind: soft hyphen, zero-width
#: blanks and joiners, direction marks, byte order mark.
INVISIBLE = "\u00ad\u034f\u061c\u180e\ufeff" + "".join(
    chr(code)
    for start, end in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069))
    for code in range(start, end + 1)
)

#: A sign that is seen.
_SEEN = re.compile(rf"[^\s{INVISIBLE}]")

_DROP_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))

#: Every sign that stands for an apostrophe in Ukrainian typing.
APOSTROPHES = "'’‘‛ʼʹʻʽ′´`ꞌꞋ＇"

_ONE_APOSTROPHE = dict.fromkeys(map(ord, APOSTROPHES), "'")

#: Every sign that stands for a hyphen, a dash or a minus.
DASHES = "-‐‑‒–—―−⁃⸺⸻﹘﹣－─━"

#: A sign that says something.
_SAID = re.compile(rf"[^\s{INVISIBLE}{re.escape(DASHES)}]")

_ONE_DASH = dict.fromkeys(map(ord, DASHES), "-")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that every format can hold; ``removed`` counts the characters that had to go."""

    text: str
    removed: int


def clean(text: str) -> Cleaned:
    """Make a text storable: one kind of line end, no control characters, no lone surrogates.

    Line ends of any kind become ``\\n`` and do not count as removed.
    """
    one_line_end = _LINE_ENDS.sub("\n", text)
    kept, removed = _UNKEEPABLE.subn("", one_line_end)
    return Cleaned(kept, removed)


def visible(text: str) -> str:
    """The text without signs that have no width (soft hyphens, zero-width blanks, direction marks)."""
    return text.translate(_DROP_INVISIBLE)


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, blanks, or only a dash (of any kind, any number)."""
    return _SAID.search(text) is None


def trim_layout(text: str) -> str:
    """The text without its leading and trailing blank lines; everything between stays as it is."""
    if "\n" not in text:
        return text if _SEEN.search(text) else ""
    lines = text.split("\n")
    told = [index for index, line in enumerate(lines) if _SEEN.search(line)]
    return "\n".join(lines[told[0] : told[-1] + 1]) if told else ""


def plain(text: str) -> str:
    """The text in one manner of typing, for rules to read; never for display.

    Composed letters (NFC), lower case, one apostrophe (``'``), one dash (``-``), single blanks,
    nothing without width. Lines are kept apart by ``\\n``.
    """
    folded = (
        visible(unicodedata.normalize("NFC", text)).translate(_ONE_APOSTROPHE).translate(_ONE_DASH).lower()
    )
    lines = (" ".join(line.split()) for line in folded.split("\n"))
    return "\n".join(line for line in lines if line)

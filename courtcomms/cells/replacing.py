"""Finding and replacing inside a cell's text: what was found is always told in places of the text itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from courtcomms.cells.look_alikes import mend_words
from courtcomms.cells.typography import APOSTROPHES, DASHES, INVISIBLE

#: From where to where in a text, the end not included.
Span = tuple[int, int]

_BLANKS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ONE_SIGN = (
    dict.fromkeys(map(ord, APOSTROPHES), "'")
    | dict.fromkeys(map(ord, DASHES), "-")
    | dict.fromkeys(map(ord, _BLANKS), " ")
)
_VARIANT = re.compile(f"[{re.escape(''.join(map(chr, _ONE_SIGN)))}]")
#: Signs of which a text has to be read letter by letter: what has no width, and marks over letters.
_UNEVEN = re.compile(f"[{INVISIBLE}\u0300-\u036f]")
_LATIN = re.compile("[A-Za-zÏï]")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


def find_spans(
    text: str, needle: str, *, match_case: bool = False, whole_words: bool = False
) -> tuple[Span, ...]:
    """Where ``needle`` stands in ``text``, from left to right, none over another; nowhere if it is empty.

    Without ``match_case`` letter case, kinds of apostrophes, dashes and blanks, stress marks, signs without
    width and Latin letters inside Cyrillic words make no difference; with it every sign must be the same.
    ``whole_words``: no letter, digit or inner apostrophe goes on before or behind.
    """
    if match_case:
        return tuple(_places(text, needle, text, range(len(text) + 1), whole_words))
    folded, starts = _folded(text)
    return tuple(_places(folded, _folded(needle)[0], text, starts, whole_words))


def replace_spans(text: str, spans: Iterable[Span], replacement: str) -> str:
    """The text with ``replacement`` in place of each span; all else stays byte for byte.

    Raises:
        ValueError: spans overlap, or one lies outside of the text.
    """
    pieces, at = [], 0
    for start, end in sorted(spans):
        if not at <= start <= end <= len(text):
            raise ValueError(f"span {start}–{end} does not fit")
        pieces += [text[at:start], replacement]
        at = end
    return "".join([*pieces, text[at:]])


def _places(folded: str, needle: str, text: str, starts: Sequence[int], whole_words: bool) -> Iterable[Span]:
    """``starts``: where each folded letter begins in the text, and where the text ends."""
    at = folded.find(needle) if needle else -1
    while at >= 0:
        span = starts[at], starts[at + len(needle)]
        good = _cuts(starts, at) and _cuts(starts, at + len(needle))
        good = good and not (whole_words and _goes_on(text, *span))
        if good:
            yield span
        at = folded.find(needle, at + (len(needle) if good else 1))


def _cuts(starts: Sequence[int], at: int) -> bool:
    """Whether a sign of the text ends where a folded letter ends: «ß» is no half «ss»."""
    return at == 0 or starts[at] != starts[at - 1]


@lru_cache(256)
def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The text as it is compared, and where each of its letters begins in the text; the text's end last."""
    mended = mend_words(text) if _LATIN.search(text) else text
    if not _UNEVEN.search(mended):
        plain = (mended.translate(_ONE_SIGN) if _VARIANT.search(mended) else mended).casefold()
        if len(plain) == len(text):
            return plain, range(len(text) + 1)
    letters: list[str] = []
    starts: list[int] = []
    for start, cluster in _clusters(mended):
        bare = "".join(sign for sign in cluster if not unicodedata.combining(sign))
        letter = bare.translate(_ONE_SIGN).casefold()
        letters.append(letter)
        starts += [start] * len(letter)
    return "".join(letters), (*starts, len(text))


def _clusters(text: str) -> Iterable[tuple[int, str]]:
    """Each letter composed with its marks, without what has no width, and where it begins."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not (unicodedata.combining(text[end]) or text[end] in INVISIBLE):
            seen = "".join(sign for sign in text[start:end] if sign not in INVISIBLE)
            yield start, unicodedata.normalize("NFC", seen)
            start = end


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a word goes on over one of the edges."""
    inside_start, inside_end = _is_word(text, start), _is_word(text, end - 1)
    before = inside_start and (_is_word(text, start - 1) or _inner(text, start - 1))
    return before or (inside_end and (_is_word(text, end) or _inner(text, end)))


def _is_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (
        text[at].isalnum() or text[at] in INVISIBLE or unicodedata.combining(text[at]) > 0
    )


def _inner(text: str, at: int) -> bool:
    """Whether an apostrophe stands here between two letters."""
    return (
        0 < at < len(text) - 1
        and _APOSTROPHE.match(text, at) is not None
        and text[at - 1].isalpha()
        and text[at + 1].isalpha()
    )

"""The full-text index: which words an event has, and how a search text asks for them."""

from __future__ import annotations

import unicodedata

from courtcomms.cells.search_key import search_key
from courtcomms.model import Column
from courtcomms.store.tables import EventRecord

#: A text longer than this is no search; more words only cost time.
_MOST_WORDS = 32


def words_of(row: EventRecord) -> str:
    """An event's nine cells, hidden link targets, note and tags as folded words."""
    texts = [getattr(row, column.value) for column in Column]
    texts += [target for _column, _shown, target in row.anchors]
    texts += [row.note, *row.tags]
    return " ".join(words("\n".join(texts)))


def words(text: str) -> list[str]:
    """The folded words of a text: runs of letters and numbers."""
    return _signs_to_blanks(search_key(text)).split()


def match_expression(search: str) -> str:
    """What to ask FTS5 for: every word, each as a beginning; empty where the search has no word.

    The words are free of signs, so nothing that a user types can be taken for FTS5's own syntax.
    """
    return " ".join(f'"{word}"*' for word in words(search)[:_MOST_WORDS])


def _signs_to_blanks(text: str) -> str:
    """Keep what SQLite's tokenizer takes for letters and numbers.

    It knows an older Unicode than Python; version 3.2 is in both, so one word here is one word there
    (``detail=none`` allows no phrases). Combining marks go: they would be letters only inside a word.
    """
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii():
        return "".join(sign if sign.isalnum() else " " for sign in composed)
    return "".join(_letter_or_blank(sign) for sign in composed)


def _letter_or_blank(sign: str) -> str:
    category = unicodedata.ucd_3_2_0.category(sign)
    if category == "Mn":
        return ""
    return sign if category[0] in "LN" else " "

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
    return unicodedata.normalize("NFC", search_key(text)).translate(_WORD_SIGNS).split()


def match_expression(search: str) -> str:
    """What to ask FTS5 for: every word, each as a beginning; empty where the search has no word.

    The words are free of signs, so nothing that a user types can be taken for FTS5's own syntax.
    """
    return " ".join(f'"{word}"*' for word in words(search)[:_MOST_WORDS])


class _WordSigns(dict[int, str]):
    """What a sign becomes in a word, worked out once for each sign.

    SQLite's tokenizer knows an older Unicode than Python; version 3.2 is in both, so one word here is one
    word there (``detail=none`` allows no phrases). Combining marks go: they would be letters only inside
    a word.
    """

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        category = unicodedata.ucd_3_2_0.category(sign)
        if category == "Mn":
            self[code] = ""
        else:
            self[code] = sign if category[0] in "LN" else " "
        return self[code]


_WORD_SIGNS = _WordSigns()

"""The full-text index: which words an event has, and how a search text asks for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Integer, String, column, select, table, text
from sqlalchemy.orm import Session

from courtcomms.cells.search_key import search_key
from courtcomms.model import Column
from courtcomms.store import compact
from courtcomms.store.tables import EventRecord
from courtcomms.store.values import ColumnFilter

#: A text longer than this is no search; more words only cost time.
_MOST_WORDS = 32

#: Up to so many ids it pays to tell the database which finds are wanted.
_FEW = 20_000
#: Where only one of so many ids is found, to sort the finds is quicker than to walk through the ids.
_SELDOM = 5

#: The index's columns: the nine cells, and what an event has beside them.
COLUMNS = (*(cell.value for cell in Column), "more")

#: Groups of words, each with the column in which they must be found; without a name any column will do.
Asked = list[tuple[str, list[str]]]

_INDEX = table("event_words", column("rowid", Integer), *(column(name, String) for name in COLUMNS))
_WORDS = select(_INDEX)
_MATCH = text("event_words MATCH :match")


def words_of(row: EventRecord) -> dict[str, str]:
    """An event's cells with their hidden link targets, its note and tags, as folded words by column."""
    texts = {cell.value: [getattr(row, cell.value)] for cell in Column} | {"more": [row.note, *row.tags]}
    for cell, _shown, target in row.anchors:
        texts[cell].append(target)
    return {name: " ".join(words("\n".join(parts))) for name, parts in texts.items()}


def words(text: str) -> list[str]:
    """The folded words of a text: runs of letters and numbers."""
    return unicodedata.normalize("NFC", search_key(text)).translate(_WORD_SIGNS).split()


def match_expression(search: str, filters: Iterable[ColumnFilter] = ()) -> str:
    """What to ask FTS5 for: every word, each as a beginning, and those of filters in their own columns.

    Empty where no word is asked for. The words are free of signs, so nothing that a user types can be
    taken for FTS5's own syntax.
    """
    parts = []
    for name, some in asked_for(search, filters):
        beginnings = " AND ".join(f'"{word}"*' for word in some)
        parts.append(f"({{{name}}} : ({beginnings}))" if name else f"({beginnings})")
    return " AND ".join(parts)


def asked_for(search: str, filters: Iterable[ColumnFilter] = ()) -> Asked:
    """The words of a search and of filters, each group with the column in which it must be found."""
    groups = [("", search), *((one.column.value, one.words) for one in filters)]
    asked = [(name, words(wanted)[:_MOST_WORDS]) for name, wanted in groups]
    return [(name, some) for name, some in asked if some]


def having(session: Session, ids: Sequence[int], asked: Asked) -> list[int]:
    """Those of a few ids whose events have what is asked for, in their order.

    The same as :func:`narrow`, but their words themselves are looked at instead of the index of all.
    """
    if not ids:
        return []
    rows = session.execute(_WORDS.where(_INDEX.c.rowid.in_(compact.values(ids))))
    found = {event_id for event_id, *texts in rows if _has(dict(zip(COLUMNS, texts, strict=True)), asked)}
    return [event_id for event_id in ids if event_id in found]


def _has(texts: dict[str, str | None], asked: Asked) -> bool:
    """Whether each word is the beginning of one; words are parted by single blanks."""
    anywhere = " ".join(text for text in texts.values() if text)
    for name, some in asked:
        text = f" {(texts[name] or '') if name else anywhere}"
        if any(f" {word}" not in text for word in some):
            return False
    return True


def narrow(
    session: Session, ids: tuple[int, ...], match: str, rows: Callable[[], Sequence[int]] | None = None
) -> tuple[int, ...]:
    """Those of the ids whose events an expression finds, in their order.

    ``rows`` gives the place of each id among them, -1 where it is not, by the id: few finds are then put in
    order by themselves, without a walk through all the ids.
    """
    found = select(_INDEX.c.rowid.label("id")).where(_MATCH.bindparams(match=match))
    if len(ids) <= _FEW:
        # The sum keeps SQLite from asking the index once for each id instead of once.
        found = found.where((_INDEX.c.rowid + 0).in_(compact.values(ids)))
    some = compact.ids(session, found)
    if rows is None or len(some) * _SELDOM > len(ids):
        return tuple(filter(set(some).__contains__, ids))
    row_of = rows()
    known = [one for one in some if one < len(row_of) and row_of[one] >= 0]
    return tuple(sorted(known, key=row_of.__getitem__))


class _WordSigns(dict[int, str]):
    """What a sign becomes in a word, worked out once for each sign.

    SQLite's tokenizer knows an older Unicode than Python; version 3.2 is in both, so one word here is one
    word there (``detail=column`` allows no phrases). Combining marks go: they would be letters only inside
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

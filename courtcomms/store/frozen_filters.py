"""Column filters on the rows of a submitted report, which no SQL reaches; the same as in ``filters``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from courtcomms.cells.typography import is_blank
from courtcomms.model import Column, DateKind
from courtcomms.store import search
from courtcomms.store.derived import anchors_of
from courtcomms.store.tables import EventRecord
from courtcomms.store.values import ColumnFilter

#: More than any cell tells: «понад 50» has no end.
_MANY = 2**62
_WHOLE_NUMBER = re.compile(r"\s*[+-]?\d+")


def passes(row: EventRecord, filters: Iterable[ColumnFilter]) -> bool:
    """Whether a row passes all filters."""
    return all(_passes(row, one) for one in filters)


def has_beginnings(words: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether each wanted word is the beginning of one of the words."""
    known = list(words)
    return all(any(word.startswith(one) for word in known) for one in wanted)


def _passes(row: EventRecord, one: ColumnFilter) -> bool:
    text: str = getattr(row, one.column.value)
    words = search.words_of(row)[one.column.value].split()
    if not has_beginnings(words, search.words(one.words)):
        return False
    if one.filled is not None and is_blank(text) == one.filled:
        return False
    if one.values and text not in one.values:
        return False
    return _is_dated(row, one) if one.column is Column.DATE else _is_counted(row, one)


def _is_dated(row: EventRecord, one: ColumnFilter) -> bool:
    returns = DateKind(row.date_kind).standing if row.standing is None else row.standing
    if one.standing is not None and (returns and row.closed_on is None) != one.standing:
        return False
    if one.since is None and one.until is None:
        return True
    since, until = one.since or dt.date.min, one.until or dt.date.max
    if returns:
        return (row.date_start or dt.date.min) <= until and (row.closed_on or dt.date.max) >= since
    if row.date_start is None or row.date_start > until or (row.date_end or row.date_start) < since:
        return False
    listed = any(since.isoformat() <= day <= until.isoformat() for day in row.date_list)
    return listed or row.date_kind != DateKind.DAYS.value


def _is_counted(row: EventRecord, one: ColumnFilter) -> bool:
    """A number that may be a range: some number of it must fit."""
    if one.least is None and one.most is None:
        return True
    low, high = _numbers(row, one.column)
    if low is None or high is None:
        return False
    return (one.least is None or high >= one.least) and (one.most is None or low <= one.most)


def _numbers(row: EventRecord, column: Column) -> tuple[int | None, int | None]:
    low, high = row.participants_low, row.participants_high
    if column is Column.PARTICIPANTS:
        if low is None and high is None:
            return None, None
        # «до 100» begins with nobody.
        return low or 0, _MANY if high is None else high
    if column is Column.MEDIA:
        return row.media_count, row.media_count
    number = whole_number(row.number) if column is Column.NUMBER else _links(row, column)
    return number, number


def whole_number(text: str) -> int:
    """A text as SQLite reads it as a whole number."""
    match = _WHOLE_NUMBER.match(text)
    return int(match[0]) if match else 0


def _links(row: EventRecord, column: Column) -> int:
    from courtcomms.cells.links import read_links

    anchors = [anchor for anchor in anchors_of(row) if anchor.column is column]
    return len(read_links(row.site_links, anchors)) if column is Column.SITE_LINKS else 0

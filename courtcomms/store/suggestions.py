"""What was typed before in a column: for completing what is being typed, and for the list of a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from courtcomms.cells.search_key import search_key
from courtcomms.cells.typography import is_blank
from courtcomms.model import Column, EventState
from courtcomms.store.derived import SORTED_BY_TEXT
from courtcomms.store.keys import LENGTH, text_key
from courtcomms.store.outlets import known_outlets
from courtcomms.store.tables import EventOutletRecord, EventRecord, OutletRecord

#: Of a column without keys so many of the latest events are looked at, and of a key so many that have it.
_LATE, _LOOKED_AT = 500, 20
#: ґ and г are one letter to whoever looks for a word.
_HARD, _SOFT = text_key("ґ"), text_key("г")


def values(session: Session, court_id: int, column: Column, limit: int) -> tuple[tuple[str, int], ...]:
    """The texts of a column that say something, with their number, the most frequent first."""
    text, number = getattr(EventRecord, column.value), func.count()
    rows = session.execute(
        select(text, number)
        .where(*_live(court_id), text > "")
        .group_by(text)
        .order_by(number.desc(), text)
        .limit(2 * limit)
    ).tuples()
    return tuple((value, times) for value, times in rows if not is_blank(value))[:limit]


def matching(session: Session, court_id: int, column: Column, typed: str, limit: int) -> tuple[str, ...]:
    """The texts whose words begin with those typed, the frequent first, of these the recent.

    What is typed already is not among them.
    """
    if column is Column.MEDIA:
        found = _outlets(session, typed)
    elif column in SORTED_BY_TEXT:
        found = _by_key(session, court_id, column, typed, limit)
    else:
        found = _late(session, court_id, column, typed)
    distinct = dict.fromkeys(text for text in found if text != typed and not is_blank(text))
    return tuple(distinct)[:limit]


def _live(court_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return EventRecord.court_id == court_id, EventRecord.state == EventState.LIVE.value


def _by_key(session: Session, court_id: int, column: Column, typed: str, limit: int) -> Iterator[str]:
    """Counted in the index of the column's keys, so that no long text is read but those offered."""
    text, key = getattr(EventRecord, column.value), getattr(EventRecord, f"{column.value}_key")
    counted = select(key.label("key"), func.count().label("times"), func.max(EventRecord.id).label("late"))
    counted = counted.where(*_live(court_id), key > "").group_by(key)
    for one in _frequent(session, counted, typed, limit + 1):
        texts = select(text).where(*_live(court_id), key == one).order_by(EventRecord.id.desc())
        yield from _ways_of_typing(session, texts, one)


def _outlets(session: Session, typed: str) -> Iterator[str]:
    """Names in cells, then the user's own and the known ones."""
    named = EventOutletRecord
    counted = select(named.key, func.count().label("times"), func.max(named.event_id).label("late"))
    for one in _frequent(session, counted.where(named.key > "").group_by(named.key), typed, _LATE):
        names = select(named.name).join(EventRecord, EventRecord.id == named.event_id)
        names = names.where(named.key == one, EventRecord.state == EventState.LIVE.value)
        yield from _ways_of_typing(session, names.order_by(named.id.desc()), one)
    own = session.scalars(select(OutletRecord.name).order_by(OutletRecord.id.desc())).all()
    yield from (name for name in (*own, *known_outlets().values()) if _begin(name, typed))


def _frequent(session: Session, counted: Select[str, int, int], typed: str, limit: int) -> Sequence[str]:
    """The keys with words that begin like those typed: the most frequent first, of these the latest."""
    keys = counted.cte("keys").prefix_with("MATERIALIZED")
    words = func.replace(" " + keys.c.key, _HARD, _SOFT)
    wanted = [func.instr(words, f" {word}".replace(_HARD, _SOFT)) > 0 for word in text_key(typed).split()]
    found = select(keys.c.key).where(*wanted).order_by(keys.c.times.desc(), keys.c.late.desc())
    return session.scalars(found.limit(limit)).all()


def _ways_of_typing(session: Session, texts: Select[Any], key: str) -> Iterator[str]:
    """The usual text of a key; of a key cut short, all its late texts."""
    found = Counter(session.scalars(texts.limit(_LOOKED_AT)).all()).most_common()
    yield from (text for text, _times in (found if len(key) == LENGTH else found[:1]))


def _late(session: Session, court_id: int, column: Column, typed: str) -> Iterator[str]:
    """From the latest events, where no index counts the column's texts."""
    text = getattr(EventRecord, column.value)
    late = select(text).where(*_live(court_id), text > "").order_by(EventRecord.id.desc()).limit(_LATE)
    found = Counter(value for value in session.scalars(late) if _begin(value, typed))
    yield from (value for value, _times in found.most_common())


def _begin(text: str, typed: str) -> bool:
    words = search_key(text).split()
    return all(any(word.startswith(one) for word in words) for one in search_key(typed).split())

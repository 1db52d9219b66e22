"""What was typed before in a column: for completing what is being typed, and for the list of a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import CTE, ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from courtcomms.cells.search_key import search_key
from courtcomms.cells.typography import is_blank
from courtcomms.model import Column, EventState
from courtcomms.store.derived import SORTED_BY_TEXT
from courtcomms.store.keys import text_key
from courtcomms.store.outlets import known_outlets
from courtcomms.store.tables import EventOutletRecord, EventRecord, OutletRecord

#: Of a column without keys so many of the latest events are looked at.
_LATE = 500
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
    )
    return tuple((value, times) for value, times in rows if not is_blank(value))[:limit]


def matching(session: Session, court_id: int, column: Column, typed: str, limit: int) -> tuple[str, ...]:
    """The texts whose words begin with those typed, the frequent first, of these the recent.

    What is typed already is not among them.
    """
    found: Iterable[str]
    if column is Column.MEDIA:
        found = _outlets(session, typed, limit)
    elif column in SORTED_BY_TEXT:
        found = _by_key(session, court_id, column, typed, limit)
    else:
        found = _late(session, court_id, column, typed)
    distinct = dict.fromkeys(text for text in found if text != typed and not is_blank(text))
    return tuple(distinct)[:limit]


def _live(court_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return EventRecord.court_id == court_id, EventRecord.state == EventState.LIVE.value


def _by_key(session: Session, court_id: int, column: Column, typed: str, limit: int) -> Sequence[str]:
    """Counted in the index of the column's keys; no long text is read but those offered, as typed last."""
    text, key = getattr(EventRecord, column.value), getattr(EventRecord, f"{column.value}_key")
    counted = select(key.label("key"), func.count().label("times"), func.max(EventRecord.id).label("late"))
    keys = counted.where(*_live(court_id), key > "").group_by(key).cte("keys").prefix_with("MATERIALIZED")
    latest = select(text).where(EventRecord.id == keys.c.late).correlate(keys).scalar_subquery()
    return session.scalars(_frequent(keys, latest, typed, limit + 1)).all()


def _outlets(session: Session, typed: str, limit: int) -> Iterator[str]:
    """Names in cells as typed last, then the user's own and the known ones."""
    named = aliased(EventOutletRecord)
    counted = select(named.key, func.count().label("times"), func.max(named.event_id).label("late"))
    keys = counted.where(named.key > "").group_by(named.key).cte("keys").prefix_with("MATERIALIZED")
    latest = (
        select(EventOutletRecord.name)
        .join(EventRecord, EventRecord.id == EventOutletRecord.event_id)
        .where(EventOutletRecord.key == keys.c.key, EventRecord.state == EventState.LIVE.value)
        .order_by(EventOutletRecord.id.desc())
        .limit(1)
        .correlate(keys)
        .scalar_subquery()
    )
    # Names that only lie in the trash come as nothing.
    yield from filter(None, session.scalars(_frequent(keys, latest, typed, 3 * limit)))
    own = session.scalars(select(OutletRecord.name).order_by(OutletRecord.id.desc())).all()
    yield from (name for name in (*own, *known_outlets().values()) if _begin(name, typed))


def _frequent(keys: CTE, latest: ColumnElement[str], typed: str, limit: int) -> Select[str]:
    """The texts of keys with words that begin like those typed: the most frequent first, then the latest."""
    words = func.replace(" " + keys.c.key, _HARD, _SOFT)
    wanted = [func.instr(words, f" {word}".replace(_HARD, _SOFT)) > 0 for word in text_key(typed).split()]
    found = select(latest).select_from(keys).where(*wanted).order_by(keys.c.times.desc(), keys.c.late.desc())
    return found.limit(limit)


def _late(session: Session, court_id: int, column: Column, typed: str) -> Iterator[str]:
    """From the latest events, where no index counts the column's texts."""
    text = getattr(EventRecord, column.value)
    newest = select(func.max(EventRecord.id)).scalar_subquery()
    late = select(text).where(EventRecord.id > newest - _LATE, *_live(court_id), text > "")
    found = Counter(
        value for value in session.scalars(late.order_by(EventRecord.id.desc())) if _begin(value, typed)
    )
    yield from (value for value, _times in found.most_common())


def _begin(text: str, typed: str) -> bool:
    words = search_key(text).split()
    return all(any(word.startswith(one) for word in words) for one in search_key(typed).split())

"""What was typed before in a column: for completing what is being typed, and for the list of a filter."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from courtcomms.cells.search_key import search_key
from courtcomms.cells.typography import is_blank
from courtcomms.model import Column, EventState
from courtcomms.store.tables import EventRecord


def values(session: Session, court_id: int, column: Column, limit: int) -> tuple[tuple[str, int], ...]:
    """The texts of a column with their number, the most frequent first, then by alphabet."""
    text = getattr(EventRecord, column.value)
    number = func.count().label("number")
    rows = session.execute(
        select(text, number)
        .where(EventRecord.court_id == court_id, EventRecord.state == EventState.LIVE.value, text > "")
        .group_by(text)
        .order_by(number.desc(), text)
        .limit(limit)
    )
    return tuple((value, times) for value, times in rows if not is_blank(value))


def matching(session: Session, court_id: int, column: Column, typed: str, limit: int) -> tuple[str, ...]:
    """The texts whose words begin with those typed, the frequent first, of these the recent."""
    text = getattr(EventRecord, column.value)
    rows = session.scalars(
        select(text)
        .where(EventRecord.court_id == court_id, EventRecord.state == EventState.LIVE.value, text > "")
        .order_by(EventRecord.id.desc())
        .limit(2000)
    )
    wanted = search_key(typed).split()
    found = Counter(value for value in rows if _begins(search_key(value).split(), wanted))
    return tuple(value for value, _times in found.most_common(limit) if value != typed)


def _begins(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in wanted)

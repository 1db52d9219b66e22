"""Column filters as conditions on events; their words are asked of the search index."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, case, cast, column, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute

from courtcomms.cells.typography import DASHES, INVISIBLE
from courtcomms.model import Column, DateKind
from courtcomms.store.derived import SORTED_BY_TEXT
from courtcomms.store.keys import text_key
from courtcomms.store.tables import EventLinkRecord, EventRecord
from courtcomms.store.values import ColumnFilter

#: What a blank cell consists of; see :func:`courtcomms.cells.typography.is_blank`.
_NOTHING = DASHES + INVISIBLE + "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())
_STANDING = [kind.value for kind in DateKind if kind.standing]
_FOREVER = dt.date.max
_MANY = 2**62


def conditions(filters: Iterable[ColumnFilter]) -> list[ColumnElement[bool]]:
    """What an event's row must fulfil; all but the words of the filters."""
    return [condition for one in filters for condition in _of(one)]


def _of(one: ColumnFilter) -> Iterator[ColumnElement[bool]]:
    if one.filled is not None:
        blank = and_(_says_nothing(one.column), func.trim(_text(one.column), _NOTHING) == "")
        yield ~blank if one.filled else blank
    if one.values:
        yield _is_one_of(one)
    if one.column is Column.DATE:
        yield from _dated(one)
    elif one.least is not None or one.most is not None:
        yield _counted(one)


def _text(cell: Column) -> InstrumentedAttribute[str]:
    found: InstrumentedAttribute[str] = getattr(EventRecord, cell.value)
    return found


def _key(cell: Column) -> InstrumentedAttribute[str]:
    found: InstrumentedAttribute[str] = getattr(EventRecord, f"{cell.value}_key")
    return found


def _says_nothing(cell: Column) -> ColumnElement[bool]:
    """True of every blank cell, told by an index; spares most looks at the text."""
    if cell in SORTED_BY_TEXT:
        return _key(cell) == ""
    if cell is Column.DATE:
        return EventRecord.date_start.is_(None)
    if cell is Column.MEDIA:
        return EventRecord.media_count == 0
    if cell is Column.PARTICIPANTS:
        return and_(EventRecord.participants_low.is_(None), EventRecord.participants_high.is_(None))
    return true()


def _is_one_of(one: ColumnFilter) -> ColumnElement[bool]:
    same = _text(one.column).in_(one.values)
    if one.column not in SORTED_BY_TEXT:
        return same
    return and_(_key(one.column).in_({text_key(text) for text in one.values}), same)


def _dated(one: ColumnFilter) -> Iterator[ColumnElement[bool]]:
    standing = and_(
        EventRecord.closed_on.is_(None),
        func.coalesce(EventRecord.standing, EventRecord.date_kind.in_(_STANDING)),
    )
    if one.standing is not None:
        yield standing if one.standing else ~standing
    if one.since is not None or one.until is not None:
        yield _touching(one.since or dt.date.min, one.until or _FOREVER)


def _touching(since: dt.date, until: dt.date) -> ColumnElement[bool]:
    """Whether a day of the event lies between two days, both included."""
    returns = func.coalesce(EventRecord.standing, EventRecord.date_kind.in_(_STANDING))
    until_closed = and_(
        func.coalesce(EventRecord.date_start, dt.date.min) <= until,
        func.coalesce(EventRecord.closed_on, _FOREVER) >= since,
    )
    day = func.json_each(EventRecord.date_list).table_valued(column("value"))
    listed = select(day.c.value).where(day.c.value.between(since.isoformat(), until.isoformat())).exists()
    spanned = and_(
        EventRecord.date_start <= until,
        func.coalesce(EventRecord.date_end, EventRecord.date_start) >= since,
        or_(EventRecord.date_kind != DateKind.DAYS.value, listed),
    )
    return case((returns, until_closed), else_=func.coalesce(spanned, False))


def _counted(one: ColumnFilter) -> ColumnElement[bool]:
    """A number that may be a range: some number of it must fit."""
    low, high = _numbers(one.column)
    enough = [] if one.least is None else [high >= one.least]
    few = [] if one.most is None else [low <= one.most]
    return and_(*enough, *few)


def _numbers(cell: Column) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """The lowest and the highest number that a cell tells; NULL where it tells none."""
    low, high = EventRecord.participants_low, EventRecord.participants_high
    if cell is Column.PARTICIPANTS:
        # «до 100» begins with nobody, «понад 50» has no end.
        return func.coalesce(low, case((high.is_not(None), 0))), func.coalesce(
            high, case((low.is_not(None), _MANY))
        )
    if cell is Column.MEDIA:
        number: ColumnElement[Any] = EventRecord.media_count.expression
    elif cell is Column.NUMBER:
        number = cast(EventRecord.number, Integer)
    else:
        links = select(func.count()).where(
            EventLinkRecord.event_id == EventRecord.id, EventLinkRecord.column == cell.value
        )
        number = links.scalar_subquery()
    return number, number

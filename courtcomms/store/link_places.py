"""Where addresses stand: in a report's cells, in those of a submitted one, or anywhere in the register."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Select, case, column, func, select
from sqlalchemy.orm import Session

from courtcomms.model import Column, Event, EventState, Link, LinkFlaw, LinkPlace
from courtcomms.period import Period
from courtcomms.progress import SILENT, Progress
from courtcomms.store import frozen_events, queries
from courtcomms.store.tables import EventLinkRecord, EventRecord
from courtcomms.store.values import EventQuery, LinkUse

#: So many rows are read between two looks at whether they are still wanted.
_PORTION = 2_000


class _Found(NamedTuple):
    """A link of one cell: its event's first day with it."""

    target: str
    shown: str
    flaw: LinkFlaw | None
    place: LinkPlace
    day: dt.date | None


def uses(
    session: Session, court_id: int, period: Period | None, progress: Progress = SILENT
) -> tuple[LinkUse, ...]:
    """Each address once with its places: of a report in its order, of the whole register the newest first.

    Raises:
        Cancelled: they are no longer wanted.
    """
    if period is None:
        return _gathered(_read(session, _of_register(court_id), progress))
    report = queries.report_of(session, court_id, period)
    if report is not None and report.frozen_id is not None:
        return _gathered(_of_frozen(frozen_events.read(session, report)))
    ids = queries.event_ids(session, EventQuery(court_id, period=period))
    return _gathered(_read(session, _of_events(ids), progress))


def _gathered(links: Iterable[_Found]) -> tuple[LinkUse, ...]:
    found: dict[str, list[_Found]] = {}
    for link in links:
        found.setdefault(link.target, []).append(link)
    return tuple(_use(target, own) for target, own in found.items())


def _use(target: str, links: list[_Found]) -> LinkUse:
    return LinkUse(
        target,
        next((link.flaw for link in links if link.flaw is not None), None),
        tuple(link.place for link in links),
        tuple(link.day for link in links),
        tuple(link.shown for link in links),
    )


_LINK = EventLinkRecord
_COLUMNS = (
    *(_LINK.target, _LINK.shown, _LINK.flaw, _LINK.event_id, _LINK.column),
    *(_LINK.text_start, _LINK.text_end, EventRecord.date_start),
)
#: The form's order of columns; their names sort otherwise.
_BY_COLUMN = case({Column.SITE_LINKS.value: 0}, value=_LINK.column, else_=1)


def _of_register(court_id: int) -> Select[*tuple[Any, ...]]:
    statement = select(*_COLUMNS).join(EventRecord, EventRecord.id == _LINK.event_id)
    own = statement.where(EventRecord.court_id == court_id, EventRecord.state == EventState.LIVE.value)
    return own.order_by(_LINK.event_id.desc(), _BY_COLUMN, _LINK.place)


def _of_events(ids: tuple[int, ...]) -> Select[*tuple[Any, ...]]:
    listed = func.json_each(json.dumps(ids)).table_valued(column("key"), column("value"))
    statement = select(*_COLUMNS).join(EventRecord, EventRecord.id == _LINK.event_id)
    return statement.join(listed, listed.c.value == _LINK.event_id).order_by(
        listed.c.key, _BY_COLUMN, _LINK.place
    )


def _read(session: Session, statement: Select[*tuple[Any, ...]], progress: Progress) -> Iterator[_Found]:
    rows = session.execute(statement.execution_options(yield_per=_PORTION))
    for number, (target, shown, flaw, event_id, name, start, end, day) in enumerate(rows):
        if number % _PORTION == 0:
            progress.tell(number, 0)
        place = LinkPlace(event_id, Column(name), start, end)
        yield _Found(target, shown, LinkFlaw(flaw) if flaw else None, place, day)


def _of_frozen(events: Iterable[Event]) -> Iterator[_Found]:
    """A submitted report's links are in its cells as sent, of which no table of links is kept."""
    for event in events:
        for name, link in _links_of(event):
            place = LinkPlace(event.id, name, link.start, link.end)
            yield _Found(link.target, link.text, link.flaw, place, event.date_span.start)


def _links_of(event: Event) -> Iterator[tuple[Column, Link]]:
    from courtcomms.cells.links import read_links
    from courtcomms.cells.media import read_media

    cells = event.cells
    for link in read_links(cells.site_links, cells.anchors_of(Column.SITE_LINKS)):
        yield Column.SITE_LINKS, link
    for link in read_media(cells.media, cells.anchors_of(Column.MEDIA)).links:
        yield Column.MEDIA, link

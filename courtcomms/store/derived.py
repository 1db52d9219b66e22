"""What the program understands of an event's cells, kept in columns of their own for sorting and checks.

Always recomputed from the text, never written back over it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, text
from sqlalchemy.orm import Session

from courtcomms.cells import RULES_VERSION
from courtcomms.model import Anchor, Column
from courtcomms.period import Period
from courtcomms.progress import SILENT, Progress
from courtcomms.store import membership, search
from courtcomms.store.chunks import SIZE, chunks
from courtcomms.store.tables import EventLinkRecord, EventOutletRecord, EventRecord

if TYPE_CHECKING:
    from courtcomms.store.readings import Read

#: Columns sorted by alphabet, each with a stored key.
SORTED_BY_TEXT = (Column.TITLE, Column.GOAL, Column.SITE_LINKS, Column.AUDIENCE, Column.RESPONSIBLE)

_STORE_WORDS = text(
    f"INSERT OR REPLACE INTO event_words (rowid, {', '.join(search.COLUMNS)}) "
    f"VALUES (:id, :{', :'.join(search.COLUMNS)})"
)


def rows_of(session: Session, event_ids: Collection[int]) -> list[EventRecord]:
    """The stored events of these ids, in no order; unknown ones are left out."""
    return [
        row
        for some in chunks(event_ids)
        for row in session.scalars(select(EventRecord).where(EventRecord.id.in_(some)))
    ]


def anchors_of(row: EventRecord) -> tuple[Anchor, ...]:
    """The hyperlinks of an event that its texts do not show."""
    return tuple(Anchor(Column(column), shown, target) for column, shown, target in row.anchors)


def refresh(session: Session, rows: Sequence[EventRecord], progress: Progress = SILENT) -> None:
    """Read all cells of events anew.

    Raises:
        Cancelled: they need not be read any more.
    """
    read = read_only(session, rows, progress)
    for table in (EventLinkRecord, EventOutletRecord):
        for some in chunks([row.id for row in rows]):
            session.execute(delete(table).where(table.event_id.in_(some)))
    for table, found in (
        (EventLinkRecord, [link for one in read for link in one.links]),
        (EventOutletRecord, [outlet for one in read for outlet in one.outlets]),
    ):
        if found:
            session.execute(insert(table), found)
    words = []
    for row in rows:
        # The rows were counted already: what is left tells no numbers.
        progress.tell(0, 0)
        words.append({"id": row.id, **search.words_of(row)})
    if words:
        session.execute(_STORE_WORDS, words)


def read_only(session: Session, rows: Sequence[EventRecord], progress: Progress = SILENT) -> list[Read]:
    """Set the derived columns of events without writing anything; returns what was read of each.

    Raises:
        Cancelled: they need not be read any more.
    """
    read = []
    for number, row in enumerate(rows):
        progress.tell(number, len(rows))
        read.append(_read_cells(row))
    refresh_dates(session, rows)
    return read


def refresh_dates(session: Session, rows: Sequence[EventRecord]) -> list[EventRecord]:
    """Read only the dates anew, after a change of reports; returns the events that read otherwise."""
    periods = membership.earliest_periods(session, [row.id for row in rows])
    return [row for row in rows if _read_date(row, periods.get(row.id))]


def refresh_stale(session: Session, limit: int = SIZE) -> int:
    """Read a batch of events that other rules have read, the newest first; returns how many there were."""
    other = session.scalar(select(EventRecord.rules_version).where(_stale()).limit(1))
    newest = select(EventRecord.id).where(EventRecord.rules_version == other).order_by(EventRecord.id.desc())
    ids = session.scalars(newest.limit(limit)).all() if other is not None else ()
    refresh(session, rows_of(session, ids))
    return len(ids)


def count_stale(session: Session) -> int:
    """How many events were read by other rules; counted in an index."""
    return session.scalar(select(func.count()).where(_stale())) or 0


def _stale() -> ColumnElement[bool]:
    """Read by other rules; asked so that an index answers."""
    return or_(EventRecord.rules_version < RULES_VERSION, EventRecord.rules_version > RULES_VERSION)


def _read_date(row: EventRecord, period: Period | None) -> bool:
    from courtcomms.store.readings import date_values

    return _assign(row, date_values(row.date, period))


def _read_cells(row: EventRecord) -> Read:
    """Set all derived columns but the date's; returns what was read.

    The readers of cells take a tenth of a second to load: only whoever writes pays it, not the start.
    """
    from courtcomms.store.readings import cell_values

    read = cell_values(row, anchors_of(row))
    _assign(row, {**read.values, "rules_version": RULES_VERSION})
    return read


def _assign(row: EventRecord, values: dict[str, Any]) -> bool:
    changed = False
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            changed = True
    return changed

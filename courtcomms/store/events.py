"""Events as they are stored, taken in and given out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from courtcomms.cells.typography import clean
from courtcomms.errors import Conflict, Missing
from courtcomms.model import (
    Anchor,
    Cells,
    Column,
    Confidence,
    DateKind,
    DateSpan,
    Event,
    EventState,
    Participants,
    ParticipantsKind,
)
from courtcomms.store import derived, labels
from courtcomms.store.steps import Step
from courtcomms.store.tables import EventRecord
from courtcomms.store.values import CellEdit, EventDetails


def read(session: Session, ids: Sequence[int]) -> tuple[Event, ...]:
    """Events in the order asked; unknown ids are skipped."""
    found = {row.id: row for row in derived.rows_of(session, set(ids))}
    return tuple(given(found[id_]) for id_ in ids if id_ in found)


def create(step: Step, court_id: int, cells: Iterable[Cells]) -> list[EventRecord]:
    """New events of a court, in the order given."""
    rows = [unsaved(court_id, one) for one in cells]
    for row in rows:
        row.created_at = row.updated_at = step.at
    step.add(rows)
    return rows


def set_cell(step: Step, event_id: int, column: Column, text: str, version: int) -> None:
    """Change one cell.

    Raises:
        Missing: no such event. Conflict: changed elsewhere since it was read, or in the trash.
    """
    row = _editable(step.session, event_id, version)
    step.set(row, column.value, storable(text))


def set_cells(step: Step, edits: Sequence[CellEdit]) -> None:
    """Change many cells, each of an event as it was read at the edit's version.

    Raises:
        Missing: no such event. Conflict: changed elsewhere since it was read, or in the trash.
    """
    held = derived.rows_of(step.session, {edit.event_id for edit in edits})
    for edit in edits:
        set_cell(step, edit.event_id, edit.column, edit.text, edit.version)
        if edit.anchors is not None:
            _set_anchors(step, get(step.session, edit.event_id), edit.column, edit.anchors)
    del held


def set_details(step: Step, event_id: int, details: EventDetails, version: int) -> None:
    """Change what an event has beside its cells.

    Raises:
        Missing: no such event. Conflict: changed elsewhere since it was read, or in the trash.
    """
    row = _editable(step.session, event_id, version)
    changed = [field for field, value in _details(details).items() if step.set(row, field, value)]
    step.name(labels.fields(changed))


def set_closed(step: Step, event_id: int, day: dt.date | None, version: int) -> str:
    """End a standing event on a day, or let it go on; returns its title.

    Raises:
        Missing: no such event. Conflict: changed elsewhere since it was read, or in the trash.
    """
    row = _editable(step.session, event_id, version)
    step.set(row, "closed_on", day)
    return row.title


def set_state(step: Step, ids: Iterable[int], state: EventState) -> int:
    """Put events into the trash or take them out; returns how many were not there already."""
    rows = [row for row in derived.rows_of(step.session, set(ids)) if row.state != state.value]
    rows = [row for row in rows if row.state != EventState.WITHDRAWN.value]
    for row in rows:
        step.set(row, "state", state.value)
    return len(rows)


def get(session: Session, event_id: int) -> EventRecord:
    """A stored event that was not taken back.

    Raises:
        Missing: there is none.
    """
    row = session.get(EventRecord, event_id)
    if row is None or row.state == EventState.WITHDRAWN.value:
        raise Missing("Цього заходу в реєстрі вже немає: зміну не збережено. Оновіть таблицю.")
    return row


def storable(text: str) -> str:
    """The text without what no format can hold (NUL, lone surrogates); otherwise as it is."""
    return clean(text).text


def stored_anchors(anchors: Iterable[Anchor]) -> list[list[str]]:
    """Hyperlinks that texts do not show, as an event keeps them."""
    return [[anchor.column.value, storable(anchor.text), storable(anchor.target)] for anchor in anchors]


def _set_anchors(step: Step, row: EventRecord, column: Column, anchors: Iterable[Anchor]) -> None:
    others = [entry for entry in row.anchors if entry[0] != column.value]
    own = [[column.value, *rest] for _column, *rest in stored_anchors(anchors)]
    step.set(row, "anchors", [*others, *own])


def _editable(session: Session, event_id: int, version: int) -> EventRecord:
    row = get(session, event_id)
    if row.state == EventState.TRASHED.value:
        raise Conflict(
            "Захід тим часом перенесено до кошика: зміну не збережено. "
            "Поверніть захід із кошика і внесіть її ще раз."
        )
    if row.version != version:
        raise Conflict(
            "Цей захід тим часом змінено в іншому вікні: ваш текст не записано, "
            "чуже виправлення збережено. Порівняйте їх і збережіть ще раз."
        )
    return row


def _details(details: EventDetails) -> dict[str, object]:
    return {
        "note": storable(details.note),
        "tags": [storable(tag) for tag in details.tags],
        "standing": details.standing,
        "closed_on": details.closed_on,
    }


def unsaved(court_id: int, cells: Cells) -> EventRecord:
    """An event as it is stored, not yet in any table."""
    texts = {column.value: storable(text) for column, text in cells.texts()}
    anchors = stored_anchors(cells.anchors)
    return EventRecord(court_id=court_id, anchors=anchors, tags=[], note="", **texts)


def given(row: EventRecord) -> Event:
    """A stored event as it is given out."""
    texts = {column.value: getattr(row, column.value) for column in Column}
    return Event(
        id=row.id,
        court_id=row.court_id,
        version=row.version,
        cells=Cells(**texts, anchors=derived.anchors_of(row)),
        date_span=_span(row),
        participants=Participants(
            ParticipantsKind(row.participants_kind), row.participants_low, row.participants_high
        ),
        media_count=row.media_count,
        link_count=row.link_count,
        note=row.note,
        tags=tuple(row.tags),
        state=EventState(row.state),
        standing=row.standing,
        closed_on=row.closed_on,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _span(row: EventRecord) -> DateSpan:
    return DateSpan(
        DateKind(row.date_kind),
        row.date_start,
        row.date_end,
        tuple(dt.date.fromisoformat(day) for day in row.date_list),
        Confidence(row.date_confidence),
    )

"""Courts with their dated names."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.errors import BadInput, Missing
from courtcomms.model import Court, CourtName
from courtcomms.store import reports
from courtcomms.store.events import storable
from courtcomms.store.steps import Step
from courtcomms.store.tables import CourtNameRecord, CourtRecord


def read_all(session: Session) -> tuple[Court, ...]:
    """All courts, in the order they were entered."""
    rows = session.scalars(select(CourtRecord).where(~CourtRecord.withdrawn).order_by(CourtRecord.id)).all()
    return tuple(
        Court(row.id, tuple(_name(name) for name in _names(session, row.id)), row.site, row.code)
        for row in rows
    )


def ensure(step: Step, court: int | Court) -> int:
    """The id of a court: one that is there, or one that is stored now.

    Raises:
        Missing: no such court. BadInput: no name at all, or two for the same day.
    """
    if isinstance(court, int):
        reports.check_court(step.session, court)
        return court
    return save(step, court)


def save(step: Step, court: Court) -> int:
    """Store a new court, or give a stored one these names, site and code; returns its id.

    Raises:
        Missing: a court with an id that the register does not have.
        BadInput: no name at all, or two for the same day.
    """
    days = [name.valid_from for name in court.names]
    if not days or len(days) != len(set(days)):
        raise BadInput(
            "Суд має мати хоча б одну назву, а кожна назва — власний день, з якого вона діє: "
            "дані суду не збережено. Виправте назви і збережіть ще раз."
        )
    row = _new(step, court) if court.id == 0 else step.session.get(CourtRecord, court.id)
    if row is None or row.withdrawn:
        raise Missing("Цього суду в реєстрі вже немає: зміну не збережено. Оновіть перелік судів.")
    step.set(row, "site", storable(court.site))
    step.set(row, "code", storable(court.code))
    _save_names(step, row.id, court)
    return row.id


def _new(step: Step, court: Court) -> CourtRecord:
    row = CourtRecord(site=storable(court.site), code=storable(court.code))
    step.add([row])
    return row


def _save_names(step: Step, court_id: int, court: Court) -> None:
    """Names keep their rows by day; those that are gone go, new ones come."""
    stored = {name.valid_from: name for name in _names(step.session, court_id)}
    wanted = {name.valid_from: name for name in court.names}
    for day in stored.keys() - wanted.keys():
        step.remove(stored[day])
    for day in stored.keys() & wanted.keys():
        for field, value in _values(wanted[day]).items():
            step.set(stored[day], field, value)
    fresh = sorted(wanted.keys() - stored.keys(), key=lambda day: day or dt.date.min)
    if fresh:
        step.add([CourtNameRecord(court_id=court_id, **_values(wanted[day])) for day in fresh])


def _values(name: CourtName) -> dict[str, Any]:
    return {
        "nominative": storable(name.nominative),
        "genitive": storable(name.genitive),
        "valid_from": name.valid_from,
    }


def _names(session: Session, court_id: int) -> list[CourtNameRecord]:
    """Oldest first; the one without a day was always there."""
    statement = (
        select(CourtNameRecord)
        .where(CourtNameRecord.court_id == court_id)
        .order_by(CourtNameRecord.valid_from.asc().nulls_first(), CourtNameRecord.id)
    )
    return list(session.scalars(statement))


def _name(row: CourtNameRecord) -> CourtName:
    return CourtName(row.nominative, row.genitive, row.valid_from)

"""What a new event of a court has in a column before anything is typed."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.model import Column
from courtcomms.store import reports
from courtcomms.store.events import storable
from courtcomms.store.side_tables import DefaultRecord
from courtcomms.store.steps import Step


def of_court(session: Session, court_id: int) -> dict[Column, str]:
    """The defaults of a court, in the form's order of columns."""
    rows = session.scalars(select(DefaultRecord).where(DefaultRecord.court_id == court_id))
    known = {row.column: row.text for row in rows}
    return {column: known[column.value] for column in Column if column.value in known}


def put(step: Step, court_id: int, column: Column, text: str) -> None:
    """Give a column its default; an empty text takes it away.

    Raises:
        Missing: no such court.
    """
    reports.check_court(step.session, court_id)
    row = step.session.scalar(
        select(DefaultRecord).where(DefaultRecord.court_id == court_id, DefaultRecord.column == column.value)
    )
    wanted = storable(text)
    if row is not None and wanted:
        step.set(row, "text", wanted)
    elif row is not None:
        step.remove(row)
    elif wanted:
        step.add([DefaultRecord(court_id=court_id, column=column.value, text=wanted)])

"""What stands beside courts, events and reports: frozen copies, hidden findings, defaults, sources."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from courtcomms.store.base import Base, Recorded
from courtcomms.store.link_tables import LinkCheckRecord
from courtcomms.store.tables import (
    CourtNameRecord,
    CourtRecord,
    EventRecord,
    OutletRecord,
    ReportRecord,
    ReportRowRecord,
)


class FrozenRecord(Base):
    """A report as it was submitted; kept also after the report was reopened, or taken back altogether.

    For that reason ``report_id`` is no reference. ``content`` holds the court's name, the rows and what
    ``files`` are, the rendered documents; they come last, because only whoever needs them reads that far.
    """

    __tablename__ = "report_frozen"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(index=True)
    frozen_at: Mapped[dt.datetime]
    who: Mapped[str]
    row_count: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    files: Mapped[bytes]


class DismissalRecord(Recorded):
    """A finding that the user does not want to hear of again for this row."""

    __tablename__ = "dismissal"
    __table_args__ = (
        UniqueConstraint("event_id", "code", "column", "excerpt"),
        {"sqlite_autoincrement": True},
    )
    RECORDED = ("event_id", "code", "column", "excerpt")

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    code: Mapped[str] = mapped_column(String(32))
    column: Mapped[str] = mapped_column(String(16))
    excerpt: Mapped[str]


class DefaultRecord(Recorded):
    """What a new event of a court has in a column before anything is typed."""

    __tablename__ = "column_default"
    __table_args__ = (UniqueConstraint("court_id", "column"), {"sqlite_autoincrement": True})
    RECORDED = ("court_id", "column", "text")

    court_id: Mapped[int] = mapped_column(ForeignKey("court.id"))
    column: Mapped[str] = mapped_column(String(16))
    text: Mapped[str]


class EventSourceRecord(Recorded):
    """A row of an imported document that an event came with, or that it was joined with.

    ``period`` is the report's that it went into, ``place`` where it stands in the file, in Ukrainian,
    ``number`` counts the file's rows from 1.
    """

    __tablename__ = "event_source"
    __table_args__ = ({"sqlite_autoincrement": True},)
    RECORDED = ("event_id", "source_id", "period", "place", "number")

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source_file.id"), index=True)
    period: Mapped[str] = mapped_column(String(8))
    place: Mapped[str]
    number: Mapped[int]


#: What a change's subject names.
SUBJECTS: dict[str, type[Recorded]] = {
    row.__tablename__: row
    for row in (
        *(CourtRecord, CourtNameRecord, EventRecord, ReportRecord, ReportRowRecord),
        *(OutletRecord, DismissalRecord, DefaultRecord, EventSourceRecord),
    )
}

#: All tables of the register; whole once this module is loaded, which loads the others.
METADATA = LinkCheckRecord.metadata

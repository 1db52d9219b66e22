"""Courts, events and reports. The migrations are their frozen copy; a test holds the two together."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from courtcomms.store.base import Base, Recorded

#: Words of an event as the search sees them, cell by cell, and the rest in ``more``. Its own content, because
#: the words are stored nowhere else.
EVENT_WORDS = (
    "CREATE VIRTUAL TABLE event_words USING fts5(number, title, goal, date, site_links, media, audience, "
    "responsible, participants, more, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3', "
    "detail=column)"
)

#: What events are sorted by: each order has an index that answers without a look at the long texts.
EVENT_ORDERS = {
    "date": ("date_start", "date_end", "date_kind"),
    "number": ("number",),
    "title": ("title_key",),
    "goal": ("goal_key",),
    "site_links": ("site_links_key",),
    "media": ("media_count",),
    "audience": ("audience_key",),
    "responsible": ("responsible_key",),
    "participants": ("participants_low", "participants_high"),
}


class CourtRecord(Recorded):
    """A court; its names are dated rows of their own.

    ``withdrawn``: taken back by undo of its making. Its row stays, because withdrawn events refer to it.
    """

    __tablename__ = "court"
    __table_args__ = ({"sqlite_autoincrement": True},)
    RECORDED = ("site", "code")

    site: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    withdrawn: Mapped[bool] = mapped_column(default=False, server_default=text("0"))


class CourtNameRecord(Recorded):
    """A court's name from a day on; no day stands for «always»."""

    __tablename__ = "court_name"
    __table_args__ = (Index(None, "court_id", "valid_from"), {"sqlite_autoincrement": True})
    RECORDED = ("court_id", "nominative", "genitive", "valid_from")

    court_id: Mapped[int] = mapped_column(ForeignKey("court.id"))
    nominative: Mapped[str]
    genitive: Mapped[str]
    valid_from: Mapped[dt.date | None]


class EventRecord(Recorded):
    """An event: first what is short and searched or sorted by, then the texts, which may be long.

    The short columns come first because SQLite reads a row from its beginning.
    """

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("state IN ('live', 'trashed', 'withdrawn')", name="state"),
        *(
            Index(f"ix_event_by_{name}", "court_id", "state", *fields)
            for name, fields in EVENT_ORDERS.items()
        ),
        Index(None, "rules_version"),
        Index(None, "court_id", "standing", "date_kind"),
    )
    RECORDED = (
        *(
            "number",
            "title",
            "goal",
            "date",
            "site_links",
            "media",
            "audience",
            "responsible",
            "participants",
        ),
        *("anchors", "note", "tags", "state", "standing", "closed_on"),
    )

    court_id: Mapped[int] = mapped_column(ForeignKey("court.id"))
    state: Mapped[str] = mapped_column(String(16), default="live")
    version: Mapped[int] = mapped_column(default=1)
    rules_version: Mapped[int] = mapped_column(default=0)
    date_kind: Mapped[str] = mapped_column(String(16), default="empty")
    date_start: Mapped[dt.date | None]
    date_end: Mapped[dt.date | None]
    date_list: Mapped[list[Any]] = mapped_column(default=list)
    date_confidence: Mapped[str] = mapped_column(String(16), default="sure")
    participants_kind: Mapped[str] = mapped_column(String(16), default="none")
    participants_low: Mapped[int | None]
    participants_high: Mapped[int | None]
    media_count: Mapped[int | None]
    link_count: Mapped[int] = mapped_column(default=0)
    title_key: Mapped[str] = mapped_column(default="")
    goal_key: Mapped[str] = mapped_column(default="")
    site_links_key: Mapped[str] = mapped_column(default="")
    audience_key: Mapped[str] = mapped_column(default="")
    responsible_key: Mapped[str] = mapped_column(default="")
    standing: Mapped[bool | None]
    closed_on: Mapped[dt.date | None]
    created_at: Mapped[dt.datetime]
    updated_at: Mapped[dt.datetime]
    number: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    goal: Mapped[str] = mapped_column(default="")
    date: Mapped[str] = mapped_column(default="")
    site_links: Mapped[str] = mapped_column(default="")
    media: Mapped[str] = mapped_column(default="")
    audience: Mapped[str] = mapped_column(default="")
    responsible: Mapped[str] = mapped_column(default="")
    participants: Mapped[str] = mapped_column(default="")
    anchors: Mapped[list[Any]] = mapped_column(default=list)
    note: Mapped[str] = mapped_column(default="")
    tags: Mapped[list[Any]] = mapped_column(default=list)


class EventLinkRecord(Base):
    """A link as understood in a cell of an event; derived, never edited."""

    __tablename__ = "event_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    column: Mapped[str] = mapped_column(String(16))
    place: Mapped[int]
    target: Mapped[str]
    shown: Mapped[str]
    text_start: Mapped[int]
    text_end: Mapped[int]
    flaw: Mapped[str | None] = mapped_column(String(16))


class EventOutletRecord(Base):
    """A medium named in an event's cell, with its domain if an address stands with it; derived, never edited.

    ``key`` is the name as it sorts: ways of typing one name have one key.
    """

    __tablename__ = "event_outlet"
    __table_args__ = (Index(None, "domain", "name"), Index(None, "key"))

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    domain: Mapped[str]
    name: Mapped[str]
    key: Mapped[str]


class OutletRecord(Recorded):
    """What the user calls the medium behind a domain; without a name nothing is to be offered for it."""

    __tablename__ = "outlet"
    __table_args__ = (UniqueConstraint("domain"), {"sqlite_autoincrement": True})
    RECORDED = ("domain", "name")

    domain: Mapped[str]
    name: Mapped[str]


class ReportRecord(Recorded):
    """The report of one period of one court; its days are kept for comparing.

    ``frozen_id`` is the copy that was submitted, as long as the report is.
    """

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("court_id", "period"), {"sqlite_autoincrement": True})
    RECORDED = ("court_id", "period", "starts_on", "ends_on", "state", "frozen_id")

    court_id: Mapped[int] = mapped_column(ForeignKey("court.id"))
    period: Mapped[str] = mapped_column(String(8))
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date]
    state: Mapped[str] = mapped_column(String(16), default="draft")
    version: Mapped[int] = mapped_column(default=1)
    frozen_id: Mapped[int | None]


class ReportRowRecord(Recorded):
    """An event's row in a report; without a ``position`` it stands after the placed ones, by date."""

    __tablename__ = "report_row"
    __table_args__ = (UniqueConstraint("report_id", "event_id"), {"sqlite_autoincrement": True})
    RECORDED = ("report_id", "event_id", "position", "included")

    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    position: Mapped[int | None]
    included: Mapped[bool] = mapped_column(default=True)

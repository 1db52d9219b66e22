"""Tables of what was done, and of the register itself."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from courtcomms.store.base import Base


class StepRecord(Base):
    """One act of the user, the unit of undo.

    ``turn`` 0 is the act itself, odd its undoing, even its redoing; ``reverts`` is the step taken back.
    """

    __tablename__ = "step"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime]
    who: Mapped[str]
    title: Mapped[str]
    turn: Mapped[int] = mapped_column(default=0)
    reverts: Mapped[int | None] = mapped_column(ForeignKey("step.id"))


class ChangeRecord(Base):
    """One field before and after a step, as JSON; the empty field is the row as a whole."""

    __tablename__ = "change"
    __table_args__ = (Index(None, "subject", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("step.id"), index=True)
    subject: Mapped[str] = mapped_column(String(16))
    subject_id: Mapped[int]
    field: Mapped[str] = mapped_column(String(16))
    before: Mapped[str | None]
    after: Mapped[str | None]


class SourceRecord(Base):
    """A document that was imported, known by its SHA-256."""

    __tablename__ = "source_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("step.id"))
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int]


class MetaRecord(Base):
    """Facts about the register itself, such as the program that wrote its schema."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]

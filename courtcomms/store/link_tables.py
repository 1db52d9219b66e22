"""What was seen of addresses: observations, so no step records them and undo does not touch them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from courtcomms.store.base import Base


class LinkCheckRecord(Base):
    """One look at an address; ``url`` is the address without its fragment, whatever report it stands in."""

    __tablename__ = "link_check"
    __table_args__ = (Index(None, "url", "checked_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str]
    verdict: Mapped[str] = mapped_column(String(32))
    severity: Mapped[str] = mapped_column(String(8))
    reason: Mapped[str]
    checked_at: Mapped[dt.datetime]
    http: Mapped[int | None]
    final_url: Mapped[str]
    chain: Mapped[list[Any]]
    title: Mapped[str]
    repair: Mapped[str]


class LinkConfirmationRecord(Base):
    """A person's word that an address is right: what no robot may see she has looked at herself."""

    __tablename__ = "link_confirmation"

    url: Mapped[str] = mapped_column(primary_key=True)
    who: Mapped[str]
    confirmed_at: Mapped[dt.datetime]

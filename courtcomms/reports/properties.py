"""What a document says of itself; the same in Word and Excel, and without a clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from courtcomms.reports.snapshot import NO_BREAK_SPACE, ReportSnapshot

LANGUAGE = "uk-UA"
#: The longest value that Office keeps in a core property.
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class Properties:
    """Core properties; ``stamp`` stands for both created and modified, in UTC without a zone."""

    title: str
    subject: str
    creator: str
    stamp: datetime


def properties_of(snapshot: ReportSnapshot) -> Properties:
    """The document's properties: title lines, the court, and the period's last day for a time stamp.

    A stamp from the period, not from the clock, lets the same report give the same bytes.
    """
    titles = " ".join(line.text for line in snapshot.titles)
    end = snapshot.period.end
    return Properties(
        title=_short(titles),
        subject="Комунікаційна діяльність суду",
        creator=_short(snapshot.court),
        stamp=datetime(end.year, end.month, end.day),  # noqa: DTZ001 - core properties are UTC by definition
    )


def _short(text: str) -> str:
    return " ".join(text.replace(NO_BREAK_SPACE, " ").split())[:_LONGEST]

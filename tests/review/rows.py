"""Rows to review: a good one, and the same with some of its cells changed."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.cells.dates import read_date
from courtcomms.cells.media import read_media
from courtcomms.cells.participants import read_participants
from courtcomms.model import Anchor, Cells, Column, Event, Finding
from courtcomms.period import Period
from courtcomms.review import repaired, review_row

Q3 = Period.quarter(2021, 3)

GOOD = {
    "title": "Екскурсія до суду",
    "goal": "Правове виховання молоді",
    "date": "13.08.2021",
    "site_links": "https://ing.dp.court.gov.ua/sud0416/gromadyanam/11/",
    "media": "-",
    "audience": "Учні",
    "responsible": "Прес-секретар",
    "participants": "25 осіб",
}


def event(period: Period | None = Q3, id: int = 1, anchors: Sequence[Anchor] = (), **texts: str) -> Event:
    return of_cells(Cells(**{**GOOD, **texts}, anchors=tuple(anchors)), period, id)


def of_cells(cells: Cells, period: Period | None = Q3, id: int = 1) -> Event:
    return Event(
        id=id,
        court_id=1,
        version=1,
        cells=cells,
        date_span=read_date(cells.date, period),
        participants=read_participants(cells.participants),
        media_count=read_media(cells.media, cells.anchors_of(Column.MEDIA)).count,
    )


def found(period: Period | None = Q3, **texts: str) -> list[Finding]:
    """Findings of one row by itself."""
    return list(review_row(event(period, **texts), period))


def codes(**texts: str) -> list[str]:
    return [finding.code for finding in found(**texts)]


def mended(text: str, code: str, column: str = "goal") -> str:
    """The text after all repairs that the rule offers."""
    repairs = [finding.repair for finding in found(**{column: text}) if finding.code == code]
    return repaired(text, [repair for repair in repairs if repair is not None])

"""Court news whose number was given long before or long after the event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from courtcomms.linkcheck.news_numbers import plausible_day, tolerance
from courtcomms.model import Confidence, Finding, Severity
from courtcomms.review.row import LINKED, Row, pages_of


def news_of_another_time(row: Row) -> Iterator[Finding]:
    """A page of news that can hardly be about the event; standing events and untold dates have none."""
    span = row.event.date_span
    if (
        row.event.is_standing
        or span.start is None
        or span.end is None
        or span.confidence is Confidence.SUSPICIOUS
    ):
        return
    for column in LINKED:
        for link in pages_of(row.event.cells, column):
            published = plausible_day(link.target)
            if published is not None and _is_far(published, span.start, span.end):
                message = (
                    f"Судячи з номера, новину розміщено близько {published:%d.%m.%Y}, "
                    f"а захід – {_told(span.start, span.end)}: чи те це посилання?"
                )
                place = (link.start, link.end)
                yield row.find(Severity.WARN, "link_news_date", column, message, place)


def _is_far(published: date, start: date, end: date) -> bool:
    leeway = tolerance(published)
    return (published < start and start - published > leeway) or (
        published > end and published - end > leeway
    )


def _told(start: date, end: date) -> str:
    return f"{start:%d.%m.%Y}" if start == end else f"{start:%d.%m.%Y}–{end:%d.%m.%Y}"

"""The values of an event's derived columns, read from its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from courtcomms.cells.dates import read_date
from courtcomms.cells.links import read_links
from courtcomms.cells.media import read_media
from courtcomms.cells.participants import read_participants
from courtcomms.cells.search_key import sort_key
from courtcomms.model import Anchor, Column, Link
from courtcomms.period import Period
from courtcomms.store.derived import SORTED_BY_TEXT
from courtcomms.store.tables import EventRecord

#: More of a text, and of its key, never decides the order that anybody looks at.
_KEY_OF, _KEY_LENGTH = 200, 80


def date_values(text: str, period: Period | None) -> dict[str, Any]:
    """The date's columns; ``period`` gives the year where the phrase has none."""
    span = read_date(text, period)
    return {
        "date_kind": span.kind.value,
        "date_start": span.start,
        "date_end": span.end,
        "date_list": [day.isoformat() for day in span.dates],
        "date_confidence": span.confidence.value,
    }


def cell_values(row: EventRecord, anchors: Sequence[Anchor]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """All columns but the date's, and the rows of the links found."""
    site = read_links(row.site_links, [a for a in anchors if a.column is Column.SITE_LINKS])
    media = read_media(row.media, [a for a in anchors if a.column is Column.MEDIA])
    number = read_participants(row.participants)
    values: dict[str, Any] = {
        "participants_kind": number.kind.value,
        "participants_low": _storable(number.low),
        "participants_high": _storable(number.high),
        "media_count": _storable(media.count),
        "link_count": len(site) + len(media.links),
    }
    for column in SORTED_BY_TEXT:
        values[f"{column.value}_key"] = sort_key(getattr(row, column.value)[:_KEY_OF])[:_KEY_LENGTH]
    return values, _links(row.id, Column.SITE_LINKS, site) + _links(row.id, Column.MEDIA, media.links)


def _links(event_id: int, column: Column, links: Sequence[Link]) -> list[dict[str, Any]]:
    return [_link(event_id, column, place, link) for place, link in enumerate(links)]


def _link(event_id: int, column: Column, place: int, link: Link) -> dict[str, Any]:
    return {
        "event_id": event_id,
        "column": column.value,
        "place": place,
        "target": link.target,
        "shown": link.text,
        "text_start": link.start,
        "text_end": link.end,
        "flaw": link.flaw.value if link.flaw else None,
    }


def _storable(number: int | None) -> int | None:
    """SQLite's integers end at 64 bits; what is more is no count of people."""
    return None if number is None else min(number, 2**63 - 1)

"""The values of an event's derived columns, read from its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from courtcomms.cells.dates import read_date
from courtcomms.cells.links import read_links
from courtcomms.cells.media import read_media
from courtcomms.cells.outlet_names import outlet_domain
from courtcomms.cells.participants import read_participants
from courtcomms.model import Anchor, Column, Link, Media
from courtcomms.period import Period
from courtcomms.store.derived import SORTED_BY_TEXT
from courtcomms.store.keys import text_key
from courtcomms.store.tables import EventRecord


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


class Read(NamedTuple):
    """What the cells of an event say: its derived columns but the date's, and rows of links and outlets."""

    values: dict[str, Any]
    links: list[dict[str, Any]]
    outlets: list[dict[str, Any]]


def cell_values(row: EventRecord, anchors: Sequence[Anchor]) -> Read:
    """Read all cells of an event but the date."""
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
        values[f"{column.value}_key"] = text_key(getattr(row, column.value))
    links = _links(row.id, Column.SITE_LINKS, site) + _links(row.id, Column.MEDIA, media.links)
    return Read(values, links, _outlets(row.id, media))


def _outlets(event_id: int, media: Media) -> list[dict[str, Any]]:
    """Each medium that the cell names, once for each domain it stands with."""
    named = {
        (outlet_domain(item.url), name): text_key(name)
        for item in media.items
        if (name := " ".join(item.outlet.split()))
    }
    return [
        {"event_id": event_id, "domain": domain, "name": name, "key": key}
        for (domain, name), key in named.items()
    ]


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

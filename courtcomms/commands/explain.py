"""`explain`: what the program understands of a cell."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

from courtcomms.cells.dates import read_date
from courtcomms.cells.headings import read_heading
from courtcomms.cells.links import read_links
from courtcomms.cells.media import read_media
from courtcomms.cells.participants import read_participants
from courtcomms.cells.periods import read_period
from courtcomms.commands.output import present, print_json
from courtcomms.errors import BadInput
from courtcomms.model import Link, Participants, ParticipantsKind
from courtcomms.period import Period


def explain_date(text: str, period: Period | None) -> dict[str, Any]:
    """Kind, span, single days and confidence; days as ISO 8601."""
    span = read_date(text, period)
    return {
        "kind": span.kind.value,
        "start": span.start.isoformat() if span.start else None,
        "end": span.end.isoformat() if span.end else None,
        "dates": [day.isoformat() for day in span.dates],
        "confidence": span.confidence.value,
    }


def explain_participants(text: str, period: Period | None) -> dict[str, Any]:
    """Kind with `value` (exact, approx) or `min`/`max` (the others)."""
    found = read_participants(text)
    return {"kind": found.kind.value, **present(_numbers(found))}


def _numbers(found: Participants) -> dict[str, int | None]:
    if found.kind in (ParticipantsKind.EXACT, ParticipantsKind.APPROX):
        return {"value": found.low}
    return {"min": found.low, "max": found.high}


def explain_site_links(text: str, period: Period | None) -> dict[str, Any]:
    """The links of a site cell."""
    links = read_links(text)
    return {"links": _links(links), "items": [], "count": len(links)}


def explain_media(text: str, period: Period | None) -> dict[str, Any]:
    """Links, publications with their outlets, and how many there are (null where it cannot be told)."""
    media = read_media(text)
    items = [{"outlet": item.outlet, "url": item.url} for item in media.items]
    return {"links": _links(media.links), "items": items, "count": media.count}


def _links(links: tuple[Link, ...]) -> list[dict[str, str]]:
    return [{"target": link.target, "text": link.text} for link in links]


def explain_heading(text: str, period: Period | None) -> dict[str, Any]:
    """The column that a heading names, or null."""
    heading = read_heading(text)
    return {"key": heading.value if heading else None}


def explain_period(text: str, period: Period | None) -> dict[str, Any]:
    """The reporting period that a title line names."""
    found = read_period(text)
    parts = {"year": found.year, "quarter": found.quarter, "half": found.half, "month": found.month}
    return {**present(parts), "confidence": found.confidence.value}


EXPLAINERS: dict[str, Callable[[str, Period | None], dict[str, Any]]] = {
    "date": explain_date,
    "participants": explain_participants,
    "site_links": explain_site_links,
    "media": explain_media,
    "heading": explain_heading,
    "period": explain_period,
}


def explain(column: str, period: Period | None) -> int:
    """Read JSON strings, one a line, from stdin; write one object a line.

    Raises:
        BadInput: a line is no JSON string; nothing is written then.
    """
    cells = list(_cells(sys.stdin.buffer.read()))
    for text in cells:
        print_json(EXPLAINERS[column](text, period))
    return 0


def _cells(data: bytes) -> Iterator[str]:
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if lines and not lines[-1].strip():
        lines.pop()
    for place, line in enumerate(lines, 1):
        try:
            value = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, str):
            raise BadInput(f"Рядок {place} не є рядком JSON: очікується по одній клітинці в лапках на рядок.")
        yield value

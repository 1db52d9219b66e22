"""The rows of one report in its own order: what every switch to a quarter asks for.

Written out, because to put the statement of :func:`courtcomms.store.queries.in_report` together takes longer
than to answer it.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from courtcomms.model import DateKind, EventState
from courtcomms.period import Period
from courtcomms.store import compact, unplaced

_STANDING = ", ".join(f"'{kind.value}'" for kind in DateKind if kind.standing)

#: Events that appear by their days, looked for among all, or handed over where they are remembered.
_SOUGHT = (
    "court_id = :court AND state = :live AND date_start <= :end AND date_end >= :start "
    f"AND date_start <= date_end AND date_kind NOT IN ({_STANDING}) "
    "AND NOT EXISTS (SELECT 1 FROM report_row AS other WHERE other.event_id = event.id)"
)
_KNOWN = "id IN (SELECT value FROM json_each(:known))"
# CROSS keeps SQLite from beginning with all events.
_ROWS = (
    "SELECT json_group_array(id) FROM (SELECT id FROM ("
    "SELECT event.id, position, date_start FROM report_row CROSS JOIN event ON event.id = event_id "
    "WHERE report_id = :report AND state = :live AND (included OR :excluded) "
    "UNION ALL SELECT id, NULL, date_start FROM event WHERE {loose}) "
    "ORDER BY position IS NULL, position, date_start IS NULL, date_start, id)"
)
_BY_SOUGHT, _BY_KNOWN = text(_ROWS.format(loose=_SOUGHT)), text(_ROWS.format(loose=_KNOWN))


def live_ids(
    session: Session, court_id: int, report_id: int, period: Period, *, excluded: bool
) -> tuple[int, ...]:
    """The events that the report shows (``report_id`` 0: would show), ``excluded`` ones too if asked for."""
    start, end = period.start.isoformat(), period.end.isoformat()
    known = unplaced.known_of(session, court_id)
    loose = known.ids(start, end) if known is not None else None
    asked: dict[str, Any] = {"report": report_id, "live": EventState.LIVE.value, "excluded": excluded}
    if loose is None:
        asked |= {"court": court_id, "start": start, "end": end}
        return compact.given(session, _BY_SOUGHT, asked)
    return compact.given(session, _BY_KNOWN, asked | {"known": json.dumps(loose)})

"""How the command line tells of a link: one JSON object, or one line of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from courtcomms.commands.output import present
from courtcomms.linkcheck.address import shown
from courtcomms.model import LinkPlace, Severity
from courtcomms.services.link_repairs import mend_of
from courtcomms.services.link_values import Said
from courtcomms.services.links import ReportLink

#: The verdict of an address of which the rules say nothing, where no network was asked.
FINE = "ok"
MARKS = {Severity.OK: "добре", Severity.HINT: "порада", Severity.WARN: "увага", Severity.ERROR: "помилка"}
_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}
_NOTHING = "Зауважень до запису адреси немає."


def link_object(
    link: ReportLink, rows: Mapping[int, int] | None = None, *, offline: bool = False
) -> dict[str, Any]:
    """The link for a machine; ``rows`` are the numbers of the report's rows by event, where one is asked.

    ``offline``: only what the rules say, whatever is remembered of the address.
    """
    severity = severity_of(link, offline=offline)
    found: dict[str, Any] = {"url": link.target}
    if rows is not None:
        found["where"] = _cells(link.places, rows)
    found |= {
        "severity": severity.value,
        "verdict": _verdict(link, offline=offline),
        "reason": reason_of(link, offline=offline),
    }
    last = link.status.last if link.status is not None and not offline else None
    mend = mend_of(replace(link, status=None) if offline else link)
    found |= present({"repair": mend[0] if mend is not None else None, "official": link.official})
    if last is not None:
        found |= present(
            {
                "http": last.http,
                "final_url": last.final_url or None,
                "hops": last.hops if last.chain else None,
                "title": last.title or None,
                "checked_at": last.checked_at.isoformat(timespec="seconds"),
            }
        )
    return found


def link_line(
    link: ReportLink, rows: Mapping[int, int] | None = None, *, offline: bool = False
) -> tuple[str, ...]:
    """The link for a person: how it stands, the address, where it stands, and why."""
    mark = MARKS[severity_of(link, offline=offline)]
    where = _numbers(link.places, rows) if rows is not None else ()
    return (mark, shown(link.target), *where, reason_of(link, offline=offline))


def severity_of(link: ReportLink, *, offline: bool = False) -> Severity:
    """How much the link matters; ``offline`` without what was seen of it."""
    if not offline:
        return link.severity
    return max((one.severity for one in link.said), key=_WEIGHTS.__getitem__, default=Severity.OK)


def reason_of(link: ReportLink, *, offline: bool = False) -> str:
    """Why: the worst first, and beside a rule's word what the network says."""
    said = _worst(link)
    if offline or link.status is None:
        return said.message if said is not None else _NOTHING
    seen = link.status
    if said is None or _WEIGHTS[seen.severity] >= _WEIGHTS[said.severity]:
        return seen.reason
    return f"{said.message} {seen.reason}"


def _verdict(link: ReportLink, *, offline: bool) -> str:
    verdict = link.status.verdict if link.status is not None and not offline else None
    if verdict is not None:
        return verdict.value
    said = _worst(link)
    return said.code.removeprefix("link_") if said is not None else FINE


def _worst(link: ReportLink) -> Said | None:
    """The gravest thing that the rules say; of equals the first."""
    return max(link.said, key=lambda one: _WEIGHTS[one.severity], default=None)


def _cells(places: Iterable[LinkPlace], rows: Mapping[int, int]) -> list[dict[str, Any]]:
    """Each cell in which the link stands, once."""
    known = (place for place in places if place.event_id in rows)
    cells = dict.fromkeys((rows[place.event_id], place.column.value) for place in known)
    return [{"row": row, "column": name} for row, name in cells]


def _numbers(places: Iterable[LinkPlace], rows: Mapping[int, int]) -> tuple[str]:
    numbers = sorted({rows[place.event_id] for place in places if place.event_id in rows})
    return (f"№ {', '.join(map(str, numbers))}",)

"""The command `check`: findings of a report before submission."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from courtcomms.commands.output import print_json, print_table, say
from courtcomms.errors import Missing
from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Event, Finding, LinkStatus, Severity
from courtcomms.period import Period
from courtcomms.plural import counted, counted_rows
from courtcomms.review import review, worst
from courtcomms.services import only_court, report_events
from courtcomms.services.links import statuses_of
from courtcomms.store import Register
from courtcomms.store.labels import COLUMN_NAMES

_MARKS = {Severity.ERROR: "помилка", Severity.WARN: "увага", Severity.HINT: "порада", Severity.OK: "добре"}
_COUNTED = {
    Severity.ERROR: ("помилка", "помилки", "помилок"),
    Severity.WARN: ("застереження", "застереження", "застережень"),
    Severity.HINT: ("порада", "поради", "порад"),
}


def check(
    register: Register, period: Period | None, *, as_json: bool, settings: LinkSettings = DEFAULT
) -> int:
    """`check`: findings before submission; exit code 1 when one is an error.

    Without a period the newest report is checked. What the user has hidden is only counted. What looks at the
    links' addresses have found is told with the rest; nothing is asked of the network.
    """
    court = only_court(register)
    wanted = period or newest_period(register, court.id)
    if register.report(court.id, wanted) is None:
        raise Missing(f"У реєстрі немає звіту за {wanted.title}: перевіряти нічого.")
    events = report_events(register, court.id, wanted)
    statuses = _statuses(register, court.id, wanted)
    found = review(events, wanted, court=court, statuses=statuses, link_settings=settings)
    dismissed = register.dismissals(court.id)
    findings = tuple(finding for finding in found if finding.dismissal not in dismissed)
    hidden = len(found) - len(findings)
    if as_json:
        rows = _numbers(events)
        listed = [_finding_json(finding, rows) for finding in findings]
        print_json({"period": wanted.code, "findings": listed, "dismissed": hidden})
    else:
        tell_findings(events, findings)
        rows_told = counted_rows(len(events))
        say(f"Звіт за {wanted.title}: {', '.join([rows_told, *_told(findings, hidden)])}.")
    return 1 if worst(findings) is Severity.ERROR else 0


def _statuses(register: Register, court_id: int, period: Period) -> dict[str, LinkStatus]:
    """What is known of the addresses of a report's links."""
    addresses = (read_address(use.target) for use in register.link_uses(court_id, period))
    urls = {address.url for address in addresses if address is not None}
    return statuses_of(register, urls, dt.datetime.now(dt.UTC))


def newest_period(register: Register, court_id: int) -> Period:
    """The period of the newest report.

    Raises:
        Missing: there is none.
    """
    reports = register.reports(court_id)
    if not reports:
        raise Missing("У реєстрі ще немає жодного звіту: перевіряти нічого.")
    return reports[0].period


def tell_findings(events: Sequence[Event], findings: Sequence[Finding]) -> None:
    """Findings for a person to read: one a line, with the row's number, the column and the words meant."""
    rows = _numbers(events)
    print_table(
        (
            _MARKS[finding.severity],
            f"№ {rows[finding.event_id]}",
            COLUMN_NAMES[finding.column],
            _told_in(finding),
        )
        for finding in findings
    )
    if not findings:
        say("Зауважень немає.")


def _numbers(events: Sequence[Event]) -> dict[int, int]:
    return {event.id: number for number, event in enumerate(events, 1)}


def _told_in(finding: Finding) -> str:
    words = finding.excerpt.strip()
    return f"{finding.message} → {words}" if words and words not in finding.message else finding.message


def _told(findings: Sequence[Finding], hidden: int) -> Iterator[str]:
    """How many findings of each weight there are, how many can be mended at once, how many are hidden."""
    for severity, words in _COUNTED.items():
        number = sum(finding.severity is severity for finding in findings)
        if number:
            yield counted(number, *words)
    mended = sum(finding.repair is not None for finding in findings)
    if mended:
        yield f"з готовим виправленням: {mended}"
    if hidden:
        yield f"приховано: {hidden}"


def _finding_json(finding: Finding, rows: dict[int, int]) -> dict[str, Any]:
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "row": rows[finding.event_id],
        "event": finding.event_id,
        "column": finding.column.value,
        "start": finding.start,
        "end": finding.end,
        "excerpt": finding.excerpt,
        "message": finding.message,
        "repair": asdict(finding.repair) if finding.repair is not None else None,
    }

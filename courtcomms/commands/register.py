"""Commands over the register itself: `events`, `check`, `backup`, `restore`, `integrity`, `sample`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from courtcomms.commands.output import print_json, print_table, row_json, say
from courtcomms.errors import Missing
from courtcomms.model import Event, Finding, Severity
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.plural import plural
from courtcomms.reports.export import export_report
from courtcomms.reports.filename import offered_name
from courtcomms.reports.form import load_form
from courtcomms.review import review, worst
from courtcomms.sample import fill_sample
from courtcomms.services import only_court, report_events, snapshot_report
from courtcomms.store import EventQuery, Register
from courtcomms.store.backup import restore


def list_events(register: Register, period: Period | None, search: str, *, as_json: bool) -> int:
    """`events`: the register, or one report, or what a search finds."""
    court = only_court(register)
    events = register.events(register.event_ids(EventQuery(court.id, period=period, search=search)))
    if as_json:
        print_json({"events": [_event_json(event, place) for place, event in enumerate(events, 1)]})
    else:
        print_table((str(event.id), event.cells.date, event.cells.title) for event in events)
        say(f"Знайдено: {len(events)} {plural(len(events), 'захід', 'заходи', 'заходів')}.")
    return 0


def _event_json(event: Event, place: int) -> dict[str, Any]:
    return {"id": event.id, "standing": event.is_standing, **row_json(event, place)}


def check(register: Register, period: Period | None, *, as_json: bool) -> int:
    """`check`: findings before submission; exit code 1 when one is an error.

    Without a period the newest report is checked.
    """
    court = only_court(register)
    wanted = period or _newest(register, court.id)
    if register.report(court.id, wanted) is None:
        raise Missing(f"У реєстрі немає звіту за {wanted.title}: перевіряти нічого.")
    events = report_events(register, court.id, wanted)
    findings = review(events, wanted)
    if as_json:
        numbers = {event.id: number for number, event in enumerate(events, 1)}
        print_json({"period": wanted.code, "findings": [_finding_json(f, numbers) for f in findings]})
    else:
        tell_findings(events, findings)
        count = f"{len(findings)} {plural(len(findings), 'зауваження', 'зауваження', 'зауважень')}"
        rows = f"{len(events)} {plural(len(events), 'рядок', 'рядки', 'рядків')}"
        say(f"Звіт за {wanted.title}: {rows}, {count}.")
    return 1 if worst(findings) is Severity.ERROR else 0


def _newest(register: Register, court_id: int) -> Period:
    reports = register.reports(court_id)
    if not reports:
        raise Missing("У реєстрі ще немає жодного звіту: перевіряти нічого.")
    return reports[0].period


def _finding_json(finding: Finding, numbers: dict[int, int]) -> dict[str, Any]:
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "row": numbers[finding.event_id],
        "event": finding.event_id,
        "column": finding.column.value,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
    }


_MARKS = {Severity.ERROR: "помилка", Severity.WARN: "увага", Severity.HINT: "порада", Severity.OK: "добре"}


def tell_findings(events: tuple[Event, ...], findings: tuple[Finding, ...]) -> None:
    """Findings for a person to read: one a line, with the row's number and the place in the cell."""
    numbers = {event.id: number for number, event in enumerate(events, 1)}
    print_table((_MARKS[f.severity], f"№ {numbers[f.event_id]}", f.message) for f in findings)
    if not findings:
        say("Зауважень немає.")


def back_up(register: Register, target: Path | None) -> int:
    """`backup`: a verified copy of the register, by default among its other backups."""
    say(f"Резервну копію збережено: {register.backup(target)}")
    return 0


def restore_backup(source: Path, data: DataDir) -> int:
    """`restore`: put a verified backup in the register's place; what it replaces is kept."""
    kept = restore(source, data.database)
    say(f"Реєстр відновлено з «{source.name}».")
    if kept is not None:
        say(f"Попередній реєстр збережено: {kept}")
    return 0


def integrity(register: Register) -> int:
    """`integrity`: problems of the register's file; exit code 1 when there is one."""
    problems = register.integrity()
    for problem in problems:
        say(problem)
    if not problems:
        say("Реєстр цілий.")
    return 1 if problems else 0


def sample(folder: Path) -> int:
    """`sample DIR`: a register of an invented court with its newest report as DOCX and XLSX."""
    data = DataDir(folder)
    with Register.open(data.database) as register:
        if register.courts():
            raise Missing(f"У теці «{folder}» уже є реєстр: нічого не змінено. Виберіть порожню теку.")
        fill_sample(register)
        court = only_court(register)
        period = _newest(register, court.id)
        snapshot = snapshot_report(register, court, period, load_form(None))
    for suffix in (".docx", ".xlsx"):
        export_report(snapshot, folder / offered_name(period, suffix))
    say(f"Приклад готовий у теці «{folder}»: реєстр і звіт за {period.title} у Word та Excel.")
    return 0

"""Commands over the register itself: `events`, `backup`, `restore`, `integrity`, `sample`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from courtcomms.commands.check import newest_period
from courtcomms.commands.output import print_json, print_table, row_json, say
from courtcomms.errors import Missing
from courtcomms.model import Event
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.plural import counted_events
from courtcomms.reports.export import export_report
from courtcomms.reports.filename import offered_name
from courtcomms.reports.form import load_form
from courtcomms.sample import fill_sample
from courtcomms.services import find_events, only_court, snapshot_report
from courtcomms.store import EventQuery, Register
from courtcomms.store.backup import restore


def list_events(register: Register, period: Period | None, search: str, *, as_json: bool) -> int:
    """`events`: the register, or one report, or what a search finds."""
    court = only_court(register)
    events = find_events(register, EventQuery(court.id, period=period, search=search))
    if as_json:
        print_json({"events": [_event_json(event, place) for place, event in enumerate(events, 1)]})
    else:
        print_table((str(event.id), event.cells.date, event.cells.title) for event in events)
        say(f"Знайдено: {counted_events(len(events))}.")
    return 0


def _event_json(event: Event, place: int) -> dict[str, Any]:
    return {"id": event.id, "standing": event.is_standing, **row_json(event, place)}


def back_up(register: Register, target: Path | None) -> int:
    """`backup`: a verified copy of the register, by default among its other backups."""
    say(f"Резервну копію збережено: {register.backup(target)}")
    if register.sources_folder.is_dir():
        say(f"Файли, з яких імпортовано рядки, до неї не входять: вони лежать у «{register.sources_folder}».")
    return 0


def restore_backup(source: Path, data: DataDir) -> int:
    """`restore`: put a verified backup in the register's place; what it replaces is kept."""
    kept = restore(source, data.database)
    say(f"Реєстр відновлено з «{source.name}».")
    if kept is not None:
        say(f"Попередній реєстр збережено: {kept}")
    return 0


def integrity(register: Register) -> int:
    """`integrity`: problems of the register's file; exit code 1 when there is one.

    Imported files that are missing or changed are told too, but the register is whole without them.
    """
    problems = register.integrity()
    for problem in problems:
        say(problem)
    for warning in register.source_warnings():
        say(f"Увага: {warning}")
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
        period = newest_period(register, court.id)
        snapshot = snapshot_report(register, court, period, load_form(None))
    for suffix in (".docx", ".xlsx"):
        export_report(snapshot, folder / offered_name(period, suffix))
    say(f"Приклад готовий у теці «{folder}»: реєстр і звіт за {period.title} у Word та Excel.")
    return 0

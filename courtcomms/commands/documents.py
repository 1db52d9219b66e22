"""`report rows` and `report export`: documents out of the register."""

from __future__ import annotations

from pathlib import Path

from courtcomms.commands.output import print_json, row_json, say
from courtcomms.errors import Missing
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.plural import counted_rows
from courtcomms.services import Layout, only_court, report_events, write_report
from courtcomms.services.forms import form_of
from courtcomms.store import Register


def report_rows(register: Register, period: Period) -> int:
    """`report rows`: the rows of a report in its order, as JSON."""
    court = only_court(register)
    if register.report(court.id, period) is None:
        raise Missing(f"У реєстрі немає звіту за {period.title}.")
    events = report_events(register, court.id, period)
    name = court.name_on(period.end).nominative
    rows = [row_json(event, number) for number, event in enumerate(events, 1)]
    print_json({"court": name, "period": period.code, "rows": rows})
    return 0


def export(
    register: Register, data: DataDir, period: Period, path: Path, layout: Layout | None = None
) -> int:
    """`report export`: write the report of a period, or the table over its quarters, to a file."""
    written = write_report(register, period, path, form_of(data, only_court(register).id, period), layout)
    for note in written.notes:
        say(f"Увага: {note}")
    rows = counted_rows(written.rows)
    say(f"Записано «{path.name}»: {rows}.")
    return 0

"""`carry-over`, `report submit` and `report reopen`: a quarter's beginning and its end."""

from __future__ import annotations

from typing import Any

from courtcomms.commands.output import print_json, print_table, say
from courtcomms.errors import Missing
from courtcomms.model import CarryOver, Court, Report, ReportState
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.plural import counted, counted_rows
from courtcomms.services import only_court, plan_quarter, reopen_report, submit_report
from courtcomms.services.forms import form_of
from courtcomms.store import Register


def carry_over(register: Register, period: Period, *, as_json: bool) -> int:
    """`carry-over`: make the report of a period and give it the standing events of the one before."""
    court = only_court(register)
    plan = plan_quarter(register, court.id, period)
    register.backup_if_due()
    register.carry_over(court.id, period, plan.carried)
    if as_json:
        print_json(_plan_json(plan))
    else:
        events = register.events(plan.carried)
        print_table((str(event.id), event.cells.date, event.cells.title) for event in events)
    say(_outcome(plan))
    return 0


def _plan_json(plan: CarryOver) -> dict[str, Any]:
    return {
        "period": plan.target.code,
        "source": plan.source.code if plan.source else None,
        "carried": list(plan.carried),
        "closed": list(plan.closed),
        "dated": list(plan.dated),
        "present": list(plan.present),
    }


def _outcome(plan: CarryOver) -> str:
    count = len(plan.carried)
    events = counted(count, "постійний захід", "постійні заходи", "постійних заходів")
    taken = f" зі звіту за {plan.source.title}" if plan.source else ""
    parts = [f"Звіт за {plan.target.title}: перенесено {events}{taken}"]
    if plan.dated:
        parts.append(f"з'явилися за датою: {len(plan.dated)}")
    if plan.closed:
        parts.append(f"завершені, не перенесено: {len(plan.closed)}")
    if plan.present:
        parts.append(f"уже були у звіті: {len(plan.present)}")
    return "; ".join(parts) + "."


def submit(register: Register, data: DataDir, period: Period) -> int:
    """`report submit`: mark a report as submitted and keep it as it is sent."""
    court = only_court(register)
    submit_report(register, _report(register, court, period), form_of(data, court.id, period))
    report = _report(register, court, period)
    rows = counted_rows(report.rows)
    say(f"Звіт за {period.title} позначено як поданий: {rows}. Його копію збережено незмінною.")
    return 0


def reopen(register: Register, period: Period) -> int:
    """`report reopen`: take a submitted report back into work."""
    report = _report(register, only_court(register), period)
    if reopen_report(register, report):
        sent = " Подана копія лишилася в реєстрі." if report.state is ReportState.SUBMITTED else ""
        say(f"Звіт за {period.title} повернуто в роботу.{sent}")
    else:
        say(f"Звіт за {period.title} і так у роботі: нічого не змінено.")
    return 0


def _report(register: Register, court: Court, period: Period) -> Report:
    report = register.report(court.id, period)
    if report is None:
        raise Missing(f"У реєстрі немає звіту за {period.title}: нічого не змінено. Виберіть інший квартал.")
    return report

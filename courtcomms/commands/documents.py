"""`import`, `report rows` and `report export`: documents into the register and out of it."""

from __future__ import annotations

from pathlib import Path

from courtcomms.commands.output import print_json, print_table, row_json, say
from courtcomms.errors import BadInput, Missing
from courtcomms.importing import ImportedDocument, read_document
from courtcomms.importing.to_json import document_to_json, refusal_to_json
from courtcomms.model import CourtName
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.plural import counted_rows
from courtcomms.reports.form import load_form
from courtcomms.services import (
    Layout,
    apply_import,
    only_court,
    plan_import,
    report_events,
    write_report,
)
from courtcomms.services.imports import ImportPlan
from courtcomms.store import Register


def show_document(path: Path, *, as_json: bool) -> int:
    """`import --dry-run`: what is in the document; touches no register."""
    document = _read(path, as_json=as_json)
    if as_json:
        print_json(document_to_json(document))
    else:
        _tell_document(document)
    return 0


def import_document(register: Register, path: Path, period: Period | None, *, as_json: bool) -> int:
    """`import`: read the document and put its new rows into the report of its period."""
    document = _read(path, as_json=as_json)
    plan = plan_import(register, document, period)
    register.backup_if_due()
    apply_import(register, plan)
    if as_json:
        print_json(document_to_json(document))
    for warning in document.warnings:
        say(f"Увага: {warning}")
    if plan.other_court is not None:
        say(_other_court(plan, plan.other_court))
    say(_outcome(plan))
    return 0


def _other_court(plan: ImportPlan, named: CourtName) -> str:
    own = plan.court.name_on(plan.period.end).nominative
    return (
        f"Увага: у документі названо інший суд («{named.nominative}»), а реєстр веде «{own}»: "
        "рядки додано до нього. Якщо документ не той, скасуйте імпорт у вікні програми."
    )


def _read(path: Path, *, as_json: bool) -> ImportedDocument:
    try:
        return read_document(path)
    except BadInput as refusal:
        if as_json:
            print_json(refusal_to_json(str(refusal)))
        raise


def _tell_document(document: ImportedDocument) -> None:
    kinds = {"report": "звіт", "plan": "план", "none": "не звіт і не план"}
    say(f"Документ: {kinds[document.kind]}")
    say(f"Суд: {document.court.nominative if document.court else 'не знайдено'}")
    say(f"Період: {document.period.name if document.period else 'не знайдено'}")
    say(f"Рядків: {len(document.rows)}")
    for warning in document.warnings:
        say(f"Увага: {warning}")
    print_table((row.cells.number, row.cells.date, row.cells.title) for row in document.rows)
    say("Це лише перегляд: до реєстру нічого не записано.")


def _outcome(plan: ImportPlan) -> str:
    fresh, known = len(plan.fresh), len(plan.known)
    text = f"Імпортовано {counted_rows(fresh)} до звіту за {plan.period.title}."
    if known:
        text += f" Уже були у звіті: {known}."
    return text


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
    written = write_report(register, period, path, load_form(data.own_form), layout)
    for note in written.notes:
        say(f"Увага: {note}")
    rows = counted_rows(written.rows)
    say(f"Записано «{path.name}»: {rows}.")
    return 0

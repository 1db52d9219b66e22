"""What `import` tells: documents as JSON on stdout, what became of their rows on stderr."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from courtcomms.commands.output import print_json, print_table, say
from courtcomms.importing import ImportedDocument
from courtcomms.importing.read import first_of
from courtcomms.importing.to_json import document_to_json
from courtcomms.model import CourtName
from courtcomms.plural import counted_rows
from courtcomms.services import Decision, ImportPlan, ReportPlan
from courtcomms.store import Register

_KINDS = {"report": "звіт", "plan": "план", "none": "не звіт і не план"}
#: So many rows that were guessed at are told one by one.
_MOST_DOUBTS = 10


def print_read(documents: Sequence[ImportedDocument], paths: Sequence[Path], *, single: bool) -> None:
    """The documents as JSON: of a single file as ever, of several one a line, each with its file."""
    if single:
        print_json(document_to_json(first_of(documents)))
        return
    for document, path in zip(documents, paths, strict=True):
        print_json({"file": str(path), **document_to_json(document)})


def tell_document(document: ImportedDocument, *, named: bool) -> None:
    """What is in a document, for a person."""
    if named:
        say(f"Файл: {_part(document)}")
    say(f"Документ: {_KINDS[document.kind]}")
    say(f"Суд: {document.court.nominative if document.court else 'не знайдено'}")
    say(f"Період: {document.period.name if document.period else 'не знайдено'}")
    say(f"Рядків: {len(document.rows)}")
    for warning in document.warnings:
        say(f"Увага: {warning}")
    print_table((row.cells.number, row.cells.date, row.cells.title) for row in document.rows)


def tell_imported_before(register: Register, documents: Sequence[ImportedDocument]) -> None:
    """Files that were imported before, and not taken back since."""
    for sha256, name in {one.source.sha256: one.source.name for one in documents}.items():
        moment = register.imported_on(sha256)
        if moment is not None:
            say(f"Увага: «{name}» уже імпортовано {moment.astimezone():%d.%m.%Y о %H:%M}.")


def tell_outcome(plan: ImportPlan, *, named: bool) -> None:
    """What became of each document and of other reports."""
    for report in plan.reports:
        of_file = f" ({_part(report.document)})" if named else ""
        for warning in report.document.warnings:
            say(f"Увага{of_file}: {warning}")
        if report.other_court is not None:
            say(_other_court(report, report.other_court))
        _tell_doubts(report, of_file)
        told = f"{_part(report.document)}: {_outcome(report)}" if named else _outcome(report)
        say(report.refusal if report.frozen and _unknown(report) else told)
    if plan.also_sent:
        periods = ", ".join(period.name for period in plan.also_sent)
        say(f"Збережено як подані, бо їхні заходи мають новіший текст: {periods}.")


def _part(document: ImportedDocument) -> str:
    part = f", звіт {document.part + 1} із {document.parts}" if document.parts > 1 else ""
    return f"«{document.source.name}»{part}"


def _unknown(report: ReportPlan) -> bool:
    """Whether a report that was submitted lacks rows of the document."""
    return any(row.match is None or row.differences for row in report.rows)


def _outcome(report: ReportPlan) -> str:
    joined, skipped = report.joined, report.skipped
    parts = [f"Імпортовано {counted_rows(report.fresh + joined)} до звіту за {report.period.title}."]
    if joined:
        parts.append(f"З них заходи, відомі з інших звітів: {joined}.")
    if skipped:
        parts.append(f"Уже були у звіті: {skipped}.")
    if report.sent:
        parts.append("Звіт збережено як поданий.")
    return " ".join(parts)


def _tell_doubts(report: ReportPlan, of_file: str) -> None:
    doubts = [
        (number, sentence)
        for number, row in enumerate(report.rows, 1)
        if row.decision is Decision.ADD and row.match is not None
        for sentence in row.doubts[-1:]
    ]
    for number, sentence in doubts[:_MOST_DOUBTS]:
        say(f"Увага{of_file}: рядок {number} додано як новий захід. {sentence}")
    if len(doubts) > _MOST_DOUBTS:
        say(f"Увага{of_file}: таких рядків ще {len(doubts) - _MOST_DOUBTS}.")


def _other_court(report: ReportPlan, named: CourtName) -> str:
    own = report.court.name_on(report.period.end).nominative
    return (
        f"Увага: у документі названо інший суд («{named.nominative}»), а реєстр веде «{own}»: "
        "рядки додано до нього. Якщо документ не той, скасуйте імпорт у вікні програми."
    )

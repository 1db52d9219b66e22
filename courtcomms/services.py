"""What the window and the command line both do: import into a report and take a report out.

These put the rooms together; each of them alone knows nothing of the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from courtcomms.errors import BadInput, Missing
from courtcomms.importing import ImportedDocument
from courtcomms.model import Cells, Changes, Column, Court, CourtName, Event
from courtcomms.period import Period
from courtcomms.plural import plural
from courtcomms.reports.export import export_report
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot, take_snapshot
from courtcomms.store import EventQuery, Register


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do: ``fresh`` rows become events, ``known`` ones stand in the report already.

    ``new_court`` is a court to be created; otherwise ``court`` is the one in the register.
    """

    document: ImportedDocument
    period: Period
    court: Court
    fresh: tuple[Cells, ...]
    known: tuple[Cells, ...]

    @property
    def new_court(self) -> bool:
        """Whether the court is not in the register yet."""
        return self.court.id == 0


def only_court(register: Register) -> Court:
    """The register's court (the first one: today a register has one).

    Raises:
        Missing: the register is empty.
    """
    courts = register.courts()
    if not courts:
        raise Missing("Реєстр порожній: імпортуйте попередній звіт або заповніть приклад.")
    return courts[0]


def report_events(register: Register, court_id: int, period: Period) -> tuple[Event, ...]:
    """The events of a report in its order."""
    return register.events(register.event_ids(EventQuery(court_id, period=period)))


def plan_import(register: Register, document: ImportedDocument, period: Period | None = None) -> ImportPlan:
    """Find out what importing a document would do; writes nothing.

    ``period`` is the user's word and wins over the document's title. A row whose nine cells (but for the
    number) stand in the report already is known and is not taken twice.

    Raises:
        BadInput: the document is no report, or neither it nor the user names the period.
    """
    if document.kind == "plan":
        raise BadInput(
            f"«{document.source.name}» — це план, а не звіт: нічого не імпортовано. "
            "Виберіть документ із «Таблицею 1»."
        )
    wanted = period or document.period
    if wanted is None:
        raise BadInput(
            f"У «{document.source.name}» не знайдено звітного періоду: нічого не імпортовано. "
            "Укажіть квартал, наприклад --period 2021-Q3."
        )
    court = _court_of(register, document)
    present = set()
    if court.id:
        present = {_identity(event.cells) for event in report_events(register, court.id, wanted)}
    fresh = tuple(row.cells for row in document.rows if _identity(row.cells) not in present)
    known = tuple(row.cells for row in document.rows if _identity(row.cells) in present)
    return ImportPlan(document, wanted, court, fresh, known)


def apply_import(register: Register, plan: ImportPlan) -> Changes:
    """Carry out a plan as one step; empty changes when there is nothing new."""
    court = plan.court
    if plan.new_court:
        register.save_court(court)
        court = next(stored for stored in register.courts() if stored.names == court.names)
    if not plan.fresh:
        return register.add_report(court.id, plan.period)
    count = len(plan.fresh)
    label = f"Імпорт: {count} {plural(count, 'захід', 'заходи', 'заходів')}"
    source = plan.document.source
    return register.add_rows(
        court.id, plan.period, plan.fresh, label=label, source=(source.name, source.sha256, source.size)
    )


def snapshot_report(register: Register, court: Court, period: Period, form: ReportForm) -> ReportSnapshot:
    """The report of a period as it would be written now.

    Raises:
        Missing: the register has no report of this period.
    """
    if register.report(court.id, period) is None:
        raise Missing(f"У реєстрі немає звіту за {period.title}: файл не створено. Виберіть інший квартал.")
    return take_snapshot(form, court, period, report_events(register, court.id, period))


@dataclass(frozen=True, slots=True)
class Written:
    """A report that was written: its number of rows, and what the format could not do, in Ukrainian."""

    rows: int
    notes: tuple[str, ...]


def write_report(register: Register, period: Period, path: Path, form: ReportForm) -> Written:
    """Export the report of a period to a file by its suffix.

    Raises:
        Missing: no such report.
        BadInput: a suffix for which there is no writer.
        CannotWrite: the file cannot be written; what stood there is untouched.
    """
    snapshot = snapshot_report(register, only_court(register), period, form)
    return Written(snapshot.event_count, export_report(snapshot, path))


def _identity(cells: Cells) -> tuple[str, ...]:
    return tuple(text for column, text in cells.texts() if column is not Column.NUMBER)


def _court_of(register: Register, document: ImportedDocument) -> Court:
    """The stored court that the document names, else the register's only one, else a new one."""
    courts = register.courts()
    for court in courts:
        if document.court is None or any(_same_name(name, document.court) for name in court.names):
            return court
    if document.court is None:
        nameless = CourtName("Суд (назву не вказано)", "суду (назву не вказано)")
        return Court(0, (nameless,))
    return Court(0, (replace(document.court, valid_from=None),))


def _same_name(one: CourtName, other: CourtName) -> bool:
    return one.nominative.casefold() == other.nominative.casefold()

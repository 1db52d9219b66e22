"""A document into the register."""

from __future__ import annotations

from dataclasses import dataclass, replace

from courtcomms.errors import BadInput
from courtcomms.importing import ImportedDocument
from courtcomms.model import Cells, Changes, Column, Court, CourtName
from courtcomms.period import Period
from courtcomms.plural import counted_events
from courtcomms.progress import SILENT, Progress
from courtcomms.services.exports import report_events
from courtcomms.store import Counts, Register


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do: ``fresh`` rows become events, ``known`` ones stand in the report already.

    ``new_court`` is a court to be created; otherwise ``court`` is the one in the register (with the
    document's name, where nothing else is known of it yet).
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

    @property
    def other_court(self) -> CourtName | None:
        """The court that the document names, if that is by none of the names of the one it goes to."""
        named = self.document.court
        known = named is None or any(_same_name(name, named) for name in self.court.names)
        return None if known else named


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


def apply_import(register: Register, plan: ImportPlan, progress: Progress = SILENT) -> Changes:
    """Carry out a plan as one step, the court's making included; empty changes when there is nothing new.

    Raises:
        Frozen: the report was submitted. Cancelled: it is no longer wanted; nothing was written.
    """
    if plan.new_court and register.courts():
        plan = plan_import(register, plan.document, plan.period)
    court = plan.court if plan.new_court or _is_blank(register, plan.court.id) else plan.court.id
    if not plan.fresh:
        return register.add_report(court, plan.period)
    label = f"Імпорт: {counted_events(len(plan.fresh))}"
    source = plan.document.source
    return register.add_rows(
        court,
        plan.period,
        plan.fresh,
        label=label,
        source=(source.name, source.sha256, source.size),
        progress=progress,
    )


def _identity(cells: Cells) -> tuple[str, ...]:
    return tuple(text for column, text in cells.texts() if column is not Column.NUMBER)


def _court_of(register: Register, document: ImportedDocument) -> Court:
    """The stored court that the document names, else the register's only one, else a new one.

    One court today: another one's document goes to the court that is there, and whoever imports is told.
    A court with nothing in it takes the document's name.
    """
    courts = register.courts()
    for court in courts:
        if document.court is None or any(_same_name(name, document.court) for name in court.names):
            return court
    if courts and not _is_blank(register, courts[0].id):
        return courts[0]
    return Court(courts[0].id if courts else 0, (_own_name(document),))


def _own_name(document: ImportedDocument) -> CourtName:
    if document.court is None:
        return CourtName("Суд (назву не вказано)", "суду (назву не вказано)")
    return replace(document.court, valid_from=None)


def _is_blank(register: Register, court_id: int) -> bool:
    """Whether a court has neither a report nor an event."""
    return not register.reports(court_id) and register.counts(court_id) == Counts()


def _same_name(one: CourtName, other: CourtName) -> bool:
    return one.nominative.casefold() == other.nominative.casefold()

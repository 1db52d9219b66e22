"""Carrying out an import as one step: files kept, rows brought in, older reports kept as they were sent."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from courtcomms.errors import CannotWrite, Conflict, Frozen, reason_of
from courtcomms.model import Changes, Court, CourtName
from courtcomms.period import Period
from courtcomms.plural import counted, counted_events, counted_rows
from courtcomms.progress import SILENT, Progress
from courtcomms.reports.export import FROZEN_SUFFIXES
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import take_snapshot
from courtcomms.services.import_court import is_blank
from courtcomms.services.import_model import Decision, ImportPlan, PlannedRow, ReportPlan
from courtcomms.services.import_plan import plan_imports
from courtcomms.services.import_sending import is_newer
from courtcomms.services.quarters import rendered
from courtcomms.store import Register
from courtcomms.store.incoming import IncomingReport, IncomingRow, KeptReport
from courtcomms.store.origins import changed_since

#: What finds the form of a report by its court's id and its period.
FormOf = Callable[[int, Period], ReportForm]

#: The part of a package that tells a Word document from a workbook; its name stands in the file as it is.
_MAIN_PARTS = {".docx": b"word/document.xml", ".xlsx": b"xl/workbook.xml"}


def apply_imports(
    register: Register,
    plan: ImportPlan,
    files: Mapping[str, Path],
    form: ReportForm | FormOf,
    progress: Progress = SILENT,
) -> Changes:
    """Carry out a plan as one step; empty changes where there is nothing to do.

    ``files`` are the documents' files by SHA-256; they are kept in the register's folder. Older drafts that
    must be kept as sent are rendered in ``form``, which may be found by a court's id and the period.
    Submitted reports are passed over.

    Raises:
        Frozen: nothing but submitted reports would get rows. Conflict: the register or a file was changed
            since the plan was made. CannotWrite: a file cannot be kept. Cancelled: it is no longer wanted.
    """
    plan = _still(register, plan)
    reports = [report for report in plan.reports if not report.frozen]
    if not reports:
        for report in plan.reports:
            if any(row.match is None or not row.match.own_report for row in report.rows):
                raise Frozen(report.refusal)
        return Changes()
    court = reports[0].court
    kept = [*_also_sent(register, court, plan.also_sent, form, progress), *_sent(reports, files)]
    with _kept_sources(register, reports, files):
        return register.bring_in(
            court if court.id == 0 or is_blank(register, court.id) else court.id,
            _incoming(reports),
            kept,
            label=_label(reports),
            base=plan.base,
            progress=progress,
        )


def _still(register: Register, plan: ImportPlan) -> ImportPlan:
    """The plan, made anew where something was done meanwhile.

    Raises:
        Conflict: it is another one now.
    """
    if register.last_step() == plan.base:
        return plan
    anew = plan_imports(register, plan.documents, plan.wishes)
    if (anew.reports, anew.also_sent) != (plan.reports, plan.also_sent):
        raise Conflict(
            "Реєстр змінено після перегляду: нічого не імпортовано. Перегляньте імпорт ще раз і повторіть."
        )
    return anew


def _incoming(reports: Sequence[ReportPlan]) -> list[IncomingReport]:
    """The rows that are taken, and those that stand in their report already, for the sake of the order."""
    places: dict[tuple[int, int], tuple[int, int]] = {}
    incoming = []
    for place, report in enumerate(reports):
        rows = [(number, row) for number, row in enumerate(report.rows) if _concerns(row)]
        places.update(((report.index, number), (place, at)) for at, (number, _row) in enumerate(rows))
        told = tuple(_incoming_row(report.period, row, number, places) for number, row in rows)
        source = report.document.source
        incoming.append(IncomingReport(report.period, told, (source.name, source.sha256, source.size)))
    return incoming


def _concerns(row: PlannedRow) -> bool:
    """Whether a row goes into the report or stands in it."""
    return row.decision is not Decision.SKIP or (row.match is not None and row.match.own_report)


def _incoming_row(
    period: Period, row: PlannedRow, number: int, places: Mapping[tuple[int, int], tuple[int, int]]
) -> IncomingRow:
    cells, place, match = row.row.cells, row.row.place, row.match
    if match is None or row.decision is Decision.ADD:
        return IncomingRow(cells, place=place, number=number + 1)
    earlier = None
    if match.event_id is None and match.document is not None and match.row is not None:
        earlier = places[match.document, match.row]
    taken = row.decision is Decision.JOIN
    rewrites = taken and bool(row.differences) and is_newer(period, match.period)
    return IncomingRow(cells, match.event_id, earlier, taken, rewrites, place, number + 1)


def _label(reports: Sequence[ReportPlan]) -> str:
    """What the undo menu calls the import."""
    fresh, joined = sum(one.fresh for one in reports), sum(one.joined for one in reports)
    if not fresh + joined:
        return "Імпорт: звіт без нових рядків"
    rows = counted_rows(fresh + joined) if joined else counted_events(fresh)
    periods = len({one.period for one in reports})
    if periods == 1:
        return f"Імпорт: {rows}"
    return f"Імпорт: {counted(periods, 'звіт', 'звіти', 'звітів')}, {rows}"


def _also_sent(
    register: Register, court: Court, periods: Sequence[Period], form: ReportForm | FormOf, progress: Progress
) -> Iterator[KeptReport]:
    """Drafts of the register that are kept as they are, like reports that the user submits."""
    for period in periods:
        progress.tell(0, 0)
        report = register.report(court.id, period)
        assert report is not None
        shown = register.current_events(report.id)
        own = form if isinstance(form, ReportForm) else form(court.id, period)
        documents = rendered(take_snapshot(own, court, period, shown))
        yield KeptReport(
            period,
            court.name_on(period.end),
            shown,
            {suffix: document.data for suffix, document in documents.items()},
            {suffix: document.notes for suffix, document in documents.items()},
        )


def _sent(reports: Sequence[ReportPlan], files: Mapping[str, Path]) -> Iterator[KeptReport]:
    """Reports that are kept as their documents have them."""
    for period in dict.fromkeys(report.period for report in reports if report.sent):
        parts = [report for report in reports if report.period == period]
        yield KeptReport(period, _name(parts), None, _own_file(parts, files))


def _name(parts: Sequence[ReportPlan]) -> CourtName:
    """What the court is called in the report: as the document says, if it is its document."""
    first = parts[0]
    named = first.document.court
    return first.court.name_on(first.period.end) if named is None or first.other_court else named


def _own_file(parts: Sequence[ReportPlan], files: Mapping[str, Path]) -> dict[str, bytes]:
    """The document itself, where the report shows what it does and nothing else.

    Raises:
        CannotWrite: it cannot be read any more. Conflict: it is not what was read before.
    """
    first = parts[0]
    whole = len(parts) == 1 and first.alone and not first.skipped and first.document.parts == 1
    path = files.get(first.document.source.sha256)
    suffix = Path(first.document.source.name).suffix.lower()
    if not whole or path is None or suffix not in FROZEN_SUFFIXES:
        return {}
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotWrite(
            f"Файл «{path.name}» не вдалося прочитати ще раз: {reason_of(error)}. Нічого не імпортовано."
        ) from error
    if hashlib.sha256(data).hexdigest() != first.document.source.sha256:
        raise Conflict(changed_since(path.name))
    return {suffix: data} if data.startswith(b"PK") and _MAIN_PARTS[suffix] in data else {}


@contextlib.contextmanager
def _kept_sources(
    register: Register, reports: Sequence[ReportPlan], files: Mapping[str, Path]
) -> Iterator[None]:
    """The files that rows come from, kept; those that are new go again where the step fails."""
    digests = dict.fromkeys(
        report.document.source.sha256 for report in reports if report.fresh or report.joined
    )
    made: list[Path] = []
    try:
        for sha256 in digests:
            if sha256 in files:
                kept = register.keep_source(files[sha256], sha256)
                made += [kept] if kept else []
        yield
    except BaseException:
        for path in made:
            with contextlib.suppress(OSError):  # a copy too many does no harm, another error would hide this
                path.unlink()
        raise

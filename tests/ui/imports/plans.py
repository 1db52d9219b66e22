"""Plans of imports made by hand, for what only shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from courtcomms.importing.document import (
    ImportedDocument,
    ImportedRow,
    LeftKind,
    LeftOut,
    SourceColumn,
    SourceFile,
)
from courtcomms.model import Cells, Column, Court, CourtName
from courtcomms.period import Period
from courtcomms.services.import_model import (
    Decision,
    ImportPlan,
    Match,
    PlannedRow,
    ReportPlan,
    RowMark,
)
from ui.imports.batch import Batch
from ui.imports.reading import Reading

Q2, Q3, Q4 = (Period.quarter(2021, number) for number in (2, 3, 4))
COURT = Court(1, (CourtName("Вигаданий суд", "Вигаданого суду"),))
COLUMNS = tuple(SourceColumn(n, column.value, column.value) for n, column in enumerate(Column))
LEFT = (
    LeftOut(LeftKind.NOTE, "Крім того, проведено два виступи", "виноска 1"),
    LeftOut(LeftKind.IMAGE, "", "після таблиці"),
)


def cells(title: str, **others: str) -> Cells:
    """A row's cells."""
    return Cells(**{"title": title, "date": "13.08.2021", "goal": "Довіра до суду", **others})


def read(title: str, doubts: tuple[str, ...] = (), **others: str) -> ImportedRow:
    """A row that was read."""
    return ImportedRow(cells(title, **others), ((),) * 9, "таблиця 1, рядок 7", doubts)


def document(rows: Sequence[ImportedRow] = (), name: str = "zvit.docx", **changes: Any) -> ImportedDocument:
    """A document; its hash is its name."""
    values: dict[str, Any] = {
        "kind": "report",
        "court": None,
        "period": Q3,
        "columns": COLUMNS,
        "rows": tuple(rows) or (read("Захід"),),
        "warnings": (),
        "source": SourceFile(name, name, 10),
        "shape": "a shape",
    }
    return ImportedDocument(**{**values, **changes})


def match(title: str, period: Period | None = Q2, *, own: bool = False, **others: str) -> Match:
    """An event of the register that a row may be."""
    return Match(7, None, None, cells(title, **others), period, 0.9, own)


def new(title: str, *doubts: str) -> PlannedRow:
    """A row that becomes an event."""
    return PlannedRow(read(title), RowMark.NEW, None, (), Decision.ADD, doubts)


def same(title: str) -> PlannedRow:
    """A row that stands in its report already."""
    return PlannedRow(read(title), RowMark.SAME, match(title, Q3, own=True), (), Decision.SKIP, ())


def changed(title: str, before: str) -> PlannedRow:
    """A row that stands in its report with another title."""
    own = match(before, Q3, own=True)
    return PlannedRow(read(title), RowMark.CHANGED, own, (Column.TITLE,), Decision.SKIP, ())


def standing(title: str, before: str = "", period: Period = Q2) -> PlannedRow:
    """A row of an event that stood in another quarter's report."""
    found = match(before or title, period)
    mark, columns = (RowMark.CHANGED, (Column.TITLE,)) if before else (RowMark.SAME, ())
    return PlannedRow(read(title), mark, found, columns, Decision.JOIN, ())


def alike(title: str, other: str) -> PlannedRow:
    """A new row that may be another event."""
    doubt = f"Може бути тим самим заходом, що «{other}»."
    return PlannedRow(read(title), RowMark.NEW, match(other), (Column.TITLE,), Decision.ADD, (doubt,))


def report(rows: Sequence[PlannedRow], period: Period = Q3, **changes: Any) -> ReportPlan:
    """A document of these rows, planned."""
    own = {
        key: changes.pop(key) for key in ("name", "left", "warnings", "columns", "shape") if key in changes
    }
    values: dict[str, Any] = {
        "document": document([row.row for row in rows], period=period, **own),
        "period": period,
        "court": COURT,
        "rows": tuple(rows),
        "sent": False,
        "frozen": False,
    }
    return ReportPlan(**{**values, **changes})


def plan(*reports: ReportPlan, **changes: Any) -> ImportPlan:
    """A plan of reports."""
    return ImportPlan(tuple(reports), **changes)


def batch(planned: ImportPlan, **changes: Any) -> Batch:
    """What was read for a plan."""
    documents = tuple(one.document for one in planned.reports)
    return Batch(Reading(documents, {}, planned.unread, **changes), Q4)

"""A submitted report as it was sent: rows, the court's name and the rendered documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from courtcomms.errors import RegisterUnusable
from courtcomms.model import Anchor, Cells, Column, CourtName, Event, FrozenReport, FrozenRow, ReportState
from courtcomms.period import Period
from courtcomms.store import membership
from courtcomms.store.side_tables import FrozenRecord
from courtcomms.store.steps import Step
from courtcomms.store.tables import ReportRecord


def freeze(
    step: Step,
    report: ReportRecord,
    shown: Sequence[Event],
    court: CourtName,
    files: Mapping[str, bytes],
    notes: Mapping[str, Sequence[str]],
) -> None:
    """Keep a report as it is sent, and mark it as submitted."""
    read_in = membership.earliest_periods(step.session, [event.id for event in shown])
    content = {
        "court": [court.nominative, court.genitive, court.valid_from and court.valid_from.isoformat()],
        "rows": [_packed_row(event, read_in.get(event.id)) for event in shown],
        "notes": {suffix: list(told) for suffix, told in notes.items()},
        "files": [[suffix, len(data), sha256(data).hexdigest()] for suffix, data in files.items()],
    }
    frozen = FrozenRecord(
        report_id=report.id,
        frozen_at=step.at,
        who=step.record.who,
        row_count=len(shown),
        content=content,
        files=b"".join(files.values()),
    )
    step.session.add(frozen)
    step.session.flush()
    step.set(report, "state", ReportState.SUBMITTED.value)
    step.set(report, "frozen_id", frozen.id)


def thaw(step: Step, report: ReportRecord) -> None:
    """Take a submitted report back into work; the copy that was sent stays in the register."""
    step.set(report, "state", ReportState.DRAFT.value)
    step.set(report, "frozen_id", None)


def read(session: Session, report: ReportRecord | None) -> FrozenReport | None:
    """The copy of a report that is submitted now."""
    if report is None or report.frozen_id is None:
        return None
    row = session.get_one(FrozenRecord, report.frozen_id)
    court, genitive, valid_from = row.content["court"]
    return FrozenReport(
        row.id,
        row.report_id,
        row.frozen_at,
        row.who,
        rows_of(row),
        CourtName(court, genitive, _day(valid_from)),
        files_of(row),
        {suffix: tuple(notes) for suffix, notes in row.content["notes"].items()},
    )


def read_rows(session: Session, report: ReportRecord) -> tuple[FrozenRow, ...]:
    """Only the rows of a submitted report; none where it is not submitted."""
    statement = select(FrozenRecord).where(FrozenRecord.id == report.frozen_id)
    row = session.scalar(statement.options(defer(FrozenRecord.files)))
    return rows_of(row) if row else ()


def rows_of(row: FrozenRecord) -> tuple[FrozenRow, ...]:
    """The rows of a copy, in its order."""
    return tuple(_unpacked_row(stored) for stored in row.content["rows"])


def files_of(row: FrozenRecord) -> dict[str, bytes]:
    """The rendered documents of a copy, by suffix: they lie one behind the other, their list in the content.

    Raises:
        RegisterUnusable: they are not what was sent.
    """
    found, start = {}, 0
    for suffix, size, digest in row.content["files"]:
        found[suffix] = row.files[start : start + size]
        start += size
        if sha256(found[suffix]).hexdigest() != digest:
            raise RegisterUnusable(damaged(row))
    return found


def damaged(row: FrozenRecord) -> str:
    """The sentence that a copy is not what was sent."""
    return f"Копію поданого звіту пошкоджено (№ {row.id}): відновіть реєстр із резервної копії."


def _packed_row(event: Event, read_in: Period | None) -> dict[str, Any]:
    return {
        "event": event.id,
        "cells": dict(event.cells.texts()),
        "anchors": [[anchor.column, anchor.text, anchor.target] for anchor in event.cells.anchors],
        "read_in": read_in and read_in.code,
        "standing": event.standing,
        "closed_on": event.closed_on and event.closed_on.isoformat(),
    }


def _unpacked_row(stored: Mapping[str, Any]) -> FrozenRow:
    anchors = tuple(Anchor(Column(column), text, target) for column, text, target in stored["anchors"])
    return FrozenRow(
        stored["event"],
        Cells(**stored["cells"], anchors=anchors),
        Period.parse(stored["read_in"]) if stored["read_in"] else None,
        stored["standing"],
        _day(stored["closed_on"]),
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None

"""A submitted report as it was sent: rows, the court's name and the rendered documents."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from courtcomms.model import Anchor, Cells, Column, CourtName, Event, FrozenReport, FrozenRow, ReportState
from courtcomms.period import Period
from courtcomms.store import membership
from courtcomms.store.side_tables import FrozenRecord
from courtcomms.store.steps import Step
from courtcomms.store.tables import ReportRecord

#: The same documents give the same stored bytes; the year is the first that a ZIP can tell.
_ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)


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
    }
    frozen = FrozenRecord(
        report_id=report.id,
        frozen_at=step.at,
        who=step.record.who,
        row_count=len(shown),
        content=content,
        files=_packed(files),
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
    """The rendered documents of a copy, by suffix.

    Raises:
        zipfile.BadZipFile: they were damaged.
    """
    with zipfile.ZipFile(io.BytesIO(row.files)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(files: Mapping[str, bytes]) -> bytes:
    """One ZIP, which brings a check sum for each document along."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for suffix, data in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(suffix, _ZIP_MOMENT), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


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

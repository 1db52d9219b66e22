"""The program's own writers, and the limit that no writer gets below: deflating the ready XML."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

from benchmarks.rows import bench_rows
from courtcomms.model import (
    Cells,
    Court,
    CourtName,
    DateKind,
    DateSpan,
    Event,
    Participants,
    ParticipantsKind,
)
from courtcomms.period import Period
from courtcomms.reports.docx_writer import render_docx
from courtcomms.reports.form import load_form
from courtcomms.reports.snapshot import ReportSnapshot, take_snapshot
from courtcomms.reports.xlsx_writer import render_xlsx

Job = Callable[[], object]
_COURT = Court(1, (CourtName("Вигаданий районний суд", "Вигаданого районного суду"),))


def docx(size: int) -> Job:
    """From a snapshot, as the peers start from ready text and links."""
    report = snapshot(size)
    return lambda: render_docx(report)


def xlsx(size: int) -> Job:
    """From a snapshot, with the second sheet that lists every link."""
    report = snapshot(size)
    return lambda: render_xlsx(report)


def docx_from_events(size: int) -> Job:
    """From the register's events: the links are found in the text too, which no peer does."""
    events = _events(size)
    return lambda: render_docx(_snapshot(events))


def xlsx_from_events(size: int) -> Job:
    """From the register's events."""
    events = _events(size)
    return lambda: render_xlsx(_snapshot(events))


def docx_limit(size: int) -> Job:
    """Deflate what is in our DOCX."""
    parts = _parts(render_docx(_snapshot(_events(size))))
    return lambda: [zlib.compress(part) for part in parts]


def xlsx_limit(size: int) -> Job:
    """Deflate what is in our XLSX."""
    parts = _parts(render_xlsx(_snapshot(_events(size))))
    return lambda: [zlib.compress(part) for part in parts]


def snapshot(size: int) -> ReportSnapshot:
    """The report itself, for whatever is made of it."""
    return _snapshot(_events(size))


def _parts(document: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return [package.read(name) for name in package.namelist()]


def _snapshot(events: tuple[Event, ...]) -> ReportSnapshot:
    return take_snapshot(load_form(None), _COURT, Period.parse("2021-Q3"), events)


def _events(size: int) -> tuple[Event, ...]:
    span, people = DateSpan(DateKind.TEXT), Participants(ParticipantsKind.TEXT)
    return tuple(
        Event(number, 1, 1, _cells([cell.text for cell in row]), span, people)
        for number, row in enumerate(bench_rows(size), 1)
    )


def _cells(texts: list[str]) -> Cells:
    return Cells(*texts)

"""Reports made by hand for the sheets, and what is read from a sheet or a PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pypdf import PdfReader

from courtcomms.model import Column, Court, CourtName
from courtcomms.period import Period
from courtcomms.reports.form import load_form
from courtcomms.reports.form_model import Executor, ReportForm, Signatory, SignatureDate
from courtcomms.reports.snapshot import ReportSnapshot, cell_content, take_snapshot
from ui.pages.layout import PagedReport
from ui.pages.measures import units
from ui.pages.plan import Kind

Q3 = Period.quarter(2021, 3)
COURT = Court(1, (CourtName("Вигаданий районний суд", "Вигаданого районного суду"),))
NINE = len(Column)
SITE = "https://vyhadanyi.example.court.gov.ua/sud0000/pres-centr/news/{}/"
#: As the longest address of a real report: no blank to break it at.
LONG_ADDRESS = "https://www.example.com.ua/novosti/" + "dovgaadresabezzhodnogorozryvu" * 4 + "12345678"


def snapshot_of(rows: Sequence[Sequence[str]], form: ReportForm | None = None) -> ReportSnapshot:
    """A report of these texts; a row may be shorter than nine cells."""
    empty = take_snapshot(form or load_form(), COURT, Q3, ())
    cells = tuple(tuple(cell_content(text) for text in (*row, *[""] * (NINE - len(row)))) for row in rows)
    return replace(empty, rows=cells, event_count=len(rows)) if rows else empty


def usual_row(number: int) -> tuple[str, ...]:
    """A row such as reports have."""
    return (
        str(number),
        f"День відкритих дверей № {number} у Вигаданому районному суді для учнів ліцею",
        "Підвищення рівня довіри громадян до суду, роз'яснення порядку розгляду справ",
        f"{number % 28 + 1:02}.08.2021",
        SITE.format(900000 + number),
        f"«Вигадані новини»\nhttps://novyny.example.ua/2021/{number}/sud.html",
        "Учні старших класів, студенти",
        "Голова суду, суддя-спікер",
        "25",
    )


def usual(count: int, form: ReportForm | None = None) -> ReportSnapshot:
    """A report of so many usual rows."""
    return snapshot_of([usual_row(number) for number in range(1, count + 1)], form)


def signed_form(form: ReportForm | None = None) -> ReportForm:
    """A form with everything under the table."""
    return replace(
        form or load_form(),
        signatory=Signatory(True, "Керівник апарату суду", "Олена ПЕТРЕНКО"),
        signed=SignatureDate(True, date(2021, 10, 5)),
        executor=Executor(True, "Іваненко О. П.", "(0352) 12-34-56"),
    )


def kinds(report: PagedReport, page: int) -> list[Kind]:
    """The kinds of a sheet's pieces from above."""
    return [placed.kind for placed in report.plans[page].placed]


def lower_edge(report: PagedReport) -> float:
    """Where the lower margin begins."""
    return units(210.0 - report.snapshot.form.page.bottom_mm)


def cell_texts(report: PagedReport) -> dict[tuple[int, int], str]:
    """What the sheets show of each cell, by row and column, pieces joined without blanks."""
    shown: dict[tuple[int, int], str] = {}
    setter = report._setter
    for plan in report.plans:
        for placed in plan.placed:
            if placed.kind is not Kind.ROW:
                continue
            cells = setter.row(placed.index)
            starts = placed.starts or (0,) * NINE
            stops = placed.stops or tuple(cell.count for cell in cells)
            for column, cell in enumerate(cells):
                key = placed.index, column
                shown[key] = shown.get(key, "") + cell.shown(starts[column], stops[column])
    return shown


def read(data: bytes) -> PdfReader:
    """A PDF, its mistakes refused."""
    return PdfReader(io.BytesIO(data), strict=True)


def bare(text: str) -> str:
    """A text without anything that a line end may take the place of."""
    return re.sub(r"\s+", "", text)

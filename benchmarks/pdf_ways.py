"""The report as a PDF: the program's paginator, QTextDocument as Qt's users write it, LibreOffice."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from benchmarks import ours
from benchmarks.rows import HEADINGS, TITLES, WIDTHS_MM, BenchCell, bench_rows

Job = Callable[[], bytes]
_POINTS_AN_INCH = 72


def paginator(size: int) -> Job:
    """Ours: headings on every page, whole rows, page numbers, language and title."""
    from ui.pages.pdf import render_pdf

    _application()
    snapshot = ours.snapshot(size)
    return lambda: render_pdf(snapshot)


def text_document(size: int) -> Job:
    """QTextDocument: an HTML table printed to a QPdfWriter; rows are cut by the page's end."""
    _application()
    rows = bench_rows(size)

    def job() -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageLayout(_layout())
        writer.setResolution(_POINTS_AN_INCH)
        document = QTextDocument()
        document.documentLayout().setPaintDevice(writer)
        document.setPageSize(writer.pageLayout().paintRect(QPageLayout.Unit.Point).size())
        document.setHtml(_html(rows))
        document.print_(writer)
        del writer
        return bytes(buffer.data().data())

    return job


def libre_office(size: int) -> Job:
    """LibreOffice makes a PDF of our Word file, its start included, with a profile that is there already."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    source = folder / "report.docx"
    source.write_bytes(ours.docx(size)())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]

    def job() -> bytes:
        subprocess.run([*command, str(source)], check=True, capture_output=True)
        return (folder / "report.pdf").read_bytes()

    return job


def _application() -> QGuiApplication:
    return QGuiApplication.instance() or QGuiApplication([])  # type: ignore[return-value]


def _layout() -> QPageLayout:
    margins = QMarginsF(30, 20, 10, 20)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)


def _html(rows: tuple[tuple[BenchCell, ...], ...]) -> str:
    total = sum(WIDTHS_MM)
    head = "".join(
        f'<th width="{width * 100 // total}%">{escape(text)}</th>'
        for width, text in zip(WIDTHS_MM, HEADINGS, strict=True)
    )
    body = "".join(f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in rows)
    titles = "".join(f"<p align=center>{escape(line)}</p>" for line in TITLES)
    table = f"<table border=1 cellspacing=0 width=100%><thead><tr>{head}</tr></thead>{body}</table>"
    return f"<body style=\"font-family:'Times New Roman';font-size:10pt\">{titles}{table}</body>"


def _cell(cell: BenchCell) -> str:
    words = escape(cell.before_link).replace("\n", "<br>")
    return words + (f'<a href="{escape(cell.link)}">{escape(cell.link)}</a>' if cell.link else "")

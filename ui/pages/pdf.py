"""The report as a PDF."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from courtcomms.progress import SILENT, Progress
from courtcomms.reports.properties import properties_of
from courtcomms.reports.snapshot import ReportSnapshot
from ui.pages.measures import PER_INCH, PER_POINT
from ui.pages.paginator import Paginator
from ui.pages.sheet import LinkArea, Sheet
from ui.pages.typesetter import Typesetter

#: Qt rounds a sheet to whole points.
SHEET_HEIGHT = 595 * PER_POINT


def page_layout() -> QPageLayout:
    """A4 landscape, the whole sheet."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF())


def render_pdf(snapshot: ReportSnapshot, progress: Progress = SILENT) -> bytes:
    """The report as a .pdf file; the same snapshot gives the same bytes.

    Raises:
        Cancelled: it is no longer wanted.
    """
    # Printing asks this module for a sheet's size and has no need of a library for PDF.
    from ui.pages.pdf_facts import complete

    data, links = _drawn(snapshot, progress)
    return complete(data, properties_of(snapshot), links, SHEET_HEIGHT)


def _drawn(snapshot: ReportSnapshot, progress: Progress) -> tuple[bytes, list[tuple[LinkArea, ...]]]:
    """What Qt makes of the sheets, each drawn as soon as it is full, and the links of each."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PER_INCH)
    writer.setPageLayout(page_layout())
    setter = Typesetter(snapshot)
    links: list[tuple[LinkArea, ...]] = []
    painter = QPainter(writer)
    try:
        for plan in Paginator(setter).sheets(progress):
            if links:
                writer.newPage()
            sheet = Sheet(plan, setter)
            sheet.draw(painter)
            links.append(sheet.links())
    finally:
        painter.end()
    return bytes(buffer.data().data()), links

"""The report in Excel."""

from __future__ import annotations

import io
import zipfile

from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from courtcomms.progress import SILENT, Progress
from courtcomms.reports.package import pack, unpack
from courtcomms.reports.properties import LANGUAGE, properties_of
from courtcomms.reports.snapshot import Rendered, ReportSnapshot
from courtcomms.reports.xlsx_limits import check_cells, height_notes, letterhead_notes, link_notes
from courtcomms.reports.xlsx_link_sheet import add_links_sheet, link_places
from courtcomms.reports.xlsx_links import CellLinks, listed_links
from courtcomms.reports.xlsx_parts import office_parts
from courtcomms.reports.xlsx_report import ReportSheet
from courtcomms.reports.xlsx_sheet import Sheet
from courtcomms.reports.xlsx_styles import Styles

_SHEET_NAME = "Звіт"


def render_xlsx(snapshot: ReportSnapshot) -> bytes:
    """The report as an .xlsx file; the same snapshot gives the same bytes.

    Raises:
        BadInput: a cell is longer than Excel allows.
    """
    return render_with_notes(snapshot).data


def render_with_notes(snapshot: ReportSnapshot, progress: Progress = SILENT) -> Rendered:
    """As :func:`render_xlsx`, together with what Excel's limits cost."""
    check_cells(snapshot)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    styles = Styles(workbook, snapshot.form.font)
    columns = [column.width_mm for column in snapshot.form.columns]
    sheets = [Sheet(workbook, _SHEET_NAME, snapshot.form, columns)]
    links = CellLinks(snapshot.form.excel.cell_links, sheets[0])
    listed = [] if links.reach_all(snapshot) else list(listed_links(snapshot))
    cut = ReportSheet(sheets[0], styles, links, link_places(listed)).fill(snapshot, progress)
    if listed:
        sheets.append(add_links_sheet(workbook, snapshot.form, listed, styles))
    notes = (
        *letterhead_notes(snapshot),
        *height_notes(cut),
        *link_notes(sheet.budget for sheet in sheets),
    )
    return Rendered(_saved(workbook, snapshot), notes)


def _saved(workbook: Workbook, snapshot: ReportSnapshot) -> bytes:
    """The workbook's bytes; ``Workbook.save`` itself would write the clock into them."""
    properties, ours = workbook.properties, properties_of(snapshot)
    properties.title, properties.subject = ours.title, ours.subject
    properties.creator = properties.lastModifiedBy = ours.creator
    properties.created = properties.modified = ours.stamp
    properties.language = LANGUAGE
    out = io.BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED)).save()
    return pack(office_parts(unpack(out.getvalue())))

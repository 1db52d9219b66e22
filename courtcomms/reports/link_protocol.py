"""The sheet «Протокол перевірки посилань»: what was found of each address of a report, to be kept with it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from courtcomms.atomic import write_bytes
from courtcomms.cells.link_targets import document_target
from courtcomms.cells.typography import clean
from courtcomms.errors import BadInput
from courtcomms.reports.form import Align, ReportForm
from courtcomms.reports.package import pack, unpack
from courtcomms.reports.properties import LANGUAGE
from courtcomms.reports.text_metrics import count_lines
from courtcomms.reports.xlsx_parts import office_parts
from courtcomms.reports.xlsx_sheet import Sheet
from courtcomms.reports.xlsx_styles import Styles

TITLE = "Протокол перевірки посилань"
_SHEET_NAME = "Протокол"
_CLICK = "відкрити"
#: Twelve columns stand on a page only in small letters.
_TABLE_PT = 8.0
_TITLE_PT = 12.0
_TITLE_LINE = 1.35
_GAP = 6.0
#: Nobody reads more of one address or title on paper.
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class ProtocolRow:
    """One address; everything in words, empty where nothing is known. ``target`` is what a click opens."""

    url: str
    target: str
    where: str
    verdict: str
    reason: str
    http: str = ""
    final_url: str = ""
    hops: str = ""
    title: str = ""
    checked: str = ""
    repair: str = ""


@dataclass(frozen=True, slots=True)
class LinkProtocol:
    """What the protocol says: lines over the table, and a row for each address, in the report's order."""

    court: str
    lines: tuple[str, ...]
    rows: tuple[ProtocolRow, ...]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    width_mm: float
    text: Callable[[ProtocolRow], str]
    align: Align = Align.LEFT


_COLUMNS = (
    _Column("Посилання", 42, lambda row: row.url),
    _Column("Перейти", 15, lambda _row: _CLICK, Align.CENTER),
    _Column("Де у звіті", 18, lambda row: row.where),
    _Column("Висновок", 21, lambda row: row.verdict),
    _Column("Пояснення", 38, lambda row: row.reason),
    _Column("Код HTTP", 11, lambda row: row.http, Align.CENTER),
    _Column("Кінцева адреса", 32, lambda row: row.final_url),
    _Column("Пере-\nходів", 11, lambda row: row.hops, Align.CENTER),
    _Column("Назва сторінки", 22, lambda row: row.title),
    _Column("Коли пере-\nвірено", 16, lambda row: row.checked, Align.CENTER),
    _Column("Чим замінити", 23, lambda row: row.repair),
)
_NUMBER_MM = 8.0
_OPENED = next(place for place, column in enumerate(_COLUMNS, 2) if column.heading == "Перейти")


def write_protocol(protocol: LinkProtocol, path: Path, form: ReportForm) -> None:
    """Write the protocol as .xlsx, whole or not at all; ``form`` gives the page and the letters.

    Raises:
        BadInput: another suffix, or a folder stands there. CannotWrite: the file cannot be replaced.
    """
    check_target(path)
    write_bytes(path, render_protocol(protocol, form))


def check_target(path: Path) -> None:
    """Refuse what is no place for a protocol, before the check is made.

    Raises:
        BadInput: another suffix, or a folder stands there.
    """
    if path.suffix.lower() != ".xlsx":
        raise BadInput(
            f"Протокол можна зберегти лише як .xlsx (Excel), а не «{path.name}»: нічого не записано. "
            "Змініть закінчення імені файла."
        )
    if path.is_dir():
        raise BadInput(
            f"«{path.name}» – це тека, а не файл: протокол не записано. Вкажіть ім'я файла в цій теці."
        )


def render_protocol(protocol: LinkProtocol, form: ReportForm) -> bytes:
    """The protocol's bytes; the same protocol gives the same."""
    small = replace(form, font=replace(form.font, title_pt=_TITLE_PT, table_pt=_TABLE_PT))
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    styles = Styles(workbook, small.font)
    sheet = Sheet(workbook, _SHEET_NAME, small, [_NUMBER_MM, *(column.width_mm for column in _COLUMNS)])
    _add_lines(sheet, styles, protocol)
    _add_heading(sheet, styles)
    for number, row in enumerate(protocol.rows, 1):
        _add_row(sheet, styles, number, row)
    return _saved(workbook, protocol)


def _add_lines(sheet: Sheet, styles: Styles, protocol: LinkProtocol) -> None:
    for line, bold in ((TITLE, True), (protocol.court, True), *((line, False) for line in protocol.lines)):
        text = clean(line).text
        lines = count_lines(text, sheet.width, _TITLE_PT, bold=bold)
        height = lines * _TITLE_PT * _TITLE_LINE
        sheet.put_merged(text, styles.title(Align.CENTER, bold), len(_COLUMNS) + 1, height)
    sheet.next_row(_GAP)


def _add_heading(sheet: Sheet, styles: Styles) -> None:
    headings = ["№", *(column.heading for column in _COLUMNS)]
    sheet.fitting_row(headings, bold=True)
    for place, heading in enumerate(headings, 1):
        sheet.put(place, heading, styles.heading())
    sheet.freeze_heading()


def _add_row(sheet: Sheet, styles: Styles, number: int, row: ProtocolRow) -> None:
    target = document_target(row.target)
    texts = [_told(column.text(row)) for column in _COLUMNS]
    if target is None:
        texts[_OPENED - 2] = ""
    sheet.fitting_row([str(number), *texts])
    sheet.put_number(1, number, styles.number(Align.CENTER))
    for place, (column, text) in enumerate(zip(_COLUMNS, texts, strict=True), 2):
        if place == _OPENED and target is not None:
            sheet.put(place, text, styles.link(column.align), target)
        else:
            sheet.put(place, text, styles.text(column.align, len(text)))


def _told(text: str) -> str:
    """A text of a page or cell as a table can hold and a person can read it."""
    whole = clean(text).text
    return whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST]}…"


def _saved(workbook: Workbook, protocol: LinkProtocol) -> bytes:
    """The workbook's bytes; ``Workbook.save`` itself would write the clock into them."""
    properties = workbook.properties
    properties.title = properties.subject = TITLE
    properties.creator = properties.lastModifiedBy = _short(protocol.court)
    properties.created = properties.modified = protocol.made_at.replace(tzinfo=None)
    properties.language = LANGUAGE
    out = io.BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED)).save()
    return pack(office_parts(unpack(out.getvalue())))


def _short(text: str) -> str:
    return " ".join(clean(text).text.split())[:255]

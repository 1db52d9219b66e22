"""The sheet «Посилання»: every link of the report, each a click away and tied to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from openpyxl.workbook import Workbook

from courtcomms.model import Column
from courtcomms.reports.form import Align, ReportForm
from courtcomms.reports.text_metrics import letters_in, text_width
from courtcomms.reports.xlsx_heights import letters_size, room_points
from courtcomms.reports.xlsx_limits import CELL_LIMIT, LINK_LIMIT
from courtcomms.reports.xlsx_links import ListedLink
from courtcomms.reports.xlsx_sheet import Sheet
from courtcomms.reports.xlsx_styles import Styles

SHEET_NAME = "Посилання"
#: What stands in the column «Графа»: the form's headings are sentences. Import reads them as headings.
_COLUMN_NAMES = {
    Column.NUMBER: "№",
    Column.TITLE: "Назва заходу",
    Column.GOAL: "Ціль",
    Column.DATE: "Дата",
    Column.SITE_LINKS: "Посилання на сайт",
    Column.MEDIA: "ЗМІ",
    Column.AUDIENCE: "Аудиторія",
    Column.RESPONSIBLE: "Відповідальні",
    Column.PARTICIPANTS: "Учасники",
}
#: An event's name is here only to know it by: one line of it.
_EVENT_MM = 62.0
#: Letters that are surely as wide as «…».
_ELLIPSIS_LETTERS = 4
#: What is clicked where an address is longer than a line, for the reason that xlsx_links tells.
_CLICK = "відкрити"


@dataclass(frozen=True, slots=True)
class _ListColumn:
    heading: str
    width_mm: float
    text: Callable[[ListedLink], str]
    align: Align = Align.LEFT


_NUMBER = _ListColumn("№", 10.0, lambda link: str(link.number), Align.CENTER)
_PLACE = _ListColumn("Графа", 32.0, lambda link: _COLUMN_NAMES[link.column])
_EVENT = _ListColumn("Захід", _EVENT_MM, lambda link: link.event)
_SHOWN = _ListColumn("Текст у клітинці", 34.0, lambda link: link.shown)
_OPEN = _ListColumn("Перейти", 18.0, lambda _link: _CLICK, Align.CENTER)
_ADDRESS = "Посилання"


def link_places(links: Sequence[ListedLink]) -> dict[int, str]:
    """For each row of the report that has links, where on the sheet they begin."""
    places: dict[int, str] = {}
    for row, link in enumerate(links, 2):
        places.setdefault(link.number, f"'{SHEET_NAME}'!A{row}")
    return places


def add_links_sheet(
    workbook: Workbook, form: ReportForm, links: Sequence[ListedLink], styles: Styles
) -> Sheet:
    """Add the sheet; its printed pages are counted from 1 anew."""
    columns = _columns(form, links)
    size = letters_size(form.font)
    sheet = Sheet(workbook, SHEET_NAME, form, [column.width_mm for column in columns])
    sheet.count_pages_anew()
    sheet.fitting_row([column.heading for column in columns], bold=True)
    for place, column in enumerate(columns, 1):
        sheet.put(place, column.heading, styles.heading())
    sheet.freeze_heading()
    for link in links:
        _add_row(sheet, columns, replace(link, event=_one_line(link.event, size)), styles)
    return sheet


def _columns(form: ReportForm, links: Sequence[ListedLink]) -> list[_ListColumn]:
    """Only the columns that these links need; the address has all the room that the others leave."""
    always = [_NUMBER, _PLACE, _EVENT, *([_SHOWN] if any(link.shown for link in links) else [])]
    room = form.page.width_mm - sum(column.width_mm for column in always)
    longest = max((text_width(link.target, letters_size(form.font)) for link in links), default=0.0)
    if longest <= room_points(room):
        return [*always, _address(room)]
    return [*always, _address(room - _OPEN.width_mm), _OPEN]


def _address(width_mm: float) -> _ListColumn:
    return _ListColumn(_ADDRESS, width_mm, lambda link: link.target if len(link.target) <= CELL_LIMIT else "")


def _add_row(sheet: Sheet, columns: Sequence[_ListColumn], link: ListedLink, styles: Styles) -> None:
    texts = [column.text(link) for column in columns]
    address = next(place for place, column in enumerate(columns, 1) if column.heading == _ADDRESS)
    opened = len(columns) if columns[-1] is _OPEN and not sheet.fits_line(address, link.target) else address
    sheet.fitting_row(texts)
    sheet.put_number(1, link.number, styles.number(_NUMBER.align))
    for place, (column, text) in enumerate(zip(columns[1:], texts[1:], strict=True), 2):
        if place == opened and len(link.target) <= LINK_LIMIT:
            sheet.put(place, text, styles.link(column.align), link.target)
        elif column is _OPEN:
            sheet.put(place, "", styles.text(column.align, 0))
        else:
            sheet.put(place, text, styles.text(column.align, len(text)))
    if len(link.target) > LINK_LIMIT:
        sheet.budget.too_long += 1


def _one_line(text: str, size: float) -> str:
    """As many words as stand in the column «Захід» on one line."""
    words = " ".join(text.split())
    fits = letters_in(words, room_points(_EVENT_MM), size)
    if fits == len(words):
        return words
    shorter = max(fits - _ELLIPSIS_LETTERS, 0)
    return f"{words[: shorter + 1].rpartition(' ')[0] or words[:shorter]}…"

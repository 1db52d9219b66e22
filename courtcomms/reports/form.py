"""The form of the report: what stands over, in and under its table, and how it lies on the sheet.

The form may change by decree, so its words and measures are a TOML file, not constants in code:
``resources/forms/table1.toml``. A court's own file needs to hold only what differs.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from courtcomms.errors import BadInput
from courtcomms.model import Column
from courtcomms.paths import resources_dir
from courtcomms.reports.form_section import FormMistake, Section

PAGE_WIDTH_MM = 297.0
PAGE_HEIGHT_MM = 210.0
#: Widths given in millimetres add up with a rounding error.
_WIDTH_TOLERANCE_MM = 0.5

COURT_PLACE = "{court_genitive}"
PERIOD_PLACE = "{period}"


class Align(StrEnum):
    """How a line lies in its column; the values are those of WordprocessingML and SpreadsheetML."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A line over the table; in a form its text may hold ``{court_genitive}`` and ``{period}``."""

    text: str
    align: Align
    bold: bool


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of the table; ``width_mm`` is its whole width, cell margins included."""

    column: Column
    heading: str
    width_mm: float
    align: Align


@dataclass(frozen=True, slots=True)
class Page:
    """Margins of the A4 landscape sheet in millimetres, and whether pages are numbered from the second."""

    left_mm: float
    right_mm: float
    top_mm: float
    bottom_mm: float
    page_numbers: bool

    @property
    def width_mm(self) -> float:
        """Room between the side margins."""
        return PAGE_WIDTH_MM - self.left_mm - self.right_mm

    @property
    def height_mm(self) -> float:
        """Room between the top and bottom margins."""
        return PAGE_HEIGHT_MM - self.top_mm - self.bottom_mm


@dataclass(frozen=True, slots=True)
class Font:
    """The one font of the report and its sizes in points."""

    name: str
    title_pt: float
    table_pt: float


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: post on the left, name on the right."""

    show: bool
    post: str
    name: str


@dataclass(frozen=True, slots=True)
class SignatureDate:
    """The date under the signature, on the left."""

    show: bool
    day: date | None


@dataclass(frozen=True, slots=True)
class Executor:
    """Who made the report: surname and initials, phone; at the foot of the last sheet."""

    show: bool
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class ExcelHabits:
    """``cell_links``: every cell with links leads to its first one, though LibreOffice then cuts its text."""

    cell_links: bool


@dataclass(frozen=True, slots=True)
class ReportForm:
    """The whole form; ``columns`` are always the nine of :class:`Column`, in its order."""

    titles: tuple[TitleLine, ...]
    columns: tuple[FormColumn, ...]
    page: Page
    font: Font
    rows_break: bool
    signatory: Signatory
    signed: SignatureDate
    executor: Executor
    excel: ExcelHabits


def load_form(path: Path | None = None) -> ReportForm:
    """The standard form, or the standard form changed by a court's own TOML file.

    Raises:
        BadInput: the file is absent, is not TOML, or says something that a form cannot say.
    """
    standard = resources_dir() / "forms" / "table1.toml"
    values = tomllib.loads(standard.read_text(encoding="utf-8"))
    if path is None:
        return _form(Section(values))
    try:
        own = _parse(path)
        return _form(Section(_merged(values, own)))
    except FormMistake as mistake:
        raise BadInput(
            f"Файл форми «{path.name}» не прийнято: {mistake}. Нічого не записано; виправте файл або "
            "приберіть його, і діятиме стандартна форма."
        ) from mistake


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FormMistake("це не текст у кодуванні UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise FormMistake(f"порушено правила запису TOML ({error})") from error
    except OSError as error:
        raise FormMistake("його немає або його не можна прочитати") from error


def _merged(standard: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """``standard`` with what ``own`` says; tables are merged by key, anything else is replaced."""
    both = dict(standard)
    for key, value in own.items():
        below = both.get(key)
        both[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return both


def _form(values: Section) -> ReportForm:
    page, table = _page(values.section("page")), values.section("table")
    form = ReportForm(
        titles=tuple(_title(line) for line in values.sections("title")),
        columns=_columns(values.section("columns"), page),
        page=page,
        font=_font(values.section("font")),
        rows_break=table.flag("rows_break"),
        signatory=_signatory(values.section("signatory")),
        signed=_signed(values.section("date")),
        executor=_executor(values.section("executor")),
        excel=_excel(values.section("excel")),
    )
    table.done()
    values.done()
    return form


def _page(values: Section) -> Page:
    return values.all_read(
        Page(
            left_mm=values.number("left_mm", 0, 100),
            right_mm=values.number("right_mm", 0, 100),
            top_mm=values.number("top_mm", 5, 60),
            bottom_mm=values.number("bottom_mm", 0, 60),
            page_numbers=values.flag("page_numbers"),
        )
    )


def _font(values: Section) -> Font:
    return values.all_read(
        Font(
            name=values.text("name", required=True),
            title_pt=values.number("title_pt", 6, 24),
            table_pt=values.number("table_pt", 6, 16),
        )
    )


def _title(values: Section) -> TitleLine:
    text = values.text("text")
    if set("{}") & set(text.replace(COURT_PLACE, "").replace(PERIOD_PLACE, "")):
        raise FormMistake(f"у рядку «{text}» можна вжити лише {COURT_PLACE} і {PERIOD_PLACE}")
    return values.all_read(TitleLine(text, _align(values), values.flag("bold")))


def _columns(values: Section, page: Page) -> tuple[FormColumn, ...]:
    columns = tuple(_column(values.section(column.value), column) for column in Column)
    values.done()
    width = sum(column.width_mm for column in columns)
    if width > page.width_mm + _WIDTH_TOLERANCE_MM:
        raise FormMistake(
            f"колонки разом мають ширину {width:g} мм, а між полями аркуша лише {page.width_mm:g} мм"
        )
    return columns


def _column(values: Section, column: Column) -> FormColumn:
    heading = values.text("heading", required=True)
    width = values.number("width_mm", 5, PAGE_WIDTH_MM)
    return values.all_read(FormColumn(column, heading, width, _align(values)))


def _align(values: Section) -> Align:
    return Align(values.choice("align", tuple(Align)))


def _signatory(values: Section) -> Signatory:
    return values.all_read(Signatory(values.flag("show"), values.text("post"), values.text("name")))


def _signed(values: Section) -> SignatureDate:
    return values.all_read(SignatureDate(values.flag("show"), values.day("day")))


def _executor(values: Section) -> Executor:
    return values.all_read(Executor(values.flag("show"), values.text("name"), values.text("phone")))


def _excel(values: Section) -> ExcelHabits:
    return values.all_read(ExcelHabits(values.flag("cell_links")))

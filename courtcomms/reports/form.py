"""The form of the report, read from its file.

The form may change by decree, so its words and measures are a TOML file, not constants in code:
``resources/forms/table1.toml``. A form of one's own needs to hold only what differs.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from courtcomms.errors import BadInput
from courtcomms.model import Column
from courtcomms.paths import resources_dir
from courtcomms.reports.form_model import (
    COURT_PLACE,
    NAME_PLACE,
    PAGE_HEIGHT_MM,
    PAGE_WIDTH_MM,
    PERIOD_PLACE,
    PLACES,
    WIDTH_TOLERANCE_MM,
    Align,
    ExcelHabits,
    Executor,
    Font,
    FormColumn,
    FormLetterhead,
    NameForm,
    Page,
    ReportForm,
    Signatory,
    SignatureDate,
    TitleLine,
)
from courtcomms.reports.form_section import FormMistake, Section

__all__ = [
    "COURT_PLACE",
    "NAME_PLACE",
    "PAGE_HEIGHT_MM",
    "PAGE_WIDTH_MM",
    "PERIOD_PLACE",
    "Align",
    "ExcelHabits",
    "Executor",
    "Font",
    "FormColumn",
    "NameForm",
    "Page",
    "ReportForm",
    "Signatory",
    "SignatureDate",
    "TitleLine",
    "load_form",
    "read_form",
    "standard_values",
    "stray_braces",
]


def load_form(path: Path | None = None, letterheads: Path | None = None) -> ReportForm:
    """The standard form, or the standard form changed by a court's own TOML file.

    A letterhead that the file names lies in ``letterheads``, or else beside it.

    Raises:
        BadInput: the file is absent, is not TOML, or says something that a form cannot say.
    """
    if path is None:
        return _form(Section(standard_values()))
    try:
        return read_form(path, letterheads)[1]
    except FormMistake as mistake:
        raise BadInput(
            f"Файл форми «{path.name}» не прийнято: {mistake}. Нічого не записано; виправте файл або "
            "приберіть його, і діятиме стандартна форма."
        ) from mistake


def standard_values() -> dict[str, Any]:
    """What the standard form's file says."""
    standard = resources_dir() / "forms" / "table1.toml"
    return tomllib.loads(standard.read_text(encoding="utf-8"))


def read_form(path: Path, letterheads: Path | None = None) -> tuple[str, ReportForm]:
    """A form's file: its name (may be empty) and the form; a letterhead that does not serve is left out,
    and the form's ``remark`` says so.

    Raises:
        FormMistake: the file is absent, is not TOML, or says something that a form cannot say.
    """
    own = _parse(path)
    values = Section(_merged(standard_values(), own))
    name = values.text("name") if values.has("name") else ""
    letterhead = values.section("letterhead") if values.has("letterhead") else None
    form = _form(values)
    return name, form if letterhead is None else _with_letterhead(
        form, letterhead, letterheads or path.parent
    )


def _with_letterhead(form: ReportForm, values: Section, folder: Path) -> ReportForm:
    from courtcomms.reports.letterhead import read_letterhead

    file, name = values.text("file", required=True), values.text("name")
    values.done()
    if Path(file).name != file:
        raise FormMistake("у «letterhead.file» має бути назва файла без теки")
    try:
        content = read_letterhead(folder / file)
    except BadInput as refusal:
        return replace(form, remark=str(refusal))
    return replace(form, letterhead=FormLetterhead(file, name, content))


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FormMistake("це не текст у кодуванні UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
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
            tail_pt=values.number("tail_pt", 6, 24) if values.has("tail_pt") else 0.0,
        )
    )


def _title(values: Section) -> TitleLine:
    text = values.text("text")
    if stray_braces(text):
        raise FormMistake(f"у рядку «{text}» можна вжити лише {COURT_PLACE}, {NAME_PLACE} і {PERIOD_PLACE}")
    show = values.flag("show") if values.has("show") else True
    return values.all_read(TitleLine(text, _align(values), values.flag("bold"), show))


def stray_braces(text: str) -> bool:
    """Whether a title line has braces that are none of the places to be filled in."""
    for place in PLACES:
        text = text.replace(place, "")
    return bool(set("{}") & set(text))


def _columns(values: Section, page: Page) -> tuple[FormColumn, ...]:
    columns = tuple(_column(values.section(column.value), column) for column in Column)
    values.done()
    width = sum(column.width_mm for column in columns)
    if width > page.width_mm + WIDTH_TOLERANCE_MM:
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
    parts = values.flag("show"), values.text("post"), values.text("name")
    name_form = NameForm(values.choice("name_form", tuple(NameForm)))
    return values.all_read(Signatory(*parts, name_form))


def _signed(values: Section) -> SignatureDate:
    return values.all_read(SignatureDate(values.flag("show"), values.day("day")))


def _executor(values: Section) -> Executor:
    return values.all_read(Executor(values.flag("show"), values.text("name"), values.text("phone")))


def _excel(values: Section) -> ExcelHabits:
    return values.all_read(ExcelHabits(values.flag("cell_links")))

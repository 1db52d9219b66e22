"""A form as the text of its TOML file: only what differs from the standard form is written."""

from __future__ import annotations

from typing import Any

from courtcomms.reports.form import standard_values
from courtcomms.reports.form_model import FormColumn, ReportForm, TitleLine


def form_text(form: ReportForm, name: str = "") -> str:
    """The file of a form; :func:`courtcomms.reports.form.read_form` reads the same form from it.

    A form that is the standard one in everything, and has no ``name``, is an empty text.
    """
    import tomli_w

    values = _differing(form_values(form), standard_values())
    named = {"name": name} if name else {}
    return tomli_w.dumps({**named, **values})


def form_values(form: ReportForm) -> dict[str, Any]:
    """Everything that a form says, as its file would say it in full."""
    values: dict[str, Any] = {
        "page": {
            "left_mm": form.page.left_mm,
            "right_mm": form.page.right_mm,
            "top_mm": form.page.top_mm,
            "bottom_mm": form.page.bottom_mm,
            "page_numbers": form.page.page_numbers,
        },
        "font": _font(form),
        "table": {"rows_break": form.rows_break},
        "title": [_title(line) for line in form.titles],
        "columns": {column.column.value: _column(column) for column in form.columns},
        **_tail(form),
        "excel": {"cell_links": form.excel.cell_links},
    }
    if form.letterhead is not None:
        values["letterhead"] = {"file": form.letterhead.file, "name": form.letterhead.name}
    return values


def _font(form: ReportForm) -> dict[str, Any]:
    font = form.font
    values: dict[str, Any] = {"name": font.name, "title_pt": font.title_pt, "table_pt": font.table_pt}
    return values if font.tail_pt == font.title_pt else {**values, "tail_pt": font.tail_pt}


def _title(line: TitleLine) -> dict[str, Any]:
    values: dict[str, Any] = {"text": line.text, "align": line.align.value, "bold": line.bold}
    return values if line.show else {**values, "show": False}


def _column(column: FormColumn) -> dict[str, Any]:
    return {"heading": column.heading, "width_mm": column.width_mm, "align": column.align.value}


def _tail(form: ReportForm) -> dict[str, Any]:
    signatory, signed, executor = form.signatory, form.signed, form.executor
    day = f"{signed.day.day:02}.{signed.day.month:02}.{signed.day.year:04}" if signed.day else ""
    return {
        "signatory": {
            "show": signatory.show,
            "post": signatory.post,
            "name": signatory.name,
            "name_form": signatory.name_form.value,
        },
        "date": {"show": signed.show, "day": day},
        "executor": {"show": executor.show, "name": executor.name, "phone": executor.phone},
    }


def _differing(values: dict[str, Any], standard: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in values.items():
        usual = standard.get(key)
        if isinstance(value, dict) and isinstance(usual, dict):
            value = _differing(value, usual)
            if not value:
                continue
        elif value == usual:
            continue
        found[key] = value
    return found

"""One cell of a sheet: its value as Excel shows it, and the link of a HYPERLINK formula."""

from __future__ import annotations

import re

from courtcomms.importing.docx_names import number_of
from courtcomms.importing.grid import GridCell
from courtcomms.importing.text_builder import TextBuilder
from courtcomms.importing.xlsx_formats import show_number
from courtcomms.importing.xlsx_names import local
from courtcomms.importing.xlsx_workbook import Workbook, rich_text, unescaped
from courtcomms.importing.xml_safe import Element

_TEXT = r'"((?:[^"]|"")*)"'
_HYPERLINK = re.compile(
    rf"=?\s*HYPERLINK\(\s*{_TEXT}\s*(?:[,;]\s*(?:{_TEXT}|.*?)\s*)?\)", re.IGNORECASE | re.DOTALL
)
_LONGEST_FORMULA = 8192


def read_cell(element: Element, column: int, workbook: Workbook) -> GridCell:
    """A ``c`` element at a column; its text is empty where Excel shows nothing."""
    parts = {local(item): item for item in element}
    formula = (parts["f"].text or "")[:_LONGEST_FORMULA] if "f" in parts else ""
    builder = TextBuilder()
    builder.add(_shown(element, parts, workbook))
    link = _HYPERLINK.fullmatch(formula.strip()) if "HYPERLINK" in formula.upper() else None
    if link is not None:
        _add_formula_link(builder, link)
    elif "f" in parts and not builder.text() and _lacks_value(parts):
        builder.note("формула без збереженого значення: відкрийте файл в Excel, збережіть і імпортуйте знову")
    elif "HYPERLINK" in formula.upper():
        builder.note("адресу з формули HYPERLINK не прочитано")
    if element.get("t") == "e":
        builder.note("формула показує помилку")
    return builder.cell(column, 1)


def _lacks_value(parts: dict[str, Element]) -> bool:
    return "v" not in parts or parts["v"].text is None


def _add_formula_link(builder: TextBuilder, link: re.Match[str]) -> None:
    target, shown = ((group or "").replace('""', '"') for group in link.groups())
    if not builder.text():
        builder.add(shown or target)
    builder.add_link(target.strip(), 0)


def _shown(element: Element, parts: dict[str, Element], workbook: Workbook) -> str:
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return rich_text(parts["is"]) if "is" in parts else ""
    value = (parts["v"].text or "") if "v" in parts else ""
    if kind == "s":
        index = number_of(value.strip(), -1)
        return workbook.strings[index] if 0 <= index < len(workbook.strings) else ""
    if kind == "b":
        return "ІСТИНА" if value.strip() in ("1", "true") else "ХИБНІСТЬ"
    if kind == "d":
        return _iso_date(value.strip())
    if kind in ("str", "e"):
        return unescaped(value)
    value = value.strip()
    return (
        show_number(value, workbook.format_of(element.get("s")), from_1904=workbook.from_1904)
        if value
        else ""
    )


def _iso_date(value: str) -> str:
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:T00:00(?::00(?:\.0+)?)?Z?)?", value)
    return f"{match[3]}.{match[2]}.{match[1]}" if match else value

"""One cell of a sheet: its value as Excel shows it."""

from __future__ import annotations

import re

from courtcomms.importing.docx.names import number_of
from courtcomms.importing.files.xml_safe import Element
from courtcomms.importing.grid import GridCell
from courtcomms.importing.text_builder import TextBuilder, cell_of
from courtcomms.importing.xlsx.formats import show_number, turns_date
from courtcomms.importing.xlsx.formulas import Formulas
from courtcomms.importing.xlsx.names import local
from courtcomms.importing.xlsx.sections import show_text
from courtcomms.importing.xlsx.workbook import Workbook, rich_text, unescaped

#: Digits of a whole number that «General» shows without a power of ten.
_SHOWN_DIGITS = 11
_PICTURE = "зображення в клітинці не взято"


def read_cell(element: Element, row: int, column: int, workbook: Workbook, formulas: Formulas) -> GridCell:
    """A ``c`` element at its place; its text is empty where Excel shows nothing."""
    parts = {local(item): item for item in element}
    if element.get("t") == "s" and "f" not in parts:
        return cell_of(_shown(element, parts, workbook), column)
    builder = TextBuilder()
    if _is_picture(element, parts):
        builder.note(_PICTURE)
        return builder.cell(column, 1)
    builder.add(_shown(element, parts, workbook))
    if element.get("t", "n") == "n" and "v" in parts:
        code = workbook.format_of(element.get("s"))
        _look_at_number(builder, code, formulas, (row, column))
        if code != "General" and turns_date(parts["v"].text or "", code):
            builder.note("дату у файлі показано місяцем уперед, записано днем уперед")
    links = "f" in parts and formulas.take(parts["f"], row, column)
    if "f" in parts and not links and not builder.text() and _lacks_value(parts):
        builder.note("формула без збереженого значення: відкрийте файл в Excel, збережіть і імпортуйте знову")
    if element.get("t") == "e":
        builder.note("формула показує помилку")
    return builder.cell(column, 1)


def _is_picture(element: Element, parts: dict[str, Element]) -> bool:
    """A picture that lies in the cell: Excel keeps an error in its place, WPS a formula of its own."""
    formula = (parts["f"].text or "") if "f" in parts else ""
    return (element.get("t") == "e" and element.get("vm") is not None) or "DISPIMG(" in formula


def _look_at_number(builder: TextBuilder, code: str, formulas: Formulas, place: tuple[int, int]) -> None:
    shown = builder.text()
    if code == "General" and len(shown.lstrip("-")) > _SHOWN_DIGITS and shown.lstrip("-").isdigit():
        builder.note("Excel показує це довге число скорочено, узято всі його цифри")
    elif code != "General" and not shown.isdigit():
        formulas.formatted.add(place)


def _lacks_value(parts: dict[str, Element]) -> bool:
    return "v" not in parts or parts["v"].text is None


def _shown(element: Element, parts: dict[str, Element], workbook: Workbook) -> str:
    kind = element.get("t", "n")
    if kind == "inlineStr":
        text = rich_text(parts["is"]) if "is" in parts else ""
        return show_text(text, workbook.format_of(element.get("s")))
    value = (parts["v"].text or "") if "v" in parts else ""
    if kind == "s":
        index = number_of(value.strip(), -1)
        text = workbook.strings[index] if 0 <= index < len(workbook.strings) else ""
        return show_text(text, workbook.format_of(element.get("s")))
    if kind == "b":
        return "ІСТИНА" if value.strip() in ("1", "true") else "ХИБНІСТЬ"
    if kind == "d":
        return _iso_date(value.strip())
    if kind == "str":
        return show_text(unescaped(value), workbook.format_of(element.get("s")))
    if kind == "e":
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

"""The nine columns as the window names them: short over the table, in full where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from courtcomms.model import Column


class Detail(StrEnum):
    """What the user writes about an event beside its nine cells; it goes into no report."""

    NOTE = "note"
    TAGS = "tags"


#: Whatever of an event can be typed into a field.
Part = Column | Detail


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """``short`` heads the table, ``full`` is the form's own wording.

    ``least`` and ``wished`` are widths in digits: below the least a date or a usual word would break.
    """

    short: str
    full: str
    least: int
    wished: int


LOOKS: dict[Column, ColumnLook] = {
    Column.NUMBER: ColumnLook("№", "№", 3, 3),
    Column.TITLE: ColumnLook("Назва (вид) заходу", "Назва (вид) заходу", 14, 30),
    Column.GOAL: ColumnLook("Комунікаційна ціль", "Комунікаційна ціль заходу", 12, 34),
    Column.DATE: ColumnLook("Дата проведення", "Дата проведення", 12, 17),
    Column.SITE_LINKS: ColumnLook(
        "Посилання на сайт суду",
        "Посилання на офіційний веб-сайт суду, де розміщена інформація про проведений захід",
        11,
        30,
    ),
    Column.MEDIA: ColumnLook("Публікації у ЗМІ", "Кількість публікацій у ЗМІ з посиланням", 10, 28),
    Column.AUDIENCE: ColumnLook("Цільова аудиторія", "Цільова аудиторія, на яку направлений захід", 11, 20),
    Column.RESPONSIBLE: ColumnLook(
        "Відповідальні особи", "Відповідальні особи (посада), які брали участь у заході від суду", 11, 18
    ),
    Column.PARTICIPANTS: ColumnLook("Учасників", "Кількість учасників, які брали участь у заході", 9, 11),
}

COLUMNS: tuple[Column, ...] = tuple(Column)
#: What the user writes herself: the number is the row's place, whatever stands in its cell.
WRITTEN: tuple[Column, ...] = tuple(column for column in Column if column is not Column.NUMBER)

#: The cells with addresses: each of their links is marked, and several pasted at once become several lines.
LINKED: tuple[Column, ...] = (Column.SITE_LINKS, Column.MEDIA)

#: The names of the details, short and in full.
DETAILS: dict[Detail, tuple[str, str]] = {
    Detail.NOTE: ("Примітка", "Примітка для себе, у звіт не йде"),
    Detail.TAGS: ("Мітки", "Мітки через кому, у звіт не йдуть"),
}


def short(part: Part) -> str:
    """The column's name over the table, or the detail's."""
    return DETAILS[part][0] if isinstance(part, Detail) else LOOKS[part].short


def full(part: Part) -> str:
    """The column's name as the form words it, or what the detail is for."""
    return DETAILS[part][1] if isinstance(part, Detail) else LOOKS[part].full

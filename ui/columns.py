"""The nine columns as the window names them: short over the table, in full where there is room."""

from __future__ import annotations

from dataclasses import dataclass

from courtcomms.model import Column


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
    Column.NUMBER: ColumnLook("№", "№", 5, 5),
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


def short(column: Column) -> str:
    """The column's name over the table."""
    return LOOKS[column].short


def full(column: Column) -> str:
    """The column's name as the form words it."""
    return LOOKS[column].full

"""The nine columns as the window names them: short over the table, in full where there is room."""

from __future__ import annotations

from dataclasses import dataclass

from courtcomms.model import Column


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """``short`` heads the table, ``full`` is the form's own wording, ``width`` the first width in
    average characters."""

    short: str
    full: str
    width: int


LOOKS: dict[Column, ColumnLook] = {
    Column.NUMBER: ColumnLook("№", "№", 5),
    Column.TITLE: ColumnLook("Назва (вид) заходу", "Назва (вид) заходу", 26),
    Column.GOAL: ColumnLook("Комунікаційна ціль", "Комунікаційна ціль заходу", 30),
    Column.DATE: ColumnLook("Дата проведення", "Дата проведення", 17),
    Column.SITE_LINKS: ColumnLook(
        "Посилання на сайт суду",
        "Посилання на офіційний веб-сайт суду, де розміщена інформація про проведений захід",
        26,
    ),
    Column.MEDIA: ColumnLook("Публікації у ЗМІ", "Кількість публікацій у ЗМІ з посиланням", 24),
    Column.AUDIENCE: ColumnLook("Цільова аудиторія", "Цільова аудиторія, на яку направлений захід", 20),
    Column.RESPONSIBLE: ColumnLook(
        "Відповідальні особи", "Відповідальні особи (посада), які брали участь у заході від суду", 18
    ),
    Column.PARTICIPANTS: ColumnLook("Учасників", "Кількість учасників, які брали участь у заході", 11),
}

COLUMNS: tuple[Column, ...] = tuple(Column)


def short(column: Column) -> str:
    """The column's name over the table."""
    return LOOKS[column].short


def full(column: Column) -> str:
    """The column's name as the form words it."""
    return LOOKS[column].full

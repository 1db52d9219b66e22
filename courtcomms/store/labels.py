"""What the register calls its steps, as the undo menu and the history show them."""

from __future__ import annotations

from collections.abc import Iterable

from courtcomms.model import Column
from courtcomms.period import Period
from courtcomms.plural import plural

COLUMN_NAMES = {
    Column.NUMBER: "№",
    Column.TITLE: "Назва (вид) заходу",
    Column.GOAL: "Комунікаційна ціль",
    Column.DATE: "Дата проведення",
    Column.SITE_LINKS: "Посилання на сайт",
    Column.MEDIA: "Публікації у ЗМІ",
    Column.AUDIENCE: "Цільова аудиторія",
    Column.RESPONSIBLE: "Відповідальні особи",
    Column.PARTICIPANTS: "Кількість учасників",
}

FIELD_NAMES = {
    **{column.value: name for column, name in COLUMN_NAMES.items()},
    "anchors": "Гіперпосилання",
    "note": "Примітка",
    "tags": "Мітки",
    "state": "Кошик",
    "standing": "Постійний захід",
    "closed_on": "Дата завершення",
    "position": "Місце у звіті",
    "included": "Участь у звіті",
    "nominative": "Назва суду",
    "genitive": "Назва суду в родовому відмінку",
    "valid_from": "Назва чинна з",
    "site": "Сайт суду",
    "code": "Код суду",
}

NEW_EVENT = "Новий захід"
NEW_COURT = "Новий суд"
COURT = "Зміна: дані суду"
MOVE = "Переміщення рядка"
INCLUDE = "Рядок узято до звіту"
EXCLUDE = "Рядок вилучено зі звіту"
OUTLET = "Довідник видань: назва"
NO_OUTLET = "Довідник видань: вилучення"


def cell(column: Column) -> str:
    """One cell changed."""
    return f"Зміна: {COLUMN_NAMES[column]}"


def cells(columns: Iterable[Column]) -> str:
    """Cells of several events changed at once."""
    return "Зміна: " + ", ".join(COLUMN_NAMES[column] for column in dict.fromkeys(columns))


def fields(names: Iterable[str]) -> str:
    """Fields beside the cells changed."""
    return "Зміна: " + ", ".join(FIELD_NAMES[name] for name in names)


def trash(count: int) -> str:
    """Events put into the trash."""
    return f"До кошика: {_events(count)}"


def restore(count: int) -> str:
    """Events taken back out of the trash."""
    return f"З кошика: {_events(count)}"


def new_report(period: Period) -> str:
    """An empty report."""
    return f"Новий звіт: {period.name}"


def turned(title: str, turn: int) -> str:
    """The step's name after ``turn`` reversals of it: an odd one undoes, an even one redoes."""
    if turn == 0:
        return title
    return f"Скасовано: {title}" if turn % 2 else f"Повторено: {title}"


def _events(count: int) -> str:
    return f"{count} {plural(count, 'захід', 'заходи', 'заходів')}"

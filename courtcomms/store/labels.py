"""What the register calls its steps, as the undo menu and the history show them."""

from __future__ import annotations

from collections.abc import Iterable

from courtcomms.model import Column
from courtcomms.period import Period, PeriodKind
from courtcomms.plural import counted, counted_events, counted_rows

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
    "report": "Звіт",
    "nominative": "Назва суду",
    "genitive": "Назва суду в родовому відмінку",
    "valid_from": "Назва чинна з",
    "site": "Сайт суду",
    "code": "Код суду",
    "frozen_id": "Подання звіту",
    "domain": "Домен ЗМІ",
    "name": "Назва ЗМІ",
    "column": "Колонка",
    "excerpt": "Місце зауваження",
    "text": "Типове значення",
}

NEW_EVENT = "Новий захід"
NEW_COURT = "Новий суд"
COURT = "Зміна: дані суду"
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
    return f"До кошика: {counted_events(count)}"


def restore(count: int) -> str:
    """Events taken back out of the trash."""
    return f"З кошика: {counted_events(count)}"


def new_report(period: Period) -> str:
    """An empty report."""
    return f"Новий звіт: {period.name}"


def new_quarter(period: Period) -> str:
    """A report that begins with the standing events."""
    word = "Новий квартал" if period.kind is PeriodKind.QUARTER else "Новий звіт"
    return f"{word}: {period.name}"


def carried(period: Period, count: int) -> str:
    """Events taken over into a report that is there."""
    return f"Перенесено до звіту за {period.title}: {counted_events(count)}"


def moved(count: int) -> str:
    """Rows of a report in another order."""
    return "Переміщення рядка" if count == 1 else f"Переміщення: {counted_rows(count)}"


def included(count: int, included: bool) -> str:
    """Rows taken into a report or out of it."""
    if count == 1:
        return "Рядок узято до звіту" if included else "Рядок вилучено зі звіту"
    return f"{'Узято до звіту' if included else 'Вилучено зі звіту'}: {counted_rows(count)}"


def checked(period: Period) -> str:
    """A report without anything left to look at."""
    return f"Звіт перевірено: {period.name}"


def submitted(period: Period) -> str:
    """A report that was sent."""
    return f"Звіт подано: {period.name}"


def reopened(period: Period) -> str:
    """A sent report that is worked on again."""
    return f"Звіт повернуто в роботу: {period.name}"


def taken_into(period: Period) -> str:
    """What the history says of an event that a report took in."""
    return f"Узято до звіту за {period.title}"


def left_out_of(period: Period) -> str:
    """What the history says of an event that was taken out of a report."""
    return f"Вилучено зі звіту за {period.title}"


def sent_in(period: Period) -> str:
    """What the history says of an event that went out in a report."""
    return f"Подано у звіті за {period.title}"


def closed(title: str) -> str:
    """A standing event that has ended."""
    return f"Завершено: {_short(title)}"


def goes_on(title: str) -> str:
    """An ended event that returns again."""
    return f"Знову триває: {_short(title)}"


def dismissed(count: int) -> str:
    """Findings hidden for their rows."""
    return f"Приховано: {_findings(count)}"


def shown_again(count: int) -> str:
    """Hidden findings shown again."""
    return f"Знову показано: {_findings(count)}"


def default(column: Column) -> str:
    """What new events have in a column."""
    return f"Типове значення: {COLUMN_NAMES[column]}"


def turned(title: str, turn: int) -> str:
    """The step's name after ``turn`` reversals of it: an odd one undoes, an even one redoes."""
    if turn == 0:
        return title
    return f"Скасовано: {title}" if turn % 2 else f"Повернуто: {title}"


def _findings(count: int) -> str:
    return counted(count, "зауваження", "зауваження", "зауважень")


def _short(title: str) -> str:
    """A title that fits into a menu."""
    words = " ".join(title.split())
    return f"{words[:40].rstrip()}…" if len(words) > 41 else words or "захід без назви"

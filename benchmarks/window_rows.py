"""A region's register for the table of the window: invented events of 22 years, alike for all peers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from courtcomms.model import Cells, Court, CourtName
from courtcomms.period import Period

#: From the newest to the oldest, so that few rows fill the newest.
PERIODS = tuple(Period.quarter(year, quarter) for year in range(2026, 2004, -1) for quarter in (4, 3, 2, 1))

_TEXT = (
    "зустріч школярі екскурсія лекція брифінг прийом громадян розміщення інформації веб-сайт сторінка "
    "Facebook об'єднання проєкт підвищення довіри день відкритих дверей конкурс малюнків правосуддя очима "
    "дітей круглий стіл семінар адвокати прокурори студенти суд судовий суддя газета інтерв'ю роз'яснення "
    "захист права"
)
_WORDS = _TEXT.split()
_AUDIENCE = ("Учні", "Студенти", "Громадськість", "Адвокати", "Прокурори", "ЗМІ", "Учасники судового процесу")
_RESPONSIBLE = (
    "Голова суду",
    "Заступник керівника апарату",
    "Помічник судді",
    "Прес-секретар",
    "Суддя-спікер",
)

Row = tuple[str, str, str, str, str, str, str, str, str]


def rows(size: int) -> Iterator[tuple[Period, list[Row]]]:
    """``size`` rows of nine cells in all, period by period; the same at each call."""
    chance, share = random.Random(7), max(1, size // len(PERIODS))
    for number, period in enumerate(PERIODS):
        first = number * share
        last = size if number == len(PERIODS) - 1 else min(size, first + share)
        if first < last:
            yield period, [_row(chance, period, one) for one in range(first, last)]


def build(file: Path, size: int) -> None:
    """Make a register of so many events through the store's own door."""
    from courtcomms.store import Register

    with Register.open(file) as register:
        register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
        for period, some in rows(size):
            register.add_rows(1, period, [Cells(*row) for row in some], label="Імпорт")


def _row(chance: random.Random, period: Period, number: int) -> Row:
    month = period.start.month + chance.randrange(3)
    media = f"«Вигадані вісті {chance.randrange(300)}»\nhttps://visti.example.ua/{period.start.year}/{number}.html"
    return (
        str(number),
        " ".join(chance.choices(_WORDS, k=8)),
        " ".join(chance.choices(_WORDS, k=9)),
        f"{chance.randrange(28) + 1:02}.{month:02}.{period.start.year}",
        f"https://vyhadanyi.example.court.gov.ua/sud0000/pres-centr/news/{900000 + number}/",
        media if chance.random() < 0.5 else "-",
        ", ".join(chance.sample(_AUDIENCE, chance.randrange(1, 4))),
        ", ".join(chance.sample(_RESPONSIBLE, chance.randrange(1, 4))),
        f"{chance.randrange(1, 200)} осіб",
    )

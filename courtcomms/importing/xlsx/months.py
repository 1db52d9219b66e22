"""Names of months and days as Excel shows them in the languages that a Ukrainian office meets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\[\$[^\]-]*-([^\],]+)[^\]]*\]")
#: The language behind a Windows locale number.
_PRIMARY = 0x3FF


@dataclass(frozen=True, slots=True)
class Names:
    """Months in the nominative and beside a day; days of the week, Monday first; short ones."""

    months: tuple[str, ...]
    months_of: tuple[str, ...]
    days: tuple[str, ...]
    days_short: tuple[str, ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


UKRAINIAN = Names(
    _words("січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"),
    _words("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
    ("понеділок", "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя"),
    ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Нд"),
)
_RUSSIAN = Names(
    _words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    _words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"),
)
_ENGLISH_MONTHS = _words(
    "January February March April May June July August September October November December"
)
_ENGLISH = Names(
    _ENGLISH_MONTHS,
    _ENGLISH_MONTHS,
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
)
_BY_NUMBER = {0x09: _ENGLISH, 0x19: _RUSSIAN}
_BY_TAG = {"en": _ENGLISH, "ru": _RUSSIAN}


def names_of(code: str) -> Names:
    """The names for a number format: by its ``[$-419]`` or ``[$-en-US]``, else Ukrainian."""
    match = _MARK.search(code)
    if match is None:
        return UKRAINIAN
    if re.fullmatch(r"[0-9A-Fa-f]{3,8}", match[1]):
        return _BY_NUMBER.get(int(match[1], 16) & _PRIMARY, UKRAINIAN)
    return _BY_TAG.get(match[1][:2].lower(), UKRAINIAN)

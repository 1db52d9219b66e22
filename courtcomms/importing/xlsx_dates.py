"""Excel's dates as they are shown in a Ukrainian Excel (ECMA-376 part 1, 18.17.4 and 18.8.31)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_MONTHS = (
    *("січень", "лютий", "березень", "квітень", "травень", "червень"),
    *("липень", "серпень", "вересень", "жовтень", "листопад", "грудень"),
)
_MONTHS_OF = (
    *("січня", "лютого", "березня", "квітня", "травня", "червня"),
    *("липня", "серпня", "вересня", "жовтня", "листопада", "грудня"),
)
_DAYS = ("понеділок", "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя")
_DAYS_SHORT = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Нд")
_TOKEN = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[(?:h+|m+|s+)\]|\[[^\]]*\]|AM/PM|A/P|y+|m+|d+|h+|s+(?:\.0+)?|e+|.',
    re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_LAST_SERIAL = 2_958_466


def is_date_format(code: str) -> bool:
    """Whether a number format shows a date or a time."""
    return any(token[0] in "ymdhsYMDHS" or _ELAPSED.fullmatch(token) for token in _tokens(code))


def show_date(serial: float, code: str, *, from_1904: bool) -> str | None:
    """A serial day as its format shows it; ``None`` where it is no day of the calendar.

    ``from_1904``: the workbook counts days from 1904.
    """
    moment = _moment(serial, from_1904=from_1904)
    if moment is None:
        return None
    if not from_1904 and int(serial) == 60:
        return "29.02.1900"
    tokens = _tokens(_localized(code).split(";")[0])
    half_day = any(token.upper() in ("AM/PM", "A/P") for token in tokens)
    shown = [_token(token, at, tokens, moment, serial, half_day) for at, token in enumerate(tokens)]
    return "".join(shown).strip()


def _moment(serial: float, *, from_1904: bool) -> datetime | None:
    if from_1904:
        serial += 1462
    if not 0 <= serial < _LAST_SERIAL:
        return None
    day = int(serial)
    # Excel believes in 29 February 1900, so that its days until then stand one later.
    start = datetime(1899, 12, 31 if day < 60 else 30)  # noqa: DTZ001 - Excel knows no time zones
    return start + timedelta(days=day, seconds=round((serial - day) * 86_400))


def _localized(code: str) -> str:
    """The system's own long date is marked, not written out; «/» stands for the locale's date sign."""
    return "d mmmm yyyy р." if "[$-F800]" in code.upper() else code


def _tokens(code: str) -> list[str]:
    return _TOKEN.findall(code)


def _token(token: str, at: int, tokens: list[str], moment: datetime, serial: float, half_day: bool) -> str:
    elapsed = _ELAPSED.fullmatch(token)
    if elapsed:
        return str(int(serial * {"h": 24, "m": 1440, "s": 86_400}[elapsed[1][0].lower()]))
    sign = token[0].lower()
    if sign in '"\\':
        return token.strip('"') if sign == '"' else token[1:]
    if sign in "_*[":
        return " " if sign == "_" else ""
    if token.upper() in ("AM/PM", "A/P"):
        return "AM" if moment.hour < 12 else "PM"
    if sign == "m" and not _is_minutes(at, tokens):
        return _month(token, moment, with_day=any(other.lower() in ("d", "dd") for other in tokens[:at]))
    return _part(sign, len(token), moment, half_day) if sign in "ydhmse" else _literal(token)


def _part(sign: str, width: int, moment: datetime, half_day: bool) -> str:
    if sign in "ye":
        return f"{moment.year:04d}" if width > 2 or sign == "e" else f"{moment.year % 100:02d}"
    if sign == "d" and width > 2:
        return (_DAYS_SHORT if width == 3 else _DAYS)[moment.weekday()]
    hour = (moment.hour + 11) % 12 + 1 if half_day else moment.hour
    value = {"d": moment.day, "h": hour, "m": moment.minute, "s": moment.second}[sign]
    return f"{value:02d}" if width > 1 else str(value)


def _month(token: str, moment: datetime, *, with_day: bool) -> str:
    names = _MONTHS_OF if with_day else _MONTHS
    if len(token) == 3:
        return _MONTHS[moment.month - 1][:3]
    if len(token) > 3:
        name = names[moment.month - 1]
        return name[0].upper() if len(token) == 5 else name
    return f"{moment.month:02d}" if len(token) == 2 else str(moment.month)


def _is_minutes(at: int, tokens: list[str]) -> bool:
    """``m`` right after hours or right before seconds is minutes."""
    before = next(
        (token[:2].lower() for token in reversed(tokens[:at]) if token[0].isalpha() or token[0] == "["), ""
    )
    after = next((token[0].lower() for token in tokens[at + 1 :] if token[0].isalpha()), "")
    return before[:1] == "h" or before == "[h" or after == "s"


def _literal(token: str) -> str:
    return "." if token == "/" else token

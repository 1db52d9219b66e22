"""Excel's dates as they are shown in a Ukrainian Excel (ECMA-376 part 1, 18.17.4 and 18.8.31)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from courtcomms.importing.xlsx.months import names_of

_TOKEN = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[(?:h+|m+|s+)\]|\[[^\]]*\]|AM/PM|A/P|y+|m+|d+|h+|s+(?:\.0+)?|e+|.',
    re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_LAST_SERIAL = 2_958_466
_DAY = 86_400
_UNITS = {"h": 3600, "m": 60, "s": 1}


def is_date_format(section: str) -> bool:
    """Whether a section of a number format shows a date or a time."""
    return any(token[0] in "ymdhsYMDHS" or _ELAPSED.fullmatch(token) for token in _tokens(section))


@lru_cache(maxsize=1024)
def is_month_first(section: str) -> bool:
    """Whether a format shows the month's number before the day's, as in America: 8/13/2021."""
    tokens = _tokens(section)
    told = [token[0].lower() for at, token in enumerate(tokens) if _is_day_or_month(at, tokens)]
    return told[:2] == ["m", "d"] and not any(token.lower() in ("yyyy", "e") for token in _before(tokens))


def _is_day_or_month(at: int, tokens: list[str]) -> bool:
    token = tokens[at].lower()
    return token in ("d", "dd") or (token in ("m", "mm") and not _is_minutes(at, tokens))


def _before(tokens: list[str]) -> list[str]:
    """The tokens before the first month or day."""
    first = next((at for at in range(len(tokens)) if _is_day_or_month(at, tokens)), len(tokens))
    return tokens[:first]


def _day_first(tokens: list[str]) -> list[str]:
    """The same format with day and month in each other's place."""
    month, day = [at for at in range(len(tokens)) if _is_day_or_month(at, tokens)][:2]
    turned = list(tokens)
    turned[month], turned[day] = tokens[day], tokens[month]
    return turned


def show_date(serial: float, section: str, *, from_1904: bool) -> str | None:
    """A serial day as its format shows it; ``None`` where it is no day of the calendar.

    ``from_1904``: the workbook counts days from 1904. A format with the month first is shown day first:
    nobody here would read 4.12 as the twelfth of April.
    """
    moment = _moment(serial, from_1904=from_1904)
    if moment is None:
        return None
    if not from_1904 and int(serial) == 60:
        return "29.02.1900"
    return _Shown(_localized(section), moment, serial).text()


def _moment(serial: float, *, from_1904: bool) -> datetime | None:
    if from_1904:
        serial += 1462
    if not 0 <= serial < _LAST_SERIAL:
        return None
    day = int(serial)
    # Excel believes in 29 February 1900, so that its days until then stand one later.
    start = datetime(1899, 12, 31 if day < 60 else 30)  # noqa: DTZ001 - Excel knows no time zones
    return start + timedelta(days=day, milliseconds=round((serial - day) * _DAY * 1000))


def _localized(code: str) -> str:
    """The system's own long date and time are marked, not written out."""
    upper = code.upper()
    if "[$-F800]" in upper:
        return 'd mmmm yyyy" р."'
    return "hh:mm:ss" if "[$-F400]" in upper else code


def _tokens(code: str) -> list[str]:
    return _TOKEN.findall(code)


@dataclass(slots=True)
class _Shown:
    """One moment in one format."""

    code: str
    moment: datetime
    serial: float

    def text(self) -> str:
        """All tokens of the format, shown."""
        tokens = _tokens(self.code)
        if is_month_first(self.code):
            tokens = _day_first(tokens)
        if not any(".0" in token for token in tokens):
            self.moment += timedelta(milliseconds=500)  # Excel rounds to the seconds that it shows
        return "".join(self._token(token, at, tokens) for at, token in enumerate(tokens)).strip()

    def _token(self, token: str, at: int, tokens: list[str]) -> str:
        elapsed = _ELAPSED.fullmatch(token)
        if elapsed:
            return self._elapsed(elapsed[1])
        sign = token[0].lower()
        if sign in '"\\':
            return token.strip('"') if sign == '"' else token[1:]
        if sign in "_*[":
            return " " if sign == "_" else ""
        if token.upper() in ("AM/PM", "A/P"):
            return "AM" if self.moment.hour < 12 else "PM"
        if sign == "m" and not _is_minutes(at, tokens):
            return self._month(token, with_day=any(other.lower() in ("d", "dd") for other in tokens[:at]))
        if sign in "ydhmse":
            return self._part(
                sign, token, half_day=any(other.upper() in ("AM/PM", "A/P") for other in tokens)
            )
        return "." if token == "/" else token

    def _elapsed(self, unit: str) -> str:
        count = round(self.serial * _DAY) // _UNITS[unit[0].lower()]
        return str(count).zfill(len(unit))

    def _part(self, sign: str, token: str, *, half_day: bool) -> str:
        moment, width = self.moment, len(token)
        if sign in "ye":
            return f"{moment.year:04d}" if width > 2 or sign == "e" else f"{moment.year % 100:02d}"
        if sign == "d" and width > 2:
            names = names_of(self.code)
            return (names.days_short if width == 3 else names.days)[moment.weekday()]
        hour = (moment.hour + 11) % 12 + 1 if half_day else moment.hour
        value = {"d": moment.day, "h": hour, "m": moment.minute, "s": moment.second}[sign]
        whole, _, fraction = token.partition(".")
        shown = f"{value:02d}" if len(whole) > 1 else str(value)
        return f"{shown},{moment.microsecond:06d}"[: len(shown) + 1 + len(fraction)] if fraction else shown

    def _month(self, token: str, *, with_day: bool) -> str:
        names, month = names_of(self.code), self.moment.month
        if len(token) == 3:
            return names.months[month - 1][:3]
        if len(token) > 3:
            name = (names.months_of if with_day else names.months)[month - 1]
            return name[0].upper() if len(token) == 5 else name
        return f"{month:02d}" if len(token) == 2 else str(month)


def _is_minutes(at: int, tokens: list[str]) -> bool:
    """``m`` right after hours or right before seconds is minutes."""
    before = next(
        (token[:2].lower() for token in reversed(tokens[:at]) if token[0].isalpha() or token[0] == "["), ""
    )
    after = next((token[0].lower() for token in tokens[at + 1 :] if token[0].isalpha()), "")
    return before[:1] == "h" or before == "[h" or after == "s"

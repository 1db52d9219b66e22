"""A standing event whose text still names a past year or quarter.

What tells of history is left alone: full dates, «з 2018 року», laws, orders and programmes of a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from courtcomms.cells.roman import read_roman
from courtcomms.model import Column, Finding, Severity
from courtcomms.period import Period, PeriodKind
from courtcomms.review.row import Row

_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(
    rf"(?<![\w.,/:№-])({_YEAR})(?:\s?[-–—/]\s?({_YEAR}|\d\d))?(?![\w:]|[./,-]\d|\s?[-–—/]\s?\d)"
)
_PART = re.compile(
    rf"(?<!\w)([IІVXХУ]{{1,3}}|[1-4]|перш\w+|друг\w+|трет\w+|четверт\w+)(?:-\w{{1,3}})?\s+"
    rf"(квартал\w*|півріч\w+)(?:\s+({_YEAR})(?!\d))?",
    re.IGNORECASE,
)
_ORDINALS = {"перш": 1, "друг": 2, "трет": 3, "четв": 4}
#: The column of dates: its start is history, «у 2021» beside it is not.
_IN_YEAR = re.compile(rf"(?<!\w)(?:у|в|на|протягом|впродовж|упродовж)\s+({_YEAR})(?![\d.])", re.IGNORECASE)

_FULL_DATE = re.compile(
    r"(?:січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)\s*$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?<!\w)(?:з|із|зі|від|після|починаючи|створен\w*|заснован\w*)(?:\s+[ув])?\s*$", re.IGNORECASE
)
_ACT = re.compile(
    r"(?<!\w)(?:закон|кодекс|наказ|указ|постанов|розпоряджен|рішенн|конституці|конвенці|стратегі|концепці|програм"
    r"|положенн|інструкці|угод|договор|меморандум|дсту|стандарт)[^.;\n]{0,200}$",
    re.IGNORECASE,
)
_LOOK_BACK = 240


def past_period(row: Row) -> Iterator[Finding]:
    """A year or a quarter before the report's in the title, goal or date of a standing event."""
    if row.period is None or not row.event.is_standing:
        return
    for column in (Column.TITLE, Column.GOAL):
        yield from _in_words(row, column, row.period)
    for match in _IN_YEAR.finditer(row.prose(Column.DATE)):
        if int(match[1]) < row.period.start.year:
            yield _stale(row, Column.DATE, match.span(1), row.period)


def _in_words(row: Row, column: Column, period: Period) -> Iterator[Finding]:
    text = row.prose(column)
    parts = list(_PART.finditer(text))
    for match in parts:
        end = _end_of(match, period)
        if end is not None and end < period.start and not _is_history(text, match.start()):
            yield _stale(row, column, match.span(), period)
    for match in _YEARS.finditer(text):
        within = any(part.start() <= match.start() < part.end() for part in parts)
        if not within and _last_year(match) < period.start.year and not _is_history(text, match.start()):
            yield _stale(row, column, match.span(), period)


def _stale(row: Row, column: Column, place: tuple[int, int], period: Period) -> Finding:
    named = row.text(column)[place[0] : place[1]]
    message = f"Захід постійний, а в тексті досі «{named}» (звіт за {period.title}): чи не застаріло?"
    return row.find(Severity.WARN, "past_period", column, message, place)


def _end_of(match: re.Match[str], period: Period) -> date | None:
    """The last day of a quarter or half-year; without a year only the report's own year can be meant."""
    numeral = read_roman(match[1])
    number = int(match[1]) if match[1].isdecimal() else _ORDINALS.get(match[1][:4].lower(), 0)
    number = number or (numeral.value if numeral is not None else 0)
    half = match[2].lower().startswith("півріч")
    if not 1 <= number <= (2 if half else 4):
        return None
    year = int(match[3]) if match[3] else period.year
    if not match[3] and (half or period.kind is not PeriodKind.QUARTER):
        return None
    if not match[3] and (number, period.number) == (4, 1):
        year -= 1
    kind = PeriodKind.HALF_YEAR if half else PeriodKind.QUARTER
    return Period(year, number, kind).end if 1992 <= year <= 2198 else None


def _last_year(match: re.Match[str]) -> int:
    """The later year of «2018-2021» and «2021/22»; what counts backwards («2020/15») is a paper's number."""
    first, last = match[1], match[2] or match[1]
    year = int(last if len(last) == 4 else first[:2] + last)
    return year if year >= int(first) else date.max.year


def _is_history(text: str, at: int) -> bool:
    before = text[max(0, at - _LOOK_BACK) : at]
    return any(pattern.search(before) is not None for pattern in (_FULL_DATE, _SINCE, _ACT))

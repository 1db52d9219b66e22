"""Reporting periods: quarters, half-years and years, their arithmetic and their wording."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

#: Written in Ukrainian letters (U+0406), as the form of «Таблиця 1» has them.
ROMAN_QUARTERS = ("І", "ІІ", "ІІІ", "ІV")

_CODE = re.compile(r"(?P<year>\d{4})(?:-(?P<kind>[QH])(?P<number>[1-4]))?")


class PeriodKind(StrEnum):
    """How long a period is."""

    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"

    @property
    def months(self) -> int:
        """Length in months."""
        return {"quarter": 3, "half_year": 6, "year": 12}[self.value]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A quarter, half-year or year of the civil calendar.

    ``number`` counts from 1 inside the year: 1–4 for quarters, 1–2 for half-years, 1 for a year.

    Raises:
        ValueError: the year is outside 1991–2199 or the number outside the year.
    """

    year: int
    number: int
    kind: PeriodKind = PeriodKind.QUARTER

    def __post_init__(self) -> None:
        if not 1991 <= self.year <= 2199:
            raise ValueError(f"year {self.year} outside 1991-2199")
        if not 1 <= self.number <= 12 // self.kind.months:
            raise ValueError(f"no {self.kind.value} {self.number} in a year")

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """The given quarter, 1–4."""
        return cls(year, quarter, PeriodKind.QUARTER)

    @classmethod
    def of(cls, day: date) -> Period:
        """The quarter in which a day lies."""
        return cls(day.year, (day.month + 2) // 3, PeriodKind.QUARTER)

    @classmethod
    def parse(cls, code: str) -> Period:
        """Read ``2021-Q3``, ``2021-H1`` or ``2021``; letters of any case.

        Raises:
            ValueError: the code is none of these or names no such period.
        """
        match = _CODE.fullmatch(code.strip().upper())
        if match is None:
            raise ValueError(f"not a period code: {code!r}")
        kind = {"Q": PeriodKind.QUARTER, "H": PeriodKind.HALF_YEAR, None: PeriodKind.YEAR}[match["kind"]]
        return cls(int(match["year"]), int(match["number"] or 1), kind)

    @property
    def code(self) -> str:
        """``2021-Q3``, ``2021-H1`` or ``2021``; what :meth:`parse` reads."""
        if self.kind is PeriodKind.YEAR:
            return str(self.year)
        return f"{self.year}-{'Q' if self.kind is PeriodKind.QUARTER else 'H'}{self.number}"

    @property
    def start(self) -> date:
        """First day."""
        return date(self.year, (self.number - 1) * self.kind.months + 1, 1)

    @property
    def end(self) -> date:
        """Last day."""
        month = self.number * self.kind.months
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Whether a span touches the period; a missing end of the span is open."""
        return (start is None or start <= self.end) and (end is None or end >= self.start)

    def shifted(self, steps: int) -> Period:
        """The period of the same kind ``steps`` later (or earlier, when negative)."""
        in_year = 12 // self.kind.months
        index = self.year * in_year + self.number - 1 + steps
        return Period(index // in_year, index % in_year + 1, self.kind)

    @property
    def quarters(self) -> tuple[Period, ...]:
        """The quarters that lie in the period, oldest first; of a quarter itself it alone."""
        count = self.kind.months // 3
        first = (self.number - 1) * count + 1
        return tuple(Period.quarter(self.year, number) for number in range(first, first + count))

    @property
    def name(self) -> str:
        """Ukrainian name in the nominative: «ІІІ квартал 2021 року», «І півріччя 2021 року», «2021 рік»."""
        if self.kind is PeriodKind.YEAR:
            return f"{self.year} рік"
        word = "квартал" if self.kind is PeriodKind.QUARTER else "півріччя"
        return f"{ROMAN_QUARTERS[self.number - 1]} {word} {self.year} року"

    @property
    def title(self) -> str:
        """The words of the form's title after «за»; the accusative equals the nominative here."""
        return self.name

"""The court and the period from the lines of the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from courtcomms.cells import court_names, periods
from courtcomms.cells.periods import PeriodReading
from courtcomms.model import Confidence, CourtName
from courtcomms.period import Period, PeriodKind

#: A title is a few lines right above the table; what stands higher is a letter or an order.
_LINES_LOOKED_AT = 40
_LONGEST_LINE = 400
_WIDEST_JOIN = 4
_FORM_WORDS = re.compile(
    r"\s*(?:таблиця\s*№?\s*\d*|звіт|(?:звіт\s+)?(?:про|щодо)\s+комунікаційн\w+\s+діяльн\w+.{0,80}"
    r"|додаток\s*№?\s*\d*|\(?(?:назва|найменування)\s+суду\)?|за)\s*[.:]?\s*",
    re.IGNORECASE,
)
#: Two numbers of quarters: «I-IV кв 2021» is no fourth quarter.
_SEVERAL = re.compile(r"\b[1-4ivіІ]+\s*[-–—,]\s*[1-4ivіІ]+[\s_-]*кв", re.IGNORECASE)
_FILE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FORM_NAME = re.compile(r"\s*звіт\b", re.IGNORECASE)
_FILE_QUARTER = re.compile(
    r"(?<!\d)(?P<year>20\d\d)[\W_]*(?:q|кв\w*[\W_]*)(?P<after>[1-4])(?!\d)"
    r"|(?:q[\W_]*(?P<quarter>[1-4])|(?<!\d)(?P<number>[1-4])[\W_]*(?:q|кв\w*|kv\w*))[\W_]*(?P<later>20\d\d)(?!\d)",
    re.IGNORECASE,
)

#: Digits or a stem without which no line names a period, however it is torn or mistyped.
_MAY_NAME_PERIOD = re.compile(
    r"\d|[кk]в|артал|[кk] в|півр|місяц|рік|рок|год|січ|лют|бер|квіт|трав|черв|лип|серп|вер|жовт|лист|груд|q",
    re.IGNORECASE,
)
#: The same lines are read alone, joined with their neighbours, and again when they are told.
read_court = lru_cache(maxsize=2048)(court_names.read_court)


@lru_cache(maxsize=2048)
def read_period(text: str) -> PeriodReading:
    """As :func:`courtcomms.cells.periods.read_period`; prose is told from titles at a glance."""
    return periods.read_period(text) if _MAY_NAME_PERIOD.search(text) else PeriodReading()


@dataclass(frozen=True, slots=True)
class Title:
    """What the title lines tell; ``None`` where they tell nothing.

    ``guessed``: letters of the period's line had to be guessed, or it says more than a period can hold.
    ``part`` is a quarter or half-year without a year that can be meant, where no whole period stands.
    """

    court: CourtName | None
    period: Period | None
    guessed: bool = False
    part: PeriodReading | None = None

    def with_year(self, year: int) -> Title:
        """The title with the year that its quarter or half-year lacks; otherwise as it is."""
        if self.period is not None or self.part is None or self.part.year is not None:
            return self
        period = replace(self.part, year=year).period
        return self if period is None else replace(self, period=period, guessed=True)


#: A title that tells nothing.
NO_TITLE = Title(None, None)


def read_title(lines: Sequence[str]) -> Title:
    """The court and the period that lines name, wherever their words are broken over lines.

    Of several periods the shortest wins (a quarter before a year), then the one nearest to the table.
    """
    near = [line for line in lines if line.strip()][-_LINES_LOOKED_AT:]
    near = [line[:_LONGEST_LINE] for line in near]
    period = _period(near)
    guessed = period is not None and period.confidence is not Confidence.SURE
    if period is not None:
        return Title(_court(near), period.period, guessed)
    return Title(_court(near), None, part=_part(near))


def period_of_name(name: str) -> Period | None:
    """The period in a file's or sheet's name: words as in a title, or ``2021_q3``."""
    match = _FILE_QUARTER.search(name)
    if _SEVERAL.search(name) is not None:
        return read_period(name.replace("_", " ")).period
    if match is not None:
        year, quarter = match["year"] or match["later"], match["after"] or match["quarter"] or match["number"]
        return Period.quarter(int(year), int(quarter))
    readings = [read_period(re.sub(signs, " ", name)) for signs in (r"_+", r"[_\-.]+")]
    told = [reading for reading in readings if reading.quarter or reading.half] or readings
    return told[0].period


def year_of_name(name: str) -> int | None:
    """The only year in a file's name: «Звіти 2021»."""
    years = {int(year) for year in _FILE_YEAR.findall(name)}
    return years.pop() if len(years) == 1 else None


def is_title_line(line: str) -> bool:
    """Whether a line has said all it can by naming the form, the court or the period."""
    if _FORM_WORDS.fullmatch(line) or read_court(line) is not None:
        return True
    reading = read_period(line)
    return len(line) < 80 and (reading.quarter is not None or reading.period is not None)


def is_form_name(line: str) -> bool:
    """Whether a line begins a report by its name: «Звіт», «Звіт про комунікаційну діяльність»."""
    return _FORM_NAME.match(line) is not None


def title_lines(lines: Sequence[str], title: Title) -> frozenset[int]:
    """Which lines have said all they can: by themselves, or as pieces of the court or the period."""
    whole = {at for at, line in enumerate(lines) if is_title_line(line)}
    for start, width, joined in _joined(lines[:_LINES_LOOKED_AT]):
        pieces = range(start, start + width)
        if width > 1 and len(joined) <= _LONGEST_LINE and not whole.issuperset(pieces):
            inner, outer = (
                "\n".join(lines[start : start + width - 1]),
                "\n".join(lines[start + 1 : start + width]),
            )
            if _needs_all(title, joined, (inner, outer)):
                whole.update(pieces)
    return frozenset(whole)


def _needs_all(title: Title, joined: str, fewer: Iterable[str]) -> bool:
    """Whether joined lines name the title's court or period, and do not without the first or the last."""
    court, period = title.court, title.period
    if court is not None and read_court(joined) == court:
        return not any(read_court(some) == court for some in fewer)
    if period is not None and read_period(joined).period == period:
        return not any(read_period(some).period == period for some in fewer)
    return False


def _windows(lines: Sequence[str]) -> Iterable[str]:
    """Neighbouring lines joined, the widest first, those nearest to the table first."""
    for _, _, joined in _joined(lines):
        yield joined


def _joined(lines: Sequence[str]) -> Iterable[tuple[int, int, str]]:
    """First line, number of lines and words; a hyphen at a line's end may be the word's or the line's."""
    for width in range(min(_WIDEST_JOIN, len(lines)), 0, -1):
        for start in range(len(lines) - width, -1, -1):
            some = [line.strip() for line in lines[start : start + width]]
            yield start, width, " ".join(some)
            if any(line.endswith("-") for line in some[:-1]):
                yield start, width, "\n".join(some)


def _court(lines: Sequence[str]) -> CourtName | None:
    """The longest name found: a name broken over lines is short in each of them."""
    found = (read_court(text) for text in _windows(lines))
    return max(
        (court for court in found if court is not None), key=lambda court: len(court.nominative), default=None
    )


def _part(lines: Sequence[str]) -> PeriodReading | None:
    """A quarter or half-year whose year is untold or cannot be; the one nearest to the table."""
    readings = (read_period(line) for line in reversed(lines))
    part = next((reading for reading in readings if reading.quarter or reading.half), None)
    return replace(part, year=None, confidence=Confidence.PROBABLE) if part is not None else None


def _period(lines: Sequence[str]) -> PeriodReading | None:
    single = [read_period(line) for line in reversed(lines)]
    joined = [read_period(text) for text in _windows(lines)]
    known = [(reading, reading.period) for reading in (*single, *joined)]
    for kind in (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR):
        found = next(
            (reading for reading, period in known if period is not None and period.kind is kind), None
        )
        if found is not None:
            return found
    return None

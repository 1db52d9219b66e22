"""Whether a title begins another report than the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from courtcomms.cells.headings import Heading
from courtcomms.cells.periods import PeriodReading, read_period
from courtcomms.cells.roman import read_roman
from courtcomms.importing.finding.found import Line, Part
from courtcomms.importing.finding.pieces import Piece
from courtcomms.importing.finding.row_kinds import place
from courtcomms.importing.finding.title import NO_TITLE, Title, is_form_name, period_of_name, read_title
from courtcomms.importing.finding.title_words import names_period_only
from courtcomms.model import Confidence, CourtName
from courtcomms.period import PeriodKind

_ROWS_LOOKED_AT = 5


@dataclass(frozen=True, slots=True)
class Known:
    """The report that is being read: its title, what told its period, the lines of its title.

    ``base`` is the title that stands over its heading, before any row named another period.
    """

    title: Title = NO_TITLE
    source: str = ""
    lines: Sequence[Line] = ()
    base: Title | None = None

    @property
    def over_heading(self) -> Title:
        """The title over the heading."""
        return self.base if self.base is not None else self.title


def title_of(lines: Sequence[Line], sheet: str) -> tuple[Title, str]:
    """What title lines tell, else the sheet's name; with «назви аркуша» where that told the period."""
    title = read_title([line.text for line in lines])
    if title.period is not None or not sheet:
        return title, ""
    period = period_of_name(sheet)
    if period is not None and title.part is None:
        return replace(title, period=period), "назви аркуша"
    if title.part is None and (part := _part_of_name(sheet)) is not None:
        return replace(title, part=part), "назви аркуша"
    return title, ""


def _part_of_name(sheet: str) -> PeriodReading | None:
    """A quarter that a sheet is called by: «2 кв», «ІІ»."""
    reading = read_period(sheet)
    roman = read_roman(sheet.strip())
    if reading.year is None and (reading.quarter or reading.half):
        return replace(reading, confidence=Confidence.PROBABLE)
    if roman is not None and roman.value <= 4 and not roman.guessed:
        return PeriodReading(quarter=roman.value, confidence=Confidence.PROBABLE)
    return None


def begins_report(known: Known, title: Title, lines: Sequence[Line], part: Part) -> bool:
    """Whether a title over a further heading is that of another period or another court."""
    if _other_court(known.title.court, title.court) or _other_period(known.title, title):
        return True
    untold = not any((known.title.period, known.title.part, title.period, title.part))
    return untold and any(is_form_name(line.text) for line in lines) and _first_number(part) == "1"


def section_title(known: Known, piece: Piece) -> Title | None:
    """The title of the report that a row within the table begins, ``None`` where it is a mere section.

    A row that names the period alone begins one. Where events are named too («Заходи ІІ кварталу»), only in
    the report of a whole year, of which it is a quarter.
    """
    lines = [line.text for line in piece.above()]
    own = read_title(lines)
    over = known.over_heading
    year = over.period.year if over.period else known.title.period.year if known.title.period else None
    own = replace(own.with_year(year), guessed=own.guessed) if year is not None else own
    if not _other_period(known.title, own) or not _fits_into(own, over):
        return None
    alone = any(names_period_only(text) for text in (*lines, " ".join(lines)))
    if not alone and (over.period is not None and over.period.kind is PeriodKind.QUARTER):
        return None
    return replace(own, court=own.court or known.title.court)


def _fits_into(own: Title, over: Title) -> bool:
    if over.period is None or own.period is None:
        return True
    return own.period.kind.months <= over.period.kind.months


def _other_period(one: Title, other: Title) -> bool:
    """Whether two titles name different periods; a year untold is that of the other."""
    if other.period is None and other.part is None:
        return False
    if one.period is not None and other.period is not None:
        return one.period != other.period
    mine, yours = _within(one), _within(other)
    return mine is None or yours is None or mine != yours


def _within(title: Title) -> tuple[PeriodKind, int] | None:
    """Which quarter or half of whatever year."""
    if title.period is not None:
        return title.period.kind, title.period.number
    if title.part is None:
        return None
    if title.part.quarter is not None:
        return PeriodKind.QUARTER, title.part.quarter
    return (PeriodKind.HALF_YEAR, title.part.half) if title.part.half is not None else None


def _other_court(one: CourtName | None, other: CourtName | None) -> bool:
    if one is None or other is None:
        return False
    mine, yours = one.nominative.casefold(), other.nominative.casefold()
    return not mine.startswith(yours) and not yours.startswith(mine)


def _first_number(part: Part) -> str:
    for row in part.rows[:_ROWS_LOOKED_AT]:
        placed = place(row, part.head.leaves)[0]
        for cells, leaf in zip(placed, part.head.leaves, strict=True):
            words = "".join(cell.text or cell.label for cell in cells).strip(" .)")
            if leaf.key is Heading.NUMBER and words:
                return words
    return ""

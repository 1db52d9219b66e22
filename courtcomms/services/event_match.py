"""Whether two rows of reports tell of the same event: a likeness from 0 to 1, from their texts alone.

The rules, for rows of different reports:

- An event comes back only where its dates allow it: both phrases are standing, or they tell the same days.
  A dated event of another quarter is never the same one, however alike the titles are.
- The title decides, the goal bears witness, the audience tips the scales. Letter case, quotation marks,
  dashes, blanks, a slipped letter and other endings of words make next to no difference; the number never
  counts.
- A word of the title that was *replaced* by another one, or another number in it, speaks for another event of
  the same kind («про судовий збір», «про медіацію»); words that were *added* are growth, if the goal is still
  the same. Other days of beginning speak for another event too. Such pairs are offered, never joined unasked.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from courtcomms.cells.dates import read_date
from courtcomms.model import Cells, Column, DateKind
from courtcomms.period import Period
from courtcomms.services.event_words import Overlap, overlap, weight_of, words_of

#: From here on two rows are taken for the same event unless the user says otherwise.
SURE = 0.9
#: From here on the user is asked whether they are.
OFFERED = 0.6
#: What a pair has at most against which something speaks.
_DOUBTED, _CONTRADICTED = 0.85, 0.8

_TITLE, _GOAL, _AUDIENCE = 0.62, 0.33, 0.05
#: Pairs that are not equal letter for letter rank behind those that are.
_RETYPED = 0.995

_COARSE = frozenset({DateKind.MONTH, DateKind.MONTHS, DateKind.QUARTER, DateKind.HALF_YEAR, DateKind.TEXT})
_SILENT = frozenset({DateKind.EMPTY, DateKind.TEXT})


@dataclass(frozen=True, slots=True)
class Sight:
    """What of an event is compared: words of three cells, and what its date phrase says.

    ``told``: the user herself has said that the event is a standing one.
    """

    title: tuple[str, ...]
    goal: tuple[str, ...]
    audience: tuple[str, ...]
    phrase: tuple[str, ...]
    kind: DateKind
    start: dt.date | None
    end: dt.date | None
    standing: bool
    told: bool = False

    @property
    def on_days(self) -> bool:
        """Whether the event took place on single days: it can only be one of the same days."""
        return not self.standing and self.kind in (DateKind.DAY, DateKind.DAYS)


class Dates(Enum):
    """How the dates of two rows stand to each other."""

    SAME = "the same days, or the same beginning"
    OPEN = "both standing, the beginning untold by one"
    ENDED = "standing in one, in the other it got an end"
    OTHER_START = "both standing, from different days on"
    COARSE = "the same kind of a whole span, another one"
    SILENT = "neither tells anything"
    APART = "different days"


def sight_of(cells: Cells, period: Period | None, standing: bool | None = None) -> Sight:
    """What is compared of a row in the report of a period; ``standing`` is the user's own word."""
    span = read_date(cells.date, period)
    return Sight(
        words_of(cells.title),
        words_of(cells.goal),
        words_of(cells.audience),
        words_of(cells.date),
        span.kind,
        span.start,
        span.end,
        span.kind.standing if standing is None else standing,
        bool(standing),
    )


def likeness(one: Sight, other: Sight) -> float:
    """How surely two rows of different reports are the same event: see :data:`SURE` and :data:`OFFERED`."""
    dates = compare_dates(one, other)
    if dates is Dates.APART:
        return 0.0
    title, goal = overlap(one.title, other.title), overlap(one.goal, other.goal)
    score, most = _score(one, other), _allowed(one, other, title, goal, dates)
    if dates in (Dates.OTHER_START, Dates.COARSE, Dates.SILENT):
        most = min(most, _CONTRADICTED)
    if dates is Dates.ENDED and (title.grown or goal.part < SURE):
        most = min(most, _DOUBTED)
    return max(score, SURE) if most == 1 else min(score, most)


def likeness_in_report(one: Cells, other: Cells, period: Period) -> float:
    """How surely two rows of one report are the same event, of which some cells were changed.

    Two excursions of one quarter are told apart by their days, unless the page that tells of them is the
    same: then the day was corrected.
    """
    first, second = sight_of(one, period), sight_of(other, period)
    title, goal = overlap(first.title, second.title), overlap(first.goal, second.goal)
    dated = compare_dates(first, second)
    same_days = dated in (Dates.SAME, Dates.OPEN, Dates.SILENT) or one.date == other.date
    links = bool(one.site_links.strip()) and one.site_links == other.site_links
    if not same_days and not links:
        return 0.0
    score = _score(first, second)
    if same_days and links:
        # Page and days are the same: one of the texts was rewritten.
        return max(score, SURE) if title.part >= OFFERED or goal.part >= SURE else score
    if title.replaced or title.numbers_differ or not title.common:
        return min(score, _DOUBTED)
    if same_days and title.part == 1 and _equal_cells(one, other) < 2 and goal.part < OFFERED:
        return min(score, _DOUBTED)
    return max(score, SURE) if title.part >= SURE else min(score, _DOUBTED)


def _equal_cells(one: Cells, other: Cells) -> int:
    """How many filled cells are the same, number, title and date aside."""
    aside = {Column.NUMBER, Column.TITLE, Column.DATE}
    return sum(
        bool(text.strip()) and other[column] == text for column, text in one.texts() if column not in aside
    )


def compare_dates(one: Sight, other: Sight) -> Dates:
    """How the dates of two rows stand to each other."""
    if one.standing and other.standing:
        return _compare_standing(one, other)
    if (one.told or other.told) and not (one.on_days or other.on_days):
        return Dates.OPEN
    told = one.start is not None and one.end is not None
    if told and (one.start, one.end) == (other.start, other.end):
        return Dates.SAME
    if one.standing or other.standing:
        ended = one.start is not None and one.start == other.start
        return Dates.ENDED if ended and _is_long(one) and _is_long(other) else Dates.APART
    if one.kind in _SILENT and other.kind in _SILENT:
        return Dates.SAME if one.phrase and one.phrase == other.phrase else Dates.SILENT
    return Dates.COARSE if one.kind is other.kind and one.kind in _COARSE else Dates.APART


def _compare_standing(one: Sight, other: Sight) -> Dates:
    if not (_tells_start(one) and _tells_start(other)):
        return Dates.OPEN
    return Dates.SAME if one.start == other.start else Dates.OTHER_START


def _tells_start(sight: Sight) -> bool:
    """Whether a standing phrase tells a beginning; the days of a recurring one are those of its quarter."""
    return sight.start is not None and sight.kind.standing and sight.kind is not DateKind.RECURRING


def _is_long(sight: Sight) -> bool:
    return sight.standing or sight.kind is DateKind.RANGE


def _score(one: Sight, other: Sight) -> float:
    """The mean likeness of the cells that at least one of both has words in."""
    pairs = (
        (_TITLE, one.title, other.title),
        (_GOAL, one.goal, other.goal),
        (_AUDIENCE, one.audience, other.audience),
    )
    told = [(weight, overlap(first, second).part) for weight, first, second in pairs if first or second]
    whole = sum(weight for weight, _part in told)
    if not whole:
        return 0.0
    score = sum(weight * part for weight, part in told) / whole
    same = all(first == second for _weight, first, second in pairs)
    return score if same else score * _RETYPED


def _allowed(one: Sight, other: Sight, title: Overlap, goal: Overlap, dates: Dates) -> float:
    """The most that what speaks against a pair leaves of its likeness; 1 where nothing does."""
    if not title.common:
        # Rows without titles are known by their goals.
        told = not one.title and not other.title and goal.common > 1 and goal.part >= SURE
        return 1.0 if told else _CONTRADICTED
    if title.replaced or title.numbers_differ:
        return _DOUBTED
    length = min(weight_of(one.title), weight_of(other.title))
    if title.grown >= 1:
        grown = length >= 4 and title.grown <= length and goal.common >= 2
        return 1.0 if grown and goal.part >= _DOUBTED else _DOUBTED
    if title.near:
        return 1.0 if goal.part >= _DOUBTED and goal.common else _DOUBTED
    if not goal.common:
        return _goalless(one, other, length, dates)
    long = length >= 6 and dates is Dates.SAME
    return 1.0 if goal.part >= OFFERED or (long and goal.part >= 0.3) else _CONTRADICTED


def _goalless(one: Sight, other: Sight, length: float, dates: Dates) -> float:
    """Equal titles without a goal that both tell: enough where they tell much themselves."""
    if one.goal and other.goal:
        return _CONTRADICTED
    enough = length >= 5 or (length >= 3 and dates is Dates.SAME)
    return 1.0 if enough else _DOUBTED

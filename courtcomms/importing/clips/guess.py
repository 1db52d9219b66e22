"""Which columns of the form copied columns are, told by what stands in them where no heading tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from courtcomms.cells.dates import read_date
from courtcomms.cells.links import read_links
from courtcomms.cells.participants import read_participants
from courtcomms.cells.typography import is_blank
from courtcomms.importing.grid import GridCell
from courtcomms.model import Column, Confidence, DateKind, ParticipantsKind

#: Cells of a column that are looked at, and characters of each.
_CELLS = 40
_CHARACTERS = 400
#: The share of a column's filled cells that must agree.
_MOSTLY = 0.6
_ORDER = tuple(Column)
_NO_DATE = frozenset({DateKind.TEXT, DateKind.EMPTY, DateKind.INVALID})
_NO_NUMBER = frozenset({ParticipantsKind.TEXT, ParticipantsKind.NONE})
_NUMBER = re.compile(r"\s*(\d{1,4})\s*[.)]?\s*")
_LONGEST_NUMBER = 60
_COURT_SITE = re.compile(r"court\.gov\.ua", re.IGNORECASE)
_POSTS = re.compile(
    r"\b(?:судд\w+|голов[аиуо]\w*|заступник\w*|керівник\w*|секретар\w*|пресс?-?секретар\w*|помічник\w*"
    r"|консультант\w*|спеціаліст\w*|апарат\w*)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:громадян\w*|громадськ\w+|відвідувач\w*|учн\w+|студент\w*|школяр\w*|адвокат\w*|населенн\w+"
    r"|учасник\w*\s+(?:судов\w+|процес\w+)|користувач\w*|журналіст\w*|молод\w+|правник\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a column's cells look like: shares of those that are not blank."""

    filled: int
    dates: float = 0.0
    links: float = 0.0
    court: float = 0.0
    amounts: float = 0.0
    posts: float = 0.0
    people: float = 0.0
    counts_up: bool = False


def guess_columns(columns: Sequence[Sequence[GridCell]]) -> tuple[Column | None, ...]:
    """The form's column for each copied one, ``None`` for those that fit none.

    Nine columns are the form's in their order, and eight all but the №, unless the first one counts the rows.
    """
    looks = [_look(cells) for cells in columns]
    if len(columns) == len(_ORDER):
        return _ORDER
    if len(columns) == len(_ORDER) - 1:
        return _ORDER[:-1] if looks[0].counts_up else _ORDER[1:]
    return _Guess(looks).columns()


class _Guess:
    """Columns are told from the surest sign to the least; the words that remain go by the form's order."""

    def __init__(self, looks: Sequence[_Look]) -> None:
        self._looks = looks
        self._found: dict[int, Column] = {}

    def columns(self) -> tuple[Column | None, ...]:
        if self._looks and self._looks[0].counts_up and len(self._looks) > 1:
            self._found[0] = Column.NUMBER
        self._best(Column.DATE, [look.dates for look in self._looks])
        self._links()
        self._best(Column.PARTICIPANTS, [look.amounts for look in self._looks], last=True)
        self._words()
        self._dashes()
        return tuple(self._found.get(at) for at in range(len(self._looks)))

    def _free(self) -> list[int]:
        return [at for at, look in enumerate(self._looks) if at not in self._found and look.filled]

    def _best(self, column: Column, shares: Sequence[float], *, last: bool = False) -> None:
        fitting = [at for at in self._free() if shares[at] >= _MOSTLY]
        if fitting:
            self._found[max(fitting, key=lambda at: (shares[at], at if last else -at))] = column

    def _links(self) -> None:
        """The court's own site comes first, by its name or by its place."""
        linked = [at for at in self._free() if self._looks[at].links >= _MOSTLY]
        if not linked:
            return
        own = max(linked, key=lambda at: (self._looks[at].court, -at))
        self._found[own] = Column.SITE_LINKS
        later = next((at for at in linked if at != own), None)
        if later is not None:
            self._found[later] = Column.MEDIA

    def _words(self) -> None:
        """A name comes first; then posts and people tell themselves; then a goal."""
        free = self._free()
        if free:
            self._found[free[0]] = Column.TITLE
        self._best(Column.RESPONSIBLE, [look.posts for look in self._looks], last=True)
        self._best(Column.AUDIENCE, [look.people for look in self._looks])
        for at in self._free():
            known = set(self._found.values())
            before = max((_ORDER.index(c) for n, c in self._found.items() if n < at), default=-1)
            wanted = (Column.GOAL, Column.AUDIENCE, Column.RESPONSIBLE)
            fitting = [c for c in wanted if c not in known and _ORDER.index(c) > before]
            if fitting:
                self._found[at] = fitting[0]

    def _dashes(self) -> None:
        """A column of dashes alone is what its neighbour on the left makes expect."""
        for at, look in enumerate(self._looks):
            before = self._found.get(at - 1)
            if look.filled or at in self._found or before is None or before is _ORDER[-1]:
                continue
            expected = _ORDER[_ORDER.index(before) + 1]
            if expected not in self._found.values():
                self._found[at] = expected


def _look(cells: Sequence[GridCell]) -> _Look:
    told = [cell for cell in cells if not is_blank(cell.text)][:_CELLS]
    if not told:
        return _Look(0)
    texts = [cell.text[:_CHARACTERS] for cell in told]

    def share(fits: Sequence[bool]) -> float:
        return sum(fits) / len(texts)

    return _Look(
        filled=len(texts),
        dates=share([_is_date(text) for text in texts]),
        links=share([bool(cell.links or read_links(text)) for cell, text in zip(told, texts, strict=True)]),
        court=share([bool(_COURT_SITE.search(text)) for text in texts]),
        amounts=share([_is_amount(text) for text in texts]),
        posts=share([bool(_POSTS.search(text)) for text in texts]),
        people=share([bool(_PEOPLE.search(text)) for text in texts]),
        counts_up=_counts_up(texts),
    )


def _is_date(text: str) -> bool:
    span = read_date(text)
    return span.kind not in _NO_DATE and span.confidence is not Confidence.SUSPICIOUS


def _is_amount(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBER and read_participants(text).kind not in _NO_NUMBER


def _counts_up(texts: Sequence[str]) -> bool:
    """«7.», «8.», «9.»: the rows' own numbers."""
    matches = [_NUMBER.fullmatch(text) for text in texts]
    numbers = [int(match[1]) for match in matches if match is not None]
    return len(numbers) == len(texts) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))

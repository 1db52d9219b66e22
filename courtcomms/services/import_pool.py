"""Everything that a row of a document may be: events of the register and rows of earlier documents.

Kept by words, so that a row is compared with a few events only, however many there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from operator import attrgetter, eq
from typing import NamedTuple

from courtcomms.model import Cells, Column
from courtcomms.period import Period
from courtcomms.services.event_match import OFFERED, Sight, likeness, sight_of

#: Words that more events than this have tell little, and looking through them takes long.
_FREQUENT = 300
#: So many rare words of a title find it, though some of them were changed.
_ASKED_WORDS = 8
#: Of events with the very same title and goal, and of all that share words, so many are compared.
_MOST_EQUAL, _MOST_ALIKE = 40, 8

_texts = attrgetter(*(column.value for column in Column if column is not Column.NUMBER))


@dataclass(eq=False, slots=True)
class Slot:
    """One event while an import is planned.

    ``event_id`` names one of the register, else ``document`` and ``row`` the first row that it came with.
    ``cells`` are its texts after all that was planned so far, ``last`` the newest report in which it stands,
    ``periods`` all of them. ``faces`` are its texts in different reports, as they are compared.
    """

    cells: Cells
    event_id: int | None = None
    document: int | None = None
    row: int | None = None
    standing: bool | None = None
    last: Period | None = None
    periods: set[Period] = field(default_factory=set)
    faces: list[Sight] = field(default_factory=list)
    rewritten: bool = False


class Find(NamedTuple):
    """An event that a row may be: how surely, and how many cells are the same."""

    likeness: float
    equal: int
    slot: Slot


class Pool:
    """The events that rows are compared with."""

    def __init__(self) -> None:
        self._equal: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], list[Slot]] = defaultdict(list)
        self._goals: defaultdict[tuple[str, ...], list[Slot]] = defaultdict(list)
        self._words: defaultdict[str, list[Slot]] = defaultdict(list)
        self._days: defaultdict[tuple[object, object], list[Slot]] = defaultdict(list)

    def add(self, slot: Slot, cells: Cells, period: Period) -> None:
        """Let an event be found by its texts in the report of a period."""
        self.show(slot, sight_of(cells, period, slot.standing))

    def show(self, slot: Slot, sight: Sight) -> None:
        """Let an event be found by what is compared of it."""
        if sight in slot.faces:
            return
        slot.faces.append(sight)
        if sight.on_days:
            self._days[sight.start, sight.end].append(slot)
            return
        self._equal[sight.title, sight.goal].append(slot)
        if sight.goal:
            self._goals[sight.goal].append(slot)
        for word in dict.fromkeys(sight.title):
            self._words[word].append(slot)

    def find(self, cells: Cells, period: Period, without: Collection[Slot]) -> list[Find]:
        """The events that a row of a period's report may be, none of ``without``; the likeliest first."""
        sight = sight_of(cells, period)
        found = []
        for slot in self._near(sight):
            if slot in without:
                continue
            like = max(likeness(sight, face) for face in slot.faces)
            if like >= OFFERED:
                found.append(Find(like, equal_cells(cells, slot.cells), slot))
        return sorted(found, key=lambda one: (-one.likeness, -one.equal))

    def _near(self, sight: Sight) -> dict[Slot, None]:
        """Events worth comparing: equal ones, and those that share most of the rare words.

        Those of single days only with others of the very same days.
        """
        if sight.on_days:
            return dict.fromkeys(self._days.get((sight.start, sight.end), ()))
        near = dict.fromkeys(self._equal.get((sight.title, sight.goal), ())[-_MOST_EQUAL:])
        near.update(dict.fromkeys(self._goals.get(sight.goal, ())[-_MOST_ALIKE:]))
        shared = Counter(self._sharing(sight))
        near.update(dict.fromkeys(slot for slot, _number in shared.most_common(_MOST_ALIKE)))
        return near

    def _sharing(self, sight: Sight) -> Iterator[Slot]:
        """Each event as often as it shares one of the title's rarest words."""
        postings = [self._words[word] for word in dict.fromkeys(sight.title) if word in self._words]
        for slots in sorted(postings, key=len)[:_ASKED_WORDS]:
            if len(slots) <= _FREQUENT:
                yield from slots


def equal_cells(one: Cells, other: Cells) -> int:
    """How many cells of two rows are the same, the number aside."""
    return sum(map(eq, _texts(one), _texts(other)))


def differences(one: Cells, other: Cells) -> tuple[Column, ...]:
    """The columns whose texts or hidden links are not the same, the number aside."""
    if _texts(one) == _texts(other) and one.anchors == other.anchors:
        return ()
    return tuple(
        column
        for column, text in one.texts()
        if column is not Column.NUMBER
        and (other[column] != text or one.anchors_of(column) != other.anchors_of(column))
    )

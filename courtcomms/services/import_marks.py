"""The marks of one document's rows: which stand in its report already, which are events of other reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from courtcomms.cells.typography import clean
from courtcomms.importing import ImportedRow
from courtcomms.model import Cells, Column
from courtcomms.period import Period
from courtcomms.services.event_match import OFFERED, SURE, likeness_in_report
from courtcomms.services.event_words import words_of
from courtcomms.services.import_model import Decision, Match, PlannedRow, RowMark
from courtcomms.services.import_pool import Pool, Slot, differences, equal_cells

#: Another event that is so little less alike makes the likeliest one a guess.
_NEXT_TO = 0.02


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of one document and what they are compared with.

    ``own`` are the events that stand in the report already; ``frozen``: nothing can go into it any more.
    ``wishes`` are the user's decisions by row, ``separate`` her word that rows of other reports are others.
    """

    period: Period
    rows: Sequence[ImportedRow]
    own: Sequence[Slot]
    pool: Pool
    wishes: Mapping[int, Decision]
    separate: bool = False
    frozen: bool = False


class Pair(NamedTuple):
    """A row, by its place, and an event that it may be; ``own``: of the same report."""

    likeness: float
    equal: int
    place: int
    slot: Slot
    own: bool


class Marked(NamedTuple):
    """A row as planned and the event that it is or may be."""

    planned: PlannedRow
    slot: Slot | None


def mark_rows(page: Page) -> list[Marked]:
    """Mark the rows of a document, in their order; nothing but the decisions depends on the wishes."""
    pairs = dict(_standing_there(page))
    pairs |= _assigned(_changed(page, pairs), pairs, SURE)
    doubtful: dict[int, bool] = {}
    if not page.frozen:
        found = _elsewhere(page, pairs)
        sure = _assigned(found, pairs, SURE)
        doubtful = {place: _is_one_of_several(pair, found, sure) for place, pair in sure.items()}
        pairs |= sure
        pairs |= _assigned([*found, *_changed(page, pairs)], pairs, OFFERED)
    return [
        _marked(page, place, pairs.get(place), doubtful.get(place, False)) for place in range(len(page.rows))
    ]


def _standing_there(page: Page) -> Iterator[tuple[int, Pair]]:
    """Rows whose cells stand in the report as they are, each for one event."""
    standing: defaultdict[tuple[object, ...], list[Slot]] = defaultdict(list)
    for slot in reversed(page.own):
        standing[_identity(slot.cells)].append(slot)
    for place, row in enumerate(page.rows if standing else ()):
        slots = standing.get(_identity(row.cells))
        if slots:
            yield place, Pair(1.0, 9, place, slots.pop(), own=True)


def _identity(cells: Cells) -> tuple[object, ...]:
    """What makes two rows the same: everything but the number."""
    texts = (clean(text).text for column, text in cells.texts() if column is not Column.NUMBER)
    return (*texts, cells.anchors)


def _changed(page: Page, taken: Mapping[int, Pair]) -> list[Pair]:
    """Rows and events of the report that are not alike in everything."""
    found_there = {pair.slot for pair in taken.values()}
    left = [slot for slot in page.own if slot not in found_there]
    words = {slot: set(words_of(slot.cells.title)) for slot in left}
    found = []
    for place, row in enumerate(page.rows):
        if place in taken:
            continue
        title = set(words_of(row.cells.title))
        for slot in left:
            least = min(len(title), len(words[slot])) / 2
            links = row.cells.site_links.strip() and row.cells.site_links == slot.cells.site_links
            if len(title & words[slot]) >= least or links:
                like = likeness_in_report(row.cells, slot.cells, page.period)
                found.append(Pair(like, equal_cells(row.cells, slot.cells), place, slot, own=True))
    return found


def _elsewhere(page: Page, taken: Mapping[int, Pair]) -> list[Pair]:
    """Rows and the events of other reports that they may be."""
    own = set(page.own)
    return [
        Pair(find.likeness, find.equal, place, find.slot, own=False)
        for place, row in enumerate(page.rows)
        if place not in taken
        for find in page.pool.find(row.cells, page.period, own)
    ]


def _assigned(pairs: Iterable[Pair], taken: Mapping[int, Pair], least: float) -> dict[int, Pair]:
    """The likeliest pairs, each row and each event in one of them; none of what is taken."""
    given: dict[int, Pair] = {}
    slots = {pair.slot for pair in taken.values()}
    for pair in sorted(pairs, key=lambda pair: (-pair.likeness, -pair.equal, pair.place)):
        if pair.likeness < least:
            break
        if pair.place not in given and pair.place not in taken and pair.slot not in slots:
            given[pair.place] = pair
            slots.add(pair.slot)
    return given


def _is_one_of_several(pair: Pair, found: Iterable[Pair], given: Mapping[int, Pair]) -> bool:
    """Whether another event that no row has got is as likely."""
    used = {one.slot for one in given.values()}
    return any(
        other.place == pair.place
        and other.slot not in used
        and other.likeness >= max(SURE, pair.likeness - _NEXT_TO)
        and other.equal >= pair.equal
        for other in found
    )


def _marked(page: Page, place: int, pair: Pair | None, several: bool) -> Marked:
    row = page.rows[place]
    if pair is None:
        decision = _decided(page, place, Decision.ADD, None)
        return Marked(PlannedRow(row, RowMark.NEW, None, (), decision, row.doubts), None)
    other = differences(row.cells, pair.slot.cells)
    guessed = several or pair.likeness < SURE
    mark = RowMark.NEW if guessed else RowMark.CHANGED if other else RowMark.SAME
    proposed = Decision.ADD if guessed else Decision.SKIP if pair.own else Decision.JOIN
    doubts = (*row.doubts, _doubt(pair, several)) if guessed else row.doubts
    decision = _decided(page, place, proposed, pair)
    if mark is RowMark.SAME and pair.own and decision is Decision.JOIN:
        decision = Decision.SKIP
    planned = PlannedRow(row, mark, _match(pair), other, decision, doubts)
    return Marked(planned, pair.slot)


def _decided(page: Page, place: int, proposed: Decision, pair: Pair | None) -> Decision:
    if page.frozen:
        return Decision.SKIP
    if page.separate and proposed is Decision.JOIN:
        proposed = Decision.ADD
    decision = page.wishes.get(place, proposed)
    return Decision.ADD if decision is Decision.JOIN and pair is None else decision


def _match(pair: Pair) -> Match:
    slot = pair.slot
    return Match(slot.event_id, slot.document, slot.row, slot.cells, slot.last, pair.likeness, pair.own)


def _doubt(pair: Pair, several: bool) -> str:
    """The sentence that names the event that a row may be."""
    title = " ".join(pair.slot.cells.title.split()) or "без назви"
    short = f"{title[:80].rstrip()}…" if len(title) > 81 else title
    stood = f" ({pair.slot.last.name})" if pair.slot.last else ""
    if several:
        return f"Таких заходів кілька, один із них «{short}»{stood}: виберіть, чи це він, чи новий захід."
    return f"Можливо, це той самий захід, що «{short}»{stood}: порівняйте і виберіть."

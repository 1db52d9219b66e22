"""Which marks really join which points: times, bullets, document dates and line ends are sorted out."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.cells.date_phrase_table import Phrase

_PREPOSITIONS = frozenset({Mark.FROM, Mark.SINCE, Mark.TO})
_BEFORE_TIMES = _PREPOSITIONS | {Mark.DASH, Phrase.AFTER}
_RANGE_MARKS = frozenset({Mark.TO, Mark.DASH})
JOINING = frozenset({Mark.DASH, Mark.TO, Mark.SEPARATOR, Mark.OR, Mark.STROKE, Mark.LINE})


def tidy(items: list[Item]) -> list[Item]:
    """The items with only those marks left that say something about the points beside them."""
    for step in (
        _without_times,
        _with_ranges_between,
        _without_document_dates,
        _without_bullets,
        _plain_marks,
    ):
        items = step(items)
    items = _without_weak_points(items)
    return _without_excepted(items)


def _at(items: Sequence[Item], place: int) -> Item | None:
    return items[place] if 0 <= place < len(items) else None


def _without_times(items: list[Item]) -> list[Item]:
    """Times vanish with their prepositions; those of «з 10:00 15.09 по 12:00 17.09» are said of the days."""
    kept: list[Item] = []
    for place, item in enumerate(items):
        if item is not Mark.TIME:
            kept.append(item)
            continue
        if kept and kept[-1] in _BEFORE_TIMES and not _said_of_day(items, place, kept):
            kept.pop()
    return kept


def _said_of_day(items: list[Item], place: int, kept: list[Item]) -> bool:
    """Whether the preposition before the time at ``place`` joins the day after it to another day."""
    if not isinstance(_at(items, place + 1), Point):
        return False
    if kept[-1] is Mark.FROM:
        return _at(items, place + 2) in _RANGE_MARKS
    earlier = kept[-2] if len(kept) > 1 else None
    return isinstance(earlier, Point)


def _with_ranges_between(items: list[Item]) -> list[Item]:
    """«між 13 та 15 вересня» is «з 13 по 15 вересня»."""
    result = list(items)
    for place, item in enumerate(items):
        if item is Mark.BETWEEN:
            result[place] = Mark.OTHER
            parts = items[place + 1 : place + 4]
            if len(parts) == 3 and isinstance(parts[0], Point) and isinstance(parts[2], Point):
                result[place], result[place + 2] = Mark.FROM, Mark.TO
    return result


def _without_document_dates(items: list[Item]) -> list[Item]:
    """«від 12.05.2015» begins a range, or dates a document («наказ № 5 від …»), or is a guess at the day."""
    kept: list[Item] = []
    skipped = -1
    for place, item in enumerate(items):
        point = _at(items, place + 1)
        if place == skipped:
            continue
        if item is not Mark.SINCE or not isinstance(point, Point):
            kept.append(Mark.FROM if item is Mark.SINCE else item)
        elif _begins_range(items, place) or (kept and kept[-1] is Mark.FROM):
            kept.append(Mark.FROM)
        elif point.unit > Unit.DAY and not kept:
            point.guessed = True
            kept.append(Mark.FROM)
        elif (kept and kept[-1] in (Mark.OTHER, Mark.REFERENCE)) or _at(items, place + 2) is Mark.REFERENCE:
            skipped = place + 1
            kept.append(Mark.OTHER)
        else:
            point.guessed = True
    return kept


def _begins_range(items: Sequence[Item], place: int) -> bool:
    following = _at(items, place + 2)
    if following is Phrase.NOW:
        return True
    return following in _RANGE_MARKS and isinstance(_at(items, place + 3), (Point, Phrase))


def _without_bullets(items: list[Item]) -> list[Item]:
    """A dash that begins a line of a list is no range; one in the middle of a sentence is."""
    listed = bool(items) and items[0] is Mark.DASH
    kept: list[Item] = []
    for item in items:
        if item is Mark.DASH and kept and kept[-1] is Mark.LINE:
            if not listed:
                kept[-1] = Mark.DASH
        else:
            kept.append(item)
    return kept[1:] if listed else kept


def _plain_marks(items: list[Item]) -> list[Item]:
    """Of several marks in a row only the telling one is left."""
    kept: list[Item] = []
    for item in items:
        last = kept[-1] if kept else None
        if item is Mark.LINE and (last is None or last in JOINING | _PREPOSITIONS):
            continue
        if item is last and isinstance(item, Mark):
            continue
        if last in (Mark.LINE, Mark.SEPARATOR) and item in (Mark.SEPARATOR, Mark.OR, Mark.STROKE):
            kept.pop()
        if item is Mark.TO and (last is Mark.LINE or (last is Mark.SEPARATOR and Mark.FROM in kept[-3:-2])):
            kept.pop()  # «з 13.08, по 15.08»; in «13.08 та до 15.08» the comma parts two dates
        kept.append(item)
    return kept


def _without_weak_points(items: list[Item]) -> list[Item]:
    """«1.9» is a day only beside a certain one; «13.08.2021 10.10» has a time at its end."""
    kept: list[Item] = []
    times = -9
    for place, item in enumerate(items):
        if isinstance(item, Point) and item.unit is Unit.DAY and item.year is None and item.numeric:
            before = kept[-1] if kept else None
            if isinstance(before, Point) and before.numeric and before.year is not None:
                before.guessed = True
                times = place
                continue
            after = _at(items, place + 1)
            if isinstance(after, Point) and after.numeric and after.year is not None and item.day is not None:
                item.guessed = item.guessed or item.day <= 24  # «12.10 15.09.2021»: a time or a day
            if place == times + 2 and items[place - 1] in _RANGE_MARKS:
                kept.pop()
                continue
            if item.weak and not _beside_certain(items, place):
                kept.append(Mark.OTHER)
                continue
            item.guessed = item.guessed or (item.loose and not _beside_certain(items, place))
        kept.append(item)
    return kept


def _beside_certain(items: Sequence[Item], place: int) -> bool:
    for mark, neighbour in ((place - 1, place - 2), (place + 1, place + 2)):
        point = _at(items, neighbour) if neighbour >= 0 and mark >= 0 else None
        if (
            _at(items, mark) in JOINING
            and isinstance(point, Point)
            and point.unit is Unit.DAY
            and not point.weak
        ):
            return True
    return False


def _without_excepted(items: list[Item]) -> list[Item]:
    """Days after «крім», «замість», «після» are not the event's; with «перенесено» only the last one is."""
    if not any(item in (Phrase.EXCEPT, Phrase.INSTEAD, Phrase.AFTER, Phrase.MOVED) for item in items):
        return items
    kept: list[Item] = []
    dropping: Phrase | None = None
    for item in items:
        if isinstance(item, Phrase):
            dropping = item if item in (Phrase.EXCEPT, Phrase.INSTEAD, Phrase.AFTER) else None
        if not (dropping and isinstance(item, (Point, Mark))):
            kept.append(item)
        elif isinstance(item, Point) and dropping is not Phrase.EXCEPT:
            dropping = None
        elif item is Mark.LINE:
            dropping = None
            kept.append(item)
    if _points(kept) == _points(items):  # «крім вихідних» takes no day away
        kept = [item for item in kept if item is not Phrase.EXCEPT]
    return _only_last_point(kept) if Phrase.MOVED in kept else kept


def _only_last_point(items: list[Item]) -> list[Item]:
    return [Phrase.MOVED, *_points(items)[-1:]]


def _points(items: Sequence[Item]) -> list[Point]:
    return [item for item in items if isinstance(item, Point)]

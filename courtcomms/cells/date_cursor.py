"""A place in a row of tokens, and what has been read up to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.cells.date_tokens import Token
from courtcomms.cells.date_words import Role


@dataclass(slots=True)
class Reading:
    """Items in their order, the days of the week named (``weekday_range``: from one to another), whether a
    joining word had to be guessed, and whether any year was told."""

    items: list[Item] = field(default_factory=list)
    weekdays: list[int] = field(default_factory=list)
    weekday_range: bool = False
    guessed: bool = False
    years_told: bool = False


class Cursor:
    """Looks at tokens around a place and collects what they mean."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._result = Reading()
        self._place = 0
        self._clear = True  # no unknown word stands before: a bare number or unit may belong to a date
        self._edge: Role | None = None  # «кінець», «середина»: only some part of the next span is meant
        self._within = False  # «протягом» stands before

    @property
    def _token(self) -> Token:
        return self._tokens[self._place]

    def _at(self, place: int) -> Token | None:
        return self._tokens[place] if 0 <= place < len(self._tokens) else None

    def _put(self, item: Item, *, clear: bool = True) -> None:
        items = self._result.items
        if not (item is Mark.OTHER and items and items[-1] is Mark.OTHER):
            items.append(item)
        self._clear = clear

    def _put_point(self, point: Point) -> None:
        blurred = self._edge is not None
        point.blurred = blurred and point.unit > Unit.DAY
        point.guessed = point.guessed or blurred
        point.within = self._within
        if self._edge is Role.EDGE_END and self._follows_day(point):
            self._result.items[-1] = Mark.TO  # «початок: 01.07.2021, кінець: 30.09.2021»
        self._edge, self._within = None, False
        self._put(point)

    def _follows_day(self, point: Point) -> bool:
        """Whether a day stands before this one with a comma or a line end between."""
        before = self._result.items[-2:]
        return (
            point.unit is Unit.DAY
            and len(before) == 2
            and isinstance(before[0], Point)
            and before[0].unit is Unit.DAY
            and before[1] in (Mark.SEPARATOR, Mark.LINE)
        )

    def _last(self) -> Item | None:
        return self._result.items[-1] if self._result.items else None

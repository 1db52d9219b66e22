"""A place in a row of tokens, and what has been read up to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.cells.date_tokens import Token


@dataclass(slots=True)
class Reading:
    """Items in their order, the days of the week named, whether a joining word had to be guessed, and
    whether any year was told."""

    items: list[Item] = field(default_factory=list)
    weekdays: list[int] = field(default_factory=list)
    guessed: bool = False
    years_told: bool = False


class Cursor:
    """Looks at tokens around a place and collects what they mean."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._result = Reading()
        self._place = 0
        self._clear = True  # no unknown word stands before: a bare number or unit may belong to a date
        self._blur = False

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
        point.blurred = self._blur and point.unit > Unit.DAY
        point.guessed = point.guessed or self._blur
        self._blur = False
        self._put(point)

    def _last(self) -> Item | None:
        return self._result.items[-1] if self._result.items else None

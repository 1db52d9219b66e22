"""From a cell's text to the points of time in it and the marks between them."""

from __future__ import annotations

from collections.abc import Callable

from courtcomms.cells.date_cursor import Reading
from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.cells.date_marks import MarkReader
from courtcomms.cells.date_named import read_named
from courtcomms.cells.date_noise import read_noise
from courtcomms.cells.date_numeric import read_numeric
from courtcomms.cells.date_ordinals import read_ordinal
from courtcomms.cells.date_phrase_table import Phrase
from courtcomms.cells.date_phrases import Match, find_phrase
from courtcomms.cells.date_row import YEARS
from courtcomms.cells.date_tokens import Kind, tokenise
from courtcomms.cells.date_words import Role


def read_items(normalised: str) -> Reading:
    """Read a normalised text into points and marks."""
    return _Reader(tokenise(normalised)).read()


class _Reader(MarkReader):
    """Walks over the tokens once, from left to right."""

    def read(self) -> Reading:
        steps: tuple[Callable[[], bool], ...] = (
            self._enumerator,
            self._first_numeral,
            self._phrase,
            self._noise,
            self._numeric,
            self._named,
            self._bare_number,
        )
        while self._place < len(self._tokens):
            token = self._token
            plain = token.kind is Kind.LINE or (token.kind is Kind.SIGN and token.text != "№")
            if plain or not any(step() for step in steps):
                self._single(token)
                self._place += 1
        return self._result

    def _enumerator(self) -> bool:
        """«1)» and «1.» at the beginning of a line, before a date."""
        token, sign, following = self._token, self._at(self._place + 1), self._at(self._place + 2)
        before = self._at(self._place - 1)
        if not 0 < token.digits <= 2 or sign is None or (before is not None and before.kind is not Kind.LINE):
            return False
        point = sign.is_sign(".") and following is not None and following.spaced
        if not (sign.is_sign(")") or (point and following is not None and following.kind is Kind.NUMBER)):
            return False
        if sign.is_sign(".") and read_numeric(self._tokens, self._place) is not None:
            return False
        self._place += 2
        return True

    def _first_numeral(self) -> bool:
        """The letter «І» as the number one of «І, ІІІ кв.», not as the word «і»."""
        if self._token.text != "і":
            return False
        sign, following = self._at(self._place + 1), self._at(self._place + 2)
        joined = sign is not None and (sign.is_sign("-,/") or sign.role in {Role.AND, Role.TO})
        if not joined or following is None or following.kind is not Kind.WORD or following.text == "і":
            return False
        ordinal = read_ordinal(self._tokens, self._place + 2)
        if ordinal is None or not ordinal.roman:
            return False
        self._put(Point(Unit.NUMBER, number=1))
        self._place += 1
        return True

    def _phrase(self) -> bool:
        match = find_phrase(self._tokens, self._place)
        if match is None:
            return False
        self._result.guessed |= match.guessed
        deadline = match.phrase is Phrase.UNTIL_EVENT and self._is_deadline(match)
        if deadline or match.phrase is Phrase.NOT_LATER:
            self._put(Mark.TO)
        elif match.phrase is Phrase.THIS_YEAR:
            self._put_point(Point(Unit.YEAR))
        else:
            self._put(match.phrase)
        self._place = match.end
        return True

    def _is_deadline(self, match: Match) -> bool:
        """Whether «до закінчення» is said of a date («2021 року») and not of an event."""
        if match.end - self._place > 2 or match.end >= len(self._tokens):
            return False
        return (
            read_named(self._tokens, match.end) is not None
            or read_numeric(self._tokens, match.end) is not None
        )

    def _noise(self) -> bool:
        noise = read_noise(self._tokens, self._place)
        if noise is None:
            return False
        self._edge, self._within = None, False
        self._put(noise.mark, clear=noise.mark is Mark.TIME)
        self._place = noise.end
        return True

    def _numeric(self) -> bool:
        if self._token.kind is not Kind.NUMBER:
            return False
        numeric = read_numeric(self._tokens, self._place)
        if numeric is None:
            return False
        self._doubt_beginning(numeric.point)
        self._put_point(numeric.point)
        self._place = numeric.end
        return True

    def _doubt_beginning(self, point: Point) -> None:
        """Mark a date whose first digits may stand apart: «1 3.08.2021», «__.09.2021», «з1.08.2021»."""
        before = self._at(self._place - 1)
        if before is None:
            return
        if before.kind is Kind.NUMBER and self._last() is Mark.OTHER:
            point.guessed = True
            if (
                before.digits == self._token.digits == 1
                and point.day
                and 10 <= before.value * 10 + point.day <= 31
            ):
                point.day += before.value * 10
        if before.is_sign("._"):
            point.guessed = point.guessed or point.unit is Unit.MONTH or not self._token.spaced
        if before.text == "з" and not self._token.spaced and self._token.digits == 1 and point.month:
            point.unit, point.guessed = Unit.MONTH, True
            self._result.items.pop()

    def _named(self) -> bool:
        named = read_named(self._tokens, self._place)
        if named is None:
            return False
        first = named.items[0]
        if isinstance(first, Point) and self._lacks_day(first):
            first.guessed = True
        if not self._clear and self._is_bare(first) and not self._begins_years():
            return False
        for item in named.items:
            if isinstance(item, Point):
                self._put_point(item)
            else:
                self._put(item)
        self._place = named.end
        return True

    def _lacks_day(self, point: Point) -> bool:
        """«___ вересня», «20-ті числа вересня», «13 (14) серпня»: the day is not said exactly."""
        before = self._at(self._place - 1)
        if before is not None and before.is_sign(")"):
            before = self._at(self._place - 2)
        if before is None or before.is_sign("_"):
            return before is not None
        return point.unit is Unit.MONTH and (0 < before.digits <= 2 or before.role is Role.DAY_UNIT)

    def _is_bare(self, item: Item) -> bool:
        """A year, unit or season that stands for a date only where no unknown word precedes it."""
        if not isinstance(item, Point):
            return False
        if item.unit is Unit.YEAR:
            return item.numeric or item.year not in YEARS
        if self._token.role is Role.SEASON:
            return item.year is None
        return item.unit in {Unit.QUARTER, Unit.HALF} and item.number is None

    def _begins_years(self) -> bool:
        """Whether a year is the first of «2018–2021 роки»."""
        parts = self._tokens[self._place + 1 : self._place + 4]
        return (
            len(parts) == 3
            and parts[0].is_sign("-")
            and parts[1].digits == 4
            and parts[2].role is Role.YEAR
            and self._token.digits == 4
        )

    def _bare_number(self) -> bool:
        """A number that may share the month or unit of the next one: «15» in «15–17 вересня»."""
        ordinal = read_ordinal(self._tokens, self._place)
        if ordinal is None or self._token.role is Role.AND:
            return False
        described = self._last() is Mark.OTHER and 0 < ordinal.digits <= 2
        if not 1 <= ordinal.value <= 31 or not self._joined(ordinal.end) or not (self._clear or described):
            self._put(Mark.OTHER, clear=False)
        else:
            guessed = ordinal.guessed or (not self._clear and self._listed(ordinal.end))
            self._put(Point(Unit.NUMBER, number=ordinal.value, guessed=guessed, weak=ordinal.roman))
        self._place = ordinal.end
        return True

    def _listed(self, place: int) -> bool:
        """Whether a comma follows: in «корпус 5, 13.08.2021» the number is no day."""
        token = self._at(place)
        return token is not None and (token.is_sign(",;/") or token.kind is Kind.LINE)

    def _joined(self, place: int) -> bool:
        """Whether a sign or word at ``place`` joins what stands before it to what follows."""
        token = self._at(place)
        if token is not None and token.is_sign("."):
            token = self._at(place + 1)
        if token is None:
            return False
        if token.text == "на":
            return self._last() is Mark.FROM
        return (
            token.is_sign("-,;/&+") or token.role in {Role.AND, Role.OR, Role.TO} or token.kind is Kind.LINE
        )

"""From a cell's text to the points of time in it and the marks between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from courtcomms.cells.date_items import Item, Mark, Point, Unit
from courtcomms.cells.date_named import read_named
from courtcomms.cells.date_noise import read_noise
from courtcomms.cells.date_numeric import YEARS, read_numeric
from courtcomms.cells.date_ordinals import read_ordinal
from courtcomms.cells.date_phrase_table import Phrase
from courtcomms.cells.date_phrases import Match, find_phrase
from courtcomms.cells.date_tokens import Kind, Token, tokenise
from courtcomms.cells.date_words import Role

_MARKS = {
    Role.FROM: Mark.FROM,
    Role.SINCE: Mark.SINCE,
    Role.TO: Mark.TO,
    Role.BETWEEN: Mark.BETWEEN,
    Role.AND: Mark.SEPARATOR,
    Role.OR: Mark.OR,
    Role.ABOUT: Mark.ABOUT,
}
_SIGNS = {
    "-": Mark.DASH,
    ",": Mark.SEPARATOR,
    ";": Mark.SEPARATOR,
    "&": Mark.SEPARATOR,
    "+": Mark.SEPARATOR,
    "/": Mark.STROKE,
}
_SILENT = {Role.DURING, Role.FILL, Role.DAY_UNIT, Role.MONTH_UNIT, Role.MINUTE, Role.HOUR}
_CUT_UNITS = frozenset(("р", "рр", "г", "гг", "роки", "років", "роках", "рокам", "міс"))


@dataclass(slots=True)
class Reading:
    """Items in their order, the days of the week named, whether a joining word had to be guessed, and
    whether any year was told."""

    items: list[Item] = field(default_factory=list)
    weekdays: list[int] = field(default_factory=list)
    guessed: bool = False
    years_told: bool = False


def read_items(normalised: str) -> Reading:
    """Read a normalised text into points and marks."""
    return _Reader(tokenise(normalised)).read()


class _Reader:
    """Walks over the tokens once, from left to right."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._result = Reading()
        self._place = 0
        self._clear = True  # no unknown word stands before: a bare number or unit may belong to a date
        self._blur = False

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
        self._blur = False
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
        first, before = named.items[0], self._at(self._place - 1)
        if isinstance(first, Point) and before is not None and before.is_sign("_"):
            first.guessed = True  # «___ вересня»: the day is still to be written in
        if isinstance(first, Point) and not self._clear and _is_bare(first) and not self._begins_years():
            return False
        for item in named.items:
            if isinstance(item, Point):
                self._put_point(item)
            else:
                self._put(item)
        self._place = named.end
        return True

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

    def _single(self, token: Token) -> None:
        """A token that belongs to nothing longer."""
        if token.kind is Kind.LINE:
            self._put(Mark.LINE)
        elif token.kind is Kind.SIGN:
            mark = _SIGNS.get(token.text)
            if mark is not None:
                self._put(mark)
            self._clear = self._clear or token.text in "(:"
        elif token.role is Role.WEEKDAY and token.entry is not None:
            self._result.weekdays.append(token.entry.value)
        elif token.role in _MARKS:
            self._result.guessed |= token.guessed and token.role is not Role.AND
            self._put(_MARKS[token.role])
        elif token.role in {Role.EDGE, Role.EDGE_START, Role.EDGE_END, Role.HALF_OF}:
            self._blur = not self._edge_is_natural(token.role)
        elif token.text == "на" and self._result.items[-2:-1] == [Mark.FROM]:
            self._put(Mark.TO)  # «в ніч з 1 на 2 вересня»
        elif token.role is Role.DURING:
            self._clear = self._clear or self._begins_span(token)
        elif not self._is_unit(token) and token.role not in _SILENT:
            self._unknown(token)

    def _edge_is_natural(self, role: Role) -> bool:
        """«з початку вересня» and «до кінця вересня» say no more than «з вересня» and «до вересня»."""
        last = self._last()
        if role is Role.EDGE_START:
            return last in (Mark.FROM, Mark.SINCE)
        return role is Role.EDGE_END and last is Mark.TO

    def _begins_span(self, token: Token) -> bool:
        """Whether a span follows in spite of the words before: «заняття протягом року», «збори у 2021»."""
        following = self._at(self._place + 1)
        return len(token.text) > 3 or (following is not None and following.digits == 4)

    def _is_unit(self, token: Token) -> bool:
        """A year or month named without its number: «протягом року»."""
        if token.role not in {Role.YEAR, Role.MONTH_UNIT} or token.text in _CUT_UNITS:
            return token.role is Role.YEAR
        before = self._at(self._place - 1)
        if not self._clear or (before is not None and before.kind is Kind.NUMBER):
            return False
        if token.role is Role.MONTH_UNIT and self._says_month_already():
            return True
        if isinstance(self._last(), Point) and before is not None and before.role is None:
            return token.role is Role.YEAR
        unit = Unit.YEAR if token.role is Role.YEAR else Unit.MONTH
        self._put_point(Point(unit, guessed=token.guessed or unit is Unit.MONTH))
        return True

    def _says_month_already(self) -> bool:
        """«місяць вересень», «вересень-місяць»: the word adds nothing, nor does its dash."""
        items, following = self._result.items, self._at(self._place + 1)
        if len(items) > 1 and items[-1] is Mark.DASH and isinstance(items[-2], Point):
            items.pop()
            return True
        return following is not None and following.role is Role.MONTH

    def _unknown(self, token: Token) -> None:
        self._blur = False
        self._put(Mark.OTHER, clear=False)


def _is_bare(point: Point) -> bool:
    """A year or unit that stands for a date only where no unknown word precedes it."""
    if point.unit is Unit.YEAR:
        return point.numeric or point.year not in YEARS
    return point.unit in {Unit.QUARTER, Unit.HALF} and point.number is None

"""Single words and signs between points of time: prepositions, dashes, commas, units without a number."""

from __future__ import annotations

from courtcomms.cells.date_cursor import Cursor
from courtcomms.cells.date_items import Mark, Point, Unit
from courtcomms.cells.date_tokens import Kind, Token
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
    "?": Mark.ABOUT,
    "~": Mark.ABOUT,
}
_SILENT = {Role.DURING, Role.FILL, Role.DAY_UNIT, Role.MONTH_UNIT, Role.MINUTE, Role.HOUR}
_EDGES = frozenset({Role.EDGE, Role.EDGE_START, Role.EDGE_END, Role.HALF_OF, Role.WEEK})
_CUT_UNITS = frozenset(("р", "рр", "г", "гг", "роки", "років", "роках", "рокам", "міс"))


class MarkReader(Cursor):
    """Reads what belongs to nothing longer."""

    def _single(self, token: Token) -> None:
        """A token that belongs to nothing longer."""
        if token.kind is Kind.LINE:
            self._put(Mark.LINE)
        elif token.kind is Kind.SIGN:
            self._sign(token)
        elif token.role is Role.WEEKDAY and token.entry is not None:
            self._result.weekdays.append(token.entry.value)
        elif token.role is Role.TO and self._between_weekdays():
            self._result.weekday_range = True
        elif token.role in _MARKS:
            self._result.guessed |= token.guessed and token.role is not Role.AND
            self._put(_MARKS[token.role])
        elif token.role in _EDGES:
            self._edge = None if self._edge_is_natural(token.role) else token.role
        elif token.text == "на" and self._result.items[-2:-1] == [Mark.FROM]:
            self._put(Mark.TO)  # «в ніч з 1 на 2 вересня»
        elif token.role is Role.DURING:
            self._clear = self._clear or self._begins_span(token)
            self._within = len(token.text) > 3
        elif not self._is_unit(token) and token.role not in _SILENT:
            self._unknown(token)

    def _sign(self, token: Token) -> None:
        mark = _SIGNS.get(token.text)
        if mark is Mark.DASH and self._between_weekdays():
            self._result.weekday_range = True
        elif mark is not None and not (mark is Mark.DASH and self._edge):  # «кінець – 10.09.2021»
            self._put(mark)
        self._clear = self._clear or token.text in "(:"

    def _between_weekdays(self) -> bool:
        """«понеділок – п'ятниця», «пн.-пт.»: the dash joins days of the week and no dates."""
        before, after = self._at(self._place - 1), self._at(self._place + 1)
        if before is not None and before.is_sign("."):
            before = self._at(self._place - 2)
        return all(token is not None and token.role is Role.WEEKDAY for token in (before, after))

    def _edge_is_natural(self, role: Role) -> bool:
        """«з початку вересня» and «до кінця вересня» say no more than «з вересня» and «до вересня», nor
        does «тиждень» before its days («тиждень з 6 по 10 грудня»)."""
        last = self._last()
        if role is Role.WEEK:
            return self._number_follows()
        if role is Role.EDGE_START:
            return last in (Mark.FROM, Mark.SINCE)
        return role is Role.EDGE_END and last is Mark.TO

    def _number_follows(self) -> bool:
        following = self._at(self._place + 1)
        if following is not None and following.role in {Role.FROM, Role.SINCE}:
            following = self._at(self._place + 2)
        return following is not None and 0 < following.digits <= 2

    def _begins_span(self, token: Token) -> bool:
        """Whether a span follows in spite of the words before: «заняття протягом року», «збори у 2021»."""
        following = self._at(self._place + 1)
        return len(token.text) > 3 or (following is not None and following.digits == 4)

    def _is_unit(self, token: Token) -> bool:
        """A year or month named without its number: «протягом року»."""
        if token.role not in {Role.YEAR, Role.MONTH_UNIT} or token.text in _CUT_UNITS:
            return token.role is Role.YEAR
        before = self._at(self._place - 1)
        if before is not None and before.kind is Kind.NUMBER:
            return token.role is Role.YEAR  # «13.08.2021 року»: the number before it was read
        if not self._clear:
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
        self._edge, self._within = None, False
        self._put(Mark.OTHER, clear=False)

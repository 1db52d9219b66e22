"""Brackets and quotation marks of a row that do not close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from courtcomms.model import Column, Finding, Repair, Severity
from courtcomms.review.edits import Edit, one_repair
from courtcomms.review.pairs import APOSTROPHE_QUOTE, Lonely, lonely_brackets, lonely_quotes, partner
from courtcomms.review.row import HIDDEN, Row

_MOST_WORDS = 7
#: A cell with more lonely signs than these is told of by the first of them.
_MOST_SIGNS = 3


def open_brackets(row: Row, column: Column) -> Iterator[Finding]:
    """A bracket without its partner in the cell."""
    lonely = lonely_brackets(row.prose(column))
    for sign in lonely[:_MOST_SIGNS]:
        message = "Дужку відкрито, але не закрито." if sign.opens else "Дужку закрито, але не відкрито."
        yield _sign(row, column, "bracket_open", sign, message, _closed_at_line_end(row, column, lonely))


def open_quotes(row: Row, column: Column) -> Iterator[Finding]:
    """A quotation mark without its partner, of another kind than its partner, or typed for an apostrophe."""
    text = row.prose(column)
    yield from _apostrophes(row, column, text)
    lonely = lonely_quotes(text)
    pair = _unlike_pair(lonely)
    if pair is not None:
        yield _unlike(row, column, *pair)
        return
    for sign in lonely[:_MOST_SIGNS]:
        message = "Лапки відкрито, але не закрито." if sign.opens else "Лапки закрито, але не відкрито."
        yield _sign(row, column, "quote_open", sign, message, _closed_at_line_end(row, column, lonely))


def _sign(row: Row, column: Column, code: str, sign: Lonely, message: str, repair: Repair | None) -> Finding:
    return row.find(Severity.WARN, code, column, message, (sign.at, sign.at + 1), repair)


def _apostrophes(row: Row, column: Column, text: str) -> Iterator[Finding]:
    edits = [Edit(*match.span(), "’") for match in APOSTROPHE_QUOTE.finditer(text)]
    if edits:
        repair = one_repair(row.text(column), edits, "Поставити апостроф")
        place = (edits[0].start, edits[0].end)
        yield row.find(Severity.WARN, "quote_open", column, "Лапки замість апострофа.", place, repair)


def _unlike_pair(lonely: Sequence[Lonely]) -> tuple[Lonely, Lonely] | None:
    """«Єдине вікно": the only two lonely marks, the second of another kind."""
    if len(lonely) != 2 or not lonely[0].opens or lonely[0].sign == lonely[1].sign:
        return None
    return lonely[0], lonely[1]


def _unlike(row: Row, column: Column, first: Lonely, second: Lonely) -> Finding:
    if first.sign == '"' and second.sign == "»":
        repair = Repair("Зробити лапки однаковими", first.at, first.at + 1, "«")
    else:
        repair = Repair("Зробити лапки однаковими", second.at, second.at + 1, partner(first.sign))
    message = f"Лапки різні: відкрито {first.sign}, а закрито {second.sign}."
    place = (first.at, second.at + 1)
    return row.find(Severity.WARN, "quote_open", column, message, place, repair)


def _closed_at_line_end(row: Row, column: Column, lonely: Sequence[Lonely]) -> Repair | None:
    """Where a short line begins with its cell's only lonely sign, it is the whole line that it embraces."""
    if len(lonely) != 1 or not lonely[0].opens:
        return None
    text, at = row.prose(column), lonely[0].at
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[begin : len(text) if end < 0 else end].rstrip()
    told = line.strip()
    short = len(told) > 1 and len(told.split()) <= _MOST_WORDS and HIDDEN not in told
    alone = sum(sign in '«»„“”"' for sign in told) <= 1
    if not (short and alone) or text[begin:at].strip() or told[-1] in ".,;:!?-–—(«„“":
        return None
    place = begin + len(line)
    return Repair("Закрити в кінці рядка", place, place, partner(lonely[0].sign))

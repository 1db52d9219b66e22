"""Numbers that belong to a word before them: documents, rooms, streets, telephones. They are no dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from courtcomms.cells.date_items import Mark
from courtcomms.cells.date_numeric import read_numeric
from courtcomms.cells.date_ordinals import token_at
from courtcomms.cells.date_tokens import Kind, Token
from courtcomms.cells.date_words import Role

_LONGEST_STREET = 4  # words


class Noise(NamedTuple):
    """What a stretch of tokens is and the place after it."""

    mark: Mark
    end: int


def read_reference(tokens: Sequence[Token], start: int) -> Noise | None:
    """A word at ``start`` with the number that belongs to it."""
    token = tokens[start]
    if token.role is Role.REFERENCE or token.is_sign("№"):
        return _reference(tokens, start)
    if token.role is Role.TELEPHONE:
        return _telephone(tokens, start)
    return _street(tokens, start) if token.role is Role.STREET else None


def after_point(tokens: Sequence[Token], place: int) -> int:
    """The place behind a point, if there is one: abbreviations have it."""
    token = token_at(tokens, place)
    return place + 1 if token is not None and token.is_sign(".") else place


def _telephone(tokens: Sequence[Token], start: int) -> Noise:
    """«тел. (05663) 2-12-34»: all groups of the number, up to a date."""
    end = after_point(tokens, start + 1)
    while end < len(tokens) and (tokens[end].kind is Kind.NUMBER or tokens[end].is_sign("()-+:")):
        date = read_numeric(tokens, end) if tokens[end].kind is Kind.NUMBER else None
        if date is not None and (not date.point.short_year or tokens[end + 1].is_sign(".")):
            break
        end += 1
    return Noise(Mark.REFERENCE, end)


def _reference(tokens: Sequence[Token], start: int) -> Noise:
    """«№ 149-ОД», «п. 2.1», «ст. 15», «каб. 12»: the word and the number that belongs to it."""
    place = start + 1
    numbered = tokens[start].is_sign("№")
    while (token := token_at(tokens, place)) is not None and (
        token.is_sign(".№:") or token.role is Role.REFERENCE
    ):
        numbered = numbered or token.is_sign("№")
        place += 1
    if token is None or token.kind is not Kind.NUMBER:
        return Noise(Mark.REFERENCE if numbered else Mark.OTHER, start + 1)
    date = read_numeric(tokens, place)
    if not numbered and date is not None and date.point.year is not None:
        return Noise(Mark.OTHER, start + 1)
    return Noise(Mark.REFERENCE, _number_end(tokens, place))


def _street(tokens: Sequence[Token], start: int) -> Noise:
    """«вул. 8 Березня», «вул. Галицька, 17»: a street, even one named after a day, and its house."""
    place = after_point(tokens, start + 1)
    name = tokens[place : place + 2]
    if len(name) == 2 and 0 < name[0].digits <= 2 and name[1].role is Role.MONTH:
        place += 2
    longest = place + _LONGEST_STREET
    while (
        place < min(longest, len(tokens)) and tokens[place].kind is Kind.WORD and tokens[place].role is None
    ):
        place += 1
    house = place + (place < len(tokens) and tokens[place].is_sign(","))
    number, following = token_at(tokens, house), token_at(tokens, house + 1)
    is_house = number is not None and 0 < number.digits <= 3 and read_numeric(tokens, house) is None
    if is_house and not (following is not None and following.role is Role.MONTH):
        place = _number_end(tokens, house)
    return Noise(Mark.OTHER, max(place, start + 1))


def _number_end(tokens: Sequence[Token], start: int) -> int:
    """The place after a document's number: all that is glued to it, and groups of a telephone number."""
    end = start + 1
    while end < len(tokens):
        token = tokens[end]
        if token.is_sign("./-:()") and not token.spaced:
            following = token_at(tokens, end + 1)
            if following is None or following.spaced or following.kind in {Kind.SIGN, Kind.LINE}:
                break
        elif token.kind is Kind.LINE or token.is_sign(",;") or token.spaced or token.kind is Kind.SIGN:
            break
        end += 1
    return end

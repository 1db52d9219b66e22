"""Finding the set phrases of the table among the words of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from courtcomms.cells.date_phrase_table import PATTERNS, Phrase
from courtcomms.cells.date_tokens import Kind, Token
from courtcomms.cells.date_words import Role

#: Beginnings of words of other languages in the table: a phrase with one is a guess.
_FOREIGN = tuple(
    word
    for words in (
        "постоянн бессрочн ежемесяч ежекварт еженедел ежеднев ежегод кажды каждую настоящ сегодняшн сей",
        "время времени необходимост случае мере основе окончани отмены снятия завершени",
        "permanently ongoing monthly quarterly weekly daily annually yearly every present now",
    )
    for word in words.split()
)

_PREPOSITIONS = frozenset({Role.FROM, Role.SINCE, Role.TO})


class _Element(NamedTuple):
    words: frozenset[str]
    beginnings: tuple[str, ...]
    any_word: bool
    number: bool
    optional: bool

    def fits(self, token: Token) -> bool:
        if token.kind is Kind.NUMBER:
            return (self.number and 0 <= token.value <= 31) or token.text in self.words
        if token.kind is Kind.SIGN:
            return token.text in self.words
        any_word = self.any_word and not (self.optional and token.role in _PREPOSITIONS)
        return any_word or token.text in self.words or token.text.startswith(self.beginnings)


class Match(NamedTuple):
    """A phrase found and the place after its last token; ``guessed`` for misspelt or foreign words."""

    phrase: Phrase
    end: int
    guessed: bool


def _element(written: str) -> _Element:
    alternatives = written.removesuffix("?").split("|")
    beginnings = tuple(word[:-1] for word in alternatives if word.endswith("*") and word != "*")
    words = frozenset(word for word in alternatives if not word.endswith("*"))
    return _Element(words, beginnings, "*" in alternatives, "#" in alternatives, written.endswith("?"))


def _key(text: str) -> str:
    return text[:2]


def _by_first_letters() -> dict[str, list[tuple[Phrase, tuple[_Element, ...]]]]:
    """Patterns under the first two letters of each word that they can begin with, in their order."""
    found: dict[str, list[tuple[Phrase, tuple[_Element, ...]]]] = {}
    for phrase, pattern in PATTERNS:
        elements = tuple(map(_element, pattern.split()))
        leading = 1 + next(place for place, element in enumerate(elements) if not element.optional)
        keys = {
            _key(word)
            for element in elements[:leading]
            for word in (*element.words, *element.beginnings, *("#" * element.number))
        }
        for key in keys:
            found.setdefault(key, []).append((phrase, elements))
    return found


_STARTING_WITH = _by_first_letters()


def find_phrase(tokens: Sequence[Token], start: int) -> Match | None:
    """The first pattern of the table that fits the tokens from ``start`` on."""
    token = tokens[start]
    patterns = list(_STARTING_WITH.get(_key(token.text), ()))
    if token.kind is Kind.NUMBER:
        patterns += _STARTING_WITH["#"]
    for phrase, elements in patterns:
        end = _fit(tokens, start, elements)
        if end is not None:
            return Match(phrase, end, any(map(_is_foreign, tokens[start:end])))
    return None


def _is_foreign(token: Token) -> bool:
    return token.guessed or token.text.startswith(_FOREIGN)


def _fit(tokens: Sequence[Token], start: int, elements: tuple[_Element, ...]) -> int | None:
    """Where the pattern ends if it fits from ``start`` on; an optional element takes a token if it can."""
    place = end = start
    for number, element in enumerate(elements):
        place = _next_word(tokens, end) if number else start
        if place < len(tokens) and element.fits(tokens[place]):
            if element.optional and _better_without(tokens, place, elements[number + 1 :]):
                continue
            end = place + 1
        elif not element.optional:
            return None
    return end


def _better_without(tokens: Sequence[Token], place: int, rest: tuple[_Element, ...]) -> bool:
    """Whether an optional element would take the token that the next, needed one waits for."""
    if not rest or rest[0].optional or not rest[0].fits(tokens[place]):
        return False
    following = _next_word(tokens, place + 1)
    return following >= len(tokens) or not rest[0].fits(tokens[following])


def _next_word(tokens: Sequence[Token], place: int) -> int:
    """The next place that holds no line end, point or hyphen; looks no further than three of them."""
    limit = place + 3
    while place < len(tokens) and place < limit:
        token = tokens[place]
        if token.kind is not Kind.LINE and not token.is_sign(".-"):
            break
        place += 1
    return place

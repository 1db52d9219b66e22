"""A normalised text as a list of numbers, words, signs and line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from courtcomms.cells.date_words import Entry, Role, guess_month, guess_phrase_word, in_cyrillic, lookup
from courtcomms.cells.roman import read_roman

_PIECE = re.compile(r"(?P<chunk>[^\W_]+)|(?P<line>\n)|(?P<sign>[^\s])")
_SPLIT = re.compile(r"[0-9]+|[^0-9]+")
_LATIN = re.compile(r"[a-z]")
_CYRILLIC = re.compile(r"[а-яєіїґў]")

#: Letters typed or recognised for a digit, in small letters.
_LIKE_DIGITS = str.maketrans("liіoоз", "111003")
_LIKE_NUMBER = re.compile(r"(?=.*[0-9])[0-9liіoоз]{2}|(?:19|20|2[oо]|[liі]9)[0-9liіoоз]{2}")

#: «ІІІкв», «ІVквартал».
_GLUED_ROMAN = re.compile(r"([ivxіх]{1,4})(кв|кварт.*|півр.*)")

#: Letters typed for «ІІІ» and «ІІ» before «квартал» or «півріччя».
_LIKE_NUMERALS = {"ш": 3, "п": 2}

#: Longer numbers are no part of a date.
_LONGEST_NUMBER = 8

_ORDINAL_ENDINGS = frozenset(
    ending
    for endings in (
        "го ого ьго тього шого гого тього му ому тому",
        "га ша ма гої шої тьої е є те ше ге тє ме ое й ий ій тий тій ший я та тя ї th st nd rd",
    )
    for ending in endings.split()
)


#: More pieces than any date phrase has, even one that lists every day of two years.
MOST_TOKENS = 5000


class Kind(Enum):
    """What a token is made of."""

    NUMBER = auto()
    WORD = auto()
    SIGN = auto()
    LINE = auto()


@dataclass(slots=True)
class Token:
    """A piece of the text.

    ``value`` is a number's value, -1 for one that cannot be part of a date; ``spaced`` tells that a blank
    stands before it; ``guessed`` that its letters or digits had to be guessed; ``entry`` a word's meaning.
    """

    kind: Kind
    text: str
    spaced: bool
    value: int = -1
    guessed: bool = False
    entry: Entry | None = None

    @property
    def role(self) -> Role | None:
        """What the word does in a date phrase, if anything."""
        return self.entry.role if self.entry else None

    @property
    def digits(self) -> int:
        """How many digits a number is written with; 0 for what is no number."""
        return len(self.text) if self.kind is Kind.NUMBER else 0

    def is_sign(self, signs: str) -> bool:
        """Whether this is one of the given signs."""
        return self.kind is Kind.SIGN and self.text in signs


def tokenise(normalised: str) -> list[Token]:
    """Split a normalised text into tokens with their meaning; ordinal endings of numbers are left out.

    A text of more than ``MOST_TOKENS`` is no date phrase and gives none.
    """
    tokens: list[Token] = []
    end = 0
    for match in _PIECE.finditer(normalised):
        spaced = match.start() > end
        end = match.end()
        if match["chunk"]:
            _add_chunk(tokens, match["chunk"], spaced, normalised[end : end + 4])
        else:
            tokens.append(Token(Kind.LINE if match["line"] else Kind.SIGN, match[0], spaced))
        if len(tokens) > MOST_TOKENS:
            return []
    _understand_words(tokens)
    return tokens


def _add_chunk(tokens: list[Token], chunk: str, spaced: bool, after: str) -> None:
    """Add a run of letters and digits: a number, a word, or several glued together."""
    if not chunk.isalpha() and _is_disguised_number(chunk, after, tokens):
        value = int(chunk.translate(_LIKE_DIGITS))
        tokens.append(Token(Kind.NUMBER, chunk, spaced, value, guessed=True))
        return
    whole = not chunk.isdecimal() and read_roman(chunk) is not None
    for piece in (chunk,) if whole else _pieces(chunk):
        if not piece.isdecimal():
            tokens.append(Token(Kind.WORD, piece, spaced))
        else:
            value = int(piece) if len(piece) <= _LONGEST_NUMBER else -1
            tokens.append(Token(Kind.NUMBER, piece, spaced, value))
        spaced = False


def _pieces(chunk: str) -> Iterator[str]:
    """Digits and letters apart, and a Roman numeral apart from its «кв»."""
    for piece in _SPLIT.findall(chunk):
        glued = _GLUED_ROMAN.fullmatch(piece)
        yield from glued.groups() if glued else (piece,)


def _is_disguised_number(chunk: str, after: str, before: list[Token]) -> bool:
    """Whether letters in a run of digits stand for digits: ``l5``, ``О8``, ``1З``, ``2О21``.

    Not where the letter may be a word: «з1», «3і 5», «о9».
    """
    if len(chunk) > 4 or chunk.isdecimal() or not _LIKE_NUMBER.fullmatch(chunk):
        return False
    if len(chunk) == 4:
        return True
    value = int(chunk.translate(_LIKE_DIGITS))
    if value > 31 or (chunk[0] == "з" and value != 30):
        return False
    if chunk[0] in "iі" and before and before[-1].kind is Kind.NUMBER:
        return False
    return not (chunk[1].isalpha() and after[:1] in {" ", "\n"} and after.strip()[:1].isdecimal())


def _understand_words(tokens: list[Token]) -> None:
    """Give words their entries, then drop the endings of ordinal numbers («15-те», «2-го»)."""
    few_words = sum(token.kind is Kind.WORD for token in tokens) <= 2
    for place, token in enumerate(tokens):
        if token.kind is Kind.WORD:
            beside = tokens[max(place - 1, 0)], tokens[min(place + 1, len(tokens) - 1)]
            near_number = any(other.kind is Kind.NUMBER or other.is_sign("-") for other in beside)
            _understand(token, near_number or few_words)
    tokens[:] = [token for place, token in enumerate(tokens) if not _is_ordinal_ending(tokens, place)]
    for place, token in enumerate(tokens):
        if token.text in _LIKE_NUMERALS and _counts_parts(tokens, place):
            token.entry, token.guessed = Entry(Role.ORDINAL, _LIKE_NUMERALS[token.text]), True


def _understand(token: Token, may_be_month: bool) -> None:
    """Look a word up as it stands, in Cyrillic letters, then with one letter wrong."""
    token.entry = lookup(token.text)
    if token.entry is not None:
        token.guessed = token.entry.guessed
        return
    folded = in_cyrillic(token.text) if _LATIN.search(token.text) else token.text
    if folded != token.text and (lookup(folded) or _CYRILLIC.search(token.text)):
        token.text, token.guessed = folded, True
        token.entry = lookup(folded)
    if token.entry is None:
        _guess(token, may_be_month)


def _guess(token: Token, may_be_month: bool) -> None:
    known = guess_phrase_word(token.text)
    if known is not None:
        token.text, token.guessed, token.entry = known, True, lookup(known)
    elif may_be_month:
        token.entry = guess_month(token.text)
        token.guessed = token.guessed or token.entry is not None


def _counts_parts(tokens: list[Token], place: int) -> bool:
    """Whether «квартал» or «півріччя» follows, perhaps behind a second number («Ш-ІV квартал»)."""
    after = tokens[place + 1 : place + 4]
    joined = len(after) == 3 and (after[0].is_sign("-,") or after[0].role is Role.AND)
    unit = after[2] if joined else after[0] if after else None
    return unit is not None and unit.role in {Role.QUARTER, Role.HALF}


def _is_ordinal_ending(tokens: list[Token], place: int) -> bool:
    """Whether a token is the «-те» of «15-те», or its dash."""
    token = tokens[place]
    if token.is_sign("-") and not token.spaced and place + 1 < len(tokens):
        return _is_ending_of(tokens, place + 1, place - 1)
    if token.kind is Kind.WORD and place and tokens[place - 1].is_sign("-") and not tokens[place - 1].spaced:
        return _is_ending_of(tokens, place, place - 2)
    return _is_ending_of(tokens, place, place - 1)


def _is_ending_of(tokens: list[Token], place: int, number: int) -> bool:
    """Whether the word at ``place`` is glued to the number (or Roman numeral's) token as its ending."""
    token = tokens[place]
    if number < 0 or token.kind is not Kind.WORD or token.spaced or token.text not in _ORDINAL_ENDINGS:
        return False
    return tokens[number].kind in {Kind.NUMBER, Kind.WORD} and not tokens[number].text.isspace()

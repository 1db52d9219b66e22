"""How far two texts have the same words: folded, slips and endings forgiven, small words of little weight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from courtcomms.cells.search_key import search_key
from courtcomms.cells.typos import one_edit_apart

_SMALL = frozenset(
    (
        *(
            "і",
            "й",
            "та",
            "а",
            "у",
            "в",
            "на",
            "з",
            "із",
            "зі",
            "до",
            "по",
            "про",
            "щодо",
            "для",
            "від",
            "за",
        ),
        *("за", "при", "що", "як", "або", "чи", "його", "її", "їх", "ст", "м", "р", "рр"),
    )
)
_SMALL_WEIGHT = 0.2
#: A word of fewer letters is another word when a letter is another one.
_LEAST_FORGIVEN = 5
#: What two forms of a word have in common at least: letters, and their part of the longer form.
_LEAST_STEM, _STEM_PART = 4, 0.6
#: What is left of a word's weight where only its ending differs.
_NEAR = 0.8
_NUMBER = re.compile(r"\d+|[іiхvх]+", re.IGNORECASE)


@dataclass(frozen=True)
class Overlap:
    """What two texts have in common, by the weights of their words.

    ``common`` counts words with other endings less, ``near`` is their number. ``left`` and ``right`` are the
    words that only the one or the other has.
    """

    common: float
    left: tuple[str, ...]
    right: tuple[str, ...]
    near: int = 0

    @cached_property
    def part(self) -> float:
        """The common words' share of all, from 0 to 1; 1 where neither text has words."""
        whole = self.common + weight_of(self.left) + weight_of(self.right) + self.near * (1 - _NEAR)
        return self.common / whole if whole else 1.0

    @cached_property
    def replaced(self) -> bool:
        """Whether each of the texts has a word of weight that the other has not."""
        return weight_of(self.left) >= 1 and weight_of(self.right) >= 1

    @cached_property
    def numbers_differ(self) -> bool:
        """Whether each has a number, also a Roman one, that the other has not."""
        return any(map(_NUMBER.fullmatch, self.left)) and any(map(_NUMBER.fullmatch, self.right))

    @cached_property
    def grown(self) -> float:
        """The weight of the words that one text has more."""
        return weight_of(self.left) + weight_of(self.right)


@lru_cache(maxsize=1 << 15)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(search_key(text).split())


def weight_of(words: Iterable[str]) -> float:
    """How much words tell together: 1 each, those that every text has much less."""
    return sum(_SMALL_WEIGHT if word in _SMALL else 1.0 for word in words)


@lru_cache(maxsize=1 << 13)
def overlap(one: tuple[str, ...], other: tuple[str, ...]) -> Overlap:
    """What two texts have in common; their order of words makes no difference."""
    if one == other or "".join(one) == "".join(other):
        return Overlap(weight_of(one), (), ())
    counted, others = Counter(one), Counter(other)
    common = sum(weight_of([word]) * number for word, number in (counted & others).items())
    left, right = list((counted - others).elements()), list((others - counted).elements())
    common += weight_of(_pair_off(left, right, _slip))
    near = _pair_off(left, right, _same_stem)
    return Overlap(common + _NEAR * weight_of(near), tuple(left), tuple(right), len(near))


def _pair_off(left: list[str], right: list[str], alike: Callable[[str, str], bool]) -> list[str]:
    """Take the words that are alike out of both lists; returns those of the left one."""
    found = []
    for word in list(left):
        partner = next((other for other in right if alike(word, other)), None)
        if partner is not None:
            left.remove(word)
            right.remove(partner)
            found.append(word)
    return found


def _slip(one: str, other: str) -> bool:
    shortest = min(len(one), len(other))
    if shortest < _LEAST_FORGIVEN or one.isdecimal() or other.isdecimal():
        return False
    return one_edit_apart(one, other)


def _same_stem(one: str, other: str) -> bool:
    same = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        same += 1
    return same >= max(_LEAST_STEM, _STEM_PART * max(len(one), len(other)))

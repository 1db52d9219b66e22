"""Finding the word that was meant when one letter is wrong, in constant time per word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class TypoIndex:
    """Known words, to be found from a spelling at one edit's distance.

    One edit is a letter left out, put in, replaced, or swapped with its neighbour.
    """

    def __init__(self, words: Iterable[str], shortest: int = 5) -> None:
        self._shortest = shortest
        self._by_trace: dict[str, list[str]] = {}
        self._longest = 0
        for word in words:
            if len(word) >= shortest:
                self._longest = max(self._longest, len(word))
                for trace in _traces(word):
                    self._by_trace.setdefault(trace, []).append(word)

    def nearest(self, word: str) -> tuple[str, ...]:
        """The known words at one edit's distance, each once; none for a word too short or too long."""
        if not self._shortest <= len(word) <= self._longest + 1:
            return ()
        met = {known for trace in _traces(word) for known in self._by_trace.get(trace, ())}
        return tuple(sorted(known for known in met if one_edit_apart(word, known)))


def _traces(word: str) -> Iterator[str]:
    """The word and all that is left of it without one letter."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def one_edit_apart(first: str, second: str) -> bool:
    """Whether exactly one edit leads from one word to the other."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    rest, other = first[start:], second[start:]
    if len(rest) == len(other):
        swapped = rest[1:2] + rest[:1] == other[:2] and rest[2:] == other[2:]
        return rest[1:] == other[1:] or swapped
    longer, shorter = (rest, other) if len(rest) > len(other) else (other, rest)
    return longer[1:] == shorter

"""Roman numerals as they stand in Ukrainian documents: Cyrillic, Latin or both in one number."""

from __future__ import annotations

from typing import NamedTuple

#: Letters that are the numeral's own sign in either alphabet.
_SIGNS = {"i": "i", "і": "i", "v": "v", "x": "x", "х": "x"}

#: Letters and the digit that are typed instead of a sign that looks like them.
_LOOKALIKES = {"l": "i", "1": "i", "у": "v", "y": "v"}

_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_VALUES = {"x" * (value // 10) + _ONES[value % 10]: value for value in range(1, 32)}
_LONGEST = max(map(len, _VALUES))


class Roman(NamedTuple):
    """A numeral's value, 1–31; ``guessed`` when a sign was replaced by one that looks like it."""

    value: int
    guessed: bool


def read_roman(word: str) -> Roman | None:
    """Read a word as a Roman numeral up to 31, letters of any case and alphabet; ``None`` if it is none.

    ``ІІІ``, ``III`` and ``IІI`` are sure; ``ІУ`` (у for V), ``lll`` and ``1V`` are guessed.
    """
    if not 0 < len(word) <= _LONGEST:
        return None
    letters = word.lower()
    signs = "".join(_SIGNS.get(letter) or _LOOKALIKES.get(letter, "?") for letter in letters)
    value = _VALUES.get(signs)
    if value is None:
        return None
    return Roman(value, any(letter in _LOOKALIKES for letter in letters))

"""Two words typed without a blank: «користувачіофіційного».

No dictionary is needed: a report says the same things again and again, so both words stand elsewhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from courtcomms.model import Event, Finding, Repair, Severity
from courtcomms.review.row import WRITTEN, finding

_SHORTEST = 5
_LETTER = "[А-Яа-яІЇЄҐіїєґ'’ʼ]"
_WORD = re.compile(f"{_LETTER}{{{_SHORTEST},60}}")
_TWO = re.compile(f"{_LETTER}{{{2 * _SHORTEST},60}}")
#: «право-суддя», «відео-зв'язок»: first parts of compound words end so, adjectives («офіційного») aside.
_JOINING = ("о", "е")
_INFLECTED = ("ого", "ього")


def glued_words(events: Sequence[Event]) -> Iterator[Finding]:
    """A long word that is two words of the same report."""
    known = {match[0].lower() for event in events for match in _words(event)}
    for event in events:
        for column in WRITTEN:
            for match in _TWO.finditer(event.cells[column]):
                seam = _seam(match[0].lower(), known)
                if seam:
                    first, second = match[0][:seam], match[0][seam:]
                    message = f"Схоже, злилися два слова: «{first} {second}»."
                    at = match.start() + seam
                    repair = Repair("Вставити пробіл", at, at, " ")
                    yield finding(event, Severity.HINT, "words_glued", column, message, match.span(), repair)


def _words(event: Event) -> Iterator[re.Match[str]]:
    for column in WRITTEN:
        yield from _WORD.finditer(event.cells[column])


def _seam(word: str, known: Set[str]) -> int:
    """Where the second word begins; 0 where the word is one."""
    for place in range(_SHORTEST, len(word) - _SHORTEST + 1):
        first = word[:place]
        if first in known and word[place:] in known and not _is_compound(first):
            return place
    return 0


def _is_compound(first: str) -> bool:
    return first.endswith(_JOINING) and not first.endswith(_INFLECTED)

"""What may complete the text that is being typed; asked of the register in its own thread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from courtcomms.cells.search_key import search_key
from courtcomms.model import Column

if TYPE_CHECKING:
    from courtcomms.store import Register

#: So many letters of a word are typed before anything is offered, and so much is offered at most.
LEAST, MOST = 2, 8
#: What sets the parts of a list apart. A comma parts media only: elsewhere it belongs to the wording.
_LISTED, _MEDIA = re.compile(r"[;\n]"), re.compile(r"[;,\n]")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``text`` may stand in place of ``typed[start:end]`` of the whole cell."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What may complete ``typed`` with the cursor at ``cursor``."""

    typed: str
    cursor: int
    items: tuple[Suggestion, ...] = ()


def suggest(register: Register, court_id: int, column: Column, typed: str, cursor: int) -> Suggestions:
    """The cells typed before that go on as this one, then parts of them for the part under the cursor.

    Nothing inside a part, within a word, nor for an address.
    """
    start, end = part_at(typed, cursor, _MEDIA if column is Column.MEDIA else _LISTED)
    part = typed[start:cursor]
    if (
        typed[cursor:end].strip()
        or len(part.strip()) < LEAST
        or "/" in part
        or part.endswith((" ", "\u00a0"))
    ):
        return Suggestions(typed, cursor)
    offered: list[Suggestion] = []
    if column is not Column.MEDIA and not typed[cursor:].strip():
        whole = register.suggestions(court_id, column, typed[:cursor].strip(), MOST)
        offered += [Suggestion(text, 0, len(typed)) for text in whole]
    parts = _parts(register, court_id, column, part.strip())
    offered += [Suggestion(text, start, cursor) for text in parts]
    return Suggestions(typed, cursor, tuple(_useful(typed, offered))[:MOST])


def part_at(text: str, cursor: int, separator: re.Pattern[str] = _LISTED) -> tuple[int, int]:
    """Where the part of a list under the cursor begins, behind its blanks, and where it ends."""
    start, end = 0, len(text)
    for mark in separator.finditer(text):
        if mark.end() <= cursor:
            start = mark.end()
        elif mark.start() >= cursor:
            end = mark.start()
            break
    while start < cursor and text[start] in " \u00a0\t":
        start += 1
    return start, end


def _parts(register: Register, court_id: int, column: Column, part: str) -> Iterator[str]:
    """The parts of the cells typed before in which each word of ``part`` begins one of theirs."""
    wanted = search_key(part).split()
    for text in register.suggestions(court_id, column, part, 2 * MOST):
        pieces = [text] if column is Column.MEDIA else _LISTED.split(text)
        for piece in pieces:
            words = search_key(piece).split()
            if all(any(word.startswith(one) for word in words) for one in wanted):
                yield piece.strip()


def _useful(typed: str, offered: list[Suggestion]) -> Iterator[Suggestion]:
    """Each result once, and none that changes nothing."""
    seen = {typed.strip()}
    for one in offered:
        result = (typed[: one.start] + one.text + typed[one.end :]).strip()
        if result not in seen:
            seen.add(result)
            yield one

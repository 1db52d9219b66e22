"""Field instructions of Word: the address in ``HYPERLINK "…" \\l "…"`` (ECMA-376 17.16.5.25)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)', re.DOTALL)
_ESCAPE = re.compile(r'\\(["\\])')
#: Switches of HYPERLINK that are followed by a value.
_VALUED = frozenset({"\\l", "\\o", "\\t"})


def hyperlink_target(instruction: str) -> str:
    """The address of a HYPERLINK field, with its bookmark after ``#``; ``""`` for any other field."""
    words = _words(instruction)
    if not words or words[0].upper() != "HYPERLINK":
        return ""
    address, bookmark, at = "", "", 1
    while at < len(words):
        word = words[at]
        if word.lower() in _VALUED:
            at += 1
            bookmark = words[at] if word.lower() == "\\l" and at < len(words) else bookmark
        elif not word.startswith("\\"):
            address = address or word
        at += 1
    return joined(address, bookmark)


def joined(address: str, bookmark: str) -> str:
    """An address with the bookmark that Word keeps apart from it."""
    return f"{address}#{bookmark}" if bookmark and "#" not in address else address


def _words(instruction: str) -> list[str]:
    found = _TOKEN.finditer(instruction)
    return [_ESCAPE.sub(r"\1", match[1]) if match[1] is not None else match[2] for match in found]


@dataclass(slots=True)
class Field:
    """A complex field being read: its instruction until «separate», then its shown result."""

    start: int = 0
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False

    def target(self) -> str:
        """The address if it is a link field."""
        return hyperlink_target("".join(self.instruction)[:4000])
